import { type CaptureDetails, captureDetails } from '../capture/capture-details.ts';
import type { CaseState } from '../case/state.ts';
import type { ArtifactId } from '../ids.ts';
import type { EvidenceStore } from '../ports.ts';
import { partId } from './capture-record.ts';

/** What is known of each capture beside its bytes, by the id of the capture. What was erased or cannot be read is left out. */
export const readCaptures = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  state: CaseState,
): Promise<ReadonlyMap<ArtifactId, CaptureDetails>> => {
  const manifests = new Map(
    state.evidence.filter(({ kind }) => kind === 'CAPTURE_MANIFEST').map((one) => [one.artifactId, one.sha256]),
  );
  const found = await Promise.all(
    state.evidence.map(async ({ artifactId, kind }) => {
      const sha256 = kind === 'CAPTURE' ? manifests.get(partId(artifactId, 'manifest')) : undefined;
      const bytes = sha256 === undefined ? undefined : await evidence.get(sha256);
      const details = bytes === undefined ? undefined : captureDetails(bytes);
      return details === undefined ? [] : [[artifactId, details] as const];
    }),
  );
  return new Map(found.flat());
};
