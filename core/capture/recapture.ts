import type { Artifact, PageChange } from '../case/events.ts';
import type { ArtifactId, Sha256 } from '../ids.ts';
import type { CaptureMethod, CaptureQuality } from './page-capture.ts';

/**
 * How a page stands beside its earlier capture. `SAME` and `CHANGED` speak of the text that a person could read; `GONE` says that the
 * page was there and is not any more; `NOT_COMPARABLE` that one of the two shows a wall or an error, or was taken another way.
 */
export type Change = PageChange;

/** The capture to compare with, and what came of it. */
export interface Comparison {
  readonly with: ArtifactId;
  readonly change: Change;
}

/** One capture of an address, as far as it can be compared. */
export interface Seen {
  readonly method: CaptureMethod;
  readonly quality: CaptureQuality;
  readonly textSha256: Sha256;
}

export interface EarlierSeen extends Seen {
  readonly artifactId: ArtifactId;
}

const SHOWS_THE_PAGE: ReadonlySet<CaptureQuality> = new Set(['COMPLETE', 'TRUNCATED']);
const SHOWS_NOTHING: ReadonlySet<CaptureQuality> = new Set(['NOT_FOUND', 'GONE']);

const changeBetween = (earlier: Seen, now: Seen): Change => {
  if (!SHOWS_THE_PAGE.has(earlier.quality)) return 'NOT_COMPARABLE';
  if (SHOWS_NOTHING.has(now.quality)) return 'GONE';
  if (!SHOWS_THE_PAGE.has(now.quality) || earlier.method !== now.method) return 'NOT_COMPARABLE';
  return earlier.textSha256 === now.textSha256 ? 'SAME' : 'CHANGED';
};

/**
 * Compares a capture with the newest earlier one that shows the page, or else with the newest of all; undefined for the first capture
 * of an address.
 *
 * @param earlier oldest first
 */
export const compareCaptures = (earlier: readonly EarlierSeen[], now: Seen): Comparison | undefined => {
  const compared = earlier.findLast(({ quality }) => SHOWS_THE_PAGE.has(quality)) ?? earlier.at(-1);
  return compared === undefined ? undefined : { with: compared.artifactId, change: changeBetween(compared, now) };
};

type Source = NonNullable<Artifact['source']>;

const isOf = ({ source }: Artifact, { sha256, urlIndex }: Source): boolean =>
  source?.sha256 === sha256 && source.urlIndex === urlIndex;

/** Earlier captures of one address of one report, oldest first. */
export const earlierCaptures = (evidence: readonly Artifact[], source: Source): readonly EarlierSeen[] =>
  evidence.flatMap((capture) => {
    const { artifactId, kind, quality, method } = capture;
    if (kind !== 'CAPTURE' || quality === undefined || (method !== 'HTTP' && method !== 'BROWSER')) return [];
    const text = evidence.find((other) => other.artifactId === `${artifactId}-text`);
    return isOf(capture, source) && text !== undefined
      ? [{ artifactId, method, quality, textSha256: text.sha256 }]
      : [];
  });
