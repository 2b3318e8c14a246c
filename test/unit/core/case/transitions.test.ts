import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventDraft } from '../../../../core/case/events.ts';
import { fold, replay } from '../../../../core/case/fold.ts';
import {
  type CaseStatus,
  caseStatusSchema,
  comesLate,
  nextStatus,
  raisesRound,
  repeatsTask,
  roundAfter,
  type Trigger,
  triggerOf,
} from '../../../../core/case/transitions.ts';
import { IllegalTransition } from '../../../../core/errors.ts';
import { pathTo, trailOf } from '../../../support/builders/case.ts';
import { caseClosed, draftFor } from '../../../support/builders/drafts.ts';
import { runScript } from '../../../support/run-script.ts';

const statuses = caseStatusSchema.options;
const isTrigger = (text: string): text is Trigger => Object.hasOwn(draftFor, text);
const triggers = Object.keys(draftFor).filter(isTrigger);

/** The design's moves (architecture.md section 4), written out: what is not here must not move a case. */
const moves: readonly [CaseStatus, Trigger, CaseStatus][] = [
  ['RECEIVED', 'EvidenceRequested', 'CAPTURING'],
  ['CAPTURING', 'PrinciplesSuggested', 'TRIAGE'],
  ['TRIAGE', 'TriageDecided:PROCEED', 'REVIEW'],
  ['TRIAGE', 'TriageDecided:REFER', 'REFERRED'],
  ['TRIAGE', 'TriageDecided:REJECT', 'REJECTED'],
  ['TRIAGE', 'TriageDecided:MERGE', 'MERGED'],
  ['TRIAGE', 'TriageDecided:ASK_REPORTER', 'CAPTURING'],
  ['REVIEW', 'ReviewDecided:PROCEED', 'EXAMINATION'],
  ['REVIEW', 'ReviewDecided:DISMISS', 'DISMISSED'],
  ['REVIEW', 'ReviewDecided:MORE_EVIDENCE', 'CAPTURING'],
  ['EXAMINATION', 'ExaminationReported', 'DECISION'],
  ['EXAMINATION', 'ExaminationReturned', 'CAPTURING'],
  ['DECISION', 'SanctionDecided', 'SERVICE'],
  ['DECISION', 'CaseDismissed', 'DISMISSED'],
  ['DECISION', 'DecisionReturned', 'EXAMINATION'],
  ['DECISION', 'DecisionProposed', 'REFERRED'],
  ['SERVICE', 'DecisionServed', 'APPEAL_WINDOW'],
  ['APPEAL_WINDOW', 'AppealFiled', 'APPEAL'],
  ['APPEAL_WINDOW', 'SanctionEffective', 'EFFECTIVE'],
  ['APPEAL', 'SanctionEffective', 'EFFECTIVE'],
  ['APPEAL', 'CaseClosed', 'CLOSED'],
  ['EFFECTIVE', 'CaseClosed', 'CLOSED'],
];

const openPathTo = (status: CaseStatus): readonly EventDraft[] => pathTo[status];

/** Folds one more event onto a case in `status`. */
const tryIn = (status: CaseStatus, draft: EventDraft, path = openPathTo(status)) => {
  const before = trailOf(path);
  const event = trailOf([draft], { events: before }).at(-1);
  if (event === undefined) throw new RangeError('nothing to try');
  return fold(replay(before), event);
};

const pairs = statuses.flatMap((status) => triggers.map((trigger): [CaseStatus, Trigger] => [status, trigger]));
const allowed = pairs.filter(([status, trigger]) => nextStatus(status, trigger) !== undefined);
const forbidden = pairs.filter(([status, trigger]) => nextStatus(status, trigger) === undefined);

