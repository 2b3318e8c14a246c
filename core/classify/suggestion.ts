import type * as z from 'zod';
import type { abstentionSchema, suggestionSchema } from '../case/events.ts';
import type { Sha256 } from '../ids.ts';
import type { Bilingual } from '../rules/rule-file.ts';

export type Suggestion = z.infer<typeof suggestionSchema>;
export type Abstention = z.infer<typeof abstentionSchema>;

/** Where words stand: UTF-16 offsets into the text of the artefact with that hash. The words themselves are never carried along. */
export type Span = Suggestion['span'];

/** A text and the hash of the artefact whose text it is. */
export interface ClassifiedText {
  readonly artifactSha256: Sha256;
  readonly text: string;
}

/** What goes into the trail: codes, offsets, hashes and texts of the packs; nothing anyone outside the administration wrote. */
export interface Findings {
  readonly suggestions: Suggestion[];
  readonly abstentions: Abstention[];
  /** {@link packVersion} of the packs that were used. */
  readonly packVersion: string;
}

/** What the machine proposes. `no-signal` says that no rule matched; its `notice` that this does not mean the texts are clean. */
export type PrincipleSuggestions =
  | (Findings & { readonly outcome: 'confident' | 'abstain' })
  | (Findings & { readonly outcome: 'no-signal'; readonly notice: Bilingual });

/**
 * The words a span points to, for a page to show.
 * @param text the text of the artefact that the span names
 * @throws RangeError if the span does not lie in the text, which means that it is another text
 */
export function quote(text: string, { start, end }: Span): string {
  if (start >= end || end > text.length)
    throw new RangeError(`no stretch ${start} to ${end} in a text of ${text.length}`);
  return text.slice(start, end);
}
