import { mayReadCase, type Principal } from '../access/principal.ts';
import type { Actor } from '../case/actor.ts';
import type { CaseEvent } from '../case/events.ts';
import { fold } from '../case/fold.ts';
import { rowOf } from '../case/row.ts';
import type { CaseState } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import { type CaseId, newReceiptCode } from '../ids.ts';
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

/**
 * A case as a member of staff may read it; the read is on record before anything is given. What may not be read looks like what is not
 * there. A derived row that lags is repaired on the way.
 * @throws NotFound
 */
export const readCase = async (
  ports: ReadPorts,
  principal: Principal,
  read: { caseId: CaseId } & Pick<Access, 'action' | 'detail'>,
): Promise<ReadCase> => {
  const { caseId, action, detail } = read;
  const events = await ports.trail.read(caseId);
  const state = events.reduce<CaseState | undefined>(fold, undefined);
  if (state === undefined || !mayReadCase(principal, rowOf(state))) throw new NotFound(`no case ${caseId}`);
  await ports.accessLog.record({
    caseId,
    accessId: newReceiptCode(ports.ids),
    at: ports.clock.now(),
    actor: actorOf(principal),
    action,
    detail,
  });
  await ports.cases.project(rowOf(state));
  return { state, events };
};
