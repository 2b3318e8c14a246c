import { Unreadable } from '../bytes.ts';
import { inflate } from '../inflate.ts';
import { type Dictionary, integerIn, itemsIn, nameIn, type PdfObject } from './objects.ts';

const PNG_PREDICTORS = 10;

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
};

const predicted = (type: number, [left, above, corner]: readonly [number, number, number]): number => {
  switch (type) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Unreadable(`no predictor ${type}`);
  }
};

/** Rows of bytes, each after the number of its predictor (ISO/IEC 15948, 9), one byte for each sample. */
const unpredicted = (data: Uint8Array, columns: number): Uint8Array => {
  const rows = Math.ceil(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const type = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column === 0 ? 0 : (out[at - 1] ?? 0);
      const above = row === 0 ? 0 : (out[at - columns] ?? 0);
      const corner = row === 0 || column === 0 ? 0 : (out[at - columns - 1] ?? 0);
      out[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(type, [left, above, corner]);
    }
  }
  return out;
};

const parameter = (parameters: PdfObject | undefined, key: string, standard: number): number =>
  parameters?.kind === 'dictionary' ? (integerIn(parameters.entries.get(key)) ?? standard) : standard;

/**
 * Unpacks a stream of the file's own structure (cross references, object streams): not packed, or by FlateDecode.
 * @throws Unreadable for any other filter, and beyond `most` bytes
 */
export const unpacked = (dictionary: Dictionary, data: Uint8Array, most: number): Uint8Array => {
  const filters = itemsIn(dictionary.entries.get('Filter')).map(nameIn);
  if (filters.length === 0) return data;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') throw new Unreadable(`filter ${filters.join(' ')}`);
  const bytes = inflate(data, most);
  const [parameters] = itemsIn(dictionary.entries.get('DecodeParms'));
  if (parameter(parameters, 'Predictor', 1) === 1) return bytes;
  const columns = parameter(parameters, 'Columns', 1);
  const isBytes = parameter(parameters, 'Colors', 1) === 1 && parameter(parameters, 'BitsPerComponent', 8) === 8;
  if (!isBytes || columns < 1 || columns > 1000 || parameter(parameters, 'Predictor', 1) < PNG_PREDICTORS)
    throw new Unreadable('a predictor of pictures');
  return unpredicted(bytes, columns);
};
