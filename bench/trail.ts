import { hash } from 'node:crypto';
import { canonicalJson } from '../core/trail/digest.ts';
import { verifyTrail } from '../core/trail/verify.ts';
import { breakIn, type HashText, inOrder } from '../core/trail/verify-chain.ts';
import { budgetRow, type Report } from './support/row.ts';
import { sampleTrail } from './support/sample-trail.ts';
import { elapsedMs, median, ratio } from './support/statistics.ts';

const EVENTS = 20_000;
const REPEATS = 9;
const MOST_ROUNDS = 99;
const BUDGET = 5;

/** Trails as they lie in exports: RFC 8785 text, one string a case. */
interface Trails {
  readonly texts: readonly string[];
  readonly events: number;
  readonly bytes: number;
}

/** Three cases of four go straight through, one gathers evidence twice. */
const manyCases = (): Trails => {
  const texts: string[] = [];
  let events = 0;
  for (let caseNumber = 1; events < EVENTS; caseNumber += 1) {
    const trail = sampleTrail(caseNumber, caseNumber % 4 === 0 ? 2 : 1);
    events += trail.length;
    texts.push(canonicalJson(trail));
  }
  return { texts, events, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
};

const nativeHash: HashText = (text) => hash('sha256', text, 'hex');

/** A text read as the list of events it is; the verifier itself takes them as unknown. */
const eventsIn = (text: string): readonly unknown[] => {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new TypeError('a trail is a list');
  return parsed;
};

const mustBeValid = (text: string, hashText?: HashText): void => {
  const { verdict } = verifyTrail(eventsIn(text), { hashText });
  if (verdict !== 'valid') throw new Error('a generated trail does not verify');
};

/** The chain alone: numbers, hashes and links, without what the events tell. */
const mustBeUnbroken = (text: string): void => {
  const events = inOrder(eventsIn(text));
  if ('kind' in events || breakIn(events, nativeHash) !== undefined) throw new Error('a generated chain is broken');
};

const ways = {
  /** The least that anything has to do that reads the bytes and hashes them. */
  raw: (text: string) => {
    JSON.parse(text);
    nativeHash(text);
  },
  /** As `npm run verify` does it. */
  verify: (text: string) => mustBeValid(text, nativeHash),
  chain: mustBeUnbroken,
  /** As everything does it that must run anywhere: SHA-256 in plain script. */
  plain: (text: string) => mustBeValid(text),
} as const;
type Way = keyof typeof ways;

const wayNames = ['raw', 'verify', 'chain', 'plain'] as const satisfies readonly Way[];
type Times = Readonly<Record<Way, number>>;

/** Each round takes every way once, so that whatever else the machine does slows all alike. */
const measure = ({ texts }: Trails): Times[] => {
  const round = (): Times => {
    const times = { raw: 0, verify: 0, chain: 0, plain: 0 };
    for (const way of wayNames) {
      times[way] = elapsedMs(() => {
        for (const text of texts) ways[way](text);
      });
    }
    return times;
  };
  round();
  return Array.from({ length: REPEATS }, round);
};

const longCaseMicros = (): { micros: number; events: number } => {
  const trail = sampleTrail(1, MOST_ROUNDS);
  const text = canonicalJson(trail);
  const times = Array.from({ length: REPEATS }, () => elapsedMs(() => ways.verify(text)));
  return { micros: (median(times) * 1000) / trail.length, events: trail.length };
};

/** Verifies generated valid trails, beside hashing and parsing the same bytes. */
export const run = async (report: Report): Promise<void> => {
  const trails = manyCases();
  const rounds = measure(trails);
  const { events, bytes, texts } = trails;
  const time = (way: Way): number => median(rounds.map((times) => times[way]));
  const perSecond = (way: Way): number => (events * 1000) / time(way);
  const share = (part: number): string => `${Math.round((100 * part) / time('verify'))} %`;
  const what = `${texts.length} cases, ${Math.round(bytes / events)} bytes an event, median of ${REPEATS}`;
  report({ name: 'trail.verify', value: perSecond('verify'), unit: 'events/s', n: events, note: what });
  report({
    name: 'trail.raw',
    value: perSecond('raw'),
    unit: 'events/s',
    n: events,
    note: 'JSON.parse and one node:crypto SHA-256 over the text of each case, same bytes',
  });
  report(
    budgetRow({
      name: 'trail.ratio',
      value: median(rounds.map(({ verify, raw }) => ratio(verify, raw))),
      unit: 'x raw',
      n: REPEATS,
      limit: BUDGET,
      bound: 'at most',
      note: `Of the time: ${share(time('raw'))} raw, ${share(time('chain') - time('raw'))} canonical text and an own hash for each event, ${share(time('verify') - time('chain'))} schema and transition table`,
    }),
  );
  report({
    name: 'trail.verify.plain-script',
    value: perSecond('plain'),
    unit: 'events/s',
    n: events,
    note: `SHA-256 in plain script, as on the verification page; ${ratio(time('plain'), time('raw')).toFixed(1)} x raw`,
  });
  const long = longCaseMicros();
  report({
    name: 'trail.verify.longest-case',
    value: long.micros,
    unit: 'us/event',
    n: long.events,
    note: `one case of ${MOST_ROUNDS} rounds; in ordinary cases an event takes ${((time('verify') * 1000) / events).toFixed(1)} us`,
  });
};
