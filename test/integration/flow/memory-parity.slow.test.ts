import type { CaseEvent } from '../../../core/case/events.ts';
import { Walk } from '../../support/memory/walk.ts';
import { heavily, lightly, steps } from '../../support/sample-report.ts';
import { comparable } from './compare.ts';
import { type KillingWorld, perform, startKillingWorld } from './fast-forward.harness.ts';
import type { Turn } from './scripts.ts';

const told = (events: readonly CaseEvent[]): unknown =>
  comparable(
    // The officers differ by case number; in the whole system there is one.
    JSON.parse(
      JSON.stringify(
        events.map(({ seq, type, actor, commandId, data }) => ({
          seq,
          type,
          actor,
          commandId,
          data: 'signature' in data ? { ...data, signature: '' } : data,
        })),
      ).replaceAll(/19850101201001200\d|19860101201101200\d/g, 'OFFICER'),
    ),
  );

const answer = { own: { outcome: 'FINISH', statement: 'Tidak benar.' } };
const file = { own: { outcome: 'FILE', grounds: 'Saya keberatan.' } };
const beyond = { ...lightly.examination, charges: ['3d', '4c'], recommendedSanction: 'NONE' };

describe('a case walked in the world of plain data has the trail that the whole system gives it', () => {
  let world: KillingWorld;
  beforeAll(async () => {
    world = await startKillingWorld();
  });
  afterAll(() => world.close());

  test.each<[string, readonly Turn[]]>([
    [
      'appealed, and annulled',
      [
        lightly.triage,
        lightly.review,
        lightly.examination,
        lightly.decision,
        lightly.service,
        file,
        { ...steps.appeal, outcome: 'ANNULLED' },
      ],
    ],
    [
      'examined by a team, and dismissed',
      [
        heavily.triage,
        heavily.review,
        heavily.team,
        { ...heavily.examination, recommendedSanction: 'NONE' },
        { outcome: 'DISMISS' },
      ],
    ],
    [
      'told of more, returned, and sanctioned',
      [
        steps.triage,
        { outcome: 'MORE_EVIDENCE' },
        steps.triage,
        steps.review,
        beyond,
        answer,
        { outcome: 'RETURN' },
        steps.examination,
        steps.decision,
        steps.service,
        file,
        steps.appeal,
      ],
    ],
  ])('%s', async (_what, turns) => {
    const walk = await (await Walk.file()).go();
    const filed = await world.file();
    for (const turn of turns) {
      await (turn.own === undefined ? walk.acted(turn) : walk.own(turn.own));
      await walk.go();
      await perform(world, filed, turn);
    }
    expect(told(await walk.ports.trail.read(walk.caseId))).toEqual(told(await world.events(filed.caseId)));
  });
});
