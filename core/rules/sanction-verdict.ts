import type { Refusal } from '../refusal.ts';
import type { LocalDate } from '../time.ts';
import type { ActingOfficial } from './authority.ts';
import type {
  AgencyKind,
  Employment,
  ImpactScope,
  PositionClass,
  PrincipleCode,
  RecommendedSanction,
  SanctionCode,
  SanctionLevel,
  Track,
} from './codes.ts';
import type { ChargeLevel } from './level.ts';
import type { Citation } from './rule-file.ts';
import type { AuthorityHolder, SanctionForm } from './sanction-rules.ts';
import type { SanctionNoteCode, SanctionRefusalCode } from './sanction-texts.ts';

/** A sanction the same person had before; the list of them runs from the oldest to the newest. */
export interface EarlierSanction {
  readonly caseNumber: string;
  readonly sanctionCode: SanctionCode;
  readonly provisions: readonly string[];
  readonly principles?: readonly PrincipleCode[] | undefined;
  /** It punished the very act that is judged now. */
  readonly sameAct: boolean;
  readonly annulled: boolean;
}

/** What an official wants to impose, on whom, and in which office. Facts left undefined are not weighed. */
export interface SanctionQuestion {
  readonly sanctionCode: SanctionCode;
  /** Provision codes as the official named them; unknown ones are refused. */
  readonly provisions: readonly string[];
  /** Principles breached: what a moral sanction names, alone or beside provisions. */
  readonly principles?: readonly PrincipleCode[] | undefined;
  readonly impact?: ImpactScope | undefined;
  readonly track: Track;
  /** The rule in force on this date judges; without it the newest one does, and a note says so. */
  readonly actDate?: LocalDate | undefined;
  readonly respondent: {
    readonly positionClass: PositionClass;
    readonly employment: Employment;
    readonly agencyKind: AgencyKind;
    readonly isPpk?: boolean | undefined;
    /** A post filled by the President. */
    readonly isPresidential?: boolean | undefined;
  };
  readonly authority: ActingOfficial & { readonly nip?: string | undefined };
  /** No named official is there, so the authority passed to the next higher one (`rankDeciders` says so). */
  readonly isVacant?: boolean | undefined;
  /** Whether a team (for ethics: a panel) examined. */
  readonly hasTeam?: boolean | undefined;
  readonly earlier?: readonly EarlierSanction[] | undefined;
  /** What the examination report recommends, and the reason typed for departing from it. */
  readonly recommended?: RecommendedSanction | undefined;
  readonly deviationReason?: string | undefined;
  /** Employee numbers of who examined. */
  readonly examiners?: readonly string[] | undefined;
  /** The official is the only one competent. */
  readonly onlyCompetent?: boolean | undefined;
}

export interface SanctionRefusal extends Refusal {
  readonly code: SanctionRefusalCode;
  readonly citation: Citation;
}

export interface SanctionNote extends Refusal {
  readonly code: SanctionNoteCode;
  readonly citation: Citation;
}

/** A lawful sanction and why: its form, the level of each charge, the impacts that carry the level, who is named to impose it. */
export interface SanctionAccepted {
  readonly ok: true;
  readonly level: SanctionLevel;
  readonly form: SanctionForm;
  readonly charges: readonly ChargeLevel[];
  readonly impacts: readonly ImpactScope[];
  readonly namedAuthority: readonly AuthorityHolder[];
  readonly citations: readonly Citation[];
  /** Which rule versions judged: `sanctions@1`. */
  readonly ruleVersions: readonly string[];
  readonly notes: readonly SanctionNote[];
}

export type SanctionVerdict = SanctionAccepted | { readonly ok: false; readonly refusal: SanctionRefusal };
