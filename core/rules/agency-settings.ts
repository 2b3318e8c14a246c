import * as z from 'zod';
import { agencyIdSchema } from '../ids.ts';
import { letterNumberPatternSchema } from '../letters/letter-number.ts';
import { plainLine } from '../plain-text.ts';
import { stepUpSettingsSchema } from '../step-up/settings.ts';
import { localDateSchema } from '../time.ts';
import { ruleChoicesSchema } from './configuration.ts';
import { pppkSanctionRulesSchema } from './pppk-rules.ts';
import { citationSchema } from './rule-file.ts';

const unitName = plainLine(1, 200);

/** A day off of the agency, or of one of its units; national ones stand in the rules. */
export const dayOffSchema = z.strictObject({
  date: localDateSchema,
  kind: z.enum(['N', 'CB']),
  name: plainLine(1, 200),
  /** Absent: the whole agency. */
  unit: unitName.optional(),
  /** The day on which it was announced. */
  addedOn: localDateSchema,
  citation: citationSchema,
});
export type DayOff = z.infer<typeof dayOffSchema>;

/** A stored record holds 400 KB; the settings stay well below. */
const MAX_LENGTH = 300_000;

const isSameDay = (a: DayOff, b: DayOff): boolean => a.date === b.date && a.unit === b.unit;

/**
 * What one agency decides for itself: its choices where the law leaves one open, its own PPPK rule, its days off, its units with a
 * six-day week, and how it numbers its letters. Strict: an unknown field is refused, so that no choice is silently without effect.
 */
export const agencySettingsSchema = z
  .strictObject({
    agencyId: agencyIdSchema,
    ...ruleChoicesSchema.shape,
    /** Every version of the agency's own rule on PPPK discipline (PP 49/2018 Art 52). */
    pppkSanctions: z.array(pppkSanctionRulesSchema).min(1).max(50).optional(),
    sixDayUnits: z.array(unitName).max(1000).default([]),
    daysOff: z.array(dayOffSchema).max(1000).default([]),
    /** The pattern of its letter numbers. */
    letterNumber: letterNumberPatternSchema.optional(),
    /** Where more than the mailbox is asked for; absent: nowhere. */
    stepUp: stepUpSettingsSchema.optional(),
  })
  .refine(
    (settings) => JSON.stringify(settings).length <= MAX_LENGTH,
    `seluruhnya paling banyak ${MAX_LENGTH} huruf / at most ${MAX_LENGTH} characters in all`,
  )
  .check(({ value, issues }) => {
    for (const [index, day] of value.daysOff.entries())
      if (value.daysOff.findIndex((other) => isSameDay(day, other)) < index)
        issues.push({
          code: 'custom',
          path: ['daysOff', index, 'date'],
          message: `${day.date} ada dua kali / stands twice`,
          input: day.date,
        });
  });
export type AgencySettings = z.infer<typeof agencySettingsSchema>;
