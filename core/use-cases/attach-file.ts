import { artifactIdSchema, type Sha256 } from '../ids.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { IntakeLimits } from '../report.ts';
import type { Ports } from './ports.ts';
import { recordFromReporter, reportersCase } from './reporter-evidence.ts';

export interface AttachFileInput {
  readonly receiptCode: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly limits: IntakeLimits;
}

export type AttachResult =
  | { readonly kind: 'stored'; readonly sha256: Sha256; readonly size: number }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const tooLarge = refusal('FILE_TOO_LARGE', 'Berkas terlalu besar atau kosong.', 'The file is too large, or empty.');
const tooMany = refusal('TOO_MANY_FILES', 'Jumlah berkas sudah mencapai batas.', 'The limit of files is reached.');

/**
 * Takes a file that the reporter adds to their report by a page: stored as evidence under its hash, so that the same file sent twice is
 * one artefact.
 */
export const attachFile = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'evidence' | 'clock'>,
  { receiptCode, bytes, mediaType, limits }: AttachFileInput,
): Promise<AttachResult> => {
  const state = await reportersCase(ports, receiptCode);
  if (state === undefined) return { kind: 'unknown-code' };
  if (bytes.byteLength === 0 || bytes.byteLength > limits.attachmentBytes)
    return { kind: 'refused', refusal: tooLarge };
  const attached = state.evidence.filter(({ kind }) => kind === 'ATTACHMENT');
  if (attached.length >= limits.attachments) return { kind: 'refused', refusal: tooMany };
  const stored = await ports.evidence.put({ bytes, mediaType });
  const known = attached.find(({ sha256 }) => sha256 === stored.sha256);
  if (known !== undefined) return { kind: 'stored', ...stored };
  const artifactId = artifactIdSchema.parse(`file-${stored.sha256.slice(0, 24)}`);
  const artifact = { artifactId, kind: 'ATTACHMENT', mediaType, method: 'UPLOAD', ...stored } as const;
  const result = await recordFromReporter(ports, state, artifact);
  return result.kind === 'refused' ? { kind: 'refused', refusal: result.refusal } : { kind: 'stored', ...stored };
};
