import type { Artifact } from '../../../core/case/events.ts';
import type { CaseState, OpenTask } from '../../../core/case/state.ts';
import { workingOf } from '../../../core/evidence/handing-out.ts';
import { makeCopy } from '../../../core/evidence/make-copy.ts';
import type { EvidenceStore } from '../../../core/ports.ts';
import { REPORT_ARTIFACT_ID } from '../../../core/trail/export.ts';
import { mayOpen, mayOpenOriginal } from '../../views/may-open.ts';

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
    ? { artifactId: REPORT_ARTIFACT_ID, kind: 'REPORT' as const, scan: undefined, copy: undefined, ...report.report }
    : evidence.find((artifact) => artifact.artifactId === artifactId);

/** The same for the holder of a task: undefined also for what their kind of task must not rest on. */
export const openableArtifact = (
  { state, task }: { readonly state: CaseState; readonly task: Pick<OpenTask, 'kind'> },
  artifactId: string,
) => {
  const artifact = findArtifact(state, artifactId);
  return artifact !== undefined && mayOpen(task.kind, state, artifact) ? artifact : undefined;
};

export type Version = 'WORKING' | 'ORIGINAL';

/** What is handed out under the name of an artefact. */
export type HandedOut = Pick<Artifact, 'artifactId' | 'sha256' | 'mediaType'> & {
  readonly scan?: Artifact['scan'] | undefined;
  /** The bytes are those of the original: what is given is the copy that is made of them. */
  readonly toCopy?: boolean;
};

/** The working copy of a file from outside, and everything else as it is; undefined where nobody works with it. */
export const workingFile = (artifact: NonNullable<ReturnType<typeof findArtifact>>): HandedOut | undefined => {
  const working = workingOf(artifact);
  switch (working.kind) {
    case 'AS_IS':
    case 'COPY':
      return working.file;
    case 'MAKE':
      return { ...working.file, toCopy: true };
    case 'NONE':
      return undefined;
    default:
      return working satisfies never;
  }
};

/** What the holder of a task may have under a name: the working copy, or the original. */
export const openableFile = (
  live: { readonly state: CaseState; readonly task: Pick<OpenTask, 'kind'> },
  artifactId: string,
  version: Version,
): HandedOut | undefined => {
  const artifact = openableArtifact(live, artifactId);
  if (artifact === undefined) return undefined;
  if (version === 'WORKING') return workingFile(artifact);
  return mayOpenOriginal(live.task.kind, live.state, artifact) ? artifact : undefined;
};

/** Where the holder of a task opens an artefact: the working copy, else where the original is asked for, else nowhere. */
export const hrefsFor = (live: { readonly state: CaseState; readonly task: Pick<OpenTask, 'kind'> }, base: string) => {
  const originalHref = (artifactId: string): string | null =>
    openableFile(live, artifactId, 'ORIGINAL') === undefined ? null : `${base}/bukti/${artifactId}/asli`;
  const hrefOf = (artifactId: string): string | null =>
    openableFile(live, artifactId, 'WORKING') === undefined ? originalHref(artifactId) : `${base}/bukti/${artifactId}`;
  return { hrefOf, originalHref };
};

/** Nobody's machine should know by its name what to open malware with. */
const endingOf = ({ mediaType, scan }: HandedOut): string =>
  scan?.verdict === 'INFECTED'
    ? '.berbahaya'
    : (endings.get(mediaType.split(';')[0]?.trim().toLowerCase() ?? '') ?? '');

const given = (bytes: Uint8Array, { toCopy = false, mediaType }: HandedOut) => {
  if (!toCopy) return { bytes, mediaType };
  const made = makeCopy(bytes);
  return made.outcome === 'CLEAN' ? made : undefined;
};

/**
 * An artefact as a download, or undefined where its bytes are gone. It may be anything that someone sent in: never shown as a page of
 * this site, and never under a media type that they chose.
 */
export const evidenceFile = async (
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'get'> },
  state: CaseState,
  file: HandedOut,
): Promise<Response | undefined> => {
  const bytes = await evidence.get(file.sha256);
  const handed = bytes && given(bytes, file);
  if (handed === undefined) return undefined;
  const name = `${state.caseId}-${file.artifactId}${endingOf({ ...file, mediaType: handed.mediaType })}`;
  return new Response(new Uint8Array(handed.bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${name}"`,
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
