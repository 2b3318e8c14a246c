import { type SanctionCode, type SanctionLevel, sanctionCodeSchema, sanctionLevelSchema } from './codes.ts';
import { isMoral, type NoteDraft, nameOf, note, type Objection, type SanctionCase } from './sanction-case.ts';
import type { EarlierSanction } from './sanction-verdict.ts';

const weight = (code: SanctionCode): number => sanctionCodeSchema.options.indexOf(code);

/** What the last sanction of the same nature calls for now: something heavier, or the heaviest again where nothing is. */
export interface Recidivism {
  readonly last: EarlierSanction;
  readonly lowest: SanctionCode;
  readonly lowestLevel: SanctionLevel;
  /** The last sanction was the heaviest of the catalogue already. */
  readonly isExhausted: boolean;
}

/** Two sanctions for one violation are none: an earlier one for this very act stands in the way (PP 94/2021 Art 35(3)). */
export const objectToSecondSanction = ({ question }: SanctionCase): Objection | undefined => {
  const same = question.earlier?.find(({ sameAct, annulled }) => sameAct && !annulled);
  return same && { code: 'NE_BIS_IN_IDEM', terms: { case: same.caseNumber, last: same.sanctionCode } };
};

/**
 * The last earlier sanction of the same nature, if any: one that shares a provision (for a moral sanction also a principle) and is of
 * the same kind, moral or disciplinary. Counted absence is left out: there the count itself decides (PerBKN 6/2022 Art 46(7)).
 */
export const recidivismOf = (item: SanctionCase): Recidivism | undefined => {
  const { question, rules } = item;
  const last = question.earlier?.findLast(
    (one) =>
      !one.annulled &&
      !one.sameAct &&
      isMoral(one.sanctionCode) === isMoral(question.sanctionCode) &&
      isSameNature(item, one),
  );
  if (last === undefined) return undefined;
  const { sanctions } = rules.catalogue;
  const open = sanctions
    .filter(({ employment }) => employment.includes(question.respondent.employment))
    .toSorted((a, b) => weight(a.code) - weight(b.code));
  const heavier = open.find(({ code }) => weight(code) > weight(last.sanctionCode));
  const lowest = heavier ?? open.at(-1) ?? item.sanction;
  return { last, lowest: lowest.code, lowestLevel: lowest.level, isExhausted: heavier === undefined };
};

const isSameNature = ({ question, rules }: SanctionCase, earlier: EarlierSanction): boolean => {
  const counted = rules.impactLevels.levels
    .filter(({ kind }) => kind === 'BY_ABSENCE')
    .map(({ provision }) => provision);
  const weighed = question.provisions.filter((code) => !counted.some((one) => one === code));
  const shares = weighed.some((code) => earlier.provisions.includes(code));
  if (!isMoral(question.sanctionCode)) return shares;
  return shares || (question.principles ?? []).some((principle) => earlier.principles?.includes(principle) === true);
};

/** The same violation again calls for a heavier sanction than the last (PP 94/2021 Art 35(2)). */
export const objectToRecidivism = (item: SanctionCase, found: Recidivism | undefined): Objection | undefined => {
  if (found === undefined || weight(item.sanction.code) >= weight(found.lowest)) return undefined;
  return {
    code: 'RECIDIVISM_NOT_HEAVIER',
    terms: { sanction: nameOf(item), case: found.last.caseNumber, last: found.last.sanctionCode, lowest: found.lowest },
  };
};

/** A level of the matrix, raised where recidivism calls for more. */
export const raisedBy =
  (found: Recidivism | undefined) =>
  <T extends SanctionLevel>(level: T | null): SanctionLevel | null => {
    if (level === null || found === undefined) return level;
    const order = sanctionLevelSchema.options;
    return order.indexOf(found.lowestLevel) > order.indexOf(level) ? found.lowestLevel : level;
  };

export const recidivismNotes = (found: Recidivism | undefined): readonly NoteDraft[] => {
  if (found === undefined) return [];
  const terms = { case: found.last.caseNumber, last: found.last.sanctionCode };
  return [note(found.isExhausted ? 'RECIDIVISM_ALREADY_HEAVIEST' : 'RECIDIVISM_WEIGHED', terms)];
};
