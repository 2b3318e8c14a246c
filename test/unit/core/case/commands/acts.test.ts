import {
  type Act,
  decideReview,
  decideTriage,
  dismissCase,
  imposeSanction,
  returnCase,
  type SanctionChoice,
} from '../../../../../core/case/commands/acts.ts';
import { contentHash, disclosureHash } from '../../../../../core/case/content-hash.ts';
import type { Command } from '../../../../../core/case/decision.ts';
import type { CaseState } from '../../../../../core/case/state.ts';
import { provisionCodeSchema } from '../../../../../core/rules/codes.ts';
import { pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  AUTHORITY,
  CHARGE,
  dayOf,
  decisionReturned,
  disclosureFrozen,
  draftFor,
  evidenceStored,
  examinationHeld,
  examinationReported,
  OTHER_CASE,
  OTHER_CHARGE,
  REASON,
  RESPONDENT,
  SUPERIOR,
  shaOf,
  summonsIssued,
  TASKS,
  TRIAGE_OFFICER,
  taskEscalated,
  taskIdOf,
  taskOpened,
  taskReminded,
} from '../../../../support/builders/drafts.ts';

const triage = stateIn('TRIAGE');
const review = stateIn('REVIEW');
const decision = stateIn('DECISION');

const actIn = (state: CaseState, nip: Act['nip'], number: number): Act & { disclosureHash: Act['contentHash'] } => ({
  taskId: taskIdOf(number),
  nip,
  contentHash: contentHash(state),
  disclosureHash: disclosureHash(state),
  reason: REASON,
});
const triageAct = actIn(triage, TRIAGE_OFFICER, 1);
const reviewAct = actIn(review, SUPERIOR, 2);
const decisionAct = actIn(decision, AUTHORITY, 3);

const signed = ({ taskId, contentHash: hash, reason }: Act) => ({ taskId, round: 1, contentHash: hash, reason });
const proceed = { outcome: 'PROCEED', respondentNip: RESPONDENT, track: 'DISCIPLINE_PNS' } as const;
const sanction: SanctionChoice = {
  sanctionCode: 'R2',
  level: 'LIGHT',
  provisions: [provisionCodeSchema.parse('3f')],
  ruleVersions: ['pp-94-2021@1'],
};

type AnyAct = typeof decisionAct;
/** Every act: how it is made, in which state, by whose task. */
const acts: [string, CaseState, AnyAct, (act: AnyAct) => Command][] = [
  ['triage', triage, triageAct, (act) => decideTriage(act, { outcome: 'REJECT' })],
  ['review', review, reviewAct, (act) => decideReview(act, { outcome: 'DISMISS' })],
  ['sanction', decision, decisionAct, (act) => imposeSanction(act, sanction)],
  ['dismissal', decision, decisionAct, (act) => dismissCase(act)],
  ['return', decision, decisionAct, (act) => returnCase(act)],
];

describe('every act', () => {
  it.each(acts)('(%s) is refused once the task is over', (_what, _state, act, make) => {
    expect(outcomeOf(make(act), stateIn('DISMISSED'))).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused with another task’s id', (_what, state, act, make) => {
    expect(outcomeOf(make({ ...act, taskId: taskIdOf(77) }), state)).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused to anyone but the assignee', (_what, state, act, make) => {
    expect(outcomeOf(make({ ...act, nip: RESPONDENT }), state)).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused on content that changed after it was shown', (_what, state, act, make) => {
    expect(outcomeOf(make({ ...act, contentHash: shaOf('what was shown') }), state)).toBe('CONTENT_CHANGED');
  });

  it.each(acts)('(%s) is refused on a task of another kind', (_what, state, _act, make) => {
    const others = [
      [triage, triageAct],
      [review, reviewAct],
      [decision, decisionAct],
    ] as const;
    for (const [other, otherAct] of others) {
      if (other !== state) expect(outcomeOf(make(otherAct), other)).toBe('ALREADY_ACTED');
    }
  });

  it.each(acts)('(%s) is refused on a task that waits for the reporter', (_what, _state, _act, make) => {
    const answering = stateAfter([...pathTo.CAPTURING, taskOpened('answer', 7)]);
    expect(outcomeOf(make(actIn(answering, SUPERIOR, 7)), answering)).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused after another official took the task over', (_what, state, act, make) => {
    const path = pathTo[state.status];
    const taken = taskEscalated(TASKS[state.openTask?.kind ?? 'answer']);
    expect(outcomeOf(make(act), stateAfter([...path, taken]))).toBe('ALREADY_ACTED');
  });
});

describe('triage', () => {
  it.each([
    [
      'proceeds with the respondent and the track',
      proceed,
      { outcome: 'PROCEED', respondent: { nip: RESPONDENT }, track: 'DISCIPLINE_PNS' },
    ],
    ['merges into another case', { outcome: 'MERGE', into: OTHER_CASE }, { outcome: 'MERGE', into: OTHER_CASE }],
    ['refers', { outcome: 'REFER' }, { outcome: 'REFER' }],
    ['rejects', { outcome: 'REJECT' }, { outcome: 'REJECT' }],
    ['asks the reporter', { outcome: 'ASK_REPORTER' }, { outcome: 'ASK_REPORTER' }],
  ] as const)('%s', (_what, choice, data) => {
    expect(outcomeOf(decideTriage(triageAct, choice), triage)).toEqual({
      type: 'TriageDecided',
      data: { ...signed(triageAct), ...data },
    });
  });
});

