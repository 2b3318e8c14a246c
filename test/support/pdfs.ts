import { zlibSync } from 'fflate';
import { bytesOf, concat } from '../../core/evidence/bytes.ts';

type Content = string | { readonly dictionary: string; readonly data: Uint8Array };

const body = (content: Content): Uint8Array =>
  typeof content === 'string'
    ? bytesOf(content)
    : concat([
        bytesOf(`<<${content.dictionary} /Length ${content.data.length}>>\nstream\n`),
        content.data,
        bytesOf('\nendstream'),
      ]);

const laidOut = (contents: readonly Content[]): { file: Uint8Array; offsets: number[] } => {
  const parts = [bytesOf('%PDF-1.7\n')];
  const offsets: number[] = [];
  for (const [index, content] of contents.entries()) {
    offsets.push(concat(parts).length);
    parts.push(bytesOf(`${index + 1} 0 obj\n`), body(content), bytesOf('\nendobj\n'));
  }
  return { file: concat(parts), offsets };
};

/** A PDF of objects numbered from 1, the first its catalogue, with a plain cross-reference table. */
export const pdfOf = (contents: readonly Content[], trailer = ''): Uint8Array => {
  const { file, offsets } = laidOut(contents);
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = contents.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return concat([file, bytesOf(end)]);
};

/** The same with the first objects packed into an object stream and the places in a packed stream with a PNG predictor. */
export const packedPdfOf = (plain: readonly string[], streams: readonly Content[]): Uint8Array => {
  const first = plain.length + 1;
  const texts = plain.map((text) => `${text} `);
  const index = texts.map((_text, i) => `${i + 1} ${texts.slice(0, i).join('').length}`).join(' ');
  const pack = {
    dictionary: `/Type /ObjStm /N ${plain.length} /First ${index.length + 1} /Filter /FlateDecode`,
    data: zlibSync(bytesOf(`${index} ${texts.join('')}`)),
  };
  const { file, offsets } = laidOut([...Array<Content>(plain.length).fill('null'), ...streams, pack]);
  const packNumber = first + streams.length;
  const xrefNumber = packNumber + 1;
  const rows = [
    [0, 0, 0, 0],
    ...plain.map((_text, i) => [2, packNumber >> 8, packNumber & 255, i]),
    ...[...offsets.slice(plain.length), file.length].map((offset) => [1, offset >> 8, offset & 255, 0]),
  ];
  const predicted = rows.flatMap((row, at) => [2, ...row.map((byte, i) => (byte - (rows[at - 1]?.[i] ?? 0)) & 255)]);
  const xref = {
    dictionary: `/Type /XRef /Size ${xrefNumber + 1} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 4>>`,
    data: zlibSync(Uint8Array.from(predicted)),
  };
  return concat([
    file,
    bytesOf(`${xrefNumber} 0 obj\n`),
    body(xref),
    bytesOf(`\nendobj\nstartxref\n${file.length}\n%%EOF\n`),
  ]);
};
