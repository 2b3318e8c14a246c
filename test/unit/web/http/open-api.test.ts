import { z } from 'zod';
import { defaultIntakeLimits } from '../../../../core/report.ts';
import { openApi } from '../../../../web/http/base/open-api.ts';
import { routeDoc } from '../../../../web/http/base/route-docs.ts';
import { publicRoutes, staffRoutes } from '../../../../web/http/create-app.ts';

const table = [...publicRoutes({ limits: defaultIntakeLimits, readAsset: async () => '', health: [] }), ...staffRoutes];
const api = table.filter(({ path }) => path.startsWith('/v1/'));
const written = JSON.stringify(openApi(api, 'https://tertib.test'));

/** What OpenAPI 3.1 requires of the parts that we use. */
const schema = z.union([z.record(z.string(), z.unknown()), z.boolean()]);
const content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), z.strictObject({ schema: schema.optional() }));
const operation = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string().min(1),
  description: z.string().optional(),
  security: z.array(z.partialRecord(z.enum(['oidc', 'receipt']), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
});
const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put']), operation)),
  components: z.strictObject({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
});
const parsed = document.parse(JSON.parse(written));

describe('the OpenAPI document', () => {
  it('lists every route under /v1, and nothing else', () => {
    const listed = Object.entries(parsed.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.toSorted()).toEqual(api.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(listed).toContain('POST /v1/reports');
  });

  it('names every value of a path as a required parameter', () => {
    for (const [path, methods] of Object.entries(parsed.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((p) => p.in === 'path' && p.required).map(({ name }) => name)).toEqual(named);
      }
    }
  });

  it('gives every operation an id of its own', () => {
    const ids = Object.values(parsed.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points at nothing that is not in it', () => {
    for (const [, name] of written.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(parsed.components.schemas)).toContain(name);
    }
    expect(written).not.toMatch(/"\$ref":"#\/(?!components\/schemas\/)/);
  });

  it('describes the report by the limits that are checked', () => {
    expect(written).toContain('"maxItems":20');
    expect(written).toContain('"maxLength":20000');
    expect(written).toContain('"additionalProperties":false');
  });

  it('asks for a staff token at every staff route and for the receipt code at those of a reporter', () => {
    for (const route of api) {
      const operationOf = parsed.paths[route.path]?.[route.method === 'POST' ? 'post' : 'get'];
      const expected =
        route.credential === 'receipt' ? [{ receipt: [] }] : typeof route.permission === 'object' ? [{ oidc: [] }] : [];
      expect(operationOf?.security).toEqual(expected);
    }
  });
});

describe('the documentation of a route', () => {
  it.each(['id', 'en'] as const)('names every field of a report with what it may be (%s)', (lang) => {
    const route = api.find(({ method, path }) => method === 'POST' && path === '/v1/reports');
    if (route === undefined) throw new Error('no such route');
    const { parameters, responses } = routeDoc(route, lang);
    const description = parameters.find(({ name }) => name === 'incident.description');
    expect(description).toMatchObject({ place: 'body', type: 'string', required: true, meaning: '20..20000' });
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['reporter.anonymous', 'respondent.accounts.handle', 'idempotency-key']),
    );
    expect(responses.map(({ status }) => status)).toEqual([201, 400, 409, 413, 415, 422, 429]);
  });
});
