import type { Context } from 'hono';
import { newReceiptCode } from '../../../core/ids.ts';
import type { Lang } from '../../text/lang.ts';
import type { BasePorts, Call } from './call.ts';
import { clientAddress } from './client-address.ts';
import { type Cookies, parseCookies } from './cookies.ts';
import { acceptedLanguage, chosenLanguage, LANGUAGE } from './language.ts';
import { clientKey, countRequest } from './rate-limit.ts';
import type { Site } from './site.ts';

const languageOf = (url: URL, answers: 'page' | 'json', request: Request, cookies: Cookies) =>
  (answers === 'page'
    ? chosenLanguage([url.searchParams.get(LANGUAGE) ?? undefined, cookies.get(LANGUAGE)])
    : undefined) ?? acceptedLanguage(request.headers.get('accept-language'));

const otherLanguageHref = (url: URL, request: Request, lang: Lang): string | null => {
  if (request.method !== 'GET') return null;
  const query = new URLSearchParams(url.search);
  query.set(LANGUAGE, lang === 'id' ? 'en' : 'id');
  // Relative: the path of a mailed link is a secret that no page repeats.
  return `?${query}`;
};

/** The request as handlers are given it, before it is known who is calling. */
export const callOf = <P extends BasePorts>(c: Context, site: Site<P>, answers: 'page' | 'json'): Call<P> => {
  const { ports, config } = site;
  const request = c.req.raw;
  const url = new URL(request.url);
  const cookies = parseCookies(request.headers.get('cookie'));
  const lang = languageOf(url, answers, request, cookies);
  const client = clientAddress(c.env, request.headers.get('x-forwarded-for'), config.trustProxyHops);
  return {
    ports,
    config,
    request,
    url,
    lang,
    cookies,
    requestId: newReceiptCode(ports.ids),
    frame: { otherLanguageHref: otherLanguageHref(url, request, lang), account: null, inboxHref: config.inboxHref },
    pathValues: c.req.param(),
    principal: undefined,
    client: () => clientKey(ports, client),
    count: (name) => countRequest(ports, client, { name, limit: config.limits.rates[name] }),
  };
};
