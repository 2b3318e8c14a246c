import { bytesOf, concat } from '../bytes.ts';
import type { PdfObject } from './objects.ts';

/** Four bytes above 127 tell transfer programs that the file is binary (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

const SAFE_IN_NAME = /[^!-~]|[#()<>[\]{}/%]/g;
const hex = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase();

const text = (object: PdfObject): string => {
  switch (object.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(object.value);
    case 'number':
      return object.text;
    case 'name':
      return `/${object.name.replace(SAFE_IN_NAME, (character) => `#${hex(character.charCodeAt(0))}`)}`;
    case 'string':
      return `<${Array.from(object.bytes, hex).join('')}>`;
    case 'array':
      return `[${object.items.map(text).join(' ')}]`;
    case 'dictionary':
      return `<<${[...object.entries].map(([key, value]) => `${text({ kind: 'name', name: key })} ${text(value)}`).join(' ')}>>`;
    case 'reference':
      return `${object.number} ${object.generation} R`;
    case 'stream':
      return text(object.dictionary);
    default:
      return object satisfies never;
  }
};

/** In pieces: a large picture is copied once, into the whole file. */
const body = (object: PdfObject): Uint8Array[] =>
  object.kind === 'stream'
    ? [bytesOf(`${text(object)}\nstream\n`), object.data, bytesOf('\nendstream')]
    : [bytesOf(text(object))];

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/**
 * Writes objects, numbered from 1 in their order, as a PDF with one plain cross-reference table: no dates, no identifier, nothing that
 * differs from one writing to the next.
 * @param root number of the catalogue
 */
export const writePdf = (objects: readonly PdfObject[], root: number): Uint8Array => {
  const parts = [bytesOf(HEADER)];
  const offsets: number[] = [];
  let at = HEADER.length;
  for (const [index, object] of objects.entries()) {
    const pieces = [bytesOf(`${index + 1} 0 obj\n`), ...body(object), bytesOf('\nendobj\n')];
    offsets.push(at);
    at += lengthOf(pieces);
    parts.push(...pieces);
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines}`;
  const trailer = `trailer\n<</Size ${size} /Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return concat([...parts, bytesOf(table + trailer)]);
};
