import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout, taskSurroundings } from '../design/layout.ts';
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

/** For whoever came by the console; a mailed link leads nowhere else. */
const backToTasks = ({ account }: Frame, lang: Lang): Html | null =>
  when(
    account,
    () =>
      html`<p class="actions"><a class="button quiet" href="/konsol/tugas">${textsFor(lang).task.result.backToTasks}</a></p>`,
  );

/** After the act: what was recorded. */
export const taskDonePage = (view: TaskDoneView, lang: Lang): Html => {
  const { act, result } = textsFor(lang).task;
  const isByLink = view.frame.account === null;
  const body = html`<p class="lede">${isByLink ? result.doneText : result.doneInConsole}</p>
${facts([
  { label: act.caseNumber, value: view.caseNumber },
  { label: result.outcome, value: html`<b>${view.outcome}</b>` },
  { label: result.recordedAt, value: timeTag(view.recordedAt) },
  { label: result.next, value: when(view.next, (next) => html`${next}`) },
])}${details(result.record(view.event.seq), hash(view.event.hash))}${backToTasks(view.frame, lang)}`;
  return layout({
    lang,
    frame: view.frame,
    title: result.doneTitle,
    body,
    result: 'done',
    ...taskSurroundings(view.frame),
  });
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
  const body = html`<p class="lede">${result.actedText}</p>${backToTasks(frame, lang)}`;
  return layout({ lang, frame, title: result.actedTitle, body, result: 'already-acted', ...taskSurroundings(frame) });
};
