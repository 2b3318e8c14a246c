import { type Html, html } from '../design/html.ts';
import { type Frame, layout, taskSurroundings } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { details, facts, hash } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { OwnOutcome } from './respondent-form.ts';

export interface RespondentDoneView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly outcome: OwnOutcome;
  readonly recordedAt: Moment;
  /** The event that it is. */
  readonly event: { readonly seq: number; readonly hash: string };
  /** Fingerprints of what was stored. */
  readonly stored: readonly { readonly title: string; readonly sha256: string }[];
  /** Whether the link still leads to the page. */
  readonly open: boolean;
}

/** After the respondent sent something: what was recorded, as a receipt to keep. */
export const respondentDonePage = (view: RespondentDoneView, lang: Lang): Html => {
  const { respondent, task } = textsFor(lang);
  const { done, form } = respondent;
  const stored = html`<p>${done.stored}</p><ul class="files">${view.stored.map(
    ({ title, sha256 }) => html`<li>${title} ${hash(sha256)}</li>`,
  )}</ul>`;
  const body = html`<p class="lede">${view.open ? done.open : done.closed}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: done.outcome, value: html`<b>${form.outcomes[view.outcome].label}</b>` },
  { label: task.result.recordedAt, value: timeTag(view.recordedAt) },
  { label: task.result.next, value: done.next[view.outcome] },
])}${view.stored.length > 0 && stored}${details(task.result.record(view.event.seq), hash(view.event.hash))}${
  view.open && html`<p class="actions"><a class="button quiet" href="?lang=${lang}">${done.back}</a></p>`
}`;
  return layout({ lang, frame: view.frame, title: done.title, body, result: 'done', ...taskSurroundings(view.frame) });
};

/** For a proven respondent whose page closed before what they sent. */
export const respondentClosedPage = (frame: Frame, lang: Lang): Html => {
  const { done } = textsFor(lang).respondent;
  const body = html`<p class="lede">${done.actedText}</p>`;
  return layout({
    lang,
    frame,
    title: done.actedTitle,
    body,
    result: 'already-acted',
    ...taskSurroundings(frame),
  });
};
