import * as z from 'zod';

/** A point in time: RFC 3339, UTC, milliseconds, e.g. `2026-11-23T02:15:00.000Z`. */
export const instantSchema = z.iso
  .datetime({ precision: 3, message: 'harus RFC 3339 UTC dengan milidetik / must be RFC 3339 UTC with milliseconds' })
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar date `YYYY-MM-DD` without a zone. */
export const localDateSchema = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDateSchema>;

/** @param epochMs milliseconds since 1970-01-01T00:00:00Z */
export const instantOf = (epochMs: number): Instant => instantSchema.parse(new Date(epochMs).toISOString());

export const epochOf = (instant: Instant): number => Date.parse(instant);

/** The instant `ms` milliseconds after `instant`. */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(epochOf(instant) + ms);

export const isBefore = (a: Instant, b: Instant): boolean => epochOf(a) < epochOf(b);

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
