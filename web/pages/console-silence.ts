import type { TaskKind } from '../../core/case/events.ts';
import { errorSummary, type FieldError, type FormState, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { notice, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

interface Count {
  readonly silences: number;
  readonly cases: number;
}

export interface SilenceView {
  readonly frame: Frame;
  /** Inputs `from` and `to` of a GET form, as asked for. */
  readonly filter: { readonly from: string; readonly to: string; readonly errors: readonly FieldError[] };
  readonly rule: { readonly text: string; readonly citation: string };
  readonly total: Count;
  readonly byPerson: readonly (Count & { readonly person: string; readonly unit: string | null })[];
  readonly byUnit: readonly (Count & { readonly unit: string | null })[];
  readonly lines: readonly {
    readonly person: string;
    readonly unit: string | null;
    readonly kind: TaskKind;
    readonly caseNumber: string;
    readonly href: string;
    readonly due: Moment;
    readonly recorded: Moment;
  }[];
  readonly csvHref: string | null;
}

const filterForm = ({ filter }: SilenceView, lang: Lang): Html => {
  const { silence } = textsFor(lang).console;
  const state: FormState = { lang, errors: filter.errors, values: { from: filter.from, to: filter.to } };
  return html`${errorSummary(state)}<form method="get" action="/konsol/kelalaian" class="filter" role="search">${textField(
    state,
    { name: 'from', label: silence.from, type: 'date' },
  )}${textField(state, { name: 'to', label: silence.to, type: 'date' })}<p class="actions"><button type="submit" class="quiet">${silence.filter}</button></p></form>`;
};

const count = ({ silences, cases }: Count): string[] => [String(silences), String(cases)];

const totals = (view: SilenceView, lang: Lang): Html => {
  const { silence } = textsFor(lang).console;
  const { unknown } = textsFor(lang).common;
  const counted = [
    { label: silence.count, numeric: true },
    { label: silence.cases, numeric: true },
  ];
  const people = view.byPerson.map(({ person, unit, ...counts }) => [person, unit ?? unknown, ...count(counts)]);
  const units = view.byUnit.map(({ unit, ...counts }) => [unit ?? unknown, ...count(counts)]);
  return html`${section(
    'people',
    silence.byPerson,
    table(silence.mostFirst, [{ label: silence.person }, { label: silence.unit }, ...counted], people),
  )}${section('units', silence.byUnit, table(silence.mostFirst, [{ label: silence.unit }, ...counted], units))}`;
};

const lines = (view: SilenceView, lang: Lang): Html => {
  const { silence, next } = textsFor(lang).console;
  const { unknown } = textsFor(lang).common;
  const labels = [silence.person, silence.unit, silence.task, silence.case, silence.due, silence.recorded];
  const rows = view.lines.map((line) => [
    line.person,
    line.unit ?? unknown,
    next[line.kind],
    html`<a class="id" href="${line.href}">${line.caseNumber}</a>`,
    timeTag(line.due),
    timeTag(line.recorded),
  ]);
  const columns = labels.map((label) => ({ label }));
  return section('lines', silence.lines, table(silence.oldestFirst, columns, rows));
};

const found = (view: SilenceView, lang: Lang): Html => {
  const { silence } = textsFor(lang).console;
  if (view.total.silences === 0) return html`<p class="empty">${silence.empty}</p>`;
  const { silences, cases } = view.total;
  return html`<p><b>${silence.total(silences, cases)}</b></p>${when(
    view.csvHref,
    (href) => html`<p class="actions"><a class="button quiet" href="${href}">${silence.download}</a></p>`,
  )}${totals(view, lang)}${lines(view, lang)}`;
};

/** `/konsol/kelalaian`: who let which deadline pass. */
export const silencePage = (view: SilenceView, lang: Lang): Html => {
  const { silence } = textsFor(lang).console;
  const { text, citation } = view.rule;
  const body = html`${consoleNav('silence', lang, view.frame)}<p class="lede">${silence.lede}</p>
${notice('info', `${text} (${citation})`)}
${filterForm(view, lang)}
${view.filter.errors.length > 0 ? null : found(view, lang)}`;
  return layout({ lang, frame: view.frame, title: silence.title, body, nav: 'console', width: 'wide' });
};
