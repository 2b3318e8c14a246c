import { TertibError } from '../errors.ts';
import type { LetterData } from './letter-data.ts';
import type { LabelledLine } from './letter-document.ts';
import { enumeration, letterFormats } from './letter-format.ts';
import {
  type Condition,
  type LetterTemplate,
  placeholdersOf,
  replacePlaceholders,
  type TemplateField,
  type TemplateLine,
  type When,
  WORD_FORMAT,
} from './letter-template.ts';

/** The data has nothing for a placeholder of the letter. The message names the template and the placeholder. */
export class LetterPlaceholderMissing extends TertibError {
  override readonly name = 'LetterPlaceholderMissing';
}

/** The letter is not for cases of this track, or not for what the data says, e.g. a sanction without an examination. */
export class LetterNotApplicable extends TertibError {
  override readonly name = 'LetterNotApplicable';
}

/** A template and what it is filled with; within a repeated part, `item` is what the part stands for. */
export interface Filling {
  readonly template: LetterTemplate;
  readonly data: LetterData;
  readonly item?: unknown;
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

/** Everything that a path leads to; through a list, what each item has there. */
const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return value === undefined || value === null ? [] : [value];
  return valuesAt(member(value, key), rest);
};

/** Line ends and other control characters become spaces: a letter sets its own lines. Direction marks go. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

/** What a repeated part is repeated for. */
export const itemsAt = ({ data }: Filling, path: string): unknown[] => valuesAt(data, path.split('.'));

/** All texts that a path leads to. Blank ones do not count. */
export const textsAt = ({ data, item }: Filling, path: string): string[] => {
  const [first = '', ...rest] = path.split('.');
  const found = first === 'item' ? valuesAt(item, rest) : valuesAt(data, [first, ...rest]);
  return found
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [clean(String(value))] : []))
    .filter((text) => text !== '');
};

const missing = ({ id, version }: LetterTemplate, path: string): LetterPlaceholderMissing =>
  new LetterPlaceholderMissing(`${id} v${version}: {${path}} has no value`);

const written = ({ template }: Filling, path: string, format: string | undefined): ((text: string) => string) => {
  if (format === undefined) return (text) => text;
  if (format !== WORD_FORMAT) return letterFormats[format] ?? ((text) => text);
  return (code) => {
    const word = Object.hasOwn(template.words, code) ? template.words[code] : undefined;
    if (word === undefined) throw missing(template, `${path}:${WORD_FORMAT}`);
    return word;
  };
};

/** @throws LetterPlaceholderMissing */
export const fill = (filling: Filling, sentence: string): string =>
  replacePlaceholders(sentence, ({ path, format }) => {
    const texts = textsAt(filling, path);
    if (texts.length === 0) throw missing(filling.template, path);
    return enumeration(texts.map(written(filling, path, format)));
  });

/** Whether the data has nothing for a placeholder of the sentence. */
export const lacksData = (filling: Filling, sentence: string): boolean =>
  placeholdersOf(sentence).some(({ path }) => textsAt(filling, path).length === 0);

const holds = (filling: Filling, condition: Condition): boolean => {
  const texts = textsAt(filling, condition.path);
  return 'in' in condition ? texts.some((text) => condition.in.includes(text)) : texts.length > 0 === condition.present;
};

export const applies = (filling: Filling, when: When): boolean =>
  when === undefined || [when].flat().every((condition) => holds(filling, condition));

/**
 * Checks what the template requires of the data.
 * @throws LetterPlaceholderMissing where the data lacks it
 * @throws LetterNotApplicable where the data says something else
 */
export const requireData = (filling: Filling): void => {
  const { template } = filling;
  for (const { path, in: allowed, when } of template.requires) {
    if (!applies(filling, when)) continue;
    const texts = textsAt(filling, path);
    if (texts.length === 0) throw missing(template, path);
    const other = texts.find((text) => allowed !== undefined && !allowed.includes(text));
    if (other !== undefined)
      throw new LetterNotApplicable(`${template.id} v${template.version} is not for ${path} ${other}`);
  }
};

/** The lines that apply, those with `each` once for every item. */
export const fillLines = (filling: Filling, lines: readonly TemplateLine[]): string[] =>
  lines.flatMap(({ text, when, each }) => {
    const fillings = each === undefined ? [filling] : itemsAt(filling, each).map((item) => ({ ...filling, item }));
    return fillings.filter((one) => applies(one, when)).map((one) => fill(one, text));
  });

export const fillFields = (filling: Filling, lines: readonly TemplateField[]): LabelledLine[] =>
  lines
    .filter(({ when }) => applies(filling, when))
    .map(({ label, value }) => ({ label: fill(filling, label), value: fill(filling, value) }));
