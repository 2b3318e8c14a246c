import { mayReadCase, type Principal } from '../access/principal.ts';
import { newReceiptCode } from '../ids.ts';
import type { CaseRow, Page, PageRequest } from '../ports.ts';
import type { Ports } from './ports.ts';
import { actorOf } from './read-case.ts';

/** Someone who may see few of many cases gets a short page and the way to the next, rather than a long search. */
const MAX_READS = 10;

/** Whether this member of staff may know of the case; a case that was announced and never came is none. */
export const isVisible = (principal: Principal, row: CaseRow): boolean => row.seq > 0 && mayReadCase(principal, row);

/** A page of the rows they may see, filled up as far as a few reads go. @throws InvalidCursor */
export const visiblePage = async (
  principal: Principal,
  read: (page: PageRequest) => Promise<Page<CaseRow>>,
  { limit, cursor: from }: PageRequest,
): Promise<Page<CaseRow>> => {
  const items: CaseRow[] = [];
  let cursor = from;
  for (let reads = 0; reads < MAX_READS && items.length < limit; reads += 1) {
    const page = await read({ limit: limit - items.length, cursor });
    items.push(...page.items.filter((row) => isVisible(principal, row)));
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return { items, cursor };
};

export type ListingPorts = Pick<Ports, 'accessLog' | 'clock' | 'ids'>;

/** Whoever sees a case in a list has read of it: on record, before it is shown. */
export const recordListed = async (
  ports: ListingPorts,
  principal: Principal,
  { rows, action }: { readonly rows: readonly Pick<CaseRow, 'caseId'>[]; readonly action: string },
): Promise<void> => {
  const listing = { at: ports.clock.now(), actor: actorOf(principal), action };
  await Promise.all(
    rows.map(({ caseId }) => ports.accessLog.record({ ...listing, caseId, accessId: newReceiptCode(ports.ids) })),
  );
};
