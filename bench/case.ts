import * as z from 'zod';
import { startSystem } from '../scripts/people/system.ts';
import { mailboxesIn } from './support/mailboxes.ts';
import { scriptedPeople } from './support/people.ts';
import { usageOf } from './support/process-usage.ts';
import type { Report } from './support/row.ts';
import { loadSeconds } from './support/seconds.ts';
import { median } from './support/statistics.ts';

const AT_ONCE = 4;
const SECONDS = 30;
const WARM_UP = 4;

type WholeCase = (turn: number) => Promise<string>;

/** Walks cases, `AT_ONCE` at a time, and begins none after `seconds`. @returns how long each took, in milliseconds */
const walkFor = async (wholeCase: WholeCase, seconds: number): Promise<number[]> => {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let turn = 0;
  const walk = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      turn += 1;
      await wholeCase(turn);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return times;
};

/** The posting on this machine that may be captured. */
const sampleUrl = async (baseUrl: string): Promise<string> => {
  const response = await fetch(`${baseUrl}/dev/sample`);
  return z.object({ url: z.url() }).parse(await response.json()).url;
};

/** Whole cases on the local system, walked by the pages: report with one captured posting, triage, review, sanction, decision record, notices. */
export const run = async (report: Report): Promise<void> => {
  const system = await startSystem();
  try {
    const pid = system.process.pid ?? 0;
    const people = scriptedPeople({ baseUrl: system.baseUrl, mailboxes: mailboxesIn(system.folder) });
    const posting = await sampleUrl(system.baseUrl);
    const wholeCase: WholeCase = (turn) => people.wholeCase(turn, [posting]);
    await Promise.all(Array.from({ length: WARM_UP }, (_, turn) => wholeCase(turn)));
    const before = await usageOf(pid);
    const start = performance.now();
    const times = await walkFor(wholeCase, loadSeconds(SECONDS));
    const minutes = (performance.now() - start) / 60_000;
    const after = await usageOf(pid);
    const row = (name: string, value: number, unit: string, note: string) =>
      report({ name: `case.${name}`, value, unit, n: times.length, note });
    const how = `${AT_ONCE} at once, by scripted people who act without a pause: 3 officials each with link, code and act`;
    row('throughput', times.length / minutes, 'cases/min', how);
    row(
      'cpu',
      (after.cpuMs - before.cpuMs) / times.length,
      'ms/case',
      'processor time of the whole system, engines included',
    );
    row('duration', median(times), 'ms', `median from report to closed case, ${AT_ONCE} at once`);
    row('memory', after.residentMb, 'MB', 'resident memory of the whole system at the end');
  } finally {
    await system.stop();
  }
};
