import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { assetFolder } from '../../adapters/asset-folder.ts';
import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoCaseStore } from '../../adapters/dynamo/dynamo-case-store.ts';
import { DynamoPeopleStore } from '../../adapters/dynamo/dynamo-people-store.ts';
import { DynamoRequestStore } from '../../adapters/dynamo/dynamo-request-store.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { DynamoTrailStore } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { FolderEvidenceStore } from '../../adapters/folder-evidence-store.ts';
import { LocalMac } from '../../adapters/local-mac.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import { LocalSigner } from '../../adapters/local-signer.ts';
import { oidcVerifier } from '../../adapters/oidc-verifier.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { noAnchors } from '../../adapters/rfc3161/anchors.ts';
import { judgeStampBy } from '../../adapters/rfc3161/judge-token.ts';
import { noTimeStamper } from '../../adapters/rfc3161/no-time-stamper.ts';
import type { Role } from '../../core/case/actor.ts';
import { agencyIdSchema } from '../../core/ids.ts';
import { epochOf } from '../../core/time.ts';
import { ruleBook } from '../../rules/index.ts';
import { bundleRules, registerRules } from '../../rules/register/index.ts';
import type { RouteInfo } from '../../web/http/base/route.ts';
import {
  type AppConfig,
  type AppLimits,
  createApp,
  defaultLimits,
  type HealthCheck,
  type PublicPorts,
  publicRoutes,
  type StaffPorts,
  staffRoutes,
} from '../../web/http/create-app.ts';
import { AUTHORITY, RESPONDENT, SUPERIOR, TRIAGE_OFFICER } from './builders/drafts.ts';
import { AGENCY, anAgency, aStaff, directoryOf, nipOf } from './builders/staff.ts';
import type { TestDynamoDb } from './dynamodb.ts';
import { markScanner } from './mark-scanner.ts';
import { memoryHolds } from './memory/outside.ts';
import { type StillClock, stillClock } from './still-clock.ts';

export const ISSUER = 'https://masuk.tertib.test';
export const OTHER_AGENCY = agencyIdSchema.parse('lain');

type HttpPorts = PublicPorts & StaffPorts;
type Stores = Pick<HttpPorts, 'trail' | 'cases' | 'people' | 'requests' | 'throttle' | 'accessLog'>;

const notStubbed = (name: string) => (): never => {
  throw new Error(`${name} is not stubbed`);
};

/** People of the sample agency, by the numbers that the case builders use. */
export const directory = directoryOf(
  [
    aStaff(1, { name: 'Petugas Pengaduan', roles: ['triage'], superiorNip: AUTHORITY }),
    aStaff(2, { name: 'Atasan Langsung', superiorNip: AUTHORITY }),
    aStaff(3, { name: 'Pejabat Berwenang', roles: ['ppk'] }),
    aStaff(4, { name: 'Terlapor Pertama', superiorNip: SUPERIOR }),
    aStaff(9, { name: 'Auditor Internal', roles: ['auditor'] }),
  ],
  [anAgency(), anAgency({ agencyId: OTHER_AGENCY, name: 'Pemerintah Kota Lain' })],
);

export const AUDITOR = nipOf(9);
export const people = {
  triage: TRIAGE_OFFICER,
  superior: SUPERIOR,
  ppk: AUTHORITY,
  accused: RESPONDENT,
  auditor: AUDITOR,
};

/** The stores on a real engine. */
export const dynamoStores =
  (db: TestDynamoDb) =>
  ({ clock, sealer, ids }: Pick<HttpPorts, 'clock' | 'sealer' | 'ids'>): Stores => ({
    trail: new DynamoTrailStore({ ...db.store('trail'), ids }),
    cases: new DynamoCaseStore(db.store('cases')),
    people: new DynamoPeopleStore({ ...db.store('people'), sealer }),
    requests: new DynamoRequestStore({ ...db.store('requests'), clock, ids }),
    throttle: new DynamoThrottleStore({ ...db.store('throttle'), clock }),
    accessLog: new DynamoAccessLog(db.store('access')),
  });

/** No request is ever one too many. */
export const noRates: AppLimits = {
  ...defaultLimits,
  rates: {
    intake: null,
    messages: null,
    uploads: null,
    status: null,
    wrongCodes: null,
    verify: null,
    links: null,
    staff: null,
  },
};

/** What a test may look at besides the answers. */
export interface HttpWorld {
  readonly app: ReturnType<typeof createApp>;
  readonly ports: HttpPorts;
  readonly clock: StillClock;
  /** Everything that is mounted. */
  readonly table: readonly RouteInfo[];
  /** Each error that was logged, by its event and facts. */
  readonly logged: readonly string[];
  token(claims: TokenClaims): Promise<string>;
  close(): Promise<void>;
}

