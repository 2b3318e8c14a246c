import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import * as z from 'zod';
import { httpHandler } from '../../../lambdas/shared/http-handler.ts';
import { siteConfig } from '../../../lambdas/shared/site-config.ts';
import { html } from '../../../web/design/html.ts';
import { htmlAnswer } from '../../../web/http/base/answers.ts';
import type { BasePorts } from '../../../web/http/base/call.ts';
import { routesFor } from '../../../web/http/base/route.ts';
import { createSite } from '../../../web/http/create-app.ts';
import { formFields } from '../../../web/http/tasks/form-fields.ts';
import { isFromOwnPage } from '../../../web/http/tasks/same-origin.ts';
import { aReport, type HttpWorld, noRates, startHttpApp } from '../../support/http-app.ts';
import { type MemoryStores, memoryStores } from '../../support/memory-stores.ts';
import { CLIENT, HOST, restEvent, type Sent } from './rest-event.ts';

const BASE_URL = `https://${HOST}`;
const BYTES = Uint8Array.from({ length: 256 }, (_, at) => at);

const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'PublicPages',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-3:111111111111:function:PublicPages',
  memoryLimitInMB: '512',
  awsRequestId: '5d4e3c2b-1a09-4f8e-9d7c-6b5a43210fed',
  logGroupName: 'log',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 20_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

/** The result as API Gateway reads it: what it does not know is lost. */
const resultSchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()).optional(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).optional(),
  body: z.string(),
  isBase64Encoded: z.boolean(),
}) satisfies z.ZodType<APIGatewayProxyResult>;

type Handler = ReturnType<typeof httpHandler>;
const invoke = async (handler: Handler, event: APIGatewayProxyEvent) => {
  // As the runtime hands it over: parsed from JSON.
  const result = resultSchema.parse(await handler(JSON.parse(JSON.stringify(event)), lambdaContext));
  const headers = new Headers();
  for (const [name, value] of Object.entries(result.headers ?? {})) headers.set(name, value);
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    for (const value of values) headers.append(name, value);
  }
  const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  return { status: result.statusCode, headers, bytes, text: bytes.toString('utf8'), result };
};

let world: HttpWorld;
let stores: MemoryStores;
let ask: (sent: Sent) => ReturnType<typeof invoke>;

