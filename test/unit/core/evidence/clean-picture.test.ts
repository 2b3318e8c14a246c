import { bigEndian, bytesOf, concat, latin1 } from '../../../../core/evidence/bytes.ts';
import { type CleanCopy, cleanCopy } from '../../../../core/evidence/clean-copy.ts';
import {
  animatedWebp,
  exifBlock,
  jpegSegment,
  jpegWith,
  plainGif,
  plainJpeg,
  plainPng,
  plainWebp,
  pngChunk,
  pngWith,
  progressiveJpeg,
  riff,
  webpChunk,
} from '../../../support/pictures.ts';

const copyOf = (bytes: Uint8Array): Extract<CleanCopy, { kind: 'clean' }> => {
  const copy = cleanCopy({ bytes, mediaType: 'application/octet-stream' });
  if (copy.kind !== 'clean') throw new Error(copy.reason.en);
  return copy;
};
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const exif = (orientation?: number) => concat([bytesOf('Exif\0\0'), exifBlock(orientation)]);
const bareExif = concat([
  bytesOf('Exif\0\0MM\0*'),
  bigEndian([8, 4], [1, 2], [0x0112, 2], [3, 2], [1, 4], [6, 2], [0, 2], [0, 4]),
]);

describe('a picture without metadata', () => {
  it.each([
    ['image/jpeg', plainJpeg],
    ['image/jpeg', progressiveJpeg],
    ['image/png', plainPng],
    ['image/gif', plainGif],
    ['image/webp', plainWebp],
    ['image/webp', animatedWebp],
  ])('is its own copy: %s', (mediaType, bytes) => {
    const copy = copyOf(bytes);
    expect(copy).toMatchObject({ mediaType, removed: [] });
    expect(base64(copy.bytes)).toBe(base64(bytes));
  });
});

