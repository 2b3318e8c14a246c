import type { AgencyId, CaseId } from '../ids.ts';
import type { Execution } from '../ports.ts';
import type { Ports } from './ports.ts';

/**
 * Starts an execution for a case, unless one runs. Executions are replaceable: a new one fast-forwards to where the case stands.
 * The attempt is recorded first, so two starters cannot both win; a crash in between is repaired by the sweep.
 */
export const startCase = async (
  ports: Pick<Ports, 'cases' | 'workflow' | 'clock'>,
  place: { caseId: CaseId; agencyId: AgencyId; round: number },
): Promise<'started' | 'running'> => {
  const found = await ports.cases.get(place.caseId);
  const current = found?.execution;
  if (current !== undefined && (await ports.workflow.isRunning(current.name))) return 'running';
  const attempt = (current?.attempt ?? 0) + 1;
  const next: Execution = { name: `${place.caseId}-${attempt}`, attempt, startedAt: ports.clock.now() };
  if ((await ports.cases.setExecution(place.caseId, next, attempt - 1)) === 'conflict') return 'running';
  const { caseId, agencyId, round } = place;
  await ports.workflow.start({ name: next.name, input: { caseId, agencyId, round } });
  return 'started';
};
