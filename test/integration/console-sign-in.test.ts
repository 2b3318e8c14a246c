import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../adapters/system-clock.ts';
import { listen } from '../../local/engines/listen.ts';
import { OIDC_CLIENT_ID, type OidcEngine, startOidc } from '../../local/engines/oidc.ts';
import { type OidcClient, oidcClient } from '../../web/http/console/oidc-client.ts';
import { nips } from '../support/sample-staff.ts';
import { type Browser, browser, type Desk, hiddenIn, startDesk } from './task-pages.harness.ts';

const PEOPLE = [
  { sub: 'auditor', name: 'Auditor Uji', position: 'Auditor', role: 'auditor', agency: 'uji', nip: nips.auditor },
  { sub: 'orang-luar', name: 'Orang Luar', position: 'Auditor', role: 'auditor', agency: 'lain' },
];

let folder: string;
let server: Server;
let engine: OidcEngine;
let client: OidcClient;
let desk: Desk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-sign-in-'));
  server = createServer((request, response) => engine.handler(request, response));
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  const redirectUri = `${baseUrl}/konsol/masuk/selesai`;
  engine = await startOidc({
    issuer: `${baseUrl}/oidc`,
    folder,
    now: systemClock.now,
    people: PEOPLE,
    client: { redirectUris: [redirectUri] },
  });
  client = oidcClient({ issuer: engine.issuer, clientId: OIDC_CLIENT_ID, redirectUri, clock: systemClock });
  desk = await startDesk({ baseUrl, oidc: () => client });
});
afterAll(async () => {
  await desk.close();
  await engine.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** Chooses a person at the issuer, following its redirects; the address that leads back to the console. */
const chooseAtIssuer = async (start: string, sub: string): Promise<string> => {
  const jar = new Map<string, string>();
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let url = start;
  let answer = await send(url);
  for (let hops = 0; hops < 8; hops += 1) {
    const location = answer.headers.get('location');
    if (location === null) answer = await send(url, { method: 'POST', body: new URLSearchParams({ person: sub }) });
    else {
      url = new URL(location, url).href;
      if (url.includes('/konsol/')) return url;
      answer = await send(url);
    }
  }
  throw new Error('the issuer did not lead back');
};

const signIn = async (person: Browser, sub: string) => {
  const start = await person.post('/konsol/masuk', { ...hiddenIn(await person.get('/konsol?kembali=/konsol/tugas')) });
  const back = new URL(await chooseAtIssuer(start.headers.get('location') ?? '', sub));
  return { back, answer: await person.get(`${back.pathname}${back.search}`) };
};

const newBrowser = (): Browser => browser(desk.app, desk.config.baseUrl);

describe('signing in with the embedded issuer', () => {
  it('ends at the page that was asked for, as the person who was chosen', async () => {
    const person = newBrowser();
    const { answer } = await signIn(person, 'auditor');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/konsol/tugas']);
    const page = await person.get('/konsol/tugas');
    expect([page.status, page.body.includes('Auditor Uji')]).toEqual([200, true]);
  });

  it('takes a code once, and only from the browser that began', async () => {
    const person = newBrowser();
    const { back } = await signIn(person, 'auditor');
    const path = `${back.pathname}${back.search}`;
    expect((await person.get(path)).status).toBe(400);
    expect((await newBrowser().get(path)).status).toBe(400);
  });

  it('is no use to someone of an agency that is not here', async () => {
    const person = newBrowser();
    expect((await signIn(person, 'orang-luar')).answer.status).toBe(403);
    expect((await person.get('/konsol/tugas')).status).toBe(303);
  });

  it('redeems nothing with another verifier or nonce', async () => {
    const secrets = { state: 's', nonce: 'n', challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' };
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const code = async () => {
      const back = new URL(await chooseAtIssuer(await client.authorizationUrl(secrets), 'auditor'));
      return back.searchParams.get('code') ?? '';
    };
    expect(await client.redeem(await code(), { nonce: 'n', verifier })).toMatchObject({
      sub: 'auditor',
      role: 'auditor',
    });
    expect(await client.redeem(await code(), { nonce: 'other', verifier })).toBeUndefined();
    expect(await client.redeem(await code(), { nonce: 'n', verifier: 'x'.repeat(43) })).toBeUndefined();
  });
});
