import { refuseAddress } from './address-guard.ts';

/** Why a text is not a URL that may be captured. */
export type UrlRefusal = 'TOO_LONG' | 'NOT_A_URL' | 'CONTROL_CHARACTER' | 'SCHEME' | 'CREDENTIALS' | 'PORT' | 'ADDRESS';

/** A URL that may be resolved, or why not. `host` is a name, or a literal address without brackets. */
export type CaptureUrl =
  | { readonly ok: true; readonly url: URL; readonly host: string; readonly port: number; readonly literal: boolean }
  | { readonly ok: false; readonly reason: UrlRefusal };

/** What a deployment may widen. The defaults are those of the open web. */
export interface CaptureUrlRules {
  /** Ports that may be asked. Default 80 and 443. */
  readonly ports?: readonly number[] | undefined;
  /** The one way to a non-public address; see `HttpCaptureOptions.allowAddress`. */
  readonly allowAddress?: ((ip: string, port: number) => boolean) | undefined;
  /** The URL that a relative reference (a redirect's `Location`) is resolved against. */
  readonly base?: URL | undefined;
}

export const LONGEST_CAPTURE_URL = 2048;
export const WEB_PORTS: readonly number[] = [80, 443];

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
/** The URL parser drops some of these silently, so two readers would see two URLs. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const isLiteral = (host: string) => host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host);

const refuse = (reason: UrlRefusal): CaptureUrl => ({ ok: false, reason });

function parseUrl(text: string, base: URL | undefined): URL | UrlRefusal {
  if (text.length > LONGEST_CAPTURE_URL) return 'TOO_LONG';
  if (INVISIBLE.test(text)) return 'CONTROL_CHARACTER';
  const url = URL.parse(text, base?.href);
  if (url === null) return 'NOT_A_URL';
  return url.href.length > LONGEST_CAPTURE_URL ? 'TOO_LONG' : url;
}

/**
 * Reads a URL as far as it can be judged without asking a resolver: http or https, no credentials, an allowed port, and,
 * where the host is an address in whatever notation (the WHATWG parser turns `0x7f.1`, `2130706433` and `0177.0.0.1`
 * into `127.0.0.1`), a public one. The fragment is dropped. Never throws.
 */
export function parseCaptureUrl(text: string, rules: CaptureUrlRules = {}): CaptureUrl {
  const url = parseUrl(text, rules.base);
  if (typeof url === 'string') return refuse(url);
  const schemePort = DEFAULT_PORTS[url.protocol];
  if (schemePort === undefined) return refuse('SCHEME');
  if (url.username !== '' || url.password !== '') return refuse('CREDENTIALS');
  const port = url.port === '' ? schemePort : Number(url.port);
  if (!(rules.ports ?? WEB_PORTS).includes(port)) return refuse('PORT');
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = isLiteral(host);
  if (literal && !rules.allowAddress?.(host, port) && refuseAddress(host).refused) return refuse('ADDRESS');
  return { ok: true, url, host, port, literal };
}
