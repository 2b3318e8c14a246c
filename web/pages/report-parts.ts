import { type Html, html, when } from '../design/html.ts';
import { facts, section, table } from '../design/parts.ts';
import type { RecordSigning } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type PaperView, paperList } from './hearing-parts.ts';
import { type DerivationView, derivationPart } from './impact-field.ts';

/** The columns of an examination report; what stayed empty is left out. */
export interface ReportView {
  readonly inAbsentia: boolean;
  readonly findings: string;
  readonly charges: readonly string[];
  readonly impact: string | null;
  readonly impactReason: string | null;
  readonly aggravating: string | null;
  readonly mitigating: string | null;
  /** In words; `null` where the report recommends nothing. */
  readonly recommended: string | null;
  /** How the examinee took the record; `null` where there is none. */
  readonly record: { readonly paper: PaperView; readonly signing: RecordSigning } | null;
  readonly letters: readonly PaperView[];
  /** How the level follows from the impact that was found, or from each where none was. */
  readonly derivations: readonly DerivationView[];
}

/** A sanction of the agency in another case: nothing that tells whose. */
export interface ComparableView {
  readonly year: string;
  readonly sanction: string;
  readonly provisions: string;
  readonly impact: string | null;
  /** What became of it, and the class of post where that points to nobody. */
  readonly note: string;
}

/** A sanction that the respondent had before. */
export interface EarlierView {
  readonly caseNumber: string;
  readonly sanction: string;
  readonly provisions: string;
  /** It was annulled, or punished this very act. */
  readonly note: string | null;
}

const typed = (text: string | null): Html | null => when(text, (shown) => html`<div class="typed">${shown}</div>`);

/** The report with every column, and how the examinee took the record. */
export const reportPart = (view: ReportView | null, lang: Lang): Html | null => {
  if (view === null) return null;
  const { task, domain } = textsFor(lang);
  const { parts } = task;
  const charges = html`<ul class="plain">${view.charges.map((text) => html`<li>${text}</li>`)}</ul>`;
  return section(
    'report',
    parts.reportTitle,
    html`${facts([
      { label: parts.attendance, value: view.inAbsentia ? parts.inAbsentia : parts.attended },
      { label: parts.findings, value: typed(view.findings) },
      { label: task.fields.foundCharges, value: view.charges.length === 0 ? null : charges },
      { label: task.act.impact, value: view.impact },
      { label: parts.impactReason, value: typed(view.impactReason) },
      { label: parts.aggravating, value: typed(view.aggravating) },
      { label: parts.mitigating, value: typed(view.mitigating) },
      { label: parts.recommended, value: when(view.recommended, (text) => html`<b>${text}</b>`) },
      {
        label: parts.record,
        value: when(
          view.record,
          ({ paper, signing }) => html`${paperList([paper], lang)}${domain.recordSigning[signing]}`,
        ),
      },
      { label: parts.papers, value: view.letters.length === 0 ? null : paperList(view.letters, lang) },
    ])}${view.derivations.map((one) => derivationPart(one, lang))}`,
  );
};

/** Earlier sanctions of the same person; `rule` is the article on doing the like again. */
export const earlierPart = (
  { rows, rule }: { readonly rows: readonly EarlierView[]; readonly rule: string },
  lang: Lang,
): Html => {
  const { parts } = textsFor(lang).task;
  const columns = [parts.sanction, parts.provisions, parts.caseNumber, parts.note];
  const cells = rows.map(({ sanction, provisions, caseNumber, note }) => [
    sanction,
    provisions,
    caseNumber,
    note ?? '-',
  ]);
  const body =
    rows.length === 0
      ? html`<p>${parts.noEarlier}</p>`
      : table(
          parts.earlierNote(rule),
          columns.map((label) => ({ label })),
          cells,
        );
  return section('earlier', parts.earlierTitle, body);
};

/** What the agency imposed for the like, without names. */
export const comparablesPart = (rows: readonly ComparableView[], lang: Lang): Html => {
  const { task } = textsFor(lang);
  const { parts } = task;
  const columns = [parts.year, parts.sanction, parts.provisions, parts.impact, parts.note];
  const cells = rows.map(({ year, sanction, provisions, impact, note }) => [
    year,
    sanction,
    provisions,
    impact ?? '-',
    note,
  ]);
  const body =
    rows.length === 0
      ? html`<p>${parts.noComparables}</p>`
      : table(
          parts.comparablesNote,
          columns.map((label) => ({ label })),
          cells,
        );
  return section('comparables', parts.comparablesTitle, body);
};
