import { startCase } from '../../../../core/use-cases/start-case.ts';
import type { Store } from '../../../support/memory/store.ts';
import { Walk } from '../../../support/memory/walk.ts';

const running = (store: Store): string[] =>
  [...store.executions].flatMap(([name, status]) => (status === 'RUNNING' ? [name] : []));
const kill = (store: Store): void => {
  for (const name of store.executions.keys()) store.executions.set(name, 'OVER');
};

describe('starting a case', () => {
  test('that runs changes nothing', async () => {
    const walk = await Walk.file();
    expect(await startCase(walk.ports, await walk.place())).toBe('running');
    expect(running(walk.store)).toEqual([`${walk.caseId}-1`]);
  });

  test('from two sides at once starts one execution', async () => {
    const walk = await Walk.file();
    kill(walk.store);
    const place = await walk.place();
    await Promise.all([1, 2, 3].map(() => startCase(walk.ports, place)));
    expect(running(walk.store)).toEqual([`${walk.caseId}-2`]);
  });

  test('is left to whoever was two attempts quicker', async () => {
    const walk = await Walk.file();
    kill(walk.store);
    const place = await walk.place();
    const { cases } = walk.ports;
    const slow: typeof cases.setExecution = async (...given) => {
      await startCase(walk.ports, place);
      kill(walk.store);
      await startCase(walk.ports, place);
      return cases.setExecution(...given);
    };
    expect(await startCase({ ...walk.ports, cases: { ...cases, setExecution: slow } }, place)).toBe('running');
    expect(running(walk.store)).toEqual([`${walk.caseId}-3`]);
  });
});
