import type { Principal } from '../../../core/access/principal.ts';
import type { Call } from './call.ts';
import type { AppConfig } from './config.ts';
import type { Cookies } from './cookies.ts';

/** How console sessions are told: by their cookies, or not at all. */
export interface ConsoleGate {
  principal(cookies: Cookies): Promise<Principal | undefined>;
  /** The answer to whoever is not signed in: the way to the sign-in. */
  signIn(call: Call<unknown>): Response;
}

/** What a mounted table of routes stands on. */
export interface Site<P> {
  readonly ports: P;
  readonly config: AppConfig;
  /** Who a staff token says is calling; undefined for a token that is not valid here. */
  readonly verifyToken: (jwt: string) => Promise<Principal | undefined>;
  readonly consoleGate?: ConsoleGate;
}
