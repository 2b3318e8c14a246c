import { PostalMailParser } from '../../../adapters/mail-parser.ts';
import { unsignedDocumentSigner } from '../../../adapters/unsigned-document-signer.ts';
import { WebAuthnPasskeys } from '../../../adapters/webauthn-passkeys.ts';
import { noVerdicts } from '../../../core/inbound/verdicts.ts';
import type { AccessLog, Directory, Ids, LetterPrinter, Log } from '../../../core/ports.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { fromHex } from '../../../core/use-cases/encoding.ts';
import type { Ports } from '../../../core/use-cases/ports.ts';
import { volatilePageTexts } from '../../../rules/capture/index.ts';
import { ruleBook } from '../../../rules/index.ts';
import { letterNumbering, letterTemplates } from '../../../rules/letters/index.ts';
import { mailTexts } from '../../../rules/mails/index.ts';
import { principlePacks } from '../../../rules/principle-packs/index.ts';
import { bundleRules, registerRules } from '../../../rules/register/index.ts';
import { memoryCases, memoryInbound, memoryRequests, memoryTasks, memoryTrail, memoryVisits } from './case-stores.ts';
import {
  memoryCaptureWork,
  memoryEvidence,
  memoryHolds,
  memoryMac,
  memoryMailer,
  memoryPages,
  memoryPeople,
  memoryScanner,
  memoryScheduler,
  memorySealer,
  memorySigner,
  memoryThrottle,
  memoryTimeStamper,
  memoryWorkflow,
} from './outside.ts';
import { memoryFactors, memoryStepUps } from './step-up-stores.ts';
import type { Store } from './store.ts';

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export const memoryDirectory = ({ agencies, staff, settings }: Store): Directory => ({
  agency: async (agencyId) => agencies.get(agencyId),
  agencies: async () => [...agencies.values()],
  putAgency: async (agency) => {
    agencies.set(agency.agencyId, agency);
  },
  staff: async (agencyId, nip) => {
    const person = staff.get(nip);
    return person?.agencyId === agencyId ? person : undefined;
  },
  // By number, as the table gives them.
  listStaff: async (agencyId) =>
    [...staff.values()].filter((person) => person.agencyId === agencyId).toSorted((a, b) => a.nip.localeCompare(b.nip)),
  putStaff: async (person) => {
    staff.set(person.nip, person);
  },
  settings: async (agencyId) => settings.get(agencyId),
  putSettings: async (chosen) => {
    settings.set(chosen.agencyId, chosen);
  },
});

/** Never the same bytes twice, and the same ones in each run. */
const ids = (store: Store): Ids => ({
  bytes: (length) => {
    store.randomCalls += 1;
    return fromHex(sha256Hex(`random:${store.randomCalls}`)).slice(0, length);
  },
});

const accessLog = ({ access }: Store): AccessLog => ({
  record: async (entry) => {
    access.push(entry);
  },
  list: async (caseId) => access.filter((entry) => entry.caseId === caseId),
});

const letterPrinter: LetterPrinter = { pdf: async (letter) => new TextEncoder().encode(JSON.stringify(letter)) };

/** Every port over plain data, so that thousands of crashes can be tried on copies of one world in seconds. */
export const memoryPorts = (store: Store): Ports => ({
  trail: memoryTrail(store),
  cases: memoryCases(store),
  tasks: memoryTasks(store),
  visits: memoryVisits(store),
  factors: memoryFactors(store),
  stepUps: memoryStepUps(store),
  passkeys: new WebAuthnPasskeys(),
  directory: memoryDirectory(store),
  people: memoryPeople(store),
  requests: memoryRequests(store),
  throttle: memoryThrottle(store),
  evidence: memoryEvidence(store),
  scanner: memoryScanner(store),
  holds: memoryHolds(store),
  judgeStamp: async () => ({ verdict: 'invalid', fault: 'MALFORMED' }),
  timeStamper: memoryTimeStamper(store),
  pageCapture: memoryPages(store),
  captureWork: memoryCaptureWork(store),
  volatileTexts: volatilePageTexts,
  mailer: memoryMailer(store),
  inbound: memoryInbound(store),
  inboundWork: { wake: async () => {} },
  mailParser: new PostalMailParser(),
  mailOrigin: { verdicts: async () => noVerdicts },
  mailDomain: 'tertib.test',
  scheduler: memoryScheduler(store),
  workflow: memoryWorkflow(store),
  signer: memorySigner,
  sealer: memorySealer,
  mac: memoryMac,
  accessLog: accessLog(store),
  letterPrinter,
  // The fake printer's letters are no PDF: nothing could be signed inside them.
  documentSigner: unsignedDocumentSigner,
  clock: { now: () => store.now },
  ids: ids(store),
  log: silentLog,
  rules: ruleBook,
  packs: principlePacks,
  mailTexts,
  letters: letterTemplates,
  letterNumbering,
  registerRules: { codes: registerRules, bundles: bundleRules },
  baseUrl: 'https://tertib.test',
});
