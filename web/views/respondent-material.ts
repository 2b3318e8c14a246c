import type { CaseState, OpenTask } from '../../core/case/state.ts';
import type { Agency, Staff } from '../../core/directory/staff.ts';
import type { Sha256 } from '../../core/ids.ts';
import type { Remedy } from '../../core/rules/remedy-rules.ts';
import type { RuleBook } from '../../core/rules/rule-book.ts';
import type { Bilingual } from '../../core/rules/rule-file.ts';
import type { Instant } from '../../core/time.ts';
import type { RecordText } from '../../core/use-cases/examination-texts.ts';

/** A text that the respondent wrote, by the name of its part; parts that were left empty are not in it. */
export type OwnText = Readonly<Record<string, string>>;

/** How long the respondent still has, as far as the loaded calendar says. */
export interface TimeLeft {
  readonly workingDays: number | null;
  readonly derivation: Bilingual | null;
}

/** Everything that a page of the respondent is made from. The report is not among it. */
export interface RespondentMaterial {
  readonly state: CaseState;
  readonly task: OpenTask;
  readonly agency: Agency;
  /** The rules as the agency has chosen them. */
  readonly rules: RuleBook;
  readonly respondent: Staff;
  /** Who the newest summons calls to. */
  readonly examiner: Staff | undefined;
  readonly ownTexts: ReadonlyMap<Sha256, OwnText>;
  /** The newest filed record of an examination. */
  readonly record: RecordText | undefined;
  readonly timeLeft: TimeLeft;
  /** What lies open against the decision that was delivered. */
  readonly remedy: Remedy | undefined;
  readonly now: Instant;
}
