import { mayReadCase, type Principal } from '../access/principal.ts';
import type { CaseStatus } from '../case/transitions.ts';
import { caseIdSchema, newReceiptCode, nipSchema } from '../ids.ts';
import type { CaseRow, Page, PageRequest } from '../ports.ts';
import type { Ports } from './ports.ts';
import { actorOf } from './read-case.ts';

export type ListPorts = Pick<Ports, 'cases' | 'accessLog' | 'clock' | 'ids'>;

export interface CaseQuery extends PageRequest {
  readonly status?: CaseStatus | undefined;
  /** A case number or the NIP of a respondent. */
  readonly q?: string | undefined;
}

/** Someone who may read few of many cases gets a short page and a cursor rather than a long search. */
const MAX_READS = 10;

const byNumber = async (ports: ListPorts, typed: string): Promise<Page<CaseRow>> => {
  const caseId = caseIdSchema.safeParse(typed.toUpperCase());
  const found = caseId.success ? await ports.cases.get(caseId.data) : undefined;
  return { items: found === undefined ? [] : [found.row] };
};

const readPage = (ports: ListPorts, { agencyId }: Principal, query: CaseQuery): Promise<Page<CaseRow>> => {
  const { status, limit, cursor, q = '' } = query;
  const typed = q.replace(/\s/g, '');
  if (typed === '') return ports.cases.list({ agencyId, status, limit, cursor });
  const nip = nipSchema.safeParse(typed);
  return nip.success
    ? ports.cases.listByRespondent({ agencyId, nip: nip.data, limit, cursor })
    : byNumber(ports, typed);
};

/** A row with seq 0 was announced ahead of its first event: nobody has been told of that case yet. */
const isListed = (principal: Principal, { status }: CaseQuery, row: CaseRow): boolean =>
  row.seq > 0 && mayReadCase(principal, row) && (status === undefined || row.status === status);

const recordListed = async (ports: ListPorts, principal: Principal, rows: readonly CaseRow[]): Promise<void> => {
  const at = ports.clock.now();
  const actor = actorOf(principal);
  await Promise.all(
    rows.map(({ caseId }) =>
      ports.accessLog.record({ caseId, accessId: newReceiptCode(ports.ids), at, actor, action: 'case-listed' }),
    ),
  );
};

/**
 * The cases that a member of staff may know of, newest first; each one listed is on record. A page may be shorter than asked for
 * while more follow.
 * @throws InvalidCursor
 */
export const listCases = async (ports: ListPorts, principal: Principal, query: CaseQuery): Promise<Page<CaseRow>> => {
  if (principal.role === 'admin') return { items: [] };
  const items: CaseRow[] = [];
  let { cursor } = query;
  for (let reads = 0; reads < MAX_READS && items.length < query.limit; reads += 1) {
    const page = await readPage(ports, principal, { ...query, cursor, limit: query.limit - items.length });
    items.push(...page.items.filter((row) => isListed(principal, query, row)));
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  await recordListed(ports, principal, items);
  return { items, cursor };
};
