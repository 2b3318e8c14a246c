import { DynamoInboundStore } from '../../../adapters/dynamo/dynamo-inbound-store.ts';
import type { InboundWork } from '../../../core/ports.ts';
import { dynamo, ids } from './stores.ts';

export const inboundOf = (env: { INBOUND_TABLE: string }) =>
  new DynamoInboundStore({ client: dynamo, table: env.INBOUND_TABLE, ids });

/** A function of its own looks every minute: whoever orders something holds no right to file it. */
export const waitsForTheTick: InboundWork = { wake: async () => {} };
