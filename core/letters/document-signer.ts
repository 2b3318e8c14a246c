import type { Instant } from '../time.ts';

/** What a signature says beside the document: when, why, and in whose name. */
export interface SigningFacts {
  /** The letter's own time, so that signing it again gives the same bytes. */
  readonly at: Instant;
  /** e.g. `Keputusan` */
  readonly reason: string;
  /** The official in whose name it is signed. */
  readonly name: string;
}

/** Seals a PDF with an electronic signature. */
export interface DocumentSigner {
  /** @throws ServiceUnavailable where an outside service does the signing and does not answer */
  sign(pdf: Uint8Array, facts: SigningFacts): Promise<Uint8Array>;
}
