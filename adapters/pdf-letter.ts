import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { LetterBlock, LetterDocument } from '../core/letters/letter-document.ts';
import type { LetterPrinter } from '../core/ports.ts';

/** @property fontDirectory a folder laid out as the npm package `@expo-google-fonts/noto-serif` */
export interface PdfLetterConfiguration {
  readonly fontDirectory: string;
}

const fontFiles = { regular: '400Regular/NotoSerif_400Regular.ttf', bold: '700Bold/NotoSerif_700Bold.ttf' } as const;
type Fonts = Readonly<Record<keyof typeof fontFiles, Buffer>>;
type Pdf = PDFKit.PDFDocument;

/** All lengths in points. Clauses hang behind a label; marks stand between label and text. */
const page = { size: 'A4', margins: { top: 64, bottom: 72, left: 72, right: 64 } } as const;
const layout = { label: 92, mark: 20, identity: 120, signature: 230, signatureSpace: 62, footer: 44 } as const;
const type = { size: 10.5, small: 8.5, gap: 2.2 } as const;
const between = { blocks: 9, lines: 3 } as const;

/** The PDF metadata is written into XML as it is. */
const metadataText = (text: string): string => text.replaceAll(/[<>&]/g, ' ');

const width = (pdf: Pdf): number => pdf.page.width - page.margins.left - page.margins.right;

/** Starts a new page where `text` would have fewer than two lines left, so that no label stands alone. */
const keepWithNext = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > pdf.page.height - page.margins.bottom) pdf.continueOnNewPage();
};

const twoLines = 2 * (type.size * 1.36 + type.gap);

/** Sets a paragraph at a distance from the left margin and leaves the cursor below it. */
const paragraph = (pdf: Pdf, text: string, options: { indent?: number; align?: 'left' | 'center' } = {}): void => {
  const { indent = 0, align = 'left' } = options;
  pdf.text(text, page.margins.left + indent, pdf.y, { width: width(pdf) - indent, align, lineGap: type.gap });
};

/** Sets a label beside what follows: writes it and goes back to its first line. */
const beside = (pdf: Pdf, text: string, x: number): void => {
  keepWithNext(pdf, twoLines);
  const { y } = pdf;
  pdf.text(text, page.margins.left + x, y, { lineBreak: false });
  pdf.y = y;
};

const clauses = (pdf: Pdf, block: Extract<LetterBlock, { kind: 'clauses' }>): void => {
  block.items.forEach(({ mark, text }, i) => {
    if (i === 0) {
      beside(pdf, block.label, 0);
      beside(pdf, ':', layout.label - 10);
    }
    if (mark !== '') beside(pdf, mark, layout.label);
    paragraph(pdf, text, { indent: layout.label + (mark === '' ? 0 : layout.mark) });
    pdf.y += between.lines;
  });
};

const dictum = (pdf: Pdf, block: Extract<LetterBlock, { kind: 'dictum' }>): void => {
  keepWithNext(pdf, twoLines + (block.identity.length * twoLines) / 2);
  beside(pdf, block.label, 0);
  beside(pdf, ':', layout.label - 10);
  paragraph(pdf, block.text, { indent: layout.label });
  pdf.y += between.lines;
  for (const { label, value } of block.identity) {
    beside(pdf, label, layout.label);
    beside(pdf, ':', layout.label + layout.identity - 10);
    paragraph(pdf, value, { indent: layout.label + layout.identity });
  }
  if (block.after === null) return;
  pdf.y += between.lines;
  paragraph(pdf, block.after, { indent: layout.label });
};

const signature = (pdf: Pdf, block: Extract<LetterBlock, { kind: 'signature' }>): void => {
  const indent = width(pdf) - layout.signature;
  const lines = block.lines.length + block.signatory.length + 1;
  keepWithNext(pdf, (lines * twoLines) / 2 + layout.signatureSpace);
  pdf.y += between.blocks;
  for (const line of block.lines) paragraph(pdf, line, { indent });
  pdf.y += layout.signatureSpace;
  for (const line of block.signatory) paragraph(pdf, line, { indent });
};