describe('a copy of a JPEG', () => {
  it.each([
    ['EXIF', jpegSegment(0xe1, exif())],
    ['XMP', jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Siti</x:xmpmeta>')],
    ['XMP', jpegSegment(0xe1, 'http://ns.adobe.com/xmp/extension/\0Siti')],
    ['IPTC', jpegSegment(0xed, 'Photoshop 3.0\0Siti')],
    ['COMMENT', jpegSegment(0xfe, 'Siti')],
    ['THUMBNAIL', jpegSegment(0xe0, 'JFXX\0\x10Siti')],
    ['APPLICATION_DATA', jpegSegment(0xe2, 'MPF\0Siti')],
    ['APPLICATION_DATA', jpegSegment(0xeb, 'JP\0\0Siti')],
    ['APPLICATION_DATA', jpegSegment(0xef, 'Siti')],
    ['APPLICATION_DATA', jpegSegment(0xe0, 'Siti')],
  ])('leaves out %s, wherever it stands', (part, segment) => {
    const beforeScan = Buffer.from(plainJpeg).indexOf(Buffer.from([0xff, 0xda]));
    const late = concat([plainJpeg.subarray(0, beforeScan), segment, plainJpeg.subarray(beforeScan)]);
    for (const bytes of [jpegWith(segment), late]) {
      const copy = copyOf(bytes);
      expect(copy.removed).toEqual([part]);
      expect(base64(copy.bytes)).toBe(base64(plainJpeg));
    }
  });

  it('leaves out what follows the end: a second picture, a film, a chat', () => {
    const copy = copyOf(concat([plainJpeg, bytesOf('Siti'), plainJpeg]));
    expect(copy.removed).toEqual(['TRAILING_DATA']);
    expect(base64(copy.bytes)).toBe(base64(plainJpeg));
  });

  it('leaves out the thumbnail inside a JFIF mark, and keeps the mark', () => {
    const copy = copyOf(jpegWith(jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01ABC')));
    expect(copy.removed).toEqual(['THUMBNAIL']);
    expect(base64(copy.bytes)).toBe(base64(jpegWith(jpegSegment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'))));
  });

  it.each([
    ['colour profile', jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01profile')],
    ['Adobe colour mark', jpegSegment(0xee, 'Adobe\0\x64\0\0\0\0\x01')],
  ])('keeps the %s', (_what, segment) => {
    const bytes = jpegWith(segment);
    expect(base64(copyOf(bytes).bytes)).toBe(base64(bytes));
  });

  it('keeps the turn that a phone asks for, and only that', () => {
    const copy = copyOf(jpegWith(jpegSegment(0xe1, exif(6))));
    expect(copy.removed).toEqual(['EXIF']);
    expect(base64(copy.bytes)).toBe(base64(jpegWith(jpegSegment(0xe1, bareExif))));
    expect(latin1(copy.bytes)).not.toContain('Siti');
    expect(copyOf(copy.bytes)).toEqual({ ...copy, removed: [] });
  });

  it('is not possible for a picture that is cut off, empty, or of an unknown process', () => {
    const cut = plainJpeg.subarray(0, -2);
    const empty = concat([plainJpeg.subarray(0, 2), plainJpeg.subarray(-2)]);
    const odd = jpegWith(jpegSegment(0xf7, 'Siti'));
    for (const bytes of [cut, empty, odd])
      expect(cleanCopy({ bytes, mediaType: 'image/jpeg' }).kind).toBe('not-possible');
  });
});

describe('a copy of a PNG', () => {
  it.each([
    ['TEXT', pngChunk('tEXt', 'Author\0Siti')],
    ['TEXT', pngChunk('zTXt', 'Author\0\0Siti')],
    ['TEXT', pngChunk('iTXt', 'Author\0\0\0\0\0Siti')],
    ['XMP', pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0Siti')],
    ['EXIF', pngChunk('eXIf', exifBlock())],
    ['TIME', pngChunk('tIME', '\x07\xea\x01\x01\0\0\0')],
    ['APPLICATION_DATA', pngChunk('caBX', 'Siti')],
  ])('leaves out %s', (part, chunk) => {
    const copy = copyOf(pngWith([chunk]));
    expect(copy.removed).toEqual([part]);
    expect(base64(copy.bytes)).toBe(base64(plainPng));
  });

  it('leaves out what follows the end, as the rest of a picture that was cropped', () => {
    const copy = copyOf(pngWith([], 'rest'));
    expect(copy.removed).toEqual(['TRAILING_DATA']);
    expect(base64(copy.bytes)).toBe(base64(plainPng));
  });

  it.each(['gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'tRNS', 'acTL', 'fcTL', 'fdAT', 'PLTE'])('keeps %s', (type) => {
    const bytes = pngWith([pngChunk(type, 'data')]);
    expect(base64(copyOf(bytes).bytes)).toBe(base64(bytes));
  });

  it('keeps the turn that its EXIF asks for', () => {
    const copy = copyOf(pngWith([pngChunk('eXIf', exifBlock(8))]));
    expect(latin1(copy.bytes)).not.toContain('Siti');
    expect(latin1(copy.bytes)).toContain('eXIfMM\0*');
    expect(copyOf(copy.bytes)).toEqual({ ...copy, removed: [] });
  });

  it('is not possible where a sum is wrong, a needed chunk is unknown, or the end is missing', () => {
    const wrong = plainPng.with(plainPng.length - 1, 0);
    for (const bytes of [wrong, pngWith([pngChunk('ABCD', '')]), plainPng.subarray(0, -12)])
      expect(cleanCopy({ bytes, mediaType: 'image/png' }).kind).toBe('not-possible');
  });
});

describe('a copy of a GIF', () => {
  const withBlock = (block: string) => concat([plainGif.subarray(0, -1), bytesOf(block), plainGif.subarray(-1)]);

  it.each([
    ['COMMENT', '!\xfe\x04Siti\0'],
    ['XMP', '!\xff\x0bXMP DataXMP\x04Siti\0'],
    ['APPLICATION_DATA', '!\xff\x0bSITI   1234\x04Siti\0'],
  ])('leaves out %s and keeps timing and loop', (part, block) => {
    const copy = copyOf(withBlock(block));
    expect(copy.removed).toEqual([part]);
    expect(base64(copy.bytes)).toBe(base64(plainGif));
  });

  it('leaves out what follows the end', () => {
    expect(copyOf(concat([plainGif, bytesOf('Siti')])).removed).toEqual(['TRAILING_DATA']);
  });

  it('is not possible where text would be drawn over it, or it is cut off', () => {
    for (const bytes of [withBlock('!\x01\x04Siti\0'), plainGif.subarray(0, -1), plainGif.subarray(0, 20)])
      expect(cleanCopy({ bytes, mediaType: 'image/gif' }).kind).toBe('not-possible');
  });
});

describe('a copy of a WebP', () => {
  const picture = plainWebp.subarray(12);
  const header = (flags: number) => webpChunk('VP8X', Uint8Array.of(flags, 0, 0, 0, 7, 0, 0, 7, 0, 0));

  it('leaves out EXIF, XMP and unknown chunks, and says so in its header', () => {
    const copy = copyOf(
      riff(
        header(0x3c),
        picture,
        webpChunk('EXIF', exifBlock()),
        webpChunk('XMP ', bytesOf('Siti')),
        webpChunk('SITI', bytesOf('x')),
      ),
    );
    expect(copy.removed).toEqual(['APPLICATION_DATA', 'EXIF', 'XMP']);
    expect(base64(copy.bytes)).toBe(base64(riff(header(0x30), picture)));
  });

  it('keeps the turn that its EXIF asks for', () => {
    const copy = copyOf(riff(header(0x08), picture, webpChunk('EXIF', exif(3))));
    expect(latin1(copy.bytes)).not.toContain('Siti');
    expect(copyOf(copy.bytes)).toEqual({ ...copy, removed: [] });
    expect(copy.bytes[20]).toBe(0x08);
  });

  it('leaves out what hides in a frame of an animation', () => {
    const frame = concat([new Uint8Array(16), picture]);
    const hiding = concat([frame, webpChunk('SITI', bytesOf('Siti'))]);
    const copy = copyOf(riff(header(2), webpChunk('ANMF', hiding)));
    expect(base64(copy.bytes)).toBe(base64(riff(header(2), webpChunk('ANMF', frame))));
  });

  it('leaves out what follows the end', () => {
    expect(copyOf(concat([plainWebp, bytesOf('Siti')])).removed).toEqual(['TRAILING_DATA']);
  });

  it('is not possible where it is cut off or has no picture', () => {
    for (const bytes of [plainWebp.subarray(0, -4), riff(header(0)), riff(webpChunk('ANMF', new Uint8Array(4)))])
      expect(cleanCopy({ bytes, mediaType: 'image/webp' }).kind).toBe('not-possible');
  });
});
