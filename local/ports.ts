import { Resolver } from 'node:dns/promises';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { awsClientOptions } from '../adapters/aws-client.ts';
import { type ClamAvPlace, scannerAt } from '../adapters/clamav/find-clamav.ts';
import { createTables } from '../adapters/dynamo/create-tables.ts';
import { documentClient } from '../adapters/dynamo/document-client.ts';
import { DynamoAccessLog } from '../adapters/dynamo/dynamo-access-log.ts';
import { DynamoCaseStore } from '../adapters/dynamo/dynamo-case-store.ts';
import { DynamoDirectoryStore } from '../adapters/dynamo/dynamo-directory-store.ts';
import { DynamoFactorStore } from '../adapters/dynamo/dynamo-factor-store.ts';
import { DynamoHoldStore } from '../adapters/dynamo/dynamo-hold-store.ts';
import { DynamoInboundStore } from '../adapters/dynamo/dynamo-inbound-store.ts';
import { DynamoPeopleStore } from '../adapters/dynamo/dynamo-people-store.ts';
import { DynamoRequestStore } from '../adapters/dynamo/dynamo-request-store.ts';
import { DynamoStepUpStore } from '../adapters/dynamo/dynamo-step-up-store.ts';
import { DynamoTaskStore } from '../adapters/dynamo/dynamo-task-store.ts';
import { DynamoThrottleStore } from '../adapters/dynamo/dynamo-throttle-store.ts';
import { DynamoTrailStore } from '../adapters/dynamo/dynamo-trail-store.ts';
import { DynamoVisitStore } from '../adapters/dynamo/dynamo-visit-store.ts';
import { tables } from '../adapters/dynamo/tables.ts';
import { FolderEvidenceStore } from '../adapters/folder-evidence-store.ts';
import { LocalMac } from '../adapters/local-mac.ts';
import { LocalSealer } from '../adapters/local-sealer.ts';
import { LocalSigner } from '../adapters/local-signer.ts';
import { ComputedMailOrigin } from '../adapters/mail-origin.ts';
import { PostalMailParser } from '../adapters/mail-parser.ts';
import { PadesDocumentSigner } from '../adapters/pades-document-signer.ts';
import { pageCapture } from '../adapters/page-capture.ts';
import { PdfLetter } from '../adapters/pdf-letter.ts';
import { randomIds } from '../adapters/random-ids.ts';
import { noAnchors, readAnchors } from '../adapters/rfc3161/anchors.ts';
import { HttpTimeStamper } from '../adapters/rfc3161/http-time-stamper.ts';
import { judgeStampBy } from '../adapters/rfc3161/judge-token.ts';
import { noTimeStamper } from '../adapters/rfc3161/no-time-stamper.ts';
import { SesMailer } from '../adapters/ses-mailer.ts';
import { openLocalRsaKey } from '../adapters/stored-rsa-key.ts';
import { WebAuthnPasskeys } from '../adapters/webauthn-passkeys.ts';
import { ownMessageId } from '../core/inbound/own-message-id.ts';
import type {
  CaptureWork,
  Clock,
  InboundWork,
  Log,
  PageCapture,
  Scheduler,
  TimeStamper,
  Workflow,
} from '../core/ports.ts';
import type { Ports } from '../core/use-cases/ports.ts';
import { volatilePageTexts } from '../rules/capture/index.ts';
import { ruleBook } from '../rules/index.ts';
import { letterNumbering, letterTemplates } from '../rules/letters/index.ts';
import { mailTexts } from '../rules/mails/index.ts';
import { principlePacks } from '../rules/principle-packs/index.ts';
import { bundleRules, registerRules } from '../rules/register/index.ts';
import { TABLE_PREFIX } from './table-prefix.ts';

