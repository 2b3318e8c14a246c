import type { AgencyKind, PositionClass } from './codes.ts';
import type { RuleConfiguration } from './configuration.ts';
import type { Citation } from './rule-file.ts';
import type { AuthorityCell, AuthorityHolder, AuthorityRow, AuthorityRules, SanctionColumn } from './sanction-rules.ts';

export interface SanctionedPost {
  readonly positionClass: PositionClass;
  readonly agencyKind: AgencyKind;
  readonly isPpk: boolean;
  /** A post filled by the President, whatever its class. */
  readonly isPresidential?: boolean | undefined;
}

export interface ActingOfficial {
  readonly positionClass: PositionClass;
  readonly isPpk: boolean;
  /** Levels above the respondent in the actual reporting line (1: direct superior); null: not in it; undefined: not known. */
  readonly lineStep?: number | null | undefined;
  /** Designated by the PPK to act in the place of a structural post the unit lacks. */
  readonly isDesignated?: boolean | undefined;
}

/** What the authority table says of one official, one respondent and one sanction. `named` are the officials the table names. */
export type AuthorityFinding =
  | { readonly kind: 'NOT_DEFINED' }
  | {
      readonly kind: 'COMPETENT' | 'HIGHER' | 'NOT_COMPETENT' | 'PRESIDENT';
      readonly named: readonly AuthorityHolder[];
      readonly citation: Citation;
    };

/** The table, and the choice of who may impose a moral sanction. */
export interface AuthorityLaw {
  readonly authority: AuthorityRules;
  readonly configuration: Pick<RuleConfiguration, 'moralSanctionAuthority'>;
}

/** One cell of the table, with the rule behind it. */
export interface NamedAuthority {
  readonly cell: AuthorityCell;
  readonly citation: Citation;
}

/** The rows of the authority table that speak of this respondent; a sound table has at most one. */
export const matchingRows = (rules: AuthorityRules, post: SanctionedPost): readonly AuthorityRow[] =>
  rules.rows.filter(
    (row) =>
      row.positionClasses.includes(post.positionClass) &&
      row.agencyKinds.includes(post.agencyKind) &&
      (row.isPpk === undefined || row.isPpk === post.isPpk),
  );

/** Who is named to impose a sanction of this column on this post; undefined where no row speaks of the post. */
export const namedAuthority = (
  { authority, configuration }: AuthorityLaw,
  { post, column }: { readonly post: SanctionedPost; readonly column: SanctionColumn },
): NamedAuthority | undefined => {
  if (column === 'MORAL') {
    const { value, citation } = configuration.moralSanctionAuthority;
    return { cell: { anyOf: value }, citation };
  }
  const { columns, citation } = authority.presidentialPosts;
  if (post.isPresidential === true && columns.includes(column)) return { cell: { anyOf: ['PRESIDENT'] }, citation };
  const [row] = matchingRows(authority, post);
  return row && { cell: row.cells[column], citation: cellCitation(row, row.cells[column]) };
};

/** Whether an official may impose a sanction of this column on this post: as named (COMPETENT), or from above (HIGHER). */
export const findAuthority = (
  law: AuthorityLaw,
  question: { readonly post: SanctionedPost; readonly column: SanctionColumn; readonly official: ActingOfficial },
): AuthorityFinding => {
  const found = namedAuthority(law, question);
  if (found === undefined) return { kind: 'NOT_DEFINED' };
  const { cell, citation } = found;
  const kind = cell.anyOf.includes('PRESIDENT') ? 'PRESIDENT' : standing(law.authority, cell, question);
  return { kind, named: cell.anyOf, citation };
};

const standing = (
  { ladder, designations }: AuthorityRules,
  cell: AuthorityCell,
  { official, column }: { readonly official: ActingOfficial; readonly column: SanctionColumn },
): 'COMPETENT' | 'HIGHER' | 'NOT_COMPETENT' => {
  if (official.isPpk) return cell.anyOf.includes('PPK') ? 'COMPETENT' : 'HIGHER';
  if (official.lineStep === null) return 'NOT_COMPETENT';
  const designation = designations.find((one) => one.holder === official.positionClass && one.column === column);
  const holder = official.isDesignated === true && designation ? designation.standsFor : official.positionClass;
  const rung = ladder.indexOf(holder);
  const isInPlace = official.lineStep !== undefined && official.lineStep === cell.lineStep && rung >= 0;
  if (cell.anyOf.includes(holder) || isInPlace) return 'COMPETENT';
  return cell.anyOf.some((one) => rung > ladder.indexOf(one)) ? 'HIGHER' : 'NOT_COMPETENT';
};

const cellCitation = (row: AuthorityRow, cell: AuthorityCell): Citation => ({
  ...row.citation,
  ...(cell.certainty && { certainty: cell.certainty }),
  ...(cell.note && { note: cell.note }),
});
