import type { Principal } from '../access/principal.ts';
import type { CaseStatus } from '../case/transitions.ts';
import type { Staff } from '../directory/staff.ts';
import type { CaseRow, Page, PageRequest } from '../ports.ts';
import { type ListingPorts, recordListed, visiblePage } from './listing.ts';
import type { Ports } from './ports.ts';

export type BoardPorts = ListingPorts & Pick<Ports, 'cases' | 'directory'>;

export interface BoardQuery extends PageRequest {
  readonly status?: CaseStatus | undefined;
}

/** A case of the board with whom it waits for, as the directory knows them. */
export interface BoardLine {
  readonly row: CaseRow;
  readonly responsible: Staff | undefined;
}

/**
 * The open cases that this member of staff may know of, what is overdue first, then by time left; what only the system has to do stands
 * last. Each look is on record before anything is given. A page may hold fewer than `limit` and still have a successor.
 * @throws InvalidCursor
 */
export const readBoard = async (
  ports: BoardPorts,
  principal: Principal,
  { status, ...page }: BoardQuery,
): Promise<Page<BoardLine>> => {
  const { agencyId } = principal;
  const read = (next: PageRequest) => ports.cases.listByDue({ agencyId, status, ...next });
  const { items, cursor } = await visiblePage(principal, read, page);
  await recordListed(ports, principal, { rows: items, action: 'board-listed' });
  const lines = items.map(async (row): Promise<BoardLine> => {
    const { nextNip } = row;
    return { row, responsible: nextNip === undefined ? undefined : await ports.directory.staff(agencyId, nextNip) };
  });
  return { items: await Promise.all(lines), cursor };
};
