import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalSite, startLocalSite } from './support/local-site.ts';
import { type Metered, meterPorts } from './support/metered-ports.ts';
import { scriptedPeople, UNTIL_CLOSED } from './support/people.ts';
import { type Billed, costsOf, priceTable } from './support/price-table.ts';
import { type Report, rounded } from './support/row.ts';

const CASES = 10;
const PER = 1000;
const TOP = 8;
/** Longer than any reminder or due date of these cases lies ahead: schedules fire, and are billed, also when nothing is left to do. */
const UNTIL_ALL_SCHEDULES_FIRED = 'P40D';

const counted = {
  transitions: 'state transitions, retries included',
  steps: 'functions called by the workflow',
  capture: 'captures, each a function with a browser',
  invoke: 'functions called to take another capture',
  requests: 'requests of reporter and officials, each a function call',
  schedule: 'schedules, each a function call when it fires',
  mail: 'mails',
  dynamoCalls: 'calls of DynamoDB',
  readUnits: 'read units',
  writeUnits: 'write units, those of indexes included',
  indexWriteUnits: 'write units of indexes alone',
  kmsSymmetric: 'KMS calls with symmetric and HMAC keys',
  kmsAsymmetric: 'KMS signatures',
  s3Put: 'S3 PUT, legal holds included',
  s3Get: 'S3 GET and HEAD',
} as const;
type Counted = keyof typeof counted;
type Counts = Record<Counted, number>;
const isCounted = (name: string): name is Counted => name in counted;
const names = Object.keys(counted).filter(isCounted);

const countsSoFar = (site: LocalSite, { calls, capacity }: Metered): Counts => {
  const { stateTransitions, invocations } = site.runtime.engine.counts();
  const { readUnits, writeUnits, indexWriteUnits } = capacity;
  return {
    ...calls,
    ...{ readUnits, writeUnits, indexWriteUnits },
    transitions: stateTransitions,
    steps: invocations,
    requests: site.requests(),
    dynamoCalls: capacity.calls,
  };
};

const since = (now: Counts, before: Counts): Counts => {
  const counts = { ...now };
  for (const name of names) counts[name] -= before[name];
  return counts;
};

/** What AWS would bill for the counts of so many cases. */
const billedFor = (counts: Counts, cases: number): Record<Billed, number> => {
  const { callMs, memoryGb, captureMs, captureMemoryGb, logKbPerCase } = priceTable.assumptions;
  const { steps, requests, invoke, schedule, mail, kmsSymmetric, kmsAsymmetric, s3Put, s3Get } = counts;
  const functionRequest = steps + requests + invoke + schedule;
  return {
    ...{ schedule, mail, kmsSymmetric, kmsAsymmetric, s3Put, s3Get, functionRequest },
    stateTransition: counts.transitions,
    functionGbSecond: functionRequest * (callMs / 1000) * memoryGb,
    captureGbSecond: counts.capture * (captureMs / 1000) * captureMemoryGb,
    apiRequest: requests,
    readUnit: counts.readUnits,
    writeUnit: counts.writeUnits,
    logGb: (cases * logKbPerCase) / 1e6,
  };
};

const mostCalled = ({ capacity }: Metered, cases: number): string =>
  [...capacity.kinds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOP)
    .map(([kind, calls]) => `${kind} ${rounded(calls / cases, 1)}`)
    .join(', ');

const reportCost = (report: Report, name: string, counts: Counts, cases: number): void => {
  const scale = PER / cases;
  const costs = costsOf(billedFor(counts, cases), priceTable);
  const { date, region, note, assumptions, prices } = priceTable;
  const parts = costs.map(({ billed, usd }) => `${prices[billed].what} ${rounded(usd * scale)}`).join('; ');
  report({
    name,
    value: costs.reduce((sum, { usd }) => sum + usd, 0) * scale,
    unit: `USD/${PER} cases`,
    n: cases,
    note: `${region}, ${date}. ${note} ${parts}. Assumed: ${assumptions.callMs} ms at ${assumptions.memoryGb} GB a function call, ${assumptions.captureMs} ms at ${assumptions.captureMemoryGb} GB a capture, ${assumptions.logKbPerCase} KB of logs a case. Not counted: storage, keys, alarms, firewall, tracing, the sweep, an authority for time stamps`,
  });
};

const measure = async (report: Report, folder: string): Promise<void> => {
  let metered: Metered | undefined;
  const site = await startLocalSite(folder, async (runtime) => {
    metered = await meterPorts(runtime, folder);
  });
  try {
    const people = await scriptedPeople({ baseUrl: site.baseUrl, folder });
    const walk = async (cases: number): Promise<Counts> => {
      if (metered === undefined) throw new Error('the site stands on unmetered ports');
      const before = countsSoFar(site, metered);
      for (let turn = 0; turn < cases; turn += 1) {
        const filed = await people.wholeCase([site.sampleUrl]);
        await site.runtime.moveClock({ advance: UNTIL_CLOSED });
        await people.expectClosed(filed);
      }
      await site.runtime.moveClock({ advance: UNTIL_ALL_SCHEDULES_FIRED });
      return since(countsSoFar(site, metered), before);
    };
    const first = await walk(1);
    const many = await walk(CASES);
    for (const name of names) {
      const most = name === 'dynamoCalls' && metered !== undefined ? `; most: ${mostCalled(metered, CASES + 1)}` : '';
      const note = `${counted[name]}; the first case alone ${rounded(first[name])}${most}`;
      report({ name: `cost.${name}`, value: many[name] / CASES, unit: 'per case', n: CASES, note });
    }
    reportCost(report, 'cost.first', first, 1);
    reportCost(report, 'cost', many, CASES);
  } finally {
    await site.close();
  }
};

/** Counts what whole cases on the local system use of everything that AWS bills, and what that costs by the dated list of prices. */
export const run = async (report: Report): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-cost-'));
  try {
    await measure(report, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
