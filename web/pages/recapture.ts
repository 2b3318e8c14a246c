import { button, type FormTarget, hiddenFields } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout, taskSurroundings } from '../design/layout.ts';
import { facts, notice } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface RecaptureView {
  readonly frame: Frame;
  readonly form: FormTarget;
  readonly caseNumber: string;
  readonly title: string;
  readonly sourceUrl: string | null;
  /** Where whoever changes their mind goes. */
  readonly backHref: string;
  /** Why it was refused, where it was. */
  readonly refused: string | null;
}

/** Asks whether a page is to be captured again. Form `recapture`, without inputs. */
export const recapturePage = (view: RecaptureView, lang: Lang): Html => {
  const { task, capture } = textsFor(lang);
  const words = capture.page;
  const body = html`${when(view.refused, (why) => notice('bad', why, 'alert'))}<p class="lede">${words.lede}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: task.act.evidenceTitle, value: view.title },
  { label: words.source, value: when(view.sourceUrl, (url) => html`<span class="url">${url}</span>`) },
])}
<p>${words.note}</p>
<form method="post" action="${view.form.action}" data-step="recapture">${hiddenFields(view.form.hidden)}${button(words.submit)}</form>
<p><a href="${view.backHref}">${words.back}</a></p>`;
  return layout({ lang, frame: view.frame, title: words.title, body, ...taskSurroundings(view.frame) });
};
