import * as z from 'zod';
import { nextKindSchema } from '../../core/board/next-thing.ts';
import { taskKindSchema } from '../../core/case/events.ts';
import { type CaseStatus, caseStatusSchema } from '../../core/case/transitions.ts';
import type { AgencyId, CaseId, Nip, Sha256 } from '../../core/ids.ts';
import { agencyIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../../core/ids.ts';
import type { CaseRow, Cases, Execution, Page, PageRequest } from '../../core/ports.ts';
import { impactScopeSchema, provisionCodeSchema, sanctionCodeSchema, trackSchema } from '../../core/rules/codes.ts';
import { type Instant, instantSchema, localDateSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type IndexQuery, type KeyPage, keysOfPartition, keysOfPartitions, keysOfShards } from './index-keys.ts';
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
  provisions: z.array(provisionCodeSchema).optional(),
  impact: impactScopeSchema.optional(),
  effectiveOn: localDateSchema.optional(),
  endsOn: localDateSchema.optional(),
  decidedAt: instantSchema.optional(),
  nextKind: nextKindSchema.optional(),
  nextNip: nipSchema.optional(),
  nextDueAt: instantSchema.optional(),
  silences: z
    .array(z.strictObject({ nip: nipSchema, kind: taskKindSchema, dueAt: instantSchema, at: instantSchema }))
    .optional(),
  participants: z.array(nipSchema),
  parkedAt: instantSchema.optional(),
};
const indexKeys = {
  agencyStatus: z.string(),
  agencyRespondent: z.string().optional(),
  openShard: z.string().optional(),
  openStatus: z.string().optional(),
  dueKey: z.string().optional(),
  silentAgency: z.string().optional(),
  silentKey: z.string().optional(),
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

/** Sorts behind every due date. */
const NEVER = '9';

/** Where the row stands among open cases by due date, and among cases with a silence. The case id makes each place its own. */
const places = ({ agencyId, caseId, status, closed, nextDueAt, silences = [] }: CaseRow) => {
  const silent = silences.at(-1);
  return {
    openStatus: closed ? undefined : `${agencyId}#${status}`,
    dueKey: closed ? undefined : `${nextDueAt ?? NEVER}#${caseId}`,
    silentAgency: silent && agencyId,
    silentKey: silent && `${silent.at}#${caseId}`,
  };
};

/** Everything of the item that follows from the row. Each name is there, so that what no longer holds is removed. */
const derivedItem = (row: CaseRow) => ({
  ...Object.fromEntries(Object.keys(derived).map((name) => [name, undefined])),
  ...row,
  agencyStatus: `${row.agencyId}#${row.status}`,
  agencyRespondent: respondentOf(row) && `${row.agencyId}#${respondentOf(row)}`,
  openShard: row.closed ? undefined : shardOf(row.caseId),
  ...places(row),
  schemaVersion: SCHEMA_VERSION,
});

const readCase = (item: Item): StoredCase => {
  const stored = parseItem(caseItemSchema, item, 'case row');
  const { execution, schemaVersion: _, ...rest } = stored;
  const { agencyStatus, agencyRespondent, openShard, openStatus, dueKey, silentAgency, silentKey, ...row } = rest;
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
const byDueKey = z.object({ dueKey: z.string().max(80), caseId: caseIdSchema });
const bySilentKey = z.object({ silentKey: z.string().max(80), caseId: caseIdSchema });
const dueCases: IndexQuery<z.infer<typeof byDueKey>> = {
  index: 'openByDue',
  partitionKey: 'openStatus',
  place: byDueKey,
};
const silentCases = (from: Instant): IndexQuery<z.infer<typeof bySilentKey>> => ({
  index: 'silent',
  partitionKey: 'silentAgency',
  place: bySilentKey,
  from: { sortKey: 'silentKey', value: from },
});
const openCases: IndexQuery<z.infer<typeof byId>> = { index: 'open', partitionKey: 'openShard', place: byId };
const receipts: IndexQuery<z.infer<typeof byId>> = { index: 'byReceipt', partitionKey: 'receiptHash', place: byId };

/** Also where the stored row is of this very event, but of an earlier version that knew no silences. */
const NEWER = 'attribute_not_exists(caseId) OR #seq < :seq OR (#seq = :seq AND attribute_not_exists(#silences))';

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
      ...updateOf(rest, NEWER),
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

  async list(query: { agencyId: AgencyId; status?: CaseStatus | undefined } & PageRequest): Promise<Page<CaseRow>> {
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

  async listByDue(
    query: { agencyId: AgencyId; status?: CaseStatus | undefined } & PageRequest,
  ): Promise<Page<CaseRow>> {
    const { agencyId, status } = query;
    const statuses = status === undefined ? caseStatusSchema.options : [status];
    const partitions = statuses.map((each) => `${agencyId}#${each}`);
    const page = await keysOfPartitions(this.#table, dueCases, { ...query, partitions, sortKey: 'dueKey' });
    const holds = (row: CaseRow) => !row.closed && row.agencyId === agencyId && statuses.includes(row.status);
    return this.#page(page, holds);
  }

  async listSilent(query: { agencyId: AgencyId; from: Instant } & PageRequest): Promise<Page<CaseRow>> {
    const { agencyId, from } = query;
    const page = await keysOfPartition(this.#table, silentCases(from), { ...query, partition: agencyId });
    return this.#page(page, (row) => row.agencyId === agencyId && (row.silences?.at(-1)?.at ?? '') >= from);
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
