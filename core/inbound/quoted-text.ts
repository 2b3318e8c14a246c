import type { MailTexts } from '../mails/mail-texts.ts';

/** Where a quoted mail may begin: a mark, a rule, a line of its header, or the sentence that says who wrote when. */
const OPENER = /^\s*(>|-{2,}|_{5,}|\*?(From|Dari|Sent|Dikirim|Terkirim)\b|(On|Pada)\s)/i;
const MARK = /^[ \t]*(>[ \t]?)+/;
const HEADER_LINE =
  /^\s*\*?(from|dari|to|kepada|ke|cc|sent|date|dikirim|terkirim|tanggal|subject|perihal|subjek|subyek|reply-to|balas ke)\*?\s*:.*$/i;
/** What mail programs put in front of a quote; each on the text with its line breaks gone. */
const prefaces: readonly RegExp[] = [
  /\b(On|Pada)\s.{5,300}?(wrote|menulis)\s*:/gi,
  /[-_]{2,}\s*(Original Message|Pesan Asli|Pesan asli)?\s*[-_]{2,}/gi,
];

/** Longer than any mail of ours is quoted. */
const MAX_QUOTE = 8_000;
const MAX_PLACES = 40;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*');

/** A sentence of ours as it may come back: broken into other lines, with anything short where it named something. */
const patternOf = (sentence: string): RegExp => {
  const pieces = sentence.split(/\{(\w+)\}/);
  const source = pieces.map((piece, place) =>
    place % 2 === 0 ? literal(piece) : piece === 'link' ? '<?https?://\\S+' : '.{1,200}?',
  );
  return new RegExp(source.join('\\s*'), 'gi');
};

/** Longest first, so that no sentence takes a piece out of another. */
const sentencesOf = ({ mails, footer, replyFooter }: MailTexts): readonly string[] =>
  [footer, replyFooter, ...Object.values(mails).flatMap(({ paragraphs }) => paragraphs)]
    .flatMap(({ id, en }) => [id, en])
    .toSorted((a, b) => b.length - a.length);

/** Whether lines say nothing but what a mail of ours said. */
const isOurs = (lines: readonly string[], patterns: readonly RegExp[]): boolean => {
  const said = lines
    .map((line) => line.replace(MARK, ''))
    .filter((line) => !HEADER_LINE.test(line))
    .join(' ')
    .replace(/\s+/g, ' ');
  if (said.length > MAX_QUOTE) return false;
  const [left, found] = patterns.reduce(
    ([rest, hits], pattern): [string, number] => {
      const next = rest.replace(pattern, ' ');
      return [next, next === rest ? hits : hits + 1];
    },
    [said, 0],
  );
  const without = prefaces.reduce((rest, preface) => rest.replace(preface, ' '), left);
  return found > 0 && !/[\p{L}\p{N}]/u.test(without);
};

/**
 * An answer without the mail of ours that it quotes at its end. Nothing else is taken away: a quote of somebody else may be what a reporter
 * wants to show, and where anything stands between our sentences, or nothing stands before them, the whole text is kept.
 */
export const withoutOwnQuote = (text: string, texts: MailTexts): string => {
  const lines = text.split('\n');
  const patterns = sentencesOf(texts).map(patternOf);
  const places = lines.flatMap((line, place) => (OPENER.test(line) ? [place] : [])).slice(0, MAX_PLACES);
  for (const place of places) {
    const said = lines.slice(0, place);
    if (isOurs(lines.slice(place), patterns)) return isOurs(said, patterns) ? text : said.join('\n').trim() || text;
  }
  return text;
};
