import { type FormState, selectField, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, type Tone, table } from '../design/parts.ts';
import { type StatusCode, statusCodes } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface CaseRow {
  readonly caseNumber: string;
  readonly href: string;
  readonly status: StatusCode;
  readonly receivedAt: Moment;
  readonly respondent: string | null;
  readonly due: { readonly at: Moment; readonly overdue: boolean } | null;
}

export interface CaseListView {
  readonly frame: Frame;
  /** Inputs `status` and `q` of a GET form, as asked for. */
  readonly filter: { readonly status: StatusCode | null; readonly q: string };
  readonly rows: readonly CaseRow[];
  readonly pager: Pager;
}

/** Where the first and the next page of a list are; `null` where this is it, or there is none. */
export interface Pager {
  readonly firstHref: string | null;
  readonly nextHref: string | null;
}

const stopped: ReadonlySet<StatusCode> = new Set(['CLOSED', 'REJECTED', 'REFERRED', 'MERGED', 'DISMISSED']);

/** What waits for a word of the authority, or of whoever was appealed to. */
const waiting: ReadonlySet<StatusCode> = new Set(['DECISION', 'APPEAL']);

export const statusBadge = (status: StatusCode, lang: Lang): Html => {
  const tone: Tone = stopped.has(status) ? 'info' : waiting.has(status) ? 'warn' : 'good';
  return badge(tone, textsFor(lang).domain.status[status].label);
};

export const dueCell = (due: CaseRow['due'], lang: Lang): Html =>
  due === null
    ? html`<span class="quiet">${textsFor(lang).common.none}</span>`
    : html`${timeTag(due.at)}${due.overdue && html` ${badge('bad', textsFor(lang).task.act.overdue)}`}`;

const filterForm = (view: CaseListView, lang: Lang): Html => {
  const {
    console: { list },
    domain,
  } = textsFor(lang);
  const state: FormState = { lang, errors: [], values: { status: view.filter.status ?? '', q: view.filter.q } };
  const options = statusCodes.map((value) => ({ value, label: domain.status[value].label }));
  return html`<form method="get" action="/konsol" class="filter" role="search">${selectField(state, {
    name: 'status',
    label: list.status,
    empty: list.anyStatus,
    keep: true,
    groups: [{ label: null, options }],
  })}${textField(state, { name: 'q', label: list.search, hint: list.searchHint, type: 'search', maxlength: 100 })}<p class="actions"><button type="submit" class="quiet">${list.filter}</button></p></form>`;
};

/** The way on through a list. */
export const pager = ({ firstHref, nextHref }: Pager, lang: Lang): Html | null => {
  const { list } = textsFor(lang).console;
  if (firstHref === null && nextHref === null) return null;
  return html`<nav class="pager" aria-label="${list.pager}"><ul>${when(firstHref, (href) => html`<li><a href="${href}">${list.first}</a></li>`)}${when(
    nextHref,
    (href) => html`<li><a href="${href}" rel="next">${list.next}</a></li>`,
  )}</ul></nav>`;
};

/** `/konsol`: cases, newest first. */
export const caseListPage = (view: CaseListView, lang: Lang): Html => {
  const { list } = textsFor(lang).console;
  const columns = [list.number, list.status, list.respondent, list.received, list.due].map((label) => ({ label }));
  const rows = view.rows.map((row) => [
    html`<a class="id" href="${row.href}">${row.caseNumber}</a>`,
    statusBadge(row.status, lang),
    row.respondent ?? textsFor(lang).common.unknown,
    timeTag(row.receivedAt),
    dueCell(row.due, lang),
  ]);
  const body = html`${consoleNav('cases', lang, view.frame)}${filterForm(view, lang)}
${rows.length === 0 ? html`<p class="empty">${list.empty}</p>` : table(list.caption, columns, rows)}
${pager(view.pager, lang)}`;
  return layout({ lang, frame: view.frame, title: list.title, body, nav: 'console', width: 'wide' });
};
