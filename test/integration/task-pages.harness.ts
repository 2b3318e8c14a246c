import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
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
import { FolderEvidenceStore } from '../../adapters/folder-evidence-store.ts';
import { JsonLog } from '../../adapters/json-log.ts';
import { LocalMac } from '../../adapters/local-mac.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import { LocalSigner } from '../../adapters/local-signer.ts';
import { PostalMailParser } from '../../adapters/mail-parser.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { noAnchors } from '../../adapters/rfc3161/anchors.ts';
import { judgeStampBy } from '../../adapters/rfc3161/judge-token.ts';
import { noTimeStamper } from '../../adapters/rfc3161/no-time-stamper.ts';
import { WebAuthnPasskeys } from '../../adapters/webauthn-passkeys.ts';
import { loadCase } from '../../core/case/append.ts';
import type { CaseEvent, TaskKind } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { type CaseId, type Nip, nipSchema } from '../../core/ids.ts';
import { noVerdicts } from '../../core/inbound/verdicts.ts';
import type { CaptureWork, InboundWork, Mail, Workflow } from '../../core/ports.ts';
import { defaultIntakeLimits, reportSchema } from '../../core/report.ts';
import { type Instant, instantSchema } from '../../core/time.ts';
import { captureEvidence } from '../../core/use-cases/capture-evidence.ts';
import { resumeMails } from '../../core/use-cases/inbound/resume-mails.ts';
import { openTaskStep } from '../../core/use-cases/open-task.ts';
import { planCapture } from '../../core/use-cases/plan-capture.ts';
import { receiveReport } from '../../core/use-cases/receive-report.ts';
import { suggestPrinciplesStep } from '../../core/use-cases/suggest-principles.ts';
import { volatilePageTexts } from '../../rules/capture/index.ts';
import { ruleBook } from '../../rules/index.ts';
import { mailTexts } from '../../rules/mails/index.ts';
import { principlePacks } from '../../rules/principle-packs/index.ts';
import { bundleRules, registerRules } from '../../rules/register/index.ts';
import { type AppConfig, defaultLimits } from '../../web/http/base/config.ts';
import { mountRoutes } from '../../web/http/base/mount.ts';
import { consoleGate } from '../../web/http/console/console-gate.ts';
import { consoleRoutes } from '../../web/http/console/console-routes.ts';
import type { OidcClient } from '../../web/http/console/oidc-client.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { startTestDynamoDb } from '../support/dynamodb.ts';
import { markScanner } from '../support/mark-scanner.ts';
import { agency, nips, staff } from '../support/sample-staff.ts';
import { type StillClock, stillClock } from '../support/still-clock.ts';

export const BASE_URL = 'http://tertib.test';
const START: Instant = instantSchema.parse('2026-11-23T02:15:00.000Z');
export const TASK_TOKEN = 'AAAAKgAAAAIAAAAAAAAAAtask-token-that-must-never-leave';

export const REPORT = {
  agencyId: 'uji',
  reporter: { name: 'Warga Rahasia', email: 'warga.rahasia@contoh.test' },
  respondent: { name: 'Pegawai Biasa', nip: nips.employee },
  incident: {
    description:
      'Pada Sabtu malam akun pegawai ini mengunggah tulisan. Usir semua pendatang kafir itu. Unggahan dibagikan ratusan kali.',
    occurredAt: '2026-11-20',
    urls: ['https://media.contoh.test/kiriman/1'],
  },
};

/** Whoever was not told what to do must not be asked. */
const unstubbed = <T extends object>(name: string, stub: Partial<T>): T =>
  new Proxy(stub as T, {
    get: (target, method) => {
      if (method in target) return Reflect.get(target, method);
      throw new Error(`${name}.${String(method)} is not stubbed`);
    },
  });

/** A mailbox for everyone. */
const postOffice = () => {
  const mails: Mail[] = [];
  return {
    mails,
    send: async (mail: Mail) => {
      mails.push(mail);
      return { messageId: `<${mails.length}@tertib.test>` };
    },
  };
};

/** An issuer that nobody goes to. */
export const noSignIn: OidcClient = {
  origin: 'https://masuk.test',
  authorizationUrl: async () => 'https://masuk.test/auth',
  redeem: async () => undefined,
};

export interface DeskOptions {
  readonly baseUrl?: string;
  readonly oidc?: (clock: StillClock) => OidcClient;
}

