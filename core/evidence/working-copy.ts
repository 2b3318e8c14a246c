import * as z from 'zod';
import { sha256Schema } from '../ids.ts';

/**
 * The metadata-clean copy of an uploaded picture or PDF that people work with, or why there is none: the file is of another kind, or it is
 * broken, locked, or more than one file may cost to take apart.
 */
export const workingCopySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('CLEAN'),
    sha256: sha256Schema,
    mediaType: z.string().min(3).max(120),
    size: z.int().min(0),
    /** What the copy no longer holds. */
    removed: z.array(z.string().min(1).max(40)).max(40),
  }),
  z.strictObject({ outcome: z.literal('NONE'), cause: z.enum(['OTHER_KIND', 'BROKEN']) }),
]);
export type WorkingCopy = z.infer<typeof workingCopySchema>;
