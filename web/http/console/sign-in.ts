import * as z from 'zod';
import type { Principal } from '../../../core/access/principal.ts';
import { instantSchema, isBefore, MINUTE, plusMs, SECOND } from '../../../core/time.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { fromHex, sameText, toBase64Url } from '../../../core/use-cases/encoding.ts';
import { signInPage } from '../../pages/console-sign-in.ts';
import { type Texts, textsFor } from '../../text/texts.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { setCookie } from '../base/cookies.ts';
import { contentPolicy } from '../base/security-headers.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { principalOf } from './claims.ts';
import type { ConsolePorts } from './console-ports.ts';
import type { OidcClient } from './oidc-client.ts';
import { returnPath } from './return-path.ts';
import { openSealed, sessionCookie } from './session.ts';

export const SIGN_IN = '/konsol/masuk';
const MINUTES = 10;
const CONTEXT = 'console-sign-in';

type ConsoleCall = Call<ConsolePorts>;

/** What a sign-in under way leaves with the browser, sealed. */
const underWaySchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  expiresAt: instantSchema,
});
type UnderWay = z.infer<typeof underWaySchema>;

const isSecure = ({ config }: ConsoleCall): boolean => config.baseUrl.startsWith('https:');
const cookieName = (call: ConsoleCall): string => `${isSecure(call) ? '__Secure-' : ''}tertib-masuk`;
const cookie = (call: ConsoleCall, value: string, maxAge: number): string =>
  setCookie(cookieName(call), value, { path: SIGN_IN, secure: isSecure(call), sameSite: 'Lax', maxAge });

/** The sign-in page; what went wrong the last time stands on it. */
export const signInAnswer = (
  { frame, lang }: Pick<ConsoleCall, 'frame' | 'lang'>,
  { returnTo, oidc }: { readonly returnTo: string; readonly oidc: Pick<OidcClient, 'origin'> },
  failure?: { readonly error: keyof Texts['views']['signInErrors']; readonly status: number },
): Response => {
  const message = failure && textsFor(lang).views.signInErrors[failure.error];
  const errors = message === undefined ? [] : [{ field: 'sign-in', message }];
  const form = { action: SIGN_IN, hidden: { kembali: returnTo } };
  const headers = { 'Content-Security-Policy': contentPolicy([oidc.origin]) };
  return htmlAnswer(signInPage({ frame, form, errors }, lang), { status: failure?.status ?? 200, headers });
};

/** RFC 7636, section 4.2. */
const challengeOf = (verifier: string): string => toBase64Url(fromHex(sha256Hex(verifier)));

/** Sends the browser to the issuer, with what binds the answer to it sealed in a cookie. */
export const startSignIn = async (call: ConsoleCall, oidc: OidcClient, fields: FormFields): Promise<Response> => {
  const { ids, sealer, clock } = call.ports;
  const secret = () => toBase64Url(ids.bytes(32));
  const underWay: UnderWay = {
    state: secret(),
    nonce: secret(),
    verifier: secret(),
    returnTo: returnPath(textOf(fields, 'kembali')),
    expiresAt: plusMs(clock.now(), MINUTES * MINUTE),
  };
  const { state, nonce, verifier } = underWay;
  const url = await oidc.authorizationUrl({ state, nonce, challenge: challengeOf(verifier) });
  const sealed = await sealer.seal(JSON.stringify(underWay), CONTEXT);
  return seeOther(url, { 'Set-Cookie': cookie(call, sealed, (MINUTES * MINUTE) / SECOND) });
};

const underWayIn = async (call: ConsoleCall): Promise<UnderWay | undefined> => {
  const sealed = call.cookies.get(cookieName(call));
  if (sealed === undefined) return undefined;
  const parsed = underWaySchema.safeParse(await openSealed(call.ports.sealer, sealed, CONTEXT));
  return parsed.success && isBefore(call.ports.clock.now(), parsed.data.expiresAt) ? parsed.data : undefined;
};

const withCookies = (answer: Response, cookies: readonly string[]): Response => {
  for (const value of cookies) answer.headers.append('Set-Cookie', value);
  return answer;
};

/** Who the issuer vouches for, in an agency that is here. */
const vouchedFor = async ({ ports }: ConsoleCall, claims: unknown): Promise<Principal | undefined> => {
  const principal = principalOf(claims);
  const agency = principal && (await ports.directory.agency(principal.agencyId));
  return agency === undefined ? undefined : principal;
};

/** Takes the issuer's answer: a session for whoever it vouches for, if this browser asked. */
export const finishSignIn = async (call: ConsoleCall, oidc: OidcClient): Promise<Response> => {
  const underWay = await underWayIn(call);
  const done = cookie(call, '', 0);
  const returnTo = returnPath(underWay?.returnTo);
  const failed = (failure: { error: 'failed' | 'noRole'; status: number }) =>
    withCookies(signInAnswer(call, { returnTo, oidc }, failure), [done]);
  const query = call.url.searchParams;
  const code = query.get('code');
  const isOurs = underWay !== undefined && sameText(underWay.state, query.get('state') ?? '');
  const claims = isOurs && code !== null ? await oidc.redeem(code, underWay) : undefined;
  if (claims === undefined) return failed({ error: 'failed', status: 400 });
  const principal = await vouchedFor(call, claims);
  if (principal === undefined) return failed({ error: 'noRole', status: 403 });
  return withCookies(seeOther(returnTo), [done, await sessionCookie(call.ports, call.config, principal)]);
};
