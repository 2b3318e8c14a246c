import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PdfLetter } from '../../../adapters/pdf-letter.ts';
import { composeLetter } from '../../../core/letters/compose-letter.ts';
import { dismissalData, dismissalTemplate, sanctionData, sanctionTemplate } from '../core/letters/letter-samples.ts';

const fontDirectory = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/noto-serif', import.meta.url));
const printer = new PdfLetter({ fontDirectory });
const letter = composeLetter(sanctionTemplate, sanctionData);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pagesOf = (pdf: Uint8Array): number => latin1(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('a letter printed as PDF', () => {
  it('has the same bytes whenever the same letter is printed', async () => {
    const first = await printer.pdf(letter);
    const second = await new PdfLetter({ fontDirectory }).pdf(composeLetter(sanctionTemplate, sanctionData));
    expect(sha256(second)).toBe(sha256(first));
  });

  it('has other bytes when the decision was made at another time', async () => {
    const other = await printer.pdf(composeLetter(dismissalTemplate, dismissalData));
    expect(sha256(other)).not.toBe(sha256(await printer.pdf(letter)));
  });

  it('is dated by the decision and by nothing else', async () => {
    const dates = new Set(latin1(await printer.pdf(letter)).match(/D:\d{14}Z|20\d\d-\d\d-\d\dT[\d:]+Z/g));
    expect(dates).toEqual(new Set(['D:20261201030405Z', '2026-12-01T03:04:05Z']));
  });

  it('is tagged, Indonesian, titled, PDF/A-2b, with embedded fonts only', async () => {
    const text = latin1(await printer.pdf(letter));
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/Lang \(id\)/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('/S /H1');
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(text).not.toMatch(/\/Type1|Helvetica/);
  });

  it('keeps markup in a title out of the XML of the metadata', async () => {
    const text = latin1(await printer.pdf({ ...letter, title: 'A <b> & "c"' }));
    expect(text).toContain('x-default">A  b    "c"</rdf:li>');
  });

  it('runs over as many pages as a long reason needs', async () => {
    const reason = 'Unggahan menyerang suatu kelompok masyarakat. '.repeat(100);
    const long = composeLetter(sanctionTemplate, { ...sanctionData, decision: { ...sanctionData.decision, reason } });
    expect(pagesOf(await printer.pdf(letter))).toBe(2);
    expect(pagesOf(await printer.pdf(long))).toBeGreaterThan(3);
  });

  it('refuses to start without its fonts', () => {
    expect(() => new PdfLetter({ fontDirectory: '/nowhere' })).toThrow('NotoSerif');
  });
});
