import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { oidcVerifier } from '../../../adapters/oidc-verifier.ts';
import { ServiceUnavailable } from '../../../core/errors.ts';
import { epochOf } from '../../../core/time.ts';
import { directoryOf, nipOf } from '../../support/builders/staff.ts';
import { serve, type TestServer } from '../../support/serve.ts';
import { stillClock } from '../../support/still-clock.ts';

const clock = stillClock();
const directory = directoryOf([]);
const keyPair = await generateKeyPair('ES256');
const stranger = await generateKeyPair('ES256');
const keys = { keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: 'k', alg: 'ES256' }] };
const good = { role: 'auditor', agency: 'contoh', nip: nipOf(9) };

const seconds = () => epochOf(clock.now()) / 1000;
const sign = (claims: Readonly<Record<string, unknown>>, issuer: string, key = keyPair.privateKey) =>
  new SignJWT({ sub: 'a', aud: 'tertib', exp: seconds() + 60, iss: issuer, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .sign(key);

const ISSUER = 'https://masuk.tertib.test';
const verify = oidcVerifier({ issuer: ISSUER, keys, clock, directory });

describe('a staff token', () => {
  it('says who is calling', async () => {
    const principal = { subject: 'a', agencyId: 'contoh', role: 'auditor', nip: nipOf(9) };
    expect(await verify(await sign(good, ISSUER))).toEqual(principal);
    expect(await verify(await sign({ role: 'admin', agency: 'contoh' }, ISSUER))).toMatchObject({ nip: undefined });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['another issuer', { iss: 'https://lain.test' }],
    ['another audience', { aud: 'other' }],
    ['a time that is over', { exp: seconds() - 60 }],
    ['a time that has not come', { nbf: seconds() + 600 }],
    ['no end', { exp: undefined }],
    ['an unknown role', { role: 'boss' }],
    ['no role', { role: undefined }],
    ['an agency that is not here', { agency: 'asing' }],
    ['no agency', { agency: undefined }],
    ['a number that cannot be', { nip: '123' }],
    ['no subject', { sub: undefined }],
  ])('with %s is nobody', async (_name, claims) =>
    expect(await verify(await sign({ ...good, ...claims }, ISSUER))).toBeUndefined(),
  );

  it('signed by someone else is nobody', async () =>
    expect(await verify(await sign(good, ISSUER, stranger.privateKey))).toBeUndefined());

  it.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYXVkaXRvciJ9.'])(
    'that is none (%j) is nobody',
    async (jwt) => expect(await verify(jwt)).toBeUndefined(),
  );
});

describe('an issuer', () => {
  let issuer: TestServer;
  let document: (endpoint: string) => unknown;
  beforeEach(async () => {
    document = (endpoint) => ({ issuer: endpoint, jwks_uri: `${endpoint}/keys` });
    issuer = await serve(({ path }) => ({ status: 200, body: path === '/keys' ? keys : document(issuer.endpoint) }));
  });
  afterEach(() => issuer.close());

  it('is asked once for its keys', async () => {
    const check = oidcVerifier({ issuer: issuer.endpoint, clock, directory });
    for (let n = 0; n < 3; n += 1)
      expect(await check(await sign(good, issuer.endpoint))).toMatchObject({ role: 'auditor' });
    expect(issuer.seen.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('that speaks for another one is not believed', async () => {
    document = (endpoint) => ({ issuer: 'https://lain.test', jwks_uri: `${endpoint}/keys` });
    const check = oidcVerifier({ issuer: issuer.endpoint, clock, directory });
    await expect(check(await sign(good, issuer.endpoint))).rejects.toThrow(ServiceUnavailable);
  });

  it('that does not answer makes nobody a nobody: the call can be tried again, and is', async () => {
    const right = document;
    document = () => 'no document';
    const check = oidcVerifier({ issuer: issuer.endpoint, clock, directory });
    await expect(check(await sign(good, issuer.endpoint))).rejects.toThrow(ServiceUnavailable);
    document = right;
    expect(await check(await sign(good, issuer.endpoint))).toMatchObject({ role: 'auditor' });
  });
});
