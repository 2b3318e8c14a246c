import { unsignedDocumentSigner } from '../../../adapters/unsigned-document-signer.ts';
import type { DocumentSigner } from '../../../core/letters/document-signer.ts';

interface Env {
  readonly DOCUMENT_CERTIFICATE_ARN: string;
  readonly BSRE_SECRET_ARN: string;
}

export const documentSignerOf = (_env: Env): DocumentSigner => unsignedDocumentSigner;
