import type { NextKind } from '../../core/board/next-thing.ts';
import { type FormState, selectField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, type Tone, table } from '../design/parts.ts';
import { type StatusCode, statusCodes } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type Pager, pager, statusBadge } from './console-cases.ts';
import { consoleNav } from './console-frame.ts';

export interface BoardRow {
  readonly caseNumber: string;
  readonly href: string;
  readonly status: StatusCode;
  readonly next: NextKind | null;
  readonly responsible: string;
  /** `days`: calendar days left, or since it was due. */
  readonly due: { readonly at: Moment; readonly overdue: boolean; readonly days: number } | null;
  /** The flow stopped here and waits for a repair. */
  readonly stopped: boolean;
}

export interface BoardView {
  readonly frame: Frame;
  readonly filter: { readonly status: StatusCode | null };
  readonly rows: readonly BoardRow[];
  readonly pager: Pager;
}

const ended: ReadonlySet<StatusCode> = new Set(['CLOSED']);

const filterForm = ({ filter }: BoardView, lang: Lang): Html => {
  const {
    console: { list },
    domain,
  } = textsFor(lang);
  const state: FormState = { lang, errors: [], values: { status: filter.status ?? '' } };
  const options = statusCodes
    .filter((value) => !ended.has(value))
    .map((value) => ({ value, label: domain.status[value].label }));
  return html`<form method="get" action="/konsol/papan" class="filter" role="search">${selectField(state, {
    name: 'status',
    label: list.status,
    empty: list.anyStatus,
    keep: true,
    groups: [{ label: null, options }],
  })}<p class="actions"><button type="submit" class="quiet">${list.filter}</button></p></form>`;
};

const urgency = ({ overdue, days }: NonNullable<BoardRow['due']>): Tone => {
  if (overdue) return 'bad';
  return days <= 1 ? 'warn' : 'info';
};

const leftCell = (due: BoardRow['due'], lang: Lang): Html => {
  const { board } = textsFor(lang).console;
  if (due === null) return html`<span class="quiet">${textsFor(lang).common.none}</span>`;
  const left = due.overdue ? board.overdue(due.days) : board.remaining(due.days);
  return html`<div>${badge(urgency(due), left)}<br>${timeTag(due.at)}</div>`;
};

const nextCell = ({ next, stopped }: BoardRow, lang: Lang): Html => {
  const { console: texts, common } = textsFor(lang);
  return html`<div>${next === null ? common.unknown : texts.next[next]}${when(stopped, () => html` ${badge('bad', texts.board.stopped)}`)}</div>`;
};

/** `/konsol/papan`: open cases by time left. */
export const boardPage = (view: BoardView, lang: Lang): Html => {
  const { list, board } = textsFor(lang).console;
  const columns = [list.number, list.status, board.next, board.responsible, board.left].map((label) => ({ label }));
  const rows = view.rows.map((row) => [
    html`<a class="id" href="${row.href}">${row.caseNumber}</a>`,
    statusBadge(row.status, lang),
    nextCell(row, lang),
    row.responsible,
    leftCell(row.due, lang),
  ]);
  const body = html`${consoleNav('board', lang, view.frame)}<p class="lede">${board.lede}</p>${filterForm(view, lang)}
${rows.length === 0 ? html`<p class="empty">${board.empty}</p>` : table(board.caption, columns, rows)}
${pager(view.pager, lang)}`;
  return layout({ lang, frame: view.frame, title: board.title, body, nav: 'console', width: 'wide' });
};
