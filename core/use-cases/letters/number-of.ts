import type { LetterForm } from '../../letters/letter-forms.ts';
import { letterNumber } from '../../letters/letter-number.ts';
import type { LocalDate } from '../../time.ts';
import type { LetterFacts, LetterPorts } from './letter-facts.ts';

/** The number of a letter by the agency's pattern, or by the common one. */
export const numberOf = async (
  ports: Pick<LetterPorts, 'directory' | 'letterNumbering'>,
  { state }: LetterFacts,
  { form, ordinal = 1, date }: { form: LetterForm; ordinal?: number; date: LocalDate },
): Promise<string> => {
  const settings = await ports.directory.settings(state.agencyId);
  const { pattern, codes } = ports.letterNumbering;
  return letterNumber(
    { pattern: settings?.letterNumber ?? pattern, codes },
    {
      form,
      caseNumber: state.caseId,
      round: state.round,
      ordinal,
      date,
    },
  );
};
