import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taskIdSchema } from '../core/ids.ts';
import { linkSecret } from '../core/use-cases/task-link.ts';
import { inbox, linkIn } from '../scripts/people/official.ts';
import { startLocalSite } from './support/local-site.ts';
import type { Report } from './support/row.ts';
import { median } from './support/statistics.ts';

const ROUNDS = 400;
const WARM_UP = 50;

/** How often, in per cent, a measurement of `a` is longer than one of `b`: 50 tells nothing. */
export const longer = (a: readonly number[], b: readonly number[]): number => {
  const wins = a.reduce((sum, x) => sum + b.reduce((own, y) => own + (x > y ? 1 : x === y ? 0.5 : 0), 0), 0);
  return (100 * wins) / (a.length * b.length);
};

const timed = async (url: string): Promise<number> => {
  const start = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - start;
};

/** Asks for each in turn, so that whatever else the machine does meets all alike. */
const measured = async (links: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, number[]>> => {
  const times = new Map<string, number[]>(Object.keys(links).map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(links)) {
      const took = await timed(url);
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  return times;
};

const openLink = async (baseUrl: string, settle: () => Promise<void>): Promise<string> => {
  const report = {
    agencyId: 'contoh',
    reporter: { anonymous: true },
    respondent: { nip: '199307092019032008' },
    incident: { description: 'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial.', urls: [] },
  };
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`${baseUrl}/v1/reports`, { method: 'POST', headers, body: JSON.stringify(report) });
  await settle();
  for (const mail of await inbox(baseUrl)) {
    const link = linkIn(mail);
    if (link !== undefined) return link;
  }
  throw new Error('no task was mailed');
};

/** What the time of an answer tells about a link: one of no task against one of a task with a wrong secret; the same of receipt-code links. */
export const run = async (report: Report): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-links-'));
  const site = await startLocalSite(folder, () => undefined);
  try {
    const link = await openLink(site.baseUrl, () => site.runtime.settle());
    const taskId = /\/t\/(\w+)\./.exec(link)?.[1] ?? '';
    const other = await linkSecret(site.runtime.ports, taskIdSchema.parse('0'.repeat(16)));
    const times = await measured({
      unknown: `${site.baseUrl}/t/${'0'.repeat(15)}1.${other}`,
      wrongSecret: `${site.baseUrl}/t/${taskId}.${other}`,
      unknownMail: `${site.baseUrl}/lacak/surat/${'0'.repeat(63)}1.${other}`,
      malformedMail: `${site.baseUrl}/lacak/surat/x.${other}`,
    });
    for (const [name, values] of times) {
      report({
        name: `links.${name}.median`,
        value: median(values),
        unit: 'ms',
        n: ROUNDS,
        note: 'answered as a link that never was',
      });
    }
    const compare = (name: string, a: string, b: string): void =>
      report({
        name: `links.${name}`,
        value: longer(times.get(a) ?? [], times.get(b) ?? []),
        unit: '%',
        n: ROUNDS,
        note: `how often ${a} took longer than ${b}: 50 tells nothing`,
      });
    compare('taskTold', 'wrongSecret', 'unknown');
    compare('mailTold', 'unknownMail', 'malformedMail');
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
};
