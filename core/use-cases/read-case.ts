import { mayReadCase, type Principal } from '../access/principal.ts';
import type { Actor } from '../case/actor.ts';
import type { CaseEvent } from '../case/events.ts';
import { fold } from '../case/fold.ts';
import { rowOf } from '../case/row.ts';
import type { CaseState } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import { type CaseId, newReceiptCode, type Sha256 } from '../ids.ts';
import type { Access } from '../ports.ts';
import type { Ports } from './ports.ts';

export type ReadPorts = Pick<Ports, 'trail' | 'cases' | 'accessLog' | 'clock' | 'ids'>;

/** A principal as the access log names them; a token that names no employee stands for its role. */
export const actorOf = ({ nip, role }: Principal): Actor =>
  nip === undefined ? { kind: 'system', step: `token:${role}` } : { kind: 'official', nip, role, via: 'CONSOLE' };

export interface ReadCase {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

type Read = { readonly caseId: CaseId } & Pick<Access, 'action' | 'detail'>;

const recordRead = (ports: ReadPorts, principal: Principal, { caseId, action, detail }: Read): Promise<void> =>
  ports.accessLog.record({
    caseId,
    accessId: newReceiptCode(ports.ids),
    at: ports.clock.now(),
    actor: actorOf(principal),
    action,
    detail,
  });

/**
 * A case as a member of staff may read it; the read is on record before anything is given. What may not be read looks like what is not
 * there. A derived row that lags is repaired on the way.
 * @throws NotFound
 * @throws TrailBroken where the events do not follow on each other: {@link readTrail} still gives them
 */
export const readCase = async (ports: ReadPorts, principal: Principal, read: Read): Promise<ReadCase> => {
  const events = await ports.trail.read(read.caseId);
  const state = events.reduce<CaseState | undefined>(fold, undefined);
  if (state === undefined || !mayReadCase(principal, rowOf(state))) throw new NotFound(`no case ${read.caseId}`);
  await recordRead(ports, principal, read);
  await ports.cases.project(rowOf(state));
  return { state, events };
};

export interface ReadTrail {
  readonly events: readonly CaseEvent[];
  /** The newest head that is known: where the derived row knows a later event than the trail has, one is missing. */
  readonly head: { readonly seq: number; readonly hash: Sha256 };
}

/**
 * The events of a case as they stand, also where they no longer follow on each other: an auditor must be able to take a broken trail away
 * and have it judged. Who may read it says the derived row, which was right when the trail was.
 * @throws NotFound
 */
export const readTrail = async (ports: ReadPorts, principal: Principal, read: Read): Promise<ReadTrail> => {
  const events = await ports.trail.read(read.caseId);
  const row = (await ports.cases.get(read.caseId))?.row;
  const last = events.at(-1);
  if (row === undefined || last === undefined || !mayReadCase(principal, row)) {
    throw new NotFound(`no case ${read.caseId}`);
  }
  await recordRead(ports, principal, read);
  const { seq, hash } = row.seq > last.seq ? row : last;
  return { events, head: { seq, hash } };
};
