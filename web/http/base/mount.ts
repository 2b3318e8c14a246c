import type { Context, Hono } from 'hono';
import { admit } from './admit.ts';
import { answerError } from './answer-error.ts';
import type { BasePorts, Call } from './call.ts';
import { callOf } from './call-of.ts';
import { checkRoutes } from './check-routes.ts';
import { setCookie } from './cookies.ts';
import { HttpProblem } from './http-problem.ts';
import { chosenLanguage, LANGUAGE } from './language.ts';
import type { Route } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Site } from './site.ts';

/** `/v1/cases/{caseNumber}` as the router writes it. */
const routerPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/**
 * Runs a route for a call. A HEAD never reads on anyone's behalf: where an answer would be on record, it ends after the admission.
 */
const runRoute = async <P extends BasePorts>(call: Call<P>, route: Route<P>, site: Site<P>): Promise<Response> => {
  const isHead = call.request.method === 'HEAD';
  if (route.limit !== undefined && (!isHead || route.head !== undefined)) await call.count(route.limit);
  const admission = await admit(call, route, site);
  if ('instead' in admission) return admission.instead;
  if (isHead && (route.access !== null || route.permission === 'task-link')) {
    await route.head?.(call);
    return new Response(null, { status: 200 });
  }
  return route.run({ ...call, principal: admission.principal });
};

/** What every answer carries, whatever it says. */
const finished = (answer: Response, call: Call<unknown>): Response => {
  const { config, requestId, url } = call;
  setSecurityHeaders(answer.headers, config.baseUrl);
  answer.headers.set('X-Request-Id', requestId);
  const chosen = chosenLanguage([url.searchParams.get(LANGUAGE) ?? undefined]);
  if (chosen !== undefined && answer.headers.get('content-type')?.startsWith('text/html')) {
    const secure = config.baseUrl.startsWith('https:');
    answer.headers.append('Set-Cookie', setCookie(LANGUAGE, chosen, { path: '/', secure, maxAge: 31_536_000 }));
  }
  return answer;
};

const methodsOf = (routes: readonly Route<never>[]): string => {
  const methods = new Set(routes.map(({ method }) => String(method)));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods, 'OPTIONS'].join(', ');
};

/** Answers for a path: the route of the method, or what may be asked instead. */
const servePath = <P extends BasePorts>(routes: readonly Route<P>[], site: Site<P>) => {
  const allow = { Allow: methodsOf(routes) };
  const answers = routes[0]?.answers ?? 'json';
  return async (c: Context): Promise<Response> => {
    const asked = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const route = routes.find(({ method }) => method === asked);
    const call = callOf(c, site, route?.answers ?? answers);
    if (asked === 'OPTIONS') return finished(new Response(null, { status: 204, headers: allow }), call);
    try {
      if (route === undefined) throw new HttpProblem('method-not-allowed', { headers: allow });
      return finished(await runRoute(call, route, site), call);
    } catch (error) {
      const name = `${c.req.method} ${routes[0]?.path}`;
      return finished(
        answerError(error, { ...call, log: site.ports.log, answers: route?.answers ?? answers, route: name }),
        call,
      );
    }
  };
};

/** Whether whoever asks for an unknown path is better told in a page. */
const wantsPage = (request: Request): boolean =>
  !new URL(request.url).pathname.startsWith('/v1/') && (request.headers.get('accept') ?? '').includes('text/html');

const unknownPath =
  <P extends BasePorts>(site: Site<P>, error: (c: Context) => unknown) =>
  (c: Context): Response => {
    const answers = wantsPage(c.req.raw) ? 'page' : 'json';
    const call = callOf(c, site, answers);
    const place = { ...call, log: site.ports.log, answers, route: 'none' } as const;
    return finished(answerError(error(c), place), call);
  };

/**
 * Puts a table of routes on an app, which answers nothing else.
 * @throws RangeError for a route that does not say who may call it or what is recorded, or that stands there twice
 */
export const mountRoutes = <P extends BasePorts>(app: Hono, routes: readonly Route<P>[], site: Site<P>): void => {
  checkRoutes(routes, site.consoleGate !== undefined);
  for (const [path, atPath] of Map.groupBy(routes, (route) => route.path)) {
    app.all(routerPath(path), servePath(atPath, site));
  }
  app.notFound(unknownPath(site, () => new HttpProblem('not-found')));
  app.onError((error, c) => unknownPath(site, () => error)(c));
};
