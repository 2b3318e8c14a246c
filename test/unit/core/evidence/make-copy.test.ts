import { zlibSync } from 'fflate';
import { bytesOf, concat } from '../../../../core/evidence/bytes.ts';
import { makeCopy } from '../../../../core/evidence/make-copy.ts';
import { pdfOf } from '../../../support/pdfs.ts';
import { plainGif, plainJpeg, plainPng, pngChunk, pngWith } from '../../../support/pictures.ts';

const page = bytesOf('<!doctype html><script>alert(document.cookie)</script>');
const MIB = 1024 * 1024;
/** Unfolds to a hundred times its size. */
const bomb = zlibSync(new Uint8Array(100 * MIB), { level: 9 });

describe('the working copy', () => {
  it.each([
    ['JPEG', plainJpeg],
    ['GIF', plainGif],
    ['PNG', plainPng],
  ])('of a %s with a page behind it holds the picture alone', (_kind, picture) => {
    expect(makeCopy(concat([picture, page]))).toMatchObject({
      outcome: 'CLEAN',
      bytes: picture,
      removed: expect.arrayContaining(['TRAILING_DATA']),
    });
  });

  it.each([
    ['a JPEG', plainJpeg],
    ['a PNG', plainPng],
    ['a GIF', plainGif],
  ])('of %s that was cut off anywhere is none, or the same as the whole', (_kind, picture) => {
    for (let length = 8; length < picture.length - 1; length += 1) {
      const made = makeCopy(picture.subarray(0, length));
      expect(made.outcome === 'NONE' || made.bytes.length <= picture.length).toBe(true);
    }
  });

  it('of an empty file, a page, text, a program and an archive is none, as they are of another kind', () => {
    for (const bytes of [new Uint8Array(), page, bytesOf('teks'), bytesOf('MZ\x90'), bytesOf('PK\x03\x04aa')])
      expect(makeCopy(bytes)).toEqual({ outcome: 'NONE', cause: 'OTHER_KIND' });
  });

  it('leaves out a bomb in the text of a picture without unfolding it', () => {
    const bytes = pngWith([pngChunk('zTXt', concat([bytesOf('Comment\0\0'), bomb]))]);
    expect(makeCopy(bytes)).toMatchObject({ outcome: 'CLEAN', bytes: plainPng, removed: ['TEXT'] });
  });

  it('is none of a PDF whose index is a bomb: it is not unfolded beyond its bound', () => {
    const index = { dictionary: '/Type /XRef /W [1 2 1] /Size 3 /Root 1 0 R /Filter /FlateDecode', data: bomb };
    const pdf = pdfOf(['<</Type /Catalog>>', index]);
    const at = Buffer.from(pdf).indexOf('2 0 obj');
    const text = Buffer.from(pdf).toString('latin1');
    const broken = bytesOf(`${text.slice(0, text.lastIndexOf('xref\n0'))}startxref\n${at}\n%%EOF\n`);
    const before = process.memoryUsage().arrayBuffers;
    expect(makeCopy(broken)).toEqual({ outcome: 'NONE', cause: 'BROKEN' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80 * MIB);
  });
});
