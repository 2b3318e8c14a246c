import { defaultIntakeLimits, type IntakeLimits } from '../../../core/report.ts';

/** At most `max` requests of one client in each window; `null` sets no limit. */
export type RateLimit = { readonly max: number; readonly windowSeconds: number } | null;

/** What is counted, per client address. */
export const rateNames = ['intake', 'messages', 'uploads', 'status', 'wrongCodes', 'verify', 'links', 'staff'] as const;
export type RateName = (typeof rateNames)[number];

export interface AppLimits {
  /** Largest body in bytes, where a route does not say otherwise. */
  readonly bodyBytes: number;
  /** Largest body of a file that someone wants verified. */
  readonly verifyBytes: number;
  /** Largest body of a form that carries evidence files. */
  readonly fileFormBytes: number;
  readonly intake: IntakeLimits;
  readonly rates: Readonly<Record<RateName, RateLimit>>;
}

const MIB = 1024 * 1024;
const TEN_MINUTES = 600;

/** Wide enough for an office behind one address, and for a program that polls; narrow enough that nobody guesses or floods. */
export const defaultLimits: AppLimits = {
  bodyBytes: MIB,
  verifyBytes: 8 * MIB,
  fileFormBytes: defaultIntakeLimits.attachmentBytes + MIB,
  intake: defaultIntakeLimits,
  rates: {
    intake: { max: 300, windowSeconds: TEN_MINUTES },
    messages: { max: 120, windowSeconds: TEN_MINUTES },
    uploads: { max: 120, windowSeconds: TEN_MINUTES },
    status: { max: 6000, windowSeconds: TEN_MINUTES },
    wrongCodes: { max: 30, windowSeconds: TEN_MINUTES },
    verify: { max: 120, windowSeconds: TEN_MINUTES },
    links: { max: 600, windowSeconds: TEN_MINUTES },
    staff: { max: 6000, windowSeconds: TEN_MINUTES },
  },
};

/** What a deployment says about its HTTP side. */
export interface AppConfig {
  /** The address people reach the system at, without a trailing slash. */
  readonly baseUrl: string;
  /** An origin with a name under which the same site is reached, where `baseUrl` has none: passkeys need a name. One machine only. */
  readonly passkeyOrigin?: string;
  readonly limits: AppLimits;
  /** How many proxies in front are ours: that many entries at the end of `X-Forwarded-For` are believed. */
  readonly trustProxyHops: number;
  /** Path of the trial inbox; `null` everywhere but on the one-machine runtime. */
  readonly inboxHref: string | null;
}
