import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { section } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type UploadView, uploadPart } from './upload.ts';

export interface ReportFiledView {
  readonly frame: Frame;
  readonly caseNumber: string;
  /** Shown this once, grouped for reading, e.g. `K7QD-2M9F-...`. */
  readonly receiptCode: string;
  /** The signed receipt: a compact JWS. */
  readonly receipt: string;
  readonly upload: UploadView | null;
}

/** A JWS is base64url and dots, so it can stand in a data URL as it is: downloading it asks nobody. */
const downloadHref = (receipt: string): string => `data:application/jose,${encodeURIComponent(receipt)}`;

/** After filing: number, code, how to keep it, the signed receipt, uploads. */
export const reportFiledPage = (view: ReportFiledView, lang: Lang): Html => {
  const { filed } = textsFor(lang).report;
  const body = html`<div class="receipt"><p class="label" id="number">${filed.caseNumber}</p><p class="number" aria-describedby="number">${view.caseNumber}</p>
<p class="label" id="code-label">${filed.receiptCode}</p><p class="code" data-receipt-code>${view.receiptCode}</p><p class="once">${filed.once}</p></div>
${section('keep', filed.keepTitle, html`<ol>${filed.keep.map((line) => html`<li>${line}</li>`)}</ol><p class="actions"><a class="button" href="/lacak">${filed.follow}</a></p>`)}
${when(view.upload, (upload) => uploadPart(upload, lang))}
${section(
  'proof',
  filed.receiptTitle,
  html`<p>${filed.receiptText}</p><p class="actions"><a class="button quiet" download="${view.caseNumber}.jws" href="${downloadHref(view.receipt)}">${filed.receiptDownload}</a></p><details><summary>${filed.receiptShow}</summary><label for="receipt">${filed.receiptLabel}</label><textarea id="receipt" class="mono" rows="6" readonly>
${view.receipt}</textarea></details>`,
)}`;
  return layout({ lang, frame: view.frame, title: filed.title, body, nav: 'report' });
};
