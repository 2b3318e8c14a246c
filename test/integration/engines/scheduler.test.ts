import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, instantSchema } from '../../../core/time.ts';
import { type Schedule, type Scheduler, startScheduler } from '../../../local/engines/scheduler.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const open: Scheduler[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((scheduler) => scheduler.close()));
});

const at = (day: number): Instant => instantSchema.parse(`2026-12-${String(day).padStart(2, '0')}T00:00:00.000Z`);
const reminder = (name: string, day: number): Schedule => ({
  name,
  at: at(day),
  target: { kind: 'remind', payload: { taskId: name } },
});

const setUp = async (onDue: (schedule: Schedule) => Promise<void> = async () => {}) => {
  const time = { now: at(1) };
  const fired: string[] = [];
  const errors: unknown[] = [];
  const scheduler = await startScheduler({
    folder: folder(),
    now: () => time.now,
    onDue: async (schedule) => {
      fired.push(schedule.name);
      await onDue(schedule);
    },
    onError: (_schedule, error) => void errors.push(error),
  });
  open.push(scheduler);
  return { scheduler, time, fired, errors };
};

describe('the local scheduler', () => {
  it('fires what is due, earliest first, and nothing before its time', async () => {
    const { scheduler, time, fired } = await setUp();
    for (const [name, day] of [
      ['c', 5],
      ['a', 3],
      ['d', 9],
      ['b', 4],
    ] as const)
      await scheduler.createOnce(reminder(name, day));

    expect(await scheduler.fireDue()).toEqual({ fired: 0, failed: 0 });
    time.now = at(5);
    expect(await scheduler.fireDue()).toEqual({ fired: 3, failed: 0 });
    expect(fired).toEqual(['a', 'b', 'c']);
    expect(scheduler.nextDueAt()).toBe(at(9));
  });

  it('hands over the target as it was given', async () => {
    const seen: Schedule[] = [];
    const { scheduler } = await setUp(async (schedule) => void seen.push(schedule));
    const schedule: Schedule = {
      name: 'x/../y:é',
      at: at(1),
      target: { kind: 'escalate', payload: { nested: [1, null, 'ya'] } },
    };
    await scheduler.createOnce(schedule);
    await scheduler.fireDue();
    expect(seen).toEqual([schedule]);
  });

  it('fires each schedule once', async () => {
    const { scheduler, fired } = await setUp();
    await scheduler.createOnce(reminder('a', 1));
    await Promise.all([scheduler.fireDue(), scheduler.fireDue(), scheduler.fireDue()]);
    expect(fired).toEqual(['a']);
    expect(await readdir(folder())).toEqual([]);
  });

  it('keeps the first schedule of a name', async () => {
    const { scheduler, time, fired } = await setUp();
    const created = await Promise.all([scheduler.createOnce(reminder('a', 3)), scheduler.createOnce(reminder('a', 2))]);
    expect(created).toEqual(['created', 'exists']);
    time.now = at(2);
    await scheduler.fireDue();
    expect(fired).toEqual([]);
  });

  it('takes a name again after it fired', async () => {
    const { scheduler, fired } = await setUp();
    await scheduler.createOnce(reminder('a', 1));
    await scheduler.fireDue();
    expect(await scheduler.createOnce(reminder('a', 1))).toBe('created');
    await scheduler.fireDue();
    expect(fired).toEqual(['a', 'a']);
  });

  it('forgets a deleted schedule, also across a restart, and deletes what is not there without complaint', async () => {
    const { scheduler } = await setUp();
    await scheduler.createOnce(reminder('a', 1));
    await scheduler.delete('a');
    await scheduler.delete('never');
    const again = await setUp();
    await again.scheduler.fireDue();
    expect(again.fired).toEqual([]);
  });

  it('has every schedule after a restart, and sweeps a half-written one', async () => {
    const { scheduler } = await setUp();
    await scheduler.createOnce(reminder('a', 2));
    await writeFile(join(folder(), 'b.json.123.tmp'), '{"name":"b"');
    const again = await setUp();
    again.time.now = at(2);
    expect(await again.scheduler.fireDue()).toEqual({ fired: 1, failed: 0 });
    expect(again.fired).toEqual(['a']);
    expect(await readdir(folder())).toEqual([]);
  });

  it('keeps a schedule whose target failed, tries it once a call, and does not hold up the others', async () => {
    let broken = true;
    const { scheduler, fired, errors } = await setUp(async ({ name }) => {
      if (name === 'a' && broken) throw new Error('down');
    });
    await scheduler.createOnce(reminder('a', 1));
    await scheduler.createOnce(reminder('b', 1));
    expect(await scheduler.fireDue()).toEqual({ fired: 1, failed: 1 });
    expect(errors).toEqual([new Error('down')]);

    broken = false;
    expect(await scheduler.fireDue()).toEqual({ fired: 1, failed: 0 });
    expect(fired).toEqual(['a', 'b', 'a']);
  });

  it('fires again when the process died between the call and its record', async () => {
    const first = await setUp(() => new Promise(() => {}));
    await first.scheduler.createOnce(reminder('a', 1));
    void first.scheduler.fireDue();
    open.pop();

    const again = await setUp();
    await again.scheduler.fireDue();
    expect(again.fired).toEqual(['a']);
  });

  it('fires what a target schedules for now in the same call', async () => {
    const holder: Scheduler[] = [];
    const { scheduler, fired } = await setUp(async ({ name }) => {
      if (name === 'a') await holder[0]?.createOnce(reminder('b', 1));
    });
    holder.push(scheduler);
    await scheduler.createOnce(reminder('a', 1));
    await scheduler.fireDue();
    expect(fired).toEqual(['a', 'b']);
  });

  it('looks by itself when told to, until it is closed', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const scheduler = await startScheduler({
      folder: folder(),
      now: () => at(1),
      onDue: async ({ name }) => resolve(name),
      onError: () => {},
      tickMs: 1,
    });
    const alive = setTimeout(() => resolve('nothing fired'), 5000);
    await scheduler.createOnce(reminder('a', 1));
    expect(await promise).toBe('a');
    clearTimeout(alive);
    await scheduler.close();
    await scheduler.createOnce(reminder('b', 1));
    await new Promise((done) => setTimeout(done, 20));
    expect(await readdir(folder())).toHaveLength(1);
  });

  it('refuses a schedule without a real time', async () => {
    const { scheduler } = await setUp();
    const broken = { ...reminder('a', 1), at: JSON.parse('"tomorrow"') };
    await expect(scheduler.createOnce(broken)).rejects.toThrow();
    expect(await readdir(folder())).toEqual([]);
  });
});
