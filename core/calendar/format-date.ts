import type { Zone } from '../rules/codes.ts';
import type { Instant, LocalDate } from '../time.ts';
import { zonedTime } from './zones.ts';

type Language = 'id' | 'en';

/** Names are tables and not Intl, so that a record reads the same on every machine. Weekdays begin with Monday. */
const NAMES = {
  id: {
    days: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
    months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: 'January February March April May June July August September October November December'.split(' '),
  },
};

const parts = (instant: Instant, zone: Zone, language: Language) => {
  const time = zonedTime(instant, zone);
  const { days, months } = NAMES[language];
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${days[time.dayOfWeek - 1]}, ${time.day} ${months[time.month - 1]} ${time.year}`,
    hour: two(time.hour),
    minute: two(time.minute),
  };
};

/** As Indonesian letters write it, zone printed: `Senin, 23 November 2026 pukul 14.05 WIB`. */
export const formatDateId = (instant: Instant, zone: Zone): string => {
  const { date, hour, minute } = parts(instant, zone, 'id');
  return `${date} pukul ${hour}.${minute} ${zone}`;
};

/** `Monday, 23 November 2026 at 14:05 WIB`. */
export const formatDateEn = (instant: Instant, zone: Zone): string => {
  const { date, hour, minute } = parts(instant, zone, 'en');
  return `${date} at ${hour}:${minute} ${zone}`;
};

/** The name of a month, 1 to 12. */
export const monthName = (month: number, language: Language): string => NAMES[language].months[month - 1] ?? '';

/** Year, month and day of a date as numbers. */
export const dateParts = (date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
};

const formatDay = (date: LocalDate, language: Language): string => {
  const { year, month, day } = dateParts(date);
  return `${day} ${monthName(month, language)} ${year}`;
};

/** `16 Maret 2026`. */
export const formatDayId = (date: LocalDate): string => formatDay(date, 'id');

/** `16 March 2026`. */
export const formatDayEn = (date: LocalDate): string => formatDay(date, 'en');

/** A date as the sentences of both languages write it. */
export const dayTerm = (date: LocalDate): { readonly id: string; readonly en: string } => ({
  id: formatDayId(date),
  en: formatDayEn(date),
});
