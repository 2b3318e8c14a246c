import { holdRecorded } from '../use-cases/hold-evidence.ts';
import { isStampOverdue, stampEvidence } from '../use-cases/stamp-evidence.ts';
import type { CaseChecker } from './checker.ts';

/** Evidence of an open case that the case does not hold: from before there were holds, or after a crash. */
export const evidenceNotHeld: CaseChecker = async (ports, { state }) =>
  state !== undefined && state.closed === undefined && (await holdRecorded(ports, state)) > 0;

/**
 * Evidence without a time stamp. What came a short while ago is stamped without being counted: that is how late evidence is stamped. What
 * has waited for an hour counts, whether it could be stamped now or not.
 */
export const evidenceNotStamped: CaseChecker = async (ports, { state }) => {
  if (state === undefined || !ports.timeStamper.isOn) return false;
  const isLate = isStampOverdue(state, ports.clock.now());
  await stampEvidence(ports, state);
  return isLate;
};
