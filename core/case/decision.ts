import type { Refused } from '../refusal.ts';
import type { EventDraft } from './events.ts';
import type { CaseState } from './state.ts';
import { nextStatus, type Trigger } from './transitions.ts';

/** What a command answers: an event to append, or a refusal as data. */
export type Decision<D extends EventDraft = EventDraft> = { readonly kind: 'event'; readonly draft: D } | Refused;

/** A command with its input and context already bound: pure, so it can be decided again on newer state. */
export type Command = (state: CaseState) => Decision;

export const appending = (draft: EventDraft): Decision => ({ kind: 'event', draft });

/** Refuses what the transition table forbids, in words; the fold would throw. */
export const notNow = (state: CaseState, trigger: Trigger): Refused | undefined =>
  state.closed === undefined && nextStatus(state.status, trigger) !== undefined
    ? undefined
    : {
        kind: 'refused',
        refusal: {
          code: 'NOT_IN_THIS_STATUS',
          id: `Langkah ini tidak dapat dilakukan selagi perkara berstatus ${state.status}.`,
          en: `This step is not possible while the case is in status ${state.status}.`,
        },
      };
