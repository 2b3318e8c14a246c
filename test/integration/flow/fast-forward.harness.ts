import type { CaseId } from '../../../core/ids.ts';
import type { LetterPrinter } from '../../../core/ports.ts';
import { addMessage } from '../../../core/use-cases/follow-report.ts';
import { startCase } from '../../../core/use-cases/start-case.ts';
import type { StepFunctionsOptions } from '../../../local/engines/step-functions.ts';
import { type CaseWorld, sampleReport, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { agency, nips, staff } from '../../support/sample-staff.ts';
import type { WatchedWorld } from './compare.ts';

export type Entered = Parameters<NonNullable<StepFunctionsOptions['onStateEntered']>>[0];

/** What people do, in the order in which they are asked. */
export interface Script {
  readonly report: Record<string, unknown>;
  readonly acts: readonly Record<string, unknown>[];
}

const DEAD_PAGE = 'http://127.0.0.1/unggahan';
const withUrl = { incident: { ...sampleReport().incident, urls: [DEAD_PAGE] } };

/** A question, its answer, and then a sanction: most states of the flow lie on this way. */
export const longWay: Script = {
  report: withUrl,
  acts: [
    { outcome: 'ASK_REPORTER' },
    { answer: 'Unggahan itu pada 1 Maret.' },
    steps.triage,
    steps.review,
    steps.decision,
  ],
};
export const shortWay: Script = { report: {}, acts: [steps.triage, steps.review, steps.decision] };

/** One world whose executions can be killed when they enter a state. */
export interface KillingWorld extends WatchedWorld {
  /** Kills executions of every case at each entry into `state`, `times` times in all. */
  killAt(state: string, times: number): void;
  readonly killed: readonly Entered[];
}

/** A letter's bytes without the cost of a PDF. */
const quickPrinter: LetterPrinter = { pdf: async (letter) => new TextEncoder().encode(JSON.stringify(letter)) };

/** Cases are spread over the officers by number; two cases are only equal where there is one. */
const onlyOneOfficer = async ({ runtime: { ports } }: CaseWorld): Promise<void> => {
  const second = staff.find(({ nip }) => nip === nips.triageTwo);
  if (second !== undefined) await ports.directory.putStaff({ ...second, active: false });
};

export const startKillingWorld = async (folder?: string): Promise<KillingWorld> => {
  let plan: { state: string; left: number } | undefined;
  const killed: Entered[] = [];
  let stop: (name: string) => void = () => {};
  const world = await startWorld({
    realNow: marchClock(),
    ...(folder === undefined ? {} : { folder }),
    flow: {
      onStateEntered: (entered) => {
        if (plan?.state !== entered.state || plan.left === 0) return;
        plan.left -= 1;
        killed.push(entered);
        stop(entered.execution);
      },
    },
  });
  stop = (name) => world.runtime.engine.stop(name);
  const { ports } = world.runtime;
  await onlyOneOfficer(world);
  const schedules = new Set<string>();
  const { scheduler } = ports;
  Object.assign(ports, {
    letterPrinter: quickPrinter,
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
    killed,
    killAt: (state, times) => {
      plan = { state, left: times };
      killed.length = 0;
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
  for (let tries = 0; tries < 5; tries += 1) {
    if ((await world.state(caseId)).closed !== undefined || (await isDriven(world, caseId))) return;
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

/** Plays a script to its end, replacing each execution that died. `between` runs before each act. */
export const play = async (
  world: CaseWorld,
  script: Script,
  { revive = bySweep, between }: { revive?: Revive; between?: (caseId: CaseId, act: number) => Promise<void> } = {},
): Promise<CaseId> => {
  const filed = await world.file(script.report);
  for (const [index, act] of script.acts.entries()) {
    await keepDriven(world, filed.caseId, revive);
    await between?.(filed.caseId, index);
    await perform(world, filed, act);
  }
  await keepDriven(world, filed.caseId, revive);
  return filed.caseId;
};
