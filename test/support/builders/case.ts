import { systemActor } from '../../../core/case/actor.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/events.ts';
import { replay } from '../../../core/case/fold.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { CaseStatus } from '../../../core/case/transitions.ts';
import { type CaseId, commandIdSchema } from '../../../core/ids.ts';
import { MINUTE, plusMs } from '../../../core/time.ts';
import { chained } from '../../../core/trail/chain.ts';
import {
  appealFiled,
  CASE,
  caseClosed,
  caseDismissed,
  decisionProposed,
  decisionServed,
  decisionSigned,
  disclosureFrozen,
  evidenceRequested,
  evidenceStored,
  examinationHeld,
  examinationMissed,
  examinationReported,
  LAST_DAY,
  letterIssued,
  notificationSent,
  principlesSuggested,
  reportReceived,
  reviewDecided,
  START,
  sanctionDecided,
  sanctionEffective,
  summonsIssued,
  TASKS,
  taskExpired,
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
const triage = [...capturing, evidenceStored('capture-1'), principlesSuggested(), taskOpened('triage')];
const review = [...triage, triageDecided('PROCEED'), taskOpened('review')];
const disclosed = [...review, reviewDecided('PROCEED'), disclosureFrozen(), taskOpened('response')];
const summoned = [...disclosed, summonsIssued(), letterIssued('summons-1-1')];
const examination = [...summoned, taskOpened('examination')];
const reported = [letterIssued('examination-report-1', 'EXAMINATION_REPORT'), examinationReported()];
const decision = [...examination, examinationHeld(), ...reported, taskOpened('decision')];
const service = [...decision, sanctionDecided(), taskOpened('service')];
const served = [...service, decisionSigned, notificationSent, decisionServed()];
const appealWindow = [...served, taskOpened('remedy')];
const unappealed = [...appealWindow, taskExpired('respondent', TASKS.remedy)];
const effective = [...unappealed, sanctionEffective()];

/** The shortest ordinary way into every status; tasks that belong to the status are open. */
export const pathTo: Readonly<Record<CaseStatus, readonly EventDraft[]>> = {
  RECEIVED: [reportReceived()],
  CAPTURING: capturing,
  TRIAGE: triage,
  REVIEW: review,
  EXAMINATION: examination,
  DECISION: decision,
  SERVICE: service,
  APPEAL_WINDOW: appealWindow,
  APPEAL: [...appealWindow, appealFiled(), taskOpened('appeal')],
  EFFECTIVE: effective,
  CLOSED: [...effective, caseClosed('SANCTIONED')],
  DISMISSED: [...decision, caseDismissed()],
  REJECTED: [...triage, triageDecided('REJECT')],
  REFERRED: [...triage, triageDecided('REFER')],
  MERGED: [...triage, triageDecided('MERGE')],
};

/** Other ways than the ordinary ones. */
export const paths = {
  /** Reviewed; nothing disclosed yet. */
  reviewed: [...review, reviewDecided('PROCEED')],
  /** Disclosed, but nobody summoned. */
  disclosed,
  /** Summoned; nobody's task but the respondent's. */
  summoned,
  /** Examined; the report has not gone up. */
  examined: [...examination, examinationHeld()],
  /** Missed two proven summonses. */
  missedTwice: [
    ...examination,
    examinationMissed(),
    summonsIssued({ session: 2, ordinal: 2 }),
    taskOpened('examination', 24),
    examinationMissed({ session: 2, final: true }),
  ],
  /** Examined and reported; nobody's task. */
  reported: [...examination, examinationHeld(), ...reported],
  sanctioned: [...decision, sanctionDecided()],
  served,
  /** The time for a remedy is over. */
  unappealed,
  /** A sanction that is served for months, and its follow-up. */
  serving: [...unappealed, sanctionEffective({ endsOn: LAST_DAY }), taskOpened('execution')],
  /** Beyond the agency: proposed to the President. */
  proposed: [...decision, decisionProposed()],
} as const satisfies Readonly<Record<string, readonly EventDraft[]>>;

/** The state that a list of drafts tells. */
export const stateAfter = (drafts: readonly EventDraft[]): CaseState => {
  const state = replay(trailOf(drafts));
  if (state === undefined) throw new RangeError('a case has at least one event');
  return state;
};

/** A case in the given status. */
export const stateIn = (status: CaseStatus): CaseState => stateAfter(pathTo[status]);

/** A case from intake to its end: examined, sanctioned, served, in effect, closed. */
export const wholeTrail = (): CaseEvent[] => trailOf(pathTo.CLOSED);
