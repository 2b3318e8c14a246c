import { sweep } from '../../../../core/sweep/sweep.ts';
import { MINUTE, plusMs } from '../../../../core/time.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import { emptyStore, type Store } from '../../../support/memory/store.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { nips } from '../../../support/sample-staff.ts';
import { down } from '../../../support/with-ports.ts';

/** Cases that nothing drives. */
const standing = async (cases: number): Promise<Store> => {
  const store = emptyStore();
  for (let filed = 0; filed < cases; filed += 1) await Walk.file({}, store);
  for (const name of store.executions.keys()) store.executions.set(name, 'OVER');
  return store;
};

describe('the sweep', () => {
  test('reaches every open case within a few runs, where there are more than it looks at in one', async () => {
    const store = await standing(7);
    const found: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      found.push((await sweep(memoryPorts(store), { minAgeMs: 0, maxCases: 3 }))['case-without-execution']);
      store.now = plusMs(store.now, 5 * MINUTE);
    }
    expect(found.toSorted()).toEqual([1, 3, 3]);
  });

  test('leaves young cases alone, and old ones not', async () => {
    const store = await standing(1);
    expect((await sweep(memoryPorts(store)))['case-without-execution']).toBe(0);
    store.now = plusMs(store.now, 2 * MINUTE);
    expect((await sweep(memoryPorts(store)))['case-without-execution']).toBe(1);
  });

  test('writes a row of an earlier version anew, so that its case stands on the board', async () => {
    const store = await standing(1);
    store.now = plusMs(store.now, 5 * MINUTE);
    const ports = memoryPorts(store);
    await sweep(ports);
    for (const [caseId, { row, execution }] of store.cases) {
      const { silences: _none, nextKind: _next, ...old } = row;
      store.cases.set(caseId, { row: old, execution });
    }
    expect((await sweep(ports))['row-behind-trail']).toBe(1);
    expect([...store.cases.values()].map(({ row }) => [row.nextKind, row.silences])).toEqual([
      ['COLLECT_EVIDENCE', []],
    ]);
    expect((await sweep(ports))['row-behind-trail']).toBe(0);
  });

  test('does not take a case for young for hours because a clock was set back', async () => {
    const store = await standing(1);
    store.now = plusMs(store.now, -90 * MINUTE);
    expect((await sweep(memoryPorts(store)))['case-without-execution']).toBe(1);
  });

  test('leaves a case that it has just set in motion to the execution that moves it', async () => {
    const walk = await (await (await Walk.file()).suggest()).open('triage');
    const dead = walk.with({ ...walk.ports, workflow: { ...walk.ports.workflow, succeed: down } });
    await expect(dead.act({ outcome: 'PROCEED', respondentNip: nips.employee, track: 'ETHICS' })).rejects.toThrow(
      'down',
    );
    // The execution hears of the act, and has opened the next task, but not yet written its row.
    const ports = memoryPorts(walk.store);
    const slow = walk.with({ ...ports, tasks: { ...ports.tasks, create: down } });
    const succeed: typeof ports.workflow.succeed = async (token, output) => {
      await slow.open('review').catch(() => {});
      return ports.workflow.succeed(token, output);
    };
    const counts = await sweep({ ...ports, workflow: { ...ports.workflow, succeed } }, { minAgeMs: 0, maxCases: 10 });
    expect((await walk.openTask()).kind).toBe('review');
    expect(counts).toMatchObject({ 'callback-not-delivered': 1, 'row-behind-trail': 0, 'notification-not-sent': 0 });
    expect((await sweep(ports, { minAgeMs: 0, maxCases: 10 }))['row-behind-trail']).toBe(1);
  });
});
