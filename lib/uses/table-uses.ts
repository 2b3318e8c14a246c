import { Stack } from 'aws-cdk-lib';
import type { tables as descriptions, TableId } from '../../adapters/dynamo/tables.ts';
import type { PurposefulTable } from '../constructs/purposeful-table.ts';
import { type Permission, Uses } from './uses.ts';

export type Tables = Readonly<Record<TableId, PurposefulTable>>;

type Action = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem';
type IndexOf<Id extends TableId> = (typeof descriptions)[Id]['indexes'][number]['name'];

const WRITES: ReadonlySet<Action> = new Set<Action>(['PutItem', 'UpdateItem', 'DeleteItem']);

const dynamo = (actions: readonly Action[]): string[] => actions.map((action) => `dynamodb:${action}`);

/** The table's key, usable only through DynamoDB: it opens items that the table's own permissions give, and nothing else. */
const atRest = ({ table, encryptionKey }: PurposefulTable, writes: boolean): Permission => ({
  actions: writes ? ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'],
  resources: [encryptionKey.keyArn],
  conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(table).region}.amazonaws.com` } },
});

/** Permissions on items of a table. */
const on = (table: PurposefulTable, ...actions: Action[]): readonly Permission[] => [
  { actions: dynamo(actions), resources: [table.table.tableArn] },
  atRest(
    table,
    actions.some((action) => WRITES.has(action)),
  ),
];

/** To list by these indexes: keys from an index, then the items themselves. */
const listing = <Id extends TableId>(tables: Tables, id: Id, ...indexes: IndexOf<Id>[]): readonly Permission[] => {
  const { tableArn } = tables[id].table;
  return [
    { actions: dynamo(['Query']), resources: indexes.map((index) => `${tableArn}/index/${index}`) },
    ...on(tables[id], 'BatchGetItem'),
  ];
};

/**
 * To read one attribute of a person and no other, not even by accident: the request must name it (a request that names none would be
 * for all), and may name nothing else but the key.
 */
const onlyAttribute = (people: PurposefulTable, attribute: string): readonly Permission[] => [
  {
    actions: dynamo(['GetItem']),
    resources: [people.table.tableArn],
    conditions: {
      'ForAnyValue:StringEquals': { 'dynamodb:Attributes': [attribute] },
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['personRef', attribute] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
  },
  atRest(people, false),
];

const caseUses = (tables: Tables) => {
  const environment = { CASES_TABLE: tables.cases.table.tableName };
  return {
    /** Reads a row and brings it up to its trail. */
    project: new Uses(environment, on(tables.cases, 'GetItem', 'UpdateItem')),
    announce: new Uses(environment, on(tables.cases, 'PutItem')),
    byReceipt: new Uses(environment, listing(tables, 'cases', 'byReceipt')),
    list: new Uses(environment, listing(tables, 'cases', 'byAgency', 'byAgencyStatus', 'byRespondent')),
    /** What a sanction is weighed by: earlier ones of the employee, comparable ones of the agency. */
    history: new Uses(environment, listing(tables, 'cases', 'byAgencyStatus', 'byRespondent')),
    /** Open cases by what is due first, and those in which a deadline passed in silence. */
    board: new Uses(environment, listing(tables, 'cases', 'openByDue', 'silent')),
    listOpen: new Uses(environment, listing(tables, 'cases', 'open')),
    /** Removes a row that never got its first event. */
    forget: new Uses(environment, on(tables.cases, 'DeleteItem')),
  };
};

const taskUses = (tables: Tables) => {
  const environment = { TASKS_TABLE: tables.tasks.table.tableName };
  return {
    read: new Uses(environment, on(tables.tasks, 'GetItem')),
    write: new Uses(environment, [...on(tables.tasks, 'GetItem', 'PutItem'), ...listing(tables, 'tasks', 'byCase')]),
    openOf: new Uses(environment, listing(tables, 'tasks', 'openByAssignee')),
    listDue: new Uses(environment, listing(tables, 'tasks', 'nextDue', 'callbackPending')),
  };
};

const directoryUses = (tables: Tables) => {
  const environment = { DIRECTORY_TABLE: tables.directory.table.tableName };
  return {
    read: new Uses(environment, on(tables.directory, 'GetItem', 'Query')),
    agencies: new Uses(environment, listing(tables, 'directory', 'agencies')),
  };
};

const peopleUses = ({ people }: Tables) => {
  const environment = { PEOPLE_TABLE: people.table.tableName };
  return {
    /** Writes who a reporter is, and can tell a repeated write by its digest; cannot read the person back. */
    file: new Uses(environment, [...on(people, 'PutItem'), ...onlyAttribute(people, 'digest')]),
    /** Reads the keyed hash of the reporter's mail address. */
    matchTag: new Uses(environment, onlyAttribute(people, 'matchTag')),
    reveal: new Uses(environment, on(people, 'GetItem')),
  };
};

const factorUses = ({ factors, stepUps }: Tables) => {
  const environment = { FACTORS_TABLE: factors.table.tableName, STEP_UPS_TABLE: stepUps.table.tableName };
  return {
    /** Proves and enrols, one person at a time. */
    prove: new Uses(environment, [...on(factors, 'GetItem', 'PutItem'), ...on(stepUps, 'GetItem', 'PutItem')]),
    /** The record of recoveries, of all people of an agency. */
    list: new Uses(environment, on(factors, 'Query')),
  };
};

const trailUses = ({ trail }: Tables) => {
  const environment = { TRAIL_TABLE: trail.table.tableName };
  return {
    read: new Uses(environment, on(trail, 'Query')),
    /** One conditional put per event; a right to update or delete one exists nowhere. */
    append: new Uses(environment, on(trail, 'GetItem', 'PutItem', 'Query')),
  };
};

/** Rights on the rows of who needs which evidence come with the rights on evidence itself. */
export const holdUses = ({ holds }: Pick<Tables, 'holds'>) => {
  const environment = { HOLDS_TABLE: holds.table.tableName };
  return {
    add: new Uses(environment, on(holds, 'GetItem', 'PutItem')),
    release: new Uses(environment, on(holds, 'GetItem', 'PutItem', 'Query', 'DeleteItem')),
  };
};
export type HoldUses = ReturnType<typeof holdUses>;

/** What a function may do with the tables: what the adapter's operations do, and no more. Nothing may scan. */
export const tableUses = (tables: Tables) => ({
  trail: trailUses(tables),
  cases: caseUses(tables),
  tasks: taskUses(tables),
  visits: new Uses({ VISITS_TABLE: tables.visits.table.tableName }, on(tables.visits, 'GetItem', 'PutItem')),
  factors: factorUses(tables),
  directory: directoryUses(tables),
  people: peopleUses(tables),
  requests: new Uses(
    { REQUESTS_TABLE: tables.requests.table.tableName },
    on(tables.requests, 'GetItem', 'PutItem', 'UpdateItem'),
  ),
  throttle: new Uses({ THROTTLE_TABLE: tables.throttle.table.tableName }, on(tables.throttle, 'UpdateItem')),
  inbound: {
    read: new Uses({ INBOUND_TABLE: tables.inbound.table.tableName }, on(tables.inbound, 'GetItem')),
    write: new Uses({ INBOUND_TABLE: tables.inbound.table.tableName }, on(tables.inbound, 'GetItem', 'PutItem')),
    list: new Uses({ INBOUND_TABLE: tables.inbound.table.tableName }, listing(tables, 'inbound', 'byAgencyStatus')),
  },
  access: {
    record: new Uses({ ACCESS_TABLE: tables.access.table.tableName }, on(tables.access, 'GetItem', 'PutItem')),
    list: new Uses({ ACCESS_TABLE: tables.access.table.tableName }, on(tables.access, 'Query')),
  },
});
export type TableUses = ReturnType<typeof tableUses>;
