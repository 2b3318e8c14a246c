import { bigEndian, bytesOf, concat } from './bytes.ts';

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY = 12;

/** The header of a TIFF block: `II*\0` or `MM\0*`, then where the first directory stands. */
const littleEndianIn = (view: DataView): boolean | undefined => {
  if (view.byteLength < 8) return undefined;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  return view.getUint16(2, little) === 42 ? little : undefined;
};

/**
 * The orientation that an EXIF block (a TIFF file, without the `Exif` mark of JPEG) asks for: 2 to 8. Undefined where it asks for
 * none, where the picture stands upright as it is (1), and where the block cannot be read.
 */
export const orientationIn = (tiff: Uint8Array): number | undefined => {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = littleEndianIn(view);
  if (little === undefined) return undefined;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at < directory + 2 + count * ENTRY && at + ENTRY <= view.byteLength; at += ENTRY) {
    if (view.getUint16(at, little) !== ORIENTATION || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
};

/** An EXIF block that says how to turn the picture and nothing else. */
export const orientationBlock = (orientation: number): Uint8Array =>
  concat([
    bytesOf('MM\0*'),
    bigEndian([8, 4], [1, 2], [ORIENTATION, 2], [SHORT, 2], [1, 4], [orientation, 2], [0, 2], [0, 4]),
  ]);
