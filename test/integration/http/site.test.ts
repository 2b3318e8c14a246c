import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { caseExport } from '../../../core/trail/export.ts';
import { wholeTrail } from '../../support/builders/case.ts';
import { START } from '../../support/builders/drafts.ts';
import { aReport, type HttpWorld, postForm, postJson, startHttpApp } from '../../support/http-app.ts';
import { memoryStores } from '../../support/memory-stores.ts';

let world: HttpWorld;
const parts: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const stores = { ...memoryStores(), throttle: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) } };
  world = await startHttpApp({
    stores: () => stores,
    health: [() => Promise.all(parts.map((part) => part())).then(() => {})],
  });
});
afterAll(() => world.close());

describe('health', () => {
  it('is 200 only while every part is usable', async () => {
    const healthy = await world.app.request('/healthz');
    expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ok' }]);
    parts.push(async () => Promise.reject(new Error('198503152010011004')));
    const ill = await world.app.request('/healthz');
    expect(ill.status).toBe(503);
    expect(await ill.text()).not.toContain('198503152010011004');
    parts.length = 0;
  });
});

describe('the files of the pages', () => {
  it('are asked for again by their hash, and kept for good under an address that names it', async () => {
    const first = await world.app.request('/assets/tertib.css');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const again = await world.app.request('/assets/tertib.css', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const named = await world.app.request(`/assets/tertib.css?v=${etag.slice(1, 13)}`);
    expect(named.headers.get('cache-control')).toContain('immutable');
    const stale = await world.app.request('/assets/tertib.css?v=0123456789ab');
    expect(stale.headers.get('cache-control')).not.toContain('immutable');
  });

  it('are no others', async () => {
    for (const path of ['/assets/index.ts', '/assets/..%2findex.ts', '/assets/']) {
      expect((await world.app.request(path)).status).toBe(404);
    }
  });
});

describe('every page', () => {
  it.each(['/', '/lapor', '/lacak', '/verifikasi', '/docs'])(
    '%s speaks both languages and remembers the choice',
    async (path) => {
      const first = await world.app.request(path);
      expect(first.status).toBe(200);
      expect(await first.text()).toContain('<html lang="id">');
      const chosen = await world.app.request(`${path}?lang=en`);
      expect(await chosen.text()).toContain('<html lang="en">');
      expect(chosen.headers.get('set-cookie')).toBe(
        'lang=en; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000',
      );
      const kept = await world.app.request(path, { headers: { cookie: 'lang=en' } });
      expect(await kept.text()).toContain('<html lang="en">');
      const byBrowser = await world.app.request(path, { headers: { 'accept-language': 'en' } });
      expect(await byBrowser.text()).toContain('<html lang="en">');
    },
  );

  it('is a page even when it is an error', async () => {
    const answer = await world.app.request('/lapor', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([415, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain(answer.headers.get('x-request-id'));
  });
});

describe('the keys', () => {
  it('are public ones only', async () => {
    const answer = await world.app.request('/.well-known/tertib-keys.json');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/jwk-set+json');
    expect(JSON.parse(text).keys).toHaveLength(1);
    expect(text).not.toMatch(/"d":/);
  });
});

describe('verification', () => {
  const verify = async (document: string) => {
    const page = await (await world.app.request('/verifikasi', postForm({ document }))).text();
    return /data-verdict="(\w+)"/.exec(page)?.[1];
  };
  const receiptOf = async (): Promise<string> => {
    const answer = await world.app.request('/v1/reports', postJson(aReport()));
    return JSON.parse(await answer.text()).receipt;
  };
  const exported = () => caseExport({ events: wholeTrail(), exportedAt: START, keys: { keys: [] } });

  it('holds a receipt of ours for valid', async () => expect(await verify(await receiptOf())).toBe('VALID'));

  it('finds an altered receipt', async () => {
    const [header = '', payload = '', signature = ''] = (await receiptOf()).split('.');
    const altered = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('CONTOH', 'KANTOR')).toString(
      'base64url',
    );
    expect(await verify([header, altered, signature].join('.'))).toBe('EDIT');
  });

  it('does not take a signature of ours on something else for a receipt', async () =>
    expect(await verify(await world.ports.signer.sign('{}', 'other+jws'))).toBe('UNREADABLE'));

  it('does not take a receipt that needs no key', async () => {
    const header = Buffer.from('{"alg":"none","typ":"tertib-receipt+jws"}').toString('base64url');
    expect(await verify(`${header}.e30.x`)).toBe('UNREADABLE');
  });

  it.each([
    ['whole', (text: string) => text, 'VALID'],
    ['altered', (text: string) => text.replace('"LIGHT"', '"HEAVY"').replace('"MODERATE"', '"HEAVY"'), 'EDIT'],
    [
      'cut',
      (text: string) => JSON.stringify({ ...JSON.parse(text), events: JSON.parse(text).events.slice(0, -1) }),
      'GAP',
    ],
    ['no export', () => '{"a":1}', 'UNREADABLE'],
  ])('judges an export that is %s', async (_name, tamper, verdict) =>
    expect(await verify(tamper(JSON.stringify(exported())))).toBe(verdict),
  );

  it('reads an uploaded file before what was typed', async () => {
    const body = new FormData();
    body.set('document', 'x');
    body.set('file', new File([JSON.stringify(exported())], 'ekspor.json'));
    const page = await (await world.app.request('/verifikasi', { method: 'POST', body })).text();
    expect(page).toContain('data-verdict="VALID"');
  });

  it('asks for something where nothing is given', async () =>
    expect((await world.app.request('/verifikasi', postForm({ document: '  ' }))).status).toBe(422));
});

describe('behind a real server', () => {
  /** Sends bytes as they are and gives the first line of what comes back. */
  const raw = (port: number, bytes: readonly (string | Uint8Array)[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let seen = '';
      socket.on('data', (chunk) => {
        seen += chunk.toString();
      });
      socket.on('close', () => resolve(seen.split('\r\n')[0] ?? ''));
      socket.on('error', (error) => (seen === '' ? reject(error) : resolve(seen.split('\r\n')[0] ?? '')));
      for (const part of bytes) socket.write(part);
    });

  it.each([
    ['with its length', ['Content-Length: 2097152\r\n\r\n', 'x'.repeat(2_097_152)]],
    [
      'in chunks',
      ['Transfer-Encoding: chunked\r\n\r\n', ...Array(32).fill(`10000\r\n${'x'.repeat(65_536)}\r\n`), '0\r\n\r\n'],
    ],
  ])('a body of 2 MiB sent %s is refused with 413', async (_name, body) => {
    const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const head = 'POST /v1/reports HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n';
    expect(await raw(port, [head, ...body])).toBe('HTTP/1.1 413 Payload Too Large');
    await new Promise((resolve) => server.close(resolve));
  });
});
