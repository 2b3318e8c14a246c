import * as z from 'zod';
import type { Principal } from '../../../core/access/principal.ts';
import { roleSchema } from '../../../core/case/actor.ts';
import { SealBroken } from '../../../core/errors.ts';
import { agencyIdSchema, nipSchema } from '../../../core/ids.ts';
import type { Clock, Sealer } from '../../../core/ports.ts';
import { HOUR, type Instant, instantSchema, isBefore, plusMs, SECOND } from '../../../core/time.ts';
import type { AppConfig } from '../base/config.ts';
import { type Cookies, setCookie } from '../base/cookies.ts';
import { CONSOLE } from './return-path.ts';

/** How long one sign-in lasts. */
export const SESSION_HOURS = 8;
const CONTEXT = 'console-session';

const sessionSchema = z.strictObject({
  subject: z.string(),
  agencyId: agencyIdSchema,
  role: roleSchema,
  nip: nipSchema.optional(),
  expiresAt: instantSchema,
});

export type SessionPorts = { readonly sealer: Sealer; readonly clock: Clock };
type Site = Pick<AppConfig, 'baseUrl'>;

const isSecure = ({ baseUrl }: Site): boolean => baseUrl.startsWith('https:');
const nameOf = (site: Site): string => `${isSecure(site) ? '__Secure-' : ''}tertib-konsol`;
const cookie = (site: Site, value: string, maxAge: number): string =>
  setCookie(nameOf(site), value, { path: CONSOLE, secure: isSecure(site), sameSite: 'Lax', maxAge });

/** The sealed session as the browser holds it; forms of the console are tied to it. */
export const sealedSession = (site: Site, cookies: Cookies): string | undefined => cookies.get(nameOf(site));

/** Opens what was sealed under the context; undefined for what was not, whoever made it. */
export const openSealed = async (sealer: Sealer, sealed: string, context: string): Promise<unknown> => {
  try {
    return JSON.parse(await sealer.open(sealed, context));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
};

const principalOf = ({ expiresAt: _, nip, ...who }: z.infer<typeof sessionSchema>): Principal => ({ ...who, nip });

/** Who is signed in, by the cookies of a request; undefined without a session that still lasts. */
export const sessionPrincipal = async (
  { sealer, clock }: SessionPorts,
  site: Site,
  cookies: Cookies,
): Promise<Principal | undefined> => {
  const sealed = sealedSession(site, cookies);
  if (sealed === undefined) return undefined;
  const session = sessionSchema.safeParse(await openSealed(sealer, sealed, CONTEXT));
  return session.success && isBefore(clock.now(), session.data.expiresAt) ? principalOf(session.data) : undefined;
};

/** The cookie of a new session. */
export const sessionCookie = async (
  { sealer, clock }: SessionPorts,
  site: Site,
  principal: Principal,
): Promise<string> => {
  const expiresAt: Instant = plusMs(clock.now(), SESSION_HOURS * HOUR);
  const sealed = await sealer.seal(JSON.stringify({ ...principal, expiresAt }), CONTEXT);
  return cookie(site, sealed, (SESSION_HOURS * HOUR) / SECOND);
};

/** Ends the session in this browser. */
export const noSessionCookie = (site: Site): string => cookie(site, '', 0);
