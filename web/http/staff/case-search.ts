import { mayReadCase, type Principal } from '../../../core/access/principal.ts';
import type { CaseStatus } from '../../../core/case/transitions.ts';
import { caseIdSchema, type Nip, nipSchema } from '../../../core/ids.ts';
import type { CaseRow, Page } from '../../../core/ports.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';

export interface CaseQuery {
  readonly status?: CaseStatus | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type SearchPorts = Pick<Ports, 'cases' | 'directory'>;

/** How many employees of one name are looked up. */
const MOST_NAMESAKES = 10;

const byNumber = async (ports: SearchPorts, q: string): Promise<CaseRow[] | undefined> => {
  const caseId = caseIdSchema.safeParse(q.toUpperCase());
  if (!caseId.success) return undefined;
  const stored = await ports.cases.get(caseId.data);
  return stored === undefined ? [] : [stored.row];
};

/** Employees of the agency by a part of their name: cases know them by number only. */
const namesakes = async (ports: SearchPorts, { agencyId }: Principal, q: string): Promise<Nip[]> => {
  const wanted = q.toLocaleLowerCase('id');
  const staff = await ports.directory.listStaff(agencyId);
  return staff
    .filter(({ name }) => name.toLocaleLowerCase('id').includes(wanted))
    .slice(0, MOST_NAMESAKES)
    .map(({ nip }) => nip);
};

const newestFirst = (a: CaseRow, b: CaseRow): number =>
  b.receivedAt.localeCompare(a.receivedAt) || b.caseId.localeCompare(a.caseId);

const found = async (
  ports: SearchPorts,
  principal: Principal,
  { q, cursor, limit, status }: CaseQuery,
): Promise<Page<CaseRow>> => {
  const { agencyId } = principal;
  if (q === undefined) return ports.cases.list({ agencyId, status, cursor, limit });
  const numbered = await byNumber(ports, q);
  if (numbered !== undefined) return { items: numbered };
  const nip = nipSchema.safeParse(q.replace(/\s/g, ''));
  if (nip.success) return ports.cases.listByRespondent({ agencyId, nip: nip.data, cursor, limit });
  const nips = await namesakes(ports, principal, q);
  const pages = await Promise.all(nips.map((each) => ports.cases.listByRespondent({ agencyId, nip: each, limit })));
  return {
    items: pages
      .flatMap(({ items }) => items)
      .toSorted(newestFirst)
      .slice(0, limit),
  };
};

/**
 * The cases that this member of staff may know of, newest first: all, those in a status, or what `q` names (a case number, the
 * respondent's NIP, or a part of their name; names come without further pages). Every way goes by an index. A page may hold fewer than
 * `limit` and still have a successor.
 * @throws InvalidCursor
 */
export const searchCases = async (
  ports: SearchPorts,
  principal: Principal,
  query: CaseQuery,
): Promise<Page<CaseRow>> => {
  const { items, cursor } = await found(ports, principal, query);
  const { status } = query;
  const visible = items.filter(
    (row) => row.seq > 0 && mayReadCase(principal, row) && (status === undefined || row.status === status),
  );
  return { items: visible, cursor };
};
