import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { ClamAvPlace } from '../adapters/clamav/find-clamav.ts';
import { caseIdSchema, taskIdSchema } from '../core/ids.ts';
import type { Log, Scheduler } from '../core/ports.ts';
import { sweep, sweepDefaults } from '../core/sweep/sweep.ts';
import { captureEvidence } from '../core/use-cases/capture-evidence.ts';
import { fireTaskTimer } from '../core/use-cases/fire-task-timer.ts';
import { remindOfMails } from '../core/use-cases/inbound/remind-of-mails.ts';
import { resumeMails } from '../core/use-cases/inbound/resume-mails.ts';
import type { Ports } from '../core/use-cases/ports.ts';
import { BackgroundCaptures } from './background-captures.ts';
import { type MovableClock, startClock } from './engines/clock.ts';
import { writeDurably } from './engines/durable-file.ts';
import { startDynamoDb } from './engines/dynamodb.ts';
import { type MailEngine, startMail } from './engines/mail.ts';
import { type Schedule, startScheduler } from './engines/scheduler.ts';
import { type StepFunctionsEngine, type StepFunctionsOptions, startStepFunctions } from './engines/step-functions.ts';
import { localDefinition, localFunctions } from './flow.ts';
import { LocalWorkflow } from './local-workflow.ts';
import { type LocalParts, localPorts } from './ports.ts';
import { TABLE_PREFIX } from './table-prefix.ts';
import { type ClockMove, travel } from './time-travel.ts';

export interface RuntimeOptions {
  readonly folder: string;
  readonly baseUrl: string;
  readonly log: Log;
  readonly samplePort?: number | undefined;
  /** Path of a Chromium for evidence capture. */
  readonly chromium?: string | undefined;
  /** What stamps evidence; none: evidence bears no time stamp. */
  readonly timeStamping?: LocalParts['timeStamping'];
  /** Where ClamAV is, to scan files from outside. */
  readonly clamAv?: ClamAvPlace | undefined;
  /** How often due schedules are looked for, in milliseconds; 0: only when the clock is moved. */
  readonly tickMs: number;
  /** For tests: what happens at each state, and how long a retry waits. */
  readonly flow?: Pick<StepFunctionsOptions, 'onStateEntered' | 'retryDelayMs'>;
  /** For tests: the machine's own clock, in milliseconds since 1970. */
  readonly realNow?: (() => number) | undefined;
}

/** The system on one machine, without its web server. */
export interface Runtime {
  readonly ports: Awaited<ReturnType<typeof localPorts>>;
  readonly clock: MovableClock;
  readonly mail: MailEngine;
  readonly engine: StepFunctionsEngine;
  /** Resolves when every workflow that can move without a person has moved. */
  settle(): Promise<void>;
  /** Moves the clock, stopping at every schedule on the way, so that each fires at its own time. */
  moveClock(move: ClockMove): Promise<void>;
  /** Drives every open case that nothing drives; also after a restart. */
  redrive(): Promise<void>;
  close(): Promise<void>;
}

const timerTarget = z.object({ caseId: caseIdSchema, taskId: taskIdSchema });
const timerKind = z.enum(['task-remind', 'task-due']);

/** The scheduler port on this machine's engine. */
const schedulerPort = (engine: () => Awaited<ReturnType<typeof startScheduler>>): Scheduler => ({
  scheduleOnce: async ({ name, at, target: { kind, ...payload } }) => {
    await engine().createOnce({ name, at, target: { kind, payload } });
  },
});

const fireTimer = async (ports: Ports, { target }: Schedule): Promise<void> => {
  await fireTaskTimer(ports, { kind: timerKind.parse(target.kind), ...timerTarget.parse(target.payload) });
};

/** Engines and steps need each other: asked for before it is there, this says so. */
const later = <T>(what: string): { get: () => T; set: (value: T) => void } => {
  let held: { value: T } | undefined;
  return {
    get: () => {
      if (held === undefined) throw new Error(`${what} has not been started`);
      return held.value;
    },
    set: (value) => {
      held = { value };
    },
  };
};

const SWEEP_EVERY_MS = 60_000;

/**
 * Starts every engine on loopback and hands their addresses to the adapters that are deployed on AWS.
 * @throws DataFolderInUse when another process has the folder
 */
export const startRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { folder, baseUrl, log, tickMs } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const dynamoDb = await startDynamoDb({ folder });
  const clock = await startClock({ folder, ...(options.realNow === undefined ? {} : { realNow: options.realNow }) });
  const mail = await startMail({ folder: join(folder, 'mail'), now: clock.now });
  const engine = later<StepFunctionsEngine>('the workflow engine');
  const schedules = later<Awaited<ReturnType<typeof startScheduler>>>('the scheduler');
  const mails = later<Ports>('the mail desk');
  const captures = new BackgroundCaptures((capture) => captureEvidence(mails.get(), capture), log);
  const ports = await localPorts({
    folder,
    baseUrl,
    clock,
    log,
    dynamoDbEndpoint: dynamoDb.endpoint,
    mailEndpoint: mail.endpoint,
    scheduler: schedulerPort(schedules.get),
    workflow: new LocalWorkflow(engine.get),
    inboundWork: { wake: async () => void (await resumeMails(mails.get())) },
    captureWork: captures,
    samplePort: options.samplePort,
    timeStamping: options.timeStamping,
    chromium: options.chromium,
    clamAv: options.clamAv,
  });
  mails.set(ports);
  engine.set(
    await startStepFunctions({
      definition: await localDefinition(),
      functions: localFunctions(ports, log),
      ...options.flow,
    }),
  );
  const scheduler = await startScheduler({
    folder: join(folder, 'schedules'),
    now: clock.now,
    onDue: (schedule) => fireTimer(ports, schedule),
    onError: ({ name }, error) => log.error('timer-failed', error, { name }),
    tickMs,
  });
  schedules.set(scheduler);
  await writeDurably(
    join(folder, 'endpoints.json'),
    JSON.stringify({ dynamodb: dynamoDb.endpoint, tablePrefix: TABLE_PREFIX }),
  );

  const settle = async (): Promise<void> => {
    await captures.settled();
    await engine.get().settled();
  };
  const redrive = async (): Promise<void> => {
    await resumeMails(ports, { minAgeMs: 0 });
    await sweep(ports, { ...sweepDefaults, minAgeMs: 0 });
  };
  const sweepAgain = (): void => {
    resumeMails(ports)
      .then(() => remindOfMails(ports))
      .then(() => sweep(ports))
      .catch((error: unknown) => log.error('sweep-failed', error));
  };
  const sweeping = tickMs === 0 ? undefined : setInterval(sweepAgain, SWEEP_EVERY_MS);

  return {
    ports,
    clock,
    mail,
    engine: engine.get(),
    settle,
    redrive,
    moveClock: (move) => travel({ clock, scheduler, settle }, move),
    close: async () => {
      clearInterval(sweeping);
      await scheduler.close();
      await captures.close();
      await engine.get().close();
      await mail.close();
      await clock.close();
      await dynamoDb.close();
    },
  };
};
