import type { Principal } from '../../../core/access/principal.ts';
import type { Call } from './call.ts';
import { HttpProblem } from './http-problem.ts';
import type { Route } from './route.ts';
import type { Site } from './site.ts';

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** @throws HttpProblem 401 for nobody we know, 404 for someone whose role has nothing here */
const staffPrincipal = async (
  call: Call<unknown>,
  site: Site<unknown>,
  roles: readonly string[],
): Promise<Principal> => {
  const token = BEARER.exec(call.request.headers.get('authorization') ?? '')?.[1];
  const principal = token === undefined ? undefined : await site.verifyToken(token);
  if (principal === undefined) {
    const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    throw new HttpProblem('unauthenticated', { headers: { 'WWW-Authenticate': challenge } });
  }
  if (!roles.includes(principal.role)) throw new HttpProblem('not-found');
  return principal;
};

/** Who was admitted, or what to answer instead. */
type Admission = { readonly principal: Principal | undefined } | { readonly instead: Response };

/** Makes sure of who is calling, as far as the route asks for it. @throws HttpProblem 401, 404 */
export const admit = async <P>(call: Call<P>, route: Route<P>, site: Site<P>): Promise<Admission> => {
  const { permission } = route;
  if (permission === 'public' || permission === 'task-link') return { principal: undefined };
  if (permission !== 'console') return { principal: await staffPrincipal(call, site, permission.roles) };
  const principal = await site.consoleGate?.principal(call.cookies);
  if (principal !== undefined) return { principal };
  return site.consoleGate === undefined ? { principal } : { instead: site.consoleGate.signIn(call) };
};
