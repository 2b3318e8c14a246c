import { type HtmlTag, readTag } from './html-tags.ts';

/** What a person would read on a page, and whether the page asks for a password. */
export interface ReadablePage {
  readonly text: string;
  readonly asksForPassword: boolean;
}

const NAMED_REFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    shy: '',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
  }),
);
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi;

const BLOCKS = new Set(
  `address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table tbody tfoot
  thead title tr ul`.split(/\s+/),
);
const CELLS = new Set(['td', 'th']);
/** Elements whose content is not text for people; their content ends only at their own end tag (HTML 13.2.5.4). */
const UNREAD = new Set(['script', 'style', 'noembed', 'noframes', 'iframe', 'xmp']);
/** What a page says of itself; pages drawn by scripts often say nothing else. */
const DESCRIPTIONS = new Set(['description', 'og:title', 'og:description', 'twitter:title', 'twitter:description']);

function codePoint(value: number): string {
  const valid = value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
  return valid ? String.fromCodePoint(value) : '\ufffd';
}

/** Replaces numeric references and the common named ones; an unknown name stays as written. */
export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return codePoint(Number(decimal));
    return NAMED_REFERENCES.get(name ?? '') ?? whole;
  });
}

const inlineText = (source: string): string => decodeReferences(source).replace(/\s+/g, ' ');

function textOfTag(tag: HtmlTag): string {
  if (BLOCKS.has(tag.name)) return '\n';
  if (CELLS.has(tag.name)) return ' ';
  if (tag.closing) return '';
  if (tag.name === 'img') return ` ${inlineText(tag.attributes.get('alt') ?? '')} `;
  if (tag.name !== 'meta') return '';
  const about = tag.attributes.get('property') ?? tag.attributes.get('name') ?? '';
  return DESCRIPTIONS.has(about.toLowerCase()) ? `\n${inlineText(tag.attributes.get('content') ?? '')}\n` : '';
}

/** Where the content of an element that is not text for people ends: at its own end tag, or with the page. */
export function endOfUnread(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** The end of a comment, declaration or processing instruction that begins at `open`. */
function endOfDeclaration(html: string, open: number): number {
  const close = html.startsWith('<!--', open) ? '-->' : '>';
  const at = html.indexOf(close, open + 2);
  return at < 0 ? html.length : at + close.length;
}

const tidy = (pieces: readonly string[]): string =>
  pieces
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

/**
 * Reduces HTML to what a person would read: scripts, styles and comments dropped, blocks on lines of their own, image
 * descriptions and the page's description of itself kept. One pass, linear in the length of the page, whatever is in it.
 */
export function readHtml(html: string): ReadablePage {
  const pieces: string[] = [];
  let asksForPassword = false;
  let at = 0;
  while (at < html.length) {
    const found = html.indexOf('<', at);
    const open = found < 0 ? html.length : found;
    pieces.push(inlineText(html.slice(at, open)));
    if (open === html.length) break;
    if (/[!?]/.test(html.charAt(open + 1))) {
      at = endOfDeclaration(html, open);
    } else if (/^<\/?[a-z]/i.test(html.slice(open, open + 3))) {
      const tag = readTag(html, open);
      pieces.push(textOfTag(tag));
      asksForPassword ||= tag.name === 'input' && tag.attributes.get('type')?.toLowerCase() === 'password';
      at = UNREAD.has(tag.name) && !tag.closing ? endOfUnread(html, tag.name, tag.end) : tag.end;
    } else {
      pieces.push('<');
      at = open + 1;
    }
  }
  return { text: tidy(pieces), asksForPassword };
}
