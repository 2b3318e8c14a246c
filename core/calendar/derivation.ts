import type { Zone } from '../rules/codes.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { DeadlineCount } from './deadline-count.ts';
import { dateParts, formatDateEn, formatDateId, formatDayEn, formatDayId, monthName } from './format-date.ts';

type Language = 'id' | 'en';

const UNITS = {
  WORKING_DAYS: { id: () => 'hari kerja', en: (n: number) => (n === 1 ? 'working day' : 'working days') },
  CALENDAR_DAYS: { id: () => 'hari kalender', en: (n: number) => (n === 1 ? 'calendar day' : 'calendar days') },
  CALENDAR_MONTHS: { id: () => 'bulan', en: (n: number) => (n === 1 ? 'month' : 'months') },
} as const;
const AND = { id: 'dan', en: 'and' } as const;

interface Month {
  readonly year: number;
  readonly month: number;
  readonly days: readonly number[];
}

const byMonth = (dates: readonly LocalDate[]): Month[] => {
  const months: Month[] = [];
  for (const date of dates) {
    const { year, month, day } = dateParts(date);
    const last = months.at(-1);
    if (last?.year === year && last.month === month) months.splice(-1, 1, { ...last, days: [...last.days, day] });
    else months.push({ year, month, days: [day] });
  }
  return months;
};

/** Days in words, month by month, the year once: `18, 19, 20 Maret dan 3 April 2026`. */
export const listDays = (dates: readonly LocalDate[], language: Language): string => {
  const months = byMonth(dates).map(({ year, month, days }, at, all) => {
    const named = `${days.join(', ')} ${monthName(month, language)}`;
    return all[at + 1]?.year === year ? named : `${named} ${year}`;
  });
  const last = months.pop() ?? '';
  return months.length === 0 ? last : `${months.join(', ')} ${AND[language]} ${last}`;
};

/** How a deadline was counted, in one sentence; the days off on office days that it passed over are all named. */
export const derivationOf = (count: DeadlineCount, dueAt: Instant, zone: Zone): Bilingual => {
  const { unit, length, from, skipped } = count;
  const without = (word: string, language: Language) =>
    skipped.length === 0
      ? ''
      : `, ${word} ${listDays(
          skipped.map(({ date }) => date),
          language,
        )}`;
  const id = `${length} ${UNITS[unit].id()} sejak ${formatDayId(from)}${without('tanpa', 'id')}`;
  const en = `${length} ${UNITS[unit].en(length)} from ${formatDayEn(from)}${without('without', 'en')}`;
  return {
    id: `${id}: jatuh pada ${formatDateId(dueAt, zone)}`,
    en: `${en}: falls on ${formatDateEn(dueAt, zone)}`,
  };
};
