import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../rules/codes.ts';
import { type Instant, instantOf, type LocalDate, localDateSchema } from '../time.ts';

/** Indonesia's three zones, none with daylight saving. */
const IANA: Readonly<Record<Zone, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

/** The wall clock of a zone at an instant. */
export const zonedTime = (instant: Instant, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(IANA[zone]);

/** The calendar date that an office in this zone writes at this instant. */
export const localDate = (instant: Instant, zone: Zone): LocalDate =>
  localDateSchema.parse(zonedTime(instant, zone).toPlainDate().toString());

/** @param time local wall-clock time, e.g. `HH:MM` */
export const instantAt = (date: LocalDate, time: string, zone: Zone): Instant =>
  instantOf(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: IANA[zone], plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

/** The first instant of a day. */
export const startOfDay = (date: LocalDate, zone: Zone): Instant => instantAt(date, '00:00', zone);

/** The last millisecond of a day. */
export const endOfDay = (date: LocalDate, zone: Zone): Instant => instantAt(date, '23:59:59.999', zone);
