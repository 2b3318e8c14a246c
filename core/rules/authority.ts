import type { AgencyKind, PositionClass } from './codes.ts';
import type { Citation } from './rule-file.ts';
import type {
  AuthorityCell,
  AuthorityColumn,
  AuthorityHolder,
  AuthorityRow,
  AuthorityRules,
} from './sanction-rules.ts';

export interface SanctionedPost {
  readonly positionClass: PositionClass;
  readonly agencyKind: AgencyKind;
  readonly isPpk: boolean;
}

export interface ActingOfficial {
  readonly positionClass: PositionClass;
  readonly isPpk: boolean;
}

/** What the authority table says of one official, one respondent and one sanction. `named` are the officials the table names. */
export type AuthorityFinding =
  | { readonly kind: 'NOT_DEFINED' }
  | {
      readonly kind: 'COMPETENT' | 'HIGHER' | 'NOT_COMPETENT' | 'PRESIDENT';
      readonly named: readonly AuthorityHolder[];
      readonly citation: Citation;
    };

/** The rows of the authority table that speak of this respondent; a sound table has at most one. */
export const matchingRows = (rules: AuthorityRules, post: SanctionedPost): readonly AuthorityRow[] =>
  rules.rows.filter(
    (row) =>
      row.positionClasses.includes(post.positionClass) &&
      row.agencyKinds.includes(post.agencyKind) &&
      (row.isPpk === undefined || row.isPpk === post.isPpk),
  );

/** Whether an official may impose a sanction of this column on this post: as named (COMPETENT), or from above (HIGHER). */
export const findAuthority = (
  rules: AuthorityRules,
  question: { readonly post: SanctionedPost; readonly column: AuthorityColumn; readonly official: ActingOfficial },
): AuthorityFinding => {
  const [row] = matchingRows(rules, question.post);
  if (row === undefined) return { kind: 'NOT_DEFINED' };
  const cell = row.cells[question.column];
  const found = { named: cell.anyOf, citation: cellCitation(row, cell) };
  if (cell.anyOf.includes('PRESIDENT')) return { kind: 'PRESIDENT', ...found };
  const holder: AuthorityHolder = question.official.isPpk ? 'PPK' : question.official.positionClass;
  if (cell.anyOf.includes(holder)) return { kind: 'COMPETENT', ...found };
  return { kind: standsAbove(rules, holder, cell.anyOf) ? 'HIGHER' : 'NOT_COMPETENT', ...found };
};

const standsAbove = ({ ladder }: AuthorityRules, holder: AuthorityHolder, named: readonly AuthorityHolder[]): boolean =>
  named.some((one) => ladder.indexOf(holder) > ladder.indexOf(one));

const cellCitation = (row: AuthorityRow, cell: AuthorityCell): Citation => ({
  ...row.citation,
  ...(cell.certainty && { certainty: cell.certainty }),
  ...(cell.note && { note: cell.note }),
});
