import type { Principal } from '../access/principal.ts';
import type { Role } from '../case/actor.ts';
import type { CaseState } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import type { CaseId } from '../ids.ts';
import type { Access } from '../ports.ts';
import { type ReadPorts, readCase } from './read-case.ts';

/** Who watches over those who look. */
export const accessReaders = ['ppk', 'auditor'] as const satisfies readonly Role[];

export const mayReadAccesses = ({ role }: Pick<Principal, 'role'>): boolean =>
  accessReaders.some((reader) => reader === role);

/**
 * Who looked at a case, oldest first, robots that touched a mailed link among them. That it was read is on record first, and part of the
 * answer only next time.
 * @throws NotFound also for whom it is not for
 */
export const readAccesses = async (
  ports: ReadPorts,
  principal: Principal,
  caseId: CaseId,
): Promise<{ readonly state: CaseState; readonly accesses: readonly Access[] }> => {
  if (!mayReadAccesses(principal)) throw new NotFound(`no accesses for ${principal.role}`);
  const accesses = await ports.accessLog.list(caseId);
  const { state } = await readCase(ports, principal, { caseId, action: 'accesses-read' });
  return { state, accesses };
};