/** The task pages and the console on real stores in a folder and an engine of their own; mails, flow and timers are recorded. */
export const startDesk = async ({ baseUrl = BASE_URL, oidc = () => noSignIn }: DeskOptions = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-desk-'));
  const dynamo = await startTestDynamoDb();
  const clock = stillClock(START);
  const ids = randomIds;
  const post = postOffice();
  const lines: string[] = [];
  const delivered: { token: string; output: unknown }[] = [];
  const mac = await LocalMac.open(join(folder, 'mac.json'), ids);
  const sealer = await LocalSealer.open(join(folder, 'sealer.json'), ids);
  const holds = new DynamoHoldStore({ ...dynamo.store('holds'), clock });
  const mailDesk: InboundWork = { wake: async () => {} };
  const woken: string[] = [];
  const captureWork: CaptureWork = { wake: async ({ artifactId }) => void woken.push(artifactId) };
  const ports = {
    trail: new DynamoTrailStore({ ...dynamo.store('trail'), ids }),
    cases: new DynamoCaseStore(dynamo.store('cases')),
    tasks: new DynamoTaskStore({ ...dynamo.store('tasks'), ids }),
    visits: new DynamoVisitStore({ ...dynamo.store('visits'), ids }),
    factors: new DynamoFactorStore({ ...dynamo.store('factors'), ids }),
    stepUps: new DynamoStepUpStore({ ...dynamo.store('stepUps'), ids }),
    passkeys: new WebAuthnPasskeys(),
    directory: new DynamoDirectoryStore(dynamo.store('directory')),
    people: new DynamoPeopleStore({ ...dynamo.store('people'), sealer }),
    requests: new DynamoRequestStore({ ...dynamo.store('requests'), clock, ids }),
    throttle: new DynamoThrottleStore({ ...dynamo.store('throttle'), clock }),
    accessLog: new DynamoAccessLog(dynamo.store('access')),
    inbound: new DynamoInboundStore({ ...dynamo.store('inbound'), ids }),
    inboundWork: mailDesk,
    mailParser: new PostalMailParser(),
    mailOrigin: { verdicts: async () => noVerdicts },
    mailDomain: 'tertib.test',
    evidence: new FolderEvidenceStore({ root: join(folder, 'evidence'), clock, ids, mac, holds, baseUrl }),
    holds,
    scanner: markScanner(clock),
    judgeStamp: judgeStampBy(noAnchors),
    timeStamper: noTimeStamper,
    mailer: { send: post.send },
    workflow: unstubbed<Workflow>('workflow', {
      start: async () => {},
      succeed: async (token, output) => {
        delivered.push({ token, output });
        return 'delivered';
      },
    }),
    scheduler: { scheduleOnce: async () => {} },
    captureWork,
    volatileTexts: volatilePageTexts,
    pageCapture: {
      capture: async () => ({
        outcome: 'failed' as const,
        reason: { code: 'TIMEOUT' as const, id: 'Situs tidak menjawab.', en: 'The site did not answer.' },
        redirects: [],
        at: clock.now(),
      }),
    },
    signer: await LocalSigner.open(join(folder, 'signer.json')),
    sealer,
    mac,
    clock,
    ids,
    log: new JsonLog({ clock, write: (line) => lines.push(line) }),
    rules: ruleBook,
    packs: principlePacks,
    mailTexts,
    registerRules: { codes: registerRules, bundles: bundleRules },
    baseUrl,
  };
  Object.assign(mailDesk, { wake: () => resumeMails(ports) });
  await ports.directory.putAgency(agency);
  for (const person of staff) await ports.directory.putStaff(person);
  const rates = Object.fromEntries(Object.keys(defaultLimits.rates).map((name) => [name, null]));
  const config: AppConfig = {
    baseUrl,
    limits: { ...defaultLimits, rates: { ...defaultLimits.rates, ...rates } },
    trustProxyHops: 0,
    inboxHref: null,
  };
  const app = new Hono();
  mountRoutes(app, [...taskRoutes, ...consoleRoutes(oidc(clock))], {
    ports,
    config,
    verifyToken: async () => undefined,
    consoleGate: consoleGate(ports, config),
  });

  const state = async (caseId: CaseId): Promise<CaseState> => {
    const found = await loadCase(ports.trail, caseId);
    if (found === undefined) throw new Error(`no case ${caseId}`);
    return found;
  };
  const flow = async (caseId: CaseId) => {
    const { agencyId, round } = await state(caseId);
    return { caseId, agencyId, round };
  };
  /** What the workflow does between two human tasks. */
  const openTask = async (caseId: CaseId, kind: TaskKind): Promise<void> => {
    await openTaskStep(ports, { ...(await flow(caseId)), kind, taskToken: TASK_TOKEN });
  };
  const file = async (change: Record<string, unknown> = {}): Promise<CaseId> => {
    const report = reportSchema(defaultIntakeLimits).parse({ ...REPORT, ...change });
    const received = await receiveReport(ports, { report, channel: 'API' });
    if (received.kind !== 'filed') throw new Error(received.kind);
    return received.filed.caseNumber;
  };
  /** A case that waits for its triage officer. */
  const inTriage = async (change: Record<string, unknown> = {}): Promise<CaseId> => {
    const caseId = await file(change);
    const { captures } = await planCapture(ports, await flow(caseId));
    for (const artifactId of captures) await captureEvidence(ports, { ...(await flow(caseId)), artifactId });
    await suggestPrinciplesStep(ports, await flow(caseId));
    await openTask(caseId, 'triage');
    return caseId;
  };
  return {
    app,
    ports,
    clock,
    config,
    lines,
    woken,
    delivered,
    mails: post.mails,
    state,
    file,
    inTriage,
    openTask,
    events: (caseId: CaseId): Promise<CaseEvent[]> => ports.trail.read(caseId),
    /** The path of the link that was mailed for the open task. */
    linkOf: async (caseId: CaseId): Promise<string> => {
      const taskId = (await state(caseId)).openTask?.taskId ?? 'none';
      const mail = post.mails.findLast(({ text }) => text.includes(`/t/${taskId}.`));
      return /\/t\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link';
    },
    /** Who holds the open task. */
    holder: async (caseId: CaseId): Promise<Nip> => {
      const assignee = (await state(caseId)).openTask?.assignee;
      return nipSchema.parse(assignee?.kind === 'official' ? assignee.nip : '');
    },
    lastCode: (): string => /\b\d{6}\b/.exec(post.mails.at(-1)?.text ?? '')?.[0] ?? 'no code',
    close: async () => {
      await dynamo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type Desk = Awaited<ReturnType<typeof startDesk>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const encoded = (fields: Fields): string => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
};

/** A browser with a cookie jar of its own. Redirects are not followed. */
export const browser = (app: Hono, baseUrl = BASE_URL) => {
  const jar = new Map<string, { value: string; path: string }>();
  const keep = (set: string): void => {
    const [pair = '', ...attributes] = set.split('; ');
    const at = pair.indexOf('=');
    const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
    if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path });
  };
  const cookieFor = (path: string): string =>
    [...jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  const send = async (
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {},
  ) => {
    const answer = await app.request(`${baseUrl}${path}`, {
      method,
      headers: { 'accept-language': 'id', cookie: cookieFor(path), ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    for (const set of answer.headers.getSetCookie()) keep(set);
    return { status: answer.status, headers: answer.headers, body: await answer.text() } satisfies Answer;
  };
  return {
    jar,
    get: (path: string, headers: Record<string, string> = {}) => send('GET', path, { headers }),
    head: (path: string) => send('HEAD', path),
    post: (path: string, fields: Fields, headers: Record<string, string> = {}) =>
      send('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: encoded(fields),
      }),
    /** Posts bytes that no form made. */
    postBytes: (path: string, body: Uint8Array<ArrayBuffer>, type: string) =>
      send('POST', path, { headers: { 'content-type': type }, body }),
  };
};
export type Browser = ReturnType<typeof browser>;

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The hidden inputs of a page's form, as a browser would send them. */
export const hiddenIn = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );

/** What step of the contract a page stands at. */
export const stepOf = ({ body }: Answer): string | undefined => /data-step="([^"]*)"/.exec(body)?.[1];

/** What a request came to, as the page says for programs. */
export const resultOf = ({ body }: Answer): string | undefined => /data-result="([^"]*)"/.exec(body)?.[1];

/** Asks for the code and types it, as the person with the mailbox would; the act page. */
export const prove = async (desk: Desk, person: Browser, link: string): Promise<Answer> => {
  const asked = await person.post(link, { step: 'request-code' });
  await person.post(link, { ...hiddenIn(asked), code: desk.lastCode() });
  return person.get(link);
};

export const REASON = 'Bukti sudah dibaca dan cukup beralasan.';

/** Forms that walk a case to its examination. */
export const acts = {
  triage: { outcome: 'PROCEED', respondentNip: nips.employee, track: 'DISCIPLINE_PNS', reason: REASON },
  review: { outcome: 'PROCEED', principles: ['P6', 'P7'], reason: REASON },
} as const;
