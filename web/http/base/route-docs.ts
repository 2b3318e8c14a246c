import * as z from 'zod';
import type { ParameterDoc, RouteDoc } from '../../pages/api-docs.ts';
import type { Lang } from '../../text/lang.ts';
import { impliedProblems } from './implied-responses.ts';
import { bodySchemaOf, parametersOf } from './open-api.ts';
import type { RouteInfo } from './route.ts';

interface Schema {
  readonly type?: unknown;
  readonly description?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
}

/** The part of JSON Schema that our schemas come out as. */
const schemaOf: z.ZodType<Schema> = z.object({
  type: z.unknown().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
  get properties() {
    return z.record(z.string(), schemaOf).optional();
  },
  required: z.array(z.string()).optional(),
  get items() {
    return schemaOf.optional();
  },
  get anyOf() {
    return z.array(schemaOf).optional();
  },
});

const range = (low: number | undefined, high: number | undefined): string =>
  low === undefined && high === undefined ? '' : `${low ?? ''}..${high ?? ''}`;

const isSafeBound = (bound: number | undefined): number | undefined =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;

const typeOf = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ');
  return schema.items === undefined ? String(schema.type ?? 'any') : `${typeOf(schema.items)}[]`;
};

const meaningOf = (schema: Schema): string =>
  [
    schema.description ?? '',
    range(schema.minLength, schema.maxLength),
    range(isSafeBound(schema.minimum), isSafeBound(schema.maximum)),
    schema.maxItems === undefined ? '' : `..${schema.maxItems}`,
    schema.pattern ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ');

const bodyDocs = (schema: Schema, above: string): ParameterDoc[] => {
  const inner = schema.items ?? schema;
  const objects = inner.anyOf ?? [inner];
  return objects.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([key, property]): ParameterDoc[] => {
      const name = above === '' ? key : `${above}.${key}`;
      const doc = { name, place: 'body', type: typeOf(property), meaning: meaningOf(property) } as const;
      return [{ ...doc, required: required.includes(key) }, ...bodyDocs(property, name)];
    }),
  );
};

const parameterDocs = (route: RouteInfo): ParameterDoc[] => {
  const outside = parametersOf(route).map(({ name, in: place, required, schema, description }): ParameterDoc => {
    const parsed = schemaOf.parse({ ...schema, ...(typeof description === 'string' && { description }) });
    return { name, place, required, type: typeOf(parsed), meaning: meaningOf(parsed) };
  });
  const body = bodySchemaOf(route);
  return body === undefined ? outside : [...outside, ...bodyDocs(schemaOf.parse(body), '')];
};

const words = {
  everyone: { id: 'semua orang', en: 'everyone' },
  receipt: { id: 'pemegang kode tanda terima', en: 'whoever has the receipt code' },
  roles: { id: 'pegawai dengan peran', en: 'staff with the role' },
} as const;

const accessOf = ({ permission, credential }: RouteInfo, lang: Lang): string => {
  if (credential === 'receipt') return `${words.receipt[lang]} (Authorization: Receipt …)`;
  return typeof permission === 'object' ? `${words.roles[lang]} ${permission.roles.join(', ')}` : words.everyone[lang];
};

/** A route in words, for `/docs`. */
export const routeDoc = (route: RouteInfo, lang: Lang): RouteDoc => {
  const own = Object.entries(route.responses ?? {}).map(([status, { meaning }]) => ({
    status: Number(status),
    meaning: meaning[lang],
  }));
  const implied = impliedProblems(route).map(({ status, meaning }) => ({ status, meaning: meaning[lang] }));
  const responses = [...own, ...implied.filter(({ status }) => own.every((known) => known.status !== status))];
  return {
    method: route.method,
    path: route.path,
    summary: route.summary[lang],
    access: accessOf(route, lang),
    parameters: parameterDocs(route),
    responses: responses.toSorted((a, b) => a.status - b.status),
  };
};
