import type { CaseId } from '../../../core/ids.ts';
import { addMessage } from '../../../core/use-cases/follow-report.ts';
import { startCase } from '../../../core/use-cases/start-case.ts';
import type { StepFunctionsOptions } from '../../../local/engines/step-functions.ts';
import { type CaseWorld, sampleReport, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { agency, nips, staff } from '../../support/sample-staff.ts';
import { down, quickPrinter } from '../../support/with-ports.ts';
import type { WatchedWorld } from './compare.ts';

export type Entered = Parameters<NonNullable<StepFunctionsOptions['onStateEntered']>>[0];

type Fields = Record<string, unknown>;

/** What people do, in the order in which they are asked; an `answer` is the reporter's. */
export interface Script {
  readonly report: Fields;
  readonly acts: (world: CaseWorld) => Promise<readonly Fields[]>;
  /** Puts the world into a state in which the flow goes this way. Answers how to put it right again. */
  readonly arrange?: (world: CaseWorld) => Promise<() => Promise<void>>;
  /** What an administrator does before anyone can act. */
  readonly beforeActs?: (world: CaseWorld) => Promise<void>;
}

const withUrl = { incident: { ...sampleReport().incident, urls: ['http://127.0.0.1/unggahan'] } };
const acts =
  (...list: Fields[]) =>
  async () =>
    list;

const setOfficers = async ({ runtime: { ports } }: CaseWorld, active: readonly string[]): Promise<void> => {
  for (const person of staff.filter(({ roles }) => roles.includes('triage'))) {
    await ports.directory.putStaff({ ...person, active: active.includes(person.nip) });
  }
};

export const scripts = {
  rejected: { report: withUrl, acts: acts({ outcome: 'REJECT' }) },
  asked: { report: {}, acts: acts({ outcome: 'ASK_REPORTER' }, { answer: 'Pada 1 Maret.' }, { outcome: 'REJECT' }) },
  sanctioned: { report: {}, acts: acts(steps.triage, steps.review, steps.decision) },
  merged: {
    report: {},
    acts: async (world) => [{ outcome: 'MERGE', caseNumber: (await world.file()).caseId }],
  },
  gaveUp: {
    report: withUrl,
    acts: acts({ outcome: 'REJECT' }),
    arrange: async ({ runtime: { ports } }) => {
      const { pageCapture } = ports;
      Object.assign(ports, { pageCapture: { capture: down } });
      return async () => void Object.assign(ports, { pageCapture });
    },
  },
  parked: {
    report: {},
    acts: acts({ outcome: 'REJECT' }),
    arrange: async (world) => {
      await setOfficers(world, []);
      return () => setOfficers(world, [nips.triageOne]);
    },
    beforeActs: async (world) => {
      await setOfficers(world, [nips.triageOne]);
      await world.runtime.moveClock({ advance: 'PT1H' });
    },
  },
  everything: {
    report: withUrl,
    acts: acts(
      { outcome: 'ASK_REPORTER' },
      { answer: 'Unggahan itu pada 1 Maret.' },
      steps.triage,
      { outcome: 'MORE_EVIDENCE' },
      steps.triage,
      steps.review,
      { outcome: 'RETURN' },
      steps.triage,
      steps.review,
      steps.decision,
    ),
  },
} satisfies Record<string, Script>;

/** The shortest way through each state of the definition. */
export const wayThrough: Readonly<Record<string, Script>> = {
  PlanCapture: scripts.rejected,
  CaptureOrAsk: scripts.rejected,
  CaptureAll: scripts.rejected,
  CaptureEvidence: scripts.rejected,
  CaptureGaveUp: scripts.gaveUp,
  SuggestPrinciples: scripts.rejected,
  Triage: scripts.rejected,
  TriageOutcome: scripts.rejected,
  AskReporter: scripts.asked,
  AwaitReporter: scripts.asked,
  MergeReport: scripts.merged,
  Review: scripts.sanctioned,
  ReviewOutcome: scripts.sanctioned,
  Decide: scripts.sanctioned,
  DecisionOutcome: scripts.sanctioned,
  IssueDecision: scripts.sanctioned,
  Notify: scripts.rejected,
  CloseCase: scripts.rejected,
  Done: scripts.rejected,
  ParkCase: scripts.parked,
  Parked: scripts.parked,
};

/** One world whose executions can be killed when they enter a state. */
export interface KillingWorld extends WatchedWorld {
  /** Kills executions on entering `state`, `times` times in all. */
  killAt(state: string, times: number): void;
  /** Kills an execution on the first entry into each state there is. */
  killEverywhere(): void;
  letLive(): void;
  readonly killed: readonly Entered[];
}

export const startKillingWorld = async (
  options: { folder?: string; realNow?: () => number } = {},
): Promise<KillingWorld> => {
  let plan: (state: string) => boolean = () => false;
  const killed: Entered[] = [];
  let stop: (name: string) => void = () => {};
  const world = await startWorld({
    realNow: marchClock(),
    ...options,
    flow: {
      onStateEntered: (entered) => {
        if (!plan(entered.state)) return;
        killed.push(entered);
        stop(entered.execution);
      },
    },
  });
  stop = (name) => world.runtime.engine.stop(name);
  const { ports } = world.runtime;
  // Cases are spread over the officers by number; two cases are only equal where there is one.
  await setOfficers(world, [nips.triageOne]);
  const schedules = new Set<string>();
  const sent: string[] = [];
  const { scheduler, mailer } = ports;
  Object.assign(ports, {
    letterPrinter: quickPrinter,
    mailer: {
      send: (mail: Parameters<typeof mailer.send>[0]) => {
        sent.push(mail.mailId);
        return mailer.send(mail);
      },
    },
    scheduler: {
      scheduleOnce: (timer: Parameters<typeof scheduler.scheduleOnce>[0]) => {
        schedules.add(timer.name);
        return scheduler.scheduleOnce(timer);
      },
    },
  });
  return {
    ...world,
    schedules,
    sent,
    killed,
    killAt: (state, times) => {
      killed.length = 0;
      plan = (entered) => entered === state && killed.length < times;
    },
    killEverywhere: () => {
      killed.length = 0;
      plan = (entered) => !killed.some(({ state }) => state === entered);
    },
    letLive: () => {
      plan = () => false;
    },
  };
};

/** How a dead execution is replaced: by hand, or by the sweep. */
export type Revive = (world: CaseWorld, caseId: CaseId) => Promise<void>;

export const byStartCase: Revive = async ({ runtime, state }, caseId) => {
  const { round } = await state(caseId);
  await startCase(runtime.ports, { caseId, agencyId: agency.agencyId, round });
};
export const bySweep: Revive = ({ runtime }) => runtime.redrive();

const isDriven = async ({ runtime }: CaseWorld, caseId: CaseId): Promise<boolean> => {
  const found = await runtime.ports.cases.get(caseId);
  return found?.execution !== undefined && runtime.ports.workflow.isRunning(found.execution.name);
};

/** Replaces executions until one lives, or the case is over. */
const keepDriven = async (world: CaseWorld, caseId: CaseId, revive: Revive): Promise<void> => {
  await world.runtime.settle();
  for (let tries = 0; tries < 30; tries += 1) {
    const { closed, parkedAt } = await world.state(caseId);
    if (closed !== undefined || parkedAt !== undefined || (await isDriven(world, caseId))) return;
    await revive(world, caseId);
    await world.runtime.settle();
  }
};

const perform = async (
  world: CaseWorld,
  filed: { caseId: CaseId; receiptCode: string },
  act: Record<string, unknown>,
): Promise<void> => {
  if (typeof act.answer === 'string') {
    await addMessage(world.runtime.ports, { receiptCode: filed.receiptCode, text: act.answer });
    await world.runtime.settle();
    return;
  }
  const result = await world.act(filed.caseId, act);
  if (result.kind === 'refused') throw new Error(result.refusal.en);
};

interface Playing {
  readonly revive?: Revive;
  /** Runs before each act. */
  readonly between?: (caseId: CaseId) => Promise<void>;
}

/** Plays a script to its end, replacing each execution that died. */
export const play = async (world: CaseWorld, script: Script, playing: Playing = {}): Promise<CaseId> => {
  const { revive = bySweep, between } = playing;
  const restore = await script.arrange?.(world);
  try {
    const filed = await world.file(script.report);
    await keepDriven(world, filed.caseId, revive);
    if (script.beforeActs !== undefined) {
      await script.beforeActs(world);
      await world.runtime.redrive();
    }
    for (const act of await script.acts(world)) {
      await keepDriven(world, filed.caseId, revive);
      await between?.(filed.caseId);
      await perform(world, filed, act);
    }
    await keepDriven(world, filed.caseId, revive);
    return filed.caseId;
  } finally {
    await restore?.();
  }
};
