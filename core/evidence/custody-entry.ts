import * as z from 'zod';
import { actorSchema } from '../case/actor.ts';
import { artifact, pageChangeSchema } from '../case/event-parts.ts';
import { artifactIdSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { scanSchema } from './scan.ts';

/**
 * What can happen to a piece of evidence. `HELD` and `RELEASED` are of this case: another may hold the same bytes on. `ASKED`: the page
 * that asks for a reason was opened. `VIEWED`: seen within a page. `OPENED`: the working copy or the file was given. `DOWNLOADED`: with a
 * reason.
 */
export const custodyActSchema = z.enum([
  'RECEIVED',
  'CAPTURED',
  'WRITTEN',
  'STORED',
  'HELD',
  'SCANNED',
  'STAMPED',
  'DISCLOSED',
  'RECAPTURED',
  'ASKED',
  'VIEWED',
  'OPENED',
  'DOWNLOADED',
  'RELEASED',
]);
export type CustodyAct = z.infer<typeof custodyActSchema>;

export const custodyEntrySchema = z.strictObject({
  at: instantSchema,
  act: custodyActSchema,
  actor: z.union([actorSchema, z.strictObject({ kind: z.literal('robot') })]),
  /** The event of the trail that says so. Absent for looks, which stand in the access log. */
  seq: z.int().min(1).optional(),
  method: artifact.shape.method.optional(),
  scan: scanSchema.optional(),
  /** Who stamped it, and the time that the stamp bears: authorities often count in whole seconds. */
  authority: z.string().optional(),
  genTime: instantSchema.optional(),
  /** A later capture of the same page, and how it stands beside this one. */
  other: artifactIdSchema.optional(),
  change: pageChangeSchema.optional(),
  /** What it was opened for. */
  reason: z.string().optional(),
});
export type CustodyEntry = z.infer<typeof custodyEntrySchema>;
