import { dayTerm } from '../calendar/format-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Agency } from '../directory/staff.ts';
import { processWarning } from '../rules/process-texts.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { LocalDate } from '../time.ts';
import { countedFrom, officeCalendar } from './office-calendar.ts';

interface Interval {
  readonly agency: Agency;
  readonly unit: string;
  readonly issuedOn: LocalDate;
  readonly on: LocalDate;
}

/**
 * The interval between letter and examination (PP 94/2021 Art 26(2)), which the texts read both as the most and as the least: exactly the
 * named number of working days is safe, anything else is warned of.
 */
export const summonsInterval = (
  rules: RuleBook,
  { agency, unit, issuedOn, on }: Interval,
): { readonly workingDays: number; readonly warning?: Bilingual } => {
  const safe = countedFrom(rules, { agency, unit, name: 'summons', from: issuedOn });
  const workingDays = workingDaysBetween(issuedOn, on, officeCalendar(rules, agency, unit));
  if (workingDays === safe.days) return { workingDays };
  const code = workingDays < safe.days ? 'SUMMONS_TOO_SOON' : 'SUMMONS_TOO_LATE';
  const terms = { date: dayTerm(safe.date), safe: String(safe.days), days: String(workingDays) };
  const { id, en } = processWarning(rules, code, terms);
  return { workingDays, warning: { id, en } };
};

/** A second summons that comes later after the missed examination than Art 26(3) has it. */
export const secondSummonsWarning = (
  rules: RuleBook,
  {
    agency,
    unit,
    missedOn,
    issuedOn,
  }: Pick<Interval, 'agency' | 'unit' | 'issuedOn'> & { readonly missedOn: LocalDate },
): Bilingual | undefined => {
  const last = countedFrom(rules, { agency, unit, name: 'secondSummons', from: missedOn });
  if (issuedOn <= last.date) return undefined;
  const { id, en } = processWarning(rules, 'SECOND_SUMMONS_LATE', { date: dayTerm(last.date) });
  return { id, en };
};
