import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { freePort, Outside } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY = /^Tertib is ready at (http:\/\/127\.0\.0\.1:\d+)$/m;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Whole processes start and stop here, beside whatever else the machine is doing. */
const PATIENCE_MS = 120_000;

let folder: string;
let data: string;
const outside = new Outside(() => ({ baseUrl }) as RunningSystem);
let baseUrl = '';

/** `npm <args>` as people type it: with their own shell's Node found first. */
const npm = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess => {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules/.bin'));
  return spawn('npm', [...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', PATH: path.join(':'), TERTIB_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

/** What `npm start` starts, without npm before it. */
const start = (env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'local/start.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '', SMTP_PORT: '0', PORT: '0', TERTIB_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const ended = async (child: ChildProcess): Promise<Ended> => {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    said.err += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, ...said };
};

const run = (script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  ended(npm(['run', '-s', script, '--', ...args], env));

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      const url = READY.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-commands-'));
  data = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it(
    'says once that it is ready, is the only one on its data, and ends within 5 s of SIGTERM',
    async () => {
      const ports = { PORT: String(await freePort()), SMTP_PORT: String(await freePort()) };
      const child = npm(['start'], ports);
      const end = ended(child);
      baseUrl = await ready(child);
      expect(baseUrl).toBe(`http://127.0.0.1:${ports.PORT}`);
      expect(await (await outside.send('/healthz')).json()).toEqual({ status: 'ok' });

      const second = await ended(start({}));
      expect(second.code).toBe(1);
      expect(second.err).toMatch(/in use by another Tertib/);
      expect(second.err).not.toMatch(/\n\s+at /);
      expect(second.out).not.toMatch(READY);

      const sameMailPort = await ended(start({ SMTP_PORT: ports.SMTP_PORT, TERTIB_DATA: join(folder, 'other') }));
      expect(sameMailPort.code).toBe(1);
      expect(sameMailPort.err).toMatch(/port is taken/);

      const before = Date.now();
      child.kill('SIGTERM');
      const { out } = await end;
      expect(Date.now() - before).toBeLessThan(5000);
      await expect(outside.send('/healthz')).rejects.toThrow();
      expect(out.match(/Tertib is ready at/g)).toHaveLength(1);
    },
    PATIENCE_MS,
  );

  it.each([
    ['PORT', '70000'],
    ['PORT', 'delapan'],
    ['TERTIB_SAMPLE', 'ya'],
    ['TERTIB_DATA', join(ROOT, 'package.json')],
  ])('says which variable it cannot use: %s=%s', async (name, value) => {
    const { code, err } = await ended(start({ [name]: value }));
    expect(code).toBe(1);
    expect(err).toContain(name);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('an installation without the sample agency', () => {
  const header = 'nip,name,employment,position_class,position,unit,superior_nip,mail,roles,accounts,active';
  const boss = '196803121990031002,Hadi Purwoko,PNS,JPT_MADYA,Bupati,Setda,,hadi@baru.tertib.test,ppk;superior,,true';
  const officer =
    '198209152006042011,Ratna,PNS,JF_AHLI_MUDA,Analis,BKD,196803121990031002,ratna@baru.tertib.test,triage,,true';
  const wrong = '199002302015021007,Rizky,PNS,PELAKSANA,Staf,Dinas,196803121990031002,rizky@baru.tertib.test,,,true';
  const agency = ['--agency', 'baru', '--name', 'Kabupaten Baru', '--kind', 'REGENCY', '--zone', 'WITA'];
  const import_ = (file: string, more: readonly string[] = []) =>
    run('directory', ['import', file, ...agency, '--personnel-mail', 'bkd@baru.tertib.test', ...more]);
  const csv = async (...rows: readonly string[]): Promise<string> => {
    const file = join(folder, 'staff.csv');
    await writeFile(file, `${[header, ...rows].join('\n')}\n`);
    return file;
  };
  let system: RunningSystem | undefined;

  beforeAll(async () => {
    data = join(folder, 'bare');
    system = await startSystem({ folder: data, env: { TERTIB_SAMPLE: '0' } });
    baseUrl = system.baseUrl;
  });
  afterAll(() => system?.stop());

  const report = {
    agencyId: 'baru',
    reporter: { anonymous: true },
    respondent: {},
    incident: { description: 'Unggahan yang menghina orang lain.', urls: [] },
  };

  it('knows no agency, and says so', async () => {
    for (const agencyId of ['contoh', 'baru'])
      expect((await outside.post('/v1/reports', { ...report, agencyId })).status).toBe(422);
    expect((await outside.send('/lapor')).status).toBe(200);
    expect((await outside.send('/healthz')).status).toBe(200);
  });

  it('names the line and column of a bad row, and loads nothing', async () => {
    const { code, err } = await import_(await csv(boss, officer, wrong));
    expect(code).toBe(1);
    expect(err).toMatch(/line 4, kolom\/column nip:/);
    expect(err).toMatch(/nothing was loaded/);
    expect((await outside.post('/v1/reports', report)).status).toBe(422);
  });

  it('takes the directory while it runs, and files reports at once', async () => {
    const { code, out, err } = await import_(await csv(boss, officer));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/2 added, 0 changed, 0 unchanged/);
    const filed = await outside.post('/v1/reports', report);
    expect(filed.status).toBe(201);
    await outside.settle();
    const { caseNumber } = z.object({ caseNumber: z.string() }).parse(await filed.json());
    expect(
      (await outside.inbox()).some(
        ({ to, subject }) => to === 'ratna@baru.tertib.test' && subject.includes(caseNumber),
      ),
    ).toBe(true);
  });

  it('takes the directory while it does not run', async () => {
    await system?.stop();
    system = undefined;
    const again = await import_(await csv(boss, officer.replace('Ratna', 'Ratna Widyastuti')));
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
    expect(again.out).toMatch(/0 added, 1 changed, 1 unchanged/);
  });

  it('is not loaded for an agency that nobody described', async () => {
    const { code, err } = await run('directory', [
      'import',
      join(ROOT, 'local/sample/contoh.csv'),
      '--agency',
      'asing',
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/asing: .*not known/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('npm run transitions', () => {
  it('prints the table that the documentation shows', async () => {
    const { code, out } = await run('transitions');
    expect(code).toBe(0);
    expect(out.trim()).toBe((await readFile(join(ROOT, 'docs/transitions.md'), 'utf8')).trim());
  });
});
