import type { Principal } from '../../../core/access/principal.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import type { Frame } from '../../design/layout.ts';
import type { Lang } from '../../text/lang.ts';
import type { AppConfig, RateName } from './config.ts';
import type { Cookies } from './cookies.ts';

/** What the base itself asks for. */
export type BasePorts = Pick<Ports, 'throttle' | 'mac' | 'ids' | 'log'>;

/** One request, as every handler is given it. */
export interface Call<P> {
  readonly ports: P;
  readonly config: AppConfig;
  readonly request: Request;
  readonly url: URL;
  readonly lang: Lang;
  readonly cookies: Cookies;
  /** Quoted to support; in every answer as `X-Request-Id`. */
  readonly requestId: string;
  /** What surrounds a page. */
  readonly frame: Frame;
  /** The values of `{names}` in the route's path. */
  readonly pathValues: Readonly<Record<string, string>>;
  /** Who is signed in, where the route asks for that. */
  readonly principal: Principal | undefined;
  /** The network that this request comes from, under a keyed hash. */
  client(): Promise<string>;
  /** Counts this request against a limit beyond the one that the route declares. @throws HttpProblem 429 */
  count(name: RateName): Promise<void>;
}

/** A call by someone of whom the base has made sure. */
export type SignedInCall<P> = Call<P> & { readonly principal: Principal };
