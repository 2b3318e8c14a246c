import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nipSchema } from '../../../../core/ids.ts';
import { startDynamoDb } from '../../../../local/engines/dynamodb.ts';
import { openLocalDirectory } from '../../../../scripts/local-directory.ts';
import { AGENCY, aStaff, nipOf } from '../../../support/builders/staff.ts';
import { staffCsv, staffRow } from '../../../support/builders/staff-csv.ts';
import { runScript } from '../../../support/run-script.ts';

const PARTICULARS = ['--name', 'Pemerintah Kabupaten Contoh', '--kind', 'REGENCY', '--zone', 'WIB'];
const FIRST = [...PARTICULARS, '--personnel-mail', 'kepegawaian@contoh.tertib.test'];
let folder = '';

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const run = (...args: string[]) => runScript('directory', args, { env: { TERTIB_DATA: join(folder, 'data') } });
const standing = async () => {
  const local = await openLocalDirectory(join(folder, 'data'));
  try {
    return { staff: await local.directory.listStaff(AGENCY), agency: await local.directory.agency(AGENCY) };
  } finally {
    await local.close();
  }
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-directory-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('npm run directory -- import', () => {
  it('loads agency and staff, counts them, and changes nothing the second time', async () => {
    const path = await file('staf.csv', staffCsv(staffRow(1), staffRow(2, { superior_nip: nipOf(1) })));
    expect(await run('import', path, '--agency', 'contoh', ...FIRST)).toEqual({
      code: 0,
      stdout: 'contoh: 2 ditambah, 0 diubah, 0 tetap\ncontoh: 2 added, 0 changed, 0 unchanged\n',
      stderr: '',
    });
    expect(await standing()).toMatchObject({
      staff: [aStaff(1), aStaff(2, { superiorNip: nipOf(1) })],
      agency: { name: 'Pemerintah Kabupaten Contoh', zone: 'WIB' },
    });
    const again = await run('import', path, '--agency', 'contoh');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('0 added, 0 changed, 2 unchanged') });
  });

  it('names each bad row by line and column, loads nothing and exits with 1', async () => {
    const path = await file('staf.csv', staffCsv(staffRow(1), staffRow(2, { nip: '123', active: '?' })));
    const { code, stderr } = await run('import', path, '--agency', 'contoh', ...FIRST);
    expect(code).toBe(1);
    expect(stderr).toContain(`${path}: baris/line 3, kolom/column nip: `);
    expect(stderr).toContain(`${path}: baris/line 3, kolom/column active: `);
    expect(stderr).toContain('nothing was loaded');
    expect(await standing()).toEqual({ staff: [], agency: undefined });
  });

  it('names the line where a file is no CSV', async () => {
    const path = await file('staf.csv', staffCsv(staffRow(1), '"unclosed'));
    expect(await run('import', path, '--agency', 'contoh', ...FIRST)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('line 3'),
    });
  });

  it('works beside the instance that has the data folder open', async () => {
    const engine = await startDynamoDb({ folder: join(folder, 'data') });
    try {
      const path = await file('staf.csv', staffCsv(staffRow(1)));
      const order = ['import', path, '--agency', 'contoh', ...FIRST];
      expect(await run(...order)).toMatchObject({ code: 2, stderr: expect.stringContaining('not ready yet') });
      await file('data/endpoints.json', JSON.stringify({ dynamodb: engine.endpoint, tablePrefix: 'tertib-' }));
      expect(await run(...order)).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await engine.close();
    }
    expect((await standing()).staff.map(({ nip }) => nip)).toEqual([nipSchema.parse(nipOf(1))]);
  });

  it('exits with 2 for an agency that nobody has described', async () => {
    const path = await file('staf.csv', staffCsv(staffRow(1)));
    const { code, stderr } = await run('import', path, '--agency', 'contoh');
    expect(code).toBe(2);
    expect(stderr).toContain('this agency is not known yet');
    expect((await standing()).staff).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['another verb', ['export', 'x.csv', '--agency', 'contoh']],
    ['no agency', ['import', 'x.csv']],
    ['an agency id that is none', ['import', 'x.csv', '--agency', 'Kota Contoh']],
    ['an unknown option', ['import', 'x.csv', '--agency', 'contoh', '--force']],
    ['half of the agency’s particulars', ['import', 'x.csv', '--agency', 'contoh', '--zone', 'WIB']],
    ['two files', ['import', 'x.csv', 'y.csv', '--agency', 'contoh']],
  ])('explains its use and exits with 2 when given %s', async (_what, args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: ') });
  });

  it.each([
    ['is not there', undefined, 'cannot be read'],
    ['is not UTF-8', Uint8Array.from([0x6e, 0xff, 0xfe]), 'not UTF-8 text'],
  ])('exits with 2 when the file %s', async (_what, content, message) => {
    const path = content === undefined ? join(folder, 'none.csv') : await file('staf.csv', content);
    expect(await run('import', path, '--agency', 'contoh', ...FIRST)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
