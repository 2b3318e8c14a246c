import * as z from 'zod';
import { caseStatusSchema } from '../../core/case/transitions.ts';
import type { AgencyId, CaseId, Nip, Sha256 } from '../../core/ids.ts';
import { agencyIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../../core/ids.ts';
import type { CaseRow, Cases, Execution, Page, PageRequest } from '../../core/ports.ts';
import { sanctionCodeSchema, trackSchema } from '../../core/rules/codes.ts';
import { instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type IndexQuery, type KeyPage, keysOfPartition, keysOfShards } from './index-keys.ts';
import { type Item, parseItem, SCHEMA_VERSION, schemaVersion } from './item.ts';
import { shardOf } from './shards.ts';
import { updateOf } from './update-expression.ts';

const derived = {
  caseId: caseIdSchema,
  agencyId: agencyIdSchema,
  seq: z.int().min(0),
  hash: sha256Schema,
  status: caseStatusSchema,
  round: z.int().min(0),
  receivedAt: instantSchema,
  updatedAt: instantSchema,
  closed: z.boolean(),
  receiptHash: sha256Schema,
  respondentNip: nipSchema.optional(),
  claimedRespondentNip: nipSchema.optional(),
  track: trackSchema.optional(),
  sanctionCode: sanctionCodeSchema.optional(),
  participants: z.array(nipSchema),
  parkedAt: instantSchema.optional(),
};
const indexKeys = {
  agencyStatus: z.string(),
  agencyRespondent: z.string().optional(),
  openShard: z.string().optional(),
};

export const caseItemSchema = z.strictObject({
  ...derived,
  ...indexKeys,
  execution: z
    .strictObject({ name: z.string(), attempt: z.int().min(1), startedAt: instantSchema.optional() })
    .optional(),
  schemaVersion,
});

interface StoredCase {
  readonly row: CaseRow;
  readonly execution: Execution | undefined;
}

/** Whom the case is against as far as is known: as identified, else as the reporter said. */
const respondentOf = (row: CaseRow): Nip | undefined => row.respondentNip ?? row.claimedRespondentNip;

/** Everything of the item that follows from the row. Each name is there, so that what no longer holds is removed. */
const derivedItem = (row: CaseRow) => ({
  ...Object.fromEntries(Object.keys(derived).map((name) => [name, undefined])),
  ...row,
  agencyStatus: `${row.agencyId}#${row.status}`,
  agencyRespondent: respondentOf(row) && `${row.agencyId}#${respondentOf(row)}`,
  openShard: row.closed ? undefined : shardOf(row.caseId),
  schemaVersion: SCHEMA_VERSION,
});

const readCase = (item: Item): StoredCase => {
  const stored = parseItem(caseItemSchema, item, 'case row');
  const { agencyStatus, agencyRespondent, openShard, execution, schemaVersion: _, ...row } = stored;
  return { row, execution };
};

const byTime = z.object({ receivedAt: instantSchema, caseId: caseIdSchema });
const byId = z.object({ caseId: caseIdSchema });

const newestFirst = (index: string, partitionKey: string): IndexQuery<z.infer<typeof byTime>> => ({
  index,
  partitionKey,
  place: byTime,
  descending: true,
});
const openCases: IndexQuery<z.infer<typeof byId>> = { index: 'open', partitionKey: 'openShard', place: byId };
const receipts: IndexQuery<z.infer<typeof byId>> = { index: 'byReceipt', partitionKey: 'receiptHash', place: byId };

export class DynamoCaseStore implements Cases {
  readonly #table: DynamoTable;

  constructor(options: TableOptions) {
    this.#table = new DynamoTable(options);
  }

  /** A repeated announcement of one report (its receipt hash says so) is `announced` too. */
  async announce(row: CaseRow): Promise<'announced' | 'exists'> {
    if (await this.#table.putIf(derivedItem(row), { expression: 'attribute_not_exists(caseId)' })) return 'announced';
    const stored = await this.get(row.caseId);
    return stored?.row.receiptHash === row.receiptHash ? 'announced' : 'exists';
  }

  async project(row: CaseRow): Promise<void> {
    const { caseId, ...rest } = derivedItem(row);
    await this.#table.updateIf({
      Key: { caseId },
      ...updateOf(rest, 'attribute_not_exists(caseId) OR #seq < :seq'),
    });
  }

  async get(caseId: CaseId): Promise<StoredCase | undefined> {
    const item = await this.#table.get({ caseId });
    return item && readCase(item);
  }

  async byReceipt(receiptHash: Sha256): Promise<CaseRow | undefined> {
    const page = await keysOfPartition(this.#table, receipts, { partition: receiptHash, limit: 1 });
    const [row] = await this.#rows(page, (candidate) => candidate.receiptHash === receiptHash);
    return row;
  }

  async list(
    query: { agencyId: AgencyId; status?: CaseRow['status'] | undefined } & PageRequest,
  ): Promise<Page<CaseRow>> {
    const { agencyId, status } = query;
    const index =
      status === undefined ? newestFirst('byAgency', 'agencyId') : newestFirst('byAgencyStatus', 'agencyStatus');
    const partition = status === undefined ? agencyId : `${agencyId}#${status}`;
    const page = await keysOfPartition(this.#table, index, { ...query, partition });
    return this.#page(page, (row) => row.agencyId === agencyId && (status === undefined || row.status === status));
  }

  async listByRespondent(query: { agencyId: AgencyId; nip: Nip } & PageRequest): Promise<Page<CaseRow>> {
    const { agencyId, nip } = query;
    const index = newestFirst('byRespondent', 'agencyRespondent');
    const page = await keysOfPartition(this.#table, index, { ...query, partition: `${agencyId}#${nip}` });
    return this.#page(page, (row) => row.agencyId === agencyId && respondentOf(row) === nip);
  }

  async listOpen(request: PageRequest): Promise<Page<CaseRow>> {
    return this.#page(await keysOfShards(this.#table, openCases, request), (row) => !row.closed);
  }

  async setExecution(caseId: CaseId, next: Execution, seen: number): Promise<'set' | 'conflict'> {
    const unchanged = seen === 0 ? 'attribute_not_exists(#execution)' : '#execution.#attempt = :seen';
    const set = await this.#table.updateIf({
      Key: { caseId },
      UpdateExpression: 'SET #execution = :next',
      ConditionExpression: `attribute_exists(caseId) AND ${unchanged}`,
      ExpressionAttributeNames: { '#execution': 'execution', ...(seen > 0 && { '#attempt': 'attempt' }) },
      ExpressionAttributeValues: { ':next': next, ...(seen > 0 && { ':seen': seen }) },
    });
    if (set !== undefined) return 'set';
    const stored = (await this.get(caseId))?.execution;
    return stored?.name === next.name && stored.attempt === next.attempt ? 'set' : 'conflict';
  }

  async forget(caseId: CaseId): Promise<void> {
    await this.#table.deleteIf({ caseId }, { expression: 'seq = :zero', values: { ':zero': 0 } });
  }

  async #rows({ keys }: KeyPage<{ caseId: CaseId }>, holds: (row: CaseRow) => boolean): Promise<CaseRow[]> {
    const items = await this.#table.getAll(keys.map(({ caseId }) => ({ caseId })));
    return items.map((item) => readCase(item).row).filter(holds);
  }

  async #page(page: KeyPage<{ caseId: CaseId }>, holds: (row: CaseRow) => boolean): Promise<Page<CaseRow>> {
    return { items: await this.#rows(page, holds), cursor: page.cursor };
  }
}
