import type { CaseState } from '../../core/case/state.ts';
import type { Agency, Staff } from '../../core/directory/staff.ts';
import type { Sha256 } from '../../core/ids.ts';
import type { ReportContent } from '../../core/intake/report-artifact.ts';
import type { RuleBook } from '../../core/rules/rule-book.ts';
import type { Instant } from '../../core/time.ts';

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
  readonly rules: RuleBook;
  readonly now: Instant;
}
