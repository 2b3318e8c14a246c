import { createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { type Instant, instantOf } from '../../../core/time.ts';
import { listen } from '../../../local/engines/listen.ts';
import {
  OIDC_AUDIENCE,
  OIDC_CLIENT_ID,
  type OidcEngine,
  type OidcPerson,
  startOidc,
} from '../../../local/engines/oidc.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

const PEOPLE: readonly OidcPerson[] = [
  { sub: 'sari', name: 'Sari <b>"&\'</b>', position: 'Auditor', role: 'auditor', agency: 'contoh' },
  {
    sub: 'budi',
    name: 'Budi',
    position: 'Atasan langsung',
    role: 'superior',
    agency: 'contoh',
    nip: '198001012005011001',
  },
];
const NOW = Date.parse('2031-05-05T05:05:05.000Z');

const setUp = async (secret?: string) => {
  let engine: OidcEngine | undefined;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/oidc/')) engine?.handler(request, response);
    else response.writeHead(404).end('the app');
  });
  servers.push(server);
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const redirectUri = `${origin}/konsol/masuk`;
  const time = { at: NOW };
  engine = await startOidc({
    issuer: `${origin}/oidc`,
    folder: folder(),
    now: (): Instant => instantOf(time.at),
    people: PEOPLE,
    client: { redirectUris: [redirectUri], ...(secret !== undefined && { secret }) },
  });
  return { engine, origin, redirectUri, time };
};
type Setting = Awaited<ReturnType<typeof setUp>>;

/** A browser without JavaScript: cookies by path, redirects by hand. */
const browser = () => {
  const jar = new Map<string, { value: string; path: string }>();
  return async (url: string, form?: Record<string, string>): Promise<Response> => {
    const { pathname } = new URL(url);
    const cookie = [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      jar.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' });
    }
    return response;
  };
};
const locationOf = (response: Response, base: string): string =>
  new URL(response.headers.get('location') ?? '', base).href;

const VERIFIER = randomBytes(32).toString('base64url');
const authUrl = ({ engine, redirectUri }: Setting, changed: Record<string, string> = {}): string =>
  `${engine.issuer}/auth?${new URLSearchParams({
    client_id: OIDC_CLIENT_ID,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'a-state',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changed,
  })}`;

/** Walks from the authorization request to the code. */
const signIn = async (setting: Setting, person: string): Promise<URL> => {
  const visit = browser();
  const page = locationOf(await visit(authUrl(setting)), setting.origin);
  const chosen = locationOf(await visit(page, { person }), setting.origin);
  return new URL(locationOf(await visit(chosen), setting.origin));
};

const redeem = async (
  { engine, redirectUri }: Setting,
  code: string,
  changed: { verifier?: string; authorization?: string } = {},
) => {
  const response = await fetch(`${engine.issuer}/token`, {
    method: 'POST',
    headers: changed.authorization === undefined ? {} : { authorization: changed.authorization },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: changed.verifier ?? VERIFIER,
      ...(changed.authorization === undefined && { client_id: OIDC_CLIENT_ID }),
    }),
  });
  return { status: response.status, body: z.record(z.string(), z.unknown()).parse(await response.json()) };
};

const check = async ({ engine, time }: Setting, token: unknown): Promise<JWTPayload> => {
  const { payload } = await jwtVerify(z.string().parse(token), createRemoteJWKSet(new URL(`${engine.issuer}/jwks`)), {
    issuer: engine.issuer,
    audience: OIDC_AUDIENCE,
    typ: 'at+jwt',
    currentDate: new Date(time.at),
  });
  return payload;
};

