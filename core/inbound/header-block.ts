/** A header field: its name in lower case, its value unfolded. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** As much of a message as its header may take; what is longer is cut. */
const MAX_HEADER_BYTES = 256 * 1024;
const FIELD = /^([!-9;-~]{1,120})[ \t]*:(.*)$/s;

const headerText = (raw: Uint8Array): string => {
  const text = new TextDecoder('utf-8').decode(raw.subarray(0, MAX_HEADER_BYTES)).replaceAll('\r\n', '\n');
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  return end < 0 ? text : text.slice(0, end);
};

/**
 * The header of a message (RFC 5322, section 2.2), read without a parser of whole messages, so that what a mail says of itself is known
 * even where the rest cannot be read. Lines that are no field are passed over.
 */
export const headerBlock = (raw: Uint8Array): readonly HeaderLine[] => {
  const unfolded = headerText(raw).replace(/\n[ \t]+/g, ' ');
  return unfolded.split(/[\n\r]/).flatMap((line) => {
    const [, name, value] = FIELD.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value: value.trim() }];
  });
};

/** Every value of a field, top to bottom. */
export const fieldsOf = (headers: readonly HeaderLine[], name: string): readonly string[] =>
  headers.filter((line) => line.name === name).map(({ value }) => value);

/** The first value of a field, or an empty text. */
export const fieldOf = (headers: readonly HeaderLine[], name: string): string => fieldsOf(headers, name)[0] ?? '';

/** Message ids in a field: `<left@right>`, without the brackets. */
export const messageIdsIn = (value: string): readonly string[] =>
  [...value.matchAll(/<([^<>\s]{1,300})>/g)].map(([, id = '']) => id);
