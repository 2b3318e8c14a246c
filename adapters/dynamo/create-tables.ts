import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ServiceUnavailable } from '../../core/errors.ts';
import { type IndexDescription, type KeyAttribute, type TableDescription, tables } from './tables.ts';

const POLL_MS = 20;
const MAX_POLLS = 3_000;

/**
 * Makes the tables that are not there yet and waits until all can be used: for the one-machine runtime and for tests. A table
 * that exists stays as it is.
 * @param prefix stands in front of every table's name
 * @throws ServiceUnavailable when a table does not become usable within a minute
 */
export const createTables = async (client: DynamoDBDocumentClient, prefix: string): Promise<void> => {
  for (const table of Object.values(tables)) await create(client, tableInput(prefix, table));
  for (const table of Object.values(tables)) await untilActive(client, `${prefix}${table.name}`);
};

const create = async (client: DynamoDBDocumentClient, input: CreateTableCommandInput): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
};

const untilActive = async (client: DynamoDBDocumentClient, name: string): Promise<void> => {
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await pause(POLL_MS);
  }
  throw new ServiceUnavailable(`table ${name} did not become usable`);
};

type Keyed = Pick<TableDescription, 'partitionKey' | 'sortKey'>;

const keysOf = ({ partitionKey, sortKey }: Keyed): KeyAttribute[] =>
  sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];

const keySchemaOf = (keyed: Keyed) =>
  keysOf(keyed).map(({ name }, place) => ({
    AttributeName: name,
    KeyType: place === 0 ? ('HASH' as const) : ('RANGE' as const),
  }));

const indexInput = (index: IndexDescription) => ({
  IndexName: index.name,
  KeySchema: keySchemaOf(index),
  Projection: { ProjectionType: index.projection },
});

/** What makes a table with its indexes. @param prefix stands in front of its name */
export const tableInput = (prefix: string, table: TableDescription): CreateTableCommandInput => {
  const attributes = new Map([table, ...table.indexes].flatMap(keysOf).map(({ name, type }) => [name, type]));
  return {
    TableName: `${prefix}${table.name}`,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchemaOf(table),
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(indexInput) }),
  };
};
