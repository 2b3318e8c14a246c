import { stampEvidence as stampCommand } from '../case/commands/evidence.ts';
import type { Artifact } from '../case/events.ts';
import type { CaseState, Recorded } from '../case/state.ts';
import { isStampable } from '../evidence/stamp-state.ts';
import { epochOf, HOUR, type Instant, SECOND } from '../time.ts';
import { mayAppend } from './load-case.ts';
import type { Ports } from './ports.ts';

export type StampPorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'evidence' | 'timeStamper' | 'log'>;

/** A slow authority may take this long in one attempt; what is left is the next one's. Milliseconds. */
const BUDGET = 15 * SECOND;

/** A media type of our own: the token is a CMS structure (RFC 3161, 2.4.2), without the response around it. */
export const TOKEN_MEDIA_TYPE = 'application/vnd.tertib.timestamp-token';

/** Evidence that should bear a time stamp and does not. */
export const unstamped = ({ evidence, timestamps }: CaseState): readonly Recorded<Artifact>[] => {
  const stamped = new Set(timestamps.map(({ artifactId }) => artifactId));
  return evidence.filter((artifact) => isStampable(artifact) && !stamped.has(artifact.artifactId));
};

/** Evidence that has been waiting for a stamp longer than a sweep or two takes. */
export const isStampOverdue = (state: CaseState, now: Instant): boolean =>
  unstamped(state).some(({ at }) => epochOf(now) - epochOf(at) > HOUR);

/**
 * Has whatever lacks a time stamp stamped, one token for each artefact: verified by the stamper, stored, then recorded. The first failure
 * ends the attempt: an authority that does not answer would not answer for the next either. So does a slow one: no case waits for it.
 */
export const stampEvidence = async (ports: StampPorts, state: CaseState): Promise<CaseState> => {
  const { caseId } = state;
  const begun = epochOf(ports.clock.now());
  let current = state;
  for (const { artifactId, sha256 } of unstamped(state)) {
    if (epochOf(ports.clock.now()) - begun > BUDGET) return current;
    const stamped = await ports.timeStamper.stamp(sha256);
    if (stamped.outcome === 'off') return current;
    if (stamped.outcome === 'failed') {
      ports.log.warn('evidence-not-stamped', { caseId, artifactId, cause: stamped.cause });
      return current;
    }
    const { token, genTime, authority, serialNumber } = stamped.stamp;
    const stored = await ports.evidence.put({ bytes: token, mediaType: TOKEN_MEDIA_TYPE, heldFor: caseId });
    const result = await mayAppend(ports, {
      caseId,
      commandId: `stamp:${artifactId}`,
      step: 'StampEvidence',
      command: stampCommand({ artifactId, sha256, token: stored, genTime, authority, serialNumber }),
    });
    if (result.kind !== 'refused') current = result.state;
  }
  return current;
};
