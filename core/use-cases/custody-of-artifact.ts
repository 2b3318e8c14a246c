import type { Principal } from '../access/principal.ts';
import type { CaseState } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import { custodyOf } from '../evidence/custody.ts';
import type { CustodyEntry } from '../evidence/custody-entry.ts';
import { type StampState, stampState } from '../evidence/stamp-state.ts';
import type { ArtifactId, CaseId, Sha256 } from '../ids.ts';
import type { TimeStamper } from '../ports.ts';
import { REPORT_ARTIFACT_ID } from '../trail/export.ts';
import type { Ports } from './ports.ts';
import { type ReadPorts, readCase } from './read-case.ts';

export type CustodyPorts = ReadPorts &
  Pick<Ports, 'evidence'> & {
    /** Pages need not ask for stamps; they say whether somebody does. */
    readonly timeStamper: Pick<TimeStamper, 'isOn'>;
  };

export interface ArtifactCustody {
  readonly state: CaseState;
  readonly artifactId: ArtifactId;
  readonly sha256: Sha256;
  readonly isHeld: boolean;
  readonly stamp: StampState;
  readonly entries: readonly CustodyEntry[];
}

const artifactIn = ({ report, evidence }: CaseState, id: ArtifactId) =>
  id === REPORT_ARTIFACT_ID
    ? { artifactId: REPORT_ARTIFACT_ID, sha256: report.report.sha256, method: report.channel }
    : evidence.find(({ artifactId }) => artifactId === id);

/** How an artefact stands right now, beside its history. */
export const standingOf = async (
  { evidence, timeStamper }: Pick<CustodyPorts, 'evidence' | 'timeStamper'>,
  state: CaseState,
  artifact: NonNullable<ReturnType<typeof artifactIn>>,
): Promise<Pick<ArtifactCustody, 'isHeld' | 'stamp'>> => ({
  isHeld: await evidence.isHeld(artifact.sha256),
  stamp:
    artifact.method === 'API' || artifact.method === 'FORM'
      ? { state: 'NOT_STAMPED' }
      : stampState(state, artifact, timeStamper.isOn),
});

/**
 * The history of one artefact, for whoever may read the case; that it was read is on record first, and part of the answer only next time.
 * @throws NotFound
 */
export const custodyOfArtifact = async (
  ports: CustodyPorts,
  principal: Principal,
  { caseId, artifactId }: { readonly caseId: CaseId; readonly artifactId: ArtifactId },
): Promise<ArtifactCustody> => {
  const accesses = await ports.accessLog.list(caseId);
  const read = { caseId, action: 'custody-read', detail: artifactId };
  const { state, events } = await readCase(ports, principal, read);
  const artifact = artifactIn(state, artifactId);
  if (artifact === undefined) throw new NotFound(`no artefact ${artifactId} in ${caseId}`);
  return {
    state,
    artifactId,
    sha256: artifact.sha256,
    entries: custodyOf(events, accesses, artifactId),
    ...(await standingOf(ports, state, artifact)),
  };
};
