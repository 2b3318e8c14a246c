import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { BsreService } from '../../../adapters/bsre-document-signer.ts';
import { deferredDocumentSigner } from '../../../adapters/deferred-document-signer.ts';
import { PadesDocumentSigner } from '../../../adapters/pades-document-signer.ts';
import { readSecret, readSecretText } from '../../../adapters/secrets-manager.ts';
import { parseRsaKey } from '../../../adapters/stored-rsa-key.ts';
import { unsignedDocumentSigner } from '../../../adapters/unsigned-document-signer.ts';
import type { DocumentSigner } from '../../../core/letters/document-signer.ts';
import { NO_SECRET } from '../../env/fragments.ts';
import { clientOptions } from './client.ts';

/** The agency's account at its BSrE client service, and who signs through it. */
const bsreSecret = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  user: z.string().min(1),
  password: z.string().min(1),
  nik: z.string().regex(/^\d{16}$/),
  passphrase: z.string().min(1),
});

const client = new SecretsManagerClient(clientOptions);

/** Letters are sealed by the one secret that the deployment names, read with the first of them; without one they stay as printed. */
export const documentSignerOf = (env: {
  DOCUMENT_CERTIFICATE_ARN: string;
  BSRE_SECRET_ARN: string;
}): DocumentSigner => {
  const { DOCUMENT_CERTIFICATE_ARN: keyArn, BSRE_SECRET_ARN: bsreArn } = env;
  if (bsreArn !== NO_SECRET) {
    return deferredDocumentSigner(async () => {
      const { nik, passphrase, ...service } = await readSecret({ client, secretArn: bsreArn }, bsreSecret);
      return new BsreService(service).signerFor({ nik, passphrase });
    });
  }
  if (keyArn === NO_SECRET) return unsignedDocumentSigner;
  const key = async () => parseRsaKey(await readSecretText({ client, secretArn: keyArn }));
  return new PadesDocumentSigner({ key, name: 'Tertib' });
};