beforeAll(async () => {
  stores = memoryStores();
  const config = { ...siteConfig({ BASE_URL }), limits: noRates };
  world = await startHttpApp({ stores: () => stores, config });
  const handler = httpHandler(world.app);
  ask = (sent) => invoke(handler, restEvent(sent));
});
afterAll(() => world.close());

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the site behind API Gateway', () => {
  it('answers a page as text, with every header that keeps the browser in', async () => {
    const { status, headers, text, result } = await ask({ path: '/lapor', headers: { 'accept-language': 'en' } });
    expect([status, result.isBase64Encoded]).toEqual([200, false]);
    expect(text).toContain('<html lang="en"');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers a path of the site, without the stage that the API is deployed under', async () => {
    expect((await ask({ path: '/healthz' })).status).toBe(200);
    expect((await ask({ path: '/produksi/healthz' })).status).toBe(404);
  });

  it('reads a form in base64', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/lacak',
      headers: urlencoded,
      body: 'receiptCode=0000-0000-0000-0000',
    });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Kode ini tidak dikenal');
  });

  it('reads a file in a form to the byte', async () => {
    const form = new FormData();
    form.append('file', new File([BYTES], 'jejak.json'));
    const request = new Request(BASE_URL, { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await ask({ method: 'POST', path: '/verifikasi', headers, body });
    expect(answer.status).toBe(200);
  });

  it('files a report that is JSON in base64, and links to its own name', async () => {
    const body = JSON.stringify(aReport());
    const answer = await ask({
      method: 'POST',
      path: '/v1/reports',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, answer.result.isBase64Encoded]).toEqual([201, false]);
    expect(JSON.parse(answer.text).statusUrl).toMatch(new RegExp(`^${BASE_URL}/`));
  });

  it.each([
    ['GET', 200],
    ['POST', 415],
  ] as const)('takes a %s without a body for one', async (method, status) => {
    expect((await ask({ method, path: '/lacak' })).status).toBe(status);
  });

  it('answers a GET that came with a body as one without', async () => {
    const answer = await ask({ path: '/lapor', headers: { 'content-type': 'text/plain' }, body: 'x' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).not.toBeNull();
  });

  it('reads a query whose names come more than once, and one with marks', async () => {
    const twice = await ask({
      path: '/verifikasi',
      query: [
        ['lang', 'en'],
        ['lang', 'id'],
      ],
    });
    expect(twice.status).toBe(200);
    const marked = await ask({ path: '/lapor', query: [['lang', 'en&lang=id']] });
    expect(marked.text).toContain('<html lang="id"');
  });

  it('answers a HEAD without a body', async () => {
    const { status, headers, bytes } = await ask({ method: 'HEAD', path: '/lapor' });
    expect([status, bytes.length]).toEqual([200, 0]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('logs nothing of ours as failed', () => {
    expect(world.logged).toEqual([]);
    expect(stores.broken()).toEqual([]);
  });
});

/** A site of one route each for what the real ones lean on. */
const probe = (seen: (line: string) => void) => {
  const route = routesFor<BasePorts>();
  const info = { answers: 'page', summary: { id: '-', en: '-' }, access: null } as const;
  const routes = [
    route.public({
      ...info,
      method: 'GET',
      path: '/cookies',
      handle: () => {
        const answer = htmlAnswer(html`-`);
        answer.headers.append('Set-Cookie', 'satu=1; Path=/; HttpOnly');
        answer.headers.append('Set-Cookie', 'dua=2; Path=/konsol; HttpOnly; Expires=Mon, 23 Nov 2026 02:15:00 GMT');
        return answer;
      },
    }),
    route.public({
      ...info,
      method: 'GET',
      path: '/bytes',
      handle: () => new Response(BYTES, { headers: { 'Content-Type': 'application/octet-stream' } }),
    }),
    route.public({
      ...info,
      method: 'POST',
      path: '/who',
      bodyKind: 'form',
      limit: 'links',
      request: { body: formFields },
      handle: (_input, call) => {
        seen(`${call.url.origin}${call.url.pathname} ${isFromOwnPage(call)} ${call.cookies.get('sesi')}`);
        return htmlAnswer(html`-`);
      },
    }),
  ];
  const counted: string[] = [];
  const ports: BasePorts = {
    ...world.ports,
    mac: {
      mac: async (text) => {
        counted.push(text);
        return new Uint8Array(32);
      },
    },
    throttle: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
  };
  const site = createSite(routes, { ports, config: siteConfig({ BASE_URL }), verifyToken: async () => undefined });
  return { handler: httpHandler(site), counted };
};

describe('what the site leans on', () => {
  const lines: string[] = [];
  let probed: ReturnType<typeof probe>;
  beforeAll(() => {
    probed = probe((line) => lines.push(line));
  });
  const who = (headers: Record<string, string>) =>
    invoke(
      probed.handler,
      restEvent({ method: 'POST', path: '/who', headers: { ...urlencoded, ...headers }, body: '' }),
    );

  it('loses no cookie of two', async () => {
    const { headers } = await invoke(probed.handler, restEvent({ path: '/cookies' }));
    expect(headers.getSetCookie()).toEqual([
      'satu=1; Path=/; HttpOnly',
      'dua=2; Path=/konsol; HttpOnly; Expires=Mon, 23 Nov 2026 02:15:00 GMT',
    ]);
  });

  it('loses no cookie beside the one of a chosen language', async () => {
    const { headers } = await invoke(probed.handler, restEvent({ path: '/cookies', query: [['lang', 'en']] }));
    expect(headers.getSetCookie()).toHaveLength(3);
  });

  it('sends bytes that are no text in base64, each as it is', async () => {
    const { bytes, result } = await invoke(probed.handler, restEvent({ path: '/bytes' }));
    expect(result.isBase64Encoded).toBe(true);
    expect(Uint8Array.from(bytes)).toEqual(BYTES);
  });

  it.each([
    ['https', BASE_URL, true],
    ['http', `http://${HOST}`, false],
    ['another site', 'https://jahat.test', false],
  ])('is https under the public name: a form of %s is judged so', async (_name, origin, isOwn) => {
    await who({ origin, cookie: 'sesi=abc; lain=1' });
    expect(lines.at(-1)).toBe(`${BASE_URL}/who ${isOwn} abc`);
  });

  it('counts a client by the address that API Gateway saw, whatever the client wrote', async () => {
    await who({ 'x-forwarded-for': '192.0.2.1' });
    expect(probed.counted.at(-1)).toBe(`client:links:${CLIENT}`);
  });
});
