import { notNow } from '../case/decision.ts';
import type { Artifact } from '../case/events.ts';
import { artifactIdSchema } from '../ids.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { IntakeLimits } from '../report.ts';
import { sha256Hex } from '../trail/digest.ts';
import type { Ports } from './ports.ts';
import { recordFromReporter, reportersCase } from './reporter-evidence.ts';
import { type TakeInPorts, takeInFile } from './take-in-file.ts';

export interface AttachFileInput {
  readonly receiptCode: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly limits: IntakeLimits;
}

/** What the sender is told about their file. */
export type AttachedFile = Pick<Artifact, 'sha256' | 'size' | 'mediaType' | 'declaredType' | 'scan' | 'copy'>;

const told = ({ sha256, size, mediaType, declaredType, scan, copy }: AttachedFile): AttachedFile => ({
  sha256,
  size,
  mediaType,
  ...(declaredType !== undefined && { declaredType }),
  ...(scan !== undefined && { scan }),
  ...(copy !== undefined && { copy }),
});

export type AttachResult =
  | { readonly kind: 'stored'; readonly artifact: AttachedFile }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const tooLarge = refusal('FILE_TOO_LARGE', 'Berkas terlalu besar atau kosong.', 'The file is too large, or empty.');
const tooMany = refusal('TOO_MANY_FILES', 'Jumlah berkas sudah mencapai batas.', 'The limit of files is reached.');

/**
 * Takes a file that the reporter adds to their report by a page: checked, and stored as evidence under its hash, so that the same file
 * sent twice is one artefact.
 */
export const attachFile = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'> & TakeInPorts,
  { receiptCode, bytes, mediaType, limits }: AttachFileInput,
): Promise<AttachResult> => {
  const state = await reportersCase(ports, receiptCode);
  if (state === undefined) return { kind: 'unknown-code' };
  const isOver = notNow(state, 'EvidenceStored');
  if (isOver !== undefined) return { kind: 'refused', refusal: isOver.refusal };
  if (bytes.byteLength === 0 || bytes.byteLength > limits.attachmentBytes)
    return { kind: 'refused', refusal: tooLarge };
  const attached = state.evidence.filter(({ kind }) => kind === 'ATTACHMENT');
  if (attached.length >= limits.attachments) return { kind: 'refused', refusal: tooMany };
  const artifactId = artifactIdSchema.parse(`file-${sha256Hex(bytes).slice(0, 24)}`);
  const known = attached.find(({ sha256 }) => sha256 === sha256Hex(bytes));
  // Sent by another way before. What this way has recorded is recorded again, which repairs what a crash may have left.
  if (known !== undefined && known.artifactId !== artifactId) return { kind: 'stored', artifact: told(known) };
  const taken = known ?? (await takeInFile(ports, { bytes, declaredType: mediaType, heldFor: state.caseId }));
  const artifact = { artifactId, kind: 'ATTACHMENT', method: 'UPLOAD', ...told(taken) } as const;
  const result = await recordFromReporter(ports, state, artifact);
  return result.kind === 'refused'
    ? { kind: 'refused', refusal: result.refusal }
    : { kind: 'stored', artifact: told(taken) };
};
