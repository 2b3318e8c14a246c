import type { Lang } from '../../../../web/text/lang.ts';
import type { Sample, Say } from './sample.ts';

const plain = (text: string): string => text;

/** A sample as the page that it is. */
export const page = (sample: Sample, lang: Lang = 'id', say: Say = plain): string =>
  sample.render(lang, say).toString();

/** Samples as the rows of a table. */
export const named = (list: readonly Sample[]): [string, Sample][] => list.map((sample) => [sample.name, sample]);

/** The Indonesian page of a sample by its name. */
export const pageIn =
  (list: readonly Sample[]) =>
  (name: string): string => {
    const sample = list.find((candidate) => candidate.name === name);
    if (sample === undefined) throw new Error(`no sample ${name}`);
    return page(sample);
  };

/** The value of an attribute of a tag. */
export const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];

/** The opening tags of some names, e.g. `input|select`. */
export const elements = (html: string, names: string): string[] =>
  html.match(new RegExp(`<(?:${names})\\b[^>]*>`, 'g')) ?? [];
