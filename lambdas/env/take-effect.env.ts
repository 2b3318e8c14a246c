import * as z from 'zod';
import { casesTable, directoryTable, trailTable } from './fragments.ts';

/** Lets a sanction take effect. */
export const takeEffectEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...directoryTable,
});
