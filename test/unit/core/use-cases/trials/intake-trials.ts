import { sweep } from '../../../../../core/sweep/sweep.ts';
import { actOnTask } from '../../../../../core/use-cases/act-on-task.ts';
import { receiveReport } from '../../../../../core/use-cases/receive-report.ts';
import { linkSecret } from '../../../../../core/use-cases/task-link.ts';
import { liveTask, requestCode, verifyCode } from '../../../../../core/use-cases/visit-link.ts';
import { faultyPorts } from '../../../../support/faulty-ports.ts';
import { parsedReport, Walk } from '../../../../support/memory/walk.ts';
import { steps } from '../../../../support/sample-report.ts';
import { prepare } from '../crash-points.ts';
import { attachment, BROWSER, review } from '../worlds.ts';
import { noInput } from './make-trial.ts';

const intakeTrial = (idempotencyKey: string) =>
  prepare({
    name: 'receiveReport with an idempotency key',
    world: async () => {
      const walk = await Walk.file();
      walk.store.randomCalls = 1000;
      return walk;
    },
    input: async () => parsedReport({ attachments: [attachment] }),
    run: ({ ports }, report) => receiveReport(ports, { report, channel: 'API', idempotencyKey }),
    sameAnswer: true,
  });

/** What a process leaves that dies right after the act: the event stands, and no row, mail or callback follows. */
const actedAndDied = async (): Promise<Walk> => {
  const walk = await review();
  const form = await walk.form(steps.review);
  const counting = faultyPorts(walk.copy().ports);
  await actOnTask(counting.ports, form);
  const dying = faultyPorts(walk.ports);
  dying.dieAt(counting.calls.indexOf('trail.append') + 1, 'after');
  await actOnTask(dying.ports, form).catch(() => {});
  return walk;
};

export const intakeTrials = [
  intakeTrial('kunci-1'),
  prepare({
    name: 'the sweep itself, after a process that died in the act',
    world: actedAndDied,
    input: noInput,
    run: ({ ports }) => sweep(ports, { minAgeMs: 0, maxCases: 100 }),
    sameAnswer: false,
  }),
] as const;

/** A filing without an idempotency key: whoever files again files another report. */
export const unkeyed = prepare({
  name: 'receiveReport without an idempotency key',
  world: () => Walk.file(),
  input: async () => parsedReport(),
  run: ({ ports }, report) => receiveReport(ports, { report, channel: 'API' }),
  sameAnswer: false,
});

/** A code that the holder typed, in the browser that asked for it. */
const codeOf = (walk: Walk): string => {
  const mail = [...walk.store.mails.values()].findLast(({ mailId }) => mailId.startsWith('code:'));
  return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? 'no code';
};

const live = async (walk: Walk) => {
  const { taskId } = await walk.openTask();
  const found = await liveTask(walk.ports, { taskId, secret: await linkSecret(walk.ports, taskId) });
  if (found === undefined) throw new Error('the link does not live');
  return found;
};

const askForCode = async (walk: Walk): Promise<'sent' | 'throttled'> =>
  requestCode(walk.ports, await live(walk), { browser: BROWSER, client: 'network' });

const typeCode = async (walk: Walk) => {
  const { taskId } = await walk.openTask();
  return verifyCode(walk.ports, taskId, { browser: BROWSER, code: codeOf(walk) });
};

export const codeTrials = [
  prepare({
    name: 'requestCode, whose newest code opens',
    world: review,
    input: noInput,
    // Each request mails a fresh code and kills the one before, so a repeated one may mail twice; the newest must open.
    run: async (walk) => [await askForCode(walk), await typeCode(walk)],
    sameAnswer: true,
  }),
  prepare({
    name: 'verifyCode',
    world: async () => {
      const walk = await review();
      await askForCode(walk);
      return walk;
    },
    input: noInput,
    run: typeCode,
    sameAnswer: true,
  }),
] as const;
