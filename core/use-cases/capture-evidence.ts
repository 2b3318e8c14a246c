import { MANIFEST_MEDIA_TYPE } from '../capture/manifest.ts';
import type { CapturedPage } from '../capture/page-capture.ts';
import {
  type Comparison,
  compareCaptures,
  type EarlierSeen,
  earlierCaptures,
  type Seen,
} from '../capture/recapture.ts';
import { sameButForVolatile } from '../capture/volatile-texts.ts';
import { failCapture, storeEvidence } from '../case/commands/evidence.ts';
import { notNow } from '../case/decision.ts';
import type { Artifact } from '../case/events.ts';
import type { CaseState, PlannedCapture } from '../case/state.ts';
import { MalformedItem } from '../errors.ts';
import type { ArtifactId } from '../ids.ts';
import { readReport } from '../intake/report-artifact.ts';
import { artifactsOf, type CaptureRecord, captureRecord, partId, storeParts } from './capture-record.ts';
import { mayAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

type CapturePorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'evidence' | 'pageCapture' | 'volatileTexts'>;

export interface CaptureEvidenceInput extends FlowCase {
  readonly artifactId: ArtifactId;
}

const store = async (ports: CapturePorts, state: CaseState, artifact: Omit<Artifact, 'round'>): Promise<CaseState> => {
  const result = await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `evidence:${artifact.artifactId}`,
    step: 'CaptureEvidence',
    command: storeEvidence(artifact),
  });
  return result.kind === 'refused' ? state : result.state;
};

const manifestOf = ({ evidence }: CaseState, artifactId: ArtifactId) => {
  const manifestId = partId(artifactId, 'manifest');
  return evidence.find((artifact) => artifact.artifactId === manifestId);
};

const earlierRecord = async (
  ports: CapturePorts,
  state: CaseState,
  capture: PlannedCapture,
): Promise<CaptureRecord | undefined> => {
  const manifest = manifestOf(state, capture.artifactId);
  if (manifest === undefined) return undefined;
  const bytes = await ports.evidence.get(manifest.sha256);
  if (bytes === undefined) throw new MalformedItem(`manifest ${manifest.sha256} is not in the evidence store`);
  return captureRecord.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

/** The comparison of two captures; texts that differ only in what changes by itself are the same. */
const compared = async (
  { evidence, volatileTexts }: CapturePorts,
  earlier: readonly EarlierSeen[],
  now: Seen,
): Promise<Comparison | undefined> => {
  const comparison = compareCaptures(earlier, now);
  const before = earlier.find(({ artifactId }) => artifactId === comparison?.with);
  if (comparison?.change !== 'CHANGED' || before === undefined) return comparison;
  const [one, other] = await Promise.all([evidence.get(before.textSha256), evidence.get(now.textSha256)]);
  if (one === undefined || other === undefined) return comparison; // erased: nothing says more than the hashes
  const texts = new TextDecoder();
  const isSame = sameButForVolatile(texts.decode(one), texts.decode(other), volatileTexts);
  return isSame ? { ...comparison, change: 'SAME' } : comparison;
};

/** All bytes are stored before the manifest's event; that event is what a retry goes on from. */
const recordPage = async (
  ports: CapturePorts,
  state: CaseState,
  capture: PlannedCapture,
  { url, page }: { url: string; page: CapturedPage },
): Promise<CaptureRecord> => {
  const { artifactId, source } = capture;
  const { method, quality, capturedAt } = page;
  const earlier = earlierCaptures(state.evidence, source);
  const { bytes, record } = await storeParts(ports, {
    caseId: state.caseId,
    url,
    page,
    compare: ({ text }) => compared(ports, earlier, { method, quality, textSha256: text.sha256 }),
  });
  const { sha256, size } = await ports.evidence.put({
    bytes,
    mediaType: MANIFEST_MEDIA_TYPE,
    heldFor: state.caseId,
  });
  const after = await store(ports, state, {
    artifactId: partId(artifactId, 'manifest'),
    kind: 'CAPTURE_MANIFEST',
    sha256,
    size,
    mediaType: MANIFEST_MEDIA_TYPE,
    method,
    capturedAt,
    source,
  });
  // Of two that took the page at once, one manifest stands: both go on from that one.
  return manifestOf(after, artifactId)?.sha256 === sha256
    ? record
    : ((await earlierRecord(ports, after, capture)) ?? record);
};

const finish = async (
  ports: CapturePorts,
  state: CaseState,
  { artifactId, source }: PlannedCapture,
  record: CaptureRecord,
): Promise<void> => {
  const { capturedAt, method } = record;
  for (const artifact of artifactsOf(artifactId, record)) {
    await store(ports, state, { ...artifact, method, capturedAt, source });
  }
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
  if (capture === undefined || settled || notNow(state, 'EvidenceStored') !== undefined) return done('SETTLED');
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
