import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { startSystem } from '../scripts/people/system.ts';
import { respondents } from './support/employees.ts';
import { largeJpeg, largePdf, MIB } from './support/large-files.ts';
import { usageOf, watchMemory } from './support/process-usage.ts';
import { budgetRow, type Report } from './support/row.ts';
import { sampleReport } from './support/sample-report.ts';

const MEMORY = { limit: 100, unit: 'MB', bound: 'at most' } as const;
const SIZE = 25 * MIB;
const UPLOADS = 3;
const start = promisify(execFile);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const filed = z.object({
  receiptCode: z.string(),
  uploads: z.array(z.object({ url: z.url(), headers: z.record(z.string(), z.string()) })),
});

/** Announces a file and waits until what the report set in motion has come to rest. */
const announce = async (baseUrl: string, bytes: Uint8Array) => {
  const attachments = [
    { fileName: 'foto.jpg', mediaType: 'image/jpeg', size: bytes.byteLength, sha256: hashOf(bytes) },
  ];
  const answer = await fetch(`${baseUrl}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...sampleReport(respondents[0] ?? ''), attachments }),
  });
  const { receiptCode, uploads } = filed.parse(await answer.json());
  const [ticket] = uploads;
  if (ticket === undefined) throw new Error('no ticket for the upload');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return { ...ticket, receiptCode };
};

/** The door of one machine: a file in the body of one PUT, hashed on its way to quarantine. */
const door = async (report: Report, bytes: Buffer): Promise<void> => {
  const system = await startSystem();
  try {
    const pid = system.process.pid ?? 0;
    const growth: number[] = [];
    for (let i = 0; i < UPLOADS; i += 1) {
      const { url, headers } = await announce(system.baseUrl, bytes);
      const before = (await usageOf(pid)).residentMb;
      const put = fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      const { result, peakMb } = await watchMemory(pid, put);
      if (result.status !== 204) throw new Error(`the upload was answered ${result.status}: ${await result.text()}`);
      growth.push(peakMb - before);
    }
    const note =
      'growth of the whole local program over its memory before, the first upload of 25 MiB and the next ones';
    report(budgetRow({ ...MEMORY, name: 'upload.door.memory', value: Math.max(...growth), n: UPLOADS, note }));
  } finally {
    await system.stop();
  }
};

/** The form of a page, which reads the whole body before it has a file of it. */
const page = async (report: Report, bytes: Buffer): Promise<void> => {
  const system = await startSystem();
  try {
    const pid = system.process.pid ?? 0;
    const { receiptCode } = await announce(system.baseUrl, bytes);
    const form = new FormData();
    form.set('receiptCode', receiptCode);
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'foto.jpg');
    const before = (await usageOf(pid)).residentMb;
    const post = fetch(`${system.baseUrl}/lacak/berkas`, { method: 'POST', body: form });
    const { result, peakMb } = await watchMemory(pid, post);
    if (result.status !== 200) throw new Error(`the form was answered ${result.status}`);
    const note =
      'growth of the whole local program: one file of 25 MiB by the form of a page, checked, stored and copied';
    report(budgetRow({ ...MEMORY, name: 'upload.page.memory', value: peakMb - before, n: 1, note }));
  } finally {
    await system.stop();
  }
};

const collected = z.object({ before: z.number(), peak: z.number(), copy: z.string(), scan: z.string() });

/** What takes the file out of quarantine, in a process of its own: check, type, scan, vault, working copy. */
const collect = async (report: Report, what: { name: string; mediaType: string; bytes: Buffer }): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-bench-'));
  const file = join(folder, 'upload');
  await writeFile(file, what.bytes);
  const program = join(import.meta.dirname, 'support/collect-program.ts');
  const args = [program, join(folder, 'data'), file, what.mediaType, `${what.bytes.length}`, hashOf(what.bytes)];
  try {
    const { stdout } = await start(process.execPath, ['--expose-gc', ...args]);
    const { before, peak, copy, scan } = collected.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    const note = `growth over ${Math.round(before)} MB before; ${what.name} of ${what.bytes.length} bytes, working copy ${copy}, scan ${scan}`;
    report(budgetRow({ ...MEMORY, name: `upload.collect.${what.name}.memory`, value: peak - before, n: 1, note }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Memory that an upload of 25 MiB takes: at the door, and where it is taken in as evidence. */
export const run = async (report: Report): Promise<void> => {
  if (process.platform !== 'linux') {
    report({
      name: 'upload',
      value: 0,
      unit: 'MB',
      n: 0,
      note: 'not measured: the peak of a process is read from /proc',
    });
    return;
  }
  await door(report, largeJpeg(SIZE));
  await page(report, largeJpeg(SIZE));
  await collect(report, { name: 'jpeg', mediaType: 'image/jpeg', bytes: largeJpeg(SIZE) });
  await collect(report, { name: 'pdf', mediaType: 'application/pdf', bytes: await largePdf(SIZE) });
  await collect(report, { name: 'text', mediaType: 'text/plain', bytes: Buffer.alloc(SIZE, 'kata ') });
};
