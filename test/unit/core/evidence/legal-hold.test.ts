import fc from 'fast-check';
import { type HoldSwitch, holdFor, releaseFor } from '../../../../core/evidence/legal-hold.ts';
import { type CaseId, caseIdSchema, sha256Schema } from '../../../../core/ids.ts';
import { memoryHolds } from '../../../support/memory/outside.ts';

const sha256 = sha256Schema.parse('a'.repeat(64));
const cases = ['A', 'B', 'C', 'D'].map((letter) => caseIdSchema.parse(`CONTOH-2026-${letter.repeat(8)}`));
const [a, b] = cases as [CaseId, CaseId];

/** One object and its rows; `before` is called ahead of every single call to either. */
const vault = (before: () => Promise<void> = async () => {}) => {
  const rows = memoryHolds({ holds: new Set() });
  const state = { held: false };
  const gate =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      await before();
      return call(...args);
    };
  const gated: HoldSwitch = {
    holds: {
      ...rows,
      add: gate(rows.add),
      withdraw: gate(rows.withdraw),
      forget: gate(rows.forget),
      holders: gate(rows.holders),
    },
    set: gate(async (_sha256, held) => {
      state.held = held;
    }),
  };
  return { rows, state, gated };
};

/** The process dies ahead of that call, once. */
const dyingAt = (place: number) => {
  let calls = -1;
  return async () => {
    calls += 1;
    if (calls === place) throw new Error('killed');
  };
};

describe('the legal hold on bytes that several cases share', () => {
  it('stands exactly while somebody needs them, in whatever order the calls of all cases fall', async () => {
    const plan = fc.array(fc.record({ who: fc.constantFrom(...cases), leaves: fc.boolean() }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, async (scheduler, moves) => {
        const { rows, state, gated } = vault(() => scheduler.schedule(Promise.resolve()));
        const leaving = new Set(moves.filter(({ leaves }) => leaves).map(({ who }) => who));
        // Whoever leaves had been there before; whoever comes does not leave again in the same breath.
        for (const who of leaving) await rows.add(sha256, who);
        state.held = leaving.size > 0;
        const work = [
          ...[...leaving].map((who) => releaseFor(gated, sha256, who)),
          ...moves.filter(({ who }) => !leaving.has(who)).map(({ who }) => holdFor(gated, sha256, who)),
        ];
        await scheduler.waitFor(Promise.all(work));
        expect(state.held).toBe((await rows.holders(sha256)).length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, 1, 2, 3, 4, 5])('is right after a release that died before call %s and was repeated', async (dies) => {
    const { rows, state, gated } = vault(dyingAt(dies));
    await rows.add(sha256, a);
    await rows.add(sha256, b);
    await rows.withdraw(sha256, b);
    state.held = true;
    await releaseFor(gated, sha256, a).catch(() => {});
    if ((await rows.heldBy(a)).includes(sha256)) await releaseFor(gated, sha256, a);
    expect([state.held, await rows.holders(sha256), await rows.heldBy(a)]).toEqual([false, [], []]);
  });

  it.each([0, 1])('is right after a hold that died before call %s and was repeated', async (dies) => {
    const { rows, state, gated } = vault(dyingAt(dies));
    await holdFor(gated, sha256, a).catch(() => {});
    await holdFor(gated, sha256, a);
    expect([state.held, await rows.holders(sha256)]).toEqual([true, [a]]);
  });

  it('is had back by a case that came while another let go and died', async () => {
    const { rows, state, gated } = vault(dyingAt(3));
    await rows.add(sha256, a);
    state.held = true;
    await releaseFor(gated, sha256, a).catch(() => {});
    await rows.add(sha256, b);
    expect(state.held).toBe(false);
    await releaseFor(gated, sha256, a);
    expect(state.held).toBe(true);
  });
});
