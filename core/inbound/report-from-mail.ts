import type { AgencyId } from '../ids.ts';
import type { MailTexts } from '../mails/mail-texts.ts';
import { isMediaType, UNKNOWN_MEDIA_TYPE } from '../media-type.ts';
import { hiddenCharacters } from '../plain-text.ts';
import { defaultIntakeLimits, messageSchema, type Report, reportSchema } from '../report.ts';
import { sha256Hex } from '../trail/digest.ts';
import { fieldOf } from './header-block.ts';
import type { MailPart, ParsedMail } from './parsed-mail.ts';
import { withoutOwnQuote } from './quoted-text.ts';

const MAX_DESCRIPTION = 20_000;
const MAX_MESSAGE = 5_000;
const hidden = new RegExp(hiddenCharacters.source, `${hiddenCharacters.flags.replace('g', '')}g`);

/** A text that says nothing but what is seen of it, with line ends of one kind. */
export const withoutHidden = (text: string): string => text.replace(/\r\n?/g, '\n').replace(hidden, '').toWellFormed();

/** A text as forms take it: no characters that hide or reorder, line ends as one, cut to a length. */
const readable = (text: string, max: number): string =>
  withoutHidden(text)
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
    .slice(0, max)
    .toWellFormed()
    .trim();

const oneLine = (text: string, max: number): string =>
  readable(text, 4 * max)
    .replace(/\s+/g, ' ')
    .slice(0, max)
    .trim();

const fileNameOf = ({ fileName, mediaType }: MailPart, place: number): string =>
  oneLine((fileName ?? '').replace(/[/\\]/g, '_'), 200) ||
  `lampiran-${place + 1}.${mediaType.split('/')[1] ?? 'bin'}`.slice(0, 60);

const isTakenOut = ({ bytes }: MailPart): boolean =>
  bytes.byteLength > 0 && bytes.byteLength <= defaultIntakeLimits.attachmentBytes;

/** The parts that become artefacts of their own; what is empty, too large or too many stays in the raw mail alone. */
export const partsTakenOut = ({ parts }: ParsedMail): readonly MailPart[] =>
  parts.filter(isTakenOut).slice(0, defaultIntakeLimits.attachments);

export const mediaTypeOfPart = ({ mediaType }: MailPart): string =>
  isMediaType(mediaType) ? mediaType : UNKNOWN_MEDIA_TYPE;

const attachmentsOf = (mail: ParsedMail) =>
  partsTakenOut(mail).map((part, place) => ({
    fileName: fileNameOf(part, place),
    mediaType: mediaTypeOfPart(part),
    size: part.bytes.byteLength,
    sha256: sha256Hex(part.bytes),
  }));

const WEB_ADDRESS = /\bhttps?:\/\/[^\s<>"'()[\]{}]{1,2040}/gi;
const urlShape = reportSchema(defaultIntakeLimits).shape.incident.shape.urls;

/** Addresses that a reporter points to: the postings they complain of. */
const urlsIn = (text: string): readonly string[] => {
  const found = [...text.matchAll(WEB_ADDRESS)].map(([url]) => url.replace(/[.,;:!?]+$/, ''));
  return [...new Set(found)].filter((url) => urlShape.safeParse([url]).success).slice(0, defaultIntakeLimits.urls);
};

/** Who wrote, for the People table; whoever left no usable address is anonymous. */
export const reporterOf = ({ from }: Pick<ParsedMail, 'from'>): Report['reporter'] => {
  const [first] = from;
  const named = { email: first?.address ?? '', name: oneLine(first?.name ?? '', 200) };
  const { name, ...unnamed } = named;
  const reporter = reportSchema(defaultIntakeLimits).shape.reporter;
  return (
    reporter.safeParse(name === '' ? unnamed : named).data ?? reporter.safeParse(unnamed).data ?? { anonymous: true }
  );
};

const languageOf = ({ headers }: ParsedMail): 'id' | 'en' =>
  /^en\b/i.test(fieldOf(headers, 'content-language')) ? 'en' : 'id';

export interface ReportWish {
  readonly agencyId: AgencyId;
  /** What triage wrote in the place of a text that makes no report by itself. */
  readonly description?: string | undefined;
}

/** What a mail's own words come to: its subject, then its text. */
export const descriptionOf = ({ subject, text }: ParsedMail): string =>
  readable([oneLine(subject, 500), text].filter((part) => part.trim() !== '').join('\n\n'), MAX_DESCRIPTION);

/** A mail as a report; undefined where it says too little to be one. */
export const reportFromMail = (mail: ParsedMail, { agencyId, description }: ReportWish): Report | undefined =>
  reportSchema(defaultIntakeLimits).safeParse({
    agencyId,
    reporter: reporterOf(mail),
    respondent: {},
    incident: { description: description ?? descriptionOf(mail), urls: urlsIn(mail.text) },
    attachments: attachmentsOf(mail),
    language: languageOf(mail),
  }).data;

/** The text of an answer, without the mail of ours that it quotes; undefined where there is none. */
export const messageFromMail = ({ text }: ParsedMail, texts: MailTexts): string | undefined =>
  messageSchema.safeParse({ text: readable(withoutOwnQuote(withoutHidden(text), texts), MAX_MESSAGE) }).data?.text;
