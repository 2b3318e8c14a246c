import { agencySettingsSchema } from '../../../../core/rules/agency-settings.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { type Instant, instantSchema } from '../../../../core/time.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { agency } from '../../../support/sample-staff.ts';

const citation = { text: 'Keputusan Bupati Contoh', certainty: 'ANALYSIS' };
const settings = (days: readonly string[], change: object = {}) =>
  agencySettingsSchema.parse({
    agencyId: agency.agencyId,
    daysOff: days.map((date) => ({ date, kind: 'N', name: 'Libur setempat', addedOn: '2026-03-02', citation })),
    ...change,
  });

/** A case of Monday, 2 March 2026 that waits for triage until Thursday. */
const triage = async (): Promise<Walk> => {
  const walk = await Walk.file();
  await walk.suggest();
  return walk.open('triage');
};
const swept = async (walk: Walk): Promise<number> =>
  (await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 }))['deadline-moved'];
const at = (text: string): Instant => instantSchema.parse(text);
const events = (walk: Walk) => walk.ports.trail.read(walk.caseId);

describe('a day off that is added later', () => {
  it('moves the open deadline, and says from when to when and why; timers and row follow', async () => {
    const walk = await triage();
    const { taskId, dueAt, remindAt } = await walk.openTask();
    expect([dueAt, remindAt]).toEqual(['2026-03-05T09:00:00.000Z', '2026-03-04T00:30:00.000Z']);
    await walk.ports.directory.putSettings(settings(['2026-03-04']));

    expect(await swept(walk)).toBe(1);
    const { type, data } = (await events(walk)).at(-1) ?? {};
    expect({ type, data }).toEqual({
      type: 'DeadlineMoved',
      data: {
        taskId,
        oldDueAt: '2026-03-05T09:00:00.000Z',
        dueAt: '2026-03-06T09:00:00.000Z',
        remindAt: '2026-03-05T00:30:00.000Z',
        derivation: {
          id: '3 hari kerja sejak 2 Maret 2026, tanpa 4 Maret 2026: jatuh pada Jumat, 6 Maret 2026 pukul 16.00 WIB',
          en: '3 working days from 2 March 2026, without 4 March 2026: falls on Friday, 6 March 2026 at 16:00 WIB',
        },
      },
    });
    expect(await walk.openTask()).toMatchObject({ taskId, dueAt: '2026-03-06T09:00:00.000Z' });
    expect(walk.store.tasks.get(taskId)).toMatchObject({
      dueAt: '2026-03-06T09:00:00.000Z',
      remindAt: '2026-03-05T00:30:00.000Z',
    });
    expect(walk.store.schedules.get(`task-due.${taskId}.2026-03-06`)?.at).toBe('2026-03-06T09:00:00.000Z');
    expect(walk.store.schedules.get(`task-remind.${taskId}.2026-03-05`)?.at).toBe('2026-03-05T00:30:00.000Z');
    expect(await swept(walk)).toBe(0);
  });

  it('moves it back where it is taken away again, and forth once more', async () => {
    const walk = await triage();
    const { taskId } = await walk.openTask();
    for (const [days, due] of [
      [['2026-03-04'], '2026-03-06T09:00:00.000Z'],
      [[], '2026-03-05T09:00:00.000Z'],
      [['2026-03-04'], '2026-03-06T09:00:00.000Z'],
    ] as const) {
      await walk.ports.directory.putSettings(settings(days));
      expect(await swept(walk)).toBe(1);
      expect((await walk.openTask()).dueAt).toBe(due);
      expect(walk.store.tasks.get(taskId)?.dueAt).toBe(due);
    }
  });

  it('does not move a deadline that has passed, nor one before it', async () => {
    const walk = await triage();
    await walk.ports.directory.putSettings(settings(['2026-03-06']));
    expect(await swept(walk)).toBe(0);
    walk.store.now = at('2026-03-05T09:00:00.000Z');
    await walk.ports.directory.putSettings(settings(['2026-03-04']));
    await swept(walk);
    expect((await events(walk)).map(({ type }) => type)).not.toContain('DeadlineMoved');
  });

  it('never moves a deadline into the past', async () => {
    const walk = await triage();
    await walk.ports.directory.putSettings(settings(['2026-03-04']));
    expect(await swept(walk)).toBe(1);
    walk.store.now = at('2026-03-05T10:00:00.000Z');
    await walk.ports.directory.putSettings(settings([]));
    expect(await swept(walk)).toBe(0);
    expect((await walk.openTask()).dueAt).toBe('2026-03-06T09:00:00.000Z');
  });

  it('holds for the unit that acts and for no other', async () => {
    const walk = await triage();
    const { assignee } = await walk.openTask();
    const unit = assignee.kind === 'official' ? walk.store.staff.get(assignee.nip)?.unit : undefined;
    const day = { date: '2026-03-04', kind: 'N', name: 'Libur unit', addedOn: '2026-03-02', citation };
    await walk.ports.directory.putSettings(settings([], { daysOff: [{ ...day, unit: 'Unit lain' }] }));
    expect(await swept(walk)).toBe(0);
    await walk.ports.directory.putSettings(settings([], { daysOff: [{ ...day, unit }] }));
    expect(await swept(walk)).toBe(1);
  });

  it('leaves a reporter the time that was promised, but gives them more', async () => {
    const walk = await triage();
    await walk.acted({ outcome: 'ASK_REPORTER' });
    await walk.notify();
    await walk.open('answer');
    expect((await walk.openTask()).dueAt).toBe('2026-03-16T09:00:00.000Z');
    await walk.ports.directory.putSettings(settings(['2026-03-09']));
    expect(await swept(walk)).toBe(1);
    expect((await walk.openTask()).dueAt).toBe('2026-03-17T09:00:00.000Z');
    await walk.ports.directory.putSettings(settings([]));
    expect(await swept(walk)).toBe(0);
  });
});
