import type { Nip, TaskId } from '../../ids.ts';
import { refused } from '../../refusal.ts';
import { appending, type Command, notNow } from '../decision.ts';
import { currentDisclosure } from '../disclosure.ts';
import type { EventData } from '../events.ts';
import type { CaseState } from '../state.ts';
import { taskIsOver } from './tasks.ts';

/** What the respondent does with their own task; the record (BAP) may also be signed while somebody else is at work. */
interface OwnAct {
  readonly taskId: TaskId;
  readonly nip: Nip;
}

const byRespondent =
  ({ taskId, nip }: OwnAct, decide: (state: CaseState) => ReturnType<Command>): Command =>
  (state) => {
    const { assignee } = state.respondentTask?.taskId === taskId ? state.respondentTask : { assignee: undefined };
    return assignee?.kind === 'respondent' && assignee.nip === nip ? decide(state) : taskIsOver;
  };

/** The respondent answers what is held against them. */
export const recordStatement = (
  own: OwnAct,
  { artifacts, complete }: Pick<EventData['StatementRecorded'], 'artifacts' | 'complete'>,
): Command =>
  byRespondent(own, (state) => {
    const disclosed = currentDisclosure(state);
    if (disclosed === undefined) return taskIsOver;
    const { round } = state;
    const data = { taskId: own.taskId, round, disclosureHash: disclosed.hash, artifacts, complete };
    return notNow(state, 'StatementRecorded') ?? appending({ type: 'StatementRecorded', data });
  });

const noRecord = refused(
  'NO_RECORD_TO_SIGN',
  'Tidak ada berita acara yang menunggu tanda tangan.',
  'No examination record waits for a signature.',
);

/** The respondent signs the record of their examination, or refuses to. */
export const signRecord = (
  own: OwnAct,
  { manner, corrections }: Pick<EventData['ExaminationRecordSigned'], 'manner' | 'corrections'>,
): Command =>
  byRespondent(own, (state) => {
    const held = state.examinations.findLast(({ round }) => round === state.round);
    const signed = state.recordSignings.some(({ record }) => record === held?.record.sha256);
    if (held === undefined || held.signing !== 'PENDING' || signed) return noRecord;
    const data = {
      taskId: own.taskId,
      round: state.round,
      record: held.record.sha256,
      manner,
      ...(corrections === undefined ? {} : { corrections }),
    };
    return notNow(state, 'ExaminationRecordSigned') ?? appending({ type: 'ExaminationRecordSigned', data });
  });

/** The respondent objects to the decision, or appeals. */
export const fileAppeal = (own: OwnAct, filed: Omit<EventData['AppealFiled'], 'taskId' | 'round'>): Command =>
  byRespondent(
    own,
    (state) =>
      notNow(state, 'AppealFiled') ??
      appending({ type: 'AppealFiled', data: { taskId: own.taskId, round: state.round, ...filed } }),
  );
