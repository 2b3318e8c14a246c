import { KMSClient } from '@aws-sdk/client-kms';
import { KmsMac } from '../../../adapters/kms-mac.ts';
import { KmsSealer } from '../../../adapters/kms-sealer.ts';
import { KmsSigner } from '../../../adapters/kms-signer.ts';
import { clientOptions } from './client.ts';
import { ids } from './stores.ts';

const client = new KMSClient(clientOptions);

export const macOf = (env: { MAC_KEY_ID: string }) => new KmsMac({ client, keyId: env.MAC_KEY_ID });
export const signerOf = (env: { SIGNER_KEY_ID: string }) => new KmsSigner({ client, keyId: env.SIGNER_KEY_ID });
export const sealerOf = (env: { SECRETS_KEY_ID: string }) => new KmsSealer({ client, keyId: env.SECRETS_KEY_ID, ids });
export const peopleSealerOf = (env: { PEOPLE_KEY_ID: string }) =>
  new KmsSealer({ client, keyId: env.PEOPLE_KEY_ID, ids });
