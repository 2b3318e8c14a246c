import type { BlockOf, LetterBlock, SignaturePlace } from '../../core/letters/letter-document.ts';
import { between, type Pen, type } from './pen.ts';

/** Clauses hang behind a label; marks stand between label and text. */
export const layout = { label: 92, mark: 24, signature: 236, signatureSpace: 54, gutter: 18 } as const;

/** A place to sign, with room for the signature. */
export const heightOfPlace = (pen: Pen, { lines, signatory }: SignaturePlace, width: number): number =>
  [...lines, ...signatory].reduce<number>((sum, line) => sum + pen.heightOf(line, { width }), layout.signatureSpace);

const heightOfDictum = (pen: Pen, { text, identity, points, after }: BlockOf<'dictum'>): number => {
  const texts = [text, ...points.map((point) => point.text), ...(after === null ? [] : [after])];
  const set = texts.reduce((sum, one) => sum + pen.heightOf(one, { x: layout.label + layout.mark }), 0);
  return set + (identity.length + 1) * pen.lineHeight;
};

const heightOfList = (pen: Pen, { items }: BlockOf<'list'>): number =>
  items.reduce((sum, item) => sum + pen.heightOf(item, { x: layout.mark }) + between.lines, pen.lineHeight);

const heightOfNote = (pen: Pen, text: string): number => {
  let height = 0;
  pen.styled({ size: type.small }, () => {
    height = pen.heightOf(text) + between.blocks;
  });
  return height;
};

/** How much room a block takes that ends a letter; 0 for others. */
const heightOf = (pen: Pen, block: LetterBlock): number => {
  switch (block.kind) {
    case 'paragraph':
    case 'dateline':
      return pen.heightOf(block.text);
    case 'dictum':
      return heightOfDictum(pen, block);
    case 'signature':
      return heightOfPlace(pen, block, layout.signature) + between.blocks;
    case 'signatures':
      return Math.max(...block.places.slice(0, 2).map((one) => heightOfPlace(pen, one, pen.width / 2)));
    case 'list':
      return heightOfList(pen, block);
    case 'note':
      return heightOfNote(pen, block.text);
    default:
      return 0;
  }
};

const isSigned = (block: LetterBlock): boolean => block.kind === 'signature' || block.kind === 'signatures';
const isText = (block: LetterBlock): boolean => block.kind === 'paragraph' || block.kind === 'dictum';

/** Nobody signs an empty page, and no note stands on a page alone. */
const staysWith = (block: LetterBlock, next: LetterBlock): boolean =>
  (isText(block) && (isSigned(next) || next.kind === 'dateline')) ||
  (block.kind === 'dateline' && isSigned(next)) ||
  (block.kind === 'list' && next.kind === 'note');

/** The room that a block needs with those that must stand on its page. */
export const heightTogether = (pen: Pen, blocks: readonly LetterBlock[]): number => {
  const [block, next] = blocks;
  if (block === undefined) return 0;
  const chained = next !== undefined && staysWith(block, next);
  if (isText(block) && !chained) return 0;
  const own = heightOf(pen, block);
  return !chained ? own : own + between.blocks + heightTogether(pen, blocks.slice(1));
};
