const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element of a letter. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);

/** Each text as an element of its own. */
export const elements = (name: 'p' | 'li' | 'td', texts: readonly string[]): string =>
  texts.map((text) => `<${name}>${escaped(text)}</${name}>`).join('');
