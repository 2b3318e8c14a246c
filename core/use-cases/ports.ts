import type { VolatileTexts } from '../capture/volatile-texts.ts';
import type { PrinciplePacks } from '../classify/rule-pack.ts';
import type { JudgeStamp } from '../evidence/time-stamp.ts';
import type { AgencyId, CaseId } from '../ids.ts';
import type { DocumentSigner } from '../letters/document-signer.ts';
import type { LetterNumbering } from '../letters/letter-number.ts';
import type { LetterTemplates } from '../letters/template-for.ts';
import type { MailTexts } from '../mails/mail-texts.ts';
import type * as ports from '../ports.ts';
import type { BundleRules } from '../register/bundle-rules.ts';
import type { RegisterRules } from '../register/register-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';

/** Everything a use case may ask for; each names the part it takes with `Pick`. */
export interface Ports {
  readonly trail: ports.Trail;
  readonly cases: ports.Cases;
  readonly tasks: ports.Tasks;
  readonly visits: ports.Visits;
  readonly directory: ports.Directory;
  readonly people: ports.People;
  readonly factors: ports.Factors;
  readonly stepUps: ports.StepUpVisits;
  readonly passkeys: ports.Passkeys;
  readonly requests: ports.Requests;
  readonly throttle: ports.Throttle;
  readonly evidence: ports.EvidenceStore;
  readonly scanner: ports.MalwareScanner;
  readonly holds: ports.Holds;
  /** Judges the time stamps of files that strangers bring: without roots of its own. */
  readonly judgeStamp: JudgeStamp;
  readonly timeStamper: ports.TimeStamper;
  readonly pageCapture: ports.PageCapture;
  readonly captureWork: ports.CaptureWork;
  /** What of a page's text changes by itself, and so makes no difference between two captures. */
  readonly volatileTexts: VolatileTexts;
  readonly mailer: ports.Mailer;
  readonly inbound: ports.InboundMails;
  readonly inboundWork: ports.InboundWork;
  readonly mailParser: ports.MailParser;
  readonly mailOrigin: ports.MailOrigin;
  readonly scheduler: ports.Scheduler;
  readonly workflow: ports.Workflow;
  readonly signer: ports.Signer;
  readonly sealer: ports.Sealer;
  readonly mac: ports.Mac;
  readonly accessLog: ports.AccessLog;
  readonly letterPrinter: ports.LetterPrinter;
  readonly documentSigner: DocumentSigner;
  readonly clock: ports.Clock;
  readonly ids: ports.Ids;
  readonly log: ports.Log;
  readonly rules: RuleBook;
  readonly packs: PrinciplePacks;
  readonly mailTexts: MailTexts;
  readonly letters: LetterTemplates;
  readonly letterNumbering: LetterNumbering;
  /** The codes of the national register, and which documents go into which bundle. */
  readonly registerRules: { readonly codes: RegisterRules; readonly bundles: BundleRules };
  /** Reports are mailed to `lapor@<agencyId>.` and this; undefined where none are taken by mail. */
  readonly mailDomain: string | undefined;
  /** The address people reach the system at, without a trailing slash. */
  readonly baseUrl: string;
}

/** What every workflow step is given and gives back. */
export interface FlowCase {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly round: number;
}
export interface FlowResult extends FlowCase {
  readonly outcome: string;
}
