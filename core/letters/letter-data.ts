import type { SanctionCode, Track } from '../rules/codes.ts';
import type { Instant } from '../time.ts';

/** Who a letter names. */
export interface LetterPerson {
  readonly name: string;
  readonly nip: string;
  /** Pangkat and golongan, e.g. `Penata, III/c`; the line is left out where it is unknown. */
  readonly rank?: string | undefined;
  readonly position: string;
  readonly unit: string;
}

interface CommonLetterData {
  readonly case: {
    readonly number: string;
    readonly track: Track;
    /** `YYYY-MM-DD`, in the agency's zone. */
    readonly receivedOn: string;
  };
  readonly agency: { readonly name: string; readonly city: string };
  /** The official who decided; the letter is issued in the name of this post. */
  readonly authority: { readonly position: string; readonly name: string; readonly nip: string };
  readonly respondent: LetterPerson;
  readonly incident: { readonly date?: string | undefined };
  readonly decision: {
    readonly number: string;
    /** `YYYY-MM-DD`, in the agency's zone. */
    readonly date: string;
    readonly at: Instant;
    /** As the official wrote it. */
    readonly reason: string;
    /** SHA-256 of what the decision was bound to. */
    readonly disclosureHash: string;
  };
  /** Who gets a copy. */
  readonly copies: readonly string[];
}

export interface SanctionLetterData extends CommonLetterData {
  readonly sanction: { readonly code: SanctionCode; readonly name: string; readonly level: string };
  /** Provisions breached, each as it is cited, e.g. `PP 94/2021 Pasal 3 huruf f`. */
  readonly violations: readonly { readonly article: string; readonly text: string }[];
}

export type DismissalLetterData = CommonLetterData;

/** What a letter is made from: plain data, nothing fetched. */
export type LetterData = SanctionLetterData | DismissalLetterData;