describe('review', () => {
  it.each([
    ['confirms principles', { outcome: 'PROCEED', principles: ['P2', 'P5'] }],
    [
      'ticks charges and sets the examination',
      {
        outcome: 'PROCEED',
        principles: ['P2'],
        charges: [CHARGE],
        impact: 'AGENCY',
        appointment: { on: dayOf('2026-12-07') },
      },
    ],
    ['dismisses', { outcome: 'DISMISS' }],
    ['asks for more evidence', { outcome: 'MORE_EVIDENCE' }],
  ] as const)('%s', (_what, choice) => {
    expect(outcomeOf(decideReview(reviewAct, choice), review)).toEqual({
      type: 'ReviewDecided',
      data: { ...signed(reviewAct), ...choice },
    });
  });
});

describe('a decision', () => {
  const bound = { ...signed(decisionAct), disclosureHash: decisionAct.disclosureHash };

  it('imposes one sanction on the disclosed set', () => {
    expect(outcomeOf(imposeSanction(decisionAct, { ...sanction, impact: 'AGENCY' }), decision)).toEqual({
      type: 'SanctionDecided',
      data: { ...bound, ...sanction, impact: 'AGENCY' },
    });
  });

  it('leaves the impact out where the sanction needs none', () => {
    const draft = outcomeOf(imposeSanction(decisionAct, { ...sanction, impact: undefined }), decision);
    expect(draft).toEqual({ type: 'SanctionDecided', data: { ...bound, ...sanction } });
    expect(typeof draft === 'object' && 'impact' in draft.data).toBe(false);
  });

  it('dismisses the case', () => {
    expect(outcomeOf(dismissCase(decisionAct), decision)).toEqual({ type: 'CaseDismissed', data: bound });
  });

  it('returns the case to be examined again', () => {
    expect(outcomeOf(returnCase(decisionAct), decision)).toEqual({
      type: 'DecisionReturned',
      data: signed(decisionAct),
    });
  });

  it.each([
    ['a sanction', imposeSanction({ ...decisionAct, disclosureHash: shaOf('another set') }, sanction)],
    ['a dismissal', dismissCase({ ...decisionAct, disclosureHash: shaOf('another set') })],
  ])('refuses %s on another set than the disclosed one', (_what, command) => {
    expect(outcomeOf(command, decision)).toBe('DISCLOSURE_CHANGED');
  });

  it.each([
    ['a provision', { ...sanction, provisions: [OTHER_CHARGE] }],
    ['a principle', { ...sanction, principles: ['P8' as const] }],
  ])('refuses %s that the respondent was not told of', (_what, choice) => {
    expect(outcomeOf(imposeSanction(decisionAct, choice), decision)).toBe('CHARGE_NOT_DISCLOSED');
  });

  it('is taken on the disclosure of its own round, not on one from before a return', () => {
    const again = stateAfter([
      ...pathTo.DECISION,
      decisionReturned(),
      disclosureFrozen({ round: 2, charges: [OTHER_CHARGE] }),
      summonsIssued({ round: 2 }),
      examinationHeld({ round: 2 }),
      examinationReported({ round: 2 }),
      taskOpened('decision', 23, 2),
    ]);
    const act = { ...actIn(again, AUTHORITY, 23), disclosureHash: decisionAct.disclosureHash };
    expect(outcomeOf(imposeSanction(act, sanction), again)).toBe('DISCLOSURE_CHANGED');
  });

  it('may carry why it deviates from the report', () => {
    const deviationReason = 'Dampaknya lebih luas daripada yang dilaporkan.';
    expect(outcomeOf(imposeSanction(decisionAct, { ...sanction, deviationReason }), decision)).toMatchObject({
      data: { deviationReason },
    });
  });
});

describe('the fingerprint of what an official is shown', () => {
  const more = (draft: Parameters<typeof stateAfter>[0][number]) => stateAfter([...pathTo.DECISION, draft]);

  it('changes with new evidence; what was disclosed does not', () => {
    const changed = more(evidenceStored('message-2', { kind: 'MESSAGE' }));
    expect(contentHash(changed)).not.toBe(contentHash(decision));
    expect(disclosureHash(changed)).toBe(disclosureHash(decision));
  });

  it.each([
    ['a reminder', taskReminded(TASKS.decision)],
    ['a parked step', draftFor.CaseParked],
    ['another holder of the task', taskEscalated(TASKS.decision)],
  ])('does not change with %s', (_what, draft) => {
    expect(contentHash(more(draft))).toBe(contentHash(decision));
    expect(disclosureHash(more(draft))).toBe(disclosureHash(decision));
  });

  it('changes with the round', () => {
    const again = stateAfter([...pathTo.DECISION, decisionReturned(), disclosureFrozen({ round: 2 })]);
    expect(contentHash(again)).not.toBe(contentHash(decision));
    expect(disclosureHash(again)).not.toBe(disclosureHash(decision));
  });

  it('of the disclosed set leaves the decision record itself out', () => {
    const withRecord = stateAfter([...pathTo.SERVICE, evidenceStored('record-1', { kind: 'DECISION_RECORD' })]);
    expect(disclosureHash(withRecord)).toBe(disclosureHash(stateIn('SERVICE')));
  });
});
