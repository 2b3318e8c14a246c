import { DynamoDirectoryStore } from '../../../adapters/dynamo/dynamo-directory-store.ts';
import { dynamo } from './stores.ts';

export const directoryOf = (env: { DIRECTORY_TABLE: string }) =>
  new DynamoDirectoryStore({ client: dynamo, table: env.DIRECTORY_TABLE });
