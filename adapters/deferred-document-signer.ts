import type { DocumentSigner } from '../core/letters/document-signer.ts';

/** A signer that is made when the first letter needs it, and then kept. Where making it fails, the next letter tries again. */
export const deferredDocumentSigner = (make: () => Promise<DocumentSigner>): DocumentSigner => {
  let made: Promise<DocumentSigner> | undefined;
  const signer = async (): Promise<DocumentSigner> => {
    made ??= make();
    try {
      return await made;
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
  return { sign: async (pdf, facts) => (await signer()).sign(pdf, facts) };
};
