import { WebAuthnPasskeys } from '../../adapters/webauthn-passkeys.ts';
import type { Passkeys, RelyingParty } from '../../core/ports.ts';
import type { Passkey } from '../../core/step-up/factors.ts';
import { instant } from '../support/rows.ts';
import { SoftAuthenticator } from '../support/soft-authenticator.ts';

const site: RelyingParty = { id: 'tertib.test', origin: 'https://tertib.test', name: 'Tertib' };
const person = { handle: new Uint8Array(32).fill(3), name: 'Bupati Uji' };
const challenge = Buffer.alloc(32, 1).toString('base64url');
const other = Buffer.alloc(32, 2).toString('base64url');

const adapters: readonly (readonly [string, () => Passkeys])[] = [['WebAuthnPasskeys', () => new WebAuthnPasskeys()]];

describe.each(adapters)('passkeys by %s', (_name, make) => {
  const passkeys = make();

  const enrolled = async (key: SoftAuthenticator, factorId: string): Promise<Passkey> => {
    const options = await passkeys.creationOptions({ site, person, challenge, known: [] });
    const made = await passkeys.verifyCreation({ site, challenge, response: JSON.parse(key.create(options)) });
    if (made === undefined) throw new Error('not enrolled');
    return { kind: 'PASSKEY', factorId, ...made, addedAt: instant('2026-11-23T02:15:00.000Z') };
  };

  it('are enrolled and recognised, with the counter that they have then', async () => {
    const keys = [new SoftAuthenticator(site.origin), new SoftAuthenticator(site.origin)];
    const known = await Promise.all(keys.map((key, n) => enrolled(key, `000000000000000${n}`)));
    expect(known.map(({ counter, transports }) => [counter, transports])).toEqual([
      [1, ['internal']],
      [1, ['internal']],
    ]);
    const options = await passkeys.requestOptions({ site, challenge, known });
    const response: unknown = JSON.parse(keys[1]?.get(options, { counter: 9 }) ?? '');
    expect(await passkeys.verifyRequest({ site, challenge, response, known })).toEqual({
      factorId: '0000000000000001',
      counter: 9,
    });
  });

  it('take an authenticator that keeps no counter', async () => {
    const key = new SoftAuthenticator(site.origin);
    const one = { ...(await enrolled(key, '0000000000000001')), counter: 0 };
    const options = await passkeys.requestOptions({ site, challenge, known: [one] });
    const response: unknown = JSON.parse(key.get(options, { counter: 0 }));
    expect(await passkeys.verifyRequest({ site, challenge, response, known: [one] })).toMatchObject({ counter: 0 });
  });

  it('are not taken for another question, another site, or by another’s key', async () => {
    const key = new SoftAuthenticator(site.origin);
    const one = await enrolled(key, '0000000000000001');
    const options = await passkeys.requestOptions({ site, challenge, known: [one] });
    const verify = (response: string, change: Partial<{ site: RelyingParty; challenge: string }> = {}) =>
      passkeys.verifyRequest({ site, challenge, known: [one], ...change, response: JSON.parse(response) });
    expect(await verify(key.get(options), { challenge: other })).toBeUndefined();
    expect(await verify(key.get(options), { site: { ...site, id: 'lain.test' } })).toBeUndefined();
    expect(await verify(key.get(options), { site: { ...site, origin: 'https://lain.test' } })).toBeUndefined();
    const stranger = new SoftAuthenticator(site.origin);
    expect(await verify(stranger.get(options, { id: one.credentialId }))).toBeUndefined();
    expect(await verify(key.get(options))).toBeDefined();
  });

  it.each([undefined, null, 7, 'x', [], {}, { id: 'a', rawId: 'a', type: 'public-key', response: {} }])(
    'do not throw at %j',
    async (response) => {
      expect(await passkeys.verifyCreation({ site, challenge, response })).toBeUndefined();
      expect(await passkeys.verifyRequest({ site, challenge, response, known: [] })).toBeUndefined();
    },
  );
});
