import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fields } from '../../scripts/people/browser.ts';
import { settle } from '../../scripts/people/official.ts';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { Affair } from './due-process-people.ts';
import { freePort, held, Outside, people, reason, sleep } from './world.ts';

let folder: string;
let port: string;
let system: RunningSystem;
const running = (): RunningSystem => system;

/** Always at the same address: links in mails that went out before must still lead somewhere. */
const start = async (): Promise<void> => {
  system = await startSystem({ folder, env: { PORT: port } });
};
const loseThePower = async (): Promise<void> => {
  system.process.kill('SIGKILL');
  await once(system.process, 'exit');
  await start();
  await settle(system.baseUrl);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-crash-process-'));
  port = String(await freePort());
  await start();
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The power goes while these are on their way. */
const inFlight: ReadonlySet<string> = new Set(['examination', 'decision', 'appeal']);
/** What leaves the case in the status it was in, or in one that other tests stop. */
const passing: ReadonlySet<string> = new Set(['triage', 'team', 'response']);
const heavy: Fields = { ...held, charges: ['3a'], impact: 'STATE', recommendedSanction: 'B1' };

describe('a machine that loses its power in every status of due process', () => {
  it('goes on where it was: each act stands once, no letter is doubled, one thing is next', async () => {
    const affair = await Affair.file(running);
    const steps: readonly (readonly [string, () => Promise<Fields>, boolean?])[] = [
      ['triage', async () => ({ outcome: 'PROCEED', respondentNip: people.employee, track: 'DISCIPLINE_PNS' })],
      ['review', async () => ({ outcome: 'PROCEED', principles: ['P1'], charges: ['3a'], impact: 'STATE' })],
      ['team', async () => ({ outcome: 'FORM' })],
      ['response', async () => ({ outcome: 'ANSWER', statement: 'Saya akan hadir.' }), true],
      ['examination', async () => heavy],
      ['decision', async () => ({ outcome: 'SANCTION', sanctionCode: 'B1' })],
      [
        'service',
        async () => ({ outcome: 'SERVED', receivedOn: await new Outside(running).today(), method: 'diserahkan' }),
      ],
      ['remedy', async () => ({ outcome: 'FILE', grounds: 'Saya keberatan.' }), true],
      ['appeal', async () => ({ outcome: 'UPHELD', body: 'Atasan pejabat', decisionNumber: 'KEP/2/2026' })],
    ];
    for (const [kind, fields, own] of steps) {
      const { browser, form } = await affair.form(own);
      expect(form.kind).toBe(kind);
      const body = { ...(own === true ? {} : { reason }), ...(await fields()) };
      const sent = browser.submit(form, body).catch(() => undefined);
      if (inFlight.has(kind)) await sleep(40);
      else expect((await sent)?.status).toBe(200);
      if (!passing.has(kind)) await loseThePower();
      await sent;
      // Whoever saw no answer looks again, and acts again where the task still waits.
      const isLost = inFlight.has(kind) && (await affair.view()).openTasks.some((task) => task.kind === kind);
      if (isLost) await affair.act(kind, await fields());
      else await settle(system.baseUrl);
    }
    const { events } = await affair.trail();
    const types = events.map(({ type }) => type);
    for (const type of [
      'ExaminingTeamFormed',
      'ExaminationHeld',
      'ExaminationReported',
      'SanctionDecided',
      'DecisionSigned',
    ])
      expect([type, types.filter((each) => each === type).length]).toEqual([type, 1]);
    for (const type of ['DecisionServed', 'AppealFiled', 'AppealDecided', 'SanctionEffective'])
      expect([type, types.filter((each) => each === type).length]).toEqual([type, 1]);
    const letters = events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => String(data.letterId));
    expect(new Set(letters).size).toBe(letters.length);
    const view = await affair.view();
    expect(view.status).toBe('EFFECTIVE');
    expect(view.openTasks.map(({ kind }) => kind)).toEqual(['execution']);
  }, 120_000);
});
