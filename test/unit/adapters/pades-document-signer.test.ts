import { createHash, createVerify, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { selfSignedCertificate } from '../../../adapters/pades/certificate.ts';
import type { RsaKey } from '../../../adapters/pades/rsa-key.ts';
import { PadesDocumentSigner } from '../../../adapters/pades-document-signer.ts';
import { PdfLetter } from '../../../adapters/pdf-letter.ts';
import { openLocalRsaKey, parseRsaKey } from '../../../adapters/stored-rsa-key.ts';
import { MalformedItem } from '../../../core/errors.ts';
import type { SigningFacts } from '../../../core/letters/document-signer.ts';
import { instantSchema } from '../../../core/time.ts';
import { sampleLetters } from '../../../scripts/sample-letters/index.ts';
import { compose } from '../core/letters/samples.ts';
import { charactersOf } from './pdf-text.ts';

const fontDirectory = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/noto-serif', import.meta.url));
const clock = { now: () => instantSchema.parse('2026-11-01T02:03:04.567Z') };
const facts: SigningFacts = {
  at: instantSchema.parse('2026-12-16T03:04:05.006Z'),
  reason: 'Keputusan (asli) \\ “rahasia”',
  name: 'Dr. Hasanuddin Mahmud',
};
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

let folder: string;
let key: RsaKey;
let signer: PadesDocumentSigner;
let pdf: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-pades-'));
  key = await openLocalRsaKey(join(folder, 'letters.json'), clock);
  signer = new PadesDocumentSigner({ key: async () => key, name: 'Tertib (sertifikat lokal)' });
  pdf = await new PdfLetter({ fontDirectory }).pdf(compose('SANCTION_R2', sampleLetters.SANCTION_R2));
  signed = await signer.sign(pdf, facts);
});
afterAll(() => rm(folder, { recursive: true }));

/** What a reader takes from a signed file: the bytes under the signature, and the signature. */
const signatureIn = (file: Uint8Array) => {
  const [, , before, after, length] = /\/ByteRange \[(0) (\d+) +(\d+) +(\d+) *\]/.exec(latin1(file)) ?? [];
  const [open, close] = [Number(before), Number(after)];
  return {
    end: close + Number(length),
    content: Buffer.concat([file.subarray(0, open), file.subarray(close)]),
    cms: Buffer.from(latin1(file.subarray(open + 1, close - 1)), 'hex'),
  };
};

const signedDataOf = (cms: Uint8Array): SignedData => {
  const content = new ContentInfo({ schema: fromBER(Uint8Array.from(cms).buffer).result });
  return new SignedData({ schema: content.content });
};

const verifies = (file: Uint8Array): Promise<boolean> => {
  const { content, cms } = signatureIn(file);
  return signedDataOf(cms).verify({ signer: 0, data: Uint8Array.from(content).buffer });
};

const attributesOf = (cms: Uint8Array) => signedDataOf(cms).signerInfos[0]?.signedAttrs?.attributes ?? [];

