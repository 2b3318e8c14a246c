import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { ServiceUnavailable } from '../../../../core/errors.ts';
import { epochOf } from '../../../../core/time.ts';
import { oidcClient } from '../../../../web/http/console/oidc-client.ts';
import { stillClock } from '../../../support/still-clock.ts';

const ISSUER = 'https://masuk.test/realm';
const CLIENT = 'konsol';
const SECRETS = { nonce: 'n-1', verifier: 'v-1' };
const clock = stillClock();
const now = Math.floor(epochOf(clock.now()) / 1000);

const keys = await generateKeyPair('ES256');
const otherKeys = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(keys.publicKey)), alg: 'ES256' };

const good: JWTPayload = { iss: ISSUER, aud: CLIENT, sub: 'sari', nonce: 'n-1', iat: now, exp: now + 300 };
const signed = (claims: Readonly<Record<string, unknown>>, key = keys.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(key);

interface Faults {
  readonly metadata?: () => Response;
  readonly token?: (request: { body: URLSearchParams; headers: Headers }) => Response;
  readonly jwks?: () => Response;
}

/** An issuer made of answers. */
const client = (idToken: string, faults: Faults = {}, clientSecret?: string) => {
  const seen: { body?: URLSearchParams; headers?: Headers; discoveries: number } = { discoveries: 0 };
  const answers: Readonly<Record<string, (init?: RequestInit) => Response>> = {
    [`${ISSUER}/.well-known/openid-configuration`]: () => {
      seen.discoveries += 1;
      const endpoints = { authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token` };
      return faults.metadata?.() ?? Response.json({ issuer: ISSUER, ...endpoints, jwks_uri: `${ISSUER}/jwks` });
    },
    [`${ISSUER}/token`]: (init) => {
      seen.body = new URLSearchParams(String(init?.body));
      seen.headers = new Headers(init?.headers);
      return faults.token?.({ body: seen.body, headers: seen.headers }) ?? Response.json({ id_token: idToken });
    },
    [`${ISSUER}/jwks`]: () => faults.jwks?.() ?? Response.json({ keys: [jwk] }),
  };
  const made = oidcClient({
    issuer: ISSUER,
    clientId: CLIENT,
    clientSecret,
    redirectUri: 'https://tertib.test/konsol/masuk/selesai',
    clock,
    fetch: async (url, init) => {
      const answer = answers[String(url)];
      if (answer === undefined) throw new TypeError(`nothing at ${String(url)}`);
      return answer(init);
    },
  });
  return { ...made, seen };
};

describe('the way to the issuer', () => {
  it('asks for a code with PKCE, state and nonce', async () => {
    const url = new URL(await client('').authorizationUrl({ state: 's', nonce: 'n', challenge: 'c' }));
    expect(`${url.origin}${url.pathname}`).toBe(`${ISSUER}/auth`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: CLIENT,
      redirect_uri: 'https://tertib.test/konsol/masuk/selesai',
      scope: 'openid',
      state: 's',
      nonce: 'n',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
  });

  it.each([
    ['speaks for another issuer', () => Response.json({ issuer: 'https://evil.test' })],
    ['says nothing', () => new Response('', { status: 503 })],
    ['is no JSON', () => new Response('<html>')],
  ])('is closed when its description %s, and is asked for again later', async (_what, metadata) => {
    let fault: (() => Response) | undefined = metadata;
    const { authorizationUrl, seen } = client('', {
      metadata: () =>
        fault?.() ??
        Response.json({
          issuer: ISSUER,
          authorization_endpoint: `${ISSUER}/auth`,
          token_endpoint: `${ISSUER}/token`,
          jwks_uri: `${ISSUER}/jwks`,
        }),
    });
    const ask = { state: 's', nonce: 'n', challenge: 'c' };
    await expect(authorizationUrl(ask)).rejects.toThrow(ServiceUnavailable);
    fault = undefined;
    await expect(authorizationUrl(ask)).resolves.toContain(`${ISSUER}/auth`);
    await authorizationUrl(ask);
    expect(seen.discoveries).toBe(2);
  });
});

describe('a code', () => {
  it('is traded with its verifier for verified claims', async () => {
    const { redeem, seen } = client(await signed(good));
    expect(await redeem('code-1', SECRETS)).toEqual(good);
    expect(Object.fromEntries(seen.body ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: 'https://tertib.test/konsol/masuk/selesai',
      code_verifier: 'v-1',
      client_id: CLIENT,
    });
  });

  it('is traded by a client with a secret under its name', async () => {
    const { redeem, seen } = client(await signed(good), {}, 'ra:hasia');
    await redeem('code-1', SECRETS);
    expect(seen.headers?.get('authorization')).toBe(`Basic ${btoa('konsol:ra%3Ahasia')}`);
    expect(seen.body?.has('client_id')).toBe(false);
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.test' }],
    ['for another client', { aud: 'other' }],
    ['for many, made out to another', { aud: [CLIENT, 'other'], azp: 'other' }],
    ['with another nonce', { nonce: 'n-2' }],
    ['without a nonce', { nonce: undefined }],
    ['that has ended', { exp: now - 61 }],
    ['that never ends', { exp: undefined }],
    ['for nobody', { sub: undefined }],
  ])('gives nothing for a token %s', async (_what, change) => {
    expect(await client(await signed({ ...good, ...change })).redeem('code', SECRETS)).toBeUndefined();
  });

  it('gives nothing for a token that someone else signed, or nobody', async () => {
    expect(await client(await signed(good, otherKeys.privateKey)).redeem('code', SECRETS)).toBeUndefined();
    expect(await client(new UnsecuredJWT(good).encode()).redeem('code', SECRETS)).toBeUndefined();
    expect(await client('no.token.here').redeem('code', SECRETS)).toBeUndefined();
  });

  it('gives nothing where the issuer refuses it', async () => {
    const token = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    expect(await client(await signed(good), { token }).redeem('code', SECRETS)).toBeUndefined();
  });

  it.each([
    ['the issuer fails', { token: () => new Response('', { status: 502 }) }],
    ['its keys cannot be had', { jwks: () => new Response('', { status: 500 }) }],
    ['its keys are no keys', { jwks: () => Response.json({ keys: 'none' }) }],
  ])('may be tried again where %s', async (_what, faults: Faults) => {
    await expect(client(await signed(good), faults).redeem('code', SECRETS)).rejects.toThrow(ServiceUnavailable);
  });
});
