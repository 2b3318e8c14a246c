import type { CaptureDetails } from '../../../core/capture/capture-details.ts';
import { currentDisclosure } from '../../../core/case/disclosure.ts';
import type { Artifact } from '../../../core/case/events.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { isHandedIn } from '../../../core/evidence/make-copy.ts';
import type { Sha256 } from '../../../core/ids.ts';
import { readReport } from '../../../core/intake/report-artifact.ts';
import type { EvidenceStore } from '../../../core/ports.ts';
import { REPORT_ARTIFACT_ID } from '../../../core/trail/export.ts';
import { type CustodyPorts, standingOf } from '../../../core/use-cases/custody-of-artifact.ts';
import { readCaptures } from '../../../core/use-cases/read-captures.ts';

/** Every artefact of a case; the report is the first. */
export const artifactsOf = (state: CaseState) => [
  {
    artifactId: REPORT_ARTIFACT_ID,
    kind: 'REPORT' as const,
    ...state.report.report,
    capturedAt: state.receivedAt,
    method: state.report.channel,
    round: 1,
    quality: undefined,
    source: undefined,
    comparison: undefined,
    declaredType: undefined,
    scan: undefined,
    copy: undefined,
  },
  ...state.evidence,
];

type AddressOf = (source: { readonly sha256: Sha256; readonly urlIndex: number }) => Promise<string | undefined>;

/** Addresses stand in the texts that named them, each of which is read once. A text that was erased names none any more. */
const addressReader = (evidence: Pick<EvidenceStore, 'get' | 'has'>): AddressOf => {
  const texts = new Map<Sha256, Promise<readonly string[]>>();
  const read = async (sha256: Sha256) =>
    (await evidence.has(sha256)) ? (await readReport(evidence, sha256)).incident.urls : [];
  return async ({ sha256, urlIndex }) => {
    const urls = texts.get(sha256) ?? read(sha256);
    texts.set(sha256, urls);
    return (await urls)[urlIndex];
  };
};

/** What the manifest tells; the address that was asked for stands beside it already. */
const captureOf = (details: CaptureDetails | undefined) => {
  if (details === undefined) return {};
  const { requestedUrl: _asked, comparison: _told, ...capture } = details;
  return { capture };
};

/** A file from before there were scans was not scanned; what the system made or captured needs no scan. */
const scanOf = (artifact: Pick<Artifact, 'kind'> & { readonly scan?: Artifact['scan'] | undefined }) =>
  artifact.scan ?? (isHandedIn(artifact) ? { verdict: 'NOT_SCANNED' as const, engine: 'NONE' as const } : null);

const standingIn = async (
  ports: Pick<CustodyPorts, 'evidence' | 'timeStamper'>,
  state: CaseState,
  artifact: Parameters<typeof standingOf>[2],
) => {
  const { isHeld, stamp } = await standingOf(ports, state, artifact);
  return { held: isHeld, timestamp: stamp };
};

/** `GET /v1/cases/{caseNumber}/evidence`; `disclosed` where the newest disclosure shows it to the respondent. */
export const evidenceList = async (state: CaseState, ports: Pick<CustodyPorts, 'evidence' | 'timeStamper'>) => {
  const { evidence } = ports;
  const addressOf = addressReader(evidence);
  const shown = new Set<string>(currentDisclosure(state)?.evidence.map(({ artifactId }) => artifactId));
  const captures = await readCaptures({ evidence }, state);
  return Promise.all(
    artifactsOf(state).map(async ({ source, ...artifact }) => {
      const { artifactId, kind, mediaType, size, sha256, capturedAt, method, round, quality } = artifact;
      const sourceUrl = source === undefined ? undefined : await addressOf(source);
      const known = { artifactId, kind, mediaType, size, sha256, capturedAt, method, round };
      const disclosed = shown.has(artifactId);
      return {
        ...known,
        disclosed,
        scan: scanOf(artifact),
        copy: artifact.copy ?? null,
        ...(await standingIn(ports, state, artifact)),
        ...(artifact.declaredType !== undefined && { declaredType: artifact.declaredType }),
        quality: quality ?? null,
        ...(sourceUrl !== undefined && { sourceUrl }),
        ...(artifact.comparison !== undefined && { comparison: artifact.comparison }),
        ...captureOf(captures.get(artifactId)),
      };
    }),
  );
};
