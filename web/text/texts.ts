import { en } from './en.ts';
import { id } from './id.ts';
import type { Lang } from './lang.ts';

/** Every text of the pages; the Indonesian object sets the shape that each language must fill. */
export type Texts = typeof id;

const byLang: Readonly<Record<Lang, Texts>> = { id, en };

export const textsFor = (lang: Lang): Texts => byLang[lang];
