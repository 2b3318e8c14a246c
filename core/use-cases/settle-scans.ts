import { recordScan } from '../case/commands/evidence.ts';
import type { Artifact } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Scan } from '../evidence/scan.ts';
import { HOUR, isBefore, plusMs } from '../time.ts';
import { mayAppend } from './load-case.ts';
import type { Ports } from './ports.ts';
import { maySee, storeCopy } from './take-in-file.ts';

export type SettleScansPorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'evidence' | 'scanner'>;

/** An engine that has not answered after this long is not waited for any more; the file then counts as not scanned. */
export const SCAN_PATIENCE = 6 * HOUR;

/** What is on record where an engine did not answer while there was time. */
const unanswered = (pending: Scan, { at, cause }: Required<Pick<Scan, 'at' | 'cause'>>): Scan => ({
  ...pending,
  verdict: 'NOT_SCANNED',
  cause,
  at,
});

const answerOf = async (ports: SettleScansPorts, pending: Scan, artifact: Artifact, isLast: boolean) => {
  const scan = await ports.scanner.outcome(artifact.sha256);
  if (scan.verdict !== 'PENDING') return scan;
  const at = ports.clock.now();
  if (isLast) return unanswered(pending, { at, cause: 'CASE_CLOSED' });
  return isBefore(at, plusMs(pending.at, SCAN_PATIENCE)) ? undefined : unanswered(pending, { at, cause: 'TIMED_OUT' });
};

const settle = async (
  ports: SettleScansPorts,
  state: CaseState,
  { artifact, isLast }: { readonly artifact: Artifact; readonly isLast: boolean },
): Promise<CaseState> => {
  if (artifact.scan?.verdict !== 'PENDING') return state;
  const scan = await answerOf(ports, artifact.scan, artifact, isLast);
  if (scan === undefined) return state;
  const bytes = maySee(scan) ? await ports.evidence.get(artifact.sha256) : undefined;
  const copy = bytes === undefined ? undefined : await storeCopy(ports, { bytes, heldFor: state.caseId });
  const { artifactId } = artifact;
  const result = await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `scan:${artifactId}`,
    step: 'SettleScans',
    command: recordScan({ artifactId, scan, ...(copy !== undefined && { copy }) }),
  });
  return result.kind === 'refused' ? state : result.state;
};

/**
 * Puts on record what engines have answered since about files whose scan was pending, and makes their working copies. Called whenever a
 * task is opened or shown, by the sweep, and for the last time as the case closes (`isLast`): then no answer is an answer.
 */
export const settleScans = async (
  ports: SettleScansPorts,
  state: CaseState,
  { isLast = false }: { readonly isLast?: boolean } = {},
): Promise<CaseState> => {
  let current = state;
  for (const artifact of state.evidence) current = await settle(ports, current, { artifact, isLast });
  return current;
};
