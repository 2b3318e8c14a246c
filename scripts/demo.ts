import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { verifyTrail } from '../core/trail/verify.ts';
import { samplePeople, someone } from './demo/sample-people.ts';
import { type Scenario, scenarios } from './demo/scenarios.ts';
import { check, Stage } from './demo/stage.ts';
import { type RunningSystem, startSystem } from './people/system.ts';

const say = (text: string): void => console.log(text);
const step = (who: string, what: string): void => say(`  ${who.padEnd(40)} ${what}`);

const usage = `npm run demo -- [--scenario NAME|all]\n  ${Object.keys(scenarios).join(' ')}`;

/** What the trail must hold, whoever walked it: it verifies, no mail told anything, and the story is the one that was to be told. */
const conclude = async (stage: Stage, scenario: Scenario, folder: string): Promise<void> => {
  const events = await stage.trail();
  say('\nJejak / The trail');
  for (const { seq, type, at, hash } of events)
    say(`  ${String(seq).padStart(3)}  ${at}  ${type.padEnd(24)} ${hash.slice(0, 16)}`);
  const exported = await stage.exported();
  await writeFile(join(folder, `${stage.caseNumber}.json`), exported);
  const verdict = verifyTrail(z.object({ events: z.array(z.unknown()) }).parse(JSON.parse(exported)).events);
  say(`\nPemeriksaan / Verification: ${verdict.verdict}`);
  check(verdict.verdict === 'valid', 'the exported trail verifies');
  const status = await stage.status();
  check(status === scenario.status, `the case ends ${scenario.status}, not ${status}`);
  for (const type of scenario.events)
    check(
      events.some((event) => event.type === type),
      `the trail holds ${type}`,
    );
  const mails = await stage.mails();
  say('\nSurat / Mails');
  for (const { to, subject } of mails.toReversed()) step(to, subject);
  check(!mails.some(({ text }) => text.includes('hoaks')), 'no mail carries content of the case');
  check(!JSON.stringify(events).includes('warga@pelapor'), 'no event names the reporter');
};

const play = async ({ baseUrl, folder }: RunningSystem, name: string, scenario: Scenario): Promise<void> => {
  say(`\n== ${name}: ${scenario.title}`);
  const stage = new Stage(baseUrl, someone(await samplePeople(), scenario.respondent), step);
  await stage.report({ key: `demo-${name}` });
  await scenario.walk(stage);
  await conclude(stage, scenario, folder);
};

const chosen = (): [string, Scenario][] | undefined => {
  const { values } = parseArgs({ options: { scenario: { type: 'string', default: 'light' } } });
  if (values.scenario === 'all') return Object.entries(scenarios);
  const scenario = scenarios[values.scenario];
  return scenario === undefined ? undefined : [[values.scenario, scenario]];
};

const run = async (cases: readonly [string, Scenario][]): Promise<void> => {
  for (const [name, scenario] of cases) {
    // Each has data of its own: what one leaves behind must not be another's history.
    const system = await startSystem();
    try {
      say(`Tertib berjalan sementara di / runs for this demonstration at ${system.baseUrl}`);
      await play(system, name, scenario);
    } finally {
      await system.stop();
    }
  }
  say('\nSemua terpenuhi. / All held.');
};

const cases = chosen();
if (cases === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await run(cases).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
