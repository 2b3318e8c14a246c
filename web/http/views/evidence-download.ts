import type { Principal } from '../../../core/access/principal.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { workingOf } from '../../../core/evidence/handing-out.ts';
import { makeCopy } from '../../../core/evidence/make-copy.ts';
import type { EvidenceStore } from '../../../core/ports.ts';
import { mayReadArtifact, mayReadOriginal } from '../../views/may-read-artifact.ts';
import type { artifactsOf } from './evidence-list.ts';

interface Asked {
  readonly artifact: ReturnType<typeof artifactsOf>[number];
  readonly isWorking: boolean;
  readonly principal: Principal;
}

/** The bytes of an artefact, or of its working copy; undefined where there are none for whoever asks. */
export const downloadOf = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  state: CaseState,
  { artifact, isWorking, principal }: Asked,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined> => {
  const may = isWorking ? mayReadArtifact : mayReadOriginal;
  if (!may(state, principal, artifact)) return undefined;
  const working = isWorking ? workingOf(artifact) : ({ kind: 'AS_IS', file: artifact } as const);
  if (working.kind === 'NONE') return undefined;
  const { sha256, mediaType } = working.file;
  const bytes = await evidence.get(sha256);
  if (bytes === undefined) return undefined;
  if (working.kind !== 'MAKE') return { bytes, mediaType };
  const made = makeCopy(bytes);
  return made.outcome === 'CLEAN' ? made : undefined;
};
