import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { aReport, Outside, people } from './world.ts';

let system: RunningSystem;
const outside = new Outside(() => system);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const addHoliday = (date: string): Promise<unknown> =>
  promisify(execFile)(
    process.execPath,
    ['scripts/settings.ts', 'add-holiday', date, '--name', 'Libur setempat', '--kind', 'N', '--agency', 'contoh'],
    { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, TERTIB_DATA: system.folder } },
  );

const movedSchema = z.object({ oldDueAt: z.string(), dueAt: z.string(), derivation: z.object({ id: z.string() }) });

describe('a day off that the agency adds while the system runs', () => {
  it('moves the deadlines that are open before time passes them, says so, and leaves the mailed links alive', async () => {
    expect((await outside.clock({ set: '2027-02-01T03:00:00Z' })).status).toBe(200);
    const { caseNumber } = await outside.open(aReport());
    await outside.triage(caseNumber, people.employee);
    const before = await outside.task(caseNumber);
    expect(before.page.html).toContain('9 Februari 2027');
    await addHoliday('2027-02-04');
    expect((await outside.clock({ set: '2027-02-09T10:00:00Z' })).status).toBe(200);
    const fresh = new Outside(() => system);
    const { events } = await fresh.trail(caseNumber);
    const moved = events.filter(({ type }) => type === 'DeadlineMoved').map(({ data }) => movedSchema.parse(data));
    expect(moved).toHaveLength(1);
    expect(moved[0]).toMatchObject({ oldDueAt: '2027-02-09T09:00:00.000Z', dueAt: '2027-02-10T09:00:00.000Z' });
    expect(moved[0]?.derivation.id).toContain('4');
    expect(events.filter(({ type }) => type === 'TaskEscalated')).toEqual([]);
    const { page, link } = await fresh.task(caseNumber);
    expect(page.html).toContain('10 Februari 2027');
    expect(link).toBe(before.link);
  });
});
