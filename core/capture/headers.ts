import type { HeaderLine } from './page-capture.ts';

/** The first value of a header, whatever the case of its name. */
export function headerValue(headers: readonly HeaderLine[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The bare media type of `Content-Type`, in lower case; empty when there is none. */
export function mediaTypeOf(headers: readonly HeaderLine[]): string {
  return (headerValue(headers, 'content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
}

const MAX_CODINGS = 3;

/**
 * The content codings in the order they were applied (RFC 9110 8.4), `identity` left out; `undefined` when there are more
 * than anyone needs, which is how nested bombs look.
 */
export function contentCodings(headers: readonly HeaderLine[]): readonly string[] | undefined {
  const codings = headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  return codings.length > MAX_CODINGS ? undefined : codings;
}
