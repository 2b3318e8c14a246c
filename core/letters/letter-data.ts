import type { LetterForm, SanctionForm } from './letter-forms.ts';
import type {
  DecisionReference,
  ExaminationBasis,
  LetterCommon,
  LetterMeeting,
  LetterPerson,
  LetterPrinciple,
  LetterProvision,
  LetterReference,
  LetterSanction,
  LetterSignatory,
} from './letter-parts.ts';

export type {
  DecisionReference,
  ExaminationBasis,
  LetterCommon,
  LetterMeeting,
  LetterPerson,
  LetterPrinciple,
  LetterProvision,
  LetterReference,
  LetterSanction,
  LetterSignatory,
} from './letter-parts.ts';

/** SUMMONS: first (1) or second (2), same layout. */
export interface SummonsData extends LetterCommon {
  readonly ordinal: number;
  readonly person: LetterPerson;
  readonly reportTo: LetterPerson;
  readonly meeting: LetterMeeting;
  readonly violations: readonly LetterProvision[];
  readonly principles: readonly LetterPrinciple[];
  /** The first summons; needed by the second. */
  readonly previous?: LetterReference | undefined;
  readonly signatory: LetterSignatory;
  readonly disclosureHash: string;
}

/** EXAMINATION_RECORD (berita acara pemeriksaan). */
export interface ExaminationRecordData extends LetterCommon {
  readonly examination: { readonly date: string; readonly place: string; readonly mode: LetterMeeting['mode'] };
  readonly examiners: readonly LetterPerson[];
  readonly basis: ExaminationBasis;
  readonly examinee: LetterPerson;
  /** Who stood by the examinee. */
  readonly companion?: string | undefined;
  readonly violations: readonly LetterProvision[];
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  /** What the examinee stated beside the answers. */
  readonly statement?: string | undefined;
  /** What the examinee had corrected before signing. */
  readonly corrections?: string | undefined;
  readonly signing: 'SIGNED' | 'REFUSED' | 'PENDING';
  /** e.g. why the examinee refused. */
  readonly signingNote?: string | undefined;
  readonly disclosureHash: string;
}

/** One line of the table of an examination report. Where all but `form` is blank, the table says so. */
export interface LetterAct {
  readonly form: string;
  readonly time: string;
  readonly place: string;
  readonly aggravating: string;
  readonly mitigating: string;
  readonly impact: string;
}

/** EXAMINATION_REPORT (laporan hasil pemeriksaan), also of an examination in absentia. */
export interface ExaminationReportData extends LetterCommon {
  /** The post it is addressed to. */
  readonly to: string;
  readonly attendance: 'HELD' | 'ABSENT';
  /** When it was held, or was to be held last. */
  readonly examination: { readonly date: string };
  /** Both summonses; needed where the examinee did not come. */
  readonly summonses: readonly (LetterReference & { readonly servedOn?: string | undefined })[];
  readonly examiners: readonly LetterPerson[];
  readonly basis: ExaminationBasis;
  readonly respondent: LetterPerson;
  readonly acts: readonly LetterAct[];
  readonly finding: 'PROVEN' | 'NOT_PROVEN';
  /** The findings as the examiner wrote them. */
  readonly findings: string;
  /** Proven violations; needed where something is proven. */
  readonly violations: readonly LetterProvision[];
  /** What the examiner recommends; without it, the choice is the authority's. */
  readonly recommended?: LetterSanction | undefined;
  /** Whose authority the sanction is, e.g. a post. */
  readonly authority: string;
  /** e.g. `Berita Acara Pemeriksaan nomor ...` */
  readonly attachments: readonly string[];
  readonly signatory: LetterSignatory;
  readonly disclosureHash: string;
}

/** EXAMINING_TEAM (keputusan pembentukan tim pemeriksa). */
export interface ExaminingTeamData extends LetterCommon {
  readonly authority: LetterPerson;
  readonly respondent: LetterPerson;
  readonly violations: readonly LetterProvision[];
  readonly members: readonly (LetterPerson & {
    readonly element: 'SUPERIOR' | 'OVERSIGHT' | 'PERSONNEL' | 'OTHER';
    /** Kedudukan in the team. */
    readonly seat: 'CHAIR' | 'SECRETARY' | 'MEMBER';
  })[];
}

/** TEMPORARY_RELEASE (pembebasan sementara dari tugas jabatan). */
export interface TemporaryReleaseData extends LetterCommon {
  readonly authority: LetterPerson;
  readonly respondent: LetterPerson;
  readonly violations: readonly LetterProvision[];
  readonly from: string;
  /** Pelaksana harian. */
  readonly actingOfficial?: LetterPerson | undefined;
}

