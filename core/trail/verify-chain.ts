import { GENESIS } from './digest.ts';
import { canonicalWithout } from './verify-canonical.ts';
import { type Finding, found } from './verify-words.ts';

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. */
export type HashText = (text: string) => string;

/** An event as JSON has it: what the chain check needs is known, the rest may be of any kind, also of one yet to come. */
export interface RawEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly [field: string]: unknown;
}

const SHA256 = /^[0-9a-f]{64}$/;
/** How many missing events the search for a renumbered one's old number looks past the end. */
const RENUMBERING_REACH = 100;
/** And how much text it hashes, in UTF-16 code units, before it gives up: a made-up file must not keep a verifier busy. */
const RENUMBERING_TEXT = 16_000_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSha256 = (value: unknown): boolean => typeof value === 'string' && SHA256.test(value);

const isRawEvent = (value: unknown): value is RawEvent =>
  isRecord(value) &&
  typeof value.caseId === 'string' &&
  Number.isSafeInteger(value.seq) &&
  isSha256(value.prevHash) &&
  isSha256(value.hash);

const seqOf = (value: unknown): number =>
  isRecord(value) && typeof value.seq === 'number' && Number.isSafeInteger(value.seq) ? value.seq : 0;

/** Puts events in order, or says which item is none. The order of the lines proves nothing and is not judged. */
export const inOrder = (items: readonly unknown[]): readonly RawEvent[] | Finding => {
  const events: RawEvent[] = [];
  for (const [index, item] of items.entries()) {
    if (!isRawEvent(item)) return found.unplaceable(index + 1, seqOf(item));
    events.push(item);
  }
  return events.sort((a, b) => a.seq - b.seq);
};

interface Chain {
  readonly events: readonly RawEvent[];
  readonly hashText: HashText;
}

/** What is hashed of an event. `undefined` where it has no canonical form, which no event of ours lacks. */
const hashedText = (event: Readonly<Record<string, unknown>>): string | undefined => {
  try {
    return canonicalWithout(event, 'hash');
  } catch {
    return undefined;
  }
};

/** The hash an event should state. */
const hashOfRaw = (event: Readonly<Record<string, unknown>>, hashText: HashText): string | undefined => {
  const text = hashedText(event);
  return text === undefined ? undefined : hashText(text);
};

/** Looks for the number under which an event with a wrong hash has a right one. */
const renumbered = (event: RawEvent, { events, hashText }: Chain): Finding | undefined => {
  const text = hashedText(event);
  if (text === undefined) return undefined;
  const tries = Math.min(events.length + RENUMBERING_REACH, Math.floor(RENUMBERING_TEXT / text.length));
  for (let seq = 1; seq <= tries; seq += 1) {
    if (hashOfRaw({ ...event, seq }, hashText) === event.hash) {
      return seq === event.seq ? undefined : found.renumbered(event.seq, seq);
    }
  }
  return undefined;
};

const misnumbered = (event: RawEvent, expected: number, chain: Chain): Finding | undefined => {
  if (event.seq > expected) return found.missing(expected, event.seq - 1);
  if (event.seq < expected) return renumbered(event, chain) ?? found.unplaceable(expected, event.seq);
  const twin = chain.events[expected];
  return twin?.seq === event.seq
    ? (renumbered(event, chain) ?? renumbered(twin, chain) ?? found.twins(event.seq))
    : undefined;
};

const altered = (event: RawEvent, chain: Chain): Finding | undefined =>
  hashOfRaw(event, chain.hashText) === event.hash ? undefined : (renumbered(event, chain) ?? found.edited(event.seq));

const unlinked = (event: RawEvent, previous: RawEvent | undefined, { events }: Chain): Finding | undefined => {
  if (previous !== undefined && event.caseId !== previous.caseId) return found.foreign(event.seq, event.caseId);
  if (event.prevHash === (previous?.hash ?? GENESIS)) return undefined;
  if (previous === undefined) return found.noBeginning();
  if (event.prevHash === GENESIS) return found.secondBeginning(event.seq);
  const from = events.find((earlier) => earlier.seq < event.seq && earlier.hash === event.prevHash);
  return from === undefined ? found.replaced(previous.seq) : found.branches(event.seq, from.seq);
};

/**
 * Checks numbers, hashes and links in one pass over events in order, by their raw JSON: nothing is parsed, so events of a later
 * schema are checked like any other. The lowest-numbered break is the one reported; at one event, the order is gap, fork, edit.
 */
export const breakIn = (events: readonly RawEvent[], hashText: HashText): Finding | undefined => {
  const chain = { events, hashText };
  let previous: RawEvent | undefined;
  for (const [index, event] of events.entries()) {
    const finding = misnumbered(event, index + 1, chain) ?? altered(event, chain) ?? unlinked(event, previous, chain);
    if (finding !== undefined) return finding;
    previous = event;
  }
  return undefined;
};
