import type { Refusal } from '../refusal.ts';
import type { LocalDate } from '../time.ts';
import type {
  AgencyKind,
  Employment,
  ImpactScope,
  PositionClass,
  SanctionCode,
  SanctionLevel,
  Track,
} from './codes.ts';
import type { ChargeLevel } from './level.ts';
import type { Citation } from './rule-file.ts';
import type { AuthorityHolder, SanctionForm } from './sanction-rules.ts';
import type { SanctionNoteCode, SanctionRefusalCode } from './sanction-texts.ts';

/** What an official wants to impose, on whom, and in which office. */
export interface SanctionQuestion {
  readonly sanctionCode: SanctionCode;
  /** Provision codes as the official named them; unknown ones are refused. */
  readonly provisions: readonly string[];
  readonly impact?: ImpactScope | undefined;
  readonly track: Track;
  /** The rule in force on this date judges; without it the newest one does, and a note says so. */
  readonly actDate?: LocalDate | undefined;
  readonly respondent: {
    readonly positionClass: PositionClass;
    readonly employment: Employment;
    readonly agencyKind: AgencyKind;
    readonly isPpk?: boolean | undefined;
  };
  readonly authority: { readonly positionClass: PositionClass; readonly isPpk: boolean };
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
  readonly notes: readonly SanctionNote[];
}

export type SanctionVerdict = SanctionAccepted | { readonly ok: false; readonly refusal: SanctionRefusal };
