import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { facts, notice, quote, section, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface MailTextView {
  readonly frame: Frame;
  readonly backHref: string;
  /** As SMTP said; null for the null sender. */
  readonly envelopeFrom: string | null;
  /** Null for a mail that cannot be taken apart. */
  readonly content: {
    readonly from: string | null;
    readonly to: string | null;
    readonly subject: string | null;
    readonly date: string | null;
    readonly messageId: string | null;
    readonly text: string;
    readonly fromHtml: boolean;
    readonly isCut: boolean;
    readonly parts: readonly {
      readonly fileName: string | null;
      readonly mediaType: string;
      readonly size: string;
    }[];
  } | null;
}

type Content = NonNullable<MailTextView['content']>;

const textPart = ({ text, fromHtml, isCut }: Content, lang: Lang): Html => {
  const { read } = textsFor(lang).mail;
  const said = text === '' ? html`<p>${read.noText}</p>` : quote(text);
  return section(
    'text',
    read.text,
    html`${fromHtml && html`<p>${read.fromHtml}</p>`}${said}${isCut && html`<p>${read.cut}</p>`}`,
  );
};

const partsPart = ({ parts }: Content, lang: Lang): Html => {
  const { read, queue } = textsFor(lang).mail;
  if (parts.length === 0) return section('parts', read.parts, html`<p>${read.noParts}</p>`);
  const columns = [read.fileName, read.mediaType, queue.size].map((label) => ({ label }));
  const rows = parts.map(({ fileName, mediaType, size }) => [fileName ?? read.noName, mediaType, size]);
  return section('parts', read.parts, table(read.parts, columns, rows));
};

/** `/konsol/surat/<mailId>/baca`: the words of a mail, none of them alive. */
export const mailTextPage = (view: MailTextView, lang: Lang): Html => {
  const { read } = textsFor(lang).mail;
  const body = html`${consoleNav('mails', lang, view.frame)}<p class="actions"><a class="button quiet" href="${view.backHref}">${read.back}</a></p>${
    view.content === null ? notice('warn', read.unreadable) : notice('info', read.lede)
  }${when(
    view.content,
    (content) =>
      html`${facts([
        { label: read.from, value: content.from },
        { label: read.envelopeFrom, value: view.envelopeFrom },
        { label: read.to, value: content.to },
        { label: read.subject, value: content.subject },
        { label: read.date, value: content.date },
        { label: read.messageId, value: content.messageId },
      ])}${textPart(content, lang)}${partsPart(content, lang)}`,
  )}`;
  return layout({ lang, frame: view.frame, title: read.title, body, nav: 'console' });
};