describe('the embedded OIDC issuer', () => {
  it('tells where everything is, under the path it is mounted at', async () => {
    const { engine, origin } = await setUp();
    const found: unknown = await (await fetch(`${engine.issuer}/.well-known/openid-configuration`)).json();
    expect(found).toMatchObject({
      issuer: `${origin}/oidc`,
      authorization_endpoint: `${origin}/oidc/auth`,
      token_endpoint: `${origin}/oidc/token`,
      jwks_uri: `${origin}/oidc/jwks`,
    });
    expect(await (await fetch(`${origin}/konsol`)).text()).toBe('the app');
  });

  it('signs a person in by code and PKCE, and the access token says who that is', async () => {
    const setting = await setUp();
    const back = await signIn(setting, 'budi');
    expect(back.href.startsWith(setting.redirectUri)).toBe(true);
    expect(back.searchParams.get('state')).toBe('a-state');

    const { status, body } = await redeem(setting, back.searchParams.get('code') ?? '');
    expect(status).toBe(200);
    const seconds = Math.floor(setting.time.at / 1000);
    expect(await check(setting, body.access_token)).toMatchObject({
      sub: 'budi',
      role: 'superior',
      agency: 'contoh',
      nip: '198001012005011001',
      aud: 'tertib',
      iat: seconds,
      exp: seconds + 3600,
    });
    expect(body.id_token).toEqual(expect.any(String));
  });

  it('takes a code once, and only with its verifier', async () => {
    const setting = await setUp();
    const code = async (): Promise<string> => (await signIn(setting, 'sari')).searchParams.get('code') ?? '';
    expect((await redeem(setting, await code(), { verifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');
    const used = await code();
    expect((await redeem(setting, used)).status).toBe(200);
    expect((await redeem(setting, used)).body.error).toBe('invalid_grant');
  });

  it('asks PKCE of everybody, and redirects nowhere that is not known', async () => {
    const setting = await setUp('x'.repeat(32));
    const visit = browser();
    const without = await visit(authUrl(setting).replace(/&code_challenge[^&]*/g, ''));
    expect(locationOf(without, setting.origin)).toContain('error=invalid_request');
    const foreign = await visit(authUrl(setting, { redirect_uri: 'http://evil.test/' }));
    expect([foreign.status, foreign.headers.get('location')]).toEqual([400, null]);
    expect(foreign.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows a sign-in page that works without script and writes names, never markup', async () => {
    const setting = await setUp();
    const visit = browser();
    const page = await visit(locationOf(await visit(authUrl(setting)), setting.origin));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<html lang="id">');
    expect(html).toContain('Sari &lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;');
    expect(html).not.toMatch(/<b>|<script|\sstyle=|\son\w+=/);
    const policy = page.headers.get('content-security-policy') ?? '';
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`form-action 'self' ${setting.origin}`);
  });

  it('signs nobody in who is not on the list, nor without the sign-in that was begun', async () => {
    const setting = await setUp();
    const visit = browser();
    const page = locationOf(await visit(authUrl(setting)), setting.origin);
    expect((await visit(page, { person: 'nobody' })).status).toBe(400);
    expect((await visit(page, {})).status).toBe(400);
    expect((await visit(page, { person: 'x'.repeat(10_000) })).status).toBe(400);
    expect((await browser()(page, { person: 'budi' })).status).toBe(400);
    expect((await visit(page, { person: 'budi' })).status).toBe(303);
  });

  it('mints tokens for scripts that the same keys verify', async () => {
    const setting = await setUp();
    const token = await setting.engine.mintToken({ role: 'auditor', agency: 'contoh' });
    expect(await check(setting, token)).toMatchObject({ role: 'auditor', agency: 'contoh', sub: 'auditor@contoh' });
    const named = await setting.engine.mintToken({
      role: 'superior',
      agency: 'contoh',
      nip: '198001012005011001',
      sub: 'budi',
    });
    expect(await check(setting, named)).toMatchObject({ sub: 'budi', nip: '198001012005011001' });
    const { payload } = await jwtVerify(token, createLocalJWKSet(setting.engine.jwks), {
      currentDate: new Date(setting.time.at),
    });
    expect(payload.iss).toBe(setting.engine.issuer);
  });

  it('lets tokens expire by the program clock', async () => {
    const setting = await setUp();
    const token = await setting.engine.mintToken({ role: 'auditor', agency: 'contoh' });
    setting.time.at += 3_601_000;
    await expect(check(setting, token)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it('keeps its keys across a restart, readable by their owner only, and tells the public half only', async () => {
    const first = await setUp();
    const token = await first.engine.mintToken({ role: 'auditor', agency: 'contoh' });
    const second = await setUp();
    await expect(
      jwtVerify(token, createLocalJWKSet(second.engine.jwks), { currentDate: new Date(NOW) }),
    ).resolves.toBeDefined();

    const file = join(folder(), 'oidc-keys.json');
    expect((await stat(file)).mode & 0o077).toBe(0);
    const { d } = z
      .object({ signing: z.object({ d: z.string() }) })
      .parse(JSON.parse(await readFile(file, 'utf8'))).signing;
    expect(JSON.stringify(second.engine.jwks)).not.toContain(d);
    expect(await (await fetch(`${second.engine.issuer}/jwks`)).text()).not.toContain(d);
  });

  it('asks a console with a secret for it', async () => {
    const secret = randomBytes(24).toString('base64url');
    const setting = await setUp(secret);
    const code = async (): Promise<string> => (await signIn(setting, 'sari')).searchParams.get('code') ?? '';
    expect((await redeem(setting, await code())).body.error).toBe('invalid_client');
    const authorization = `Basic ${Buffer.from(`${OIDC_CLIENT_ID}:${secret}`).toString('base64')}`;
    expect((await redeem(setting, await code(), { authorization })).status).toBe(200);
  });
});
