const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

const TWO_YEARS = 63_072_000;

/** Puts on every answer what keeps browsers from doing more than we ask. Nothing is cached unless the route said so. */
export const setSecurityHeaders = (headers: Headers, baseUrl: string): void => {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (baseUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS}; includeSubDomains`);
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
