import type { Hono } from 'hono';
import * as z from 'zod';
import { roleSchema } from '../../../core/case/actor.ts';
import type { RouteInfo } from './route.ts';

/** What a route must say before it is mounted; the types say it too, and a table may come from elsewhere. */
const declared = z.object({
  method: z.enum(['GET', 'POST', 'PUT']),
  path: z.string().regex(/^\/[\w./{}-]*$/),
  answers: z.enum(['page', 'json']),
  permission: z.union([
    z.enum(['public', 'task-link', 'console']),
    z.strictObject({ roles: z.array(roleSchema).min(1) }),
  ]),
  access: z.string().min(3).nullable(),
});

/** @throws RangeError naming the first route that may not be mounted, and why */
export const checkRoutes = (routes: readonly RouteInfo[], hasConsole: boolean): void => {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const checked = declared.safeParse(route);
    if (!checked.success) {
      const what = checked.error.issues[0]?.path.join('.') ?? '';
      throw new RangeError(`route ${name} does not declare its ${what}`);
    }
    if (seen.has(name)) throw new RangeError(`route ${name} is declared twice`);
    if (route.permission === 'console' && !hasConsole) throw new RangeError(`route ${name} needs a console gate`);
    if (route.method === 'GET' && route.request?.body !== undefined) {
      throw new RangeError(`route ${name} wants a body that a GET does not have`);
    }
    seen.add(name);
  }
};

const comparable = (path: string): string => path.replace(/\{\w+\}|:\w+/g, '{}');

/** @throws RangeError where an app answers a path that no route of the table declares */
export const assertDeclared = (app: Hono, routes: readonly RouteInfo[]): void => {
  const known = new Set(routes.map(({ path }) => comparable(path)));
  const stray = app.routes.find(({ path }) => !known.has(comparable(path)));
  if (stray !== undefined) throw new RangeError(`${stray.method} ${stray.path} is not in the table of routes`);
};
