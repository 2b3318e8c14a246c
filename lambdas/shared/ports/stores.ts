import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import { DynamoCaseStore } from '../../../adapters/dynamo/dynamo-case-store.ts';
import { DynamoTrailStore } from '../../../adapters/dynamo/dynamo-trail-store.ts';
import { JsonLog } from '../../../adapters/json-log.ts';
import { randomIds } from '../../../adapters/random-ids.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { awsAddress } from './client.ts';

export const clock = systemClock;
export const ids = randomIds;
export const log = new JsonLog({ clock });

/** One connection pool for all tables of a function. */
export const dynamo = documentClient(awsAddress);

/** What every function that touches a case has. */
export const caseStores = (env: { TRAIL_TABLE: string; CASES_TABLE: string }) => ({
  clock,
  trail: new DynamoTrailStore({ client: dynamo, table: env.TRAIL_TABLE, ids }),
  cases: new DynamoCaseStore({ client: dynamo, table: env.CASES_TABLE }),
});
