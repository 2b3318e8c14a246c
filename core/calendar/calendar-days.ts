import { Temporal } from 'temporal-polyfill';
import { type LocalDate, localDateSchema } from '../time.ts';

const toLocalDate = (day: Temporal.PlainDate): LocalDate => localDateSchema.parse(day.toString());

/**
 * The date so many days or months later (or earlier, where negative), weekends and days off counted. Months end on the day of the same
 * number, or on the last of a month that has none.
 */
export const addCalendar = (
  date: LocalDate,
  span: { readonly days: number } | { readonly months: number },
): LocalDate => toLocalDate(Temporal.PlainDate.from(date).add(span));

/**
 * The last day of a span of whole months that begins with `first`: twelve months from 4 August run to 3 August. Where the closing month
 * has no day of that number, its last day closes the span.
 */
export const lastDayOfMonths = (first: LocalDate, months: number): LocalDate => {
  const start = Temporal.PlainDate.from(first);
  const next = start.add({ months });
  return toLocalDate(next.day < start.day ? next : next.subtract({ days: 1 }));
};
