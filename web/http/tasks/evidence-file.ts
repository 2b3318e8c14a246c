import type { CaseState } from '../../../core/case/state.ts';
import type { EvidenceStore } from '../../../core/ports.ts';
import { REPORT_ARTIFACT_ID } from '../../../core/trail/export.ts';

/** Endings by which people's machines know what to open a file with; what is not here is saved without one. */
const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'text/html': '.html',
    'text/plain': '.txt',
    'application/json': '.json',
    'application/pdf': '.pdf',
    'image/png': '.png',
    'image/jpeg': '.jpg',
    'image/gif': '.gif',
    'image/webp': '.webp',
    'video/mp4': '.mp4',
  }),
);

/** An artefact of the case by its id, the report included; undefined where the case has none of that name. */
export const findArtifact = ({ report, evidence }: CaseState, artifactId: string) =>
  artifactId === REPORT_ARTIFACT_ID
    ? { artifactId: REPORT_ARTIFACT_ID, ...report.report }
    : evidence.find((artifact) => artifact.artifactId === artifactId);

/**
 * An artefact as a download, or undefined where its bytes are gone. It may be anything that someone sent in: never shown as a page of
 * this site, and never under a media type that they chose.
 */
export const evidenceFile = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  state: CaseState,
  artifact: NonNullable<ReturnType<typeof findArtifact>>,
): Promise<Response | undefined> => {
  const bytes = await evidence.get(artifact.sha256);
  if (bytes === undefined) return undefined;
  const ending = endings.get(artifact.mediaType.split(';')[0]?.trim().toLowerCase() ?? '') ?? '';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${state.caseId}-${artifact.artifactId}${ending}"`,
    },
  });
};
