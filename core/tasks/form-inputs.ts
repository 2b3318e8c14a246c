import * as z from 'zod';
import { nipSchema, sha256Schema } from '../ids.ts';
import { plainText } from '../plain-text.ts';
import { provisionCodeSchema } from '../rules/codes.ts';
import { localDateSchema } from '../time.ts';

const digits = (typed: unknown) => (typeof typed === 'string' ? typed.replace(/[\s.-]/g, '') : typed);
const nothing = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed);
const many = (typed: unknown) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]);

/** What every act of an official carries. */
export const signed = { reason: plainText(10, 5000), contentHash: sha256Schema };

/** An employee number as people type it, with dots or spaces. */
export const nipInput = z.preprocess(digits, nipSchema);
/** An input that may be left empty. */
export const maybe = <T extends z.ZodType>(schema: T) => z.preprocess(nothing, schema.optional());
/** A group of checkboxes, or inputs of one name: none, one or many. */
export const several = <T extends z.ZodType>(schema: T, most: number) => z.preprocess(many, z.array(schema).max(most));

export const column = plainText(1, 5000);
export const dateInput = localDateSchema;
export const timeInput = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/)
  .transform((typed) => typed.replace('.', ':').padStart(5, '0'));
export const provisionInputs = several(provisionCodeSchema, 40);
