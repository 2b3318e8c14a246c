import type { Actor } from '../case/actor.ts';
import { type CaseEvent, caseEventSchema, type EventDraft } from '../case/events.ts';
import type { CaseId, CommandId, Sha256 } from '../ids.ts';
import type { Instant } from '../time.ts';
import { GENESIS, hashOf } from './digest.ts';

interface Place {
  readonly caseId: CaseId;
  readonly head: { readonly seq: number; readonly hash: Sha256 } | undefined;
  readonly at: Instant;
  readonly actor: Actor;
  readonly commandId: CommandId;
}

/** Gives a draft its place behind `head`: sequence number, predecessor's hash and its own hash. */
export const chained = (draft: EventDraft, place: Place): CaseEvent => {
  const { caseId, head, at, actor, commandId } = place;
  const body = {
    ...draft,
    caseId,
    seq: (head?.seq ?? 0) + 1,
    at,
    actor,
    commandId,
    schemaVersion: 1,
    prevHash: head?.hash ?? GENESIS,
  };
  // Hashed after parsing: whatever parsing makes of the draft, the hash is of what is stored.
  const event = caseEventSchema.parse({ ...body, hash: GENESIS });
  return { ...event, hash: hashOfEvent(event) };
};

/** SHA-256 over the RFC 8785 form of everything in the envelope but `hash`. */
export const hashOfEvent = (event: Readonly<Record<string, unknown>>): Sha256 => {
  const { hash: _own, ...body } = event;
  return hashOf(body);
};
