import type { BlockOf, LabelledLine, LetterBlock, MarkedLine } from '../../core/letters/letter-document.ts';
import { between, type Pen, page, type } from './pen.ts';
import { signature, signatures } from './signatures.ts';
import { table } from './table.ts';
import { layout } from './together.ts';

/** Text behind its mark. */
const markedLines = (pen: Pen, items: readonly MarkedLine[], x: number): void =>
  pen.tagged('L', () => {
    for (const { mark, text } of items) {
      pen.tagged('LI', () => {
        if (mark !== '') pen.text('Lbl', () => pen.beside(mark, x));
        pen.text('LBody', () => pen.write(text, { x: x + (mark === '' ? 0 : layout.mark), align: 'justify' }));
      });
      pen.down(between.lines);
    }
  });

/** Values in a column behind their labels. */
const labelledLines = (pen: Pen, lines: readonly LabelledLine[], x: number): void => {
  const labels = lines.map(({ label }) => pen.pdf.widthOfString(pen.printable(label)));
  const value = x + Math.max(96, ...labels.map((label) => label + 12));
  pen.tagged('L', () => {
    for (const line of lines) {
      pen.tagged('LI', () => {
        pen.text('Lbl', () => pen.beside(line.label, x));
        pen.text('LBody', () => {
          pen.beside(':', value);
          pen.write(line.value, { x: value + 9 });
        });
      });
    }
  });
};

const label = (pen: Pen, text: string, tag: 'H2' | 'P'): void =>
  pen.text(tag, () => {
    pen.beside(text);
    pen.beside(':', layout.label - 10);
  });

const dictum = (pen: Pen, block: BlockOf<'dictum'>): void => {
  pen.keep((2 + block.identity.length) * pen.lineHeight);
  pen.tagged('Sect', () => {
    label(pen, block.label, 'H2');
    pen.text('P', () => pen.write(block.text, { x: layout.label, align: 'justify' }));
    pen.down(between.lines);
    if (block.identity.length > 0) labelledLines(pen, block.identity, layout.label);
    if (block.points.length > 0) markedLines(pen, block.points, layout.label);
    if (block.after === null) return;
    const { after } = block;
    pen.down(between.lines);
    pen.keep(Math.min(3 * pen.lineHeight, pen.heightOf(after, { x: layout.label })));
    pen.text('P', () => pen.write(after, { x: layout.label, align: 'justify' }));
  });
};

const clauses = (pen: Pen, block: BlockOf<'clauses'>): void =>
  pen.tagged('Sect', () => {
    label(pen, block.label, 'H2');
    markedLines(pen, block.items, layout.label);
  });

const persons = (pen: Pen, { items }: BlockOf<'persons'>): void => {
  for (const { mark, lines } of items) {
    pen.keep((lines.length + 1) * pen.lineHeight);
    if (mark !== '') pen.text('P', () => pen.beside(mark));
    labelledLines(pen, lines, layout.mark);
    pen.down(between.lines);
  }
};

const questions = (pen: Pen, { labels, items }: BlockOf<'questions'>): void =>
  pen.tagged('L', () => {
    for (const { mark, question, answer } of items) {
      pen.keep(3 * pen.lineHeight);
      pen.tagged('LI', () => {
        pen.text('Lbl', () => pen.beside(mark));
        pen.tagged('LBody', () =>
          labelledLines(
            pen,
            [
              { label: labels.question, value: question },
              { label: labels.answer, value: answer },
            ],
            layout.mark,
          ),
        );
      });
      pen.down(between.lines);
    }
  });

const list = (pen: Pen, block: BlockOf<'list'>): void => {
  pen.text('P', () => pen.write(block.label));
  markedLines(
    pen,
    block.items.map((text, i) => ({ mark: `${i + 1}.`, text })),
    0,
  );
};

const note = (pen: Pen, text: string): void =>
  pen.styled({ size: type.small }, () => {
    pen.pdf.fillColor('#333333');
    pen.down(between.blocks);
    pen.text('Note', () => pen.write(text));
    pen.pdf.fillColor('#000000');
  });

const letterhead = (pen: Pen, { lines }: BlockOf<'letterhead' | 'heading' | 'address'>): void => {
  const { pdf } = pen;
  pen.styled({ font: 'bold', size: type.head }, () => {
    for (const line of lines) pen.text('P', () => pen.write(line, { align: 'center' }));
  });
  pen.artifact(() => {
    const rule = (y: number, weight: number) =>
      pdf
        .lineWidth(weight)
        .moveTo(page.margins.left, y)
        .lineTo(page.margins.left + pen.width, y)
        .stroke();
    rule(pdf.y + 3, 1.6);
    rule(pdf.y + 5.5, 0.5);
  });
  pen.down(10);
};

const bold = (pen: Pen, draw: () => void): void => pen.styled({ font: 'bold' }, draw);

type LineBlock = BlockOf<'letterhead' | 'heading' | 'address'>;

const lineBlock = (pen: Pen, block: LineBlock): void => {
  const write = (align: 'left' | 'center') => () => {
    for (const line of block.lines) pen.write(line, { align });
  };
  if (block.kind === 'letterhead') letterhead(pen, block);
  else if (block.kind === 'address') pen.text('P', write('left'));
  else bold(pen, () => pen.text('H1', write('center')));
};

type TextBlock = BlockOf<'marking' | 'centred' | 'subheading' | 'dateline' | 'paragraph' | 'note'>;

const textBlock = (pen: Pen, { kind, text }: TextBlock): void => {
  switch (kind) {
    case 'marking':
      bold(pen, () => pen.text('P', () => pen.write(text, { align: 'center' })));
      break;
    case 'subheading':
      pen.keep(4 * pen.lineHeight);
      bold(pen, () => pen.text('H2', () => pen.write(text)));
      break;
    case 'centred':
      pen.keep(6 * pen.lineHeight);
      pen.text('P', () => pen.write(text, { align: 'center' }));
      break;
    case 'dateline':
      pen.keep(3 * pen.lineHeight);
      pen.text('P', () => pen.write(text, { align: 'right' }));
      break;
    case 'paragraph':
      pen.keep(2 * pen.lineHeight);
      pen.text('P', () => pen.write(text, { align: 'justify' }));
      break;
    case 'note':
      note(pen, text);
      break;
    default:
      kind satisfies never;
  }
};

/** Draws one part of a letter at the cursor. */
export const drawBlock = (pen: Pen, block: LetterBlock): void => {
  switch (block.kind) {
    case 'letterhead':
    case 'heading':
    case 'address':
      lineBlock(pen, block);
      break;
    case 'fields':
      pen.keep(Math.min(block.lines.length, 6) * pen.lineHeight);
      labelledLines(pen, block.lines, block.indented ? layout.mark : 0);
      break;
    case 'persons':
      persons(pen, block);
      break;
    case 'points':
      markedLines(pen, block.items, 0);
      break;
    case 'clauses':
      clauses(pen, block);
      break;
    case 'dictum':
      dictum(pen, block);
      break;
    case 'table':
      table(pen, block);
      break;
    case 'questions':
      questions(pen, block);
      break;
    case 'signature':
      signature(pen, block);
      break;
    case 'signatures':
      signatures(pen, block);
      break;
    case 'list':
      list(pen, block);
      break;
    default:
      textBlock(pen, block);
      break;
  }
};
