import * as z from 'zod';

/** Whatever a form sent; what it means is for the step to say. */
export const formFields = z.record(z.string(), z.unknown());
export type FormFields = z.infer<typeof formFields>;

/** The text of an input that must come once; empty for anything else. */
export const textOf = (fields: FormFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** What ties a form to its page, and the outcome, which is chosen anew each time. */
const neverBack: readonly string[] = ['step', 'csrf', 'contentHash', 'disclosureHash', 'outcome'];

const isText = (value: unknown): value is string => typeof value === 'string';

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter(isText);

/** Everything that was filled in, to be given back: single inputs by name, and all of them as lists. */
export const filledIn = (
  fields: FormFields,
): { readonly typed: Record<string, string>; readonly lists: Record<string, readonly string[]> } => {
  const given = Object.entries(fields).filter(([name]) => !neverBack.includes(name));
  return {
    typed: Object.fromEntries(given.flatMap(([name, value]) => (isText(value) ? [[name, value]] : []))),
    lists: Object.fromEntries(given.map(([name, value]) => [name, textsIn(value)])),
  };
};
