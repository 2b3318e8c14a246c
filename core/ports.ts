import type { NextKind } from './board/next-thing.ts';
import type { Actor } from './case/actor.ts';
import type { CaseEvent, TaskKind } from './case/events.ts';
import type { Silence } from './case/state.ts';
import type { CaseStatus } from './case/transitions.ts';
import type { Agency, Staff } from './directory/staff.ts';
import type { Scan } from './evidence/scan.ts';
import type { Stamping } from './evidence/time-stamp.ts';
import type { AgencyId, ArtifactId, CaseId, Nip, PersonRef, Sha256, TaskId } from './ids.ts';
import type { InboundRow, InboundStatus } from './inbound/inbound-row.ts';
import type { MailEnvelope, MailParse } from './inbound/parsed-mail.ts';
import type { MailVerdicts } from './inbound/verdicts.ts';
import type { LetterDocument } from './letters/letter-document.ts';
import type { Person } from './report.ts';
import type { AgencySettings } from './rules/agency-settings.ts';
import type { ImpactScope, ProvisionCode, SanctionCode, Track } from './rules/codes.ts';
import type { Passkey, PersonFactors, StepUpVisit } from './step-up/factors.ts';
import type { Instant, LocalDate } from './time.ts';

export type { PageCapture } from './capture/page-capture.ts';

export interface Clock {
  now(): Instant;
}

/** Unpredictable bytes: the source of every id, secret and code. */
export interface Ids {
  bytes(length: number): Uint8Array;
}

/** The append-only trail: one conditional put per event, keyed (caseId, seq). */
export interface Trail {
  /** `conflict` when (caseId, seq) is taken: read again and decide again. */
  append(event: CaseEvent): Promise<'appended' | 'conflict'>;
  /** All events in order. Strongly consistent. @throws MalformedItem where a stored event does not parse */
  read(caseId: CaseId): Promise<CaseEvent[]>;
}

/** The derived row of a case: what lists, searches and the sweep need. Everything but `execution` is folded from the trail. */
export interface CaseRow {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  /** 0 for the row written before the first event: a case that is not acknowledged yet. */
  readonly seq: number;
  readonly hash: Sha256;
  readonly status: CaseStatus;
  readonly round: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
  readonly closed: boolean;
  readonly receiptHash: Sha256;
  readonly respondentNip?: Nip | undefined;
  readonly claimedRespondentNip?: Nip | undefined;
  readonly track?: Track | undefined;
  /** The sanction that stands: as decided, or as changed by the body appealed to; none once it was annulled. */
  readonly sanctionCode?: SanctionCode | undefined;
  readonly decidedAt?: Instant | undefined;
  /** What the sanction is for, and how far the act reached. */
  readonly provisions?: readonly ProvisionCode[] | undefined;
  readonly impact?: ImpactScope | undefined;
  readonly effectiveOn?: LocalDate | undefined;
  /** Last day of a sanction that is served for months. */
  readonly endsOn?: LocalDate | undefined;
  /** What an open case waits for: a kind of task, or a step of the system. Rows of earlier versions have none until they are repaired. */
  readonly nextKind?: NextKind | undefined;
  /** The official or respondent who is responsible for it; nobody where it is the reporter or the system. */
  readonly nextNip?: Nip | undefined;
  readonly nextDueAt?: Instant | undefined;
  /** Officials who let a deadline pass, oldest first. Absent from rows of earlier versions, never from newer ones. */
  readonly silences?: readonly Silence[] | undefined;
  /** Officials who have or had a task in the case, or a seat in its examining team. */
  readonly participants: readonly Nip[];
  readonly parkedAt?: Instant | undefined;
}

