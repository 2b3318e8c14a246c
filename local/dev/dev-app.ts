import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { roleSchema } from '../../core/case/actor.ts';
import { TertibError } from '../../core/errors.ts';
import { agencyIdSchema, nipSchema } from '../../core/ids.ts';
import { setSecurityHeaders } from '../../web/http/base/security-headers.ts';
import type { OidcEngine } from '../engines/oidc.ts';
import type { Runtime } from '../runtime.ts';
import { isThisMachine } from '../this-machine.ts';
import { inboxRoutes } from './inbox-routes.ts';
import { totpRoute } from './totp-route.ts';

export interface DevParts {
  readonly runtime: Runtime;
  readonly oidc: OidcEngine;
  readonly baseUrl: string;
  /** A page that may be captured as evidence, to try things out with. */
  readonly sampleUrl: string;
}

const clockMove = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ set: z.string() })]);
const tokenQuery = z.object({ role: roleSchema, agency: agencyIdSchema, nip: nipSchema.optional() });

const problem = (c: Context, status: 400 | 403 | 422, title: string, detail: string): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, {
    'Content-Type': 'application/problem+json',
  });

/** Another site in the same browser must not move the clock or read the inbox: neither by name (rebinding) nor by form. */
const isForeign = (request: Request, baseUrl: string): boolean => {
  const host = request.headers.get('host') ?? '';
  const origin = request.headers.get('origin');
  return !isThisMachine(host) || (origin !== null && origin !== baseUrl && origin !== `http://${host}`);
};

/** Someone of the sample agency who has this role, so that a token without a number acts as a real person. */
const personWith = async ({ ports }: Runtime, query: z.infer<typeof tokenQuery>) => {
  if (query.nip !== undefined) return query.nip;
  const staff = await ports.directory.listStaff(query.agency);
  return staff.find((person) => person.active && person.roles.includes(query.role))?.nip;
};

/** Everything comes to rest, with the sweep that would have run by now: where the program's time is moved by hand, the sweep's own minute never comes. */
const comeToRest = async ({ settle, redrive }: Runtime): Promise<void> => {
  await settle();
  await redrive();
  await settle();
};

/** The helpers of contract.md that exist on one machine only: inbox, clock, tokens, settling. No deployed function contains this. */
export const devApp = (parts: DevParts): Hono => {
  const { runtime, oidc, baseUrl, sampleUrl } = parts;
  const app = new Hono();
  app.use(async (c, next) => {
    if (isForeign(c.req.raw, baseUrl)) return problem(c, 403, 'Forbidden', 'only pages of this machine may ask this');
    await next();
    setSecurityHeaders(c.res.headers, baseUrl);
    return;
  });
  app.onError((error, c) => {
    if (error instanceof SyntaxError) return problem(c, 400, 'Malformed', error.message);
    if (error instanceof TertibError) return problem(c, 422, error.name, error.message);
    runtime.ports.log.error('dev-failed', error);
    return c.json({ title: 'Internal error', status: 500 }, 500);
  });
  app.route('/', inboxRoutes(parts));
  app.route('/', totpRoute(runtime.ports));
  app.get('/dev/clock', (c) => c.json({ now: runtime.clock.now() }));
  app.post('/dev/clock', async (c) => {
    const move = clockMove.safeParse(await c.req.json());
    if (!move.success)
      return problem(c, 422, 'Unprocessable', 'send {"advance":"P7D"} or {"set":"2026-12-01T00:00:00Z"}');
    // A day off that was added moves deadlines before time passes them.
    await comeToRest(runtime);
    await runtime.moveClock(move.data);
    await comeToRest(runtime);
    return c.json({ now: runtime.clock.now() });
  });
  app.post('/dev/settle', async (c) => {
    await runtime.settle();
    return c.json({ settled: true, now: runtime.clock.now() });
  });
  app.get('/dev/token', async (c) => {
    const query = tokenQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 422, 'Unprocessable', z.prettifyError(query.error));
    const nip = await personWith(runtime, query.data);
    const { role, agency } = query.data;
    const token = await oidc.mintToken({ role, agency, ...(nip === undefined ? {} : { nip }) });
    return c.req.header('accept')?.includes('text/plain')
      ? c.text(token)
      : c.json({ access_token: token, token_type: 'Bearer', token });
  });
  app.get('/dev/sample', (c) => c.json({ url: sampleUrl }));
  return app;
};
