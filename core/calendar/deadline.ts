import type { Deadline, DeadlineName } from '../rules/calendar-rules.ts';
import type { Zone } from '../rules/codes.ts';
import { deadlineOn, type RuleBook } from '../rules/rule-book.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { Instant, LocalDate } from '../time.ts';
import { addCalendar } from './calendar-days.ts';
import { countDeadline, type DeadlineCount } from './deadline-count.ts';
import { derivationOf } from './derivation.ts';
import { type CalendarScope, calendarOf, type WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays } from './working-days.ts';
import { endOfDay, instantAt, localDate } from './zones.ts';

export interface DeadlineQuestion {
  readonly name: DeadlineName;
  /** What starts the count; its date in `zone` is day 0. `startOfDay` makes one of a date. */
  readonly from: Instant;
  /** The zone of the office that acts. */
  readonly zone: Zone;
  readonly scope: CalendarScope;
}

export interface DeadlineAnswer {
  readonly dueAt: Instant;
  /** When its holder is reminded: at the start of an office day. */
  readonly remindAt: Instant;
  /** The date that `dueAt` has in the zone. */
  readonly dueOn: LocalDate;
  /** The count in words, e.g. `14 hari kerja sejak 16 Maret 2026, tanpa 18, 19 Maret 2026: jatuh pada ...`. */
  readonly derivation: Bilingual;
  readonly count: DeadlineCount;
  /** The rule that was counted by, with its basis and citation. */
  readonly rule: Deadline;
}

/** Deadlines whose reminder counts back from where they begin, in a lead of their own: the end of a sanction is long foreseen. */
const remindedBeforeStart: Partial<Readonly<Record<DeadlineName, DeadlineName>>> = { execution: 'executionReminder' };

const daysBefore = (date: LocalDate, lead: Deadline, calendar: () => WorkingCalendar): LocalDate => {
  const { workingDays, calendarDays, calendarMonths } = lead;
  if (workingDays !== undefined) return addWorkingDays(date, -workingDays, calendar());
  return addCalendar(date, calendarDays === undefined ? { months: -(calendarMonths ?? 0) } : { days: -calendarDays });
};

/**
 * When something is due under the rules in force on the day it is counted from, and how that was counted.
 * @throws CalendarNotCovered when a count of working days leaves the years whose days off are loaded
 */
export const deadline = (book: RuleBook, { name, from, zone, scope }: DeadlineQuestion): DeadlineAnswer => {
  const start = localDate(from, zone);
  const calendar = () => calendarOf(book, scope, start);
  const { officeDay } = calendar();
  const rule = deadlineOn(book, name, start);
  const count = countDeadline(rule, start, calendar);
  const dueAt = rule.until === 'END_OF_DAY' ? endOfDay(count.to, zone) : instantAt(count.to, officeDay.endsAt, zone);
  const ahead = remindedBeforeStart[name];
  const remindOn =
    ahead === undefined
      ? daysBefore(count.to, deadlineOn(book, 'reminderLead', start), calendar)
      : daysBefore(start, deadlineOn(book, ahead, start), calendar);
  return {
    dueAt,
    remindAt: instantAt(remindOn, officeDay.startsAt, zone),
    dueOn: count.to,
    derivation: derivationOf(count, dueAt, zone),
    count,
    rule,
  };
};
