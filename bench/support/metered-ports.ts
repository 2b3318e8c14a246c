import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoCaseStore } from '../../adapters/dynamo/dynamo-case-store.ts';
import { DynamoDirectoryStore } from '../../adapters/dynamo/dynamo-directory-store.ts';
import { DynamoFactorStore } from '../../adapters/dynamo/dynamo-factor-store.ts';
import { DynamoHoldStore } from '../../adapters/dynamo/dynamo-hold-store.ts';
import { DynamoInboundStore } from '../../adapters/dynamo/dynamo-inbound-store.ts';
import { DynamoPeopleStore } from '../../adapters/dynamo/dynamo-people-store.ts';
import { DynamoRequestStore } from '../../adapters/dynamo/dynamo-request-store.ts';
import { DynamoStepUpStore } from '../../adapters/dynamo/dynamo-step-up-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { DynamoTrailStore } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { DynamoVisitStore } from '../../adapters/dynamo/dynamo-visit-store.ts';
import { tableName, type tables } from '../../adapters/dynamo/tables.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import type {
  CaptureWork,
  Mac,
  Mailer,
  MalwareScanner,
  PageCapture,
  Scheduler,
  Sealer,
  Signer,
  TimeStamper,
} from '../../core/ports.ts';
import type { Ports } from '../../core/use-cases/ports.ts';
import type { Runtime } from '../../local/runtime.ts';
import { tablesIn } from './local-tables.ts';
import { type Capacity, meteredClient } from './metered-client.ts';
import { type EvidenceCalls, meteredEvidence } from './metered-evidence.ts';

/** Calls that AWS bills one by one. */
export interface Calls extends EvidenceCalls {
  mail: number;
  schedule: number;
  kmsSymmetric: number;
  kmsAsymmetric: number;
  /** Functions told to take a capture. */
  invoke: number;
  /** Pages taken, each by a function that holds a browser. */
  capture: number;
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

const capturesOf = (
  { captureWork, pageCapture }: Ports,
  calls: Calls,
): { captureWork: CaptureWork; pageCapture: PageCapture } => ({
  captureWork: {
    wake: (capture) => {
      calls.invoke += 1;
      return captureWork.wake(capture);
    },
  },
  pageCapture: {
    capture: (page) => {
      calls.capture += 1;
      return pageCapture.capture(page);
    },
  },
});

const unpriced = (what: string) => async (): Promise<never> => {
  throw new RangeError(`${what} has no price in this benchmark`);
};

/** What whole cases are walked without. Whoever needs it in them must give it a price first. */
const outsidersOf = ({ timeStamper }: Ports): { scanner: MalwareScanner; timeStamper: TimeStamper } => {
  if (timeStamper.isOn) throw new RangeError('time stamps have no price in this benchmark');
  return { scanner: { scan: unpriced('a scan'), outcome: unpriced('the verdict of a scan') }, timeStamper };
};

/** Ports whose calls nobody bills, and why. */
const free = {
  workflow: 'its transitions are counted by the engine; answers to it are free',
  inboundWork: 'deployed, mails are settled by the sweep',
  documentSigner: 'computes; its secret is read once in the life of a function',
  ...{ passkeys: 'computes', judgeStamp: 'computes', letterPrinter: 'computes' },
  ...{ mailParser: 'computes', mailOrigin: 'reads what the receiving service said' },
  ...{ clock: 'the machine', ids: 'the machine', log: 'priced by its size' },
  ...{ rules: 'data', packs: 'data', mailTexts: 'data', letters: 'data', letterNumbering: 'data' },
  ...{ registerRules: 'data', volatileTexts: 'data', mailDomain: 'data', baseUrl: 'data' },
} as const satisfies { readonly [port in keyof Ports]?: string };

type Priced = Omit<Ports, keyof typeof free>;

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
    factors: new DynamoFactorStore(table('factors')),
    stepUps: new DynamoStepUpStore(table('stepUps')),
    inbound: new DynamoInboundStore(table('inbound')),
    directory: new DynamoDirectoryStore(table('directory')),
    people: new DynamoPeopleStore({ ...table('people'), sealer: peopleSealer }),
    requests: new DynamoRequestStore(table('requests')),
    throttle: new DynamoThrottleStore(table('throttle')),
    accessLog: new DynamoAccessLog(table('access')),
    holds: new DynamoHoldStore(table('holds')),
  };
};

/** Puts counters before every part of a local runtime that AWS would bill by the call: a port that is neither counted nor free does not compile. */
export const meterPorts = async ({ ports }: Runtime, folder: string): Promise<Metered> => {
  const calls: Calls = {
    ...{ mail: 0, schedule: 0, kmsSymmetric: 0, kmsAsymmetric: 0 },
    ...{ s3Put: 0, s3Get: 0, invoke: 0, capture: 0 },
  };
  const place = await tablesIn(folder);
  const { client, capacity } = meteredClient(place);
  const peopleSealer = sealing(await LocalSealer.open(join(folder, 'keys', 'people.json'), ports.ids), calls);
  const stores = storesOf(ports, { client, prefix: place.prefix, peopleSealer });
  const metered: Priced = {
    ...stores,
    ...keysOf(ports, calls),
    ...messengersOf(ports, calls),
    ...capturesOf(ports, calls),
    ...outsidersOf(ports),
    evidence: meteredEvidence({ ports, holds: stores.holds, root: join(folder, 'evidence') }, calls),
  };
  Object.assign(ports, metered);
  return { calls, capacity };
};
