import fc from 'fast-check';
import {
  type Act,
  decideReview,
  decideTriage,
  dismissCase,
  imposeSanction,
  returnCase,
} from '../../../core/case/commands/acts.ts';
import {
  closeCase,
  parkCase,
  recordNotification,
  revealIdentity,
  signDecision,
} from '../../../core/case/commands/closing.ts';
import {
  failCapture,
  mergeReport,
  planCaptures,
  storeEvidence,
  suggestPrinciples,
} from '../../../core/case/commands/evidence.ts';
import { escalateTask, expireTask, openTask, reassignTask, remindTask } from '../../../core/case/commands/tasks.ts';
import { contentHash, disclosureHash } from '../../../core/case/content-hash.ts';
import type { Command } from '../../../core/case/decision.ts';
import type { TaskKind } from '../../../core/case/events.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { DAY, type Instant, plusMs } from '../../../core/time.ts';
import {
  AUTHORITY,
  captureFailed,
  decisionSigned,
  evidenceRequested,
  evidenceStored,
  notificationSent,
  OTHER_CASE,
  officialFor,
  principlesSuggested,
  REASON,
  RESPONDENT,
  sanctionDecided,
  shaOf,
  taskIdOf,
} from '../builders/drafts.ts';
import { nipOf } from '../builders/staff.ts';

/** One thing that somebody tries on a case: a command made from what they see, and by how much time moved before. */
export interface Move {
  readonly name: string;
  readonly elapsedMs: number;
  readonly command: (seen: CaseState, now: Instant, number: number) => Command;
}

type Make = Move['command'];

const withoutRound = <D extends { round: number }>({ round: _round, ...data }: D): Omit<D, 'round'> => data;
const periodFrom = (now: Instant) => ({ dueAt: plusMs(now, 2 * DAY), remindAt: plusMs(now, DAY) });

const opening =
  (kind: TaskKind): Make =>
  (_seen, now, number) =>
    openTask({
      taskId: taskIdOf(number),
      kind,
      assignee: kind === 'answer' ? { kind: 'reporter' } : { kind: 'official', nip: officialFor(kind) },
      ...periodFrom(now),
    });

/** An act by whoever holds the open task, on what they see; where none is open, by someone with an old link. */
const actOn = (seen: CaseState): Act & { disclosureHash: Act['contentHash'] } => {
  const { openTask: task } = seen;
  return {
    taskId: task?.taskId ?? taskIdOf(0),
    nip: task?.assignee.kind === 'official' ? task.assignee.nip : AUTHORITY,
    contentHash: contentHash(seen),
    disclosureHash: disclosureHash(seen),
    reason: REASON,
  };
};

const acting =
  (make: (act: ReturnType<typeof actOn>) => Command): Make =>
  (seen) =>
    make(actOn(seen));

/** The same act on content that has changed since. */
const actingLate =
  (make: (act: ReturnType<typeof actOn>) => Command): Make =>
  (seen) =>
    make({ ...actOn(seen), contentHash: shaOf('what was shown earlier') });

const onTask =
  (make: (taskId: Act['taskId'], now: Instant, number: number) => Command): Make =>
  (seen, now, number) =>
    make(seen.openTask?.taskId ?? taskIdOf(0), now, number);

const {
  taskId: _task,
  round: _round,
  contentHash: _content,
  reason: _reason,
  disclosureHash: _set,
  ...choice
} = sanctionDecided().data;
const proceed = { outcome: 'PROCEED', respondentNip: RESPONDENT, track: 'DISCIPLINE_PNS' } as const;
const next = (now: Instant, number: number) => ({
  newTaskId: taskIdOf(number),
  to: nipOf(number % 900),
  ...periodFrom(now),
});

