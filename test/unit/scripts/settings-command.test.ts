import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { openLocalDirectory } from '../../../scripts/local-directory.ts';
import { AGENCY, anAgency, aStaff } from '../../support/builders/staff.ts';
import { runScript } from '../../support/run-script.ts';

let folder = '';
const data = () => join(folder, 'data');
const file = async (name: string, value: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const run = (...args: string[]) => runScript('settings', args, { env: { TERTIB_DATA: data() } });
const local = async <T>(
  work: (directory: Awaited<ReturnType<typeof openLocalDirectory>>['directory']) => Promise<T>,
) => {
  const { directory, close } = await openLocalDirectory(data());
  try {
    return await work(directory);
  } finally {
    await close();
  }
};
const standing = () => local((directory) => directory.settings(AGENCY));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-settings-'));
  await local(async (directory) => {
    await directory.putAgency(anAgency());
    await directory.putStaff(aStaff(1));
  });
});
afterEach(() => rm(folder, { recursive: true }));

const HOLIDAY = ['add-holiday', '2026-12-01', '--name', 'Hari Jadi', '--kind', 'N', '--agency', 'contoh'];

describe('npm run settings', () => {
  it('imports a file whole, and changes nothing the second time', async () => {
    const path = await file('atur.json', { sixDayUnits: ['Dinas Contoh'], ethicsPanelRequired: true });
    expect(await run('import', path, '--agency', 'contoh')).toEqual({
      code: 0,
      stdout: 'contoh: disimpan / stored\n',
      stderr: '',
    });
    expect(await standing()).toEqual({
      agencyId: 'contoh',
      sixDayUnits: ['Dinas Contoh'],
      ethicsPanelRequired: true,
      daysOff: [],
    });
    expect((await run('import', path, '--agency', 'contoh')).stdout).toBe('contoh: tetap / unchanged\n');
  });

  it('adds a day off to what stands, shows it, and takes back what it showed', async () => {
    const decree = ['--unit', 'Dinas Contoh', '--citation', 'Keputusan Bupati 3/2026'];
    expect(await run(...HOLIDAY)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(...HOLIDAY, ...decree)).toMatchObject({ code: 0, stderr: '' });
    expect((await standing())?.daysOff).toMatchObject([
      { date: '2026-12-01', kind: 'N', name: 'Hari Jadi', citation: { certainty: 'ANALYSIS' } },
      { unit: 'Dinas Contoh', citation: { text: 'Keputusan Bupati 3/2026', certainty: 'CONFIRMED' } },
    ]);
    const { stdout } = await run('show', '--agency', 'contoh');
    const path = await file('lagi.json', stdout);
    expect((await run('import', path, '--agency', 'contoh')).stdout).toBe('contoh: tetap / unchanged\n');
  });

  it('says where a day off has to wait for the calendar of its year', async () => {
    const { code, stdout } = await run(...HOLIDAY.with(1, '2031-12-01'));
    expect(code).toBe(0);
    expect(stdout).toContain('2031-12-01: menunggu kalender tahunnya');
  });

  it.each<[string, unknown, string]>([
    ['a wrong value', { moderateSanctionForm: 'FINE' }, 'moderateSanctionForm: '],
    ['an unknown field', { sixDayUnit: [] }, '(root): '],
    ['a unit that the directory does not know', { sixDayUnits: ['Dinas Cotoh'] }, 'sixDayUnits[0]: unit ini tidak ada'],
    ['the settings of another agency', { agencyId: 'lain' }, 'agencyId: harus contoh / must be contoh'],
    ['a list', [], '(root): '],
  ])('names the path of %s, and loads nothing', async (_what, value, message) => {
    const path = await file('atur.json', value);
    const { code, stderr } = await run('import', path, '--agency', 'contoh');
    expect(code).toBe(1);
    expect(stderr).toContain(`${path}: ${message}`);
    expect(stderr).toContain('nothing was loaded');
    expect(await standing()).toBeUndefined();
  });

  it.each([
    ['that stands already', HOLIDAY, 'daysOff[1].date: '],
    ['that does not exist', HOLIDAY.with(1, '2026-02-30'), 'daysOff[1].date: '],
    ['of an unknown kind', HOLIDAY.with(5, 'X'), 'daysOff[1].kind: '],
    ['of a unit that does not exist', [...HOLIDAY.with(1, '2026-12-02'), '--unit', 'Dinas Lain'], 'daysOff[1].unit: '],
  ])('refuses a day off %s', async (_what, args, message) => {
    expect((await run(...HOLIDAY)).code).toBe(0);
    expect(await run(...args)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    expect((await standing())?.daysOff).toHaveLength(1);
  });

  it('works beside the instance that has the data folder open', async () => {
    const engine = await startDynamoDb({ folder: data() });
    try {
      await writeFile(
        join(data(), 'endpoints.json'),
        JSON.stringify({ dynamodb: engine.endpoint, tablePrefix: 'tertib-' }),
      );
      expect(await run(...HOLIDAY)).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await engine.close();
    }
    expect((await standing())?.daysOff).toHaveLength(1);
  });

  it.each([
    ['nothing', []],
    ['another verb', ['export', 'x.json', '--agency', 'contoh']],
    ['no agency', ['import', 'x.json']],
    ['two files', ['import', 'x.json', 'y.json', '--agency', 'contoh']],
    ['a day without a name', ['add-holiday', '2026-12-01', '--kind', 'N', '--agency', 'contoh']],
    ['an unknown option', [...HOLIDAY, '--force']],
    ['a name with an import', ['import', 'x.json', '--name', 'x', '--agency', 'contoh']],
  ])('explains its use and exits with 2 when given %s', async (_what, args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: ') });
  });

  it.each([
    ['is not there', 'none.json', 'cannot be read'],
    ['is no JSON', 'bukan.json', 'not JSON in UTF-8'],
  ])('exits with 2 when the file %s', async (_what, name, message) => {
    await file('bukan.json', '{');
    expect(await run('import', join(folder, name), '--agency', 'contoh')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });

  it('exits with 2 for an agency that is not in the directory', async () => {
    expect(await run(...HOLIDAY.with(7, 'lain'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this agency is not known yet'),
    });
  });

  it('is a command of the package', async () => {
    const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    expect(scripts.settings).toBe('node scripts/settings.ts');
  });
});
