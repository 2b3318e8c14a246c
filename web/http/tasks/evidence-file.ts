import type { Artifact } from '../../../core/case/events.ts';
import type { CaseState, OpenTask } from '../../../core/case/state.ts';
import type { EvidenceStore } from '../../../core/ports.ts';
import { REPORT_ARTIFACT_ID } from '../../../core/trail/export.ts';
import { mayOpen } from '../../views/may-open.ts';

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
    ? { artifactId: REPORT_ARTIFACT_ID, kind: 'REPORT' as const, ...report.report }
    : evidence.find((artifact) => artifact.artifactId === artifactId);

/** The same for the holder of a task: undefined also for what their kind of task must not rest on. */
export const openableArtifact = (
  { state, task }: { readonly state: CaseState; readonly task: Pick<OpenTask, 'kind'> },
  artifactId: string,
) => {
  const artifact = findArtifact(state, artifactId);
  return artifact !== undefined && mayOpen(task.kind, state, artifact) ? artifact : undefined;
};

/**
 * An artefact as a download, or undefined where its bytes are gone. It may be anything that someone sent in: never shown as a page of
 * this site, and never under a media type that they chose.
 */
export const evidenceFile = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  state: CaseState,
  artifact: Pick<Artifact, 'artifactId' | 'sha256' | 'mediaType'>,
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

/**
 * A screenshot as a picture within a page; undefined for everything else. It is a picture of our own making, not something that a
 * stranger sent in, so a browser may show it.
 */
export const screenshotOf = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  { kind, sha256, mediaType }: Pick<Artifact, 'kind' | 'sha256' | 'mediaType'>,
): Promise<Response | undefined> => {
  if (kind !== 'CAPTURE_SCREENSHOT' || mediaType !== 'image/png') return undefined;
  const bytes = await evidence.get(sha256);
  return bytes && new Response(new Uint8Array(bytes), { headers: { 'Content-Type': mediaType } });
};
