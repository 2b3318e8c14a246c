import { systemActor } from '../../../core/case/actor.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/events.ts';
import { replay } from '../../../core/case/fold.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { CaseStatus } from '../../../core/case/transitions.ts';
import { type CaseId, commandIdSchema } from '../../../core/ids.ts';
import { MINUTE, plusMs } from '../../../core/time.ts';
import { chained } from '../../../core/trail/chain.ts';
import {
  CASE,
  caseClosed,
  caseDismissed,
  decisionSigned,
  evidenceRequested,
  evidenceStored,
  notificationSent,
  principlesSuggested,
  reportReceived,
  reviewDecided,
  START,
  sanctionDecided,
  taskOpened,
  triageDecided,
} from './drafts.ts';

/** Chains drafts into a trail, one a minute from START, behind `events` where given. */
export const trailOf = (
  drafts: readonly EventDraft[],
  { caseId = CASE, events = [] }: { caseId?: CaseId; events?: readonly CaseEvent[] } = {},
): CaseEvent[] => {
  const trail = [...events];
  for (const draft of drafts) {
    const seq = trail.length + 1;
    const at = plusMs(START, seq * MINUTE);
    const commandId = commandIdSchema.parse(`test:${seq}`);
    trail.push(chained(draft, { caseId, head: trail.at(-1), at, actor: systemActor('test'), commandId }));
  }
  return trail;
};

const capturing = [reportReceived(), evidenceRequested()];
const triage = [...capturing, evidenceStored('capture-1'), principlesSuggested(), taskOpened('triage', 1)];
const review = [...triage, triageDecided('PROCEED'), taskOpened('review', 2)];
const decision = [...review, reviewDecided('PROCEED'), taskOpened('decision', 3)];
const service = [...decision, sanctionDecided()];

/** The shortest ordinary way into every status; tasks that belong to the status are open. */
export const pathTo: Readonly<Record<CaseStatus, readonly EventDraft[]>> = {
  RECEIVED: [reportReceived()],
  CAPTURING: capturing,
  TRIAGE: triage,
  REVIEW: review,
  DECISION: decision,
  SERVICE: service,
  CLOSED: [...service, decisionSigned, notificationSent, caseClosed('SANCTIONED')],
  DISMISSED: [...decision, caseDismissed()],
  REJECTED: [...triage, triageDecided('REJECT')],
  REFERRED: [...triage, triageDecided('REFER')],
  MERGED: [...triage, triageDecided('MERGE')],
};

/** The state that a list of drafts tells. */
export const stateAfter = (drafts: readonly EventDraft[]): CaseState => {
  const state = replay(trailOf(drafts));
  if (state === undefined) throw new RangeError('a case has at least one event');
  return state;
};

/** A case in the given status. */
export const stateIn = (status: CaseStatus): CaseState => stateAfter(pathTo[status]);

/** A case from intake to its end: sanctioned, signed, notified, closed. */
export const wholeTrail = (): CaseEvent[] => trailOf(pathTo.CLOSED);
