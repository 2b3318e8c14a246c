import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PdfLetter } from '../../../adapters/pdf-letter.ts';
import { MalformedItem } from '../../../core/errors.ts';
import type { DocumentSigner, SigningFacts } from '../../../core/letters/document-signer.ts';
import { instantSchema } from '../../../core/time.ts';
import { NO_SECRET } from '../../../lambdas/env/fragments.ts';
import { serve, type TestServer } from '../../support/serve.ts';

const ARN = 'arn:aws:secretsmanager:ap-southeast-3:111111111111:secret:tertib/letters-a1B2c3';
const fontDirectory = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/noto-serif', import.meta.url));
const facts: SigningFacts = {
  at: instantSchema.parse('2026-12-01T03:04:05.000Z'),
  reason: 'Keputusan',
  name: 'Sri Wahyuni',
};
const newKey = (): string => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
};
const key = { purpose: 'letters', createdAt: '2026-01-05T01:00:00.000Z', privateKey: newKey() };
const account = {
  url: 'https://esign.contoh.go.id',
  user: 'tertib',
  password: 'kata-sandi',
  nik: '3171010101700001',
  passphrase: 'rahasia-sekali',
};

describe('what signs letters on AWS', () => {
  const environment = process.env;
  let server: TestServer;
  let held: unknown;
  let pdf: Uint8Array;
  let signerOf: (env: { DOCUMENT_CERTIFICATE_ARN: string; BSRE_SECRET_ARN: string }) => DocumentSigner;

  beforeAll(async () => {
    server = await serve(() => ({ status: 200, body: { ARN, SecretString: JSON.stringify(held) } }));
    process.env = {
      ...environment,
      AWS_REGION: 'ap-southeast-3',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: server.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    ({ documentSignerOf: signerOf } = await import('../../../lambdas/shared/ports/document-signer.ts'));
    pdf = await new PdfLetter({ fontDirectory }).pdf({
      language: 'id',
      title: 'Surat',
      classification: 'RAHASIA',
      templateId: 'uji',
      templateVersion: 1,
      issuedAt: facts.at,
      blocks: [{ kind: 'paragraph', text: 'Isi surat.' }],
    });
  });
  afterAll(async () => {
    process.env = environment;
    await server.close();
  });

  const withKey = () => signerOf({ DOCUMENT_CERTIFICATE_ARN: ARN, BSRE_SECRET_ARN: NO_SECRET });
  const withBsre = () => signerOf({ DOCUMENT_CERTIFICATE_ARN: NO_SECRET, BSRE_SECRET_ARN: ARN });
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

  it('is nothing where the deployment has no secret: the letter stays as it was printed, and nobody is asked', async () => {
    const signer = signerOf({ DOCUMENT_CERTIFICATE_ARN: NO_SECRET, BSRE_SECRET_ARN: NO_SECRET });
    const before = server.seen.length;

    expect(text(await signer.sign(pdf, facts))).toBe(text(pdf));
    expect(server.seen).toHaveLength(before);
  });

  it('is the key in the secret, read once for all letters: the PDF is sealed, and its own bytes stay', async () => {
    held = key;
    const before = server.seen.length;
    const signer = withKey();
    const sealed = await signer.sign(pdf, facts);

    expect(text(sealed.subarray(0, pdf.length))).toBe(text(pdf));
    expect(text(sealed)).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text(await signer.sign(pdf, facts))).toBe(text(sealed));
    expect(server.seen).toHaveLength(before + 1);
  });

  it.each([
    ['another thing', { ...key, purpose: 'receipts' }],
    ['no key', { ...key, privateKey: 'AAAA' }],
    ['nothing', {}],
  ])('refuses a secret that holds %s, and repeats nothing of it', async (_case, content) => {
    held = content;
    const failure = withKey().sign(pdf, facts);

    await expect(failure).rejects.toBeInstanceOf(MalformedItem);
    await expect(failure).rejects.toThrow('the secret is not a key for letters');
  });

  it.each([
    ['url', { ...account, url: 'http://esign.contoh.go.id' }],
    ['nik', { ...account, nik: '317101' }],
    ['passphrase', { ...account, passphrase: '' }],
    ['password', { ...account, password: undefined }],
  ])('refuses an account at BSrE whose %s does not fit, before anything is sent', async (field, content) => {
    held = content;

    await expect(withBsre().sign(pdf, facts)).rejects.toThrow(`secret ${ARN} is not as it must be: ${field}`);
  });

  it('tries a corrected secret with the next letter', async () => {
    held = {};
    const signer = withKey();
    await expect(signer.sign(pdf, facts)).rejects.toBeInstanceOf(MalformedItem);
    held = key;

    expect(text(await signer.sign(pdf, facts))).toContain('/Type /Sig');
  });
});
