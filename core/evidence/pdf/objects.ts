/** A reference to another object of the file. */
export interface Reference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

export interface Dictionary {
  readonly kind: 'dictionary';
  /** Keys without their slash, their `#xx` resolved, each byte one character. */
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: Dictionary;
  /** As it stands in the file, still packed. */
  readonly data: Uint8Array;
}

/** An object of a PDF (ISO 32000-1, 7.3). Numbers keep their digits, so that a copy says exactly what the file says. */
export type PdfObject =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly items: readonly PdfObject[] }
  | Dictionary
  | PdfStream
  | Reference;

export const NULL: PdfObject = { kind: 'null' };

export const nameOf = (name: string): PdfObject => ({ kind: 'name', name });
export const numberOf = (value: number): PdfObject => ({ kind: 'number', text: String(value) });
export const arrayOf = (items: readonly PdfObject[]): PdfObject => ({ kind: 'array', items });
export const dictionaryOf = (entries: Iterable<readonly [string, PdfObject]>): Dictionary => ({
  kind: 'dictionary',
  entries: new Map(entries),
});

/** A whole number, or undefined for anything else. */
export const integerIn = (object: PdfObject | undefined): number | undefined =>
  object?.kind === 'number' && /^[+-]?\d{1,15}$/.test(object.text) ? Number(object.text) : undefined;

export const nameIn = (object: PdfObject | undefined): string | undefined =>
  object?.kind === 'name' ? object.name : undefined;

/** The items of an array, or the object itself as the only one: several keys may hold either. */
export const itemsIn = (object: PdfObject | undefined): readonly PdfObject[] => {
  if (object === undefined || object.kind === 'null') return [];
  return object.kind === 'array' ? object.items : [object];
};
