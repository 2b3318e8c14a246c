import { DynamoPeopleStore } from '../../../adapters/dynamo/dynamo-people-store.ts';
import { SealBroken } from '../../../core/errors.ts';
import type { Sealer } from '../../../core/ports.ts';
import { peopleSealerOf } from './keys.ts';
import { dynamo } from './stores.ts';

/** For functions that only compare: they hold no key to people, so there is nothing they could open or seal. */
const closed: Sealer = {
  seal: async () => {
    throw new SealBroken('this function may not write who a reporter is');
  },
  open: async () => {
    throw new SealBroken('this function may not read who a reporter is');
  },
};

export const matchTagsOf = (env: { PEOPLE_TABLE: string }) =>
  new DynamoPeopleStore({ client: dynamo, table: env.PEOPLE_TABLE, sealer: closed });

export const peopleOf = (env: { PEOPLE_TABLE: string; PEOPLE_KEY_ID: string }) =>
  new DynamoPeopleStore({ client: dynamo, table: env.PEOPLE_TABLE, sealer: peopleSealerOf(env) });
