import { type AgencyKind, agencyKindSchema, type PositionClass, positionClassSchema } from './codes.ts';
import type { RuleBook } from './rule-book.ts';
import { latestRule } from './rule-book.ts';
import type { AuthorityRules } from './sanction-rules.ts';

/** A problem between two rule files: the kind of file that is wrong, and what to mend in it. */
export interface RuleBookProblem {
  readonly rule: keyof RuleBook;
  readonly message: string;
}

/** What is wrong between the newest rule files, which each schema alone cannot see. Empty for a sound book. */
export const ruleBookProblems = (book: RuleBook): readonly RuleBookProblem[] => [
  ...referenceProblems(book),
  ...coverageProblems(book),
  ...duplicateProblems(book),
  ...authorityRowProblems(latestRule(book.authority)),
];

const referenceProblems = (book: RuleBook): RuleBookProblem[] => {
  const known = new Set(latestRule(book.provisions).provisions.map(({ code }) => code));
  const unknown = (rule: keyof RuleBook, codes: readonly (typeof known extends Set<infer C> ? C : never)[]) =>
    codes
      .filter((code) => !known.has(code))
      .map((code) => ({ rule, message: `provision ${code} is not in the provision file` }));
  const charged = latestRule(book.chargeMaps).charges.flatMap((charge) => [
    ...charge.primary,
    ...charge.secondary,
    ...charge.conditional.map(({ provision }) => provision),
  ]);
  const levelled = latestRule(book.impactLevels).levels.map(({ provision }) => provision);
  return [...unknown('chargeMaps', charged), ...unknown('impactLevels', levelled)];
};

const coverageProblems = (book: RuleBook): RuleBookProblem[] => {
  const levelled = new Set(latestRule(book.impactLevels).levels.map(({ provision }) => provision));
  const mapped = new Set(latestRule(book.chargeMaps).charges.map(({ principle }) => principle));
  return [
    ...latestRule(book.provisions)
      .provisions.filter(({ code }) => !levelled.has(code))
      .map(({ code }) => ({ rule: 'impactLevels' as const, message: `provision ${code} has no level rule` })),
    ...latestRule(book.principles)
      .principles.filter(({ code }) => !mapped.has(code))
      .map(({ code }) => ({ rule: 'chargeMaps' as const, message: `principle ${code} has no charges` })),
  ];
};

const repeated = (codes: readonly string[]): string[] => codes.filter((code, index) => codes.indexOf(code) < index);

const duplicateProblems = (book: RuleBook): RuleBookProblem[] => {
  const lists: [keyof RuleBook, string[]][] = [
    ['principles', latestRule(book.principles).principles.map(({ code }) => code)],
    ['provisions', latestRule(book.provisions).provisions.map(({ code }) => code)],
    ['chargeMaps', latestRule(book.chargeMaps).charges.map(({ principle }) => principle)],
    ['sanctions', latestRule(book.sanctions).sanctions.map(({ code }) => code)],
    ['impactLevels', latestRule(book.impactLevels).levels.map(({ provision }) => provision)],
    ['holidays', book.holidays.map(({ year }) => String(year))],
  ];
  return lists.flatMap(([rule, codes]) => repeated(codes).map((code) => ({ rule, message: `${code} stands twice` })));
};

const authorityRowProblems = (rules: AuthorityRules): RuleBookProblem[] =>
  positionClassSchema.options.flatMap((positionClass) =>
    agencyKindSchema.options.flatMap((agencyKind) =>
      [true, false]
        .filter((isPpk) => matchingRows(rules, { positionClass, agencyKind, isPpk }).length > 1)
        .map(() => ({ rule: 'authority' as const, message: `two rows for ${positionClass} in ${agencyKind}` })),
    ),
  );

interface RowKey {
  readonly positionClass: PositionClass;
  readonly agencyKind: AgencyKind;
  readonly isPpk: boolean;
}

/** The rows of the authority table that speak of this respondent; a sound table has at most one. */
export const matchingRows = (rules: AuthorityRules, key: RowKey) =>
  rules.rows.filter(
    (row) =>
      row.positionClasses.includes(key.positionClass) &&
      row.agencyKinds.includes(key.agencyKind) &&
      (row.isPpk === undefined || row.isPpk === key.isPpk),
  );
