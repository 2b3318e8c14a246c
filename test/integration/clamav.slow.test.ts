import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { zipSync } from 'fflate';
import { scannerAt } from '../../adapters/clamav/find-clamav.ts';
import { findProgram } from '../../adapters/find-program.ts';
import { describeMalwareScanner, EICAR, HARMLESS, type ScannerHarness } from '../contract/malware-scanner.contract.ts';
import { eventually } from '../support/eventually.ts';
import { stillClock } from '../support/still-clock.ts';

/** The engine itself, with signatures of our own: the public ones cannot be fetched everywhere. */
const clamscan = findProgram('clamscan', process.env.PATH);
const daemon = findProgram('clamd', `${process.env.PATH}:/usr/sbin`);
const clock = stillClock();
/** MD5, length and name of the test file, as `sigtool --md5` writes it. */
const SIGNATURES = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n';

/** What docs/runbook.md asks of `clamd.conf`. */
const BOUNDS = ['AlertExceedsMax yes', 'AlertEncrypted yes', 'MaxFileSize 1000M', 'MaxScanSize 400M'];
const MIB = 1024 * 1024;

/** A few hundred kilobytes that unfold into 450 MiB. */
const bomb = async (): Promise<Uint8Array> => {
  const zeroes = Buffer.alloc(MIB);
  return buffer(Readable.from(Array.from({ length: 450 }, () => zeroes)).pipe(createGzip({ level: 1 })));
};

const withDatabase = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-clamav-'));
  await writeFile(join(folder, 'test.hdb'), SIGNATURES);
  return folder;
};
const removed = (folder: string) => rm(folder, { recursive: true, force: true });

const byCommand = async (program: string): Promise<ScannerHarness> => {
  const database = await withDatabase();
  return { scanner: scannerAt({ kind: 'command', program, database }, clock), close: () => removed(database) };
};

const ended = async (child: ChildProcess): Promise<void> => {
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
};

const byDaemon = async (program: string): Promise<ScannerHarness> => {
  const folder = await withDatabase();
  const address = join(folder, 'clamd.ctl');
  const settings = ['Foreground yes', `DatabaseDirectory ${folder}`, `LocalSocket ${address}`, ...BOUNDS];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(program, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const scanner = scannerAt({ kind: 'daemon', address }, clock);
  await eventually(async () => expect((await scanner.scan(HARMLESS)).verdict).toBe('CLEAN'));
  return {
    scanner,
    close: async () => {
      await ended(child);
      await removed(folder);
    },
  };
};

/** On a machine of the pipeline both must be there: it installs them. */
const isRequired = process.env.CI === 'true';

describe('ClamAV on this machine', () => {
  it('is installed wherever it has to be', () => {
    if (isRequired) expect([clamscan, daemon]).not.toContain(undefined);
  });
});

const engines = [
  ['clamscan', clamscan, byCommand],
  ['clamd', daemon, byDaemon],
] as const;

for (const [name, program, open] of engines) {
  if (program === undefined) {
    describe.skip(`the malware scanner: ${name}, which is not installed here`, () => {
      it('scans', () => {});
    });
    continue;
  }
  describeMalwareScanner(name, () => open(program), { sees: true });

  describe(name, () => {
    let harness: ScannerHarness;
    beforeAll(async () => {
      harness = await open(program);
    });
    afterAll(() => harness.close());

    it('names what it found, and itself', async () => {
      expect(await harness.scanner.scan(EICAR)).toMatchObject({
        verdict: 'INFECTED',
        signature: expect.stringMatching(/^Eicar-Test-Signature/),
        engine: 'CLAMAV',
        engineVersion: expect.stringMatching(/^ClamAV \d/),
      });
    });

    it('looks into archives', async () => {
      const zip = zipSync({ 'bukti/foto.jpg': [EICAR, { level: 0 }], 'b.txt': HARMLESS });
      expect((await harness.scanner.scan(zip)).verdict).toBe('INFECTED');
    });

    it('does not call an archive clean that is nested deeper than it looks', async () => {
      let bytes: Uint8Array = EICAR;
      for (let depth = 0; depth < 30; depth += 1) bytes = zipSync({ 'a.zip': bytes });
      expect(await harness.scanner.scan(bytes)).toMatchObject({ verdict: 'NOT_SCANNED', cause: 'UNSUPPORTED' });
    });

    it('does not call a file clean that unfolds beyond its bounds', async () => {
      expect(await harness.scanner.scan(await bomb())).toMatchObject({ verdict: 'NOT_SCANNED', cause: 'UNSUPPORTED' });
    });

    it('takes the largest file that reporters may send', async () => {
      const large = new Uint8Array(25 * 1024 * 1024).fill(0x61);
      expect((await harness.scanner.scan(large)).verdict).toBe('CLEAN');
    });
  });
}