const list = (pdf: Pdf, block: Extract<LetterBlock, { kind: 'list' }>): void => {
  keepWithNext(pdf, 2 * twoLines);
  paragraph(pdf, block.label);
  block.items.forEach((item, i) => {
    beside(pdf, `${i + 1}.`, 0);
    paragraph(pdf, item, { indent: layout.mark });
  });
};

const note = (pdf: Pdf, text: string): void => {
  pdf.fontSize(type.small).fillColor('#333333');
  keepWithNext(pdf, pdf.heightOfString(text, { width: width(pdf), lineGap: type.gap }) + between.blocks);
  pdf.y += between.blocks;
  paragraph(pdf, text);
  pdf.fontSize(type.size).fillColor('#000000');
};

const bold = (pdf: Pdf, lines: readonly string[]): void => {
  pdf.font('bold');
  for (const line of lines) paragraph(pdf, line, { align: 'center' });
  pdf.font('regular');
};

const draw = (pdf: Pdf, block: LetterBlock): void => {
  switch (block.kind) {
    case 'marking':
      bold(pdf, [block.text]);
      break;
    case 'heading':
      bold(pdf, block.lines);
      break;
    case 'centred':
      keepWithNext(pdf, 3 * twoLines);
      paragraph(pdf, block.text, { align: 'center' });
      break;
    case 'clauses':
      clauses(pdf, block);
      break;
    case 'dictum':
      dictum(pdf, block);
      break;
    case 'signature':
      signature(pdf, block);
      break;
    case 'list':
      list(pdf, block);
      break;
    case 'note':
      note(pdf, block.text);
      break;
    default:
      block satisfies never;
  }
};

/** Classification and page number at the foot of every page, marked as no part of the text. */
const footers = (pdf: Pdf, classification: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf
      .fontSize(type.small)
      .text(`${classification}   ${i + 1} / ${count}`, page.margins.left, pdf.page.height - layout.footer, {
        width: width(pdf),
        align: 'center',
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
};

const openDocument = (letter: LetterDocument, fonts: Fonts): Pdf => {
  const pdf = new PDFDocument({
    ...page,
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: letter.language,
    displayTitle: true,
    info: {
      Title: metadataText(letter.title),
      Subject: `${letter.templateId} v${letter.templateVersion}`,
      Producer: 'Tertib',
      Creator: 'Tertib',
      CreationDate: new Date(letter.issuedAt),
    },
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  return pdf.font('regular').fontSize(type.size);
};

const write = (pdf: Pdf, letter: LetterDocument): void => {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of letter.blocks) {
    const tag = block.kind === 'heading' ? 'H1' : 'P';
    root.add(
      pdf.struct(tag, {}, [
        () => {
          draw(pdf, block);
          pdf.y += between.blocks;
        },
      ]),
    );
  }
  root.end();
  footers(pdf, letter.classification);
};

const print = (letter: LetterDocument, fonts: Fonts): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pdf = openDocument(letter, fonts);
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
    write(pdf, letter);
    pdf.end();
  });

/**
 * Prints letters as tagged PDF/A-2b with embedded fonts. The same letter always gives the same bytes: the only time in the file is
 * the letter's own, and nothing in it is random.
 */
export class PdfLetter implements LetterPrinter {
  readonly #fonts: Fonts;

  /** @throws Error at once where a font cannot be read */
  constructor({ fontDirectory }: PdfLetterConfiguration) {
    const read = (file: string): Buffer => readFileSync(join(fontDirectory, file));
    this.#fonts = { regular: read(fontFiles.regular), bold: read(fontFiles.bold) };
  }

  pdf(letter: LetterDocument): Promise<Uint8Array> {
    return print(letter, this.#fonts);
  }
}
