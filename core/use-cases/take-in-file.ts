import type { Artifact } from '../case/events.ts';
import { contentType } from '../evidence/content-type.ts';
import { makeCopy } from '../evidence/make-copy.ts';
import type { Scan } from '../evidence/scan.ts';
import type { WorkingCopy } from '../evidence/working-copy.ts';
import type { Holder } from '../ports.ts';
import type { Ports } from './ports.ts';

export type TakeInPorts = Pick<Ports, 'evidence' | 'scanner'>;

/** A file from outside, whole: its size and hash were compared with what was announced, where anything was. */
export interface IncomingFile {
  readonly bytes: Uint8Array;
  /** What the sender says it is; not believed. */
  readonly declaredType: string;
  /** For whom the vault holds it. */
  readonly heldFor: Holder;
}

/** What the record of an artefact says about a file that was taken in. */
export type TakenIn = Pick<Artifact, 'sha256' | 'size' | 'mediaType' | 'declaredType' | 'copy'> & {
  readonly scan: Scan;
};

/** Makes the working copy of a file and stores it. Only ever of what no engine has called infected, and none is still looking at. */
export const storeCopy = async (
  { evidence }: Pick<Ports, 'evidence'>,
  { bytes, heldFor }: { readonly bytes: Uint8Array; readonly heldFor: Holder },
): Promise<WorkingCopy> => {
  const made = makeCopy(bytes);
  if (made.outcome === 'NONE') return made;
  const { mediaType, removed } = made;
  const { sha256, size } = await evidence.put({ bytes: made.bytes, mediaType, heldFor });
  return { outcome: 'CLEAN', sha256, mediaType, size, removed };
};

/** Whether a working copy may be made and handed out. */
export const maySee = ({ verdict }: Pick<Scan, 'verdict'>): boolean => verdict === 'CLEAN' || verdict === 'NOT_SCANNED';

/**
 * Takes a file from outside in, whichever way it came: an engine judges it, then the bytes go into the vault as they are (an infected file,
 * too: it is evidence), then its working copy. Repeated, it ends in the same.
 */
export const takeInFile = async (ports: TakeInPorts, file: IncomingFile): Promise<TakenIn> => {
  const { bytes, declaredType, heldFor } = file;
  const scan = await ports.scanner.scan(bytes);
  const type = contentType(bytes, declaredType);
  const stored = await ports.evidence.put({ bytes, mediaType: type.mediaType, heldFor });
  const copy = maySee(scan) ? await storeCopy(ports, file) : undefined;
  return { ...stored, ...type, scan, ...(copy !== undefined && { copy }) };
};
