/** A start or end tag. Names are lower case; attribute values are raw (character references not yet decoded). */
export interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Index after the tag. */
  readonly end: number;
}

const TAG_NAME = /[^\s/>]*/y;
const BETWEEN_ATTRIBUTES = /[\s/]*/y;
const ATTRIBUTE_NAME = /=?[^\s/>=]*/y;
const SPACE = /\s*/y;
const UNQUOTED_VALUE = /[^\s>]*/y;

/** Every pattern above matches one run of one class of characters, so reading a tag is linear in its length. */
function endOfRun(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(html) ? pattern.lastIndex : from;
}

function readValue(html: string, from: number): { value: string; end: number } {
  const quote = html.charAt(from);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, from + 1);
    const end = close < 0 ? html.length : close;
    return { value: html.slice(from + 1, end), end: Math.min(end + 1, html.length) };
  }
  const end = endOfRun(UNQUOTED_VALUE, html, from);
  return { value: html.slice(from, end), end };
}

/**
 * Reads the tag that begins at `open` (the index of its `<`), as browsers do: a quote counts only after an equals sign,
 * and a tag that never ends swallows the rest of the page.
 */
export function readTag(html: string, open: number): HtmlTag {
  const closing = html.charAt(open + 1) === '/';
  const nameStart = open + (closing ? 2 : 1);
  const attributes = new Map<string, string>();
  let at = endOfRun(TAG_NAME, html, nameStart);
  const name = html.slice(nameStart, at).toLowerCase();
  for (;;) {
    at = endOfRun(BETWEEN_ATTRIBUTES, html, at);
    if (at >= html.length || html.charAt(at) === '>') return { name, closing, attributes, end: at + 1 };
    const attributeEnd = endOfRun(ATTRIBUTE_NAME, html, at);
    const attribute = html.slice(at, attributeEnd).toLowerCase();
    at = endOfRun(SPACE, html, attributeEnd);
    if (html.charAt(at) !== '=') continue;
    const { value, end } = readValue(html, endOfRun(SPACE, html, at + 1));
    if (!attributes.has(attribute)) attributes.set(attribute, value);
    at = end;
  }
}
