import { createHash } from 'node:crypto';
import { MalformedItem } from '../../core/errors.ts';
import type { SigningFacts } from '../../core/letters/document-signer.ts';
import { type PdfFile, readPdf } from './pdf-file.ts';

/** Room for the signature, in bytes: an RSA signature with its certificate takes about 2,000. */
const SIGNATURE_ROOM = 4096;
const NUMBER_ROOM = 10;

/** Text of a PDF, as UTF-16 in hexadecimal, so that nothing in it can end the string. */
const text = (value: string): string => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;

/** `D:20261201030405Z` */
const date = ({ at }: SigningFacts): string => `(D:${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z)`;

const blankRange = `/ByteRange [0 ${'*'.repeat(NUMBER_ROOM)} ${'*'.repeat(NUMBER_ROOM)} ${'*'.repeat(NUMBER_ROOM)}]`;
const blankContents = `<${'0'.repeat(2 * SIGNATURE_ROOM)}>`;

const signatureDictionary = (facts: SigningFacts): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${blankRange} /Contents ${blankContents} ` +
  `/Name ${text(facts.name)} /Reason ${text(facts.reason)} /M ${date(facts)} >>`;

/** An invisible field: printed, locked, of no size, and so without the appearance that PDF/A else asks for. */
const field = (signature: number, page: number): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Tertib) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${signature} 0 R >>`;

/** A dictionary with one entry more. */
const withEntry = (dictionary: string, entry: string): string => `${dictionary.replace(/>>\s*$/, '')}${entry}\n>>`;

interface Update {
  readonly objects: readonly (readonly [number: number, body: string])[];
  readonly size: number;
}

const updateOf = (file: PdfFile, facts: SigningFacts): Update => {
  const [signature, widget, form] = [file.size, file.size + 1, file.size + 2];
  return {
    objects: [
      [file.root, withEntry(file.object(file.root), `/AcroForm ${form} 0 R`)],
      [file.firstPage, withEntry(file.object(file.firstPage), `/Annots [${widget} 0 R]`)],
      [signature, signatureDictionary(facts)],
      [widget, field(signature, file.firstPage)],
      [form, `<< /Fields [${widget} 0 R] /SigFlags 3 >>`],
    ],
    size: file.size + 3,
  };
};

/** The update as it is appended to the file: objects, their places, and a trailer that leads to both. */
const written = (file: PdfFile, { objects, size }: Update): string => {
  let body = '\n';
  const places = objects
    .toSorted(([a], [b]) => a - b)
    .map(([number, dictionary]) => {
      const offset = file.bytes.length + body.length;
      body += `${number} 0 obj\n${dictionary}\nendobj\n`;
      return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
    });
  const xref = file.bytes.length + body.length;
  const id = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32);
  const trailer = `<< /Size ${size} /Root ${file.root} 0 R /Info ${file.info} 0 R /ID [<${file.id}> <${id}>] /Prev ${file.xref} >>`;
  return `${body}xref\n${places.join('')}trailer\n${trailer}\nstartxref\n${xref}\n%%EOF\n`;
};

/** A PDF with an empty signature field, and where the signature goes. */
export interface PreparedPdf {
  /** What is signed: the whole file but the place of the signature. */
  readonly signed: Uint8Array;
  /** @throws MalformedItem where the signature is larger than its place */
  complete(signature: Uint8Array): Uint8Array;
}

/**
 * Adds an invisible signature field by an incremental update (ISO 32000-1, 7.5.6 and 12.8): the letter's own bytes stay as they are.
 * @param pdf of the letter printer: no form, no compressed objects
 * @throws MalformedItem for another PDF
 */
export const prepareSignature = (pdf: Uint8Array, facts: SigningFacts): PreparedPdf => {
  const file = readPdf(pdf);
  const update = written(file, updateOf(file, facts));
  const open = pdf.length + update.indexOf(blankContents);
  const close = open + blankContents.length;
  const end = pdf.length + update.length;
  const number = (value: number): string => String(value).padEnd(NUMBER_ROOM);
  const ranged = update.replace(blankRange, `/ByteRange [0 ${number(open)} ${number(close)} ${number(end - close)}]`);
  const whole = Buffer.concat([pdf, Buffer.from(ranged, 'latin1')]);
  return {
    signed: Buffer.concat([whole.subarray(0, open), whole.subarray(close)]),
    complete: (signature) => {
      if (signature.length > SIGNATURE_ROOM) throw new MalformedItem(`a signature of ${signature.length} bytes`);
      whole.write(Buffer.from(signature).toString('hex'), open + 1, 'latin1');
      return new Uint8Array(whole);
    },
  };
};
