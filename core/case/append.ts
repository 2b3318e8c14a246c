import { TrailBroken, TrailContended } from '../errors.ts';
import type { CaseId, CommandId } from '../ids.ts';
import type { Cases, Clock, Trail } from '../ports.ts';
import type { Refused } from '../refusal.ts';
import { isBefore } from '../time.ts';
import { chained } from '../trail/chain.ts';
import type { Actor } from './actor.ts';
import type { Command } from './decision.ts';
import type { CaseEvent, EventDraft } from './events.ts';
import { fold, replay } from './fold.ts';
import { rowOf } from './row.ts';
import type { CaseState } from './state.ts';

export interface AppendPorts {
  readonly trail: Trail;
  readonly cases: Cases;
  readonly clock: Clock;
}

export interface Appending {
  readonly caseId: CaseId;
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly command: Command;
}

export type Appended =
  | { readonly kind: 'appended'; readonly event: CaseEvent; readonly state: CaseState }
  /** The command took effect earlier: nothing was appended now. */
  | { readonly kind: 'already'; readonly state: CaseState }
  | Refused;

/** Each lost race means that another writer won one; 64 losses in a row is a storm, not a race. */
const MAX_RACES = 64;

/** The case as its trail tells it, or undefined where there is none. */
export const loadCase = async (trail: Trail, caseId: CaseId): Promise<CaseState | undefined> =>
  replay(await trail.read(caseId));

const nextEvent = (state: CaseState, draft: EventDraft, ports: AppendPorts, appending: Appending): CaseEvent => {
  const now = ports.clock.now();
  return chained(draft, {
    caseId: state.caseId,
    head: { seq: state.seq, hash: state.hash },
    // A clock that was set back must not put an event before its predecessor.
    at: isBefore(now, state.updatedAt) ? state.updatedAt : now,
    actor: appending.actor,
    commandId: appending.commandId,
  });
};

/**
 * Decides `command` on the newest state and appends its event by one conditional put; on a lost race, decides again.
 * The derived row follows; where that fails, the sweep and readers repair it.
 * @throws TrailBroken for a case that has no trail
 * @throws TrailContended after 64 lost races
 */
export const append = async (ports: AppendPorts, appending: Appending): Promise<Appended> => {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const state = await loadCase(ports.trail, appending.caseId);
    if (state === undefined) throw new TrailBroken(`no trail for ${appending.caseId}`);
    if (state.commands.has(appending.commandId)) {
      await ports.cases.project(rowOf(state));
      return { kind: 'already', state };
    }
    const decision = appending.command(state);
    if (decision.kind === 'refused') return decision;
    const event = nextEvent(state, decision.draft, ports, appending);
    const next = fold(state, event);
    if ((await ports.trail.append(event)) === 'appended') {
      await ports.cases.project(rowOf(next));
      return { kind: 'appended', event, state: next };
    }
  }
  throw new TrailContended(`${appending.caseId} lost ${MAX_RACES} races`);
};
