import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export interface MailRow {
  readonly href: string;
  readonly to: string;
  readonly subject: string;
  readonly receivedAt: Moment;
}

export interface InboxView {
  readonly frame: Frame;
  /** Newest first. */
  readonly rows: readonly MailRow[];
}

/** `/dev/inbox`: every mail of the one-machine runtime. */
export const inboxPage = (view: InboxView, lang: Lang): Html => {
  const { inbox } = textsFor(lang).tools;
  const columns = [inbox.subject, inbox.to, inbox.received].map((label) => ({ label }));
  const rows = view.rows.map((row) => [
    html`<a href="${row.href}">${row.subject}</a>`,
    row.to,
    timeTag(row.receivedAt),
  ]);
  const body = html`<p class="lede">${inbox.lede}</p>${
    rows.length === 0 ? html`<p class="empty">${inbox.empty}</p>` : table(inbox.caption, columns, rows)
  }<p class="hint">${inbox.codes}</p>`;
  return layout({ lang, frame: view.frame, title: inbox.title, body, width: 'wide' });
};

export interface MailView {
  readonly frame: Frame;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly receivedAt: Moment;
  /** The plain text part; its web addresses become links. */
  readonly text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly rawHref: string;
}

const webAddress = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/;

/** Text whose web addresses can be followed. */
const linked = (text: string): Html =>
  html`${text.split(webAddress).map((part, i) => (i % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part))}`;

/** One mail of the trial inbox. */
export const mailPage = (view: MailView, lang: Lang): Html => {
  const { inbox } = textsFor(lang).tools;
  const body = html`${facts([
    { label: inbox.from, value: view.from },
    { label: inbox.to, value: view.to },
    { label: inbox.received, value: timeTag(view.receivedAt) },
  ])}<div class="mail">${linked(view.text)}</div>
<details><summary>${inbox.headers}</summary>${facts(view.headers.map(({ name, value }) => ({ label: name, value })))}</details>
<p class="actions"><a class="button quiet" href="/dev/inbox">${inbox.back}</a> <a href="${view.rawHref}">${inbox.raw}</a></p>`;
  return layout({ lang, frame: view.frame, title: view.subject, body });
};
