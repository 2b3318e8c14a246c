import type { Artifact } from '../case/events.ts';
import type { Disclosed } from '../case/process-events.ts';
import type { CaseState } from '../case/state.ts';
import { cleanCopy, disclosable } from '../evidence/clean-copy.ts';
import { isBarred } from '../evidence/handing-out.ts';
import type { ArtifactId } from '../ids.ts';
import type { Ports } from './ports.ts';

/** The copy of one artefact that shows nothing of who sent it in; undefined where none can be made. */
const copyOf = async (
  { evidence }: Pick<Ports, 'evidence'>,
  { caseId }: CaseState,
  artifact: Artifact,
): Promise<Disclosed | undefined> => {
  if (isBarred(artifact)) return undefined;
  const bytes = await evidence.get(artifact.sha256);
  if (bytes === undefined) return undefined;
  const clean = cleanCopy({ bytes, mediaType: artifact.mediaType, kind: artifact.kind });
  if (clean.kind !== 'clean') return undefined;
  const { artifactId, sha256 } = artifact;
  const { mediaType } = clean;
  const copy = await evidence.put({ bytes: clean.bytes, mediaType, heldFor: caseId });
  return { artifactId, sha256, copy: copy.sha256, mediaType, size: copy.size };
};

/** What the superior held back because it would show who reported. */
const withheldAtReview = (state: CaseState): readonly ArtifactId[] => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  return review?.outcome === 'PROCEED' ? (review.withheld ?? []) : [];
};

/**
 * What a respondent may be shown of the evidence: public posts as captured, and clean copies of what was sent in. The reporter's own words
 * are never among it, so they cannot carry a decision either.
 */
export const disclosureSet = async (
  ports: Pick<Ports, 'evidence'>,
  state: CaseState,
): Promise<{ evidence: Disclosed[]; withheld: ArtifactId[] }> => {
  const evidence: Disclosed[] = [];
  const withheld: ArtifactId[] = [];
  const kept = withheldAtReview(state);
  for (const artifact of state.evidence) {
    if (!disclosable(artifact.kind)) continue;
    const copy = kept.includes(artifact.artifactId) ? undefined : await copyOf(ports, state, artifact);
    if (copy === undefined) withheld.push(artifact.artifactId);
    else evidence.push(copy);
  }
  return { evidence, withheld };
};
