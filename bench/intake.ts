import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../scripts/people/system.ts';
import { respondents } from './support/employees.ts';
import { type LoadResult, postLoad } from './support/load.ts';
import { startProgram } from './support/own-process.ts';
import { usageOf, watchMemory } from './support/process-usage.ts';
import { budgetRow, type Report } from './support/row.ts';
import { sampleReport } from './support/sample-report.ts';
import { loadSeconds } from './support/seconds.ts';
import { ratio } from './support/statistics.ts';

const CONNECTIONS = 16;
const SECONDS = 30;
const WARM_UP_SECONDS = 2;
const BUDGET = 1 / 3;

interface Measured extends LoadResult {
  readonly peakMb: number;
  readonly cpuMsPerRequest: number;
}

interface Target {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
}

const measure = async ({ url, pid, folder }: Target): Promise<Measured> => {
  const body = JSON.stringify(sampleReport(respondents[0] ?? ''));
  const load = { url, body, connections: CONNECTIONS, folder };
  await postLoad({ ...load, seconds: WARM_UP_SECONDS });
  const before = await usageOf(pid);
  const { result, peakMb } = await watchMemory(pid, postLoad({ ...load, seconds: loadSeconds(SECONDS) }));
  const after = await usageOf(pid);
  return { ...result, peakMb, cpuMsPerRequest: (after.cpuMs - before.cpuMs) / result.answered };
};

const measureProgram =
  (program: string) =>
  async (folder: string): Promise<Measured> => {
    const { url, pid, stop } = await startProgram(program, folder);
    try {
      return await measure({ url, pid, folder });
    } finally {
      await stop();
    }
  };

const measureSystem = async (folder: string): Promise<Measured> => {
  const system = await startSystem({ folder });
  try {
    const { baseUrl, process } = system;
    return await measure({ url: `${baseUrl}/v1/reports`, pid: process.pid ?? 0, folder });
  } finally {
    await system.stop();
  }
};

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-intake-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const inWords = ({ p50Ms, p99Ms, cpuMsPerRequest, peakMb }: Measured): string =>
  `p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${cpuMsPerRequest.toFixed(1)} ms CPU a request, ${Math.round(peakMb)} MB`;

/** Reports filed with the whole system on one machine, beside a bare server that keeps the same body in the same engine. */
export const run = async (report: Report): Promise<void> => {
  const bare = await inFolder(measureProgram('bare-server.ts'));
  const alone = await inFolder(measureProgram('intake-server.ts'));
  const system = await inFolder(measureSystem);
  const load = `${CONNECTIONS} connections, ${loadSeconds(SECONDS)} s`;
  const row = (name: string, value: number, unit: string, note: string) =>
    report({ name: `intake.${name}`, value, unit, n: system.answered, note });
  row('throughput', system.perSecond, 'requests/s', `${load}; the workflow of every report runs in the same process`);
  row('p50', system.p50Ms, 'ms', load);
  row('p99', system.p99Ms, 'ms', load);
  row('memory', system.peakMb, 'MB', 'most resident memory of the whole system, engines included');
  row('cpu', system.cpuMsPerRequest, 'ms/request', 'processor time of the whole system, the begun workflows included');
  const beside = (name: string, measured: Measured, note: string) =>
    report({
      name: `intake.${name}`,
      value: measured.perSecond,
      unit: 'requests/s',
      n: measured.answered,
      note: `${note}; ${inWords(measured)}`,
    });
  beside('alone', alone, 'the same route with a workflow that begins nothing, as where cases are driven elsewhere');
  beside('bare', bare, 'node:http and one PutItem, same body, same engine');
  const ofBare = (measured: Measured): number => ratio(measured.perSecond, bare.perSecond);
  report(
    budgetRow({
      name: 'intake.ratio',
      value: ofBare(system),
      unit: 'of bare',
      n: system.answered,
      limit: Number(BUDGET.toFixed(3)),
      bound: 'at least',
      note: `Without the workflow it is ${ofBare(alone).toFixed(3)}: a report is an artefact, a sealed record, a case row, an event and a signed receipt`,
    }),
  );
};
