import { systemActor } from '../../core/case/actor.ts';
import { type Appended, append, loadCase } from '../../core/case/append.ts';
import type { CaseState } from '../../core/case/state.ts';
import { commandIdSchema } from '../../core/ids.ts';
import { plusMs } from '../../core/time.ts';
import type { Move } from './arbitraries/case-moves.ts';
import { trailOf } from './builders/case.ts';
import { CASE, reportReceived, START } from './builders/drafts.ts';
import { MemoryCases, MemoryTrail } from './memory-trail.ts';

export interface Played {
  readonly move: Move;
  readonly before: CaseState;
  readonly result: Appended;
  readonly after: CaseState;
}

const present = (state: CaseState | undefined): CaseState => {
  if (state === undefined) throw new RangeError('the case is gone');
  return state;
};

/** Tries every move on a fresh case, one after the other, and tells what became of each. */
export const play = async (moves: readonly Move[]) => {
  const trail = new MemoryTrail(trailOf([reportReceived()]));
  const cases = new MemoryCases();
  let now = plusMs(START, 60_000);
  const played: Played[] = [];
  for (const [index, move] of moves.entries()) {
    now = plusMs(now, move.elapsedMs);
    const before = present(await loadCase(trail, CASE));
    const result = await append(
      { trail, cases, clock: { now: () => now } },
      {
        caseId: CASE,
        commandId: commandIdSchema.parse(`move:${index}`),
        actor: systemActor('test'),
        command: move.command(before, now, index + 10),
      },
    );
    played.push({ move, before, result, after: present(await loadCase(trail, CASE)) });
  }
  return { events: await trail.read(CASE), row: cases.rows.get(CASE), played };
};
