import { objectToRecidivism, objectToSecondSanction, recidivismNotes, recidivismOf } from './recidivism.ts';
import type { RuleBook } from './rule-book.ts';
import {
  type Deviation,
  deviationTerms,
  examinerNotes,
  objectToDeviation,
  objectToExamination,
  objectToExaminer,
} from './safeguards.ts';
import { type NoteDraft, type Objection, type SanctionCase, sanctionCase } from './sanction-case.ts';
import { generalNotes, weighAuthority, weighCharges, weighLevel } from './sanction-steps.ts';
import type {
  SanctionAccepted,
  SanctionNote,
  SanctionQuestion,
  SanctionRefusal,
  SanctionVerdict,
} from './sanction-verdict.ts';
import { citedSentence } from './texts.ts';

/**
 * Whether an official may impose a sanction: track, provisions, earlier sanctions, level, authority, examination, and reasons, in this
 * order; the first that fails refuses. With an impact, the heaviest level of all provisions under it must be the sanction's; without
 * one, at least one provision must be able to have that level under some impact, and a note says where another provision calls for
 * more. Facts that are not given are not weighed.
 */
export const checkSanction = (question: SanctionQuestion, book: RuleBook): SanctionVerdict => {
  const item = sanctionCase(question, book);
  const found = 'code' in item ? item : weigh(item, book);
  if ('code' in found) return { ok: false, refusal: refuse(book, found) };
  return { ...found, notes: found.notes.map((draft) => noteFrom(book, draft)) };
};

type Accepted = Omit<SanctionAccepted, 'notes'> & { readonly notes: readonly NoteDraft[] };

const weigh = (item: SanctionCase, book: RuleBook): Accepted | Objection => {
  const charges = weighCharges(item);
  if ('code' in charges) return charges;
  const recidivism = recidivismOf(item);
  const repeated = objectToSecondSanction(item) ?? objectToRecidivism(item, recidivism);
  if (repeated) return repeated;
  const level = weighLevel(item, { charges, recidivism });
  if ('code' in level) return level;
  const authority = weighAuthority(item);
  if ('code' in authority) return authority;
  const unfair = objectToExaminer(item) ?? objectToExamination(item, book) ?? objectToDeviation(item);
  if (unfair) return unfair;
  const { rules, sanction, form } = item;
  return {
    ok: true,
    level: sanction.level,
    form,
    charges,
    impacts: level.impacts,
    namedAuthority: authority.named,
    citations: [...rules.catalogue.citations.slice(0, 1), ...level.citations, authority.citation],
    ruleVersions: versionsOf(item),
    notes: [
      ...generalNotes(item),
      ...recidivismNotes(recidivism),
      ...level.notes,
      ...authority.notes,
      ...examinerNotes(item),
    ],
  };
};

/** Which versions judged, for the record: `sanctions@1`. */
const versionsOf = ({ rules: { catalogue, impactLevels, authority, provisions } }: SanctionCase): readonly string[] => [
  ...new Set([catalogue, impactLevels, authority, provisions].map(({ id, version }) => `${id}@${version}`)),
];

const refuse = (book: RuleBook, { code, terms }: Objection): SanctionRefusal => ({
  code,
  ...citedSentence(book.sanctionTexts.refusals[code], terms),
});

const noteFrom = (book: RuleBook, { code, terms }: NoteDraft): SanctionNote => ({
  code,
  ...citedSentence(book.sanctionTexts.notes[code], terms),
});

/** Whether an outcome departs from the report without reasons of the length the agency asks for; a dismissal is `NONE`. */
export const deviationProblem = (book: RuleBook, deviation: Deviation): SanctionRefusal | undefined => {
  const terms = deviationTerms(deviation, book.configuration.deviationReasonLength.value);
  return terms && refuse(book, { code: 'DEVIATION_NEEDS_REASON', terms });
};
