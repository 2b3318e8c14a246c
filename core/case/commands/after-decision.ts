import { appending, type Command } from '../decision.ts';
import type { EventData } from '../events.ts';
import { type Act, byAssignee, type Signed } from './acts.ts';
import { boundToDisclosure, withinDisclosure } from './bound.ts';
import { taskIsOver } from './tasks.ts';

/** A case that only the President may decide leaves as a proposal. */
export const proposeDecision = (act: Act, proposal: Omit<EventData['DecisionProposed'], keyof Signed>): Command =>
  byAssignee(act, (signed, state, task) =>
    task.kind !== 'decision'
      ? taskIsOver
      : (boundToDisclosure(state, proposal.disclosureHash) ??
        withinDisclosure(state, { charges: proposal.provisions, principles: [] }) ??
        appending({ type: 'DecisionProposed', data: { ...proposal, ...signed } })),
  );

/** The decision was sent because it could not be handed over. */
export const attemptService = (
  act: Act,
  attempt: Omit<EventData['ServiceAttempted'], keyof Signed | 'session'>,
): Command =>
  byAssignee(act, (signed, _state, task) =>
    task.kind === 'service'
      ? appending({ type: 'ServiceAttempted', data: { ...attempt, ...signed, session: task.session } })
      : taskIsOver,
  );

/** The decision reached the respondent: the day from which it counts. */
export const serveDecision = (act: Act, service: Omit<EventData['DecisionServed'], keyof Signed>): Command =>
  byAssignee(act, (signed, _state, task) =>
    task.kind === 'service' ? appending({ type: 'DecisionServed', data: { ...service, ...signed } }) : taskIsOver,
  );

/** What became of the objection or appeal; once it is decided, it stays so. */
export const decideAppeal = (act: Act, decided: Omit<EventData['AppealDecided'], keyof Signed>): Command =>
  byAssignee(act, (signed, state, task) =>
    task.kind === 'appeal' && state.appealDecisions.length === 0
      ? appending({ type: 'AppealDecided', data: { ...decided, ...signed } })
      : taskIsOver,
  );

/** The sanction was served to its end, and what it took was given back. */
export const completeExecution = (
  act: Act,
  { restoredOn }: Pick<EventData['ExecutionCompleted'], 'restoredOn'>,
): Command =>
  byAssignee(act, (signed, _state, task) =>
    task.kind === 'execution' ? appending({ type: 'ExecutionCompleted', data: { ...signed, restoredOn } }) : taskIsOver,
  );
