import fc from 'fast-check';
import { concat } from '../../core/evidence/bytes.ts';
import { cleanCopy } from '../../core/evidence/clean-copy.ts';
import { packedPdfOf, pdfOf } from '../support/pdfs.ts';
import {
  animatedWebp,
  exifBlock,
  jpegSegment,
  jpegWith,
  plainGif,
  plainPng,
  plainWebp,
  pngChunk,
  pngWith,
  progressiveJpeg,
} from '../support/pictures.ts';

const objects = [
  '<</Type /Catalog /Pages 2 0 R>>',
  '<</Kids [3 0 R] /MediaBox [0 0 9 9]>>',
  '<</Contents 5 0 R /Annots [<</Rect [0 0 1 1] /AP <</N 5 0 R>>>>] /Group (a\\)b) >>',
  '[/A#20B 1.5 null]',
];
const content = { dictionary: '/Extra 4 0 R', data: new TextEncoder().encode('0 0 9 9 re f') };
const files: readonly Uint8Array[] = [
  jpegWith(jpegSegment(0xe1, concat([new TextEncoder().encode('Exif\0\0'), exifBlock(6)]))),
  progressiveJpeg,
  plainPng,
  pngWith([pngChunk('eXIf', exifBlock(3)), pngChunk('tEXt', 'a\0b')]),
  plainGif,
  plainWebp,
  animatedWebp,
  pdfOf([...objects, content]),
  packedPdfOf(objects, [content]),
  new TextEncoder().encode('<html>https://x.com/a?s=1&t=2</html>'),
];

const change = fc.record({ at: fc.nat(), byte: fc.nat(255), length: fc.nat(3) });
/** A file with some bytes overwritten, some taken out or put in, perhaps cut off. */
const damaged = fc
  .record({
    file: fc.constantFrom(...files),
    changes: fc.array(change, { maxLength: 6 }),
    keep: fc.double({ min: 0.5, max: 1, noNaN: true }),
  })
  .map(({ file, changes, keep }) => {
    let bytes: Uint8Array = file;
    for (const { at, byte, length } of changes) {
      const place = at % bytes.length;
      const put = length === 0 ? new Uint8Array() : Uint8Array.of(byte);
      bytes = concat([bytes.subarray(0, place), put, bytes.subarray(place + (length === 3 ? 0 : 1))]);
    }
    return bytes.subarray(0, Math.ceil(bytes.length * keep));
  });

describe('a clean copy', () => {
  it('of a damaged file is made or not possible, and the copy of a copy is itself', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 64 })), (bytes) => {
        const copy = cleanCopy({ bytes, mediaType: 'image/jpeg' });
        if (copy.kind === 'not-possible') return;
        const again = cleanCopy({ bytes: copy.bytes, mediaType: copy.mediaType });
        expect(again.kind === 'clean' && Buffer.from(again.bytes).equals(copy.bytes)).toBe(true);
        expect(again).toMatchObject({ mediaType: copy.mediaType, removed: [] });
      }),
      { numRuns: 5000 },
    );
  });

  it('never changes the file it is made from', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const before = Buffer.from(bytes);
        cleanCopy({ bytes, mediaType: '' });
        expect(before.equals(bytes)).toBe(true);
      }),
    );
  });
});
