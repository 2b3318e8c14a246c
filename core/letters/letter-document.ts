import type { Instant } from '../time.ts';

/** A numbered or lettered line of a letter; the mark may be empty. */
export interface MarkedLine {
  readonly mark: string;
  readonly text: string;
}

/** A labelled line, e.g. `NIP`. */
export interface LabelledLine {
  readonly label: string;
  readonly value: string;
}

/** Where somebody signs: the lines above the room for the signature, and those below it. */
export interface SignaturePlace {
  readonly lines: readonly string[];
  readonly signatory: readonly string[];
}

type EachKind<K extends string, B> = K extends string ? { readonly kind: K } & B : never;

/** One part of a letter, ready to print: every placeholder is filled. */
export type LetterBlock =
  | EachKind<'marking' | 'centred' | 'subheading' | 'dateline' | 'paragraph' | 'note', { readonly text: string }>
  | EachKind<'letterhead' | 'heading' | 'address', { readonly lines: readonly string[] }>
  /** Labelled lines: an identity, the particulars of a meeting, number and subject. */
  | { readonly kind: 'fields'; readonly indented: boolean; readonly lines: readonly LabelledLine[] }
  /** One identity after the other. */
  | {
      readonly kind: 'persons';
      readonly items: readonly { readonly mark: string; readonly lines: readonly LabelledLine[] }[];
    }
  | { readonly kind: 'points'; readonly items: readonly MarkedLine[] }
  | { readonly kind: 'clauses'; readonly label: string; readonly items: readonly MarkedLine[] }
  | {
      readonly kind: 'dictum';
      readonly label: string;
      readonly text: string;
      readonly identity: readonly LabelledLine[];
      readonly points: readonly MarkedLine[];
      readonly after: string | null;
    }
  /** `share`: how much of the width a column takes, in proportion to the others. */
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly label: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'questions';
      readonly labels: { readonly question: string; readonly answer: string };
      readonly items: readonly { readonly mark: string; readonly question: string; readonly answer: string }[];
    }
  | ({ readonly kind: 'signature' } & SignaturePlace)
  /** Several who sign, two beside each other. */
  | { readonly kind: 'signatures'; readonly places: readonly SignaturePlace[] }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] };

export type BlockOf<K extends LetterBlock['kind']> = Extract<LetterBlock, { kind: K }>;

/** A composed letter. What it looks like is the renderer's; what it says, and when it was made, stands here. */
export interface LetterDocument {
  readonly templateId: string;
  readonly templateVersion: number;
  readonly language: 'id';
  readonly title: string;
  /** Repeated at the foot of every page, e.g. `RAHASIA`. */
  readonly classification: string;
  /** When what the letter records happened: the only time in any rendering of it. */
  readonly issuedAt: Instant;
  readonly blocks: readonly LetterBlock[];
}
