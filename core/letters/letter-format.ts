import { Temporal } from 'temporal-polyfill';

const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const units = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const above = (n: number, size: number, one: string, many: string): string =>
  `${Math.floor(n / size) === 1 ? one : `${numberInWords(Math.floor(n / size))} ${many}`} ${numberInWords(n % size)}`.trim();

/**
 * A number in Indonesian words, e.g. 2026 -> `dua ribu dua puluh enam`.
 * @param n a whole number from 1 to 9999; 0 gives the empty text
 */
export function numberInWords(n: number): string {
  if (n < 12) return units[n] ?? '';
  if (n < 20) return `${units[n - 10]} belas`;
  if (n < 100) return above(n, 10, 'sepuluh', 'puluh');
  if (n < 1000) return above(n, 100, 'seratus', 'ratus');
  return above(n, 1000, 'seribu', 'ribu');
}

const dateOf = (iso: string) => {
  const date = Temporal.PlainDate.from(iso);
  return { date, day: days[date.dayOfWeek - 1] ?? '', month: months[date.month - 1] ?? '' };
};

/** `23 November 2026`, as dates stand in Indonesian official letters. */
const longDate = (iso: string): string => {
  const { date, month } = dateOf(iso);
  return `${date.day} ${month} ${date.year}`;
};

/** `Senin, 23 November 2026` */
const dayAndDate = (iso: string): string => `${dateOf(iso).day}, ${longDate(iso)}`;

/** `Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam` */
const dateInWords = (iso: string): string => {
  const { date, day, month } = dateOf(iso);
  return `${day} tanggal ${numberInWords(date.day)} bulan ${month} tahun ${numberInWords(date.year)}`;
};

/** How a placeholder may ask for its value to be written. Dates are `YYYY-MM-DD`. */
export const letterFormats: Readonly<Record<string, (value: string) => string>> = {
  date: longDate,
  day: dayAndDate,
  words: dateInWords,
  weekday: (iso) => dateOf(iso).day,
  /** `09:00` as letters write it: `09.00` */
  time: (value) => value.replace(':', '.'),
  /** Within a sentence that goes on: without its own full stop. */
  clause: (value) => {
    const text = value.replace(/[\s.;,]+$/, '');
    return text === '' ? value : text;
  },
  /** Begins a sentence. */
  capital: (value) => value.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase('id')),
  upper: (value) => value.toLocaleUpperCase('id'),
};

/** `a`, `a dan b`, `a, b, dan c` */
export const enumeration = (items: readonly string[]): string => {
  if (items.length < 3) return items.join(' dan ');
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`;
};
