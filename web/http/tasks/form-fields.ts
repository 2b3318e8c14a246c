import * as z from 'zod';

/** Whatever a form sent; what it means is for the step to say. */
export const formFields = z.record(z.string(), z.unknown());
export type FormFields = z.infer<typeof formFields>;

/** The text of an input that must come once; empty for anything else. */
export const textOf = (fields: FormFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
