import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { types } from 'node:util';
import { importJWK, SignJWT } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { epochOf, type Instant } from '../../core/time.ts';
import { loadKeys, type OidcKeys, publicPart } from './oidc-keys.ts';
import { errorPage, loginPage, type OidcPerson, type Page } from './oidc-page.ts';
import { memoryStore } from './oidc-store.ts';

export type { OidcPerson } from './oidc-page.ts';

export interface OidcOptions {
  /** Where people reach it, with the path it is mounted under, e.g. `http://127.0.0.1:4180/oidc`. */
  readonly issuer: string;
  readonly folder: string;
  /** Access tokens live by this clock, as whoever checks them. */
  readonly now: () => Instant;
  readonly people: readonly OidcPerson[];
  /** The console. Without a secret it is a public client; PKCE is asked of both. */
  readonly client: { readonly redirectUris: readonly string[]; readonly secret?: string };
  /** Hears what people only see as a failed sign-in. */
  readonly onError?: (error: unknown) => void;
}

export interface OidcEngine {
  readonly issuer: string;
  /** What to check tokens with, without a call. */
  readonly jwks: { readonly keys: ReturnType<typeof publicPart>[] };
  /** Takes every request under the issuer's path, with its full URL. */
  handler(request: IncomingMessage, response: ServerResponse): void;
  /** An access token as the code flow gives it, for scripts. */
  mintToken(claims: { role: string; agency: string; nip?: string; sub?: string }): Promise<string>;
  close(): Promise<void>;
}

export const OIDC_CLIENT_ID = 'tertib-konsol';
export const OIDC_AUDIENCE = 'tertib';

const RESOURCE = 'urn:tertib:api';
const SCOPE = 'konsol';
const TOKEN_SECONDS = 3600;
const SESSION_SECONDS = 8 * 3600;
const MAX_FORM_BYTES = 4096;

/** An OpenID Connect issuer for one machine: the certified provider, with a sign-in page that asks for no password. */
export const startOidc = async (options: OidcOptions): Promise<OidcEngine> => {
  const keys = await loadKeys(options.folder);
  const mount = new URL(options.issuer).pathname.replace(/\/$/, '');
  const provider = new Provider(options.issuer, configurationOf(options, keys, mount));
  provider.on('server_error', (_ctx, error) => options.onError?.(error));
  const serve = provider.callback();
  const login = loginHandler(provider, options);
  return {
    issuer: options.issuer,
    jwks: { keys: [publicPart(keys.signing)] },
    handler: (request, response) => {
      const path = (request.url ?? '').slice(mount.length);
      if (path.startsWith('/masuk/')) {
        login(request, response).catch((error: unknown) =>
          send(response, 400, errorPage(types.isNativeError(error) ? error.message : '')),
        );
        return;
      }
      void serve(Object.assign(request, { originalUrl: request.url, url: path }), response);
    },
    mintToken: minter(options, keys),
    close: async () => {},
  };
};

const configurationOf = ({ people, client, now }: OidcOptions, keys: OidcKeys, mount: string): Configuration => {
  const find = (sub: string | undefined): OidcPerson | undefined => people.find((person) => person.sub === sub);
  return {
    adapter: memoryStore(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    clients: [clientOf(client)],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientBasedCORS: () => false,
    claims: { openid: ['sub', 'name', 'role', 'agency', 'nip'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => {
      const person = find(sub);
      return person && { accountId: sub, claims: () => ({ sub, name: person.name, ...claimsOf(person) }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const person = 'accountId' in token ? find(token.accountId) : undefined;
      return person && claimsOf(person);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: OIDC_AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    formats: { customizers: { jwt: (_ctx, _token, jwt) => void Object.assign(jwt.payload, lifetime(now)) } },
    interactions: { url: (_ctx, interaction) => `${mount}/masuk/${interaction.uid}` },
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      const { html, headers } = errorPage(`${out.error}: ${out.error_description ?? ''}`);
      ctx.set(headers);
      ctx.body = html;
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      AuthorizationCode: 60,
      Grant: SESSION_SECONDS,
      IdToken: TOKEN_SECONDS,
      Interaction: TOKEN_SECONDS,
      Session: SESSION_SECONDS,
    },
  };
};

const clientOf = ({ redirectUris, secret }: OidcOptions['client']): NonNullable<Configuration['clients']>[number] => ({
  client_id: OIDC_CLIENT_ID,
  redirect_uris: [...redirectUris],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  ...(secret === undefined
    ? { token_endpoint_auth_method: 'none' }
    : { token_endpoint_auth_method: 'client_secret_basic', client_secret: secret }),
});

/** The console is our own: nobody is asked whether it may. */
const grantAll = async (ctx: KoaContextWithOIDC) => {
  const { client, session, params, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? 'openid'));
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
};

const loginHandler =
  (provider: Provider, { people, client }: OidcOptions) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      const formTargets = client.redirectUris.map((uri) => new URL(uri).origin);
      return send(response, 200, loginPage({ people, formTargets }));
    }
    const chosen = new URLSearchParams(await readForm(request)).get('person');
    const person = people.find(({ sub }) => sub === chosen);
    if (person === undefined) return send(response, 400, errorPage('person'));
    return provider.interactionFinished(request, response, { login: { accountId: person.sub, remember: false } });
  };

const readForm = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES) throw new Error('the form is too large');
  }
  return text;
};

const send = (response: ServerResponse, status: number, { html, headers }: Page): void => {
  response.writeHead(status, headers).end(html);
};

const minter = ({ issuer, now }: OidcOptions, keys: OidcKeys): OidcEngine['mintToken'] => {
  const signing = importJWK(keys.signing, 'ES256');
  return async ({ sub, ...claims }) =>
    new SignJWT({ ...claimsOf(claims), ...lifetime(now), client_id: OIDC_CLIENT_ID, scope: SCOPE })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: keys.signing.kid })
      .setIssuer(issuer)
      .setAudience(OIDC_AUDIENCE)
      .setSubject(sub ?? `${claims.role}@${claims.agency}`)
      .setJti(randomUUID())
      .sign(await signing);
};

const claimsOf = ({ role, agency, nip }: { role: string; agency: string; nip?: string }): Record<string, string> => ({
  role,
  agency,
  ...(nip !== undefined && { nip }),
});

const lifetime = (now: () => Instant): { iat: number; exp: number } => {
  const iat = Math.floor(epochOf(now()) / 1000);
  return { iat, exp: iat + TOKEN_SECONDS };
};
