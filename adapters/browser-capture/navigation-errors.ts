import type { CaptureFailureCode } from '../../core/capture/page-capture.ts';
import { CaptureStop } from '../http-capture/capture-stop.ts';
import { BrowserUnavailable } from './browser-unavailable.ts';
import type { Refusal } from './checking-proxy.ts';

/** Chromium's own words (net_error_list.h) for what ended the way to a page. */
const CODES: readonly (readonly [RegExp, CaptureFailureCode])[] = [
  [/net::ERR_(CERT|SSL|BAD_SSL|QUIC_CERT)_/, 'TLS_FAILURE'],
  [/net::ERR_TOO_MANY_REDIRECTS/, 'TOO_MANY_REDIRECTS'],
  [/net::ERR_(UNSAFE_PORT|UNSAFE_REDIRECT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|INVALID_URL)/, 'REFUSED_URL'],
  [/net::ERR_NAME_/, 'DNS_FAILURE'],
  [
    /net::ERR_(INVALID_(HTTP_)?RESPONSE|RESPONSE_HEADERS|CONTENT_|HTTP2_|INVALID_CHUNKED|INVALID_REDIRECT)/,
    'BAD_RESPONSE',
  ],
  [/Timeout \d+ms exceeded|net::ERR_(CONNECTION_)?TIMED_OUT/, 'TIMEOUT'],
];

/** What a browser says when an address gives a file, nothing, or a question for a name and a password instead of a page. */
const NOT_A_PAGE =
  /Download is starting|net::ERR_(ABORTED|BLOCKED_BY_CLIENT|INVALID_AUTH_CREDENTIALS|HTTP_RESPONSE_CODE_FAILURE|EMPTY_RESPONSE_BODY)/;
const IS_NETWORK = /net::ERR_/;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * What ended the way to a page: what the proxy refused or could not reach for the host, or else what the browser says.
 * @param hosts of the addresses on the way, the last one last
 */
export const stopFor = (
  error: unknown,
  { hosts, refusals }: { readonly hosts: readonly string[]; readonly refusals: readonly Refusal[] },
): CaptureStop | BrowserUnavailable => {
  const message = messageOf(error);
  if (NOT_A_PAGE.test(message)) return new BrowserUnavailable('NOT_A_PAGE', error);
  const told = CODES.find(([pattern]) => pattern.test(message))?.[1];
  if (told === 'TLS_FAILURE') return new CaptureStop(told, error);
  const refusal = refusals.findLast(({ host, code }) => host === hosts.at(-1) && code !== 'LIMIT');
  if (refusal !== undefined && refusal.code !== 'LIMIT') return new CaptureStop(refusal.code, error);
  if (told !== undefined) return new CaptureStop(told, error);
  return IS_NETWORK.test(message)
    ? new CaptureStop('CONNECTION_FAILED', error)
    : new BrowserUnavailable('BROWSER_FAILED', error);
};
