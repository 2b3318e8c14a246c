import { FolderEvidenceStore } from '../../adapters/folder-evidence-store.ts';
import type { EvidenceStore, Holds } from '../../core/ports.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import type { Ports } from '../../core/use-cases/ports.ts';

/** Requests to S3, a legal hold set or lifted among the PUTs. */
export interface EvidenceCalls {
  s3Put: number;
  s3Get: number;
}

/**
 * The evidence of a running local system, counted as the vault of S3 would bill it. Its rows of holders are written through `holds`.
 * @param root the folder that the evidence lives under
 */
export const meteredEvidence = (
  { ports, holds, root }: { readonly ports: Ports; readonly holds: Holds; readonly root: string },
  calls: EvidenceCalls,
): EvidenceStore => {
  const { clock, ids, mac, baseUrl } = ports;
  const evidence = new FolderEvidenceStore({ root, clock, ids, mac, holds, baseUrl });
  const counted = <T>(kind: keyof EvidenceCalls, call: () => Promise<T>): Promise<T> => {
    calls[kind] += 1;
    return call();
  };
  return {
    put: async (artifact) => {
      // Bytes that stand there already are put under hold by a second request.
      if (await evidence.has(sha256Hex(artifact.bytes))) calls.s3Put += 1;
      return counted('s3Put', () => evidence.put(artifact));
    },
    get: (sha256) => counted('s3Get', () => evidence.get(sha256)),
    has: (sha256) => counted('s3Get', () => evidence.has(sha256)),
    readUpload: (key) => counted('s3Get', () => evidence.readUpload(key)),
    // Signed without a request.
    uploadUrl: (upload) => evidence.uploadUrl(upload),
    hold: (sha256, holder) => counted('s3Put', () => evidence.hold(sha256, holder)),
    // One request, unless another case takes the same bytes at that moment.
    release: (sha256, holder) => counted('s3Put', () => evidence.release(sha256, holder)),
    isHeld: (sha256) => counted('s3Get', () => evidence.isHeld(sha256)),
  };
};
