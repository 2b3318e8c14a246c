import { createConnection } from 'node:net';
import fc from 'fast-check';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { aReport, Outside } from './world.ts';

const RUNS = 2000;
const AT_ONCE = 16;

let system: RunningSystem;
const outside = new Outside(() => system);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const known = [
  '/',
  '/lapor',
  '/lacak',
  '/lacak/pesan',
  '/lacak/berkas',
  '/verifikasi',
  '/konsol',
  '/konsol/masuk',
  '/konsol/masuk/selesai',
  '/konsol/tugas',
  '/konsol/perkara/CONTOH-2026-00000000',
  '/t/0000000000000000.AAAA',
  '/docs',
  '/openapi.json',
  '/healthz',
  '/v1/reports',
  '/v1/reports/status',
  '/v1/reports/messages',
  '/v1/cases',
  '/v1/cases/CONTOH-2026-00000000',
  '/v1/cases/CONTOH-2026-00000000/trail',
  '/v1/cases/x/evidence/y',
  '/v1/log/checkpoint',
  '/uploads/x',
  '/.well-known/tertib-keys.json',
  '/assets/tertib.css',
  '/dev/inbox.json',
  '/dev/inbox',
  '/dev/inbox/x.eml',
  '/dev/clock',
  '/dev/token',
  '/dev/settle',
  '/dev/sample',
  '/oidc/auth',
  '/oidc/token',
  '/oidc/jwks',
  '/oidc/interaction/x',
  '/oidc/.well-known/openid-configuration',
  '/oidc',
  '/dev',
  '//',
  '/v1',
];
const odd = [
  '%00',
  '%',
  '%zz',
  '%2e%2e',
  '..',
  '%ff',
  '%F0%9F%98%80',
  ';',
  '&',
  '?',
  'a'.repeat(3000),
  '__proto__',
  'constructor',
  "'",
  '%0d%0aX:1',
];
const piece = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const path = fc
  .tuple(
    fc.constantFrom(...known),
    fc.array(piece, { maxLength: 2 }),
    fc.array(fc.tuple(piece, piece), { maxLength: 3 }),
  )
  .map(
    ([base, pieces, query]) =>
      `${[base, ...pieces].join('/')}${query.length === 0 ? '' : `?${query.map((pair) => pair.join('=')).join('&')}`}`,
  );
const body = fc.oneof(
  fc.constant(''),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constant(JSON.stringify(aReport())),
  fc.constant('step=act&outcome=REJECT&reason=x&csrf=y'),
  fc.constant('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nisi\r\n--x--\r\n'),
  fc.constant('receiptCode=0000-0000-0000-0000&text=halo'),
);
const type = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  '',
  'x',
);
const header = fc.tuple(
  fc.constantFrom(
    'authorization',
    'cookie',
    'accept',
    'accept-language',
    'idempotency-key',
    'if-none-match',
    'origin',
    'range',
    'x-forwarded-for',
    'sec-fetch-site',
    'content-encoding',
  ),
  fc.oneof(
    fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    fc.constantFrom('Bearer a.b.c', 'Receipt 0000-0000-0000-0000', 'tertib=x', '*/*', 'null', 'gzip'),
  ),
);
interface Garbage {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly type: string;
  readonly headers: readonly (readonly [string, string])[];
}

const request: fc.Arbitrary<Garbage> = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
  path,
  body,
  type,
  headers: fc.array(header, { maxLength: 3 }),
});

const send = async ({ method, path: to, body: text, type: contentType, headers }: Garbage): Promise<number> => {
  const init = { method, headers: { 'content-type': contentType, ...Object.fromEntries(headers) } };
  const answer = await outside.send(to, method === 'GET' || method === 'HEAD' ? init : { ...init, body: text });
  await answer.arrayBuffer();
  return answer.status;
};

const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(outside.baseUrl);
    const socket = createConnection({ port: Number(port), host: hostname }).setEncoding('utf8');
    let said = '';
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (chunk: string) => {
      said += chunk;
    });
    socket.on('close', () => resolve(said));
    socket.on('error', (error: Error & { code?: string }) =>
      error.code === 'ECONNRESET' ? resolve(said) : reject(error),
    );
    socket.write(text);
  });

describe('whatever is sent', () => {
  it(`is never the fault of the system: ${RUNS} requests at all its paths`, async () => {
    const requests = fc.sample(request, { numRuns: RUNS, seed: 20261123 });
    const faults: string[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
        const status = await send(one);
        if (status >= 500) faults.push(`${status} ${JSON.stringify(one)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(faults).toEqual([]);
    expect(await (await outside.send('/healthz')).json()).toEqual({ status: 'ok' });
  }, 60_000);

  it.each([
    ['no HTTP', 'halo\r\n\r\n'],
    ['a method that is none', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a target that is an address', 'GET http://jahat.test/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
    ['a target that is no path', 'GET x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    ['an old version', 'GET /healthz HTTP/1.0\r\n\r\n'],
    [
      'two lengths',
      'POST /v1/reports HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{}x',
    ],
    [
      'length and chunks',
      'POST /v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
    ],
    ['a head that is too long', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['a tunnel', 'CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n'],
    ['an upgrade', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ])('is answered calmly over a bare connection: %s', async (_name, text) => {
    expect(await raw(text)).not.toMatch(/^HTTP\/1\.1 5/);
    expect((await outside.send('/healthz')).status).toBe(200);
  });

  it('leaves nothing behind when the sender goes away in the middle', async () => {
    const head =
      'POST /v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"agencyId"';
    const { port, hostname } = new URL(outside.baseUrl);
    for (let n = 0; n < 20; n += 1) {
      const socket = createConnection({ port: Number(port), host: hostname });
      await new Promise<void>((resolve) => socket.write(head, () => resolve()));
      socket.destroy();
    }
    expect((await outside.send('/healthz')).status).toBe(200);
    expect(system.process.exitCode).toBeNull();
  });
});
