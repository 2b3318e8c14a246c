import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { imposeSanction } from '../../core/case/commands/acts.ts';
import { currentDisclosure } from '../../core/case/disclosure.ts';
import { type CaseEvent, type EventDraft, type EventType, eventData } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { caseStatusSchema, comesLate, nextStatus, raisesRound, triggerOf } from '../../core/case/transitions.ts';
import { isBefore } from '../../core/time.ts';
import { verifyTrail } from '../../core/trail/verify.ts';
import { caseMoves, ONWARD } from '../support/arbitraries/case-moves.ts';
import { type Step, walk } from '../support/arbitraries/walk.ts';
import { paths, pathTo, stateAfter, trailOf } from '../support/builders/case.ts';
import { actOn, outcomeOf } from '../support/builders/decisions.ts';
import {
  appealDecided,
  CHARGE,
  caseClosed,
  caseDismissed,
  decisionProposed,
  disclosureFrozen,
  examinationMissed,
  examinationReported,
  OTHER_CHARGE,
  RESPONDENT,
  SUPERIOR,
  sanctionDecided,
  sanctionEffective,
  shaOf,
  summonsIssued,
  TASKS,
  taskOpened,
  taskReassigned,
  teamFormed,
} from '../support/builders/drafts.ts';
import { brokenBy, type InvariantName } from './invariants.ts';

const WALKS = 10_000;
const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the walks came across: a walk that never gets far proves nothing. */
class Seen {
  readonly statuses = new Set<string>();
  readonly types = new Set<string>();
  readonly reasons = new Set<string>();
  readonly refusals = new Set<string>();
  sanctions = 0;

  add({ after, events, refused }: Step): void {
    this.statuses.add(after.status);
    if (after.closed !== undefined) this.reasons.add(after.closed.reason);
    if (refused !== undefined) this.refusals.add(refused);
    else this.types.add(events.at(-1)?.type ?? '');
    if (refused === undefined && events.at(-1)?.type === 'SanctionDecided') this.sanctions += 1;
  }
}

const choice = { sanctionCode: 'R2', level: 'LIGHT', provisions: [CHARGE], ruleVersions: ['pp-94-2021@1'] } as const;

/** Wherever somebody is to decide: on every set that was ever disclosed but the newest, and on none that was not. */
const decidesOnOldSet = (state: CaseState): boolean => {
  if (state.openTask?.kind !== 'decision') return false;
  const newest = currentDisclosure(state)?.hash;
  const act = actOn(state);
  return [...state.disclosures.map(({ hash }) => hash), shaOf('never disclosed')]
    .filter((hash) => hash !== newest)
    .some(
      (disclosureHash) => outcomeOf(imposeSanction({ ...act, disclosureHash }, choice), state) !== 'DISCLOSURE_CHANGED',
    );
};

/** What is wrong with one try, in words; nothing where all is well. */
const wrongIn = ({ move, before, after, events, refused }: Step): string[] => {
  const event = events.at(-1);
  if (refused !== undefined) {
    const isStuck = move.name === ONWARD && before.closed === undefined;
    return isStuck ? [`a case in ${before.status} cannot go on: ${refused}`] : [];
  }
  if (event === undefined) return ['nothing happened'];
  const trigger = triggerOf(event);
  if (before.closed !== undefined && !comesLate(trigger)) return [`a closed case took ${trigger}`];
  const followsTable =
    after.status === nextStatus(before.status, trigger) &&
    after.round - before.round === (raisesRound(trigger) ? 1 : 0) &&
    after.seq === before.seq + 1 &&
    !isBefore(event.at, before.updatedAt);
  const onOld = decidesOnOldSet(after) ? ['a sanction may rest on another set than the newest'] : [];
  return [
    ...onOld,
    ...(followsTable ? [] : [`${trigger} moved the case beside the table`]),
    ...brokenBy(events, after),
  ];
};

const told = (events: readonly CaseEvent[]): string => events.map(triggerOf).join(', ');

