import { decideReview, decideTriage } from '../../../core/case/commands/acts.ts';
import { parkCase, recordNotification, revealIdentity } from '../../../core/case/commands/closing.ts';
import {
  failCapture,
  mergeReport,
  planCaptures,
  storeEvidence,
  suggestPrinciples,
} from '../../../core/case/commands/evidence.ts';
import { changeTrack } from '../../../core/case/commands/examination.ts';
import {
  escalateTask,
  expireTask,
  moveDeadline,
  openTask,
  reassignTask,
  remindTask,
} from '../../../core/case/commands/tasks.ts';
import { type Assignee, type TaskKind, taskKindSchema } from '../../../core/case/events.ts';
import { type CaseState, respondentNip, trackOf } from '../../../core/case/state.ts';
import {
  artifactOf,
  assigneeFor,
  CHARGE,
  captureFailed,
  deadlineMoved,
  evidenceRequested,
  notificationSent,
  OTHER_CASE,
  principlesSuggested,
  RESPONDENT,
} from '../builders/drafts.ts';
import { nipOf } from '../builders/staff.ts';
import {
  acting,
  actingLate,
  type Make,
  type Moment,
  type Moves,
  newTask,
  oneOf,
  onTask,
  periodFrom,
  someone,
  withoutRound,
} from './move.ts';

export const plan: Make = () => planCaptures(evidenceRequested().data.captures);
export const suggest: Make = () => suggestPrinciples(withoutRound(principlesSuggested().data));
export const answer: Make = (_seen, { number }) =>
  storeEvidence(withoutRound(artifactOf(`message-${number}`, { kind: 'MESSAGE' })));

/** Whose task it lawfully is: the builders' official for the kind, or another where that one is the accused. */
const lawfulHolder = (seen: CaseState, kind: TaskKind): Assignee => {
  const accused = respondentNip(seen);
  const assignee = assigneeFor(kind);
  if (assignee.kind === 'respondent') return { ...assignee, nip: accused ?? assignee.nip };
  return assignee.kind === 'official' && assignee.nip === accused ? { ...assignee, nip: nipOf(20) } : assignee;
};

/** Opens a task of a kind for whoever may hold it. */
export const opening =
  (kind: TaskKind): Make =>
  (seen, { now, number }) =>
    openTask({ taskId: newTask(number), kind, assignee: lawfulHolder(seen, kind), ...periodFrom(now) });

const proceed = { outcome: 'PROCEED', respondentNip: RESPONDENT, track: 'DISCIPLINE_PNS' } as const;
export const triageProceeds = acting((act) => decideTriage(act, proceed));
export const reviewProceeds = acting((act) => decideReview(act, { outcome: 'PROCEED', principles: ['P2'] }));

export const changeTheTrack = acting((act, seen, { variant }) =>
  changeTrack(act, {
    from: trackOf(seen) ?? 'DISCIPLINE_PNS',
    to: oneOf(['ETHICS', 'DISCIPLINE_PNS'], variant),
  }),
);

const next = ({ now, number, variant }: Moment) => ({
  newTaskId: newTask(number),
  to: someone(variant),
  ...periodFrom(now),
});

/** Whatever kind of task for whoever. */
const openAny: Make = (_seen, { now, number, variant }) => {
  const kind = oneOf(['triage', ...taskKindSchema.options], variant);
  const nip = someone(number);
  const assignee = oneOf(
    [assigneeFor(kind), { kind: 'official' as const, nip }, { kind: 'respondent' as const, nip }],
    number,
  );
  return openTask({ taskId: newTask(number), kind, assignee, ...periodFrom(now) });
};

/** What may be tried on any task at any time. */
export const taskMoves: Moves = {
  'open any task': openAny,
  remind: onTask((taskId, { now }) => remindTask(taskId, now)),
  escalate: onTask((taskId, moment) => escalateTask(taskId, moment.now, next(moment))),
  expire: onTask((taskId, { now }) => expireTask(taskId, now, periodFrom(now))),
  reassign: onTask((taskId, moment) => reassignTask(taskId, { ...next(moment), cause: 'INELIGIBLE' })),
  'move a deadline': onTask((taskId, { now }) =>
    moveDeadline(taskId, { ...periodFrom(now), derivation: deadlineMoved(1).data.derivation }),
  ),
};

/** What may be tried before the examination, or at any time by anyone. */
export const intakeMoves: Moves = {
  store: (_seen, { number }) => storeEvidence(withoutRound(artifactOf(`capture-${number + 10}`))),
  'store again': () => storeEvidence(withoutRound(artifactOf('capture-1'))),
  fail: (_seen, { number }) => failCapture(withoutRound(captureFailed(`capture-${number + 10}`).data)),
  answer,
  merge: () => mergeReport(OTHER_CASE),
  park: () => parkCase({ state: 'Notify', error: 'States.TaskFailed' }),
  reveal: () => revealIdentity('NOTIFY_REPORTER'),
  notify: () => recordNotification(withoutRound(notificationSent.data)),
  'triage ends': acting((act, _seen, { variant }) =>
    variant % 3 === 0
      ? decideTriage(act, { outcome: 'MERGE', into: OTHER_CASE })
      : decideTriage(act, { outcome: oneOf(['REJECT', 'REFER'], variant) }),
  ),
  'triage asks': acting((act) => decideTriage(act, { outcome: 'ASK_REPORTER' })),
  'triage names another': acting((act, _seen, { variant }) =>
    decideTriage(act, { ...proceed, respondentNip: someone(variant) }),
  ),
  'triage too late': actingLate((act) => decideTriage(act, proceed)),
  'review ends': acting((act) => decideReview(act, { outcome: 'DISMISS' })),
  'review wants more': acting((act) => decideReview(act, { outcome: 'MORE_EVIDENCE' })),
  'review ticks a charge': acting((act) =>
    decideReview(act, { outcome: 'PROCEED', principles: ['P2'], charges: [CHARGE], impact: 'UNIT' }),
  ),
  'change the track': changeTheTrack,
};
