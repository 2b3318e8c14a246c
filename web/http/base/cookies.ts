export type Cookies = ReadonlyMap<string, string>;

/** Reads a `Cookie` header (RFC 6265, section 5.4); of two cookies with one name the first counts, as browsers send the closest first. */
export const parseCookies = (header: string | null | undefined): Cookies => {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (name !== '' && at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
};

export interface CookieOptions {
  readonly path: string;
  /** Set where the site is reached by https. */
  readonly secure: boolean;
  readonly sameSite?: 'Strict' | 'Lax';
  /** Seconds; absent: until the browser closes; 0 removes it. */
  readonly maxAge?: number;
}

/** A `Set-Cookie` value that no script can read. The value must already be free of separators (base64url, hex, words). */
export const setCookie = (name: string, value: string, options: CookieOptions): string =>
  [
    `${name}=${value}`,
    `Path=${options.path}`,
    'HttpOnly',
    `SameSite=${options.sameSite ?? 'Lax'}`,
    ...(options.secure ? ['Secure'] : []),
    ...(options.maxAge === undefined ? [] : [`Max-Age=${options.maxAge}`]),
  ].join('; ');
