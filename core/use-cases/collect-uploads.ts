import { failCapture, storeEvidence } from '../case/commands/evidence.ts';
import type { Command } from '../case/decision.ts';
import type { CaseState } from '../case/state.ts';
import { UNKNOWN_MEDIA_TYPE } from '../media-type.ts';
import { sha256Hex } from '../trail/digest.ts';
import { mayAppend } from './load-case.ts';
import { type SettleScansPorts, settleScans } from './settle-scans.ts';
import { takeInFile } from './take-in-file.ts';

type CollectPorts = SettleScansPorts;
type Promised = CaseState['report']['attachments'][number];

const mismatch = {
  code: 'UPLOAD_MISMATCH',
  reason: {
    id: 'Berkas yang diunggah tidak sama dengan yang diumumkan (ukuran atau SHA-256 berbeda).',
    en: 'The uploaded file is not the one that was announced (size or SHA-256 differ).',
  },
};

/** What did not come as announced is kept as well, under its hash: it is no evidence, and not lost. */
const commandFor = async (
  ports: CollectPorts,
  { caseId: heldFor }: CaseState,
  { bytes, promised }: { readonly bytes: Uint8Array; readonly promised: Promised },
): Promise<Command> => {
  const { artifactId, mediaType: declaredType, size, sha256 } = promised;
  const at = ports.clock.now();
  if (bytes.length === size && (sha256 === undefined || sha256 === sha256Hex(bytes))) {
    const taken = await takeInFile(ports, { bytes, declaredType, heldFor });
    return storeEvidence({ artifactId, kind: 'ATTACHMENT', method: 'UPLOAD', capturedAt: at, ...taken });
  }
  const received = await ports.evidence.put({ bytes, mediaType: UNKNOWN_MEDIA_TYPE, heldFor });
  return failCapture({ artifactId, ...mismatch, failedAt: at, received });
};

const collect = async (ports: CollectPorts, state: CaseState, promised: Promised): Promise<CaseState> => {
  const { artifactId } = promised;
  const bytes = await ports.evidence.readUpload({ caseId: state.caseId, artifactId });
  if (bytes === undefined) return state;
  const result = await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `evidence:${artifactId}`,
    step: 'CollectUploads',
    command: await commandFor(ports, state, { bytes, promised }),
  });
  return result.kind === 'refused' ? state : result.state;
};

/**
 * Moves announced uploads that have arrived from quarantine into the evidence of the case, after checking size, hash and content, one at a
 * time; and puts on record what engines have answered about earlier files.
 */
export const collectUploads = async (ports: CollectPorts, state: CaseState): Promise<CaseState> => {
  const known = new Set([...state.evidence, ...state.captureFailures].map(({ artifactId }) => artifactId));
  let current = await settleScans(ports, state);
  for (const promised of state.report.attachments) {
    if (!known.has(promised.artifactId)) current = await collect(ports, current, promised);
  }
  return current;
};
