import type { TaskKind } from '../../../../core/case/events.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { actOnTask } from '../../../../core/use-cases/act-on-task.ts';
import { captureEvidence } from '../../../../core/use-cases/capture-evidence.ts';
import { closeCaseStep, parkCaseStep } from '../../../../core/use-cases/close-case.ts';
import { collectUploads } from '../../../../core/use-cases/collect-uploads.ts';
import { fireTaskTimer } from '../../../../core/use-cases/fire-task-timer.ts';
import { addMessage } from '../../../../core/use-cases/follow-report.ts';
import { issueDecisionStep } from '../../../../core/use-cases/issue-decision.ts';
import { mergeReportStep } from '../../../../core/use-cases/merge-report.ts';
import { notifyStep } from '../../../../core/use-cases/notify.ts';
import { planCapture } from '../../../../core/use-cases/plan-capture.ts';
import { receiveReport } from '../../../../core/use-cases/receive-report.ts';
import { startCase } from '../../../../core/use-cases/start-case.ts';
import { suggestPrinciplesStep } from '../../../../core/use-cases/suggest-principles.ts';
import { linkSecret } from '../../../../core/use-cases/task-link.ts';
import { liveTask, requestCode, verifyCode } from '../../../../core/use-cases/visit-link.ts';
import { faultyPorts } from '../../../support/faulty-ports.ts';
import { parsedReport, Walk } from '../../../support/memory/walk.ts';
import { steps } from '../../../support/sample-report.ts';
import { prepare } from './crash-points.ts';
import {
  ATTACHED,
  answering,
  asking,
  at,
  attachment,
  BROWSER,
  decided,
  decision,
  incident,
  merging,
  namingTheHead,
  outsider,
  rejected,
  review,
  silentAuthority,
  suggested,
  triage,
  withPage,
} from './worlds.ts';

const noInput = async (): Promise<undefined> => undefined;

const opening = (kind: TaskKind, world: () => Promise<Walk>) =>
  prepare({
    name: `openTaskStep opening the ${kind} task`,
    world,
    input: noInput,
    run: (walk, _none, attempt) => walk.stand(kind, attempt),
    sameAnswer: true,
  });

const acting = (name: string, world: () => Promise<Walk>, fields: Record<string, unknown>) =>
  prepare({
    name: `actOnTask: ${name}`,
    world,
    input: (walk) => walk.form(fields),
    run: ({ ports }, input) => actOnTask(ports, input),
    sameAnswer: true,
  });

const ringing = (name: string, world: () => Promise<Walk>, kind: 'task-remind' | 'task-due') =>
  prepare({
    name: `fireTaskTimer: ${name}`,
    world,
    input: async (walk) => ({ kind, caseId: walk.caseId, taskId: (await walk.openTask()).taskId }),
    run: ({ ports }, target) => fireTaskTimer(ports, target),
    sameAnswer: false,
  });

const step = (name: string, world: () => Promise<Walk>, run: (walk: Walk) => Promise<unknown>) =>
  prepare({ name, world, input: noInput, run, sameAnswer: true });

