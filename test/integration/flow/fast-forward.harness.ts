import { startOfDay } from '../../../core/calendar/zones.ts';
import type { CaseId } from '../../../core/ids.ts';
import { addMessage } from '../../../core/use-cases/follow-report.ts';
import { startCase } from '../../../core/use-cases/start-case.ts';
import type { StepFunctionsOptions } from '../../../local/engines/step-functions.ts';
import { type CaseWorld, startWorld } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { agency, nips } from '../../support/sample-staff.ts';
import { quickLetters } from '../../support/with-ports.ts';
import type { WatchedWorld } from './compare.ts';
import { type Script, setOfficers, type Turn, withFreshRespondent } from './scripts.ts';

export { type Script, scripts, wayThrough } from './scripts.ts';

export type Entered = Parameters<NonNullable<StepFunctionsOptions['onStateEntered']>>[0];

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
    ...quickLetters,
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

/** The last day of the sanction, as it took effect, has come. */
const sanctionOver = async (world: CaseWorld, caseId: CaseId): Promise<void> => {
  const state = await world.state(caseId);
  const endsOn = state.status === 'EFFECTIVE' ? state.effect.endsOn : undefined;
  if (endsOn === undefined) throw new Error(`${caseId} is not served for any time`);
  await world.runtime.moveClock({ set: startOfDay(endsOn, agency.zone) });
};

/** Takes one turn, whoever's it is. */
export const perform = async (
  world: CaseWorld,
  { caseId, receiptCode }: { caseId: CaseId; receiptCode: string },
  turn: Turn,
): Promise<void> => {
  if (turn.answer !== undefined) {
    await addMessage(world.runtime.ports, { receiptCode, text: turn.answer });
    await world.runtime.settle();
    return;
  }
  if (turn.wait !== undefined) return sanctionOver(world, caseId);
  const result = await (turn.own === undefined ? world.act(caseId, turn) : world.ownAct(caseId, turn.own));
  if (result.kind === 'refused') throw new Error(result.refusal.en);
};

interface Playing {
  readonly revive?: Revive;
  /** Runs before each turn. */
  readonly between?: (caseId: CaseId) => Promise<void>;
}

/** Plays a script to its end, replacing each execution that died. */
export const play = async (world: CaseWorld, script: Script, playing: Playing = {}): Promise<CaseId> => {
  const { revive = bySweep, between } = playing;
  const restore = await script.arrange?.(world);
  try {
    const cast = await withFreshRespondent(world, script);
    const filed = await world.file(cast(script.report));
    await keepDriven(world, filed.caseId, revive);
    if (script.beforeTurns !== undefined) {
      await script.beforeTurns(world);
      await world.runtime.redrive();
    }
    for (const turn of await script.turns(world)) {
      await keepDriven(world, filed.caseId, revive);
      await between?.(filed.caseId);
      await perform(world, filed, cast(turn));
    }
    await keepDriven(world, filed.caseId, revive);
    return filed.caseId;
  } finally {
    await restore?.();
  }
};
