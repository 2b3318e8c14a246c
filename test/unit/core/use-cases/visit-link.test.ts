import type { Throttle } from '../../../../core/ports.ts';
import { epochOf, type Instant, plusMs } from '../../../../core/time.ts';
import type { Ports } from '../../../../core/use-cases/ports.ts';
import { CODE_TRIES, type LiveTask, requestCode } from '../../../../core/use-cases/visit-link.ts';
import { Walk } from '../../../support/memory/walk.ts';

const QUARTER = 15 * 60 * 1000;
const A_DAY = 96;

/** Counts in windows of the wall clock, as the tables do. */
const windowed = (now: () => Instant): Throttle => {
  const counts = new Map<string, number>();
  return {
    hit: async (key, { max, windowSeconds }) => {
      const place = `${key}:${Math.floor(epochOf(now()) / 1000 / windowSeconds)}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return { allowed: count <= max, retryAfterSeconds: windowSeconds };
    },
  };
};

const opened = async (): Promise<{ walk: Walk; ports: Ports; live: LiveTask }> => {
  const walk = await (await (await Walk.file()).suggest()).open('triage');
  const task = await walk.openTask();
  const row = await walk.ports.tasks.get(task.taskId);
  const official = row?.assigneeNip && (await walk.ports.directory.staff(row.agencyId, row.assigneeNip));
  if (row === undefined || official === undefined) throw new Error('nobody has the task');
  const ports = { ...walk.ports, throttle: windowed(() => walk.store.now) };
  return { walk, ports, live: { row, official, task, state: await walk.state() } };
};

describe('asking for codes', () => {
  it('leaves whoever has the link and not the mailbox no more than one chance in five thousand a day', async () => {
    const { walk, ports, live } = await opened();
    let sent = 0;
    for (let quarter = 0; quarter < A_DAY; quarter += 1) {
      for (let asked = 0; asked < 6; asked += 1) {
        if ((await requestCode(ports, live, `browser-${quarter}-${asked}`)) === 'sent') sent += 1;
      }
      walk.store.now = plusMs(walk.store.now, QUARTER);
    }
    expect((sent * CODE_TRIES) / 1_000_000).toBeLessThanOrEqual(1 / 5000);
  });

  it('still mails five in a quarter of an hour to whoever mislays them, and more the next day', async () => {
    const { walk, ports, live } = await opened();
    const ask = async () => {
      const answers = [];
      for (let asked = 0; asked < 6; asked += 1) answers.push(await requestCode(ports, live, `b-${asked}`));
      return answers.filter((answer) => answer === 'sent').length;
    };
    expect(await ask()).toBe(5);
    walk.store.now = plusMs(walk.store.now, A_DAY * QUARTER);
    expect(await ask()).toBe(5);
  });
});
