import type { IntakeLimits } from '../../../core/report.ts';
import type { AttachedFile } from '../../../core/use-cases/attach-file.ts';
import type { UploadView } from '../../pages/upload.ts';
import type { Lang } from '../../text/lang.ts';
import { senderNotes } from '../../views/file-notes.ts';

type ReceivedFile = UploadView['received'][number];

const KIB = 1024;

/** `742 KB`, `3,1 MB`: Indonesian and English differ in the decimal mark only, so whole numbers are shown. */
export const sizeText = (bytes: number): string =>
  bytes < KIB * KIB ? `${Math.max(1, Math.round(bytes / KIB))} KB` : `${Math.round(bytes / (KIB * KIB))} MB`;

/** The form by which a reporter adds files; the receipt code travels in the body, never in an address. */
export const uploadForm = (
  receiptCode: string,
  limits: IntakeLimits,
  received: readonly ReceivedFile[],
): UploadView => ({
  form: { action: '/lacak/berkas', hidden: { receiptCode } },
  maxFiles: limits.attachments,
  maxMiB: Math.floor(limits.attachmentBytes / (KIB * KIB)),
  received,
});

/** A file that was taken in, as its sender is told of it. */
export const receivedFile = (fileName: string, file: AttachedFile, lang: Lang): ReceivedFile => ({
  fileName,
  size: sizeText(file.size),
  sha256: file.sha256,
  notes: senderNotes(file, lang),
});
