import * as z from 'zod';
import { type RunningSystem, startSystem } from '../scripts/people/system.ts';
import { scriptedPeople, UNTIL_CLOSED } from './support/people.ts';
import { usageOf } from './support/process-usage.ts';
import type { Report } from './support/row.ts';
import { loadSeconds } from './support/seconds.ts';
import { median } from './support/statistics.ts';

const AT_ONCE = 4;
const SECONDS = 30;
/** Each takes a month of the program's time, and the calendars end with the next year. */
const MOST_ROUNDS = 6;

interface Round {
  /** How long each case took from its report until its decision was served, in milliseconds. */
  readonly served: readonly number[];
}
type WalkRound = () => Promise<Round>;

/** Walks round after round, a few at most, and begins none after `seconds`. */
const walkFor = async (round: WalkRound, seconds: number): Promise<Round[]> => {
  const until = performance.now() + seconds * 1000;
  const rounds: Round[] = [];
  while (performance.now() < until && rounds.length < MOST_ROUNDS) rounds.push(await round());
  return rounds;
};

const moveClock = async (baseUrl: string, advance: string): Promise<void> => {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${baseUrl}/dev/clock`, { method: 'POST', headers, body: JSON.stringify({ advance }) });
  if (!answer.ok) throw new Error(`the clock was not moved: ${answer.status} ${await answer.text()}`);
};

/** The posting on this machine that may be captured. */
const sampleUrl = async (baseUrl: string): Promise<string> => {
  const response = await fetch(`${baseUrl}/dev/sample`);
  return z.object({ url: z.url() }).parse(await response.json()).url;
};

/** Some cases at once until each decision was served; then time passes, and each must have come to its end. */
const roundsOf = async ({ baseUrl, folder }: RunningSystem): Promise<WalkRound> => {
  const people = await scriptedPeople({ baseUrl, folder });
  const posting = await sampleUrl(baseUrl);
  const walk = async () => {
    const start = performance.now();
    const filed = await people.wholeCase([posting]);
    return { filed, ms: performance.now() - start };
  };
  return async () => {
    const walked = await Promise.all(Array.from({ length: AT_ONCE }, walk));
    await moveClock(baseUrl, UNTIL_CLOSED);
    for (const { filed } of walked) await people.expectClosed(filed);
    return { served: walked.map(({ ms }) => ms) };
  };
};

const how = `${AT_ONCE} at once, by scripted people who act without a pause: 5 acts of officials, each with link and code, the decision with a code app too`;

/**
 * Whole cases on the local system, walked by the pages: report with one captured posting, triage, review, examination, a light sanction with
 * its letters, service; then program time moves past the time for appeals, and the sanction takes effect.
 */
export const run = async (report: Report): Promise<void> => {
  const system = await startSystem();
  try {
    const pid = system.process.pid ?? 0;
    const round = await roundsOf(system);
    await round();
    const before = await usageOf(pid);
    const start = performance.now();
    const served = (await walkFor(round, loadSeconds(SECONDS))).flatMap((walked) => walked.served);
    const minutes = (performance.now() - start) / 60_000;
    const after = await usageOf(pid);
    const row = (name: string, value: number, unit: string, note: string) =>
      report({ name: `case.${name}`, value, unit, n: served.length, note });
    row('throughput', served.length / minutes, 'cases/min', `from report to closed case, ${how}`);
    row(
      'cpu',
      (after.cpuMs - before.cpuMs) / served.length,
      'ms/case',
      'processor time of the whole system, engines included, from report to closed case',
    );
    row('duration', median(served), 'ms', `median from report to served decision, ${AT_ONCE} at once`);
    row('memory', after.residentMb, 'MB', 'resident memory of the whole system at the end');
  } finally {
    await system.stop();
  }
};
