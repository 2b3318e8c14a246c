import * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import type { Call } from './call.ts';
import { formBody, grouped } from './form-body.ts';
import { HttpProblem, type InputError } from './http-problem.ts';
import { jsonBody } from './json-body.ts';
import { LANGUAGE } from './language.ts';
import { parse } from './parse.ts';
import { readBody } from './read-body.ts';
import type { RequestShape, RouteInfo } from './route.ts';

/** The parsed parts of a request, by what the route has schemas for. */
export type Input<R extends RequestShape> = {
  readonly [K in keyof R]: R[K] extends z.ZodType ? z.output<R[K]> : never;
};

const bodyOf = async (call: Call<unknown>, route: Omit<RouteInfo, 'permission'>): Promise<unknown> => {
  const { limits } = call.config;
  const maxBytes = route.maxBody?.(limits) ?? limits.bodyBytes;
  return route.bodyKind === 'form'
    ? formBody(call.request, maxBytes, call.lang)
    : jsonBody(call.request, await readBody(call.request, maxBytes), call.lang);
};

const queryOf = ({ url }: Call<unknown>, route: Omit<RouteInfo, 'permission'>): unknown => {
  const pairs = [...url.searchParams];
  return grouped(route.answers === 'page' ? pairs.filter(([name]) => name !== LANGUAGE) : pairs);
};

/** Errors are told by their path within the part: which part it is shows by the name. */
const withoutPart = ({ path, message }: InputError): InputError => ({
  path: path.split('.').slice(1).join('.'),
  message,
});

/**
 * Reads and parses the parts of a request that the route has schemas for.
 * @throws HttpProblem 400, 413, 415 for a body that cannot be read, 422 with everything that is wrong
 * @throws NotFound where the path itself names nothing
 */
export const readInput = async <R extends RequestShape>(
  call: Call<unknown>,
  route: Omit<RouteInfo, 'permission'> & { readonly request?: R },
): Promise<Input<R>> => {
  const shape: RequestShape = route.request ?? {};
  const raw = {
    params: call.pathValues,
    query: queryOf(call, route),
    headers: Object.fromEntries(call.request.headers),
    ...(shape.body !== undefined && { body: await bodyOf(call, route) }),
  };
  const parsed = parse(z.object(route.request ?? {}), raw, call.lang);
  if (parsed.ok) return parsed.value as Input<R>;
  if (parsed.errors.some(({ path }) => path.startsWith('params'))) throw new NotFound(`nothing at ${route.path}`);
  throw new HttpProblem('invalid-input', { errors: parsed.errors.map(withoutPart) });
};
