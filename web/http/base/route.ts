import type * as z from 'zod';
import type { Role } from '../../../core/case/actor.ts';
import type { Words } from '../../../core/trail/verify-words.ts';
import type { Call, SignedInCall } from './call.ts';
import type { AppLimits, RateName } from './config.ts';
import { HttpProblem } from './http-problem.ts';
import { type Input, readInput } from './read-input.ts';

export type Method = 'GET' | 'POST' | 'PUT';

/**
 * Who may call a route. `public`: everyone; `task-link`: whoever holds a mailed link, which the handler proves; `console`: whoever has
 * a console session; roles: a staff token with one of them.
 */
export type Permission = 'public' | 'task-link' | 'console' | { readonly roles: readonly Role[] };

/** The schemas of the parts of a request; a part without a schema is not read. `headers` has lower-case names. */
export type RequestShape = Readonly<Partial<Record<'body' | 'query' | 'params' | 'headers', z.ZodType>>>;

export interface ResponseInfo {
  readonly meaning: Words;
  readonly schema?: z.ZodType;
  /** Default: `application/json`. */
  readonly mediaType?: string;
}

/** A route as data: what is mounted, documented and tested. */
export interface RouteInfo {
  readonly method: Method;
  /** With `{names}` as in OpenAPI, a whole segment each. */
  readonly path: string;
  /** How errors are shown: as a page, or as problem+json. */
  readonly answers: 'page' | 'json';
  readonly summary: Words;
  readonly permission: Permission;
  /** The action that the access log records for each answer; `null` where nothing of a case is shown. */
  readonly access: string | null;
  /** What a request counts against before anything is read. */
  readonly limit?: RateName;
  readonly request?: RequestShape;
  readonly bodyKind?: 'json' | 'form';
  readonly maxBody?: (limits: AppLimits) => number;
  /** The reporter's credential, `Authorization: Receipt <code>`: for the documentation, the handler proves it. */
  readonly credential?: 'receipt';
  readonly responses?: Readonly<Record<number, ResponseInfo>>;
}

export interface Route<P> extends RouteInfo {
  readonly run: (call: Call<P>) => Promise<Response>;
  /** What a HEAD leaves on record, where it reads nothing and yet is to be seen. */
  readonly head?: ((call: Call<P>) => Promise<void>) | undefined;
}

type Declared<R extends RequestShape> = Omit<RouteInfo, 'permission' | 'request'> & { readonly request?: R };

interface Handled<R extends RequestShape, C> {
  /** @param input the parts of the request that the route has schemas for, parsed */
  readonly handle: (input: Input<R>, call: C) => Promise<Response> | Response;
}

type Open<P, R extends RequestShape> = Declared<R> & Handled<R, Call<P>> & Pick<Route<P>, 'head'>;
type SignedIn<P, R extends RequestShape> = Declared<R> & Handled<R, SignedInCall<P>>;

const open = <P, R extends RequestShape>(permission: Permission, { handle, ...info }: Open<P, R>): Route<P> => ({
  ...info,
  permission,
  run: async (call) => handle(await readInput<R>(call, info), call),
});

const signedIn = <P, R extends RequestShape>(
  permission: Permission,
  { handle, ...info }: SignedIn<P, R>,
): Route<P> => ({
  ...info,
  permission,
  run: async (call) => {
    const { principal } = call;
    if (principal === undefined) throw new HttpProblem('unauthenticated');
    return handle(await readInput<R>(call, info), { ...call, principal });
  },
});

/** Declares routes whose handlers are given the ports `P`, one function for each kind of permission. */
export const routesFor = <P>() => ({
  public: <const R extends RequestShape = Record<never, never>>(route: Open<P, R>) => open<P, R>('public', route),
  taskLink: <const R extends RequestShape = Record<never, never>>(route: Open<P, R>) => open<P, R>('task-link', route),
  console: <const R extends RequestShape = Record<never, never>>(route: SignedIn<P, R>) =>
    signedIn<P, R>('console', route),
  staff: <const R extends RequestShape = Record<never, never>>(roles: readonly Role[], route: SignedIn<P, R>) =>
    signedIn<P, R>({ roles }, route),
});