export interface TokenClaims {
  readonly role: Role | 'nobody-knows';
  readonly agency?: string;
  readonly nip?: string;
  readonly expiresIn?: number;
  readonly audience?: string;
  readonly issuer?: string;
}

const issuerOf = async (clock: StillClock) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };
  const token = ({ role, agency = AGENCY, nip, expiresIn = 600, audience = 'tertib', issuer = ISSUER }: TokenClaims) =>
    new SignJWT({ role, agency, ...(nip !== undefined && { nip }) })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setSubject(`${role}@${agency}`)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(epochOf(clock.now()) / 1000)
      .setExpirationTime(epochOf(clock.now()) / 1000 + expiresIn)
      .sign(privateKey);
  return { keys: { keys: [key] }, token };
};

const assetsFolder = fileURLToPath(new URL('../../web/assets', import.meta.url));

export interface HttpOptions {
  readonly stores: (made: Pick<HttpPorts, 'clock' | 'sealer' | 'ids'>) => Stores;
  readonly config?: Partial<AppConfig>;
  readonly health?: readonly HealthCheck[];
  /** Replaces ports, e.g. by one that fails. */
  readonly ports?: Partial<HttpPorts>;
}

/** The whole application, asked without a network: real use cases, keys and evidence folder, the given stores. */
export const startHttpApp = async ({
  stores,
  config: over,
  health = [],
  ...options
}: HttpOptions): Promise<HttpWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-http-'));
  const clock = stillClock();
  const logged: string[] = [];
  const config: AppConfig = {
    baseUrl: 'https://tertib.test',
    limits: defaultLimits,
    trustProxyHops: 0,
    inboxHref: null,
    ...over,
  };
  const { baseUrl } = config;
  const mac = await LocalMac.open(join(folder, 'mac'), randomIds);
  const sealer = await LocalSealer.open(join(folder, 'seal'), randomIds);
  const holds = memoryHolds({ holds: new Set() });
  const evidence = new FolderEvidenceStore({
    root: join(folder, 'evidence'),
    clock,
    ids: randomIds,
    mac,
    holds,
    baseUrl,
  });
  const ports: HttpPorts = {
    ...stores({ clock, sealer, ids: randomIds }),
    tasks: {
      get: async () => undefined,
      byCase: async () => [],
      create: notStubbed('create'),
      update: notStubbed('update'),
      openOf: notStubbed('openOf'),
      overdue: notStubbed('overdue'),
      callbacksPending: notStubbed('callbacksPending'),
    },
    inbound: {
      get: async () => undefined,
      create: notStubbed('create'),
      update: notStubbed('update'),
      list: notStubbed('list'),
    },
    directory,
    evidence,
    timeStamper: noTimeStamper,
    judgeStamp: judgeStampBy(noAnchors),
    scanner: markScanner(clock),
    captureWork: { wake: notStubbed('wake') },
    workflow: { start: async () => {}, isRunning: notStubbed('isRunning'), succeed: notStubbed('succeed') },
    signer: await LocalSigner.open(join(folder, 'sign')),
    sealer,
    mac,
    clock,
    ids: randomIds,
    rules: ruleBook,
    registerRules: { codes: registerRules, bundles: bundleRules },
    log: {
      info: () => {},
      warn: () => {},
      error: (event, error, facts) => void logged.push(JSON.stringify({ event, error: String(error), facts })),
    },
    baseUrl,
    ...options.ports,
  };
  const { keys, token } = await issuerOf(clock);
  const parts = {
    readAsset: assetFolder(assetsFolder),
    health,
    receiveUpload: (upload: string, body: AsyncIterable<Uint8Array>) => evidence.receiveUpload(upload, body),
  };
  const verifyToken = oidcVerifier({ issuer: ISSUER, keys, clock, directory });
  return {
    app: createApp({ ports, config, verifyToken, ...parts }),
    ports,
    clock,
    table: [...publicRoutes({ ...parts, limits: config.limits.intake }), ...staffRoutes],
    logged,
    token,
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

/** Where a request of the test seems to come from. */
export const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

export const aReport = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  agencyId: AGENCY,
  reporter: { anonymous: true },
  respondent: { name: 'Terlapor Pertama' },
  incident: {
    description: 'Menyebarkan berita bohong di akun media sosialnya.',
    urls: ['https://contoh.test/unggahan/1'],
  },
  ...over,
});

export const postJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const postForm = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
