import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoCaseStore } from '../../adapters/dynamo/dynamo-case-store.ts';
import { DynamoDirectoryStore } from '../../adapters/dynamo/dynamo-directory-store.ts';
import { DynamoHoldStore } from '../../adapters/dynamo/dynamo-hold-store.ts';
import { DynamoPeopleStore } from '../../adapters/dynamo/dynamo-people-store.ts';
import { DynamoRequestStore } from '../../adapters/dynamo/dynamo-request-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { DynamoTrailStore } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { DynamoVisitStore } from '../../adapters/dynamo/dynamo-visit-store.ts';
import { tableName, type tables } from '../../adapters/dynamo/tables.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import type { Holds, Mac, Mailer, Scheduler, Sealer, Signer } from '../../core/ports.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import type { Ports } from '../../core/use-cases/ports.ts';
import type { Runtime } from '../../local/runtime.ts';
import { type Capacity, meteredClient, type Tables } from './metered-client.ts';

/** Calls that AWS bills one by one. */
export interface Calls {
  mail: number;
  schedule: number;
  kmsSymmetric: number;
  kmsAsymmetric: number;
  s3Put: number;
  s3Get: number;
}

export interface Metered {
  readonly calls: Calls;
  readonly capacity: Capacity;
}

const sealing = (sealer: Sealer, calls: Calls): Sealer => {
  const counted = <T>(call: () => Promise<T>): Promise<T> => {
    calls.kmsSymmetric += 1;
    return call();
  };
  return {
    seal: (plaintext, context) => counted(() => sealer.seal(plaintext, context)),
    open: (sealed, context) => counted(() => sealer.open(sealed, context)),
  };
};

const keysOf = ({ mac, sealer, signer }: Ports, calls: Calls): { mac: Mac; sealer: Sealer; signer: Signer } => ({
  sealer: sealing(sealer, calls),
  mac: {
    mac: (message) => {
      calls.kmsSymmetric += 1;
      return mac.mac(message);
    },
  },
  signer: {
    sign: (payload, type) => {
      calls.kmsAsymmetric += 1;
      return signer.sign(payload, type);
    },
    // Asked for once in the life of a function.
    publicKeys: () => signer.publicKeys(),
  },
});

const messengersOf = ({ mailer, scheduler }: Ports, calls: Calls): { mailer: Mailer; scheduler: Scheduler } => ({
  mailer: {
    send: (mail) => {
      calls.mail += 1;
      return mailer.send(mail);
    },
  },
  scheduler: {
    scheduleOnce: (timer) => {
      calls.schedule += 1;
      return scheduler.scheduleOnce(timer);
    },
  },
});

const evidenceOf = ({ evidence }: Runtime['ports'], calls: Calls, holds: Holds) => {
  const counted = <T>(kind: 's3Put' | 's3Get', call: () => Promise<T>): Promise<T> => {
    calls[kind] += 1;
    return call();
  };
  return {
    put: async (artifact) => {
      // The store's own rows are written by a client without a counter: these are the same rows, counted.
      if (artifact.heldFor !== undefined) await holds.add(sha256Hex(artifact.bytes), artifact.heldFor);
      return counted('s3Put', () => evidence.put(artifact));
    },
    get: (sha256) => counted('s3Get', () => evidence.get(sha256)),
    has: (sha256) => counted('s3Get', () => evidence.has(sha256)),
    readUpload: (key) => counted('s3Get', () => evidence.readUpload(key)),
    uploadUrl: (upload) => evidence.uploadUrl(upload),
    hold: (sha256, holder) => counted('s3Put', () => evidence.hold(sha256, holder)),
    release: (sha256, holder) => counted('s3Put', () => evidence.release(sha256, holder)),
    isHeld: (sha256) => counted('s3Get', () => evidence.isHeld(sha256)),
  } satisfies Ports['evidence'];
};

const storesOf = (
  { clock, ids }: Ports,
  { client, prefix, peopleSealer }: { client: DynamoDBDocumentClient; prefix: string; peopleSealer: Sealer },
) => {
  const table = (name: keyof typeof tables) => ({ client, table: tableName(prefix, name), clock, ids });
  return {
    trail: new DynamoTrailStore(table('trail')),
    cases: new DynamoCaseStore(table('cases')),
    tasks: new DynamoTaskStore(table('tasks')),
    visits: new DynamoVisitStore(table('visits')),
    directory: new DynamoDirectoryStore(table('directory')),
    people: new DynamoPeopleStore({ ...table('people'), sealer: peopleSealer }),
    requests: new DynamoRequestStore(table('requests')),
    throttle: new DynamoThrottleStore(table('throttle')),
    accessLog: new DynamoAccessLog(table('access')),
    holds: new DynamoHoldStore(table('holds')),
  };
};

const tablesIn = async (folder: string): Promise<Tables> => {
  const text = await readFile(join(folder, 'endpoints.json'), 'utf8');
  const { dynamodb, tablePrefix } = z.object({ dynamodb: z.url(), tablePrefix: z.string() }).parse(JSON.parse(text));
  return { endpoint: dynamodb, prefix: tablePrefix };
};

/** Puts counters before every part of a local runtime that AWS would bill by the call. */
export const meterPorts = async ({ ports }: Runtime, folder: string): Promise<Metered> => {
  const calls: Calls = { mail: 0, schedule: 0, kmsSymmetric: 0, kmsAsymmetric: 0, s3Put: 0, s3Get: 0 };
  const place = await tablesIn(folder);
  const { client, capacity } = meteredClient(place);
  const peopleSealer = sealing(await LocalSealer.open(join(folder, 'keys', 'people.json'), ports.ids), calls);
  const stores = storesOf(ports, { client, prefix: place.prefix, peopleSealer });
  Object.assign(ports, {
    ...stores,
    ...keysOf(ports, calls),
    ...messengersOf(ports, calls),
    evidence: evidenceOf(ports, calls, stores.holds),
  } satisfies Partial<Ports>);
  return { calls, capacity };
};
