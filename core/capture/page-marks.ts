import { readTag } from './html-tags.ts';
import { decodeReferences, endOfUnread } from './html-text.ts';

/** What a page says of itself in its markup, not yet believed. */
export interface PageMarks {
  /** `property`, `name` or `itemprop` in lower case, and `content`. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  readonly canonical: string | undefined;
  /** Every JSON-LD block that is JSON. */
  readonly linkedData: readonly unknown[];
  /** `datetime` of every `<time>`, as written, each once. */
  readonly times: readonly string[];
}

/** How much of a page is read: marks stand in its head, posts near its beginning. */
const MOST_SOURCE = 2_000_000;
const MOST_MARKS = 200;
const LONGEST_VALUE = 2_000;
const LONGEST_BLOCK = 200_000;

const parsed = (text: string): readonly unknown[] => {
  try {
    return [JSON.parse(text)];
  } catch {
    return []; // the parser's only way to say that it is no JSON
  }
};

const attributeText = (raw: string | undefined): string => decodeReferences((raw ?? '').slice(0, LONGEST_VALUE)).trim();

/** Collects marks while a page is read once from its beginning. */
class Collector {
  readonly metas: [string, string][] = [];
  readonly linkedData: unknown[] = [];
  readonly times = new Set<string>();
  canonical: string | undefined;

  take(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'time') this.#time(attributes);
    else if (name === 'meta') this.#meta(attributes);
    else if (name === 'link') this.#link(attributes);
  }

  block(text: string): void {
    if (this.linkedData.length < MOST_MARKS && text.length <= LONGEST_BLOCK) this.linkedData.push(...parsed(text));
  }

  #time(attributes: ReadonlyMap<string, string>): void {
    const value = attributeText(attributes.get('datetime'));
    if (value !== '' && this.times.size < MOST_MARKS) this.times.add(value);
  }

  #meta(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
    if (name === undefined || this.metas.length >= MOST_MARKS) return;
    this.metas.push([name.toLowerCase(), attributeText(attributes.get('content'))]);
  }

  #link(attributes: ReadonlyMap<string, string>): void {
    const isCanonical = attributes.get('rel')?.toLowerCase() === 'canonical';
    if (isCanonical) this.canonical ??= attributeText(attributes.get('href'));
    else if (attributes.get('itemprop') === 'name')
      this.metas.push(['itemprop:name', attributeText(attributes.get('content'))]);
  }
}

const isLinkedData = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';

/** The end of a comment that begins at `open`. */
const endOfComment = (html: string, open: number): number => {
  const close = html.indexOf('-->', open + 4);
  return close < 0 ? html.length : close + 3;
};

/** Reads one tag, with all that a script or style holds; the answer is the index after it. */
const readElement = (html: string, open: number, found: Collector): number => {
  const { name, attributes, end } = readTag(html, open);
  found.take(name, attributes);
  if (name !== 'script' && name !== 'style') return end;
  const stop = endOfUnread(html, name, end);
  if (name === 'script' && isLinkedData(attributes)) found.block(html.slice(end, stop));
  return stop;
};

/** Reads the marks of a page in one pass. Never throws, whatever the page holds. */
export const pageMarks = (source: string): PageMarks => {
  const html = source.slice(0, MOST_SOURCE);
  const found = new Collector();
  let at = html.indexOf('<');
  while (at >= 0) {
    let end = at + 1;
    if (html.startsWith('<!--', at)) end = endOfComment(html, at);
    else if (/^<[a-z]/i.test(html.slice(at, at + 2))) end = readElement(html, at, found);
    at = html.indexOf('<', end);
  }
  const { metas, canonical, linkedData, times } = found;
  return { metas, canonical, linkedData, times: [...times] };
};
