import { zonedTime } from '../../core/calendar/zones.ts';
import type { Agency } from '../../core/directory/staff.ts';
import type { Zone } from '../../core/rules/codes.ts';
import type { Instant } from '../../core/time.ts';
import type { BoardLine } from '../../core/use-cases/board.ts';
import type { BoardRow } from '../pages/console-board.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { dueView } from './moments.ts';

export interface BoardPlace {
  readonly agency: Agency;
  readonly now: Instant;
  readonly lang: Lang;
}

/** Whole calendar days between two instants, as the zone counts days. */
const daysBetween = (from: Instant, to: Instant, zone: Zone): number =>
  zonedTime(from, zone).toPlainDate().until(zonedTime(to, zone).toPlainDate(), { largestUnit: 'day' }).days;

const dueOf = ({ row: { nextDueAt } }: BoardLine, { agency: { zone }, now, lang }: BoardPlace): BoardRow['due'] =>
  nextDueAt === undefined
    ? null
    : { ...dueView(nextDueAt, { zone, now, lang }), days: Math.abs(daysBetween(now, nextDueAt, zone)) };

/** Name and unit of the person; the reporter is never named. */
const responsibleOf = ({ row, responsible }: BoardLine, lang: Lang): string => {
  const { views } = textsFor(lang);
  if (row.nextNip !== undefined) return responsible === undefined ? row.nextNip : responsible.name;
  return row.nextKind === 'answer' ? views.reporter : views.system;
};

/** A case as a row of the board. */
export const boardRowOf = (line: BoardLine, place: BoardPlace): BoardRow => ({
  caseNumber: line.row.caseId,
  href: `/konsol/perkara/${line.row.caseId}`,
  status: line.row.status,
  next: line.row.nextKind ?? null,
  responsible: responsibleOf(line, place.lang),
  due: dueOf(line, place),
  stopped: line.row.parkedAt !== undefined,
});
