import * as z from 'zod';
import { impliedProblems } from './implied-responses.ts';
import type { ResponseInfo, RouteInfo } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const requestSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return json;
};
const responseSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output' });
  return json;
};

const objectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: unknown;
  readonly schema: Json;
}

const parametersIn = (place: Parameter['in'], schema: z.ZodType | undefined): Parameter[] => {
  if (schema === undefined) return [];
  const { properties, required } = objectSchema.parse(requestSchema(schema));
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
};

/** The parameters of a route outside its body. Credentials are no parameters: they are security schemes. */
export const parametersOf = ({ request = {} }: RouteInfo): Parameter[] => [
  ...parametersIn('path', request.params),
  ...parametersIn('query', request.query),
  ...parametersIn('header', request.headers).filter(({ name }) => name !== 'authorization'),
];

export const bodySchemaOf = ({ request }: RouteInfo): Json | undefined =>
  request?.body === undefined ? undefined : requestSchema(request.body);

const problemResponse = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const responseOf = ({ meaning, schema, mediaType = 'application/json' }: ResponseInfo, status: number): Json => {
  if (status >= 400) return problemResponse(meaning.en);
  const content = { [mediaType]: schema === undefined ? {} : { schema: responseSchema(schema) } };
  return { description: meaning.en, content };
};

const responsesOf = (route: RouteInfo): Json => ({
  ...Object.fromEntries(impliedProblems(route).map(({ status, meaning }) => [status, problemResponse(meaning.en)])),
  ...Object.fromEntries(
    Object.entries(route.responses ?? {}).map(([status, info]) => [status, responseOf(info, Number(status))]),
  ),
  default: problemResponse('Any other error'),
});

const securityOf = ({ permission, credential }: RouteInfo): readonly Json[] => {
  if (credential === 'receipt') return [{ receipt: [] }];
  return typeof permission === 'object' ? [{ oidc: [] }] : [];
};

const operationOf = (route: RouteInfo): Json => {
  const body = bodySchemaOf(route);
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/{]+(\w)/g, (_all, first: string) => first.toUpperCase()).replace(/\W/g, '')}`,
    summary: route.summary.en,
    ...(typeof route.permission === 'object' && { description: `Roles: ${route.permission.roles.join(', ')}` }),
    security: securityOf(route),
    parameters: parametersOf(route),
    ...(body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: responsesOf(route),
  };
};

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  requestId: z.string(),
});

/** The OpenAPI 3.1 description of a table of routes: what is checked is what is described. */
export const openApi = (routes: readonly RouteInfo[], baseUrl: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Tertib',
    version: '1.0.0',
    description: 'Errors are application/problem+json (RFC 9457), in the language of Accept-Language (id, en).',
  },
  servers: [{ url: baseUrl }],
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ path }) => path)].map(([path, atPath]) => [
      path,
      Object.fromEntries(atPath.map((route) => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  ),
  components: {
    schemas: { Problem: responseSchema(problemSchema) },
    securitySchemes: {
      receipt: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Receipt <receiptCode>' },
      oidc: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
});
