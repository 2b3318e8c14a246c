import { areaField, button, errorSummary, type FieldError, type FormTarget, hiddenFields } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { facts, hash } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface EvidenceAccessView {
  readonly frame: Frame;
  readonly form: FormTarget;
  readonly caseNumber: string;
  readonly title: string;
  readonly sha256: string;
  readonly errors: readonly FieldError[];
  readonly reason: string;
}

/** Asks what a file is opened for. Form `evidence`, input `reason`. */
export const evidenceAccessPage = (view: EvidenceAccessView, lang: Lang): Html => {
  const { task, views } = textsFor(lang);
  const { evidenceAccess: words } = views;
  const state = { lang, errors: view.errors, values: { reason: view.reason } };
  const body = html`${consoleNav('cases', lang, view.frame)}${errorSummary(state)}<p class="lede">${words.text}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: task.act.evidenceTitle, value: view.title },
  { label: task.act.evidenceHash, value: hash(view.sha256) },
])}
<form method="post" action="${view.form.action}" data-step="evidence">${hiddenFields(view.form.hidden)}${areaField(
    state,
    {
      name: 'reason',
      label: words.reason,
      hint: words.reasonHint,
      required: true,
      rows: 3,
      maxlength: 500,
    },
  )}${button(words.submit)}</form>`;
  return layout({ lang, frame: view.frame, title: words.title, body, nav: 'console' });
};
