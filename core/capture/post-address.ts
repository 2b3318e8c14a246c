export const platformNames = ['X', 'FACEBOOK', 'INSTAGRAM', 'THREADS', 'TIKTOK', 'YOUTUBE'] as const;
export type Platform = (typeof platformNames)[number];

/** What the address of a post says of it. */
export interface PostAddress {
  readonly platform: Platform;
  readonly postId: string | undefined;
  /** The account's name in addresses, without `@`. */
  readonly author: string | undefined;
}

/** A path of a platform, with named groups `id` and `author`. */
type Paths = readonly RegExp[];

const NAME = '[\\w.-]{1,100}';

const paths: Readonly<Record<Platform, Paths>> = {
  X: [
    /^\/i\/(?:web\/)?status\/(?<id>\d{1,25})(?:\/|$)/,
    /^\/(?<author>\w{1,15})\/status(?:es)?\/(?<id>\d{1,25})(?:\/|$)/,
  ],
  FACEBOOK: [
    /^\/groups\/[^/]{1,100}\/(?:posts|permalink)\/(?<id>\d{1,25})\/?$/,
    /^\/reel\/(?<id>\d{1,25})\/?$/,
    new RegExp(
      `^/(?<author>${NAME})/(?:posts|videos|photos)/(?:[^/]{1,200}/){0,2}(?<id>\\d{1,25}|pfbid\\w{10,120})/?$`,
    ),
  ],
  INSTAGRAM: [
    /^\/(?:p|reels?|tv)\/(?<id>[\w-]{5,40})(?:\/|$)/,
    new RegExp(`^/stories/(?<author>${NAME})/(?<id>\\d{1,25})(?:/|$)`),
    new RegExp(`^/(?<author>${NAME})/(?:p|reels?|tv)/(?<id>[\\w-]{5,40})(?:/|$)`),
  ],
  THREADS: [new RegExp(`^/@(?<author>${NAME})/post/(?<id>[\\w-]{5,40})(?:/|$)`), /^\/t\/(?<id>[\w-]{5,40})(?:\/|$)/],
  TIKTOK: [new RegExp(`^/@(?<author>${NAME})/(?:video|photo)/(?<id>\\d{1,25})(?:/|$)`)],
  YOUTUBE: [/^\/(?:shorts|live|embed|post)\/(?<id>[\w-]{5,60})(?:\/|$)/],
};

/** Parameters that name a post where the path does not. */
const parameters: Partial<Readonly<Record<Platform, Readonly<Record<string, readonly string[]>>>>> = {
  FACEBOOK: {
    '/permalink.php': ['story_fbid'],
    '/story.php': ['story_fbid'],
    '/photo.php': ['fbid'],
    '/photo': ['fbid'],
    '/watch': ['v'],
    '/video.php': ['v'],
  },
  YOUTUBE: { '/watch': ['v'] },
};

const hosts: readonly (readonly [RegExp, Platform])[] = [
  [/(^|\.)(x|twitter)\.com$/, 'X'],
  [/(^|\.)(facebook\.com|fb\.com|fb\.watch)$/, 'FACEBOOK'],
  [/(^|\.)instagram\.com$/, 'INSTAGRAM'],
  [/(^|\.)threads\.(net|com)$/, 'THREADS'],
  [/(^|\.)tiktok\.com$/, 'TIKTOK'],
  [/(^|\.)(youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'YOUTUBE'],
];

/** A profile of a platform whose paths begin with `@` or with the account itself. */
const profiles: Partial<Readonly<Record<Platform, RegExp>>> = {
  THREADS: new RegExp(`^/@(?<author>${NAME})/?$`),
  TIKTOK: new RegExp(`^/@(?<author>${NAME})/?$`),
  YOUTUBE: new RegExp(`^/@(?<author>${NAME})(?:/|$)`),
};

const POST_ID = /^[\w-]{1,130}$/;

export const platformOf = (hostname: string): Platform | undefined =>
  hosts.find(([pattern]) => pattern.test(hostname.toLowerCase()))?.[1];

const byPath = (platform: Platform, path: string): Partial<PostAddress> => {
  for (const pattern of paths[platform]) {
    const groups = pattern.exec(path)?.groups;
    if (groups !== undefined) return { postId: groups.id, author: groups.author };
  }
  return { author: profiles[platform]?.exec(path)?.groups?.author };
};

const byParameter = (platform: Platform, url: URL): string | undefined => {
  const names = parameters[platform]?.[url.pathname.replace(/\/$/, '')] ?? [];
  return names.map((name) => url.searchParams.get(name) ?? '').find((value) => POST_ID.test(value));
};

const shortHost = (url: URL): string | undefined =>
  url.hostname === 'youtu.be' ? /^\/(?<id>[\w-]{5,60})\/?$/.exec(url.pathname)?.groups?.id : undefined;

/** Reads platform, post and account out of an address; undefined where it is of none of the platforms. */
export const postAddress = (address: string): PostAddress | undefined => {
  const url = URL.parse(address);
  const platform = url === null ? undefined : platformOf(url.hostname);
  if (url === null || platform === undefined) return undefined;
  const { postId, author } = byPath(platform, url.pathname);
  return { platform, postId: postId ?? byParameter(platform, url) ?? shortHost(url), author };
};
