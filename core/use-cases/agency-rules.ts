import type { AgencyId } from '../ids.ts';
import type { AgencySettings, DayOff } from '../rules/agency-settings.ts';
import type { Holiday } from '../rules/calendar-rules.ts';
import { configureRules, type RuleBook } from '../rules/rule-book.ts';
import type { Ports } from './ports.ts';

const holidayOf = (agencyId: AgencyId, { date, kind, name, unit, addedOn, citation }: DayOff): Holiday => ({
  date,
  kind,
  name,
  scope: unit === undefined ? { kind: 'AGENCY', agencyId } : { kind: 'UNIT', agencyId, unit },
  addedOn,
  citation,
});

/** The rules under an agency's settings. Days off of a year that is not loaded wait until it is. */
export const rulesUnder = (book: RuleBook, settings: AgencySettings): RuleBook => {
  const {
    agencyId,
    pppkSanctions,
    sixDayUnits,
    daysOff,
    letterNumber: _letterNumber,
    stepUp: _stepUp,
    ...choices
  } = settings;
  const holidays = daysOff.map((day) => holidayOf(agencyId, day));
  return {
    ...configureRules(book, choices),
    pppkSanctions: pppkSanctions ?? book.pppkSanctions,
    workingWeeks: book.workingWeeks.map((week) => (week.units === undefined ? week : { ...week, units: sixDayUnits })),
    holidays: book.holidays.map((year) => ({
      ...year,
      holidays: [...year.holidays, ...holidays.filter(({ date }) => date.startsWith(`${year.year}-`))],
    })),
  };
};

/** The rules that judge and count for an agency: the loaded ones under its settings, or as they are where it has none. */
export const agencyRules = async (ports: Pick<Ports, 'directory' | 'rules'>, agencyId: AgencyId): Promise<RuleBook> => {
  const settings = await ports.directory.settings(agencyId);
  return settings === undefined ? ports.rules : rulesUnder(ports.rules, settings);
};
