import { failCapture, storeEvidence } from '../case/commands/evidence.ts';
import type { CaseState } from '../case/state.ts';
import { sha256Hex } from '../trail/digest.ts';
import { mayAppend } from './load-case.ts';
import type { Ports } from './ports.ts';

type CollectPorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'evidence'>;
type Promised = CaseState['report']['attachments'][number];

const mismatch = {
  code: 'UPLOAD_MISMATCH',
  reason: {
    id: 'Berkas yang diunggah tidak sama dengan yang diumumkan (ukuran atau SHA-256 berbeda).',
    en: 'The uploaded file is not the one that was announced (size or SHA-256 differ).',
  },
};

const collect = async (ports: CollectPorts, state: CaseState, promised: Promised): Promise<CaseState> => {
  const { artifactId, mediaType } = promised;
  const bytes = await ports.evidence.readUpload({ caseId: state.caseId, artifactId });
  if (bytes === undefined) return state;
  const hash = sha256Hex(bytes);
  const asAnnounced = bytes.length === promised.size && (promised.sha256 === undefined || promised.sha256 === hash);
  const at = ports.clock.now();
  const stored = asAnnounced ? await ports.evidence.put({ bytes, mediaType }) : undefined;
  const result = await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `evidence:${artifactId}`,
    step: 'CollectUploads',
    command:
      stored === undefined
        ? failCapture({ artifactId, ...mismatch, failedAt: at })
        : storeEvidence({ artifactId, kind: 'ATTACHMENT', mediaType, method: 'UPLOAD', capturedAt: at, ...stored }),
  });
  return result.kind === 'refused' ? state : result.state;
};

/** Moves announced uploads that have arrived from quarantine into the evidence of the case, after checking size and hash. */
export const collectUploads = async (ports: CollectPorts, state: CaseState): Promise<CaseState> => {
  const known = new Set([...state.evidence, ...state.captureFailures].map(({ artifactId }) => artifactId));
  let current = state;
  for (const promised of state.report.attachments) {
    if (!known.has(promised.artifactId)) current = await collect(ports, current, promised);
  }
  return current;
};
