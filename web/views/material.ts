import type { CaptureDetails } from '../../core/capture/capture-details.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Agency, Staff } from '../../core/directory/staff.ts';
import type { ArtifactId, Sha256 } from '../../core/ids.ts';
import type { ReportContent } from '../../core/intake/report-artifact.ts';
import type { Comparable } from '../../core/register/comparables.ts';
import type { RuleBook } from '../../core/rules/rule-book.ts';
import type { SanctionColumn } from '../../core/rules/sanction-rules.ts';
import type { EarlierSanction } from '../../core/rules/sanction-verdict.ts';
import type { Instant } from '../../core/time.ts';
import type { TeamElement, TeamPosition } from '../text/codes.ts';

/** Someone who may sit in the examining team; `proposed` is what the proposed team makes of them. */
export interface TeamCandidate {
  readonly staff: Staff;
  readonly element: TeamElement;
  readonly proposed: TeamPosition | null;
}

/** Whether the holder of a decision may impose a sanction of a column, or only propose it to the President. */
export type MayDecide = ReadonlyMap<SanctionColumn, 'IMPOSE' | 'PROPOSE'>;

/** Everything that a page about a case is made from; read beforehand, so that the views stay pure. */
export interface CaseMaterial {
  readonly state: CaseState;
  readonly agency: Agency;
  /** `null` once the report was erased. */
  readonly report: ReportContent | null;
  /** Texts that suggestions point into, by the hash of their artefact. */
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Employees that the case names, by NIP. */
  readonly people: ReadonlyMap<string, Staff>;
  /** What is known of each captured page, by the id of the capture; read where evidence is shown. */
  readonly captures?: ReadonlyMap<ArtifactId, CaptureDetails> | undefined;
  readonly rules: RuleBook;
  readonly now: Instant;
  /** Read for a decision only. */
  readonly earlier?: readonly EarlierSanction[] | undefined;
  readonly comparables?: readonly Comparable[] | undefined;
  /** Without it every sanction is offered, and the act decides. */
  readonly mayDecide?: MayDecide | undefined;
  /** Read for the forming of a team only. */
  readonly candidates?: readonly TeamCandidate[] | undefined;
}
