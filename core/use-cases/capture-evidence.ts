import * as z from 'zod';
import { mediaTypeOf } from '../capture/headers.ts';
import { MANIFEST_MEDIA_TYPE, manifestBytes, pageManifest } from '../capture/manifest.ts';
import type { CapturedPage } from '../capture/page-capture.ts';
import { textOf } from '../capture/text-of.ts';
import { failCapture, storeEvidence } from '../case/commands/evidence.ts';
import { type Artifact, captureQualitySchema } from '../case/events.ts';
import type { CaseState, PlannedCapture } from '../case/state.ts';
import { MalformedItem } from '../errors.ts';
import { type ArtifactId, artifactIdSchema, sha256Schema } from '../ids.ts';
import { readReport } from '../intake/report-artifact.ts';
import { isMediaType, UNKNOWN_MEDIA_TYPE } from '../media-type.ts';
import { instantSchema } from '../time.ts';
import { mayAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

type CapturePorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'evidence' | 'pageCapture'>;

export interface CaptureEvidenceInput extends FlowCase {
  readonly artifactId: ArtifactId;
}

/** What a retry needs to finish a capture whose record was begun: it never fetches a second time. */
const captureRecord = z.object({
  capturedAt: instantSchema,
  quality: captureQualitySchema,
  mediaType: z.string(),
  body: z.object({ sha256: sha256Schema, size: z.int() }),
  text: z.object({ sha256: sha256Schema, size: z.int() }),
});
type CaptureRecord = z.infer<typeof captureRecord>;

const manifestIdOf = (artifactId: ArtifactId): ArtifactId => artifactIdSchema.parse(`${artifactId}-manifest`);
const textIdOf = (artifactId: ArtifactId): ArtifactId => artifactIdSchema.parse(`${artifactId}-text`);

/** What the site says the page is: in a form of its own making, it must not keep its page from being recorded. */
const contentType = ({ headers }: CapturedPage): string => {
  const said = mediaTypeOf(headers);
  return isMediaType(said) ? said : UNKNOWN_MEDIA_TYPE;
};

type Storing = Omit<Artifact, 'round' | 'method'>;

const store = async (ports: CapturePorts, state: CaseState, artifact: Storing): Promise<CaseState> => {
  const result = await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `evidence:${artifact.artifactId}`,
    step: 'CaptureEvidence',
    command: storeEvidence({ ...artifact, method: 'HTTP' }),
  });
  return result.kind === 'refused' ? state : result.state;
};

/** All bytes are stored before the manifest's event; that event is what a retry goes on from. */
const recordPage = async (
  ports: CapturePorts,
  state: CaseState,
  capture: PlannedCapture,
  taken: { url: string; page: CapturedPage },
): Promise<CaptureRecord> => {
  const { page, url } = taken;
  const mediaType = contentType(page);
  const body = await ports.evidence.put({ bytes: page.body, mediaType });
  const words = new TextEncoder().encode(page.decoded === undefined ? '' : textOf(page.decoded, page.headers));
  const text = await ports.evidence.put({ bytes: words, mediaType: 'text/plain; charset=utf-8' });
  const manifest = { ...pageManifest(url, page, body.sha256), mediaType, text };
  const bytes = manifestBytes(manifest);
  const { sha256, size } = await ports.evidence.put({ bytes, mediaType: MANIFEST_MEDIA_TYPE });
  await store(ports, state, {
    artifactId: manifestIdOf(capture.artifactId),
    kind: 'CAPTURE_MANIFEST',
    sha256,
    size,
    mediaType: MANIFEST_MEDIA_TYPE,
    capturedAt: page.capturedAt,
    source: capture.source,
  });
  return captureRecord.parse(manifest);
};

const earlierRecord = async (
  ports: CapturePorts,
  state: CaseState,
  capture: PlannedCapture,
): Promise<CaptureRecord | undefined> => {
  const manifest = state.evidence.find(({ artifactId }) => artifactId === manifestIdOf(capture.artifactId));
  if (manifest === undefined) return undefined;
  const bytes = await ports.evidence.get(manifest.sha256);
  if (bytes === undefined) throw new MalformedItem(`manifest ${manifest.sha256} is not in the evidence store`);
  return captureRecord.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

const finish = async (
  ports: CapturePorts,
  state: CaseState,
  { artifactId, source }: PlannedCapture,
  record: CaptureRecord,
): Promise<void> => {
  const { capturedAt, quality, mediaType, body, text } = record;
  const mediaTypeOfText = 'text/plain; charset=utf-8';
  await store(ports, state, {
    artifactId: textIdOf(artifactId),
    kind: 'CAPTURE_TEXT',
    mediaType: mediaTypeOfText,
    capturedAt,
    source,
    ...text,
  });
  await store(ports, state, { artifactId, kind: 'CAPTURE', mediaType, capturedAt, quality, source, ...body });
};

/** Takes one capture. That it cannot be had is recorded evidence, and the case goes on. */
export const captureEvidence = async (ports: CapturePorts, input: CaptureEvidenceInput): Promise<FlowResult> => {
  const { caseId, agencyId, round, artifactId } = input;
  const done = (outcome: string): FlowResult => ({ caseId, agencyId, round, outcome });
  const state = await requireCase(ports, caseId);
  const capture = state.planned
    .flatMap(({ captures }) => captures)
    .find((planned) => planned.artifactId === artifactId);
  const settled = [...state.evidence, ...state.captureFailures].some((known) => known.artifactId === artifactId);
  if (capture === undefined || settled) return done('SETTLED');
  const earlier = await earlierRecord(ports, state, capture);
  if (earlier !== undefined) {
    await finish(ports, state, capture, earlier);
    return done('CAPTURED');
  }
  const url = (await readReport(ports.evidence, capture.source.sha256)).incident.urls[capture.source.urlIndex];
  if (url === undefined)
    throw new MalformedItem(`report ${capture.source.sha256} has no address ${capture.source.urlIndex}`);
  const taken = await ports.pageCapture.capture({ url });
  if (taken.outcome === 'captured') {
    await finish(ports, state, capture, await recordPage(ports, state, capture, { url, page: taken }));
    return done('CAPTURED');
  }
  const { code, id, en } = taken.reason;
  await mayAppend(ports, {
    caseId,
    commandId: `capture-failed:${artifactId}`,
    step: 'CaptureEvidence',
    command: failCapture({ artifactId, source: capture.source, code, reason: { id, en }, failedAt: taken.at }),
  });
  return done('FAILED');
};
