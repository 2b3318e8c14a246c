/** What mail gateways make of a link before anybody sees it, and how scanners ask for it. */

const WRAPPER = 'http://apc01.safelinks.protection.outlook.test/';

/** The link as a gateway hands it on: wrapped whole into an address of its own, as Safe Links does. */
export const wrapped = (link: string): string => {
  const url = new URL(WRAPPER);
  url.search = new URLSearchParams({
    url: link,
    data: '05|02|pegawai|a1b2c3',
    sdata: 'x+/=',
    reserved: '0',
  }).toString();
  return url.href;
};

/** What a wrapped link leads to; undefined for any other address. */
export const unwrapped = (address: string): string | undefined =>
  address.startsWith(WRAPPER) ? (new URL(address).searchParams.get('url') ?? undefined) : undefined;

const withTracking = (link: string): string =>
  `${link}?${new URLSearchParams({ utm_source: 'surel', mc_eid: 'a1b2c3d4', fbclid: 'IwAR0' })}`;

/** Percent-encodes what need not be encoded (RFC 3986, section 6.2.2.2: the same address). */
const overEncoded = (link: string): string => {
  const { origin, pathname } = new URL(link);
  return `${origin}${pathname.replaceAll('.', '%2E').replaceAll('-', '%2d').replaceAll('_', '%5F')}`;
};

export interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ways to the same place. */
export const sameLink = (link: string): readonly Asked[] => [
  { url: unwrapped(wrapped(link)) ?? link },
  { url: withTracking(link) },
  { url: overEncoded(link) },
  { url: `${link}/` },
  { url: link, headers: { Purpose: 'prefetch', 'X-Moz': 'prefetch' } },
  {
    url: link,
    headers: { 'Sec-Purpose': 'prefetch;prerender', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'none' },
  },
];

/** Ways that no longer lead there: a gateway that takes case for meaningless, or what stands around a link for a part of it. */
export const brokenLink = (link: string): readonly Asked[] => [
  { url: link.toLowerCase() },
  { url: `${link}.` },
  { url: link.slice(0, -1) },
];
