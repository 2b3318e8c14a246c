import type { CaseEvent } from '../../../../core/case/events.ts';
import { GENESIS, sha256Hex } from '../../../../core/trail/digest.ts';
import { verifyTrail } from '../../../../core/trail/verify.ts';
import { pathTo, trailOf, wholeTrail } from '../../../support/builders/case.ts';
import { CASE, captureFailed, OTHER_CASE, reportReceived, sanctionDecided } from '../../../support/builders/drafts.ts';
import { type LooseEvent, rehashed, rewritten } from '../../../support/builders/tamper.ts';

const whole = wholeTrail();
const LAST = whole.length;
const head = { seq: LAST, hash: whole[LAST - 1]?.hash ?? '' };

/** The trail as a verifier gets it: plain JSON. */
const events = (trail: readonly CaseEvent[] = whole): LooseEvent[] => JSON.parse(JSON.stringify(trail));

/** The trail with the event of that number changed. */
const changed = (seq: number, change: (event: LooseEvent) => LooseEvent, trail = events()): LooseEvent[] =>
  trail.map((event) => (event.seq === seq ? change(event) : event));
const without = (...seqs: number[]): LooseEvent[] => events().filter((event) => !seqs.includes(Number(event.seq)));
const eventAt = (seq: number): LooseEvent => events()[seq - 1] ?? {};

const later = (event: LooseEvent): LooseEvent => ({ ...event, at: '2026-12-01T00:00:00.000Z' });
const numbered =
  (seq: number) =>
  (event: LooseEvent): LooseEvent => ({ ...event, seq });
describe('an intact trail', () => {
  it('is valid, with its case, its length and its head', () => {
    expect(verifyTrail(events())).toEqual({ verdict: 'valid', caseId: CASE, events: LAST, head, unknown: 0 });
  });

  it('is valid whatever the order of its lines and of the properties in them', () => {
    const shuffled = events()
      .toReversed()
      .map((event) => Object.fromEntries(Object.entries(event).toReversed()));
    expect(verifyTrail(shuffled, { head })).toMatchObject({ verdict: 'valid', head });
  });

  it('is valid with events of a later type or version, whose chain alone it judges', () => {
    const future = rewritten(events(), {
      from: LAST,
      change: (event) => ({ ...event, type: 'AppealFiled', schemaVersion: 2, data: { body: 'BPASN' } }),
    });
    expect(verifyTrail(future)).toMatchObject({ verdict: 'valid', events: LAST, unknown: 1 });
    expect(verifyTrail(changed(LAST, later, future))).toMatchObject({ kind: 'edit', seq: LAST });
  });

  it('gives the same verdict with another implementation of SHA-256', () => {
    let calls = 0;
    const hashText = (text: string) => {
      calls += 1;
      return sha256Hex(text);
    };
    expect(verifyTrail(events(), { hashText })).toEqual(verifyTrail(events()));
    expect(calls).toBe(LAST);
  });
});

describe('a file that nobody needs to have judged', () => {
  it('costs no more than a few readings of itself, however large its event and however many', () => {
    const large = { ...eventAt(1), data: { note: 'x'.repeat(400_000) } };
    const small = Array.from({ length: 3000 }, (_, at) => ({
      caseId: CASE,
      seq: at + 2,
      prevHash: GENESIS,
      hash: GENESIS,
    }));
    let hashed = 0;
    const hashText = (text: string) => {
      hashed += text.length;
      return 'f'.repeat(64);
    };
    expect(verifyTrail([large, ...small], { hashText })).toMatchObject({ verdict: 'broken', kind: 'edit', seq: 1 });
    expect(hashed).toBeLessThan(20_000_000);
  });
});

