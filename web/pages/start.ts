import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { section } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface StartView {
  readonly frame: Frame;
}

/** `/`: what the service is, and the two ways in. */
export const startPage = ({ frame }: StartView, lang: Lang): Html => {
  const { start } = textsFor(lang).report;
  const body = html`<p class="lede">${start.lede}</p>
<ul class="ways"><li><a class="button" href="/lapor">${start.reportAction}</a><span>${start.reportHint}</span></li><li><a class="button quiet" href="/lacak">${start.followAction}</a><span>${start.followHint}</span></li></ul>
${section(
  'how',
  start.howTitle,
  html`<ol class="how">${start.how.map((step) => html`<li><b>${step.title}</b><p>${step.text}</p></li>`)}</ol>`,
)}
${section('protect', start.protectTitle, html`<ul>${start.protect.map((line) => html`<li>${line}</li>`)}</ul>`)}
${section('basis', start.basisTitle, html`<p>${start.basis}</p>`)}`;
  return layout({ lang, frame, title: start.title, body, nav: 'start' });
};
