import { NEVER_TAKEN } from '../capture/capture-failures.ts';
import { failCapture } from '../case/commands/evidence.ts';
import type { CaseState, PlannedCapture } from '../case/state.ts';
import { HOUR, isBefore, plusMs } from '../time.ts';
import { mayAppend } from '../use-cases/load-case.ts';
import { pendingRecaptures } from '../use-cases/recapture.ts';
import type { CaseChecker, SweepPorts } from './checker.ts';

/** A capture that nobody managed to take in this time will not be taken: that is recorded as any failure is. */
const GIVE_UP = 24 * HOUR;

const isOld = async ({ trail, clock }: SweepPorts, { caseId }: CaseState, { artifactId }: PlannedCapture) => {
  const asked = (await trail.read(caseId)).find(
    (event) =>
      event.type === 'EvidenceRequested' && event.data.captures.some((capture) => capture.artifactId === artifactId),
  );
  return asked !== undefined && isBefore(plusMs(asked.at, GIVE_UP), clock.now());
};

const takeOrGiveUp = async (ports: SweepPorts, state: CaseState, capture: PlannedCapture): Promise<void> => {
  const { artifactId, source } = capture;
  const { caseId, agencyId, round } = state;
  if (!(await isOld(ports, state, capture))) return ports.captureWork.wake({ caseId, agencyId, round, artifactId });
  await mayAppend(ports, {
    caseId,
    commandId: `capture-failed:${artifactId}`,
    step: 'CaptureEvidence',
    command: failCapture({ artifactId, source, ...NEVER_TAKEN, failedAt: ports.clock.now() }),
  });
};

/** A page that an official asked to have captured again, and that nobody took: the call was lost, or its function died. */
export const captureNotTaken: CaseChecker = async (ports, { state }) => {
  if (state === undefined) return false;
  const pending = pendingRecaptures(state);
  for (const capture of pending) await takeOrGiveUp(ports, state, capture);
  return pending.length > 0;
};
