import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { ServiceUnavailable } from '../../../core/errors.ts';
import type { Clock } from '../../../core/ports.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client; PKCE is used either way. */
  readonly clientSecret?: string | undefined;
  /** This site's `/konsol/masuk/selesai`, as registered with the issuer. */
  readonly redirectUri: string;
  readonly scope?: string | undefined;
  /** The issuer's time, by which its tokens are judged: the system's, even where the program's clock can be moved. */
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
}

/** What binds an answer of the issuer to the browser that asked. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636, section 4.1. */
  readonly verifier: string;
}

export interface OidcClient {
  /** Where the sign-in form leads in the end. */
  readonly origin: string;
  /** Where the browser is sent. */
  authorizationUrl(secrets: Pick<SignInSecrets, 'state' | 'nonce'> & { readonly challenge: string }): Promise<string>;
  /**
   * Trades a code for the claims of a verified ID token; undefined where the issuer or the token does not hold.
   * @throws ServiceUnavailable
   */
  redeem(code: string, secrets: Pick<SignInSecrets, 'nonce' | 'verifier'>): Promise<JWTPayload | undefined>;
}

const TIMEOUT_MS = 10_000;
const SKEW_SECONDS = 60;
const ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Metadata = z.infer<typeof metadataSchema>;

const tokenSchema = z.object({ id_token: z.string() });

/** Speaks to the issuer; a failure to do so is transient. */
const call = async (settings: OidcSettings, url: string, init: RequestInit = {}): Promise<Response> => {
  const send = settings.fetch ?? fetch;
  try {
    return await send(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new ServiceUnavailable('the sign-in service does not answer', { cause });
  }
};

const jsonOf = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json();
  } catch (cause) {
    throw new ServiceUnavailable('the sign-in service did not answer JSON', { cause });
  }
};

/** OpenID Connect Discovery 1.0, section 4. */
const discover = async (settings: OidcSettings): Promise<Metadata> => {
  const base = settings.issuer.replace(/\/$/, '');
  const answer = await call(settings, `${base}/.well-known/openid-configuration`);
  const metadata = metadataSchema.safeParse(answer.ok ? await jsonOf(answer) : undefined);
  if (!metadata.success || metadata.data.issuer !== settings.issuer) {
    throw new ServiceUnavailable('the sign-in service does not describe itself as the issuer');
  }
  return metadata.data;
};

const basic = (id: string, secret: string): string => btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);

const tokenRequest = (
  { clientId, clientSecret, redirectUri }: OidcSettings,
  code: string,
  verifier: string,
): RequestInit => ({
  method: 'POST',
  headers: clientSecret === undefined ? {} : { Authorization: `Basic ${basic(clientId, clientSecret)}` },
  body: new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(clientSecret === undefined ? { client_id: clientId } : {}),
  }),
});

const idTokenOf = async (
  settings: OidcSettings,
  metadata: Metadata,
  redeeming: { code: string; verifier: string },
): Promise<string | undefined> => {
  const request = tokenRequest(settings, redeeming.code, redeeming.verifier);
  const answer = await call(settings, metadata.token_endpoint, request);
  if (answer.status >= 500) throw new ServiceUnavailable(`the sign-in service answered ${answer.status}`);
  return answer.ok ? tokenSchema.safeParse(await jsonOf(answer)).data?.id_token : undefined;
};

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Failures to get the keys, as opposed to tokens that do not hold. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/** OpenID Connect Core 1.0, section 3.1.3.7. */
const verified = async (
  settings: OidcSettings,
  keys: Keys,
  token: { idToken: string; nonce: string },
): Promise<JWTPayload | undefined> => {
  const { issuer, clientId: audience, clock } = settings;
  const currentDate = new Date(clock.now());
  const required = { requiredClaims: ['sub', 'exp', 'iat'], algorithms: ALGORITHMS, clockTolerance: SKEW_SECONDS };
  try {
    const { payload } = await jwtVerify(token.idToken, keys, { issuer, audience, currentDate, ...required });
    const forUs = payload.azp === undefined || payload.azp === audience;
    return forUs && payload.nonce === token.nonce ? payload : undefined;
  } catch (error) {
    if (isOutage(error)) throw new ServiceUnavailable('the sign-in service has no keys', { cause: error });
    return undefined;
  }
};

/** A client of one issuer: authorization code flow (RFC 6749) with PKCE (RFC 7636). The issuer is asked about itself once. */
export const oidcClient = (settings: OidcSettings): OidcClient => {
  let known: Promise<{ metadata: Metadata; keys: Keys }> | undefined;
  const learn = async () => {
    const metadata = await discover(settings);
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
      [customFetch]: (url, init) => call(settings, url, init),
    });
    return { metadata, keys };
  };
  const issuer = async () => {
    known ??= learn();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    origin: new URL(settings.issuer).origin,
    authorizationUrl: async ({ state, nonce, challenge }) => {
      const { metadata } = await issuer();
      const url = new URL(metadata.authorization_endpoint);
      const asked = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: settings.redirectUri,
        scope: settings.scope ?? 'openid',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
    redeem: async (code, { nonce, verifier }) => {
      const { metadata, keys } = await issuer();
      const idToken = await idTokenOf(settings, metadata, { code, verifier });
      return idToken === undefined ? undefined : verified(settings, keys, { idToken, nonce });
    },
  };
};
