import { caseIdSchema } from '../../../../core/ids.ts';
import {
  type BundleDocument,
  type BundleInput,
  bundleManifestSchema,
  bundleOf,
  NotForBundle,
} from '../../../../core/register/bundle.ts';
import { bundlePurposeSchema } from '../../../../core/register/bundle-rules.ts';
import { registerRecordSchema } from '../../../../core/register/register-record.ts';
import { zipOf } from '../../../../core/register/zip.ts';
import { instantSchema, localDateSchema } from '../../../../core/time.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { bundleRules, registerRules } from '../../../../rules/register/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pdf = (role: BundleDocument['role'], name: string): BundleDocument => ({
  role,
  name,
  mediaType: 'application/pdf',
  bytes: bytes(name),
});
const input: BundleInput = {
  purpose: 'NATIONAL_REGISTER',
  caseNumber: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
  at: instantSchema.parse('2026-04-10T02:00:00.000Z'),
  documents: [
    pdf('SUMMONS', 'Panggilan I'),
    pdf('SUMMONS', 'Panggilan II'),
    pdf('DECISION', '800/23/2026'),
    pdf('EXAMINATION_REPORT', 'LHP'),
    pdf('RECEIPT', 'Tanda terima'),
  ],
  withheld: [sha256Hex('laporan')],
  register: {
    rules: registerRules,
    facts: {
      track: 'DISCIPLINE_PNS',
      sanctionCode: 'R2',
      level: 'LIGHT',
      isSubstitute: false,
      provisions: [],
      months: null,
      decision: { number: '800/23/2026', on: localDateSchema.parse('2026-03-16') },
      remark: '',
    },
  },
};
const appeal: BundleInput = {
  ...input,
  purpose: 'BPASN',
  register: undefined,
  documents: [
    ...input.documents,
    pdf('EXAMINATION_RECORD', 'BAP'),
    { role: 'EVIDENCE', name: 'lampiran.jpeg', mediaType: 'image/jpeg', bytes: bytes('salinan') },
    { role: 'STATEMENT', name: 'Tanggapan', mediaType: 'application/json', bytes: bytes('{}') },
    { role: 'APPEAL', name: 'Alasan', mediaType: 'text/plain; charset=utf-8', bytes: bytes('alasan') },
    { role: 'TRAIL', name: 'Jejak', mediaType: 'application/json', bytes: bytes('[]') },
  ],
};
const pathsOf = (of: BundleInput) => bundleOf(of, bundleRules).files.map(({ path }) => path);
const fileIn = (of: BundleInput, path: string) => {
  const found = bundleOf(of, bundleRules).files.find((file) => file.path === path);
  return new TextDecoder().decode(found?.bytes);
};

describe('a bundle for the national register', () => {
  it('has the documents in folders, the record, the manifest and its hash', () => {
    expect(pathsOf(input)).toEqual([
      '04-panggilan/01-panggilan-i.pdf',
      '04-panggilan/02-panggilan-ii.pdf',
      '01-keputusan/01-800-23-2026.pdf',
      '03-lhp/01-lhp.pdf',
      '08-tanda-terima/01-tanda-terima.pdf',
      'siasn.json',
      'manifest.json',
      'manifest.sha256',
    ]);
  });

  it('has a record that names the documents to upload', () => {
    const record = registerRecordSchema.parse(JSON.parse(fileIn(input, 'siasn.json')));
    expect(record.path.map(({ object }) => object)).toEqual(pathsOf(input).slice(0, 5));
    expect(record.path[2]).toEqual({
      dok_id: null,
      dok_nama: '01-800-23-2026.pdf',
      dok_uri: null,
      object: '01-keputusan/01-800-23-2026.pdf',
      slug: '01-keputusan-01-800-23-2026-pdf',
    });
  });

  it('says what in the record is open', () => {
    const manifest = bundleManifestSchema.parse(JSON.parse(fileIn(input, 'manifest.json')));
    expect(manifest.open.map(({ field }) => field)).toContain('pnsOrangId');
    expect(manifest.missing).toEqual([]);
  });
});

describe('a bundle', () => {
  it('lists every file with hash and size in canonical JSON, and the hash of the list', () => {
    const { files, manifest } = bundleOf(appeal, bundleRules);
    expect(manifest.files.map(({ path, sha256, size }) => [path, sha256, size])).toEqual(
      files.slice(0, -2).map((file) => [file.path, sha256Hex(file.bytes), file.bytes.length]),
    );
    const list = fileIn(appeal, 'manifest.json');
    expect(JSON.parse(list)).toEqual(JSON.parse(JSON.stringify(manifest)));
    expect(fileIn(appeal, 'manifest.sha256')).toBe(`${sha256Hex(list)}  manifest.json\n`);
  });

  it('to forward an appeal has the evidence that was shown, the statement, the grounds and the trail', () => {
    expect(pathsOf(appeal)).toEqual(
      expect.arrayContaining([
        '09-bukti/01-lampiran-jpeg.jpg',
        '10-tanggapan-terlapor/01-tanggapan.json',
        '11-upaya-administratif/01-alasan.txt',
        '14-jejak-perkara/01-jejak.json',
      ]),
    );
    expect(pathsOf(appeal)).not.toContain('siasn.json');
  });

  it('names what belongs into it and is not there', () => {
    const few = { ...appeal, documents: [pdf('DECISION', 'x')] };
    expect(bundleOf(few, bundleRules).manifest.missing).toEqual([
      ['EXAMINATION_REPORT'],
      ['RECEIPT'],
      ['APPEAL'],
      ['TRAIL'],
      ['EXAMINATION_RECORD', 'SUMMONS'],
    ]);
  });

  it.each(['EVIDENCE', 'STATEMENT', 'APPEAL', 'TRAIL'] as const)('for the national register never has %s', (role) => {
    expect(() => bundleOf({ ...input, documents: [pdf(role, 'x')] }, bundleRules)).toThrow(NotForBundle);
  });

  it.each(bundlePurposeSchema.options)(
    'for %s never has bytes that are withheld, whatever they are called',
    (purpose) => {
      const report = { ...pdf('DECISION', 'x'), bytes: bytes('laporan') };
      expect(() => bundleOf({ ...appeal, purpose, documents: [report] }, bundleRules)).toThrow(NotForBundle);
    },
  );

  it('is the same bytes whenever it is made of the same', () => {
    const pack = () => zipOf(bundleOf(appeal, bundleRules).files, appeal.at);
    expect(Buffer.from(pack()).equals(pack())).toBe(true);
  });
});
