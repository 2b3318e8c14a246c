import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { bytesOf, concat, latin1 } from '../../../../core/evidence/bytes.ts';
import { type CleanCopy, cleanCopy } from '../../../../core/evidence/clean-copy.ts';
import { cleanJpeg } from '../../../../core/evidence/clean-jpeg.ts';
import { packedPdfOf, pdfOf } from '../../../support/pdfs.ts';
import { jpegSegment, jpegWith } from '../../../support/pictures.ts';

const copyOf = (bytes: Uint8Array): Extract<CleanCopy, { kind: 'clean' }> => {
  const copy = cleanCopy({ bytes, mediaType: 'application/pdf' });
  if (copy.kind !== 'clean') throw new Error(copy.reason.en);
  return copy;
};
const textOf = (bytes: Uint8Array): string => latin1(copyOf(bytes).bytes);
const printed = async (): Promise<Uint8Array> => {
  const pdf = new PDFDocument({
    font: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf')),
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'id',
    info: { Author: 'Siti' },
  });
  pdf.text('Isi');
  pdf.end();
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
};
const isRefused = (bytes: Uint8Array): boolean =>
  cleanCopy({ bytes, mediaType: 'application/pdf' }).kind === 'not-possible';

const content = { dictionary: '', data: bytesOf('BT /Info 12 Tf 10 10 Td (Isi) Tj ET') };
const font = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>';
const tree = '<</Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 200 100] /Resources <</Font <</Metadata 5 0 R>>>>>>';
const page = (more = '') => `<</Type /Page /Parent 2 0 R /Contents 4 0 R ${more}>>`;
const catalogue = (more = '') => `<</Type /Catalog /Pages 2 0 R ${more}>>`;
const simple = (more: { catalogue?: string; page?: string; objects?: readonly string[]; trailer?: string } = {}) =>
  pdfOf([catalogue(more.catalogue), tree, page(more.page), content, font, ...(more.objects ?? [])], more.trailer ?? '');

