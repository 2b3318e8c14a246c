import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plain } from '../../support/mails/compose.ts';
import { runScript } from '../../support/run-script.ts';

describe('npm run mails', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tertib-mails-'));
    await writeFile(join(folder, 'a.eml'), plain());
    await writeFile(join(folder, 'b.eml'), plain({ 'Auto-Submitted': 'auto-replied' }));
    await writeFile(join(folder, 'c.eml'), 'bukan surel');
    await writeFile(join(folder, 'd.txt'), plain());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('takes in the mails of a folder, and says what became of them and what the second parser reads otherwise', async () => {
    const { code, stdout } = await runScript('mails', [folder, '--generated', '20', '--seed', '7']);
    expect(stdout).toMatch(/^Mails: 23\n/);
    for (const line of [/\d {2}FILED/, /\d {2}IGNORED AUTO_SUBMITTED/, /c\.eml: not read: NO_HEADERS/]) {
      expect(stdout).toMatch(line);
    }
    expect(stdout).toMatch(/\nLosses: 0\n/);
    expect(stdout).toMatch(/\nThrows: 0\n/);
    expect(code).toBe(0);
  });

  it('finds nothing where there is no mail, and says how it is called', async () => {
    expect((await runScript('mails', [join(folder, 'tidak-ada')])).code).not.toBe(0);
    const { code, stderr } = await runScript('mails', ['--generated', 'banyak']);
    expect([code, stderr.includes('npm run mails')]).toEqual([2, true]);
  });
});
