import * as z from 'zod';
import { taskKindSchema } from '../../core/case/events.ts';
import { VersionConflict } from '../../core/errors.ts';
import type { AgencyId, CaseId, Nip, TaskId } from '../../core/ids.ts';
import { agencyIdSchema, caseIdSchema, nipSchema, sha256Schema, taskIdSchema } from '../../core/ids.ts';
import type { Ids, Page, PageRequest, TaskRow, Tasks } from '../../core/ports.ts';
import { type Instant, instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type IndexQuery, type KeyPage, keysOfPartition, keysOfShards } from './index-keys.ts';
import { type Item, newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';
import { shardOf } from './shards.ts';

export const taskItemSchema = z.strictObject({
  taskId: taskIdSchema,
  caseId: caseIdSchema,
  agencyId: agencyIdSchema,
  kind: taskKindSchema,
  round: z.int().min(1),
  assigneeNip: nipSchema.optional(),
  openedAt: instantSchema,
  dueAt: instantSchema,
  remindAt: instantSchema,
  status: z.enum(['OPEN', 'ENDED']),
  outcome: z.string().optional(),
  secretHash: sha256Schema,
  sealedToken: z.string().optional(),
  callback: z.enum(['WAITING', 'PENDING', 'DELIVERED']),
  mailed: z.array(z.string()),
  version: z.int().min(0),
  assigneeKey: z.string().optional(),
  nextShard: z.string().optional(),
  nextAt: instantSchema.optional(),
  pendingShard: z.string().optional(),
  schemaVersion,
  writer: writerSchema,
});

/** What the sweep looks for next: the reminder or the due date, whichever is earlier. */
const nextAt = ({ remindAt, dueAt }: TaskRow): Instant => (remindAt < dueAt ? remindAt : dueAt);

const assigneeKey = (agencyId: AgencyId, nip: Nip): string => `${agencyId}#${nip}`;

const sparseKeys = (row: TaskRow) => ({
  ...(row.status === 'OPEN' && { nextShard: shardOf(row.taskId), nextAt: nextAt(row) }),
  ...(row.status === 'OPEN' && row.assigneeNip && { assigneeKey: assigneeKey(row.agencyId, row.assigneeNip) }),
  ...(row.callback === 'PENDING' && { pendingShard: shardOf(row.taskId) }),
});

const itemOf = (row: TaskRow): Item => ({ ...row, ...sparseKeys(row), schemaVersion: SCHEMA_VERSION });

const rowOf = (item: Item): TaskRow => {
  const stored = parseItem(taskItemSchema, item, 'task row');
  const { assigneeKey, nextShard, nextAt, pendingShard, schemaVersion: _, writer, ...row } = stored;
  return { ...row, assigneeNip: row.assigneeNip };
};

const byId = z.object({ taskId: taskIdSchema });
const byDueDate = z.object({ dueAt: instantSchema, taskId: taskIdSchema });
const byNextTime = z.object({ nextAt: instantSchema, taskId: taskIdSchema });

const ofCase: IndexQuery<z.infer<typeof byId>> = { index: 'byCase', partitionKey: 'caseId', place: byId };
const ofAssignee: IndexQuery<z.infer<typeof byDueDate>> = {
  index: 'openByAssignee',
  partitionKey: 'assigneeKey',
  place: byDueDate,
};
const pending: IndexQuery<z.infer<typeof byId>> = {
  index: 'callbackPending',
  partitionKey: 'pendingShard',
  place: byId,
};
const dueUpTo = (before: Instant): IndexQuery<z.infer<typeof byNextTime>> => ({
  index: 'nextDue',
  partitionKey: 'nextShard',
  place: byNextTime,
  upTo: { sortKey: 'nextAt', value: before },
});

/** A case has a few tasks a round and at most 99 rounds. */
const TASKS_OF_CASE = 1_000;

export class DynamoTaskStore implements Tasks {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  async get(taskId: TaskId): Promise<TaskRow | undefined> {
    const item = await this.#table.get({ taskId });
    return item && rowOf(item);
  }

  async create(row: TaskRow): Promise<'created' | 'exists'> {
    const created = await this.#table.putAs(newWriter(this.#ids), {
      item: itemOf(row),
      key: { taskId: row.taskId },
      condition: { expression: 'attribute_not_exists(taskId)' },
    });
    return created ? 'created' : 'exists';
  }

  async update(row: TaskRow): Promise<TaskRow> {
    const next = { ...row, version: row.version + 1 };
    const updated = await this.#table.putAs(newWriter(this.#ids), {
      item: itemOf(next),
      key: { taskId: row.taskId },
      condition: {
        expression: '#version = :seen',
        names: { '#version': 'version' },
        values: { ':seen': row.version },
      },
    });
    if (!updated) throw new VersionConflict(`task ${row.taskId} is not at version ${row.version}`);
    return next;
  }

  async byCase(caseId: CaseId): Promise<TaskRow[]> {
    const page = await keysOfPartition(this.#table, ofCase, { partition: caseId, limit: TASKS_OF_CASE });
    return this.#rows(page, (row) => row.caseId === caseId);
  }

  async openOf(query: { agencyId: AgencyId; nip: Nip } & PageRequest): Promise<Page<TaskRow>> {
    const { agencyId, nip } = query;
    const page = await keysOfPartition(this.#table, ofAssignee, { ...query, partition: assigneeKey(agencyId, nip) });
    return this.#page(page, (row) => row.status === 'OPEN' && row.agencyId === agencyId && row.assigneeNip === nip);
  }

  async overdue({ before, ...request }: { before: Instant } & PageRequest): Promise<Page<TaskRow>> {
    const page = await keysOfShards(this.#table, dueUpTo(before), request);
    return this.#page(page, (row) => row.status === 'OPEN' && nextAt(row) <= before);
  }

  async callbacksPending(request: PageRequest): Promise<Page<TaskRow>> {
    const page = await keysOfShards(this.#table, pending, request);
    return this.#page(page, (row) => row.callback === 'PENDING');
  }

  async #rows({ keys }: KeyPage<{ taskId: TaskId }>, holds: (row: TaskRow) => boolean): Promise<TaskRow[]> {
    const items = await this.#table.getAll(keys.map(({ taskId }) => ({ taskId })));
    return items.map(rowOf).filter(holds);
  }

  async #page(page: KeyPage<{ taskId: TaskId }>, holds: (row: TaskRow) => boolean): Promise<Page<TaskRow>> {
    return { items: await this.#rows(page, holds), cursor: page.cursor };
  }
}
