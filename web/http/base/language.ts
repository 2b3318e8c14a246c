import { type Lang, langs } from '../../text/lang.ts';

/** The query parameter and the cookie by which a reader of the pages chooses a language. */
export const LANGUAGE = 'lang';

const isLang = (value: string | undefined): value is Lang => langs.some((lang) => lang === value);

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

const preferenceOf = (part: string): Preference => {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1');
  return { tag: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
};

/** The language that an `Accept-Language` header (RFC 9110, section 12.5.4) likes best; Indonesian where it likes neither. */
export const acceptedLanguage = (header: string | null | undefined): Lang => {
  const liked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(preferenceOf)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => (tag === 'in' ? 'id' : tag));
  return liked.find(isLang) ?? 'id';
};

/** What was chosen on a page goes before what the browser prefers. */
export const chosenLanguage = (choices: readonly (string | undefined)[]): Lang | undefined => choices.find(isLang);
