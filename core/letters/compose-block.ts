import { applies, type Filling, fill, fillFields, fillLines, itemsAt, lacksData, textsAt } from './fill-sentence.ts';
import type { BlockOf, LetterBlock, MarkedLine, SignaturePlace } from './letter-document.ts';
import type { Marks, TemplateBlock, TemplateBlockOf } from './letter-template.ts';

/** `a.` to `z.`, then `aa.` */
const letterMark = (index: number): string =>
  `${index < 26 ? '' : String.fromCharCode(96 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}.`;

const markOf: Readonly<Record<Marks, (index: number) => string>> = {
  letters: letterMark,
  numbers: (index) => `${index + 1}.`,
  none: () => '',
};

const marked = (texts: readonly string[], marks: Marks): MarkedLine[] =>
  texts.map((text, index) => ({ mark: markOf[marks](index), text }));

const scopes = (filling: Filling, each: string): Filling[] =>
  itemsAt(filling, each).map((item) => ({ ...filling, item }));

/** A decision's dictum under its label, e.g. `KESATU`. */
export const composeDictum = (filling: Filling, block: TemplateBlockOf<'dictum'>, label: string): BlockOf<'dictum'> => {
  const after = fillLines(filling, block.after ?? []);
  return {
    kind: 'dictum',
    label,
    text: fill(filling, block.text),
    identity: fillFields(filling, block.identity ?? []),
    points: marked(fillLines(filling, block.points ?? []), 'letters'),
    after: after.length === 0 ? null : after.join(' '),
  };
};

/** Points are parts of one sentence: the last one ends it. A single one needs no number. */
const points = (filling: Filling, { items, marks }: TemplateBlockOf<'points'>): LetterBlock => {
  const texts = fillLines(filling, items).map((text, i, all) =>
    i === all.length - 1 ? text.replace(/;$/, '.') : text,
  );
  return { kind: 'points', items: marked(texts, texts.length === 1 ? 'none' : marks) };
};

const persons = (filling: Filling, block: TemplateBlockOf<'persons'>): LetterBlock => {
  const all = scopes(filling, block.each);
  const items = all.map((scope, index) => ({
    mark: all.length === 1 ? '' : markOf.numbers(index),
    lines: fillFields(scope, block.lines),
  }));
  return { kind: 'persons', items };
};

type Column = TemplateBlockOf<'table'>['columns'][number];

const cell = (scope: Filling, { value, otherwise }: Column, index: number): string => {
  if (value === undefined) return markOf.numbers(index);
  return fill(scope, otherwise !== undefined && lacksData(scope, value) ? otherwise : value);
};

const table = (filling: Filling, { each, columns }: TemplateBlockOf<'table'>): LetterBlock => ({
  kind: 'table',
  columns: columns.map(({ label, share }) => ({ label: fill(filling, label), share })),
  rows: scopes(filling, each).map((scope, index) => columns.map((column) => cell(scope, column, index))),
});

const questions = (filling: Filling, block: TemplateBlockOf<'questions'>): LetterBlock => ({
  kind: 'questions',
  labels: block.labels,
  items: scopes(filling, block.each).map((scope, index) => ({
    mark: markOf.numbers(index),
    question: fill(scope, block.question),
    answer: fill(scope, block.answer),
  })),
});

type PlaceTemplate = Pick<TemplateBlockOf<'signature'>, 'lines' | 'signatory'>;

const place = (filling: Filling, { lines, signatory }: PlaceTemplate): SignaturePlace => ({
  lines: fillLines(filling, lines),
  signatory: fillLines(filling, signatory),
});

const signatures = (filling: Filling, block: TemplateBlockOf<'signatures'>): LetterBlock => ({
  kind: 'signatures',
  places: block.places.flatMap((one) => {
    const fillings = one.each === undefined ? [filling] : scopes(filling, one.each);
    return fillings.filter((scope) => applies(scope, one.when)).map((scope) => place(scope, one));
  }),
});

/** Fills one part of a letter that is no dictum. */
export const composeBlock = (filling: Filling, block: Exclude<TemplateBlock, { kind: 'dictum' }>): LetterBlock => {
  switch (block.kind) {
    case 'marking':
    case 'centred':
    case 'subheading':
    case 'dateline':
    case 'paragraph':
    case 'note':
      return { kind: block.kind, text: fill(filling, block.text) };
    case 'letterhead':
    case 'heading':
    case 'address':
      return { kind: block.kind, lines: fillLines(filling, block.lines) };
    case 'fields':
      return { kind: 'fields', indented: block.indented ?? false, lines: fillFields(filling, block.lines) };
    case 'persons':
      return persons(filling, block);
    case 'points':
      return points(filling, block);
    case 'clauses': {
      const items = marked(fillLines(filling, block.items), block.marks);
      return { kind: 'clauses', label: fill(filling, block.label), items };
    }
    case 'table':
      return table(filling, block);
    case 'questions':
      return questions(filling, block);
    case 'signature':
      return { kind: 'signature', ...place(filling, block) };
    case 'signatures':
      return signatures(filling, block);
    case 'list':
      return { kind: 'list', label: fill(filling, block.label), items: textsAt(filling, block.path) };
    default:
      return block satisfies never;
  }
};

/** Whether a part has nothing to print, e.g. a list of copies to nobody. */
export const isEmptyBlock = (block: LetterBlock): boolean => {
  if (block.kind === 'table') return block.rows.length === 0;
  if (block.kind === 'signatures') return block.places.length === 0;
  return 'items' in block && block.items.length === 0;
};
