import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { details, facts, hash } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface TaskDoneView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly outcome: string;
  readonly recordedAt: Moment;
  /** The event that is the act. */
  readonly event: { readonly seq: number; readonly hash: string };
  /** What happens next, as a sentence; `null` when nothing does. */
  readonly next: string | null;
}

/** After the act: what was recorded. */
export const taskDonePage = (view: TaskDoneView, lang: Lang): Html => {
  const { act, result } = textsFor(lang).task;
  const body = html`<p class="lede">${result.doneText}</p>
${facts([
  { label: act.caseNumber, value: view.caseNumber },
  { label: result.outcome, value: html`<b>${view.outcome}</b>` },
  { label: result.recordedAt, value: timeTag(view.recordedAt) },
  { label: result.next, value: when(view.next, (next) => html`${next}`) },
])}${details(result.record(view.event.seq), hash(view.event.hash))}`;
  return layout({ lang, frame: view.frame, title: result.doneTitle, body, plain: true, result: 'done' });
};

export interface BareTaskView {
  readonly frame: Frame;
}

/** The refusal: the same page whatever the reason, so that it tells a stranger nothing. */
export const taskRefusalPage = ({ frame }: BareTaskView, lang: Lang): Html => {
  const { result } = textsFor(lang).task;
  const body = html`<p class="lede">${result.refusalText}</p><p>${result.refusalHelp}</p>`;
  return layout({ lang, frame, title: result.refusalTitle, body, plain: true, result: 'refused' });
};

/** For someone who had entered the code while another act won. */
export const taskActedPage = ({ frame }: BareTaskView, lang: Lang): Html => {
  const { result } = textsFor(lang).task;
  const body = html`<p class="lede">${result.actedText}</p>`;
  return layout({ lang, frame, title: result.actedTitle, body, plain: true, result: 'already-acted' });
};
