import type { Keys } from '../constructs/keys.ts';
import { Uses } from './uses.ts';

/** What a function may do with the keys directly; tables and buckets at rest are not among it. */
export const keyUses = ({ people, secrets, signer, mac }: Keys) => {
  const peopleKey = { PEOPLE_KEY_ID: people.keyArn };
  return {
    people: {
      /** Seals, each value under a data key of its own, what it can never open again. */
      seal: new Uses(peopleKey, [{ actions: ['kms:GenerateDataKey'], resources: [people.keyArn] }]),
      open: new Uses(peopleKey, [{ actions: ['kms:Decrypt'], resources: [people.keyArn] }]),
    },
    secrets: new Uses({ SECRETS_KEY_ID: secrets.keyArn }, [
      { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [secrets.keyArn] },
    ]),
    signer: new Uses({ SIGNER_KEY_ID: signer.keyArn }, [
      { actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [signer.keyArn] },
    ]),
    /** To name the keys that signed, not to sign. */
    signerKeys: new Uses({ SIGNER_KEY_ID: signer.keyArn }, [
      { actions: ['kms:GetPublicKey'], resources: [signer.keyArn] },
    ]),
    mac: new Uses({ MAC_KEY_ID: mac.keyArn }, [{ actions: ['kms:GenerateMac'], resources: [mac.keyArn] }]),
  };
};
export type KeyUses = ReturnType<typeof keyUses>;
