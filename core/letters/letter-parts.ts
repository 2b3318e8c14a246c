import type { SanctionCode, Track, Zone } from '../rules/codes.ts';
import type { Instant } from '../time.ts';

/** Who a letter names. */
export interface LetterPerson {
  readonly name: string;
  readonly nip: string;
  /** Pangkat and golongan, e.g. `Penata, III/c`; where it is unknown a line to fill in is printed, for a PPPK none. */
  readonly rank?: string | undefined;
  readonly position: string;
  readonly unit: string;
}

/** What every letter has. Dates are `YYYY-MM-DD` and times `HH:MM`, both in the agency's zone. */
export interface LetterCommon {
  readonly case: { readonly number: string; readonly track: Track; readonly receivedOn: string };
  readonly agency: { readonly name: string; readonly city: string; readonly zone: Zone };
  /** `at`: when what the letter records happened; the only time in the file. */
  readonly letter: { readonly number: string; readonly date: string; readonly at: Instant };
  /** Who gets a copy. */
  readonly copies: readonly string[];
}

/** A provision as it is cited, e.g. `PP 94/2021 Pasal 3 huruf f`, and what it asks. */
export interface LetterProvision {
  readonly article: string;
  readonly text: string;
}
export interface LetterPrinciple {
  readonly code: string;
  readonly text: string;
}
export interface LetterReference {
  readonly number: string;
  readonly date: string;
}
export interface DecisionReference extends LetterReference {
  /** e.g. `hukuman disiplin teguran tertulis` */
  readonly subject: string;
}
export interface LetterSanction {
  readonly code: SanctionCode;
  /** As the rule in force names it, e.g. `teguran tertulis`. */
  readonly name: string;
  /** e.g. `ringan` */
  readonly level: string;
}
/** A time and place to come to. */
export interface LetterMeeting {
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly mode: 'IN_PERSON' | 'VIRTUAL';
}
/** `capacity` is what the person signs as: direct superior, chair of the examining team, or holder of the post. */
export interface LetterSignatory extends LetterPerson {
  readonly capacity: 'SUPERIOR' | 'CHAIR' | 'OFFICIAL';
}
/** What entitles to examine: the superior's own duty, or the decision that formed a team. */
export type ExaminationBasis = { readonly kind: 'OWN' } | ({ readonly kind: 'TEAM' } & LetterReference);
