import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { PdfLetter } from '../../../adapters/pdf-letter.ts';
import type { LetterBlock, LetterDocument } from '../../../core/letters/letter-document.ts';
import { letterFormSchema } from '../../../core/letters/letter-forms.ts';
import { sampleLetters } from '../../../scripts/sample-letters/index.ts';
import { compose } from '../core/letters/samples.ts';
import { charactersOf, pagesOf, tagsOf } from './pdf-text.ts';

const fontDirectory = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/noto-serif', import.meta.url));
const printer = new PdfLetter({ fontDirectory });
const letter = compose('SANCTION_R2', sampleLetters.SANCTION_R2);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const withBlocks = (...blocks: LetterBlock[]): LetterDocument => ({ ...letter, blocks });
const printed = (...blocks: LetterBlock[]) => printer.pdf(withBlocks(...blocks));

describe('a letter printed as PDF', () => {
  it.each(letterFormSchema.options)('of form %s has the same bytes whenever it is printed', async (form) => {
    const composed = compose(form, sampleLetters[form]);
    const first = await printer.pdf(composed);
    expect(sha256(await new PdfLetter({ fontDirectory }).pdf(composed))).toBe(sha256(first));
    expect(pagesOf(first)).toBeLessThan(4);
  });

  it('has other bytes when it is another letter', async () => {
    const other = await printer.pdf(compose('DISMISSAL', sampleLetters.DISMISSAL));
    expect(sha256(other)).not.toBe(sha256(await printer.pdf(letter)));
  });

  it('is dated by the letter and by nothing else', async () => {
    const dates = new Set(latin1(await printer.pdf(letter)).match(/D:\d{14}Z|20\d\d-\d\d-\d\dT[\d:]+Z/g));
    expect(dates).toEqual(new Set(['D:20261216030405Z', '2026-12-16T03:04:05Z']));
  });

  it('is tagged, Indonesian, titled, PDF/A-2b, with embedded fonts only', async () => {
    const text = latin1(await printer.pdf(letter));
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/Lang \(id\)/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(text).not.toMatch(/\/Type1|Helvetica/);
  });

  it('keeps markup in a title out of the XML of the metadata', async () => {
    const text = latin1(await printer.pdf({ ...letter, title: 'A <b> & "c"' }));
    expect(text).toContain('x-default">A  b    "c"</rdf:li>');
  });

  it('refuses to start without its fonts', () => {
    expect(() => new PdfLetter({ fontDirectory: '/nowhere' })).toThrow('NotoSerif');
  });
});

describe('the tags of a letter', () => {
  it('are headings, paragraphs and lists with their marks', async () => {
    const tags = tagsOf(await printer.pdf(letter));
    expect(tags.get('Document')).toBe(1);
    expect(tags.get('H1')).toBe(1);
    expect(tags.get('H2')).toBe(6);
    for (const tag of ['P', 'L', 'LI', 'Lbl', 'LBody', 'Note']) expect([tag, tags.has(tag)]).toEqual([tag, true]);
  });

  it('are rows of cells under column heads in a table, however many pages it takes', async () => {
    const row = ['satu', 'kata '.repeat(1500), 'tiga'];
    const columns = ['A', 'B', 'C'].map((label) => ({ label, share: 1 }));
    const pdf = await printed({ kind: 'table', columns, rows: [row, ['x', 'y', 'z']] });
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    const tags = tagsOf(pdf);
    expect([tags.get('Table'), tags.get('TR'), tags.get('TH'), tags.get('TD')]).toEqual([1, 3, 3, 6]);
    expect(latin1(pdf)).toContain('/Scope /Column');
  });

  it('leave the foot of the page and every line out', async () => {
    const text = charactersOf(await printed({ kind: 'paragraph', text: 'Isi surat' }));
    expect(text.tagged).toContain('Isi surat');
    expect(text.artifacts).toContain('RAHASIA');
    expect(text.tagged).not.toContain('RAHASIA');
  });
});

describe('the text of a letter', () => {
  it('is real text, in reading order', async () => {
    const { tagged } = charactersOf(await printer.pdf(letter));
    const order = [
      'KEPUTUSAN WALI KOTA CONTOH',
      'Menimbang',
      'Mengingat',
      'MEMUTUSKAN',
      'KESATU',
      'Ditetapkan',
      'Tembusan',
    ];
    const places = order.map((words) => tagged.replaceAll(/\s+/g, ' ').indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('prints a sign that the fonts lack by its number, since PDF/A knows no empty boxes', async () => {
    const { tagged } = charactersOf(await printed({ kind: 'paragraph', text: 'marah 😡🏽\ufe0f sekali 漢' }));
    expect(tagged.replaceAll(/\s+/g, ' ')).toContain('marah [U+1F621] sekali [U+6F22]');
  });

  it('is all there in a cell that goes on over pages', async () => {
    const words = Array.from({ length: 700 }, (_, i) => `kata${i}`);
    const columns = [
      { label: 'Isi', share: 1 },
      { label: 'No', share: 3 },
    ];
    const { tagged } = charactersOf(await printed({ kind: 'table', columns, rows: [[words.join(' '), '1']] }));
    for (const word of words) expect(tagged).toContain(word);
  });

  it('breaks a word that is wider than its column', async () => {
    const columns = [
      { label: 'Isi', share: 1 },
      { label: 'No', share: 9 },
    ];
    const { tagged } = charactersOf(await printed({ kind: 'table', columns, rows: [['a'.repeat(80), '1']] }));
    expect(tagged.match(/a/g)).toHaveLength(80);
  });

  it('of any kind prints without a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
        const pdf = await printed(
          { kind: 'paragraph', text },
          { kind: 'table', columns: [{ label: text, share: 1 }], rows: [[text]] },
          { kind: 'fields', indented: false, lines: [{ label: 'Tempat', value: text }] },
        );
        expect(latin1(pdf.subarray(0, 5))).toBe('%PDF-');
      }),
      { numRuns: 30 },
    );
  });
});

describe('the pages of a letter', () => {
  const filler = (count: number): LetterBlock[] =>
    Array.from({ length: count }, (_, i) => ({ kind: 'paragraph', text: `Alinea ${i + 1}.` }));
  const signature: LetterBlock = { kind: 'signature', lines: ['Kota Contoh'], signatory: ['Nama', 'NIP 1'] };

  it('are as many as a long reason needs', async () => {
    const reason = 'Unggahan menyerang suatu kelompok masyarakat. '.repeat(100);
    const data = sampleLetters.SANCTION_R2;
    const long = compose('SANCTION_R2', { ...data, decision: { ...data.decision, reason } });
    expect(pagesOf(await printer.pdf(letter))).toBe(2);
    expect(pagesOf(await printer.pdf(long))).toBeGreaterThan(3);
  });

  it('never carry a signature alone: the last sentence comes with it', async () => {
    for (let count = 27; count < 35; count++) {
      const { pages } = charactersOf(
        await printed(...filler(count), { kind: 'paragraph', text: 'Penutup.' }, signature),
      );
      expect([count, pages.find((page) => page.includes('Kota Contoh'))?.includes('Penutup.')]).toEqual([count, true]);
    }
  });

  it('never carry a note alone after the list of copies', async () => {
    for (let count = 31; count < 39; count++) {
      const list: LetterBlock = { kind: 'list', label: 'Tembusan', items: ['satu', 'dua'] };
      const { pages } = charactersOf(await printed(...filler(count), list, { kind: 'note', text: 'Catatan kaki' }));
      expect([count, pages.find((page) => page.includes('Catatan'))?.includes('Tembusan')]).toEqual([count, true]);
    }
  });
});
