import type { PageMarks } from './page-marks.ts';
import { type Platform, type PostAddress, postAddress } from './post-address.ts';

/** Where a fact of a post was read: in an address, which the platform makes, or in what the page says of itself. */
export type IdentitySource = 'ADDRESS' | 'PAGE';

export interface IdentityFact {
  readonly value: string;
  readonly from: IdentitySource;
}

/** Which post a page shows, as far as page and address say so. What they say is recorded, not proven. */
export interface PageIdentity {
  readonly platform?: Platform | undefined;
  readonly postId?: IdentityFact | undefined;
  readonly author?: IdentityFact | undefined;
  /** Every time the page shows in its markup, as written. */
  readonly visibleTimes: readonly string[];
}

const LONGEST = 200;
const MOST_TIMES = 20;
const MOST_DEPTH = 6;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOfValue = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > LONGEST ? undefined : text.toWellFormed();
};

/** All objects of JSON-LD, however lists, `@graph` and nesting arrange them; the outer before the inner. */
const objectsIn = (value: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] => {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => objectsIn(item, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...objectsIn(value['@graph'], depth + 1), ...objectsIn(value.mainEntity, depth + 1)];
};

/** The name that a person or organisation of JSON-LD has in addresses, or else its name. */
const nameOf = (author: unknown): string | undefined => {
  if (Array.isArray(author)) return nameOf(author[0]);
  if (!isRecord(author)) return textOfValue(author);
  return textOfValue(author.alternateName) ?? textOfValue(author.identifier) ?? textOfValue(author.name);
};

const linkedAuthor = ({ linkedData }: PageMarks): string | undefined =>
  objectsIn(linkedData)
    .map((item) => nameOf(item.author ?? item.creator))
    .find((name) => name !== undefined);

const linkedTimes = ({ linkedData }: PageMarks): readonly string[] =>
  objectsIn(linkedData).flatMap((item) =>
    ['datePublished', 'uploadDate', 'dateCreated', 'dateModified'].flatMap((key) => textOfValue(item[key]) ?? []),
  );

const meta = ({ metas }: PageMarks, ...names: readonly string[]): string | undefined =>
  names
    .map((wanted) => textOfValue(metas.find(([name, content]) => name === wanted && content !== '')?.[1]))
    .find((content) => content !== undefined);

/** `Nama (@akun) on Instagram: ...`, `Nama (@akun) di X`. */
const titleAuthor = (marks: PageMarks): string | undefined =>
  /\(@([\w.-]{1,100})\)/.exec(meta(marks, 'og:title', 'twitter:title') ?? '')?.[1];

const withoutAt = (name: string | undefined): string | undefined => name?.replace(/^@/, '');

const pageAuthor = (marks: PageMarks): string | undefined =>
  withoutAt(
    titleAuthor(marks) ??
      linkedAuthor(marks) ??
      meta(marks, 'twitter:creator', 'author', 'article:author', 'profile:username', 'itemprop:name'),
  );

const metaTimes = (marks: PageMarks): readonly string[] =>
  [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'uploaddate',
    'article:modified_time',
  ].flatMap((name) => meta(marks, name) ?? []);

interface Read extends PostAddress {
  readonly from: IdentitySource;
}

/** The addresses that may name the post, each with who says so, the most reliable first. */
const addressesOf = ([final, ...asked]: readonly string[], marks: PageMarks): readonly Read[] => {
  const own = [marks.canonical, meta(marks, 'og:url', 'al:web:url')];
  const given = [
    { address: final, from: 'ADDRESS' as const },
    ...own.map((address) => ({ address, from: 'PAGE' as const })),
    ...asked.map((address) => ({ address, from: 'ADDRESS' as const })),
  ];
  return given.flatMap(({ address, from }) => {
    const read = postAddress(address ?? '');
    return read === undefined ? [] : [{ ...read, from }];
  });
};

/** Times as the page writes them, those of the post before those of whatever else has one. */
const timesOf = (marks: PageMarks): readonly string[] => {
  const written = [...metaTimes(marks), ...linkedTimes(marks), ...marks.times.map(textOfValue)];
  return [...new Set(written)].filter((time) => time !== undefined).slice(0, MOST_TIMES);
};

const fact = (value: string | undefined, from: IdentitySource | undefined): IdentityFact | undefined =>
  value === undefined || from === undefined ? undefined : { value, from };

/**
 * Which post a page shows. Addresses are asked first, the final one before the page's own and before the one that was asked for: a
 * page can say of itself what it likes, the address of a post is made by the platform. Where the page led to a sign-in, the address
 * that was asked for still names the post. Never throws.
 *
 * @param addresses the final address, then the one that was asked for
 */
export const postIdentity = (addresses: readonly string[], marks: PageMarks): PageIdentity => {
  const read = addressesOf(addresses, marks);
  // A page of another site that says it is a post of a platform is not believed.
  const platform = read.find(({ from }) => from === 'ADDRESS')?.platform;
  const ofPlatform = read.filter((address) => address.platform === platform);
  const post = ofPlatform.find(({ postId }) => postId !== undefined);
  const account = ofPlatform.find(({ author }) => author !== undefined);
  const postId = fact(post?.postId, post?.from);
  const author = fact(account?.author, account?.from) ?? fact(pageAuthor(marks), 'PAGE');
  return {
    ...(platform !== undefined && { platform }),
    ...(postId !== undefined && { postId }),
    ...(author !== undefined && { author }),
    visibleTimes: timesOf(marks),
  };
};
