import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, decodeProtectedHeader, errors } from 'jose';
import * as z from 'zod';
import { KmsSigner } from '../../adapters/kms-signer.ts';
import { LocalSigner } from '../../adapters/local-signer.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import type { Signer } from '../../core/ports.ts';
import { type FakeKms, startFakeKms } from '../support/fake-kms.ts';

const jwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
const jwksOf = async (signer: Signer) => ({
  keys: (await signer.publicKeys()).keys.map((key) => jwkSchema.parse(key)),
});

describe.each(['LocalSigner', 'KmsSigner'])('the signer %s', (adapter) => {
  let kms: FakeKms;
  let folder: string;
  let signer: Signer;

  beforeAll(async () => {
    kms = await startFakeKms();
    folder = await mkdtemp(join(tmpdir(), 'tertib-signer-'));
    signer =
      adapter === 'LocalSigner'
        ? await LocalSigner.open(join(folder, 'keys', 'sign.json'))
        : new KmsSigner({ client: kms.client, keyId: kms.keyIds.signing });
  });
  afterAll(async () => {
    await kms.close();
    await rm(folder, { recursive: true });
  });

  const verify = async (jws: string) => compactVerify(jws, createLocalJWKSet(await jwksOf(signer)));

  it('signs a compact JWS that its published key verifies', async () => {
    const { payload, protectedHeader } = await verify(
      await signer.sign('{"isi":"laporan — 🙏"}', 'tertib-receipt+jwt'),
    );
    expect(Buffer.from(payload).toString('utf8')).toBe('{"isi":"laporan — 🙏"}');
    const [key] = (await jwksOf(signer)).keys;
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: key?.kid, typ: 'tertib-receipt+jwt' });
  });

  it('names its key by the thumbprint', async () => {
    for (const { kid, ...key } of (await jwksOf(signer)).keys) expect(kid).toBe(await calculateJwkThumbprint(key));
  });

  it('publishes nothing of the private key', async () => {
    expect(JSON.stringify(await signer.publicKeys())).not.toContain('"d"');
  });

  it('signs bytes as they are, also more than 4,096 of them', async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, place) => place % 256);
    expect((await verify(await signer.sign(bytes, 'test'))).payload).toEqual(bytes);
  });

  // One signature in 128 has an r or s that DER writes shorter than 32 bytes.
  it('signs 400 times and every signature verifies', async () => {
    const signatures = await Promise.all(Array.from({ length: 400 }, (_, number) => signer.sign(`${number}`, 'test')));
    for (const jws of signatures) await verify(jws);
  });

  it('does not verify a changed payload', async () => {
    const [header, , signature] = (await signer.sign('a', 'test')).split('.');
    const changed = `${header}.${Buffer.from('b').toString('base64url')}.${signature}`;
    await expect(verify(changed)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
  });
});

describe('the signer LocalSigner', () => {
  it('keeps its key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tertib-signer-'));
    const file = join(folder, 'sign.json');
    const [one, two] = await Promise.all([LocalSigner.open(file), LocalSigner.open(file)]);
    expect(await two.publicKeys()).toEqual(await one.publicKeys());
    expect(await (await LocalSigner.open(file)).publicKeys()).toEqual(await one.publicKeys());
    await rm(folder, { recursive: true });
  });
});

describe('the signer KmsSigner', () => {
  let kms: FakeKms;
  beforeAll(async () => {
    kms = await startFakeKms();
  });
  afterAll(() => kms.close());

  it('still publishes the keys that signed before', async () => {
    const { client, keyIds } = kms;
    const before = new KmsSigner({ client, keyId: keyIds.formerSigning });
    const now = new KmsSigner({ client, keyId: keyIds.signing, formerKeyIds: [keyIds.formerSigning] });
    const jwks = await jwksOf(now);
    expect(jwks.keys).toHaveLength(2);
    const old = await before.sign('an old receipt', 'test');
    await expect(compactVerify(old, createLocalJWKSet(jwks))).resolves.toBeDefined();
    expect(decodeProtectedHeader(await now.sign('new', 'test')).kid).toBe(jwks.keys[0]?.kid);
  });

  it('says that the service is unavailable in an outage', async () => {
    kms.fail();
    const signer = new KmsSigner({ client: kms.client, keyId: kms.keyIds.signing });
    await expect(signer.sign('payload', 'test')).rejects.toThrow(ServiceUnavailable);
  });
});
