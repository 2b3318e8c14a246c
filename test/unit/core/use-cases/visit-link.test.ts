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
      for (let asked = 0; asked < 20; asked += 1) {
        if (
          (await requestCode(ports, live, { browser: `b-${quarter}-${asked}`, client: `network-${asked}` })) === 'sent'
        )
          sent += 1;
      }
      walk.store.now = plusMs(walk.store.now, QUARTER);
    }
    expect((sent * CODE_TRIES) / 1_000_000).toBeLessThanOrEqual(1 / 5000);
  });

  it('still mails five in a quarter of an hour to whoever mislays them, and more the next day', async () => {
    const { walk, ports, live } = await opened();
    const ask = async () => {
      const answers = [];
      for (let asked = 0; asked < 6; asked += 1)
        answers.push(await requestCode(ports, live, { browser: `b-${asked}`, client: 'office' }));
      return answers.filter((answer) => answer === 'sent').length;
    };
    expect(await ask()).toBe(5);
    walk.store.now = plusMs(walk.store.now, A_DAY * QUARTER);
    expect(await ask()).toBe(5);
  });

  it('leaves a code for its person when robots of two networks press the button all day', async () => {
    const { walk, ports, live } = await opened();
    const robots = ['one', 'two'];
    for (let quarter = 0; quarter < A_DAY / 4; quarter += 1) {
      for (let asked = 0; asked < 10; asked += 1) {
        for (const client of robots)
          await requestCode(ports, live, { browser: `${client}-${quarter}-${asked}`, client });
      }
      walk.store.now = plusMs(walk.store.now, QUARTER);
    }
    expect(await requestCode(ports, live, { browser: 'person', client: 'office' })).toBe('sent');
  });

  it('never fills the mailbox, however many networks ask', async () => {
    const { walk, ports, live } = await opened();
    for (let asked = 0; asked < 200; asked += 1) {
      await requestCode(ports, live, { browser: `b-${asked}`, client: `network-${asked}` });
    }
    const codes = () => [...walk.store.mails.values()].filter(({ mailId }) => mailId.startsWith('code:')).length;
    expect(codes()).toBe(15);
    walk.store.now = plusMs(walk.store.now, QUARTER);
    for (let asked = 0; asked < 200; asked += 1) {
      await requestCode(ports, live, { browser: `c-${asked}`, client: `network-${asked}` });
    }
    expect(codes()).toBe(20);
  });
});
