import { createHmac } from 'node:crypto';
import { signUploadToken, verifyUploadToken } from '../../../../core/capture/upload-token.ts';
import { artifactIdSchema, caseIdSchema, sha256Schema } from '../../../../core/ids.ts';
import type { Mac, UploadRequest } from '../../../../core/ports.ts';
import { instantOf, plusMs } from '../../../../core/time.ts';

const macWith = (key: string): Mac => ({
  mac: async (message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
});
const mac = macWith('key of the test');
const now = instantOf(Date.UTC(2026, 10, 23));
const upload: UploadRequest = {
  caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
  artifactId: artifactIdSchema.parse('attachment-1'),
  mediaType: 'image/png',
  size: 5,
  sha256: sha256Schema.parse('a'.repeat(64)),
  expiresAt: plusMs(now, 1000),
};
const forged = { ok: false, reason: 'FORGED' };

describe('an upload token', () => {
  it('gives back exactly what it was made for', async () => {
    expect(await verifyUploadToken(await signUploadToken(upload, mac), { mac, now })).toEqual({ ok: true, upload });
  });

  it('is one segment of a URL path', async () => {
    expect(await signUploadToken(upload, mac)).toMatch(/^[\w-]+\.[\w-]+$/);
  });

  it('holds until the instant it expires, and not at it', async () => {
    const token = await signUploadToken(upload, mac);
    expect(await verifyUploadToken(token, { mac, now: plusMs(now, 999) })).toMatchObject({ ok: true });
    expect(await verifyUploadToken(token, { mac, now: plusMs(now, 1000) })).toEqual({ ok: false, reason: 'EXPIRED' });
  });

  it('of another key is forged', async () => {
    const token = await signUploadToken(upload, macWith('another key'));
    expect(await verifyUploadToken(token, { mac, now })).toEqual(forged);
  });

  it('cannot be made from a MAC that the same key gave for something else', async () => {
    const payload = (await signUploadToken(upload, mac)).split('.', 1).join('');
    const elsewhere = Buffer.from(await mac.mac(payload)).toString('base64url');
    expect(await verifyUploadToken(`${payload}.${elsewhere}`, { mac, now })).toEqual(forged);
  });

  it('is forged with any one character changed, added or dropped', async () => {
    const token = await signUploadToken(upload, mac);
    for (let i = 0; i < token.length; i += 1) {
      const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      expect(await verifyUploadToken(changed, { mac, now })).toEqual(forged);
    }
    for (const other of [`${token}A`, `${token}=`, `${token}.`, token.slice(0, -1), token.replace('.', '')]) {
      expect(await verifyUploadToken(other, { mac, now })).toEqual(forged);
    }
  });

  it.each(['', '.', 'a', 'a.b', '..', 'é.é', 'a'.repeat(100_000)])('is forged where it is %j', async (token) => {
    expect(await verifyUploadToken(token, { mac, now })).toEqual(forged);
  });
});
