import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** An RFC 9457 problem as a page shows it; `title` and `detail` come in the language of the page. */
export interface ProblemView {
  readonly frame: Frame;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  /** Request id to quote to support. */
  readonly reference: string | null;
}

/** Any error that has no page of its own. */
export const problemPage = (view: ProblemView, lang: Lang): Html => {
  const { common } = textsFor(lang);
  const body = html`<p class="lede">${view.detail ?? common.problemHint}</p>${view.status >= 500 && view.detail !== null && html`<p>${common.problemHint}</p>`}
<p class="hint">${view.status}${when(view.reference, (reference) => html` · ${common.problemReference} <code>${reference}</code>`)}</p>
<p class="actions"><a class="button quiet" href="/">${common.backToStart}</a></p>`;
  return layout({ lang, frame: view.frame, title: view.title, body });
};
