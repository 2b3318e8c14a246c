import { composeLetter } from '../../../../core/letters/compose-letter.ts';
import type { LetterDataOf } from '../../../../core/letters/letter-data.ts';
import type { BlockOf, LetterBlock, LetterDocument } from '../../../../core/letters/letter-document.ts';
import type { LetterForm } from '../../../../core/letters/letter-forms.ts';
import { templateFor } from '../../../../core/letters/template-for.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { letterTemplates } from '../../../../rules/letters/index.ts';

/** The letter of a form, by the template in force on its date. */
export const compose = <F extends LetterForm>(form: F, data: LetterDataOf<F>): LetterDocument =>
  composeLetter(templateFor(letterTemplates, form, localDateSchema.parse(data.letter.date)), data);

export const ofKind = <K extends LetterBlock['kind']>(letter: LetterDocument, kind: K): BlockOf<K>[] =>
  letter.blocks.filter((block): block is BlockOf<K> => block.kind === kind);

export const clausesOf = (letter: LetterDocument, label: string) =>
  ofKind(letter, 'clauses').find((block) => block.label === label)?.items ?? [];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Every text of a letter, in order. */
export const textsOf = (value: unknown): string[] => {
  if (isText(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
};

export const wordsOf = (letter: LetterDocument): string => textsOf(letter.blocks).join('\n');

type Container = Readonly<Record<string, unknown>>;
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The same data with another value at a path; `undefined` takes it away. A list is changed in each item. */
export const changed = (data: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item) => changed(item, path, value));
  return isContainer(data) ? { ...data, [key]: changed(data[key], rest, value) } : data;
};