describe('a broken trail is named by kind and event', () => {
  const copies: [string, string, number, LooseEvent[]][] = [
    ['an altered field', 'edit', 3, changed(3, later)],
    [
      'altered data',
      'edit',
      6,
      changed(6, (event) => ({ ...event, data: { ...Object(event.data), reason: 'Lain sama sekali.' } })),
    ],
    ['an added field', 'edit', 5, changed(5, (event) => ({ ...event, note: 'x' }))],
    ['a removed field', 'edit', 5, changed(5, ({ actor: _actor, ...event }) => event)],
    ['an altered predecessor hash', 'edit', 5, changed(5, (event) => ({ ...event, prevHash: GENESIS }))],
    ['an altered hash', 'edit', 5, changed(5, (event) => ({ ...event, hash: GENESIS }))],
    ['an altered event with its own hash recomputed', 'edit', 3, changed(3, (event) => rehashed(later(event)))],
    ['two altered events: the first', 'edit', 3, changed(3, later, changed(7, later))],
    [
      'an event of another case in place of its own',
      'edit',
      3,
      changed(3, () => ({ ...events(trailOf(pathTo.CLOSED, { caseId: OTHER_CASE }))[2] })),
    ],
    ['the first event removed', 'gap', 1, without(1)],
    ['an event in the middle removed', 'gap', 4, without(4)],
    ['several in a row removed', 'gap', 4, without(4, 5, 6)],
    ['no events at all', 'gap', 1, []],
    [
      'an event removed and the rest renumbered',
      'gap',
      4,
      without(4).map((event, index) => ({ ...event, seq: index + 1 })),
    ],
    [
      'the first removed, the rest renumbered',
      'gap',
      1,
      without(1).map((event, index) => ({ ...event, seq: index + 1 })),
    ],
    [
      'the first removed, the rest renumbered and chained anew as it stands',
      'gap',
      1,
      without(1).map((event, index) => rehashed({ ...event, seq: index + 1 })),
    ],
    ['an event renumbered upward', 'gap', 4, changed(4, numbered(40))],
    ['an event renumbered onto its predecessor', 'gap', 3, changed(4, numbered(3))],
    ['an event renumbered to 0', 'gap', 0, changed(4, numbered(0))],
    [
      'two events with exchanged numbers',
      'gap',
      4,
      changed(4, numbered(5)).map((event, index) => (index === 4 ? { ...event, seq: 4 } : event)),
    ],
    ['a second event with the same number', 'fork', 4, [...events(), rehashed(later(eventAt(4)))]],
    [
      'a second event with the same number, put first and with a wrong hash',
      'fork',
      4,
      [later(eventAt(4)), ...events()],
    ],
    ['the same event twice', 'fork', 4, [...events(), eventAt(4)]],
    [
      'a second successor of an earlier event',
      'fork',
      6,
      changed(6, (event) => rehashed({ ...event, prevHash: eventAt(3).hash })),
    ],
    ['a second beginning', 'fork', 6, changed(6, (event) => rehashed({ ...event, prevHash: GENESIS }))],
  ];
  it.each(copies)('%s: %s at event %i', (_what, kind, seq, trail) => {
    expect(verifyTrail(trail)).toMatchObject({ verdict: 'broken', kind, seq });
  });

  it.each([
    ['nothing', null],
    ['a text', 'event'],
    ['a list', []],
    ['an event without number', { ...eventAt(3), seq: undefined }],
    ['an event with a number in quotes', { ...eventAt(3), seq: '3' }],
    ['an event with a fraction for a number', { ...eventAt(3), seq: 3.5 }],
    ['an event without hash', { ...eventAt(3), hash: undefined }],
    ['an event with an upper-case hash', { ...eventAt(3), hash: String(eventAt(3).hash).toUpperCase() }],
    ['an event without predecessor', { ...eventAt(3), prevHash: null }],
    ['an event without case', { ...eventAt(3), caseId: 7 }],
  ])('%s among the events is malformed, and its place in the file is said', (_what, item) => {
    const verdict = verifyTrail([eventAt(1), eventAt(2), item]);
    expect(verdict).toMatchObject({
      verdict: 'broken',
      kind: 'malformed',
      explanation: { en: expect.stringContaining('Item 3') },
    });
  });

  it('survives JSON nested without end', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(verifyTrail(changed(2, (event) => ({ ...event, data: deep })))).toMatchObject({ kind: 'edit', seq: 2 });
  });

  it('says it in Indonesian and in English', () => {
    expect(verifyTrail(without(4, 5))).toEqual({
      verdict: 'broken',
      kind: 'gap',
      seq: 4,
      explanation: { id: 'Peristiwa 4 sampai 5 tidak ada.', en: 'Events 4 to 5 are missing.' },
    });
  });
});

describe('a trail that does not reach the head that stands with it', () => {
  it.each([
    ['was cut off', 'gap', LAST, without(LAST)],
    ['had its last event rewritten', 'edit', LAST, rewritten(events(), { from: LAST, change: later })],
    ['has events after it', 'unsealed', LAST, [...events()]],
  ])('%s: %s', (what, kind, seq, trail) => {
    const stated = what === 'has events after it' ? { seq: LAST - 1, hash: String(eventAt(LAST - 1).hash) } : head;
    expect(verifyTrail(trail, { head: stated })).toMatchObject({ verdict: 'broken', kind, seq });
  });

  it('cannot be told apart without a head', () => {
    expect(verifyTrail(without(LAST))).toMatchObject({ verdict: 'valid', events: LAST - 1 });
  });
});

describe('a trail beside what is known from elsewhere', () => {
  const forged = rewritten(events(), { from: 3, change: later });

  it('is valid when it passes through each known place, and may have grown since', () => {
    const known = [1, 5, LAST].map((seq) => ({ seq, hash: String(eventAt(seq).hash) }));
    expect(verifyTrail(events(), { known })).toMatchObject({ verdict: 'valid' });
  });

  it('is a fork when it was rewritten with all its hashes, which it does not show by itself', () => {
    expect(verifyTrail(forged)).toMatchObject({ verdict: 'valid' });
    expect(verifyTrail(forged, { known: [head] })).toMatchObject({ kind: 'fork', seq: LAST });
  });

  it('is a gap when it ends before a known place', () => {
    expect(verifyTrail(without(LAST), { known: [head] })).toMatchObject({ kind: 'gap', seq: LAST });
  });
});

describe('a chain that holds but tells what cannot be', () => {
  it('is illegal where the transition table forbids an event', () => {
    const trail = trailOf([...pathTo.TRIAGE, sanctionDecided()]);
    expect(verifyTrail(trail)).toMatchObject({ kind: 'illegal', seq: trail.length });
  });

  it('is illegal where it begins with anything but a report', () => {
    expect(verifyTrail(trailOf([captureFailed('capture-1')]))).toMatchObject({ kind: 'illegal', seq: 1 });
  });

  it('is malformed where a known type does not have its form', () => {
    const trail = rewritten(events(), {
      from: 2,
      change: (event) => ({ ...event, data: { round: 0, captures: [] } }),
    });
    expect(verifyTrail(trail)).toMatchObject({
      kind: 'malformed',
      seq: 2,
      explanation: { en: expect.stringContaining('data.round') },
    });
  });

  it('is judged only after the chain, so an edit is named before an illegal step', () => {
    const trail = events(trailOf([reportReceived(), sanctionDecided(), captureFailed('capture-1')]));
    expect(verifyTrail(changed(3, later, trail))).toMatchObject({ kind: 'edit', seq: 3 });
  });
});
