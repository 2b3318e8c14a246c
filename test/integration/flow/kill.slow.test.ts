import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CaseId, caseIdSchema } from '../../../core/ids.ts';
import { startWorld } from '../../support/case-world.ts';
import { quickLetters } from '../../support/with-ports.ts';
import { finish } from './onward.ts';

const ROUNDS = 4;
const CHILD = join(import.meta.dirname, 'kill-child.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets a child work until it has acknowledged `reports`, and a little longer, and kills it without warning. */
const killedInTheAct = async (reports: number, extraMs: number): Promise<CaseId[]> => {
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const enough = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > reports) resolve();
    });
    child.once('exit', () => reject(new Error('the child ended by itself')));
  });
  await enough;
  await pause(extraMs);
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => caseIdSchema.parse(line));
};

const happensOnce = [
  'EvidenceRequested',
  'PrinciplesSuggested',
  'TriageDecided',
  'ReviewDecided',
  'DisclosureFrozen',
  'SummonsIssued',
  'ExaminationHeld',
  'ExaminationReported',
  'SanctionDecided',
  'DecisionSigned',
  'IdentityRevealed',
  'DecisionServed',
  'AppealFiled',
  'AppealDecided',
  'CaseClosed',
];

test('kill -9 at any moment: every acknowledged report is there, finishes, and nothing in it happened twice', async () => {
  const acknowledged: CaseId[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await killedInTheAct(2, Math.floor(Math.random() * 250))));
  }
  const world = await startWorld({ folder });
  Object.assign(world.runtime.ports, quickLetters);
  try {
    await world.runtime.redrive();
    await world.runtime.settle();
    for (const caseId of acknowledged) {
      await finish(world, caseId);
      // Reading the state verifies the chain.
      expect([caseId, (await world.state(caseId)).closed?.reason]).toEqual([caseId, 'ANNULLED']);
      const types = (await world.events(caseId)).map(({ type }) => type);
      expect(happensOnce.map((type) => types.filter((candidate) => candidate === type).length)).toEqual(
        happensOnce.map(() => 1),
      );
      const counts = ['TaskOpened', 'NotificationSent', 'EvidenceStored', 'LetterIssued'].map(
        (type) => types.filter((candidate) => candidate === type).length,
      );
      expect(counts).toEqual([8, 6, 2, 6]);
      const mails = world.runtime.mail.inbox
        .list()
        .filter(({ headers }) => headers['x-tertib-mail-id']?.startsWith(`notice:${caseId}:`));
      expect(mails).toHaveLength(6);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(2 * ROUNDS);
  } finally {
    await world.close();
  }
}, 60_000);
