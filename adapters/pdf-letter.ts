import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import type { LetterDocument } from '../core/letters/letter-document.ts';
import type { LetterPrinter } from '../core/ports.ts';
import { drawBlock } from './pdf-letter/blocks.ts';
import { printableIn } from './pdf-letter/glyphs.ts';
import { between, type Pdf, Pen, page, type } from './pdf-letter/pen.ts';
import { heightTogether } from './pdf-letter/together.ts';

/** @property fontDirectory a folder laid out as the npm package `@expo-google-fonts/noto-serif` */
export interface PdfLetterConfiguration {
  readonly fontDirectory: string;
}

const fontFiles = { regular: '400Regular/NotoSerif_400Regular.ttf', bold: '700Bold/NotoSerif_700Bold.ttf' } as const;
type Fonts = Readonly<Record<keyof typeof fontFiles, Buffer>>;

const FOOTER = 42;

/** The PDF metadata is written into XML as it is. */
const metadataText = (text: string): string => text.replaceAll(/[<>&]/g, ' ');

/** Classification and page number at the foot of every page, marked as no part of the text. */
const footers = (pen: Pen, classification: string): void => {
  const { pdf } = pen;
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i);
    pdf.page.margins.bottom = 0;
    const draw = () =>
      pdf
        .fontSize(type.small)
        .text(`${classification}   ${i + 1} / ${count}`, page.margins.left, pdf.page.height - FOOTER, {
          width: pen.width,
          align: 'center',
          lineBreak: false,
        });
    pen.artifact(draw, { type: 'Pagination', attached: ['Bottom'] });
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

/**
 * Prints letters as tagged PDF/A-2b with embedded fonts. The same letter always gives the same bytes: the only time in the file is
 * the letter's own, and nothing in it is random.
 */
export class PdfLetter implements LetterPrinter {
  readonly #fonts: Fonts;
  readonly #printable: (text: string) => string;

  /** @throws Error at once where a font cannot be read */
  constructor({ fontDirectory }: PdfLetterConfiguration) {
    const read = (file: string): Buffer => readFileSync(join(fontDirectory, file));
    this.#fonts = { regular: read(fontFiles.regular), bold: read(fontFiles.bold) };
    this.#printable = printableIn(
      [this.#fonts.regular, this.#fonts.bold].flatMap((font) => {
        const opened = fontkit.create(font);
        return 'fonts' in opened ? opened.fonts : [opened];
      }),
    );
  }

  pdf(letter: LetterDocument): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const pdf = openDocument(letter, this.#fonts);
      const chunks: Buffer[] = [];
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      pdf.on('error', reject);
      this.#write(pdf, letter);
      pdf.end();
    });
  }

  #write(pdf: Pdf, letter: LetterDocument): void {
    const pen = new Pen(pdf, this.#printable);
    for (const [i, block] of letter.blocks.entries()) {
      pen.keep(Math.min(heightTogether(pen, letter.blocks.slice(i, i + 4)), pen.pageHeight / 2));
      drawBlock(pen, block);
      pen.down(between.blocks);
    }
    pen.end();
    footers(pen, letter.classification);
  }
}
