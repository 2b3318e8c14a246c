import type { AgencyId, CaseId } from '../ids.ts';
import type { Execution } from '../ports.ts';
import type { Ports } from './ports.ts';

type StartPorts = Pick<Ports, 'cases' | 'workflow' | 'clock'>;

interface Place {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly round: number;
}

/**
 * Starts the attempt after `current`. It is recorded first, so two starters cannot both win; a crash in between is repaired by the
 * sweep.
 */
const startAfter = async (
  ports: StartPorts,
  { caseId, agencyId, round }: Place,
  current: Execution | undefined,
): Promise<'started' | 'running'> => {
  const attempt = (current?.attempt ?? 0) + 1;
  const next: Execution = { name: `${caseId}-${attempt}`, attempt, startedAt: ports.clock.now() };
  if ((await ports.cases.setExecution(caseId, next, attempt - 1)) === 'conflict') return 'running';
  await ports.workflow.start({ name: next.name, input: { caseId, agencyId, round } });
  return 'started';
};

/** Starts the first execution of a case that has just been filed; a filing that is repeated finds it started. */
export const startNewCase = (ports: StartPorts, place: Place): Promise<'started' | 'running'> =>
  startAfter(ports, place, undefined);

/** Starts an execution for a case, unless one runs. Executions are replaceable: a new one fast-forwards to where the case stands. */
export const startCase = async (ports: StartPorts, place: Place): Promise<'started' | 'running'> => {
  const current = (await ports.cases.get(place.caseId))?.execution;
  if (current !== undefined && (await ports.workflow.isRunning(current.name))) return 'running';
  return startAfter(ports, place, current);
};
