import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KmsSealer } from '../../adapters/kms-sealer.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { SealBroken, ServiceUnavailable } from '../../core/errors.ts';
import type { Sealer } from '../../core/ports.ts';
import { type FakeKms, startFakeKms } from '../support/fake-kms.ts';

const flipped = (sealed: string, place: number): string => {
  const other = sealed[place] === 'A' ? 'B' : 'A';
  return `${sealed.slice(0, place)}${other}${sealed.slice(place + 1)}`;
};

describe.each(['LocalSealer', 'KmsSealer'])('the sealer %s', (adapter) => {
  let kms: FakeKms;
  let folder: string;
  let open: () => Promise<Sealer>;
  let sealer: Sealer;

  beforeAll(async () => {
    kms = await startFakeKms();
    folder = await mkdtemp(join(tmpdir(), 'tertib-sealer-'));
    const { client, keyIds } = kms;
    open = async () =>
      adapter === 'LocalSealer'
        ? LocalSealer.open(join(folder, 'seal.json'), randomIds)
        : new KmsSealer({ client, keyId: keyIds.symmetric, ids: randomIds });
    sealer = await open();
  });
  afterAll(async () => {
    await kms.close();
    await rm(folder, { recursive: true });
  });

  it.each(['', 'rahasia', 'kata “dikutip” 🙏', 'x'.repeat(100_000)])('opens what it sealed', async (text) => {
    expect(await sealer.open(await sealer.seal(text, 'context'), 'context')).toBe(text);
  });

  it('opens what an earlier instance sealed', async () => {
    const sealed = await sealer.seal('rahasia', 'context');
    expect(await (await open()).open(sealed, 'context')).toBe('rahasia');
  });

  it('hides the text and never seals it the same way twice', async () => {
    const [one, two] = [await sealer.seal('rahasia', 'context'), await sealer.seal('rahasia', 'context')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('rahasia');
  });

  it('does not open in another context', async () => {
    const sealed = await sealer.seal('rahasia', 'task:1');
    await expect(sealer.open(sealed, 'task:2')).rejects.toThrow(SealBroken);
  });

  it('does not open with any part altered', async () => {
    const sealed = await sealer.seal('rahasia', 'context');
    for (let place = 0; place < sealed.length - 1; place += 1) {
      await expect(sealer.open(flipped(sealed, place), 'context')).rejects.toThrow(SealBroken);
    }
  });

  it.each(['', 'l1.', 'k1.', 'l1.AAAA', 'k1.AAAA.AAAA', 'plain text', 'x1.AAAA'])(
    'does not open what was never sealed: %s',
    async (text) => {
      await expect(sealer.open(text, 'context')).rejects.toThrow(SealBroken);
    },
  );
});

describe('the sealer KmsSealer', () => {
  let kms: FakeKms;
  beforeAll(async () => {
    kms = await startFakeKms();
  });
  afterAll(() => kms.close());

  it('sends KMS neither the text nor the sealed text', async () => {
    const sealer = new KmsSealer({ client: kms.client, keyId: kms.keyIds.symmetric, ids: randomIds });
    const sealed = await sealer.seal('rahasia', 'context');
    await sealer.open(sealed, 'context');
    const asked = kms.server.seen.map(({ body }) => body).join();
    expect(asked).not.toContain('rahasia');
    expect(asked).not.toContain(Buffer.from('rahasia').toString('base64').slice(0, 8));
    expect(asked).toContain('"EncryptionContext":{"tertib:context":"context"}');
  });

  it('says that the service is unavailable in an outage, not that the seal is broken', async () => {
    const sealer = new KmsSealer({ client: kms.client, keyId: kms.keyIds.symmetric, ids: randomIds });
    const sealed = await sealer.seal('rahasia', 'context');
    kms.fail();
    await expect(sealer.open(sealed, 'context')).rejects.toThrow(ServiceUnavailable);
    await expect(sealer.seal('rahasia', 'context')).rejects.toThrow(ServiceUnavailable);
  });
});