describe('the transition table', () => {
  it('moves a case exactly as the design says', () => {
    const moving = allowed
      .map(([status, trigger]) => [status, trigger, nextStatus(status, trigger)])
      .filter(([from, , to]) => from !== to);
    expect(new Set(moving.map(String))).toEqual(new Set(moves.map(String)));
  });

  it.each(allowed)('in %s takes %s', (status, trigger) => {
    expect(tryIn(status, draftFor[trigger]).status).toBe(nextStatus(status, trigger));
  });

  it.each(forbidden)('in %s refuses %s', (status, trigger) => {
    expect(() => tryIn(status, draftFor[trigger])).toThrow(IllegalTransition);
  });

  it.each(
    (['DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'] as const).flatMap((status) =>
      triggers.filter((trigger) => !comesLate(trigger)).map((trigger): [typeof status, Trigger] => [status, trigger]),
    ),
  )('refuses in a closed %s case also %s', (status, trigger) => {
    const path = [...pathTo[status], caseClosed(status)];
    expect(() => tryIn(status, draftFor[trigger], path)).toThrow(IllegalTransition);
  });

  it.each(
    (['DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'] as const).flatMap((status) =>
      triggers.filter(comesLate).map((trigger): [typeof status, Trigger] => [status, trigger]),
    ),
  )('takes in a closed %s case still %s, and leaves it closed', (status, trigger) => {
    const path = [...pathTo[status], caseClosed(status)];
    expect(tryIn(status, draftFor[trigger], path)).toMatchObject({ status, closed: { reason: status } });
  });

  it.each(triggers)('tells %s from its event', (trigger) => {
    const [event] = trailOf([draftFor[trigger]]);
    expect(event === undefined ? undefined : triggerOf(event)).toBe(trigger);
  });

  it('raises the round where the case goes back, and nowhere else', () => {
    const back = moves.filter(([from, , to]) => statuses.indexOf(to) < statuses.indexOf(from));
    expect(new Set(triggers.filter(raisesRound))).toEqual(new Set(back.map(([, trigger]) => trigger)));
  });

  it.each([
    ['ASK_REPORTER', 3],
    ['MORE_EVIDENCE', 3],
    ['RETURN', 3],
    ['RETURN_FOR_EVIDENCE', 3],
    ['ABSENT', 2],
    ['PROCEED', 2],
    ['ANSWERED', 2],
  ])('gives the flow after %s of round 2 the round %i', (outcome, round) => {
    expect(roundAfter(2, outcome)).toBe(round);
  });
});

describe('outcomes after which a task is asked again', () => {
  it.each(['ABSENT', 'RESCHEDULE', 'REQUEST_TEAM', 'DECLINE', 'RELEASE', 'CHANGE_TRACK', 'DISPATCHED'])(
    '%s',
    (outcome) => {
      expect(repeatsTask(outcome)).toBe(true);
    },
  );

  it.each(['HELD', 'IN_ABSENTIA', 'SERVED', 'SANCTION', 'ANSWERED', 'SILENT', 'FILED'])('not %s', (outcome) => {
    expect(repeatsTask(outcome)).toBe(false);
  });
});

/** Statuses that a received report can come to where `barred` never happens. */
const reachableWithout = (...barred: Trigger[]): ReadonlySet<CaseStatus> => {
  const seen = new Set<CaseStatus>();
  const queue: CaseStatus[] = ['RECEIVED'];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    if (seen.has(status)) continue;
    seen.add(status);
    for (const trigger of triggers.filter((each) => !barred.includes(each))) {
      const to = nextStatus(status, trigger);
      if (to !== undefined) queue.push(to);
    }
  }
  return seen;
};

/** Statuses in which a trigger is taken at all. */
const takenIn = (trigger: Trigger): CaseStatus[] =>
  statuses.filter((status) => nextStatus(status, trigger) !== undefined);

/** Each step and what must have happened before it, whatever way the case took. */
const gates: [Trigger, Trigger][] = [
  ['SanctionDecided', 'ExaminationReported'],
  ['CaseDismissed', 'ExaminationReported'],
  ['DecisionProposed', 'ExaminationReported'],
  ['ExaminationReported', 'ReviewDecided:PROCEED'],
  ['DisclosureFrozen', 'TriageDecided:PROCEED'],
  ['DecisionServed', 'SanctionDecided'],
  ['AppealFiled', 'DecisionServed'],
  ['AppealDecided', 'AppealFiled'],
  ['SanctionEffective', 'DecisionServed'],
  ['ExecutionCompleted', 'SanctionEffective'],
];

describe('no way around', () => {
  it.each(gates)('%s without %s before it', (step, gate) => {
    const reachable = reachableWithout(gate);
    expect(takenIn(step)).not.toHaveLength(0);
    expect(takenIn(step).filter((status) => reachable.has(status))).toEqual([]);
  });

  it('the sanction: decided in one place, and never a second time', () => {
    expect(takenIn('SanctionDecided')).toEqual(['DECISION']);
    const after = new Set<CaseStatus>();
    const queue: CaseStatus[] = ['SERVICE'];
    for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
      if (after.has(status)) continue;
      after.add(status);
      for (const trigger of triggers) queue.push(...[nextStatus(status, trigger)].filter((to) => to !== undefined));
    }
    expect(after.has('DECISION')).toBe(false);
  });

  it('the effect: a case that was sanctioned closes only from EFFECTIVE, or from APPEAL where it was annulled', () => {
    const closing = statuses.filter((status) => nextStatus(status, 'CaseClosed') === 'CLOSED');
    expect(closing).toEqual(['APPEAL', 'EFFECTIVE']);
  });
});

describe('npm run transitions', () => {
  it('prints what stands in docs/transitions.md', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/transitions.md'), 'utf8');
    expect(await runScript('transitions', [])).toEqual({ code: 0, stdout: page, stderr: '' });
  });
});
