import type { Act } from '../../../../../core/case/commands/acts.ts';
import {
  attemptService,
  completeExecution,
  decideAppeal,
  proposeDecision,
  serveDecision,
} from '../../../../../core/case/commands/after-decision.ts';
import type { Command } from '../../../../../core/case/decision.ts';
import type { CaseState } from '../../../../../core/case/state.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { actOn, outcomeOf, signedBy } from '../../../../support/builders/decisions.ts';
import {
  appealDecided,
  decisionProposed,
  decisionServed,
  executionCompleted,
  RESPONDENT,
  serviceAttempted,
  shaOf,
  taskOpened,
} from '../../../../support/builders/drafts.ts';

const unsigned = <D extends { taskId: unknown; round: unknown; contentHash: unknown; reason: unknown }>(data: D) => {
  const { taskId: _task, round: _round, contentHash: _content, reason: _reason, ...rest } = data;
  return rest;
};

const proposal = unsigned(decisionProposed().data);
const { session: _session, ...attempt } = unsigned(serviceAttempted().data);
const service = unsigned(decisionServed().data);
const upheld = unsigned(appealDecided('UPHELD').data);
const { restoredOn } = executionCompleted.data;

const deciding = stateIn('DECISION');
const serving = stateAfter(paths.serving);
const acts: [string, CaseState, (act: Act) => Command, object][] = [
  ['proposes', deciding, (act) => proposeDecision(act, proposal), { type: 'DecisionProposed', data: proposal }],
  [
    'dispatches',
    stateIn('SERVICE'),
    (act) => attemptService(act, attempt),
    { type: 'ServiceAttempted', data: { ...attempt, session: 1 } },
  ],
  ['serves', stateIn('SERVICE'), (act) => serveDecision(act, service), { type: 'DecisionServed', data: service }],
  [
    'decides the appeal',
    stateIn('APPEAL'),
    (act) => decideAppeal(act, upheld),
    { type: 'AppealDecided', data: upheld },
  ],
  [
    'ends the sanction',
    serving,
    (act) => completeExecution(act, { restoredOn }),
    { type: 'ExecutionCompleted', data: { restoredOn } },
  ],
];

describe('an act after the examination', () => {
  it.each(acts)('(%s) is recorded with what its author saw', (_what, state, make, draft) => {
    expect(outcomeOf(make(actOn(state)), state)).toMatchObject({ ...draft });
    expect(outcomeOf(make(actOn(state)), state)).toMatchObject({ data: signedBy(state) });
  });

  it.each(acts)('(%s) is refused to anyone but the assignee', (_what, state, make) => {
    expect(outcomeOf(make({ ...actOn(state), nip: RESPONDENT }), state)).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused on content that changed', (_what, state, make) => {
    expect(outcomeOf(make({ ...actOn(state), contentHash: shaOf('what was shown') }), state)).toBe('CONTENT_CHANGED');
  });

  it.each(acts)('(%s) is refused on a task of another kind', (_what, state, make) => {
    const others = [stateIn('TRIAGE'), stateIn('EXAMINATION'), deciding, stateIn('SERVICE'), serving];
    for (const other of others.filter(({ openTask }) => openTask?.kind !== state.openTask?.kind))
      expect(outcomeOf(make(actOn(other)), other)).toBe('ALREADY_ACTED');
  });
});

describe('a proposal to the President', () => {
  it('rests on the disclosed set like a decision', () => {
    const command = proposeDecision(actOn(deciding), { ...proposal, disclosureHash: shaOf('another set') });
    expect(outcomeOf(command, deciding)).toBe('DISCLOSURE_CHANGED');
  });
});

describe('the service of a decision', () => {
  it('counts its attempts', () => {
    const again = stateAfter([...pathTo.SERVICE, serviceAttempted(), taskOpened('service', 26)]);
    expect(outcomeOf(attemptService(actOn(again), attempt), again)).toMatchObject({ data: { session: 2 } });
    expect(outcomeOf(serveDecision(actOn(again), service), again)).toMatchObject({ type: 'DecisionServed' });
  });
});

describe('the decision on an appeal', () => {
  it.each(['UPHELD', 'CHANGED', 'ANNULLED'] as const)('may be %s', (outcome) => {
    const appeal = stateIn('APPEAL');
    const command = decideAppeal(actOn(appeal), unsigned(appealDecided(outcome).data));
    expect(outcomeOf(command, appeal)).toMatchObject({ data: { outcome } });
  });

  it('is taken once', () => {
    const twice = stateAfter([...pathTo.APPEAL, appealDecided('ANNULLED'), taskOpened('appeal', 28)]);
    expect(outcomeOf(decideAppeal(actOn(twice), upheld), twice)).toBe('ALREADY_ACTED');
  });
});
