import * as z from 'zod';
import { agencyIdSchema } from '../ids.ts';
import { localDateSchema } from '../time.ts';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

/** The named durations of the flow. */
export const deadlineNameSchema = z.enum([
  'triage',
  'reporterAnswer',
  'review',
  'team',
  'summons',
  'secondSummons',
  'respondentAnswer',
  'examinationReport',
  'decision',
  'delivery',
  'dispatch',
  'effective',
  'objection',
  'appeal',
  'remedyAnswer',
  'bpasnDecision',
  'execution',
  'executionReminder',
  'reminderLead',
]);
export type DeadlineName = z.infer<typeof deadlineNameSchema>;

const length = z.int().positive().optional();

/** How long something may take: exactly one of `workingDays`, `calendarDays` and `calendarMonths`. */
const deadlineSchema = z
  .strictObject({
    workingDays: length,
    calendarDays: length,
    calendarMonths: length,
    /** OFFICE_DAY: over when the office closes on the last day. END_OF_DAY: the whole last day counts, as for a right of the respondent. */
    until: z.enum(['OFFICE_DAY', 'END_OF_DAY']).default('OFFICE_DAY'),
    /** LAW: fixed by the cited rule. SERVICE_LEVEL: a default the agency may change. */
    basis: z.enum(['LAW', 'SERVICE_LEVEL']),
    counts: bilingualSchema,
    citation: citationSchema,
  })
  .check(({ value, issues }) => {
    const { workingDays, calendarDays, calendarMonths } = value;
    const given = [workingDays, calendarDays, calendarMonths].filter((one) => one !== undefined);
    if (given.length !== 1)
      issues.push({
        code: 'custom',
        path: [],
        message: 'states exactly one of workingDays, calendarDays and calendarMonths',
        input: value,
      });
  });
export type Deadline = z.infer<typeof deadlineSchema>;

/** Durations; the day of the event is day 0. */
export const deadlineRulesSchema = z.strictObject({
  ...ruleHeader,
  deadlines: z.record(deadlineNameSchema, deadlineSchema),
});
export type DeadlineRules = z.infer<typeof deadlineRulesSchema>;

/** For whom a day off holds; a holiday without a scope is national. */
export const holidayScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('AGENCY'), agencyId: agencyIdSchema }),
  z.strictObject({ kind: z.literal('UNIT'), agencyId: agencyIdSchema, unit: z.string().min(1) }),
  z.strictObject({ kind: z.literal('REGION'), region: z.string().min(1) }),
]);

/** N: national holiday (libur nasional). CB: collective leave (cuti bersama). `addedOn`: the day a late one was announced. */
export const holidaySchema = z.strictObject({
  date: localDateSchema,
  kind: z.enum(['N', 'CB']),
  name: z.string().min(1),
  scope: holidayScopeSchema.optional(),
  addedOn: localDateSchema.optional(),
  citation: citationSchema.optional(),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** All days off of one year: a year without its file is a year nothing can be computed in. */
export const holidayYearSchema = z
  .strictObject({ ...ruleHeader, year: z.int().min(2000).max(2100), holidays: z.array(holidaySchema).min(1) })
  .check(({ value, issues }) => {
    value.holidays.forEach((holiday, index) => {
      const path = ['holidays', index, 'date'];
      if (!holiday.date.startsWith(`${value.year}-`))
        issues.push({ code: 'custom', path, message: `${holiday.date} is not in ${value.year}`, input: holiday.date });
      const same = (other: Holiday) =>
        other.date === holiday.date && JSON.stringify(other.scope) === JSON.stringify(holiday.scope);
      if (value.holidays.findIndex(same) < index)
        issues.push({ code: 'custom', path, message: `${holiday.date} stands twice`, input: holiday.date });
    });
  });
export type HolidayYear = z.infer<typeof holidayYearSchema>;

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');

/** The office week: ISO weekdays (1 = Monday) and the local hours between which an office day runs. */
export const workingWeekSchema = z.strictObject({
  ...ruleHeader,
  /** The units that keep this week instead of the general one, which has none; an agency's settings fill the list. */
  units: z.array(z.string().min(1).max(200)).optional(),
  isoWeekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  officeDay: z.strictObject({ startsAt: clockTimeSchema, endsAt: clockTimeSchema }),
});
export type WorkingWeek = z.infer<typeof workingWeekSchema>;
