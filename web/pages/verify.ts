import {
  areaField,
  button,
  errorSummary,
  type FieldError,
  type FormState,
  type FormTarget,
  hiddenFields,
} from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { facts } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type VerdictView, verdictPanel } from './verdict.ts';

export interface VerifyFormView {
  readonly frame: Frame;
  /** Takes multipart inputs `document` (text) and `file`. */
  readonly form: FormTarget;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}

/** `/verifikasi`: paste a receipt, or upload a receipt or an export. */
export const verifyFormPage = (view: VerifyFormView, lang: Lang): Html => {
  const { verify } = textsFor(lang).tools;
  const state: FormState = { lang, errors: view.errors, values: { document: view.typed } };
  const body = html`${errorSummary(state)}<p class="lede">${verify.lede}</p>
<form method="post" action="${view.form.action}" enctype="multipart/form-data">${hiddenFields(view.form.hidden)}${areaField(
    state,
    {
      name: 'document',
      label: verify.document,
      hint: verify.documentHint,
      rows: 7,
    },
  )}<div class="field"><label for="file">${verify.file}</label><p class="hint" id="file-hint">${verify.fileHint}</p><input type="file" id="file" name="file" aria-describedby="file-hint"></div>${button(verify.submit)}</form>
<p class="hint">${verify.offline}<br><code>npm run verify -- FILE</code></p>`;
  return layout({ lang, frame: view.frame, title: verify.title, body, nav: 'verify' });
};

export interface VerifyVerdictView {
  readonly frame: Frame;
  readonly kind: 'RECEIPT' | 'TRAIL' | 'OTHER';
  readonly verdict: VerdictView;
  /** What the document states, already in words; empty when it could not be read. */
  readonly stated: readonly { readonly label: string; readonly value: string }[];
}

export const verifyVerdictPage = (view: VerifyVerdictView, lang: Lang): Html => {
  const { verify } = textsFor(lang).tools;
  const body = html`<div role="status">${verdictPanel(view.verdict, lang)}</div>
<h2>${verify.factsTitle}</h2>
${facts([{ label: verify.kind, value: verify.kinds[view.kind] }, ...view.stated])}
<p class="actions"><a class="button quiet" href="/verifikasi">${verify.again}</a></p>`;
  return layout({ lang, frame: view.frame, title: verify.verdictTitle, body, nav: 'verify' });
};
