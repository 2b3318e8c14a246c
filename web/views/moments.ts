import { formatDateEn, formatDateId, formatDayEn, formatDayId } from '../../core/calendar/format-date.ts';
import { instantAt } from '../../core/calendar/zones.ts';
import type { Zone } from '../../core/rules/codes.ts';
import { type Instant, instantOf, isBefore, type LocalDate, localDateSchema } from '../../core/time.ts';
import { dayOf, type Moment, momentOf } from '../design/moment.ts';
import type { Lang } from '../text/lang.ts';

/** A due date in words, with weekday and zone: `Senin, 23 November 2026 pukul 16.00 WIB`. */
export const dueMoment = (dueAt: Instant, zone: Zone, lang: Lang): Moment => ({
  iso: dueAt,
  text: lang === 'id' ? formatDateId(dueAt, zone) : formatDateEn(dueAt, zone),
});

/** A date without an hour: `23 November 2026`. */
export const dateMoment = (date: LocalDate, lang: Lang): Moment => ({
  iso: date,
  text: lang === 'id' ? formatDayId(date) : formatDayEn(date),
});

/** A due date and whether it has passed. */
export const dueView = (dueAt: Instant, { zone, now, lang }: { zone: Zone; now: Instant; lang: Lang }) => ({
  at: dueMoment(dueAt, zone, lang),
  overdue: !isBefore(now, dueAt),
});

/** When it happened, as the report says it: a date, or an RFC 3339 time; `null` for anything else. */
export const incidentMoment = (occurredAt: string, zone: Zone, lang: Lang): Moment | null => {
  const date = localDateSchema.safeParse(occurredAt);
  if (date.success) return { ...dayOf(instantAt(date.data, '12:00', zone), zone, lang), iso: date.data };
  const epoch = Date.parse(occurredAt);
  return Number.isNaN(epoch) ? null : momentOf(instantOf(epoch), zone, lang);
};
