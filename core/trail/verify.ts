import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { caseEventSchema, eventData } from '../case/events.ts';
import { breakIn, type HashText, inOrder, type RawEvent } from './verify-chain.ts';
import { followed, type Story } from './verify-story.ts';
import { type Finding, found } from './verify-words.ts';

/** A place in a trail: an event's number and hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface ValidTrail {
  readonly verdict: 'valid';
  readonly caseId: string;
  /** How many events were checked. */
  readonly events: number;
  readonly head: Head;
  /** Events of a kind or version this verifier does not know: their chain holds, their meaning was not judged. */
  readonly unknown: number;
}
export type BrokenTrail = { readonly verdict: 'broken' } & Finding;
export type TrailVerdict = ValidTrail | BrokenTrail;

export interface VerifyOptions {
  /** The head that stands with the events: it must be the last of them. */
  readonly head?: Head | undefined;
  /** Places known from elsewhere (a receipt, an earlier export): the trail must pass through each. */
  readonly known?: readonly Head[] | undefined;
  /** A faster SHA-256 where the caller has one. */
  readonly hashText?: HashText | undefined;
}

const hashInPlainScript: HashText = (text) => bytesToHex(sha256(utf8ToBytes(text)));

const statedHeadMissed = (last: RawEvent, head: Head | undefined): Finding | undefined => {
  if (head === undefined) return undefined;
  if (head.seq > last.seq) return found.cutOff(last.seq + 1, head.seq);
  if (head.seq < last.seq) return found.beyondHead(head.seq + 1);
  return head.hash === last.hash ? undefined : found.otherHead(last.seq);
};

const knownPlaceMissed = (events: readonly RawEvent[], place: Head): Finding | undefined => {
  if (place.seq > events.length) return found.cutOff(events.length + 1, place.seq);
  return events[place.seq - 1]?.hash === place.hash ? undefined : found.otherHistory(place.seq);
};

const headMissed = (events: readonly RawEvent[], last: RawEvent, options: VerifyOptions): Finding | undefined =>
  statedHeadMissed(last, options.head) ??
  (options.known ?? []).map((place) => knownPlaceMissed(events, place)).find((missed) => missed !== undefined);

const isUnknown = (event: RawEvent): boolean =>
  event.schemaVersion !== 1 || typeof event.type !== 'string' || !Object.hasOwn(eventData, event.type);

const told = (story: Story | undefined, event: RawEvent): Story | Finding => {
  const parsed = caseEventSchema.safeParse(event);
  if (!parsed.success) return found.unreadable(event.seq, parsed.error.issues[0]?.path.join('.') ?? '');
  const next = followed(story, parsed.data);
  return typeof next === 'string' ? found.illegal(event.seq, next) : next;
};

/** Reads the events as the case they tell, up to the first of an unknown kind. */
const read = (events: readonly RawEvent[]): { readonly unknown: number } | Finding => {
  let story: Story | undefined;
  for (const event of events) {
    if (isUnknown(event)) return { unknown: events.filter(isUnknown).length };
    const next = told(story, event);
    if ('explanation' in next) return next;
    story = next;
  }
  return { unknown: 0 };
};

const broken = (finding: Finding): BrokenTrail => ({ verdict: 'broken', ...finding });

/**
 * Judges the trail of one case from its events alone, as they stand in JSON and in any order. What is checked, and thus what is
 * named when several things are wrong:
 *
 * 1. every item can be placed (*malformed*);
 * 2. the chain, from the first event on; the first break is named. At one event: a number missing or changed (*gap*), two events
 *    with one number or one predecessor (*fork*), content, hash or case changed (*edit*);
 * 3. the heads given in `options`: events cut off (*gap*), replaced (*edit*), after the stated head (*unsealed*), another history
 *    than the known one (*fork*);
 * 4. form and order of what is told (*malformed*, *illegal*), up to the first event of an unknown type or schema version.
 *
 * Without a head, a trail whose last events were cut off cannot be told from one that ends there.
 */
export const verifyTrail = (items: readonly unknown[], options: VerifyOptions = {}): TrailVerdict => {
  const events = inOrder(items);
  if ('kind' in events) return broken(events);
  const last = events.at(-1);
  if (last === undefined) return broken(found.missing(1, 1));
  const finding = breakIn(events, options.hashText ?? hashInPlainScript) ?? headMissed(events, last, options);
  if (finding !== undefined) return broken(finding);
  const judged = read(events);
  if ('kind' in judged) return broken(judged);
  const head = { seq: last.seq, hash: last.hash };
  return { verdict: 'valid', caseId: last.caseId, events: events.length, head, unknown: judged.unknown };
};
