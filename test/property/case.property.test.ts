import fc from 'fast-check';
import { replay } from '../../core/case/fold.ts';
import { rowOf } from '../../core/case/row.ts';
import { openTasks } from '../../core/case/state.ts';
import { nextStatus, raisesRound, triggerOf } from '../../core/case/transitions.ts';
import { isBefore } from '../../core/time.ts';
import { verifyTrail } from '../../core/trail/verify.ts';
import { caseMoves } from '../support/arbitraries/case-moves.ts';
import { type Played, play } from '../support/play.ts';

/** Each run reads and writes stores that take turns; the many runs stand in walk.property.slow.test.ts. */
const RUNS = { numRuns: 60 };

const checkStep = ({ before, result, after }: Played): void => {
  if (result.kind !== 'appended') {
    expect(after).toEqual(before);
    return;
  }
  const { event } = result;
  expect(after).toEqual(result.state);
  expect(after.seq).toBe(before.seq + 1);
  expect(after.status).toBe(nextStatus(before.status, triggerOf(event)));
  expect(after.round - before.round).toBe(raisesRound(triggerOf(event)) ? 1 : 0);
  expect(isBefore(event.at, before.updatedAt)).toBe(false);
  expect(before.closed).toBeUndefined();
};

const checkTasks = ({ after }: Played): void => {
  const ids = [...after.endedTasks, ...openTasks(after)].map((task) => task.taskId);
  expect(new Set(ids).size).toBe(ids.length);
  if (['RECEIVED', 'CLOSED', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'].includes(after.status)) {
    expect(openTasks(after)).toEqual([]);
  }
};

describe('whatever is tried on a case', () => {
  it('each try moves it as the table says, or is refused and changes nothing; none throws', async () => {
    await fc.assert(
      fc.asyncProperty(caseMoves, async (moves) => {
        const { played } = await play(moves);
        for (const step of played) {
          checkStep(step);
          checkTasks(step);
        }
      }),
      RUNS,
    );
  });

  it('its trail has no gap, links by hashes and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(caseMoves, async (moves) => {
        const { events, played } = await play(moves);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
        expect(verifyTrail(JSON.parse(JSON.stringify(events)))).toMatchObject({
          verdict: 'valid',
          events: events.length,
        });
        expect(events).toHaveLength(1 + played.filter(({ result }) => result.kind === 'appended').length);
      }),
      RUNS,
    );
  });

  it('its state and its row are a function of the trail alone', async () => {
    await fc.assert(
      fc.asyncProperty(caseMoves, async (moves) => {
        const { events, row } = await play(moves);
        const state = replay(events);
        expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(state);
        if (row !== undefined) expect(state === undefined ? undefined : rowOf(state)).toEqual(row);
      }),
      RUNS,
    );
  });

  it('a closed case accepts nothing more', async () => {
    let closed = 0;
    await fc.assert(
      fc.asyncProperty(caseMoves, async (moves) => {
        const { played } = await play(moves);
        const end = played.findIndex(({ after }) => after.closed !== undefined);
        if (end < 0) return;
        closed += 1;
        expect(played.slice(end + 1).every(({ result }) => result.kind === 'refused')).toBe(true);
      }),
      RUNS,
    );
    expect(closed).toBeGreaterThan(0);
  });
});