/** Any region and key will do for engines on this machine, but the clients want some. */
const address = (endpoint: string) => ({
  region: 'ap-southeast-3',
  endpoint,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** Reports are mailed to `lapor@<agencyId>.` and this, on this machine only (RFC 6761). */
export const MAIL_DOMAIN = 'tertib.test';
/** A machine without a network must not keep a mail waiting. */
const DNS_MS = 1500;

const dns = new Resolver({ timeout: 500, tries: 1 });

const fontDirectory = join(import.meta.dirname, '../node_modules/@expo-google-fonts/noto-serif');

export interface LocalParts {
  readonly folder: string;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly dynamoDbEndpoint: string;
  readonly mailEndpoint: string;
  readonly scheduler: Scheduler;
  readonly workflow: Workflow;
  readonly inboundWork: InboundWork;
  readonly captureWork: CaptureWork;
  /** The one page on this machine that may be captured: the sample posting. */
  readonly samplePort: number | undefined;
  /** The authority that stamps evidence (RFC 3161), and the file with its roots; none: no evidence is stamped. */
  readonly timeStamping: { readonly url: string; readonly anchorsFile: string } | undefined;
  /** Path of a Chromium for evidence capture; none: plain HTTP. */
  readonly chromium: string | undefined;
  /** Where ClamAV is; none: files are on record as not scanned. */
  readonly clamAv: ClamAvPlace | undefined;
}

const openKeys = async (folder: string) => {
  const file = (name: string) => join(folder, 'keys', name);
  return {
    mac: await LocalMac.open(file('mac.json'), randomIds),
    sealer: await LocalSealer.open(file('secrets.json'), randomIds),
    peopleSealer: await LocalSealer.open(file('people.json'), randomIds),
    signer: await LocalSigner.open(file('signer.json')),
  };
};

const openStores = async (endpoint: string, clock: Clock, peopleSealer: LocalSealer) => {
  const client = documentClient(address(endpoint));
  await createTables(client, TABLE_PREFIX);
  const table = (key: keyof typeof tables) => ({
    client,
    table: `${TABLE_PREFIX}${tables[key].name}`,
    ids: randomIds,
    clock,
  });
  return {
    trail: new DynamoTrailStore(table('trail')),
    cases: new DynamoCaseStore(table('cases')),
    tasks: new DynamoTaskStore(table('tasks')),
    visits: new DynamoVisitStore(table('visits')),
    factors: new DynamoFactorStore(table('factors')),
    stepUps: new DynamoStepUpStore(table('stepUps')),
    directory: new DynamoDirectoryStore(table('directory')),
    people: new DynamoPeopleStore({ ...table('people'), sealer: peopleSealer }),
    requests: new DynamoRequestStore(table('requests')),
    throttle: new DynamoThrottleStore(table('throttle')),
    accessLog: new DynamoAccessLog(table('access')),
    inbound: new DynamoInboundStore(table('inbound')),
    holds: new DynamoHoldStore(table('holds')),
  };
};

/** Chromium refuses to build its sandbox for root, who has no more to lose to it. */
const isRoot = (): boolean => process.getuid?.() === 0;

const capture = ({ clock, log, chromium, samplePort }: LocalParts): PageCapture =>
  pageCapture({
    clock,
    log,
    program: async () => (chromium === undefined ? undefined : { path: chromium, flags: [], hasSandbox: !isRoot() }),
    ...(samplePort !== undefined && {
      ports: [80, 443, samplePort],
      allowAddress: (ip: string, port: number) => ip === '127.0.0.1' && port === samplePort,
    }),
  });

/** @throws UnusableAnchors */
const timeStamperAt = async (place: LocalParts['timeStamping']): Promise<TimeStamper> =>
  place === undefined
    ? noTimeStamper
    : new HttpTimeStamper({ url: place.url, anchors: await readAnchors(place.anchorsFile), ids: randomIds });

/** The adapters that are deployed, pointed at the engines of this machine. */
export const localPorts = async (parts: LocalParts): Promise<Ports & { evidence: FolderEvidenceStore }> => {
  const { folder, baseUrl, clock, log, scheduler, workflow } = parts;
  const { peopleSealer, ...keys } = await openKeys(folder);
  const stores = await openStores(parts.dynamoDbEndpoint, clock, peopleSealer);
  return {
    ...keys,
    ...stores,
    evidence: new FolderEvidenceStore({
      root: join(folder, 'evidence'),
      clock,
      ids: randomIds,
      mac: keys.mac,
      holds: stores.holds,
      baseUrl,
    }),
    judgeStamp: judgeStampBy(noAnchors),
    timeStamper: await timeStamperAt(parts.timeStamping),
    scanner: scannerAt(parts.clamAv, clock),
    passkeys: new WebAuthnPasskeys(),
    pageCapture: capture(parts),
    captureWork: parts.captureWork,
    volatileTexts: volatilePageTexts,
    mailer: new SesMailer({
      client: new SESv2Client(awsClientOptions(address(parts.mailEndpoint))),
      from: `tertib@${MAIL_DOMAIN}`,
      clock,
      messageIdOf: (mailId) => ownMessageId(keys, mailId),
    }),
    inboundWork: parts.inboundWork,
    mailParser: new PostalMailParser(),
    mailOrigin: new ComputedMailOrigin({
      resolve: (name, type) => dns.resolve(name, type),
      server: MAIL_DOMAIN,
      timeoutMs: DNS_MS,
    }),
    mailDomain: MAIL_DOMAIN,
    letterPrinter: new PdfLetter({ fontDirectory }),
    documentSigner: new PadesDocumentSigner({
      key: () => openLocalRsaKey(join(folder, 'keys', 'letters.json'), clock),
      name: 'Tertib (sertifikat lokal)',
    }),
    scheduler,
    workflow,
    clock,
    ids: randomIds,
    log,
    rules: ruleBook,
    packs: principlePacks,
    mailTexts,
    letters: letterTemplates,
    letterNumbering,
    registerRules: { codes: registerRules, bundles: bundleRules },
    baseUrl,
  };
};
