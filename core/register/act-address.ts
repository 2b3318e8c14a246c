import { isSharingToken } from '../evidence/sharing-tokens.ts';

/** Hosts of one platform under one name: those of its apps and older names show the same posts. */
const PLATFORM_HOSTS: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'fb.com': 'facebook.com',
  'instagr.am': 'instagram.com',
  'threads.net': 'threads.com',
  'youtube-nocookie.com': 'youtube.com',
  't.me': 't.me',
  'telegram.me': 't.me',
  'x.com': 'x.com',
  'facebook.com': 'facebook.com',
  'instagram.com': 'instagram.com',
  'threads.com': 'threads.com',
  'tiktok.com': 'tiktok.com',
  'youtube.com': 'youtube.com',
  'linkedin.com': 'linkedin.com',
};
const SAME_SITE = /^(?:www|m|mobile|web|mbasic|touch|id-id)\./;

interface Site {
  readonly host: string;
  readonly isPlatform: boolean;
}

const siteOf = (hostname: string): Site => {
  const host = hostname.replace(/\.$/, '');
  const platform = PLATFORM_HOSTS[host.replace(SAME_SITE, '')];
  return platform === undefined ? { host, isPlatform: false } : { host: platform, isPlatform: true };
};

/** Short links of a platform that carry the name of the post itself. */
const expanded = (url: URL): URL => {
  const video = url.hostname === 'youtu.be' ? url.pathname.split('/')[1] : undefined;
  if (video === undefined || video === '') return url;
  return new URL(`https://youtube.com/watch?v=${encodeURIComponent(video)}`);
};

/** The post of an account by its number alone: the account's name in front of it can change, and pictures in it follow it. */
const postPath = (host: string, path: string): string => {
  const status = host === 'x.com' ? /^\/(?:i\/web|[^/]+)\/status\/(\d+)(?:\/|$)/.exec(path)?.[1] : undefined;
  if (status !== undefined) return `/i/status/${status}`;
  const post =
    host === 'instagram.com' ? /^\/(?:[^/]+\/)?(?:p|reels?|tv)\/([\w-]+)(?:\/|$)/.exec(path)?.[1] : undefined;
  return post === undefined ? path : `/p/${post}`;
};

const queryOf = (url: URL, host: string): string => {
  const told = [...url.searchParams].filter(([name]) => !isSharingToken(host, name));
  const sorted = told.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return sorted.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
};

/** Paths of accounts, channels and groups that are longer than a name. */
const ACCOUNT = /^\/(?:(?:in|company|channel|c|user|s|groups)\/[^/]+|people\/[^/]+\/\d+)$/;

/** An address of an account, or of a whole site, names a person and not an act. */
const namesNoAct = (site: Site, path: string, query: string): boolean => {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (query !== '' && !(site.host === 'facebook.com' && segments[0] === 'profile.php' && /^id=\d+$/.test(query)))
    return false;
  return segments.length === 0 || (site.isPlatform && (segments.length === 1 || ACCOUNT.test(path)));
};

/**
 * An address as it is compared: without scheme, default port, fragment, last slash and what only says who shared it, in one spelling of
 * the platform's host, its parameters in order. Undefined for what is no address of the web, and for one that names an account or a
 * site and so no act.
 */
export const actAddress = (text: string): string | undefined => {
  const parsed = URL.parse(text.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const url = expanded(parsed);
  const site = siteOf(url.hostname);
  const path = postPath(site.host, url.pathname.replace(/\/+$/, ''));
  const query = queryOf(url, site.host);
  if (namesNoAct(site, path, query)) return undefined;
  // The other scheme's port is not a default, so it stays.
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${site.host}${port}${path}${query === '' ? '' : `?${query}`}`;
};
