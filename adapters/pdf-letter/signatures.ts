import type { BlockOf, SignaturePlace } from '../../core/letters/letter-document.ts';
import { between, type Pen } from './pen.ts';
import { heightOfPlace, layout } from './together.ts';

/** The name stands below the room for the signature. */
const place = (pen: Pen, { lines, signatory }: SignaturePlace, setting: { x: number; width: number }): void =>
  pen.tagged('Sect', () => {
    for (const line of lines) pen.text('P', () => pen.write(line, setting));
    pen.down(layout.signatureSpace);
    for (const line of signatory) pen.text('P', () => pen.write(line, setting));
  });

export const signature = (pen: Pen, block: BlockOf<'signature'>): void => {
  const setting = { x: pen.width - layout.signature, width: layout.signature };
  pen.down(between.blocks);
  place(pen, block, setting);
};

/** Two beside each other. */
export const signatures = (pen: Pen, { places }: BlockOf<'signatures'>): void => {
  const width = (pen.width - layout.gutter) / 2;
  for (let i = 0; i < places.length; i += 2) {
    const pair = places.slice(i, i + 2);
    const height = Math.max(...pair.map((one) => heightOfPlace(pen, one, width)));
    pen.keep(height + between.blocks);
    const top = pen.pdf.y;
    pair.forEach((one, column) => {
      pen.pdf.y = top;
      place(pen, one, { x: column * (width + layout.gutter), width });
    });
    pen.pdf.y = top + height + between.blocks;
  }
};
