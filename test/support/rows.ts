import { agencyIdSchema, newCaseId, newTaskId, nipSchema } from '../../core/ids.ts';
import type { CaseRow, Ids, TaskRow } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { GENESIS, sha256Hex } from '../../core/trail/digest.ts';

export const contoh = agencyIdSchema.parse('contoh');
export const otherAgency = agencyIdSchema.parse('lain');
export const nipA = nipSchema.parse('198501012010011001');
export const nipB = nipSchema.parse('199002022015022002');

export const instant = (text: string) => instantSchema.parse(text);

/** A case just received, with an id of its own. */
export const caseRow = (ids: Ids, change: Partial<CaseRow> = {}): CaseRow => {
  const caseId = newCaseId(ids, change.agencyId ?? contoh, 2026);
  return {
    caseId,
    agencyId: contoh,
    seq: 1,
    hash: GENESIS,
    status: 'RECEIVED',
    round: 1,
    receivedAt: instant('2026-11-23T02:15:00.000Z'),
    updatedAt: instant('2026-11-23T02:15:00.000Z'),
    closed: false,
    receiptHash: sha256Hex(`receipt of ${caseId}`),
    silences: [],
    participants: [],
    ...change,
  };
};

/** An open review task of {@link nipA}, with an id of its own. */
export const taskRow = (ids: Ids, change: Partial<TaskRow> = {}): TaskRow => ({
  taskId: newTaskId(ids),
  caseId: newCaseId(ids, contoh, 2026),
  agencyId: contoh,
  kind: 'review',
  round: 1,
  assigneeNip: nipA,
  openedAt: instant('2026-11-23T02:15:00.000Z'),
  dueAt: instant('2026-12-01T09:00:00.000Z'),
  remindAt: instant('2026-11-27T01:00:00.000Z'),
  status: 'OPEN',
  secretHash: sha256Hex('secret'),
  callback: 'WAITING',
  mailed: [],
  version: 1,
  ...change,
});