describe('a copy of a PDF', () => {
  it('has the pages with what they inherit, their content and their fonts', () => {
    const text = textOf(simple());
    expect(text).toContain('/MediaBox [0 0 200 100]');
    expect(text).toContain('BT /Info 12 Tf 10 10 Td (Isi) Tj ET');
    expect(text).toContain('/BaseFont /Helvetica');
    expect(copyOf(simple())).toMatchObject({ mediaType: 'application/pdf', removed: [] });
  });

  it('keeps what a page calls by its own names, even where a name is that of something left out', () => {
    expect(textOf(simple())).toMatch(/\/Font <<\/Metadata \d+ 0 R>>/);
  });

  it.each([
    [
      'document information',
      'DOCUMENT_INFORMATION',
      simple({ objects: ['<</Author (Siti)>>'], trailer: '/Info 6 0 R' }),
    ],
    ['identifiers', 'FILE_IDENTIFIER', simple({ trailer: '/ID [(Siti) (Siti)]' })],
    ['XMP', 'XMP', simple({ catalogue: '/Metadata 6 0 R', objects: ['(Siti)'] })],
    ['attachments', 'ATTACHMENTS', simple({ catalogue: '/Names <</EmbeddedFiles 6 0 R>>', objects: ['(Siti)'] })],
    ['what runs when it is opened', 'SCRIPTS', simple({ catalogue: '/OpenAction <</JS (Siti)>>' })],
    ['structure with its alternative texts', 'STRUCTURE', simple({ catalogue: '/StructTreeRoot <</Alt (Siti)>>' })],
    ['a form', 'FORM', simple({ catalogue: '/AcroForm <</T (Siti)>>' })],
    ["a page's dates", 'TIME', simple({ page: '/LastModified (Siti)' })],
    ["a page's small picture", 'THUMBNAIL', simple({ page: '/Thumb 6 0 R', objects: ['(Siti)'] })],
    ["an editor's own data", 'APPLICATION_DATA', simple({ page: '/PieceInfo <</Siti (Siti)>>' })],
    ['comments', 'ANNOTATIONS', simple({ page: '/Annots [<</Subtype /Text /T (Siti) /Rect [0 0 1 1]>>]' })],
    ['links', 'ANNOTATIONS', simple({ page: '/Annots [<</Subtype /Link /A <</URI (Siti)>> /Rect [0 0 1 1]>>]' })],
    [
      'earlier versions',
      'EARLIER_VERSIONS',
      concat([
        simple(),
        bytesOf(
          `%Siti\nxref\n0 0\ntrailer\n<</Size 6 /Root 1 0 R /Prev ${/startxref\n(\d+)/.exec(latin1(simple()))?.[1]}>>\nstartxref\n${simple().length + 6}\n%%EOF\n`,
        ),
      ]),
    ],
  ])('leaves out %s', (_what, part, bytes) => {
    expect(latin1(bytes)).toContain('Siti');
    expect(copyOf(bytes).removed).toContain(part);
    expect(textOf(bytes)).not.toContain('Siti');
    expect(textOf(bytes)).not.toContain(Buffer.from('Siti').toString('hex').toUpperCase());
  });

  it('leaves out objects that no page refers to', () => {
    expect(textOf(simple({ objects: ['(Siti)', '<</Type /Annot /T (Siti)>>'] }))).not.toContain('53697469');
  });

  it('shows a signature or stamp as it looks, without who signed when', () => {
    const look = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', data: bytesOf('0 0 9 9 re f') };
    const field = '/Subtype /Widget /FT /Sig /V <</Name (Siti)>> /T (Siti) /M (Siti) /Rect [1 2 3 4] /F 4';
    const signed = pdfOf([
      catalogue('/AcroForm <</Fields [6 0 R]>>'),
      tree,
      page('/Annots [6 0 R]'),
      content,
      font,
      `<</Type /Annot ${field} /AP <</N 7 0 R>>>>`,
      look,
    ]);
    const text = textOf(signed);
    expect(text).toMatch(/<<\/Type \/Annot \/Subtype \/Stamp \/Rect \[1 2 3 4\] \/F 4 \/AP <<\/N \d+ 0 R>>>>/);
    expect(text).toContain('0 0 9 9 re f');
    expect(text).not.toContain('53697469');
    expect(copyOf(copyOf(signed).bytes).removed).toEqual([]);
  });

  it('is not possible where a filled field has no look of its own: the copy would show less', () => {
    const field = '<</Subtype /Widget /FT /Tx /V (isi) /Rect [1 2 3 4]>>';
    expect(isRefused(simple({ page: `/Annots [${field}]` }))).toBe(true);
  });

  it('cleans the photographs in it', () => {
    const photo = jpegWith(jpegSegment(0xfe, 'Siti'));
    const picture = {
      dictionary: '/Type /XObject /Subtype /Image /Width 8 /Height 8 /Metadata 5 0 R /Filter /DCTDecode',
      data: photo,
    };
    const bytes = pdfOf([catalogue(), tree, page('/Resources <</XObject <</Im 6 0 R>>>>'), content, font, picture]);
    expect(copyOf(bytes).removed).toEqual(['COMMENT', 'XMP']);
    expect(textOf(bytes)).not.toContain('Siti');
    expect(textOf(bytes)).toContain(latin1(cleanJpeg(photo).bytes));
  });

  it('reads files whose objects and places are packed', () => {
    const bytes = packedPdfOf(
      [catalogue('/Metadata 1 0 R'), tree.replace('5 0', '4 0'), page().replace('4 0', '5 0'), font],
      [content],
    );
    const text = textOf(bytes);
    expect(text).toContain('(Isi) Tj');
    expect(text).toContain('/BaseFont /Helvetica');
    expect(copyOf(bytes).removed).toEqual(['XMP']);
  });

  it('reads names with escapes, strings in every writing, and comments', () => {
    const odd = '/Group <</A#20B (a\\(b\\)\\101\\\r\n(c)) /C <4 1 4> /D .5 /E [true null -1] % Siti\n>>';
    const text = textOf(simple({ page: odd }));
    expect(text).toContain('/Group <</A#20B <6128622941286329> /C <4140> /D .5 /E [true null -1]>>');
  });

  it('of a printed, tagged PDF/A names neither maker nor time', async () => {
    const copy = copyOf(await printed());
    expect(copy.removed).toEqual(['DOCUMENT_INFORMATION', 'FILE_IDENTIFIER', 'STRUCTURE', 'TEXT', 'XMP']);
    expect(latin1(copy.bytes)).not.toMatch(/Siti|D:20/);
    expect(copyOf(copy.bytes)).toEqual({ ...copy, removed: [] });
  });

  it.each([
    ['encrypted', simple({ trailer: '/Encrypt <</Filter /Standard>>' })],
    ['cut off', simple().subarray(0, -40)],
    ['without pages', pdfOf(['<</Type /Catalog>>'])],
    ['without a page in its tree', pdfOf([catalogue(), '<</Kids []>>'])],
    ['with pages in a circle', pdfOf([catalogue(), '<</Kids [2 0 R]>>'])],
    ['with references in a circle', pdfOf(['2 0 R', '1 0 R'])],
    ['with a stream of wrong length', Buffer.from(latin1(simple()).replace(/Length \d+/, 'Length 12'), 'latin1')],
    [
      'with a stream in another file',
      pdfOf([catalogue(), tree, page(), { dictionary: '/F (Siti)', data: bytesOf('') }, font]),
    ],
    [
      'with a picture in a form that is not read',
      pdfOf([catalogue(), tree, page(), { dictionary: '/Filter /JPXDecode', data: bytesOf('') }, font]),
    ],
    [
      'with a broken photograph',
      pdfOf([catalogue(), tree, page(), { dictionary: '/Filter /DCTDecode', data: bytesOf('x') }, font]),
    ],
    ['nested without end', simple({ page: `/Group ${'['.repeat(100)}` })],
  ])('is not possible for a file %s', (_what, bytes) => {
    expect(isRefused(new Uint8Array(bytes))).toBe(true);
  });
});