export const flowTrials = await Promise.all([
  step('planCapture', withPage, async (walk) => planCapture(walk.ports, await walk.place())),
  prepare({
    name: 'captureEvidence of a page that answers',
    world: async () => (await withPage()).plan(),
    input: noInput,
    run: async (walk) => {
      const { captures, ...place } = await planCapture(walk.ports, await walk.place());
      for (const artifactId of captures) await captureEvidence(walk.ports, { ...place, artifactId });
    },
    sameAnswer: false,
  }),
  prepare({
    name: 'captureEvidence of a page that does not answer',
    world: async () => (await Walk.file(incident(['https://mati.test/']))).plan(),
    input: noInput,
    run: async (walk) => {
      const { captures, ...place } = await planCapture(walk.ports, await walk.place());
      for (const artifactId of captures) await captureEvidence(walk.ports, { ...place, artifactId });
    },
    sameAnswer: false,
  }),
  step(
    'suggestPrinciplesStep',
    async () => (await withPage()).capture(),
    async (walk) => suggestPrinciplesStep(walk.ports, await walk.place()),
  ),
  opening('triage', suggested),
  opening('answer', async () => (await (await asking()).plan()).notify()),
  opening('review', async () => (await triage()).acted(steps.triage)),
  opening('decision', async () => (await review()).acted(steps.review)),
  step(
    'notifyStep asking the reporter',
    async () => (await asking()).plan(),
    async (walk) => notifyStep(walk.ports, await walk.place()),
  ),
  step('mergeReportStep', merging, async (walk) => mergeReportStep(walk.ports, await walk.place())),
  step('issueDecisionStep', decided, async (walk) => issueDecisionStep(walk.ports, await walk.place())),
  step(
    'notifyStep after a sanction',
    async () => (await decided()).issue(),
    async (walk) => notifyStep(walk.ports, await walk.place()),
  ),
  step('notifyStep after a rejection', rejected, async (walk) => notifyStep(walk.ports, await walk.place())),
  step(
    'closeCaseStep',
    async () => (await (await decided()).issue()).notify(),
    async (walk) => closeCaseStep(walk.ports, await walk.place()),
  ),
  step('parkCaseStep', suggested, async (walk) =>
    parkCaseStep(walk.ports, { ...(await walk.place()), failure: { Error: 'NoEligibleAssignee' } }),
  ),
  prepare({
    name: 'collectUploads',
    world: async () => {
      const walk = await suggested(Walk.file({ attachments: [attachment, { ...attachment, fileName: 'dua.png' }] }));
      walk.store.uploads.set(`${walk.caseId}/attachment-1`, ATTACHED);
      walk.store.uploads.set(`${walk.caseId}/attachment-2`, new TextEncoder().encode('sesuatu lain'));
      return walk;
    },
    input: noInput,
    run: async (walk) => (await collectUploads(walk.ports, await walk.state())).evidence.length,
    sameAnswer: true,
  }),
  prepare({
    name: 'startCase',
    world: async () => {
      const walk = await suggested();
      for (const name of walk.store.executions.keys()) walk.store.executions.set(name, 'OVER');
      return walk;
    },
    input: noInput,
    run: async (walk) => startCase(walk.ports, await walk.place()),
    sameAnswer: false,
  }),
]);

export const peopleTrials = await Promise.all([
  acting('triage proceeds', triage, steps.triage),
  acting('triage asks the reporter', triage, { outcome: 'ASK_REPORTER' }),
  acting('triage rejects', triage, { outcome: 'REJECT' }),
  acting('triage names someone above the officer', outsider, namingTheHead),
  acting('review proceeds', review, steps.review),
  acting('review dismisses', review, { outcome: 'DISMISS' }),
  acting('review wants more evidence', review, { outcome: 'MORE_EVIDENCE' }),
  acting('the reviewer recuses themselves', review, { outcome: 'RECUSE' }),
  acting('the authority sanctions', decision, steps.decision),
  acting('the authority dismisses', decision, { outcome: 'DISMISS' }),
  acting('the authority returns the case', decision, { outcome: 'RETURN' }),
  ringing('a reminder', () => at(review, 'remindAt'), 'task-remind'),
  ringing('a silent superior', () => at(review, 'dueAt'), 'task-due'),
  ringing('a silent triage officer', () => at(triage, 'dueAt'), 'task-due'),
  ringing('a silent authority', silentAuthority, 'task-due'),
  ringing('a silent reporter', () => at(answering, 'dueAt'), 'task-due'),
  prepare({
    name: 'addMessage answering a question',
    world: answering,
    input: noInput,
    run: ({ ports, receiptCode }) => addMessage(ports, { receiptCode, text: 'Saya melihatnya sendiri.' }),
    sameAnswer: true,
  }),
]);

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

export const intakeTrials = await Promise.all([
  intakeTrial('kunci-1'),
  prepare({
    name: 'the sweep itself, after a process that died in the act',
    world: actedAndDied,
    input: noInput,
    run: ({ ports }) => sweep(ports, { minAgeMs: 0, maxCases: 100 }),
    sameAnswer: false,
  }),
]);

/** A filing without an idempotency key: whoever files again files another report. */
export const unkeyed = await prepare({
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
  requestCode(walk.ports, await live(walk), BROWSER);

const typeCode = async (walk: Walk) => {
  const { taskId } = await walk.openTask();
  return verifyCode(walk.ports, taskId, { browser: BROWSER, code: codeOf(walk) });
};

export const codeTrials = await Promise.all([
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
]);
