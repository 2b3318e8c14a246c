import type { Call } from '../base/call.ts';

/**
 * Whether a form came from a page of this site, as far as the browser says. `Origin` is `null` from our own pages too, since they
 * send no referrer (Fetch, "append a request Origin header"); then `Sec-Fetch-Site` and the form's token decide.
 */
export const isFromOwnPage = ({ request, url, config }: Pick<Call<unknown>, 'request' | 'url' | 'config'>): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  return origin === null || origin === 'null' || origin === url.origin || origin === new URL(config.baseUrl).origin;
};