/** What every decision has. */
export interface DecisionData extends LetterCommon {
  readonly authority: LetterPerson;
  readonly respondent: LetterPerson;
  readonly incident: { readonly date?: string | undefined };
  /** What the decision rests on; a sanction is refused with NONE, and with ABSENT without summonses. */
  readonly examination: {
    readonly attendance: 'HELD' | 'ABSENT' | 'NONE';
    /** The examination report. */
    readonly report?: LetterReference | undefined;
    readonly summonses?: readonly LetterReference[] | undefined;
  };
  readonly decision: {
    /** As the official wrote it. */
    readonly reason: string;
    /** SHA-256 of what the decision was bound to. */
    readonly disclosureHash: string;
  };
}
export type DismissalLetterData = DecisionData;

/** Decisions of PP 94/2021, for executors of the class of post too, and moral sanctions. */
export interface SanctionLetterData extends DecisionData {
  readonly sanction: LetterSanction;
  readonly violations: readonly LetterProvision[];
  readonly principles?: readonly LetterPrinciple[] | undefined;
  /** Moderate and heavy sanctions: the day it begins and the day of restoration, where they are known when it is decided. */
  readonly effective?: { readonly from: string; readonly restoredOn?: string | undefined } | undefined;
  /** Needed by moderate sanctions: how it is carried out. The rule of transition knows no cut of the allowance. */
  readonly manner?: 'ALLOWANCE_CUT' | 'TRANSITION' | undefined;
  /** Rupiah in figures, e.g. `4.000.000`; lines to fill in are printed where the amounts are unknown. */
  readonly allowance?: { readonly before: string; readonly after: string } | undefined;
  /** The lower post (B1), executor post (B2) or class of post (CLASS_REDUCTION); a line to fill in where it is unknown. */
  readonly newPost?: string | undefined;
  readonly oldClass?: string | undefined;
}

/** SANCTION_PPPK: any sanction of the agency's own rule. */
export interface PppkSanctionData extends SanctionLetterData {
  /** Title of the agency's rule on PPPK discipline, as cited. */
  readonly agencyRule: string;
}

/** DELIVERY_SUMMONS (panggilan untuk menerima keputusan). */
export interface DeliverySummonsData extends LetterCommon {
  readonly person: LetterPerson;
  readonly reportTo: LetterPerson;
  readonly meeting: LetterMeeting;
  readonly decision: DecisionReference;
  readonly signatory: LetterSignatory;
}

/** DELIVERY_RECEIPT (tanda terima). */
export interface DeliveryReceiptData extends LetterCommon {
  readonly recipient: LetterPerson;
  readonly deliveredBy: LetterPerson;
  readonly decision: DecisionReference;
  readonly receivedOn: string;
  /** How it was delivered, as the official wrote it. */
  readonly method: string;
  readonly outcome: 'SERVED' | 'REFUSED_TO_SIGN';
  /** The day the decision takes effect unless a remedy is filed. */
  readonly effectiveOn: string;
  readonly remedy: { readonly route: 'OBJECTION' | 'BPASN' | 'NONE'; readonly until?: string | undefined };
}

/** APPEAL_RECEIPT: receipt of an objection or appeal, and how it goes on. */
export interface AppealReceiptData extends LetterCommon {
  readonly appellant: LetterPerson;
  readonly route: 'OBJECTION' | 'BPASN';
  readonly filedOn: string;
  readonly decision: DecisionReference;
  readonly receivedOn: string;
  /** Who it is forwarded to, e.g. a post or the board. */
  readonly forwardedTo: string;
  readonly attachments: readonly string[];
  readonly receivedBy: LetterPerson;
}

/** PROPOSAL (usul penjatuhan) to the President. */
export interface ProposalData extends LetterCommon {
  readonly to: string;
  readonly proposer: LetterPerson;
  readonly respondent: LetterPerson;
  readonly incident: { readonly date?: string | undefined };
  readonly violations: readonly LetterProvision[];
  readonly sanction: LetterSanction;
  readonly report?: LetterReference | undefined;
  readonly reason: string;
  readonly attachments: readonly string[];
  readonly disclosureHash: string;
}

type SanctionData = Readonly<Record<Exclude<SanctionForm, 'SANCTION_PPPK'>, SanctionLetterData>>;

interface DataByForm extends SanctionData {
  readonly SUMMONS: SummonsData;
  readonly EXAMINATION_RECORD: ExaminationRecordData;
  readonly EXAMINATION_REPORT: ExaminationReportData;
  readonly EXAMINING_TEAM: ExaminingTeamData;
  readonly TEMPORARY_RELEASE: TemporaryReleaseData;
  readonly SANCTION_PPPK: PppkSanctionData;
  readonly DELIVERY_SUMMONS: DeliverySummonsData;
  readonly DELIVERY_RECEIPT: DeliveryReceiptData;
  readonly DISMISSAL: DismissalLetterData;
  readonly APPEAL_RECEIPT: AppealReceiptData;
  readonly PROPOSAL: ProposalData;
}

/** What a letter of a form is made from: plain data, nothing fetched. */
export type LetterDataOf<F extends LetterForm> = DataByForm[F];
export type LetterData = LetterDataOf<LetterForm>;
