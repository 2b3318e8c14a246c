import type { CaseState } from '../case/state.ts';
import type { Execution } from '../ports.ts';
import { HOUR, type Instant, isBefore, plusMs } from '../time.ts';
import { startCase } from '../use-cases/start-case.ts';
import type { SweepPorts } from './checker.ts';

/** A parked case is driven again after this time, not at every run. */
const PARKED_REST = HOUR;

const isFresh = (now: Instant, at: Instant | undefined): boolean =>
  at !== undefined && isBefore(now, plusMs(at, PARKED_REST));

const rests = (now: Instant, { parkedAt }: CaseState, execution: Execution | undefined): boolean =>
  parkedAt !== undefined && (isFresh(now, parkedAt) || isFresh(now, execution?.startedAt));

/** Whether what is next is to tell people how it ended: a sanction then still has to be served. */
export const isDecided = ({ status, openTask }: CaseState): boolean =>
  (status === 'SERVICE' && openTask === undefined) || ['DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'].includes(status);

/** Starts an execution for a case that nothing drives, unless it was parked a short while ago. */
export const drive = async (ports: SweepPorts, state: CaseState): Promise<boolean> => {
  const { caseId, agencyId, round } = state;
  if (state.closed !== undefined) return false;
  const found = state.parkedAt === undefined ? undefined : await ports.cases.get(caseId);
  if (rests(ports.clock.now(), state, found?.execution)) return false;
  return (await startCase(ports, { caseId, agencyId, round })) === 'started';
};