describe('a letter sealed with a key of this system', () => {
  it('has a signature that verifies over the whole file', async () => {
    expect(signatureIn(signed).end).toBe(signed.length);
    expect(await verifies(signed)).toBe(true);
  });

  it.each([100, 20_000])('does not verify any more with byte %i changed', async (at) => {
    const altered = Uint8Array.from(signed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(await verifies(altered).catch(() => false)).toBe(false);
  });

  it('is verified by its certificate alone, without the library that made it', async () => {
    const { cms, content } = signatureIn(signed);
    const info = signedDataOf(cms).signerInfos[0];
    const attributes = Buffer.from(info?.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
    attributes[0] = 0x31;
    const verify = createVerify('sha256').update(attributes);
    const { publicKey } = new X509Certificate(await signer.certificate());
    expect(verify.verify(publicKey, Buffer.from(info?.signature.valueBlock.valueHexView ?? []))).toBe(true);
    expect(attributes.includes(createHash('sha256').update(content).digest())).toBe(true);
  });

  it('carries the attributes of PAdES B-B: type, digest and certificate, and no second signing time', () => {
    expect(attributesOf(signatureIn(signed).cms).map(({ type }) => type)).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ]);
  });

  it('names its certificate by its hash', async () => {
    const hash = createHash('sha256')
      .update(await signer.certificate())
      .digest('hex');
    expect(signatureIn(signed).cms.toString('hex')).toContain(hash);
  });

  it('says when, why and in whose name, and nothing of today', () => {
    const added = latin1(signed.subarray(pdf.length));
    expect(added).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(added.match(/D:\d{14}Z/g)).toEqual(['D:20261216030405Z']);
    const text = (value: string) => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
    expect(added).toContain(`/Name ${text(facts.name)}`);
    expect(added).toContain(`/Reason ${text(facts.reason)}`);
  });

  it('has the same bytes whenever it is signed, also by a system that was started again', async () => {
    const again = new PadesDocumentSigner({
      key: async () => openLocalRsaKey(join(folder, 'letters.json'), { now: () => facts.at }),
      name: 'Tertib (sertifikat lokal)',
    });
    expect(Buffer.compare(await signer.sign(pdf, facts), signed)).toBe(0);
    expect(Buffer.compare(await again.sign(pdf, facts), signed)).toBe(0);
  });

  it('is the letter as it was, with something added', () => {
    expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).toBe(0);
    expect(charactersOf(signed.subarray(0, pdf.length)).tagged).toContain('KEPUTUSAN WALI KOTA CONTOH');
  });

  it('leads from a cross-reference table to every object it adds', () => {
    const file = latin1(signed);
    const xref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const entries = [...file.slice(xref).matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)];
    expect(entries).toHaveLength(5);
    for (const [, number, offset] of entries)
      expect(file.slice(Number(offset))).toMatch(new RegExp(`^${number} 0 obj\n<<`));
    const previous = Number(/\/Prev (\d+)/.exec(file.slice(xref))?.[1]);
    expect(file.slice(previous, previous + 4)).toBe('xref');
  });

  it('stays PDF/A: the field is printed, locked and of no size', () => {
    expect(latin1(signed)).toContain('/F 132 /Rect [0 0 0 0]');
  });
});

describe('a seal is refused', () => {
  it.each([
    ['to a letter that is sealed already', () => signed],
    ['to what is no PDF', () => new TextEncoder().encode('Halo')],
    ['to a PDF whose end is cut off', () => pdf.subarray(0, pdf.length - 200)],
  ])('%s', async (_what, file) => {
    await expect(signer.sign(file(), facts)).rejects.toThrow(MalformedItem);
  });

  it('while the key cannot be read, and given once it can', async () => {
    let tries = 0;
    const late = new PadesDocumentSigner({
      key: async () => {
        tries += 1;
        if (tries === 1) throw new MalformedItem('not yet');
        return key;
      },
      name: 'Tertib (sertifikat lokal)',
    });
    await expect(late.sign(pdf, facts)).rejects.toThrow('not yet');
    expect(Buffer.compare(await late.sign(pdf, facts), signed)).toBe(0);
  });
});

describe('the key of letters', () => {
  it('lies in a file of its owner only', async () => {
    if (process.platform === 'win32') return;
    expect((await stat(join(folder, 'letters.json'))).mode & 0o777).toBe(0o600);
  });

  it('may lie in a secret in the same form', async () => {
    const parsed = parseRsaKey(await readFile(join(folder, 'letters.json'), 'utf8'));
    expect(Buffer.compare(parsed.publicKey, key.publicKey)).toBe(0);
    expect(() => parseRsaKey('{"purpose":"letters"}')).toThrow(MalformedItem);
    expect(() => parseRsaKey('no JSON')).toThrow(MalformedItem);
  });

  it('gives itself a certificate that is its own issuer, no authority, and valid from its making on', async () => {
    const certificate = new X509Certificate(await signer.certificate());
    expect(certificate.subject).toBe('CN=Tertib (sertifikat lokal)');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(new Date(certificate.validFrom).toISOString()).toBe('2026-11-01T02:03:04.000Z');
  });

  it('signs with the certificate that an authority gave it, where it has one', async () => {
    const certificate = (await selfSignedCertificate(key, 'Pemerintah Kota Contoh')).der;
    const certified = new PadesDocumentSigner({ key: async () => ({ ...key, certificate }), name: 'unused' });
    expect(new X509Certificate(await certified.certificate()).subject).toBe('CN=Pemerintah Kota Contoh');
    expect(await verifies(await certified.sign(pdf, facts))).toBe(true);
  });

  it('takes no certificate of another key, and none that cannot be read', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'der', type: 'spki' });
    const { der: certificate } = await selfSignedCertificate(key, 'x');
    for (const wrong of [
      { ...key, certificate, publicKey: new Uint8Array(other) },
      { ...key, certificate: Uint8Array.of(1, 2, 3) },
    ]) {
      const refusing = new PadesDocumentSigner({ key: async () => wrong, name: 'unused' });
      await expect(refusing.sign(pdf, facts)).rejects.toThrow(MalformedItem);
    }
  });
});
