export type Pdf = PDFKit.PDFDocument;

/** All lengths in points. */
export const page = { size: 'A4', margins: { top: 52, bottom: 62, left: 72, right: 60 } } as const;
export const type = { size: 10.5, small: 8.5, table: 8.5, head: 13, gap: 1.3 } as const;
export const between = { blocks: 7, lines: 2 } as const;

/** Where and how a text is set: `x` and `width` from the left margin, to the right margin where no width is given. */
export interface Setting {
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
}

/**
 * Writes text at the cursor of a document and tags it: what is within `tagged` becomes one element of the structure tree, in reading
 * order.
 */
export class Pen {
  readonly pdf: Pdf;
  readonly #printable: (text: string) => string;
  #parent: PDFKit.PDFStructureElement;

  constructor(pdf: Pdf, printable: (text: string) => string) {
    this.pdf = pdf;
    this.#printable = printable;
    this.#parent = pdf.struct('Document');
    pdf.addStructure(this.#parent);
  }

  end(): void {
    this.#parent.end();
  }

  get width(): number {
    return this.pdf.page.width - page.margins.left - page.margins.right;
  }

  /** Where the text area of a page ends. */
  get bottom(): number {
    return this.pdf.page.height - page.margins.bottom;
  }

  /** How high the text area of a page is. */
  get pageHeight(): number {
    return this.bottom - page.margins.top;
  }

  get lineHeight(): number {
    return this.pdf.currentLineHeight(true) + type.gap;
  }

  printable(text: string): string {
    return this.#printable(text);
  }

  /** An element that holds others. */
  tagged(tag: string, draw: (element: PDFKit.PDFStructureElement) => void): void {
    const outer = this.#parent;
    const element = this.pdf.struct(tag);
    outer.add(element);
    this.#parent = element;
    draw(element);
    this.#parent = outer;
    element.end();
  }

  /** An element that holds text. */
  text(tag: string, draw: () => void): void {
    this.tagged(tag, (element) => element.add(draw));
  }

  /** Decoration: no part of the text. */
  artifact(draw: () => void, options: PDFKit.Mixins.MarkingOptions = { type: 'Layout' }): void {
    this.pdf.markContent('Artifact', options);
    draw();
    this.pdf.endMarkedContent();
  }

  heightOf(text: string, { x = 0, width = this.width - x }: Setting = {}): number {
    return this.pdf.heightOfString(this.#printable(text), { width, lineGap: type.gap });
  }

  /** Sets a paragraph and leaves the cursor below it. */
  write(text: string, { x = 0, width = this.width - x, align = 'left' }: Setting = {}): void {
    const { pdf } = this;
    pdf.text(this.#printable(text), page.margins.left + x, pdf.y, { width, align, lineGap: type.gap });
  }

  /** Sets one line and goes back to its beginning, for what stands beside it. */
  beside(text: string, x = 0): void {
    this.keep(2 * this.lineHeight);
    const { y } = this.pdf;
    this.pdf.text(this.#printable(text), page.margins.left + x, y, { lineBreak: false });
    this.pdf.y = y;
  }

  /** Starts a new page where there is less room than this, so that what belongs together stays together. */
  keep(height: number): void {
    if (this.pdf.y + height > this.bottom && this.pdf.y > page.margins.top) this.pdf.continueOnNewPage();
  }

  down(height: number): void {
    this.pdf.y += height;
  }

  /** Writes in another font or size. */
  styled({ font = 'regular', size = type.size }: { font?: 'regular' | 'bold'; size?: number }, draw: () => void): void {
    this.pdf.font(font).fontSize(size);
    draw();
    this.pdf.font('regular').fontSize(type.size);
  }
}
