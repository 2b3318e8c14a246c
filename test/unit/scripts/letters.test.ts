import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { letterFormSchema } from '../../../core/letters/letter-forms.ts';

const script = fileURLToPath(new URL('../../../scripts/letters.ts', import.meta.url));

const run = (...args: string[]): Promise<{ code: number; out: string; errors: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (_error, out, errors) =>
      resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });

describe('npm run letters', () => {
  it('prints every form as PDF and HTML, and the hash of each file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tertib-letters-'));
    try {
      const { code, out } = await run('--sample', folder);
      expect(code).toBe(0);
      const files = await readdir(folder);
      for (const form of letterFormSchema.options) {
        const name = form.toLowerCase().replaceAll('_', '-');
        expect(files).toEqual(expect.arrayContaining([`${name}.pdf`, `${name}.html`]));
      }
      const lines = out.trimEnd().split('\n');
      expect(lines).toHaveLength(files.length);
      for (const line of lines) {
        const [hash = '', file = ''] = line.split('  ');
        expect(
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ).toBe(hash);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([[[]], [['--sample', 'a', 'b']], [['--simple']]])('explains itself and ends with 2 for %j', async (args) => {
    const { code, out, errors } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('npm run letters -- --sample');
  });
});
