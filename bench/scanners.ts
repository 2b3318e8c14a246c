import { findChromium } from '../adapters/browser-capture/find-chromium.ts';
import { startSystem } from '../scripts/people/system.ts';
import { type SystemWatch, watchSystem } from '../test/support/scanner/case-watch.ts';
import { freePort } from '../test/support/scanner/free-port.ts';
import { type Judged, judgeVisits } from '../test/support/scanner/judge-visits.ts';
import {
  type Accused,
  contentsOf,
  fetchReceiptCode,
  type MailedLink,
  mailReport,
  type Place,
  walkMailedCase,
} from '../test/support/scanner/mailed-case.ts';
import { type Scanner, startScanner, type Tier, tiers } from '../test/support/scanner/scanner.ts';
import { budgetRow, type Report } from './support/row.ts';

const PUTRI: Accused = {
  nip: '199307092019032008',
  name: 'Putri Ayu Maharani',
  mail: 'putri.maharani@contoh.tertib.test',
};

/** What comes to one link between its mail and its person: many that only look, some browsers, a few that press. */
const MIX: readonly Tier[] = [3, 0, 1, 0, 1, 2, 0, 1, 4, 0, 1, 2, 0, 1, 1];
/** The last one is upheld: only there an execution follows. */
const CASES = ['ANNULLED', 'ANNULLED', 'ANNULLED', 'ANNULLED', 'ANNULLED', 'UPHELD'] as const;
const MOST_AT_ONCE = 3;

interface Trials {
  readonly place: Place;
  readonly watch: SystemWatch;
  readonly scanner: Scanner;
}

const scannedLinks = async ({ place, watch, scanner }: Trials): Promise<{ judged: Judged[]; people: number }> => {
  const judged: Judged[] = [];
  let people = 0;
  const between = async (link: MailedLink): Promise<void> => {
    const contents = [...contentsOf(link.caseNumber, PUTRI), ...(link.kind === 'setup' ? [] : [link.to])];
    judged.push(await judgeVisits({ scanner, watch, contents, tiers: MIX, atOnce: MOST_AT_ONCE }, link));
  };
  for (const ending of CASES) {
    people += await walkMailedCase(place, { accused: PUTRI, ending, between });
    const link = await mailReport(place, `zulkarnaen${people}@warga.test`);
    await between(link);
    await fetchReceiptCode(link);
    people += 1;
  }
  return { judged, people };
};

const sum = (judged: readonly Judged[], of: (one: Judged) => number): number =>
  judged.reduce((total, one) => total + of(one), 0);

const reportOn = (report: Report, judged: readonly Judged[], people: number): void => {
  const visits = (tier: Tier): number => sum(judged, (one) => one.visits[tier]);
  const all = tiers.reduce<number>((total, tier) => total + visits(tier), 0);
  for (const tier of tiers) {
    report({
      name: `scanners.tier${tier}`,
      value: visits(tier),
      unit: 'visits',
      n: judged.length,
      note: 'to so many links',
    });
  }
  const none = { limit: 0, unit: 'of 0 allowed', bound: 'at most', n: all } as const;
  const moved = judged.flatMap((one) => one.moved);
  const contents = judged.flatMap((one) => one.contents);
  const others = sum(judged, ({ touches }) => touches.filter(({ actor }) => actor.kind !== 'robot').length);
  const pressed = sum(judged, (one) => one.pressed);
  const requests = sum(judged, (one) => one.requests);
  report(
    budgetRow({
      name: 'scanners.visits',
      value: all,
      unit: 'visits',
      n: judged.length,
      limit: 1000,
      bound: 'at least',
      note: `${requests} requests, ${pressed} buttons pressed`,
    }),
  );
  report(budgetRow({ ...none, name: 'scanners.stateChanges', value: moved.length, note: moved.slice(0, 5).join(' ') }));
  report(
    budgetRow({
      ...none,
      name: 'scanners.contentsSeen',
      value: contents.length,
      note: contents.slice(0, 3).join('; '),
    }),
  );
  report(
    budgetRow({ ...none, name: 'scanners.touchesAsPerson', value: others, note: 'records that are not a robot’s' }),
  );
  const codes = sum(judged, (one) => one.codeMails.length);
  report({
    name: 'scanners.robotTouches',
    value: sum(judged, (one) => one.touches.length) - others,
    unit: 'records',
    n: all,
    note: `${codes} codes mailed to holders`,
  });
  report({
    name: 'scanners.people',
    value: people,
    unit: 'people',
    n: judged.length,
    note: 'came after the robots, proved their mailbox and acted',
  });
};

/** A thousand visits of link scanners of all tiers to every kind of mailed link of the running program; then each link's person. */
export const run = async (report: Report): Promise<void> => {
  const chromium = findChromium(process.env);
  if (chromium === undefined) {
    report({ name: 'scanners', value: 0, unit: 'visits', n: 0, note: 'not measured: no Chromium on PATH' });
    return;
  }
  const smtpPort = await freePort();
  const system = await startSystem({ env: { SMTP_PORT: String(smtpPort), TERTIB_CHROMIUM: 'none' } });
  const scanner = await startScanner(chromium);
  try {
    const began = performance.now();
    const watch = await watchSystem(system);
    const { judged, people } = await scannedLinks({ place: { baseUrl: system.baseUrl, smtpPort }, watch, scanner });
    reportOn(report, judged, people);
    report({
      name: 'scanners.seconds',
      value: (performance.now() - began) / 1000,
      unit: 's',
      n: judged.length,
      note: 'people included',
    });
  } finally {
    await scanner.close();
    await system.stop();
  }
};
