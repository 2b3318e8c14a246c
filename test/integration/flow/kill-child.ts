import type { CaseId } from '../../../core/ids.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { type CaseWorld, startWorld } from '../../support/case-world.ts';
import { parsedReport } from '../../support/memory/walk.ts';
import { actOnward } from './onward.ts';

const REPORTS = 3;

/** Files a few reports and acts on all tasks, as fast as it can, until it is killed. Says each case number once it is acknowledged. */
const [folder = ''] = process.argv.slice(2);
const world: CaseWorld = await startWorld({ folder });
const { ports } = world.runtime;

const known = async (): Promise<CaseId[]> =>
  (await ports.cases.listOpen({ limit: 200 })).items.filter(({ seq }) => seq > 0).map(({ caseId }) => caseId);

const file = async (): Promise<void> => {
  for (let filed = 0; filed < REPORTS; filed += 1) {
    const received = await receiveReport(ports, { report: parsedReport(), channel: 'API' });
    if (received.kind === 'filed') process.stdout.write(`${received.filed.caseNumber}\n`);
  }
};
const work = async (): Promise<void> => {
  for (;;) {
    for (const caseId of await known()) await actOnward(world, caseId);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

await world.runtime.redrive();
await Promise.all([file(), work()]);
