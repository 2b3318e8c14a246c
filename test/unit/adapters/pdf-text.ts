import { inflateSync } from 'node:zlib';

/** A reader for the PDFs of the letter printer, in so far as tests need one: page contents, fonts and tags. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const objectsOf = (pdf: Uint8Array): Map<number, string> =>
  new Map(
    [...latin1(pdf).matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body = '']) => [
      Number(number),
      body,
    ]),
  );

const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1');
  return object.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
};

const pageObjects = (objects: Map<number, string>): string[] =>
  [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));

export const pagesOf = (pdf: Uint8Array): number => pageObjects(objectsOf(pdf)).length;

/** How many structure elements there are of each type. */
export const tagsOf = (pdf: Uint8Array): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const body of objectsOf(pdf).values()) {
    const tag = /^<<\n\/S \/([A-Za-z0-9]+)\n/.exec(body)?.[1];
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
};

type Decode = (glyphs: string) => string;

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From the ToUnicode map of a font: `<0001> <0041>` by range or by list. */
const decoderOf = (map: string): Decode => {
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]*)>/g)].forEach(([, hex = ''], i) => {
      letters.set(Number.parseInt(from, 16) + i, utf16(hex));
    });
  }
  return (glyphs) =>
    (glyphs.match(/.{4}/g) ?? []).map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('');
};

const fontsOf = (objects: Map<number, string>): Map<string, Decode> => {
  const fonts = new Map<string, Decode>();
  for (const body of objects.values()) {
    for (const [, name = '', number] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number)) ?? '')?.[1];
      if (map !== undefined) fonts.set(name, decoderOf(streamOf(objects.get(Number(map)) ?? '')));
    }
  }
  return fonts;
};

interface Characters {
  readonly tagged: string;
  readonly artifacts: string;
  readonly pages: readonly string[];
}

/** The text of each page, as a reader takes it out: one line for every show operator. */
export const charactersOf = (pdf: Uint8Array): Characters => {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const said = { tagged: '', artifacts: '' };
  const pages = pageObjects(objects).map((page) => {
    let text = '';
    let font: Decode = (glyphs) => glyphs;
    let place: keyof typeof said = 'artifacts';
    const content = streamOf(objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])) ?? '');
    for (const line of content.split('\n')) {
      const begun = /^\/([A-Za-z0-9]+) <</.exec(line)?.[1];
      if (begun !== undefined) place = begun === 'Artifact' ? 'artifacts' : 'tagged';
      font = fonts.get(/^\/(F\d+) [\d.]+ Tf$/.exec(line)?.[1] ?? '') ?? font;
      if (!/T[Jj]$/.test(line)) continue;
      const shown = [...line.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => font(hex)).join('');
      said[place] += `${shown}\n`;
      text += `${shown}\n`;
    }
    return text;
  });
  return { ...said, pages };
};
