/**
 * Every table and index, once, as plain data: the data stack makes them on AWS and {@link file://./create-tables.ts} on any other
 * engine. Indexes hold keys only. A list reads keys from an index and then the items themselves, consistently, so an index that
 * lags or kept an orphan (an engine without atomic indexes, killed at the wrong moment) never shows what is no longer true; and
 * most writes of an item then touch no index at all.
 */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

export interface IndexDescription {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly projection: 'KEYS_ONLY';
  readonly purpose: string;
}

export interface TableDescription {
  /** Follows the deployment's prefix: `tertib-dev-` + `Trail`. */
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly IndexDescription[];
  /** Attribute with an end of life in epoch seconds. Hygiene only: every reader looks at the time itself. */
  readonly timeToLiveAttribute?: string;
  readonly purpose: string;
}

const text = (name: string): KeyAttribute => ({ name, type: 'S' });
const number = (name: string): KeyAttribute => ({ name, type: 'N' });

type Index = Omit<IndexDescription, 'projection'>;
const keysOnly = (index: Index): IndexDescription => ({ ...index, projection: 'KEYS_ONLY' });

export const tables = {
  trail: {
    name: 'Trail',
    partitionKey: text('caseId'),
    sortKey: number('seq'),
    indexes: [],
    purpose: 'The truth: one item per event, written once, never changed.',
  },
  cases: {
    name: 'Cases',
    partitionKey: text('caseId'),
    indexes: [
      keysOnly({
        name: 'byAgency',
        partitionKey: text('agencyId'),
        sortKey: text('receivedAt'),
        purpose: 'Cases of an agency, newest first.',
      }),
      keysOnly({
        name: 'byAgencyStatus',
        partitionKey: text('agencyStatus'),
        sortKey: text('receivedAt'),
        purpose: 'Cases of an agency in one status (`contoh#TRIAGE`), newest first.',
      }),
      keysOnly({
        name: 'byRespondent',
        partitionKey: text('agencyRespondent'),
        sortKey: text('receivedAt'),
        purpose: 'Cases against one employee (`contoh#<NIP>`), newest first; sparse.',
      }),
      keysOnly({
        name: 'byReceipt',
        partitionKey: text('receiptHash'),
        purpose: 'The case a receipt code belongs to.',
      }),
      keysOnly({
        name: 'open',
        partitionKey: text('openShard'),
        sortKey: text('caseId'),
        purpose: 'Every case that is not closed, in shards, for the sweep; sparse.',
      }),
      keysOnly({
        name: 'openByDue',
        partitionKey: text('openStatus'),
        sortKey: text('dueKey'),
        purpose: 'Open cases of an agency in one status (`contoh#TRIAGE`), what is due first on top; sparse.',
      }),
      keysOnly({
        name: 'silent',
        partitionKey: text('silentAgency'),
        sortKey: text('silentKey'),
        purpose: 'Cases of an agency in which an official let a deadline pass, by the last time; sparse.',
      }),
    ],
    purpose: 'One derived row per case: lists, searches, the sweep. All but `execution` can be rebuilt from the trail.',
  },
  tasks: {
    name: 'Tasks',
    partitionKey: text('taskId'),
    indexes: [
      keysOnly({ name: 'byCase', partitionKey: text('caseId'), sortKey: text('taskId'), purpose: 'Tasks of a case.' }),
      keysOnly({
        name: 'openByAssignee',
        partitionKey: text('assigneeKey'),
        sortKey: text('dueAt'),
        purpose: 'Open tasks of one official (`contoh#<NIP>`), most urgent first; sparse.',
      }),
      keysOnly({
        name: 'nextDue',
        partitionKey: text('nextShard'),
        sortKey: text('nextAt'),
        purpose: 'Open tasks by when something is next due, in shards, for the sweep; sparse.',
      }),
      keysOnly({
        name: 'callbackPending',
        partitionKey: text('pendingShard'),
        sortKey: text('taskId'),
        purpose: 'Tasks whose outcome the workflow has not been told, in shards, for the sweep; sparse.',
      }),
    ],
    purpose: 'The operational side of human tasks: secret hash, sealed task token, callback.',
  },
  visits: {
    name: 'Visits',
    partitionKey: text('taskId'),
    sortKey: text('browserHash'),
    indexes: [],
    purpose: 'One browser on its way through a mailed link.',
  },
  directory: {
    name: 'Directory',
    partitionKey: text('agencyId'),
    sortKey: text('nip'),
    indexes: [
      keysOnly({
        name: 'agencies',
        partitionKey: text('recordKind'),
        sortKey: text('agencyId'),
        purpose: 'The agencies themselves (`AGENCY`); sparse.',
      }),
    ],
    purpose: 'Staff by agency and NIP; the agency itself under the sort key `AGENCY`.',
  },
  people: {
    name: 'People',
    partitionKey: text('personRef'),
    indexes: [],
    purpose: 'Who reported, sealed under a key of its own.',
  },
  factors: {
    name: 'Factors',
    partitionKey: text('agencyId'),
    sortKey: text('nip'),
    indexes: [],
    purpose:
      'What people prove themselves with beside their mailbox, and what administrators did to it. Secrets are sealed.',
  },
  stepUps: {
    name: 'StepUps',
    partitionKey: text('key'),
    indexes: [],
    timeToLiveAttribute: 'ttl',
    purpose: 'One browser on its way through step-up: challenge, tries, proof.',
  },
  requests: {
    name: 'Requests',
    partitionKey: text('key'),
    indexes: [],
    timeToLiveAttribute: 'ttl',
    purpose: 'Request keys of intake, so that a repeated request files one report.',
  },
  throttle: {
    name: 'Throttle',
    partitionKey: text('key'),
    indexes: [],
    timeToLiveAttribute: 'ttl',
    purpose: 'Hits per fixed window, under a hash of who and what.',
  },
  access: {
    name: 'Access',
    partitionKey: text('caseId'),
    sortKey: text('accessId'),
    indexes: [],
    purpose: 'Who read what of a case.',
  },
  holds: {
    name: 'Holds',
    partitionKey: text('holdKey'),
    sortKey: text('member'),
    indexes: [],
    purpose: 'Which open cases need which evidence, both ways round, and which closed ones still hold some.',
  },
  inbound: {
    name: 'Inbound',
    partitionKey: text('mailId'),
    indexes: [
      keysOnly({
        name: 'byAgencyStatus',
        partitionKey: text('agencyStatus'),
        sortKey: text('receivedAt'),
        purpose: 'Mails of an agency in one status (`contoh#QUEUED`), oldest first.',
      }),
    ],
    purpose: 'Mails that came in: what became of each, and why. Who sent it is sealed.',
  },
} as const satisfies Record<string, TableDescription>;

export type TableId = keyof typeof tables;

/** The name of a table in one deployment. @param prefix e.g. `tertib-dev-` */
export const tableName = (prefix: string, table: TableId): string => `${prefix}${tables[table].name}`;
