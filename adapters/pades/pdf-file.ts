import { MalformedItem } from '../../core/errors.ts';

/** What an incremental update must know of the file that it adds to. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Where the cross-reference table begins. */
  readonly xref: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** The permanent identifier, in hexadecimal. */
  readonly id: string;
  readonly firstPage: number;
  /** The dictionary of an object. */
  object(number: number): string;
}

const broken = (what: string): MalformedItem => new MalformedItem(`not a PDF of the letter printer: ${what}`);

const one = (text: string, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw broken(`no ${pattern.source}`);
  return found;
};

/** Offsets by object number, from the one section that a new PDF has: `xref`, `0 117`, then 20 bytes each. */
const offsetsOf = (file: string, xref: number): number[] => {
  const count = Number(one(file.slice(xref, xref + 40), /^xref\s+0 (\d+)\s/));
  const entries = file.slice(xref).matchAll(/(\d{10}) \d{5} [nf]/g);
  return Array.from({ length: count }, () => Number(entries.next().value?.[1] ?? Number.NaN));
};

/**
 * Reads a PDF as the letter printer writes it: one cross-reference table, no form yet.
 * @throws MalformedItem for another one
 */
export const readPdf = (bytes: Uint8Array): PdfFile => {
  const file = Buffer.from(bytes).toString('latin1');
  const xref = Number(one(file.slice(-64), /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = file.slice(file.lastIndexOf('trailer'));
  const offsets = offsetsOf(file, xref);
  const object = (number: number): string => {
    const at = offsets[number];
    const end = at === undefined ? -1 : file.indexOf('endobj', at);
    const body =
      end < 0 ? undefined : new RegExp(`^${number} 0 obj\\s*(<<[\\s\\S]*>>)\\s*$`).exec(file.slice(at, end))?.[1];
    if (body === undefined) throw broken(`object ${number}`);
    return body;
  };
  const root = Number(one(trailer, /\/Root (\d+) 0 R/));
  const pages = Number(one(object(root), /\/Pages (\d+) 0 R/));
  const firstPage = Number(one(object(pages), /\/Kids \[(\d+) 0 R/));
  if (object(root).includes('/AcroForm') || object(firstPage).includes('/Annots')) throw broken('it has a form');
  return {
    bytes,
    xref,
    size: Number(one(trailer, /\/Size (\d+)/)),
    root,
    info: Number(one(trailer, /\/Info (\d+) 0 R/)),
    id: one(trailer, /\/ID \[<([0-9a-f]+)>/i),
    firstPage,
    object,
  };
};
