import type { Instant } from '../time.ts';

/** A numbered or lettered line of a letter. */
export interface MarkedLine {
  readonly mark: string;
  readonly text: string;
}

/** A labelled line of an identity block, e.g. `NIP`. */
export interface LabelledLine {
  readonly label: string;
  readonly value: string;
}

/** One part of a letter, ready to print: every placeholder is filled. */
export type LetterBlock =
  | { readonly kind: 'marking'; readonly text: string }
  | { readonly kind: 'heading'; readonly lines: readonly string[] }
  | { readonly kind: 'centred'; readonly text: string }
  | { readonly kind: 'clauses'; readonly label: string; readonly items: readonly MarkedLine[] }
  | {
      readonly kind: 'dictum';
      readonly label: string;
      readonly text: string;
      readonly identity: readonly LabelledLine[];
      readonly after: string | null;
    }
  | { readonly kind: 'signature'; readonly lines: readonly string[]; readonly signatory: readonly string[] }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string };

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