const check = (step: Step): void => {
  const wrong = wrongIn(step);
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}\nafter ${step.move.name} on ${told(step.events)}`);
};

describe(`in ${WALKS} walks of lawful and unlawful tries`, () => {
  const seen = new Seen();

  it('everything that must hold of a case holds after every event, no case is stuck, and every trail verifies', () => {
    fc.assert(
      fc.property(caseMoves, (moves) => {
        const events = walk(moves, (step) => {
          seen.add(step);
          check(step);
        });
        const verdict = verifyTrail(events, { hashText });
        if (verdict.verdict !== 'valid') throw new Error(`${verdict.kind} at ${verdict.seq}: ${told(events)}`);
      }),
      { numRuns: WALKS },
    );
  }, 300_000);

  it('every status, every event and every reason to close comes up, and hundreds of sanctions', () => {
    expect(seen.statuses).toEqual(new Set(caseStatusSchema.options));
    const types = Object.keys(eventData).filter((type) => type !== 'ReportReceived');
    expect(types.filter((type) => !seen.types.has(type))).toEqual([]);
    expect(seen.reasons).toEqual(
      new Set(['SANCTIONED', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED', 'PROPOSED', 'ANNULLED']),
    );
    expect(seen.sanctions).toBeGreaterThan(WALKS / 20);
  });

  it.each([
    'DISCLOSURE_CHANGED',
    'CHARGE_NOT_DISCLOSED',
    'NOT_YET_HEARD',
    'NOT_YET_EXAMINED',
    'SUMMONS_NOT_PROVEN',
    'ACCUSED_CANNOT_HOLD',
    'NOT_THEIR_TASK',
    'CONTENT_CHANGED',
    'ALREADY_ACTED',
    'REMEDY_OPEN',
    'REMEDY_UNDECIDED',
    'ANOTHER_SANCTION',
    'SANCTION_RUNNING',
    'NOT_EFFECTIVE',
    'TASK_IS_OPEN',
  ])('somebody tried what is refused as %s', (code) => {
    expect(seen.refusals).toContain(code);
  });
});

type Told = readonly [readonly CaseEvent[], CaseState];
const folded = (drafts: readonly EventDraft[]): Told => [trailOf(drafts), stateAfter(drafts)];
const without = ([events, state]: Told, type: EventType): Told => [
  events.filter((event) => event.type !== type),
  state,
];

/** The last event, as if it had happened a second time. */
const twice = ([events, state]: Told): Told => [[...events, ...events.slice(-1)], state];

const ofSomebodyElse = taskOpened('response');
const accusedSits = { nip: RESPONDENT, element: 'OTHER', position: 'MEMBER' } as const;

/** What no command does, once for each invariant. */
const breaks: Record<InvariantName, Told> = {
  'no sanction without an examination that was held, or two proven summonses that were missed': folded([
    ...paths.summoned,
    examinationMissed(),
    summonsIssued({ session: 2, ordinal: 2 }),
    examinationMissed({ final: true, proof: { manner: 'NOT_SERVED' } }),
    examinationReported(),
    sanctionDecided(),
  ]),
  'no sanction but on the newest disclosure of its round': folded([
    ...pathTo.DECISION,
    sanctionDecided(TASKS.decision, 1, { disclosureHash: shaOf('another set') }),
  ]),
  'no sanction before the respondent was heard on the newest disclosure, or had the time for it': folded([
    ...paths.examined,
    disclosureFrozen({ version: 2 }),
    examinationReported(),
    sanctionDecided(TASKS.decision, 1, { disclosureHash: disclosureFrozen({ version: 2 }).data.hash }),
  ]),
  'no sanction for what the respondent was not told of, or on another track': folded([
    ...pathTo.DECISION,
    sanctionDecided(TASKS.decision, 1, { provisions: [OTHER_CHARGE] }),
  ]),
  'no dismissal by the authority but on the newest disclosure': folded([
    ...paths.reviewed,
    examinationReported(),
    caseDismissed(),
  ]),
  'no proposal to the President but on the newest disclosure': folded([
    ...paths.reviewed,
    examinationReported(),
    decisionProposed(),
  ]),
  'one sanction only': twice(folded(paths.sanctioned)),
  'no other sanction takes effect than the one that stands': folded([
    ...paths.unappealed,
    sanctionEffective({ sanctionCode: 'B3' }),
  ]),
  'no accused holds the task of an official': folded([
    ...pathTo.REVIEW,
    { type: 'TaskReassigned', data: { ...taskReassigned(TASKS.review).data, to: RESPONDENT } },
  ]),
  'no accused sits in the team that examines them': folded([
    ...pathTo.EXAMINATION,
    { type: 'ExaminingTeamFormed', data: { ...teamFormed().data, members: [accusedSits] } },
  ]),
  'the respondent’s task is the respondent’s': folded([
    ...paths.reviewed,
    { ...ofSomebodyElse, data: { ...ofSomebodyElse.data, assignee: { kind: 'respondent', nip: SUPERIOR } } },
  ]),
  'every closed case has a reason, and it is the one of its end': folded([
    ...pathTo.EFFECTIVE,
    caseClosed('DISMISSED'),
  ]),
  'every open case has exactly one next thing and one who is responsible': folded([
    ...paths.serving,
    caseClosed('SANCTIONED'),
  ]),
  'no task outlives its stage': folded([...pathTo.EXAMINATION, examinationReported()]),
  'no effect without service': without(folded(pathTo.EFFECTIVE), 'DecisionServed'),
  'no effect while there is time to appeal, an appeal is undecided, or after it was granted': folded([
    ...pathTo.APPEAL,
    appealDecided('ANNULLED'),
    sanctionEffective(),
  ]),
  'no end of a sanction that is still being served': folded([...paths.serving.slice(0, -1), caseClosed('SANCTIONED')]),
};

describe('what must hold of a case', () => {
  it.each(Object.entries(breaks))('is noticed where it does not: %s', (name, [events, state]) => {
    expect(brokenBy(events, state)).toContain(name);
  });

  it.each(caseStatusSchema.options)('holds of the ordinary case in %s', (status) => {
    for (const [index] of pathTo[status].entries())
      expect(brokenBy(...folded(pathTo[status].slice(0, index + 1)))).toEqual([]);
  });
});
