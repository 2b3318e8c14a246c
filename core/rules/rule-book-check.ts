import { matchingRows } from './authority.ts';
import {
  agencyKindSchema,
  disciplineCodeSchema,
  moralCodeSchema,
  type ProvisionCode,
  positionClassSchema,
  principleCodeSchema,
} from './codes.ts';
import { latestRule, type RuleBook } from './rule-book.ts';
import type { AuthorityRules } from './sanction-rules.ts';

/** A problem between two rule files: the kind of file that is wrong, and what to mend in it. */
export interface RuleBookProblem {
  readonly rule: keyof RuleBook;
  readonly message: string;
}

/** What is wrong between the newest rule files, which each schema alone cannot see. Empty for a sound book. */
export const ruleBookProblems = (book: RuleBook): readonly RuleBookProblem[] => [
  ...referenceProblems(book),
  ...listProblems(book),
  ...authorityProblems(latestRule(book.authority)),
];

const referenceProblems = (book: RuleBook): RuleBookProblem[] => {
  const known = new Set(latestRule(book.provisions).provisions.map(({ code }) => code));
  const unknown = (rule: keyof RuleBook, codes: readonly ProvisionCode[]) =>
    codes
      .filter((code) => !known.has(code))
      .map((code) => ({ rule, message: `provision ${code} is not in the provision file` }));
  const charged = latestRule(book.chargeMaps).charges.flatMap((charge) => [
    ...charge.primary,
    ...charge.secondary,
    ...charge.conditional.map(({ provision }) => provision),
  ]);
  return [...unknown('chargeMaps', charged), ...unknown('impactLevels', levelledProvisions(book))];
};

const levelledProvisions = (book: RuleBook): ProvisionCode[] =>
  latestRule(book.impactLevels).levels.map(({ provision }) => provision);

/** Each list holds what it must hold, once. */
const listProblems = (book: RuleBook): RuleBookProblem[] => {
  const provisions = latestRule(book.provisions).provisions.map(({ code }) => code);
  const principles = latestRule(book.principles).principles.map(({ code }) => code);
  const mapped = latestRule(book.chargeMaps).charges.map(({ principle }) => principle);
  const sanctions = latestRule(book.sanctions).sanctions.map(({ code }) => code);
  const moral = latestRule(book.moralSanctions).sanctions.map(({ code }) => code);
  const years = book.holidays.map(({ year }) => String(year));
  return [
    ...listProblem('provisions', provisions, []),
    ...listProblem('principles', principles, principleCodeSchema.options),
    ...listProblem('chargeMaps', mapped, principleCodeSchema.options),
    ...listProblem('sanctions', sanctions, disciplineCodeSchema.options),
    ...listProblem('moralSanctions', moral, moralCodeSchema.options),
    ...listProblem('impactLevels', levelledProvisions(book), provisions),
    ...listProblem('holidays', years, []),
  ];
};

const listProblem = (rule: keyof RuleBook, codes: readonly string[], wanted: readonly string[]): RuleBookProblem[] => [
  ...codes.filter((code, at) => codes.indexOf(code) < at).map((code) => ({ rule, message: `${code} stands twice` })),
  ...wanted.filter((code) => !codes.includes(code)).map((code) => ({ rule, message: `${code} is missing` })),
];

const authorityProblems = (rules: AuthorityRules): RuleBookProblem[] => {
  const named = rules.rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ anyOf }) => anyOf));
  const offLadder = named.filter((holder) => holder !== 'PRESIDENT' && !rules.ladder.includes(holder));
  const doubled = positionClassSchema.options.flatMap((positionClass) =>
    agencyKindSchema.options.filter((agencyKind) =>
      [true, false].some((isPpk) => matchingRows(rules, { positionClass, agencyKind, isPpk }).length > 1),
    ),
  );
  return [
    ...offLadder.map((holder) => ({ rule: 'authority' as const, message: `${holder} is not on the ladder` })),
    ...doubled.map((agencyKind) => ({ rule: 'authority' as const, message: `two rows for one post in ${agencyKind}` })),
  ];
};
