/** Joins or varies the sign before it and has no shape of its own. */
const SHAPELESS = /^(?:\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier})$/u;

const named = (sign: string): string => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * Makes text printable in fonts that do not know every sign: what they lack, e.g. an emoji in a quotation, is printed by its Unicode
 * number. A missing sign would print as an empty box, which PDF/A forbids.
 */
export const printableIn = (
  fonts: readonly { readonly characterSet: readonly number[] }[],
): ((text: string) => string) => {
  const [first, ...others] = fonts.map(({ characterSet }) => new Set(characterSet));
  const known = new Set([...(first ?? [])].filter((code) => others.every((set) => set.has(code))));
  const print = (sign: string): string => {
    if (known.has(sign.codePointAt(0) ?? 0)) return sign;
    return SHAPELESS.test(sign) ? '' : named(sign);
  };
  return (text) => Array.from(text.normalize('NFC'), print).join('');
};
