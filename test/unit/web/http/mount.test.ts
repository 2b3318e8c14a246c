import { Hono } from 'hono';
import { z } from 'zod';
import { ServiceUnavailable, VersionConflict } from '../../../../core/errors.ts';
import type { BasePorts } from '../../../../web/http/base/call.ts';
import { assertDeclared } from '../../../../web/http/base/check-routes.ts';
import { type AppConfig, defaultLimits } from '../../../../web/http/base/config.ts';
import { mountRoutes } from '../../../../web/http/base/mount.ts';
import { type Route, routesFor } from '../../../../web/http/base/route.ts';

const logged: string[] = [];
const ports: BasePorts = {
  throttle: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
  mac: { mac: async () => new Uint8Array(32) },
  ids: { bytes: (length) => new Uint8Array(length) },
  log: {
    info: () => {},
    warn: () => {},
    error: (event, _error, facts) => void logged.push(JSON.stringify({ event, ...facts })),
  },
};
const config: AppConfig = { baseUrl: 'https://tertib.test', limits: defaultLimits, trustProxyHops: 0, inboxHref: null };

const route = routesFor<BasePorts>();
const words = { id: 'x', en: 'x' };
const plain = { method: 'GET', answers: 'json', summary: words, access: null } as const;
const saying = (path: string, text: string) => route.public({ ...plain, path, handle: () => new Response(text) });

const appOf = (routes: readonly Route<BasePorts>[], over: Partial<AppConfig> = {}, some: Partial<BasePorts> = {}) => {
  const app = new Hono({ strict: false });
  mountRoutes(app, routes, {
    ports: { ...ports, ...some },
    config: { ...config, ...over },
    verifyToken: async () => undefined,
  });
  return app;
};

describe('a route is not mounted', () => {
  const { permission: _permission, ...withoutPermission } = saying('/a', 'a');
  const { access: _access, ...withoutAccess } = saying('/a', 'a');
  it.each([
    ['without a permission', [withoutPermission], /permission/],
    ['without saying what is recorded', [withoutAccess], /access/],
    ['without any role', [{ ...saying('/a', 'a'), permission: { roles: [] } }], /permission/],
    ['with an unknown role', [{ ...saying('/a', 'a'), permission: { roles: ['boss'] } }], /permission/],
    ['with another method', [{ ...saying('/a', 'a'), method: 'DELETE' }], /method/],
    ['twice', [saying('/a', 'a'), saying('/a', 'b')], /twice/],
    ['for the console where there is none', [{ ...saying('/a', 'a'), permission: 'console' }], /console gate/],
    ['with a body on a GET', [{ ...saying('/a', 'a'), request: { body: z.string() } }], /body/],
  ])('%s', (_name, routes, message) => {
    // What the types forbid may still come from elsewhere.
    const table: Route<BasePorts>[] = JSON.parse('[]').concat(routes);
    expect(() => appOf(table)).toThrow(message);
  });

  it('behind the back of the table', () => {
    const app = appOf([saying('/a', 'a')]);
    expect(() => assertDeclared(app, [saying('/a', 'a')])).not.toThrow();
    app.get('/secret', (c) => c.text('x'));
    expect(() => assertDeclared(app, [saying('/a', 'a')])).toThrow(/secret/);
  });
});

describe('a path', () => {
  const app = appOf([
    saying('/a', 'a'),
    { ...saying('/a', 'a'), method: 'POST' },
    { ...saying('/put/{x}', 'p'), method: 'PUT' },
  ]);

  it('answers another method with 405 and what may be asked', async () => {
    const answer = await app.request('/a', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
    const put = await app.request('/put/1');
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'PUT, OPTIONS']);
  });

  it('tells OPTIONS what may be asked, and grants no other site anything', async () => {
    const answer = await app.request('/a', { method: 'OPTIONS', headers: { origin: 'https://lain.test' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is the same with a slash at its end', async () => expect(await (await app.request('/a/')).text()).toBe('a'));

  it('answers HEAD as GET, without a body', async () => {
    const answer = await app.request('/a', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    ['/nothing', 'text/html,*/*', 'text/html; charset=utf-8'],
    ['/nothing', 'application/json', 'application/problem+json'],
    ['/v1/nothing', 'text/html', 'application/problem+json'],
  ])('%s that does not exist is told to %s as %s', async (path, accept, type) => {
    const answer = await app.request(path, { headers: { accept } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, type]);
  });
});

describe('an error', () => {
  const failing = (answers: 'page' | 'json', error: () => unknown) =>
    appOf([
      route.public({
        ...plain,
        answers,
        path: '/x/{secret}',
        handle: () => {
          throw error();
        },
      }),
    ]);

  it.each([
    ['a conflict of versions', () => new VersionConflict('task of 198503152010011004'), 409],
    ['a service that is down', () => new ServiceUnavailable('198503152010011004'), 503],
    ['a bug', () => new TypeError('198503152010011004'), 500],
    ['what is no error at all', () => '198503152010011004', 500],
  ])('that is %s answers its status and says nothing of its cause', async (_name, error, status) => {
    for (const answers of ['page', 'json'] as const) {
      const answer = await failing(answers, error).request('/x/rahasia');
      const text = await answer.text();
      expect(answer.status).toBe(status);
      expect(text).not.toContain('198503152010011004');
      expect(text).toContain(answer.headers.get('x-request-id'));
    }
  });

  it('of our own is logged by the route as declared, never by the path as asked', async () => {
    logged.length = 0;
    await failing('json', () => new TypeError('x')).request('/x/rahasia');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('GET /x/{secret}');
    expect(logged[0]).not.toContain('rahasia');
  });
});

describe('a limit', () => {
  it('counts per client under a key that does not tell the address, and says when to come again', async () => {
    const keys: string[] = [];
    const throttle: BasePorts['throttle'] = {
      hit: async (key) => {
        keys.push(key);
        return keys.length > 2 ? { allowed: false, retryAfterSeconds: 42 } : { allowed: true, retryAfterSeconds: 0 };
      },
    };
    const mac: BasePorts['mac'] = {
      mac: async (message) => new TextEncoder().encode(message).map((byte) => byte ^ 90),
    };
    const app = appOf([{ ...saying('/a', 'a'), limit: 'status' }], {}, { throttle, mac });
    const env = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };
    const ask = async () => app.request('/a', {}, env);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '42']);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).not.toContain('192.0.2.7');
  });
});

describe('every answer', () => {
  const app = appOf([saying('/a', 'a'), { ...saying('/page', 'p'), answers: 'page' }]);
  const expected = [
    [
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
    ['cache-control', 'no-store'],
    [
      'permissions-policy',
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    ],
  ] as const;

  it.each(['/a', '/page', '/nothing'])('of %s carries the security headers', async (path) => {
    const { headers } = await app.request(path);
    for (const [name, value] of expected) expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('x-request-id')).toMatch(/^[0-9A-Z-]{19}$/);
  });

  it('asks for https only where the site has it', async () => {
    const { headers } = await appOf([saying('/a', 'a')], { baseUrl: 'http://127.0.0.1:4180' }).request('/a');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
