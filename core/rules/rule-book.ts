import { TertibError } from '../errors.ts';
import type { LocalDate } from '../time.ts';
import type { Deadline, DeadlineName, DeadlineRules, HolidayYear, WorkingWeek } from './calendar-rules.ts';
import type { ChargeMap, PrincipleRules, ProvisionRules } from './charge-rules.ts';
import { configured, type RuleChoices, type RuleConfiguration } from './configuration.ts';
import type { PppkSanctionRules } from './pppk-rules.ts';
import type { ProcessTexts } from './process-texts.ts';
import type { RemedyRules } from './remedy-rules.ts';
import type { RuleHeader } from './rule-file.ts';
import type { AuthorityRules, ImpactLevelRules, MoralSanctionRules, SanctionRules } from './sanction-rules.ts';
import type { SanctionTexts } from './sanction-texts.ts';
import type { TeamRules } from './team-rules.ts';

/** Every version of every rule that is loaded. A case is judged by the version in force when the act happened. */
export interface RuleBook {
  readonly principles: readonly PrincipleRules[];
  readonly provisions: readonly ProvisionRules[];
  readonly chargeMaps: readonly ChargeMap[];
  readonly sanctions: readonly SanctionRules[];
  readonly moralSanctions: readonly MoralSanctionRules[];
  /** The agency's own PPPK rule: empty until `agencyRules` fills it, since every agency has another. */
  readonly pppkSanctions: readonly PppkSanctionRules[];
  readonly impactLevels: readonly ImpactLevelRules[];
  readonly authority: readonly AuthorityRules[];
  readonly teams: readonly TeamRules[];
  readonly remedies: readonly RemedyRules[];
  readonly deadlines: readonly DeadlineRules[];
  readonly workingWeeks: readonly WorkingWeek[];
  readonly holidays: readonly HolidayYear[];
  readonly configuration: RuleConfiguration;
  readonly sanctionTexts: SanctionTexts;
  readonly processTexts: ProcessTexts;
}

/** No loaded version of a rule covers the date asked for. */
export class RuleNotInForce extends TertibError {
  override readonly name = 'RuleNotInForce';
}

const covers = (version: RuleHeader, date: LocalDate): boolean =>
  version.effectiveFrom <= date && (version.effectiveTo === null || date <= version.effectiveTo);

/** The version in force on a date, or undefined where none is loaded; where two overlap, the one that began later. */
export const findRuleInForce = <T extends RuleHeader>(versions: readonly T[], date: LocalDate): T | undefined =>
  versions.filter((version) => covers(version, date)).reduce<T | undefined>(later, undefined);

/**
 * The version of a rule in force on a date (for substance: the date of the act; for procedure: the date of the step).
 * @throws RuleNotInForce where no loaded version covers the date
 */
export const ruleInForce = <T extends RuleHeader>(versions: readonly T[], date: LocalDate): T => {
  const found = findRuleInForce(versions, date);
  if (found === undefined)
    throw new RuleNotInForce(`no version of ${versions[0]?.id ?? 'the rule'} is in force on ${date}`);
  return found;
};

/**
 * The version to read an act by: the one in force on its date, or the oldest where the act is older than all that are loaded. Nothing
 * may be imposed by a version that was not in force.
 * @throws RuleNotInForce where no version is loaded at all
 */
export const ruleToReadBy = <T extends RuleHeader>(versions: readonly T[], date: LocalDate): T => {
  const oldest = versions.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0];
  return findRuleInForce(versions, date) ?? oldest ?? latestRule(versions);
};

/** @throws RuleNotInForce where no version is loaded at all */
export const latestRule = <T extends RuleHeader>(versions: readonly T[]): T => {
  const found = versions.reduce<T | undefined>(later, undefined);
  if (found === undefined) throw new RuleNotInForce('no version of the rule is loaded');
  return found;
};

function later<T extends RuleHeader>(a: T | undefined, b: T): T {
  if (a === undefined || a.effectiveFrom < b.effectiveFrom) return b;
  return a.effectiveFrom === b.effectiveFrom && a.version < b.version ? b : a;
}

/** A named duration of the flow in the version in force on a date. */
export const deadlineOn = (book: RuleBook, name: DeadlineName, date: LocalDate): Deadline =>
  ruleInForce(book.deadlines, date).deadlines[name];

/** The same rules under an agency's own choices; what is not chosen keeps its default. */
export const configureRules = (book: RuleBook, choices: RuleChoices): RuleBook => ({
  ...book,
  configuration: configured(book.configuration, choices),
});