/** Moves of the ordinary way weigh more, so that many cases get far. */
const ordinary: Readonly<Record<string, Make>> = {
  plan: () => planCaptures(evidenceRequested().data.captures),
  suggest: () => suggestPrinciples(withoutRound(principlesSuggested().data)),
  'open triage': opening('triage'),
  'triage proceeds': acting((act) => decideTriage(act, proceed)),
  'open review': opening('review'),
  'review proceeds': acting((act) => decideReview(act, { outcome: 'PROCEED', principles: ['P2'] })),
  'open decision': opening('decision'),
  sanction: acting((act) => imposeSanction(act, choice)),
  sign: () => signDecision(decisionSigned.data),
  notify: () => recordNotification(withoutRound(notificationSent.data)),
  close: () => closeCase,
};

const others: Readonly<Record<string, Make>> = {
  store: (_seen, _now, number) => storeEvidence(withoutRound(evidenceStored(`capture-${number}`).data)),
  message: (_seen, _now, number) =>
    storeEvidence(withoutRound(evidenceStored(`message-${number}`, { kind: 'MESSAGE' }).data)),
  'store again': () => storeEvidence(withoutRound(evidenceStored('capture-1').data)),
  fail: (_seen, _now, number) => failCapture(withoutRound(captureFailed(`capture-${number}`).data)),
  merge: () => mergeReport(OTHER_CASE),
  park: () => parkCase({ state: 'Notify', error: 'States.TaskFailed' }),
  reveal: () => revealIdentity('NOTIFY_REPORTER'),
  'open answer': opening('answer'),
  'triage rejects': acting((act) => decideTriage(act, { outcome: 'REJECT' })),
  'triage merges': acting((act) => decideTriage(act, { outcome: 'MERGE', into: OTHER_CASE })),
  'triage asks': acting((act) => decideTriage(act, { outcome: 'ASK_REPORTER' })),
  'review dismisses': acting((act) => decideReview(act, { outcome: 'DISMISS' })),
  'review wants more': acting((act) => decideReview(act, { outcome: 'MORE_EVIDENCE' })),
  dismiss: acting(dismissCase),
  return: acting(returnCase),
  'triage too late': actingLate((act) => decideTriage(act, proceed)),
  'decide too late': actingLate(dismissCase),
  remind: onTask((taskId, now) => remindTask(taskId, now)),
  escalate: onTask((taskId, now, number) => escalateTask(taskId, now, next(now, number))),
  expire: onTask((taskId, now) => expireTask(taskId, now, periodFrom(now))),
  reassign: onTask((taskId, now, number) => reassignTask(taskId, { ...next(now, number), cause: 'INELIGIBLE' })),
};

const makers = (moves: Readonly<Record<string, Make>>) =>
  fc.constantFrom(...Object.entries(moves).map(([name, command]) => ({ name, command })));

/** Time mostly passes; now and then somebody sets the clock back. */
const elapsed = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: DAY }) },
  { weight: 3, arbitrary: fc.integer({ min: DAY, max: 4 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -DAY, max: -1 }) },
);

const move = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: makers(ordinary) }, { weight: 2, arbitrary: makers(others) }), elapsed)
  .map(([{ name, command }, elapsedMs]): Move => ({ name, command, elapsedMs }));

const shown = (moves: readonly Move[]): string =>
  moves.map(({ name, elapsedMs }) => `${name} (+${elapsedMs})`).join(', ');

/** What people, timers and the flow may try on one case, in any order: a way through with anything at all in between. */
export const caseMoves: fc.Arbitrary<readonly Move[]> = fc
  .array(fc.array(move, { maxLength: 3 }), { minLength: Object.keys(ordinary).length, maxLength: 22 })
  .map((gaps) =>
    gaps.flatMap((gap, index) => {
      const names = Object.entries(ordinary);
      const [name, command] = names[index % names.length] ?? ['close', () => closeCase];
      return [...gap, { name, command, elapsedMs: 1000 }];
    }),
  )
  .map((moves) => Object.assign(moves, { toString: () => shown(moves) }));
