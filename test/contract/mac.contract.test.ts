import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KmsMac } from '../../adapters/kms-mac.ts';
import { LocalMac } from '../../adapters/local-mac.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import type { Mac } from '../../core/ports.ts';
import { type FakeKms, startFakeKms } from '../support/fake-kms.ts';

describe.each(['LocalMac', 'KmsMac'])('the MAC %s', (adapter) => {
  let kms: FakeKms;
  let folder: string;
  let open: () => Promise<Mac>;
  let mac: Mac;

  beforeAll(async () => {
    kms = await startFakeKms();
    folder = await mkdtemp(join(tmpdir(), 'tertib-mac-'));
    open = async () =>
      adapter === 'LocalMac'
        ? LocalMac.open(join(folder, 'mac.json'), randomIds)
        : new KmsMac({ client: kms.client, keyId: kms.keyIds.mac });
    mac = await open();
  });
  afterAll(async () => {
    await kms.close();
    await rm(folder, { recursive: true });
  });

  it('gives 32 bytes, the same for the same message, also from a later instance', async () => {
    const first = await mac.mac('kode 123456');
    expect(first).toHaveLength(32);
    expect(Buffer.from(await mac.mac('kode 123456')).equals(first)).toBe(true);
    expect(Buffer.from(await (await open()).mac('kode 123456')).equals(first)).toBe(true);
  });

  it('gives other bytes for any other message', async () => {
    const messages = [' ', 'kode 123456', 'kode 123457', 'Kode 123456', '🙏'];
    const macs = await Promise.all(messages.map(async (text) => Buffer.from(await mac.mac(text)).toString('hex')));
    expect(new Set(macs).size).toBe(messages.length);
  });
});

describe('the MAC', () => {
  it('differs from key to key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tertib-mac-'));
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => (await LocalMac.open(join(folder, name), randomIds)).mac('same')),
    );
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(false);
    await rm(folder, { recursive: true });
  });

  it('says that the service is unavailable in an outage', async () => {
    const kms = await startFakeKms();
    kms.fail();
    await expect(new KmsMac({ client: kms.client, keyId: kms.keyIds.mac }).mac('x')).rejects.toThrow(
      ServiceUnavailable,
    );
    await kms.close();
  });
});
