import type { BlockOf } from '../../core/letters/letter-document.ts';
import { type Pen, page, type } from './pen.ts';

const cell = { padding: 4, gap: 1.5 } as const;

interface Column {
  readonly label: string;
  readonly x: number;
  readonly width: number;
}

const columnsOf = (pen: Pen, { columns }: BlockOf<'table'>): Column[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = 0;
  return columns.map(({ label, share }) => {
    const column = { label, x, width: (pen.width * share) / whole };
    x += column.width;
    return column;
  });
};

/** The parts of a word that fit a width each. */
const brokenWord = (pen: Pen, word: string, width: number): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && pen.pdf.widthOfString(part + sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
};

/** Text in lines that fit a width. A cell is set line by line, so that a long one can go on over the page. */
const linesOf = (pen: Pen, text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of pen.printable(text).split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (pen.pdf.widthOfString(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = brokenWord(pen, word, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
};

const cellLines = (pen: Pen, columns: readonly Column[], texts: readonly string[]): string[][] =>
  columns.map(({ width }, i) => linesOf(pen, texts[i] ?? '', width - 2 * cell.padding));

const lineHeight = (pen: Pen): number => pen.pdf.currentLineHeight(true) + cell.gap;

const longest = (cells: readonly (readonly string[])[]): number => Math.max(...cells.map(({ length }) => length));

interface Strip {
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
}

/** Frames the cells of a strip and leaves the cursor below it; `put` writes each cell. */
const strip = (pen: Pen, { columns, cells }: Strip, put: (index: number, draw: () => void) => void): void => {
  const { pdf } = pen;
  const top = pdf.y;
  const height = longest(cells) * lineHeight(pen) + 2 * cell.padding;
  columns.forEach(({ x, width }, index) => {
    pen.artifact(() =>
      pdf
        .lineWidth(0.5)
        .rect(page.margins.left + x, top, width, height)
        .stroke(),
    );
    put(index, () => {
      (cells[index] ?? []).forEach((line, i) => {
        const y = top + cell.padding + i * lineHeight(pen);
        pdf.text(line, page.margins.left + x + cell.padding, y, { lineBreak: false });
      });
    });
  });
  pdf.y = top + height;
};

const head = (pen: Pen, columns: readonly Column[]): Strip => ({
  columns,
  cells: cellLines(
    pen,
    columns,
    columns.map(({ label }) => label),
  ),
});

const inBold = (pen: Pen, draw: () => void): void => pen.styled({ font: 'bold', size: type.table }, draw);

const headCell =
  (pen: Pen) =>
  ({ label: title }: Column) => {
    // A variable, since the types of pdfkit do not know `scope` yet.
    const options = { title, scope: 'Column' };
    return pen.pdf.struct('TH', options);
  };

const headRow = (pen: Pen, columns: readonly Column[]): void =>
  inBold(pen, () =>
    pen.tagged('TR', (row) => {
      const elements = columns.map(headCell(pen));
      for (const element of elements) row.add(element);
      strip(pen, head(pen, columns), (index, draw) => elements[index]?.add(draw));
    }),
  );

/** The head again on the next page, for the eye only. */
const headAgain = (pen: Pen, columns: readonly Column[]): void =>
  inBold(pen, () => strip(pen, head(pen, columns), (_index, draw) => pen.artifact(draw)));

const bodyRow = (pen: Pen, { columns, cells }: Strip): void =>
  pen.tagged('TR', (row) => {
    const elements = columns.map(() => pen.pdf.struct('TD'));
    for (const element of elements) row.add(element);
    let rest = cells;
    while (longest(rest) > 0) {
      const fit = Math.floor((pen.bottom - pen.pdf.y - 2 * cell.padding) / lineHeight(pen));
      if (fit < Math.min(3, longest(rest))) {
        pen.pdf.continueOnNewPage();
        headAgain(pen, columns);
        pen.pdf.fontSize(type.table);
        continue;
      }
      strip(pen, { columns, cells: rest.map((lines) => lines.slice(0, fit)) }, (index, draw) =>
        elements[index]?.add(draw),
      );
      rest = rest.map((lines) => lines.slice(fit));
    }
  });

/** A table whose rows go on over the page where they must, with its head repeated. */
export const table = (pen: Pen, block: BlockOf<'table'>): void => {
  const columns = columnsOf(pen, block);
  pen.keep(6 * pen.lineHeight);
  pen.tagged('Table', () => {
    headRow(pen, columns);
    for (const texts of block.rows) {
      pen.styled({ size: type.table }, () => bodyRow(pen, { columns, cells: cellLines(pen, columns, texts) }));
    }
  });
};
