/** Characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection), also behind blanks and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A table as RFC 4180 has it. It begins with a byte order mark: without one, spreadsheets read UTF-8 as something else. No cell is ever
 * a formula.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;

/** An employee number as it is written, in groups: without them a spreadsheet takes it for a number and rounds it. */
export const groupedNip = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
