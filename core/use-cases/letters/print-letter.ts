import type { Artifact } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema } from '../../ids.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import type { LetterDataOf } from '../../letters/letter-data.ts';
import type { LetterForm } from '../../letters/letter-forms.ts';
import { letterHtml } from '../../letters/letter-html.ts';
import { templateFor } from '../../letters/template-for.ts';
import { localDateSchema } from '../../time.ts';
import type { LetterPorts } from './letter-facts.ts';

/** A letter that is to be printed, under the id that its artefacts carry. */
export interface LetterDraft<F extends LetterForm = LetterForm> {
  readonly form: F;
  readonly letterId: string;
  readonly data: LetterDataOf<F>;
  /** In whose name it is sealed. */
  readonly signedBy: string;
}

const HTML = 'text/html; charset=utf-8';
const PDF = 'application/pdf';

/** Prints a letter as signed PDF and as HTML and files both. The same letter always gives the same bytes. */
export const printLetter = async <F extends LetterForm>(
  ports: LetterPorts,
  state: CaseState,
  { form, letterId, data, signedBy }: LetterDraft<F>,
): Promise<Artifact[]> => {
  const template = templateFor(ports.letters, form, localDateSchema.parse(data.letter.date));
  const letter = composeLetter(template, data);
  const { at } = data.letter;
  const unsigned = await ports.letterPrinter.pdf(letter);
  const pdf = await ports.documentSigner.sign(unsigned, { at, reason: letter.title, name: signedBy });
  const html = new TextEncoder().encode(letterHtml(letter));
  const file = async (bytes: Uint8Array, mediaType: string, ending: string): Promise<Artifact> => ({
    artifactId: artifactIdSchema.parse(`${letterId}-${ending}`),
    kind: 'LETTER',
    ...(await ports.evidence.put({ bytes, mediaType, heldFor: state.caseId })),
    mediaType,
    method: 'GENERATED',
    capturedAt: at,
    round: state.round,
  });
  return [await file(pdf, PDF, 'pdf'), await file(html, HTML, 'html')];
};
