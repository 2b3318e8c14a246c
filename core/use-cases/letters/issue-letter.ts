import { issueLetter as issueCommand } from '../../case/commands/process.ts';
import type { CaseState } from '../../case/state.ts';
import { artifactIdSchema } from '../../ids.ts';
import type { LetterForm } from '../../letters/letter-forms.ts';
import { canonicalJson } from '../../trail/digest.ts';
import { mayAppend, requireCase } from '../load-case.ts';
import type { LetterPorts } from './letter-facts.ts';
import { type LetterDraft, printLetter } from './print-letter.ts';

/**
 * Issues a letter once: printed, filed, signed, and its hashes recorded. A step that is repeated finds it issued.
 * @param draft makes the letter; asked for only where it is not issued yet
 */
export const issueLetter = async <F extends LetterForm>(
  ports: LetterPorts,
  state: CaseState,
  { letterId, step, draft }: { letterId: string; step: string; draft: () => Promise<LetterDraft<F>> },
): Promise<CaseState> => {
  if (state.letters.some((issued) => issued.letterId === letterId)) return state;
  const letter = await draft();
  const documents = await printLetter(ports, state, letter);
  const { number } = letter.data.letter;
  const signature = await ports.signer.sign(
    canonicalJson({ caseNumber: state.caseId, number, documents: documents.map(({ sha256 }) => sha256) }),
    'tertib-letter+jws',
  );
  await mayAppend(ports, {
    caseId: state.caseId,
    commandId: `letter:${letterId}`,
    step,
    command: issueCommand({
      letterId: artifactIdSchema.parse(letterId),
      form: letter.form,
      number,
      documents,
      signature,
    }),
  });
  return requireCase(ports, state.caseId);
};
