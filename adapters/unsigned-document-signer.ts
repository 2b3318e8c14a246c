import type { DocumentSigner } from '../core/letters/document-signer.ts';

/**
 * For a deployment that has no certificate: letters leave as they were printed, without a signature inside the PDF. What proves them is
 * then the record alone: the hash of each letter, and the signature over it that every letter gets anyway.
 */
export const unsignedDocumentSigner: DocumentSigner = { sign: async (pdf) => pdf };
