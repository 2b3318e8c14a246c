import { TertibError } from '../errors.ts';
import type { LetterData } from './letter-data.ts';
import type { LetterBlock, LetterDocument, MarkedLine } from './letter-document.ts';
import { enumeration, letterFormats } from './letter-format.ts';
import {
  type ClauseMarks,
  type Condition,
  type LetterTemplate,
  replacePlaceholders,
  type TemplateBlock,
  type TemplateLine,
} from './letter-template.ts';

/** The data has nothing for a placeholder of the letter. The message names the template and the placeholder. */
export class LetterPlaceholderMissing extends TertibError {
  override readonly name = 'LetterPlaceholderMissing';
}

/** The template does not record decisions of this track. */
export class LetterNotApplicable extends TertibError {
  override readonly name = 'LetterNotApplicable';
}

/** All texts that a path leads to; through a list, those of each item. Blank ones do not count. */
const textsAt = (value: unknown, path: readonly string[]): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' && value.trim() !== '' ? [clean(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return textsAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
};

/** Line ends and other control characters become spaces: a letter sets its own lines. Direction marks go. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

interface Filling {
  readonly template: LetterTemplate;
  readonly data: LetterData;
}

const textsFor = ({ data }: Filling, path: string): string[] => textsAt(data, path.split('.'));

const fill = (filling: Filling, sentence: string): string =>
  replacePlaceholders(sentence, ({ path, format }) => {
    const texts = textsFor(filling, path);
    if (texts.length === 0) {
      throw new LetterPlaceholderMissing(`${filling.template.id} v${filling.template.version}: {${path}} has no value`);
    }
    const write = format === undefined ? undefined : letterFormats[format];
    return enumeration(write === undefined ? texts : texts.map(write));
  });

const applies = (filling: Filling, condition: Condition | undefined): boolean => {
  if (condition === undefined) return true;
  const texts = textsFor(filling, condition.path);
  return 'in' in condition ? texts.some((text) => condition.in.includes(text)) : texts.length > 0 === condition.present;
};

const lines = (filling: Filling, items: readonly TemplateLine[]): string[] =>
  items.filter(({ when }) => applies(filling, when)).map(({ text }) => fill(filling, text));

const markOf: Readonly<Record<ClauseMarks, (index: number) => string>> = {
  letters: (index) => `${String.fromCharCode(97 + index)}.`,
  numbers: (index) => `${index + 1}.`,
  none: () => '',
};

const marked = (texts: readonly string[], marks: ClauseMarks): MarkedLine[] =>
  texts.map((text, index) => ({ mark: markOf[marks](index), text }));

type DictumTemplate = Extract<TemplateBlock, { kind: 'dictum' }>;

const dictum = (filling: Filling, block: DictumTemplate, label: string): LetterBlock => {
  const after = lines(filling, block.after ?? []);
  return {
    kind: 'dictum',
    label,
    text: fill(filling, block.text),
    identity: (block.identity ?? [])
      .filter(({ when }) => applies(filling, when))
      .map((line) => ({ label: fill(filling, line.label), value: fill(filling, line.value) })),
    after: after.length === 0 ? null : after.join(' '),
  };
};

const plainBlock = (filling: Filling, block: Exclude<TemplateBlock, DictumTemplate>): LetterBlock => {
  const write = (sentence: string): string => fill(filling, sentence);
  switch (block.kind) {
    case 'marking':
    case 'centred':
    case 'note':
      return { kind: block.kind, text: write(block.text) };
    case 'heading':
      return { kind: 'heading', lines: block.lines.map(write) };
    case 'clauses':
      return { kind: 'clauses', label: write(block.label), items: marked(lines(filling, block.items), block.marks) };
    case 'signature':
      return { kind: 'signature', lines: block.lines.map(write), signatory: block.signatory.map(write) };
    case 'list':
      return { kind: 'list', label: write(block.label), items: textsFor(filling, block.path) };
    default:
      return block satisfies never;
  }
};

const blocks = (filling: Filling): LetterBlock[] => {
  const { ordinals, id } = filling.template;
  let dicta = 0;
  const made = filling.template.blocks
    .filter((block) => !('when' in block) || applies(filling, block.when))
    .map((block) => {
      if (block.kind !== 'dictum') return plainBlock(filling, block);
      const label = ordinals[dicta++];
      if (label === undefined) throw new LetterPlaceholderMissing(`${id}: no ordinal for dictum ${dicta}`);
      return dictum(filling, block, label);
    });
  return made.filter((block) => block.kind !== 'list' || block.items.length > 0);
};

/**
 * Fills a template with a decision's data. The same template and data always give the same document.
 *
 * @throws LetterPlaceholderMissing where the data has nothing for a placeholder
 * @throws LetterNotApplicable where the template is not for the case's track
 */
export const composeLetter = (template: LetterTemplate, data: LetterData): LetterDocument => {
  const { track } = data.case;
  if (!template.tracks.includes(track)) {
    throw new LetterNotApplicable(`${template.id} v${template.version} does not record decisions of track ${track}`);
  }
  const filling = { template, data };
  return {
    templateId: template.id,
    templateVersion: template.version,
    language: template.language,
    title: fill(filling, template.title),
    classification: template.classification,
    issuedAt: data.decision.at,
    blocks: blocks(filling),
  };
};
