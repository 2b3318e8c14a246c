import { Unreadable } from '../bytes.ts';
import { type Cleaned, cleaned, type RemovedPart } from '../removed.ts';
import { ObjectCopy } from './copy-objects.ts';
import {
  arrayOf,
  type Dictionary,
  dictionaryOf,
  integerIn,
  itemsIn,
  nameIn,
  nameOf,
  numberOf,
  type PdfObject,
  type Reference,
} from './objects.ts';
import { PdfFile } from './pdf-file.ts';
import { writePdf } from './write-pdf.ts';

const MOST_PAGES = 5000;
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** What a page looks like; everything else about it is left out. */
const OF_PAGE = ['BleedBox', 'TrimBox', 'ArtBox', 'UserUnit', 'Group', 'Contents'] as const;

const LEFT_OF_PAGE: Readonly<Record<string, RemovedPart>> = {
  Metadata: 'XMP',
  Thumb: 'THUMBNAIL',
  LastModified: 'TIME',
  PieceInfo: 'APPLICATION_DATA',
  AF: 'ATTACHMENTS',
  AA: 'SCRIPTS',
  StructParents: 'STRUCTURE',
};
const LEFT_OF_CATALOGUE: Readonly<Record<string, RemovedPart>> = {
  Metadata: 'XMP',
  AF: 'ATTACHMENTS',
  Collection: 'ATTACHMENTS',
  OpenAction: 'SCRIPTS',
  AA: 'SCRIPTS',
  AcroForm: 'FORM',
  StructTreeRoot: 'STRUCTURE',
  Outlines: 'STRUCTURE',
  Lang: 'TEXT',
  PieceInfo: 'APPLICATION_DATA',
};

type Inherited = ReadonlyMap<string, PdfObject>;
interface Page {
  readonly dictionary: Dictionary;
  readonly inherited: Inherited;
}

