import fc from 'fast-check';
import type { EventDraft } from '../../core/case/events.ts';
import { hashOfEvent } from '../../core/trail/chain.ts';
import { canonicalJson, hashOf } from '../../core/trail/digest.ts';
import { verifyTrail } from '../../core/trail/verify.ts';
import { canonicalWithout } from '../../core/trail/verify-canonical.ts';
import { pathTo, trailOf, wholeTrail } from '../support/builders/case.ts';
import { CASE, evidenceStored, triageDecided } from '../support/builders/drafts.ts';
import { type LooseEvent, rehashed } from '../support/builders/tamper.ts';

const clean = (): LooseEvent[] => JSON.parse(JSON.stringify(wholeTrail()));
const LAST = wholeTrail().length;
const head = { seq: LAST, hash: wholeTrail().at(-1)?.hash ?? '' };

/** Any event of a trail but those excluded. */
const seq = (max = LAST) => fc.integer({ min: 1, max });
/** Text as people write it anywhere: any script, emoji, controls; well-formed. */
const text = fc.string({ unit: 'grapheme', minLength: 1 });
const integersOnly = fc
  .jsonValue({ noUnicodeString: false })
  .filter((value) => !/[.eE]/.test(JSON.stringify(value).replace(/"(\\.|[^"\\])*"/g, '')));

const at = (events: readonly LooseEvent[], number: number): LooseEvent => events[number - 1] ?? {};
const put = (events: readonly LooseEvent[], number: number, event: LooseEvent): LooseEvent[] =>
  events.with(number - 1, event);

describe('canonical JSON', () => {
  it('is the same for a value and for what reading it back gives', () => {
    fc.assert(
      fc.property(integersOnly, (value) => {
        const canonical = canonicalJson(value);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
        expect(hashOf(JSON.parse(JSON.stringify(value)))).toBe(hashOf(value));
      }),
    );
  });

  it('is written alike by the verifier and by the writer of events', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ noUnicodeString: false })), (value) => {
        const { hash: _hash, ...rest } = value;
        expect(canonicalWithout({ ...value, hash: 'x' }, 'hash')).toBe(canonicalJson(rest));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of properties', () => {
    fc.assert(
      fc.property(fc.dictionary(text, integersOnly), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('an event', () => {
  it('has the same hash after it was stored and read, whatever an official wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 400 }), (written) => {
        const draft = triageDecided('REJECT');
        const reason = `${written}. Bukan wewenang kami.`;
        const typed: EventDraft = { ...draft, data: { ...draft.data, outcome: 'REJECT', reason } };
        const event = trailOf([...pathTo.TRIAGE, typed]).at(-1);
        expect(hashOfEvent(JSON.parse(canonicalJson(event)))).toBe(event?.hash);
      }),
    );
  });
});

describe('a trail that somebody touched', () => {
  it('is an edit at the event whose content was altered', () => {
    fc.assert(
      fc.property(seq(), text, fc.jsonValue(), (number, field, value) => {
        fc.pre(!['seq', 'hash', 'prevHash', 'caseId'].includes(field) && value !== undefined);
        const events = clean();
        const event = at(events, number);
        fc.pre(canonicalJson(Object.hasOwn(event, field) ? event[field] : null) !== canonicalJson(value));
        const touched = put(
          events,
          number,
          Object.fromEntries([...Object.entries(event).filter(([key]) => key !== field), [field, value]]),
        );
        expect(verifyTrail(touched)).toMatchObject({ verdict: 'broken', kind: 'edit', seq: number });
      }),
    );
  });

  it('is an edit at the event whose content and hash were altered, unless it is the last and no head is known', () => {
    fc.assert(
      fc.property(seq(), text, (number, value) => {
        const events = clean();
        const touched = put(events, number, rehashed({ ...at(events, number), commandId: value }));
        expect(verifyTrail(touched, { head })).toMatchObject({ verdict: 'broken', kind: 'edit', seq: number });
      }),
    );
  });

  it('is a gap at the first event that was removed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(seq(), { minLength: 1, maxLength: LAST }), (removed) => {
        const events = clean().filter((event) => !removed.includes(Number(event.seq)));
        expect(verifyTrail(events, { head })).toMatchObject({ kind: 'gap', seq: Math.min(...removed) });
      }),
    );
  });

  it('is a gap where an event was given a number that is free', () => {
    fc.assert(
      fc.property(seq(), fc.integer({ min: LAST + 1, max: 10_000 }), (number, other) => {
        const events = clean();
        const touched = put(events, number, { ...at(events, number), seq: other });
        expect(verifyTrail(touched, { head })).toMatchObject({ kind: 'gap', seq: number });
      }),
    );
  });

  it('is a gap where two events exchanged their numbers', () => {
    fc.assert(
      fc.property(seq(), seq(), (one, other) => {
        fc.pre(one !== other);
        const events = clean();
        const swapped = put(put(events, one, { ...at(events, one), seq: other }), other, {
          ...at(events, other),
          seq: one,
        });
        expect(verifyTrail(swapped)).toMatchObject({ kind: 'gap', seq: Math.min(one, other) });
      }),
    );
  });

  it('is a fork where a second event stands behind the same predecessor', () => {
    fc.assert(
      fc.property(seq(), fc.nat(LAST), (number, position) => {
        const trail = wholeTrail();
        const rival = trailOf([evidenceStored('capture-77')], { events: trail.slice(0, number - 1) }).at(-1);
        const events = clean();
        events.splice(position, 0, JSON.parse(JSON.stringify(rival)));
        expect(verifyTrail(events)).toMatchObject({ kind: 'fork', seq: number });
      }),
    );
  });

  it('is valid where only its lines were moved', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(clean(), { minLength: LAST }), (events) => {
        expect(verifyTrail(events, { head })).toMatchObject({ verdict: 'valid', caseId: CASE, events: LAST });
      }),
    );
  });

  it('is judged without an exception, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom(...clean()))), (items) => {
        expect(['valid', 'broken']).toContain(verifyTrail(items).verdict);
      }),
    );
  });
});
