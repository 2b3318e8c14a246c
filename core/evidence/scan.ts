import * as z from 'zod';
import { instantSchema } from '../time.ts';

/**
 * What an engine says about a file. `PENDING`: it answers later. `NOT_SCANNED`: no engine has looked, or none could; the file is neither
 * clean nor infected, and every page that shows it says so.
 */
export const scanVerdictSchema = z.enum(['CLEAN', 'INFECTED', 'NOT_SCANNED', 'PENDING']);
export type ScanVerdict = z.infer<typeof scanVerdictSchema>;

/**
 * Why there is no verdict: no engine is configured; the file is beyond the bounds of the engine; it cannot look inside (locked, or a
 * construction that would never end); it was not let at the file; it broke; it did not answer in time; the case ended before it answered.
 */
export const scanCauseSchema = z.enum([
  'NO_ENGINE',
  'TOO_LARGE',
  'UNSUPPORTED',
  'REFUSED',
  'FAILED',
  'TIMED_OUT',
  'CASE_CLOSED',
]);
export type ScanCause = z.infer<typeof scanCauseSchema>;

export const scanSchema = z.strictObject({
  verdict: scanVerdictSchema,
  engine: z.enum(['CLAMAV', 'GUARDDUTY', 'NONE']),
  /** Program and signatures, as the engine names them. */
  engineVersion: z.string().min(1).max(200).optional(),
  /** What was found, as the engine names it. */
  signature: z.string().min(1).max(200).optional(),
  /** Only with `NOT_SCANNED`. */
  cause: scanCauseSchema.optional(),
  at: instantSchema,
});
export type Scan = z.infer<typeof scanSchema>;
