import fc from 'fast-check';
import { fold, replay } from '../../core/case/fold.ts';
import type { CaseState } from '../../core/case/state.ts';
import { caseStatusSchema, comesLate, nextStatus, type Trigger } from '../../core/case/transitions.ts';
import { IllegalTransition } from '../../core/errors.ts';
import { verifyTrail } from '../../core/trail/verify.ts';
import { pathTo, stateIn, trailOf } from '../support/builders/case.ts';
import { draftFor } from '../support/builders/drafts.ts';

const isTrigger = (text: string): text is Trigger => Object.hasOwn(draftFor, text);
const triggers = Object.keys(draftFor).filter(isTrigger);
const ends = ['CLOSED', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'];

/** The next event of a case, chained behind its head without regard to the table. */
const nextEvent = (state: CaseState, trigger: Trigger) => {
  const [event] = trailOf([draftFor[trigger]]);
  if (event === undefined) throw new RangeError('no event');
  return { ...event, seq: state.seq + 1, prevHash: state.hash };
};

describe('any sequence of events', () => {
  it('is folded as far as the table allows and not one event further', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...caseStatusSchema.options),
        fc.array(fc.constantFrom(...triggers)),
        (start, tried) => {
          let state = stateIn(start);
          for (const trigger of tried) {
            const to = state.closed === undefined || comesLate(trigger) ? nextStatus(state.status, trigger) : undefined;
            const event = nextEvent(state, trigger);
            if (to === undefined) expect(() => fold(state, event)).toThrow(IllegalTransition);
            else state = fold(state, event);
            if (to !== undefined) expect(state.status).toBe(to);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is a valid trail for the verifier exactly as far as it can be folded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...caseStatusSchema.options),
        fc.array(fc.constantFrom(...triggers)),
        (start, tried) => {
          const events = trailOf([...pathTo[start], ...tried.map((trigger) => draftFor[trigger])]);
          const fits = (length: number): boolean => {
            try {
              return replay(events.slice(0, length)) !== undefined;
            } catch {
              return false;
            }
          };
          const firstUnfit = events.findIndex((_, index) => !fits(index + 1));
          expect(verifyTrail(events)).toMatchObject(
            firstUnfit < 0 ? { verdict: 'valid' } : { verdict: 'broken', kind: 'illegal', seq: firstUnfit + 1 },
          );
        },
      ),
    );
  });

  it('never leads out of an end, and to an end only by a person’s act or after the effect', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseStatusSchema.options), fc.constantFrom(...triggers), (from, trigger) => {
        const to = nextStatus(from, trigger);
        if (to === undefined) return;
        if (ends.includes(from)) expect(to).toBe(from);
        else if (ends.includes(to))
          expect(trigger).toMatch(/^(TriageDecided|ReviewDecided|CaseDismissed|DecisionProposed|CaseClosed)/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('every status', () => {
  const reachable = (from: (typeof caseStatusSchema.options)[number]): Set<string> => {
    const seen = new Set<string>();
    const queue = [from];
    for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
      if (seen.has(status)) continue;
      seen.add(status);
      for (const trigger of triggers) {
        const to = nextStatus(status, trigger);
        if (to !== undefined) queue.push(to);
      }
    }
    return seen;
  };

  it('is reached from a received report', () => {
    expect(reachable('RECEIVED')).toEqual(new Set(caseStatusSchema.options));
  });

  it.each(caseStatusSchema.options)('%s can still come to an end', (status) => {
    expect(ends.some((end) => reachable(status).has(end))).toBe(true);
  });
});
