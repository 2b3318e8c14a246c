import { type Refused, refused } from '../refusal.ts';
import type { EventDraft } from './events.ts';
import type { CaseState } from './state.ts';
import { comesLate, nextStatus, type Trigger } from './transitions.ts';

/** What a command answers: an event to append, or a refusal as data. */
export type Decision<D extends EventDraft = EventDraft> = { readonly kind: 'event'; readonly draft: D } | Refused;

/** A command with its input and context already bound: pure, so it can be decided again on newer state. */
export type Command = (state: CaseState) => Decision;

export const appending = (draft: EventDraft): Decision => ({ kind: 'event', draft });

/** The refusal of a step that the case's status does not allow. */
export const notInThisStatus = (state: CaseState): Refused =>
  refused(
    'NOT_IN_THIS_STATUS',
    `Langkah ini tidak dapat dilakukan selagi perkara berstatus ${state.status}.`,
    `This step is not possible while the case is in status ${state.status}.`,
  );

/** Refuses what the transition table forbids, in words; the fold would throw. */
export const notNow = (state: CaseState, trigger: Trigger): Refused | undefined =>
  (state.closed === undefined || comesLate(trigger)) && nextStatus(state.status, trigger) !== undefined
    ? undefined
    : notInThisStatus(state);
