/**
 * @param formTargets origins beside our own that a form of the page may lead to, redirects included (CSP3, `form-action`)
 * @param scripts addresses of the scripts that the page may run, each in full
 */
export const contentPolicy = (formTargets: readonly string[] = [], scripts: readonly string[] = []): string =>
  [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.join(' ')}`]),
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const always: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

const TWO_YEARS = 63_072_000;

/** Puts on every answer what keeps browsers from doing more than we ask. A route may bring its own policy, and say what is cached. */
export const setSecurityHeaders = (headers: Headers, baseUrl: string): void => {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (baseUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS}; includeSubDomains`);
  }
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', contentPolicy());
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