export interface Execution {
  readonly name: string;
  readonly attempt: number;
  /** When this attempt was recorded: a parked case rests before the next one. */
  readonly startedAt?: Instant | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Cases {
  /** Writes the row with seq 0 ahead of the first event. `exists` when the case number is taken. */
  announce(row: CaseRow): Promise<'announced' | 'exists'>;
  /** Brings the row up to `row.seq`; does nothing where the stored row is as new or newer. */
  project(row: CaseRow): Promise<void>;
  get(caseId: CaseId): Promise<{ row: CaseRow; execution: Execution | undefined } | undefined>;
  byReceipt(receiptHash: Sha256): Promise<CaseRow | undefined>;
  /** Newest first, by index. */
  list(query: { agencyId: AgencyId; status?: CaseStatus | undefined } & PageRequest): Promise<Page<CaseRow>>;
  listByRespondent(query: { agencyId: AgencyId; nip: Nip } & PageRequest): Promise<Page<CaseRow>>;
  /** Open cases of an agency by what is due first; what has no due date stands last. */
  listByDue(query: { agencyId: AgencyId; status?: CaseStatus | undefined } & PageRequest): Promise<Page<CaseRow>>;
  /** Cases in which an official let a deadline pass, where the last time was at `from` or later; oldest last time first. */
  listSilent(query: { agencyId: AgencyId; from: Instant } & PageRequest): Promise<Page<CaseRow>>;
  /** Every case that is not closed, all agencies: for the sweep. */
  listOpen(page: PageRequest): Promise<Page<CaseRow>>;
  /** Records the execution that drives the case. `conflict` when another attempt was recorded meanwhile. */
  setExecution(caseId: CaseId, next: Execution, seen: number): Promise<'set' | 'conflict'>;
  /** Removes a row with seq 0 that never got its first event. */
  forget(caseId: CaseId): Promise<void>;
}

export type Callback = 'WAITING' | 'PENDING' | 'DELIVERED';

/** The operational side of a human task. The trail says whose it is and whether it is open; this row holds its secrets. */
export interface TaskRow {
  readonly taskId: TaskId;
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly kind: TaskKind;
  readonly round: number;
  readonly assigneeNip: Nip | undefined;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  /** When to remind; equal to `dueAt` once that was done. */
  readonly remindAt: Instant;
  readonly status: 'OPEN' | 'ENDED';
  readonly outcome?: string | undefined;
  /** SHA-256 of the link's 256-bit secret. */
  readonly secretHash: Sha256;
  /** The Step Functions task token, sealed. Never leaves this table in any form. */
  readonly sealedToken?: string | undefined;
  readonly callback: Callback;
  /** Mails about this task that are known to have been sent, by mail id. */
  readonly mailed: readonly string[];
  readonly version: number;
}

export interface Tasks {
  get(taskId: TaskId): Promise<TaskRow | undefined>;
  /** `exists` when the row is there already. */
  create(row: TaskRow): Promise<'created' | 'exists'>;
  /** Writes `row` with version + 1 where the stored version is `row.version`. @throws VersionConflict */
  update(row: TaskRow): Promise<TaskRow>;
  byCase(caseId: CaseId): Promise<TaskRow[]>;
  openOf(query: { agencyId: AgencyId; nip: Nip } & PageRequest): Promise<Page<TaskRow>>;
  /** Open tasks whose `dueAt` or `remindAt` (whichever comes next) has passed. */
  overdue(query: { before: Instant } & PageRequest): Promise<Page<TaskRow>>;
  callbacksPending(page: PageRequest): Promise<Page<TaskRow>>;
}

/** One browser's way through a mailed link: the code it asked for, and whether it proved the mailbox. */
export interface Visit {
  readonly taskId: TaskId;
  /** SHA-256 of the browser's cookie. */
  readonly browserHash: Sha256;
  readonly codeMac: Sha256;
  readonly codeExpiresAt: Instant;
  readonly tries: number;
  readonly provenAt?: Instant | undefined;
  readonly version: number;
}

export interface Visits {
  get(taskId: TaskId, browserHash: Sha256): Promise<Visit | undefined>;
  /** Writes the visit with version + 1 where the stored version is `visit.version` (0: none). @throws VersionConflict */
  put(visit: Visit): Promise<Visit>;
}

export interface Directory {
  agency(agencyId: AgencyId): Promise<Agency | undefined>;
  agencies(): Promise<Agency[]>;
  putAgency(agency: Agency): Promise<void>;
  staff(agencyId: AgencyId, nip: Nip): Promise<Staff | undefined>;
  listStaff(agencyId: AgencyId): Promise<Staff[]>;
  putStaff(staff: Staff): Promise<void>;
  /** What the agency decides for itself, or undefined where it never said. */
  settings(agencyId: AgencyId): Promise<AgencySettings | undefined>;
  /** Replaces the settings of `settings.agencyId` whole. */
  putSettings(settings: AgencySettings): Promise<void>;
}

/** Reporter identity, sealed under its own key. Few functions may read it; each read is an event. */
export interface People {
  put(personRef: PersonRef, person: Person, matchTag: string | undefined): Promise<void>;
  reveal(personRef: PersonRef): Promise<Person | undefined>;
  /** A keyed hash of the reporter's mail address, to keep a reporter from judging their own report without revealing them. */
  matchTag(personRef: PersonRef): Promise<string | undefined>;
  erase(personRef: PersonRef): Promise<void>;
}

/** Request keys with an end of life: idempotency of intake. */
export interface Requests {
  /** Claims `key` for `bodyHash`, or returns what stands there. */
  claim(key: Sha256, claim: RequestClaim): Promise<{ outcome: 'claimed' } | { outcome: 'found'; claim: RequestClaim }>;
  /** Keeps the response of `key`; the first one stays. Answers with the one that stands. */
  complete(key: Sha256, sealedResponse: string): Promise<string>;
}
export interface RequestClaim {
  readonly bodyHash: Sha256;
  readonly caseId: CaseId;
  readonly sealedSecrets: string;
  readonly sealedResponse?: string | undefined;
  readonly expiresAt: Instant;
}

/** Counts hits in fixed windows. */
export interface Throttle {
  hit(
    key: string,
    limit: { max: number; windowSeconds: number },
  ): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
}

/** Who needs a piece of evidence: a case, or a mail that waits to become part of one. */
export type Holder = CaseId | Sha256;

/** Which cases need which evidence. The vault is content-addressed, so several may need the same bytes. */
export interface Holds {
  /** Idempotent. What is added for a holder that was closed already is listed by `closing` again. */
  add(sha256: Sha256, holder: Holder): Promise<void>;
  /** The holder no longer stands among the holders of these bytes; it stays in `heldBy` until `forget`. */
  withdraw(sha256: Sha256, holder: Holder): Promise<void>;
  forget(sha256: Sha256, holder: Holder): Promise<void>;
  /** Strongly consistent. */
  holders(sha256: Sha256): Promise<Holder[]>;
  heldBy(holder: Holder): Promise<Sha256[]>;
  /** Notes that the holder is about to end, ahead of its end: what it holds is then to be released. */
  close(holder: Holder): Promise<void>;
  /** Holders whose evidence is to be released. */
  closing(): Promise<Holder[]>;
  /** Nothing is left to release. */
  settle(holder: Holder): Promise<void>;
}

/** Content-addressed evidence. */
export interface EvidenceStore {
  /** Stores the bytes under legal hold. `heldFor` is put down first, so that no other case's end can lift the hold. */
  put(artifact: {
    bytes: Uint8Array;
    mediaType: string;
    heldFor?: Holder | undefined;
  }): Promise<{ sha256: Sha256; size: number }>;
  /** Puts what is stored under legal hold for a holder. @throws ServiceUnavailable where it is not stored */
  hold(sha256: Sha256, holder: Holder): Promise<void>;
  /** Ends the hold of one holder; the legal hold ends with the last of them. Also of what was erased since. */
  release(sha256: Sha256, holder: Holder): Promise<void>;
  isHeld(sha256: Sha256): Promise<boolean>;
  /** @throws EvidenceCorrupted where the bytes no longer have their hash */
  get(sha256: Sha256): Promise<Uint8Array | undefined>;
  has(sha256: Sha256): Promise<boolean>;
  uploadUrl(upload: UploadRequest): Promise<UploadTicket>;
  /** The quarantined upload, or undefined while there is none. */
  readUpload(key: { caseId: CaseId; artifactId: ArtifactId }): Promise<Uint8Array | undefined>;
}

/** An engine that looks for malware. Neither call throws for what the engine, or the file, does. */
export interface MalwareScanner {
  /** Judges a file, or says that it will (`PENDING`). */
  scan(bytes: Uint8Array): Promise<Scan>;
  /** What has become of a scan that was pending. */
  outcome(sha256: Sha256): Promise<Scan>;
}

export interface UploadRequest {
  readonly caseId: CaseId;
  readonly artifactId: ArtifactId;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256?: Sha256 | undefined;
  readonly expiresAt: Instant;
}
export interface UploadTicket {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

/** A time-stamping authority (RFC 3161). What it answers is verified before it is given. Never throws. */
export interface TimeStamper {
  /** Whether an authority is configured. */
  readonly isOn: boolean;
  stamp(sha256: Sha256): Promise<Stamping>;
}

export interface Mail {
  /** Deterministic: the same id is the same mail, and an engine that can tell delivers it once. */
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where an answer goes, if one is wanted. */
  readonly replyTo?: string | undefined;
  /** Set where the mail answers one that came in (RFC 3834): machines that answer it in turn are told not to. */
  readonly isReply?: boolean | undefined;
}
export interface Mailer {
  send(mail: Mail): Promise<{ messageId: string }>;
}

export type TimerTarget = {
  readonly kind: 'task-remind' | 'task-due';
  readonly caseId: CaseId;
  readonly taskId: TaskId;
};
/** One-time schedules with deterministic names; the target re-reads the case and does nothing when stale. */
export interface Scheduler {
  scheduleOnce(timer: { name: string; at: Instant; target: TimerTarget }): Promise<void>;
}

export interface FlowInput {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly round: number;
}
export interface Workflow {
  /** Idempotent by name. */
  start(execution: { name: string; input: FlowInput }): Promise<void>;
  isRunning(name: string): Promise<boolean>;
  /** `gone` when no execution waits for the token any more. */
  succeed(token: string, output: unknown): Promise<'delivered' | 'gone'>;
}

/** Signs receipts and decision records: compact JWS (RFC 7515). */
export interface Signer {
  sign(payload: Uint8Array | string, type: string): Promise<string>;
  /** The public keys as a JWK Set (RFC 7517), for `/.well-known/tertib-keys.json`. */
  publicKeys(): Promise<{ keys: readonly Record<string, unknown>[] }>;
}

/** Authenticated encryption with a context that must be the same on opening. */
export interface Sealer {
  seal(plaintext: string, context: string): Promise<string>;
  /** @throws SealBroken */
  open(sealed: string, context: string): Promise<string>;
}

/** HMAC-SHA-256 under a key that never leaves its keeper: link secrets and low-entropy codes. */
export interface Mac {
  mac(message: string): Promise<Uint8Array>;
}

export interface Access {
  readonly caseId: CaseId;
  readonly accessId: string;
  readonly at: Instant;
  readonly actor: Actor | { readonly kind: 'robot' };
  readonly action: string;
  readonly detail?: string | undefined;
}
/** Who looked: reads are recorded beside the trail, never in it. */
export interface AccessLog {
  record(access: Access): Promise<void>;
  list(caseId: CaseId): Promise<Access[]>;
}

export interface LetterPrinter {
  pdf(letter: LetterDocument): Promise<Uint8Array>;
}

/** Structured log lines: never people, never text of a case. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Mails that came in. */
export interface InboundMails {
  get(mailId: Sha256): Promise<InboundRow | undefined>;
  /** `exists` when the row is there already. */
  create(row: InboundRow): Promise<'created' | 'exists'>;
  /** Writes `row` with version + 1 where the stored version is `row.version`. @throws VersionConflict */
  update(row: InboundRow): Promise<InboundRow>;
  /** Of an agency in one status, oldest first. */
  list(query: { agencyId: AgencyId; status: InboundStatus } & PageRequest): Promise<Page<InboundRow>>;
}

/** Takes a message apart. Never throws: whatever the bytes are, the answer says what they come to. */
export interface MailParser {
  parse(raw: Uint8Array): Promise<MailParse>;
}

/** What is to be thought of the origin of a mail. Never throws: what cannot be found out is none. */
export interface MailOrigin {
  verdicts(mail: { readonly raw: Uint8Array; readonly envelope: MailEnvelope }): Promise<MailVerdicts>;
}

/** Raw messages where the receiving service has put them. */
export interface InboundMail {
  read(place: string): Promise<Uint8Array | undefined>;
}

/** Whoever takes captures is told that one was asked for. A call that is lost costs time only: the sweep calls again. */
export interface CaptureWork {
  wake(capture: FlowInput & { readonly artifactId: ArtifactId }): Promise<void>;
}

/** Whoever settles mails is told that there is one. */
export interface InboundWork {
  wake(): Promise<void>;
}

/** What people prove themselves with beside their mailbox. */
export interface Factors {
  get(agencyId: AgencyId, nip: Nip): Promise<PersonFactors | undefined>;
  /** Writes with version + 1 where the stored version is `held.version` (0: none). @throws VersionConflict */
  put(held: PersonFactors): Promise<PersonFactors>;
  /** Of everyone in an agency who has or had any. */
  list(agencyId: AgencyId): Promise<PersonFactors[]>;
}

/** Browsers on their way through step-up. */
export interface StepUpVisits {
  get(key: Sha256): Promise<StepUpVisit | undefined>;
  /** Writes with version + 1 where the stored version is `visit.version` (0: none). @throws VersionConflict */
  put(visit: StepUpVisit): Promise<StepUpVisit>;
}

/** The site as passkeys know it: credentials belong to `id`, ceremonies happen at `origin`. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/** Passkeys (WebAuthn). Options and answers are the JSON forms of the standard; user verification is always asked for. */
export interface Passkeys {
  creationOptions(ask: {
    readonly site: RelyingParty;
    readonly person: { readonly handle: Uint8Array; readonly name: string };
    readonly challenge: string;
    readonly known: readonly Passkey[];
  }): Promise<unknown>;
  requestOptions(ask: {
    readonly site: RelyingParty;
    readonly challenge: string;
    readonly known: readonly Passkey[];
  }): Promise<unknown>;
  /** The new credential, or undefined where the answer does not hold. */
  verifyCreation(answer: {
    readonly site: RelyingParty;
    readonly challenge: string;
    readonly response: unknown;
  }): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | undefined>;
  /** Which of the known credentials answered, and its new counter; undefined where the answer does not hold. */
  verifyRequest(answer: {
    readonly site: RelyingParty;
    readonly challenge: string;
    readonly response: unknown;
    readonly known: readonly Passkey[];
  }): Promise<{ readonly factorId: string; readonly counter: number } | undefined>;
}
