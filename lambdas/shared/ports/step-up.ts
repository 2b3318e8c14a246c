import { DynamoFactorStore } from '../../../adapters/dynamo/dynamo-factor-store.ts';
import { DynamoStepUpStore } from '../../../adapters/dynamo/dynamo-step-up-store.ts';
import { WebAuthnPasskeys } from '../../../adapters/webauthn-passkeys.ts';
import { dynamo, ids } from './stores.ts';

/** What step-up takes beside the keys. */
export const stepUpPorts = (env: { FACTORS_TABLE: string; STEP_UPS_TABLE: string }) => ({
  factors: new DynamoFactorStore({ client: dynamo, table: env.FACTORS_TABLE, ids }),
  stepUps: new DynamoStepUpStore({ client: dynamo, table: env.STEP_UPS_TABLE, ids }),
  passkeys: new WebAuthnPasskeys(),
});
