import { errorSummary, type FieldError, type FormState, hiddenFields } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { assetPaths, type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { notice, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';
import { type StepUpAsk, stepUpFields } from './step-up-parts.ts';

export interface FactorRow {
  readonly factorId: string;
  readonly kind: 'PASSKEY' | 'TOTP';
  readonly added: Moment;
  readonly used: Moment | null;
}

export interface FactorsView {
  readonly frame: Frame;
  readonly action: string;
  readonly csrf: string;
  readonly errors: readonly FieldError[];
  readonly rows: readonly FactorRow[];
  /** Whether they have proven themselves, and may remove. */
  readonly mayRemove: boolean;
  /** What their one form asks for: a proof, or a new factor. */
  readonly ask: StepUpAsk | 'spent' | 'elsewhere' | null;
}

const removal = ({ action, csrf }: FactorsView, row: FactorRow, lang: Lang): Html => {
  const { factors } = textsFor(lang).stepUp;
  const hidden = { step: 'remove', csrf, factorId: row.factorId };
  const about = factors.removeThis(factors.kinds[row.kind], row.added.text);
  return html`<form method="post" action="${action}">${hiddenFields(hidden)}<button type="submit" class="quiet">${factors.remove}<span class="sr"> ${about}</span></button></form>`;
};

const list = (view: FactorsView, lang: Lang): Html => {
  const { factors } = textsFor(lang).stepUp;
  if (view.rows.length === 0) return html`<p class="empty">${factors.none}</p>`;
  const labels = [factors.kind, factors.added, factors.used, ...(view.mayRemove ? [factors.remove] : [])];
  const rows = view.rows.map((row) => [
    factors.kinds[row.kind],
    timeTag(row.added),
    row.used === null ? '-' : timeTag(row.used),
    ...(view.mayRemove ? [removal(view, row, lang)] : []),
  ]);
  return table(
    factors.caption,
    labels.map((label) => ({ label })),
    rows,
  );
};

const form = (view: FactorsView, ask: StepUpAsk, state: FormState): Html => {
  const { factors } = textsFor(state.lang).stepUp;
  const step = ask.isNew ? 'enrol' : 'step-up';
  const [id, title, text] = ask.isNew
    ? (['tambah', factors.addTitle, factors.addText] as const)
    : (['bukti', factors.proveTitle, factors.proveText] as const);
  const fields = stepUpFields(ask, { step, csrf: view.csrf }, state);
  return section(
    id,
    title,
    html`<p>${text}</p><form method="post" action="${view.action}" data-step="${step}">${fields}</form>`,
  );
};

/** `/konsol/faktor`: what one proves oneself with. Forms `step-up`, `enrol` and one for each removal. */
export const factorsPage = (view: FactorsView, lang: Lang): Html => {
  const { factors, gate } = textsFor(lang).stepUp;
  const { ask } = view;
  const state: FormState = { lang, errors: view.errors, values: {} };
  const below =
    ask === 'spent'
      ? notice('bad', gate.spent, 'alert')
      : when(ask, (asked) => (typeof asked === 'string' ? html`` : form(view, asked, state)));
  const body = html`${consoleNav('factors', lang, view.frame)}${errorSummary(state)}<p class="lede">${factors.lede}</p>
${list(view, lang)}${below}`;
  const hasScript = ask !== null && typeof ask !== 'string' && ask.passkey !== null;
  return layout({
    lang,
    frame: view.frame,
    title: factors.title,
    body,
    nav: 'console',
    ...(hasScript ? { script: assetPaths.passkey } : {}),
  });
};

/** The same address for an account that belongs to no employee. */
export const noFactorsPage = (frame: Frame, lang: Lang): Html => {
  const { factors } = textsFor(lang).stepUp;
  const body = html`${consoleNav('factors', lang, frame)}${notice('info', factors.noNip)}`;
  return layout({ lang, frame, title: factors.title, body, nav: 'console' });
};