const inheritedBy = ({ entries }: Dictionary, above: Inherited): Inherited =>
  new Map(
    INHERITED.flatMap((key): [string, PdfObject][] => {
      const value = entries.get(key) ?? above.get(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );

const NAMES: Readonly<Record<string, RemovedPart>> = {
  EmbeddedFiles: 'ATTACHMENTS',
  JavaScript: 'SCRIPTS',
  Dests: 'STRUCTURE',
};

const partsIn = ({ entries }: Dictionary, parts: Readonly<Record<string, RemovedPart>>): RemovedPart[] =>
  Object.entries(parts).flatMap(([key, part]) => (entries.has(key) ? [part] : []));

/** What the catalogue and the trailer tell beside the pages. */
const leftOut = (file: PdfFile, catalogue: Dictionary): RemovedPart[] => {
  const names = file.resolve(catalogue.entries.get('Names'));
  return [
    ...partsIn(catalogue, LEFT_OF_CATALOGUE),
    ...partsIn(file.trailer, { Info: 'DOCUMENT_INFORMATION', ID: 'FILE_IDENTIFIER' }),
    ...(names.kind === 'dictionary' ? partsIn(names, NAMES) : []),
    ...(file.versions > 1 && !file.isLinearized ? ['EARLIER_VERSIONS' as const] : []),
  ];
};

/** The pages in their order, whatever tree they stand in. */
const pagesOf = (file: PdfFile, root: PdfObject | undefined): readonly Page[] => {
  const pages: Page[] = [];
  const open: { node: PdfObject | undefined; above: Inherited }[] = [{ node: root, above: new Map() }];
  for (let visits = 0, next = open.pop(); next !== undefined; visits += 1, next = open.pop()) {
    if (visits > MOST_PAGES) throw new Unreadable('pages without end');
    const dictionary = file.dictionary(next.node);
    const inherited = inheritedBy(dictionary, next.above);
    const kids = dictionary.entries.get('Kids');
    if (kids === undefined) pages.push({ dictionary, inherited });
    else
      open.push(
        ...itemsIn(file.resolve(kids))
          .map((node) => ({ node, above: inherited }))
          .toReversed(),
      );
  }
  if (pages.length === 0) throw new Unreadable('no page');
  return pages;
};

/** The appearance that is shown: of several, that of the state the annotation is in. */
const appearanceOf = (file: PdfFile, { entries }: Dictionary): PdfObject | undefined => {
  const appearances = file.resolve(entries.get('AP'));
  if (appearances.kind !== 'dictionary') return undefined;
  const normal = appearances.entries.get('N');
  const found = file.resolve(normal);
  if (found.kind === 'stream') return normal;
  const state = nameIn(file.resolve(entries.get('AS')));
  const ofState = found.kind === 'dictionary' && state !== undefined ? found.entries.get(state) : undefined;
  return file.resolve(ofState).kind === 'stream' ? ofState : undefined;
};

/** Pop-up windows and buttons of viewers; they are not part of the page. */
const NOT_SEEN = new Set(['Popup', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'Link']);

const HIDDEN = 2;

/** What an annotation shows, as a stamp: without author, dates, comment, field value, signature or action. */
const stamp = (file: PdfFile, copy: ObjectCopy, annotation: Dictionary): PdfObject | undefined => {
  const { entries } = annotation;
  const shown = appearanceOf(file, annotation);
  const box = file.resolve(entries.get('Rect'));
  const flags = integerIn(file.resolve(entries.get('F'))) ?? 0;
  if ((flags & HIDDEN) !== 0) return undefined;
  const isField = nameIn(entries.get('Subtype')) === 'Widget' && (entries.has('V') || entries.has('Parent'));
  if (shown === undefined && isField) throw new Unreadable('a field that only a form can show');
  if (shown === undefined || box.kind !== 'array' || NOT_SEEN.has(nameIn(entries.get('Subtype')) ?? ''))
    return undefined;
  return dictionaryOf([
    ['Type', nameOf('Annot')],
    ['Subtype', nameOf('Stamp')],
    ['Rect', copy.copy(box)],
    ['F', numberOf(flags)],
    ['AP', dictionaryOf([['N', copy.copy(shown)]])],
  ]);
};

const isBareStamp = ({ entries }: Dictionary): boolean =>
  [...entries.keys()].join() === 'Type,Subtype,Rect,F,AP' && nameIn(entries.get('Subtype')) === 'Stamp';

const annotationsOf = (file: PdfFile, copy: ObjectCopy, page: Dictionary): readonly PdfObject[] => {
  const all = itemsIn(file.resolve(page.entries.get('Annots'))).map((item) => file.dictionary(item));
  if (!all.every(isBareStamp)) copy.removed.push('ANNOTATIONS');
  return all
    .map((annotation) => stamp(file, copy, annotation))
    .filter((found) => found !== undefined)
    .map((found) => copy.add(found));
};

const copyPage = (file: PdfFile, copy: ObjectCopy, { page, parent }: { page: Page; parent: Reference }): PdfObject => {
  const { dictionary, inherited } = page;
  const own = OF_PAGE.flatMap((key): [string, PdfObject][] => {
    const value = dictionary.entries.get(key);
    return value === undefined ? [] : [[key, copy.copy(value)]];
  });
  const taken = [...inherited].map(([key, value]): [string, PdfObject] => [key, copy.copy(value)]);
  const stamps = annotationsOf(file, copy, dictionary);
  const stamped: [string, PdfObject][] = stamps.length === 0 ? [] : [['Annots', arrayOf(stamps)]];
  copy.removed.push(...partsIn(dictionary, LEFT_OF_PAGE));
  return dictionaryOf([['Type', nameOf('Page')], ['Parent', parent], ...taken, ...own, ...stamped]);
};

const copyDocument = (file: PdfFile, copy: ObjectCopy, catalogue: Dictionary): Reference => {
  const root = copy.reserve();
  const tree = copy.reserve();
  const kids = pagesOf(file, catalogue.entries.get('Pages')).map((page) =>
    copy.add(copyPage(file, copy, { page, parent: tree })),
  );
  copy.put(
    tree,
    dictionaryOf([
      ['Type', nameOf('Pages')],
      ['Count', numberOf(kids.length)],
      ['Kids', arrayOf(kids)],
    ]),
  );
  // Which layers are seen decides what the page shows.
  const layers = catalogue.entries.get('OCProperties');
  const shown: [string, PdfObject][] = layers === undefined ? [] : [['OCProperties', copy.copy(layers)]];
  copy.put(root, dictionaryOf([['Type', nameOf('Catalog')], ['Pages', tree], ...shown]));
  copy.finish();
  return root;
};

/**
 * A PDF whose pages look as they did, written anew from what its pages need: without document information, XMP, identifiers, earlier
 * versions, attachments, scripts, form fields, signatures, structure, and who annotated it when; its photographs without their own
 * metadata. The same file always gives the same copy.
 * @throws Unreadable for a broken or encrypted file, and for one with pictures that cannot be cleaned
 */
export const cleanPdf = (bytes: Uint8Array): Cleaned => {
  const file = new PdfFile(bytes);
  const copy = new ObjectCopy(file);
  const catalogue = file.dictionary(file.trailer.entries.get('Root'));
  copy.removed.push(...leftOut(file, catalogue));
  const root = copyDocument(file, copy, catalogue);
  return cleaned(writePdf(copy.objects, root.number), copy.removed);
};
