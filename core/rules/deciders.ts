import type { Staff } from '../directory/staff.ts';
import type { LocalDate } from '../time.ts';
import {
  type ActingOfficial,
  type AuthorityLaw,
  findAuthority,
  namedAuthority,
  type SanctionedPost,
} from './authority.ts';
import { versionToReadOn } from './catalogue.ts';
import type { AgencyKind } from './codes.ts';
import type { RuleBook } from './rule-book.ts';
import type { Bilingual, Citation } from './rule-file.ts';
import type { AuthorityHolder, SanctionColumn } from './sanction-rules.ts';

interface WhoDecides {
  readonly post: SanctionedPost;
  readonly column: SanctionColumn;
  /** The date of the act; without it the newest table. */
  readonly date?: LocalDate | undefined;
}

/** Who the table names, from the lowest to the highest; `titles` are their names for people. */
export interface CompetentHolders {
  readonly holders: readonly AuthorityHolder[];
  readonly titles: readonly Bilingual[];
  /** From the lowest to the highest authority. */
  readonly ladder: readonly AuthorityHolder[];
  readonly citation: Citation;
}

const lawOn = (book: RuleBook, date: LocalDate | undefined): AuthorityLaw | undefined => {
  const authority = versionToReadOn(date)(book.authority);
  return authority && { authority, configuration: book.configuration };
};

/** Who may impose a sanction of this column on this post; undefined where the table, or a row of it, is lacking. */
export const competentHolders = (book: RuleBook, question: WhoDecides): CompetentHolders | undefined => {
  const law = lawOn(book, question.date);
  const found = law && namedAuthority(law, question);
  if (law === undefined || found === undefined) return undefined;
  const { ladder, titles } = law.authority;
  const holders = found.cell.anyOf;
  return { holders, titles: holders.map((holder) => titles[holder]), ladder, citation: found.citation };
};

/** Whether an official may act: as named, or from above where a higher one may act or nobody named is there (`isVacant`). */
export const isCompetent = (
  book: RuleBook,
  question: WhoDecides & { readonly official: ActingOfficial; readonly isVacant?: boolean | undefined },
): boolean => {
  const law = lawOn(book, question.date);
  const kind = law && findAuthority(law, question).kind;
  if (kind === 'COMPETENT') return true;
  return kind === 'HIGHER' && (question.isVacant === true || book.configuration.higherAuthorityMayAct.value);
};

/** Whose case it is and who is there. `line`: every superior, nearest first, the inactive ones too, so that levels count. */
export interface DeciderQuestion {
  readonly respondent: Pick<Staff, 'nip' | 'positionClass' | 'roles'>;
  readonly agencyKind: AgencyKind;
  readonly column: SanctionColumn;
  readonly line: readonly Staff[];
  readonly ppks: readonly Staff[];
  readonly date?: LocalDate | undefined;
  /** Who may not decide here: accused, examiners where the law keeps them apart, an earlier decider. */
  readonly barred?: readonly string[] | undefined;
  /** Functional officials whom the PPK designated. */
  readonly designated?: readonly string[] | undefined;
  readonly isPresidential?: boolean | undefined;
}

export interface Decider {
  readonly staff: Staff;
  /** Named by the table, or higher than who is named. */
  readonly reason: 'NAMED' | 'HIGHER';
  readonly lineStep: number | null;
}

/**
 * Who decides, best first. PRESIDENT: nobody in the agency, it is proposed. NOBODY: the table names somebody, but neither they nor
 * anybody higher is there. NOT_DEFINED: the table does not speak of the post. `isVacant`: no named official is there, so the authority
 * passed to the next higher one.
 */
export type DeciderRanking =
  | { readonly kind: 'NOT_DEFINED' }
  | { readonly kind: 'PRESIDENT'; readonly proposer: Bilingual; readonly citation: Citation }
  | { readonly kind: 'NOBODY'; readonly titles: readonly Bilingual[]; readonly citation: Citation }
  | {
      readonly kind: 'OFFICIALS';
      readonly candidates: readonly Decider[];
      readonly titles: readonly Bilingual[];
      readonly isVacant: boolean;
      readonly citation: Citation;
    };

/** Orders everyone who may decide: the named, nearest first, then the higher; a disputed cell begins with whom every reading accepts. */
export const rankDeciders = (book: RuleBook, question: DeciderQuestion): DeciderRanking => {
  const post = postOf(question);
  const law = lawOn(book, question.date);
  const found = law && namedAuthority(law, { post, column: question.column });
  if (law === undefined || found === undefined) return { kind: 'NOT_DEFINED' };
  const { cell, citation } = found;
  if (cell.anyOf.includes('PRESIDENT')) return { kind: 'PRESIDENT', proposer: proposerOf(law, post), citation };
  const titles = cell.anyOf.map((holder) => law.authority.titles[holder]);
  const able = officialsOf(question).flatMap((official): Decider[] => {
    const { kind } = findAuthority(law, { post, column: question.column, official: actingAs(question, official) });
    if (kind !== 'COMPETENT' && kind !== 'HIGHER') return [];
    return [{ ...official, reason: kind === 'COMPETENT' ? 'NAMED' : 'HIGHER' }];
  });
  const named = able.filter(({ reason }) => reason === 'NAMED');
  const higher = able.filter(({ reason }) => reason === 'HIGHER');
  const isVacant = named.length === 0;
  const isSafest = ({ staff }: Decider) => holderOf(staff) === cell.safest;
  const first = [...named.filter(isSafest), ...named.filter((one) => !isSafest(one))];
  const candidates = isVacant || book.configuration.higherAuthorityMayAct.value ? [...first, ...higher] : first;
  return candidates.length === 0
    ? { kind: 'NOBODY', titles, citation }
    : { kind: 'OFFICIALS', candidates, titles, isVacant, citation };
};

const postOf = ({ respondent, agencyKind, isPresidential }: DeciderQuestion): SanctionedPost => ({
  positionClass: respondent.positionClass,
  agencyKind,
  isPpk: respondent.roles.includes('ppk'),
  isPresidential,
});

const holderOf = ({ roles, positionClass }: Staff): AuthorityHolder => (roles.includes('ppk') ? 'PPK' : positionClass);

type Official = Pick<Decider, 'staff' | 'lineStep'>;

/** The line, then the PPKs who are not in it; who is away, accused or barred is left out after the levels were counted. */
const officialsOf = ({ respondent, line, ppks, barred = [] }: DeciderQuestion): readonly Official[] => {
  const inLine = line.map((staff, index) => ({ staff, lineStep: index + 1 }));
  const beside = ppks
    .filter(({ nip }) => !line.some((superior) => superior.nip === nip))
    .map((staff) => ({ staff, lineStep: null }));
  return [...inLine, ...beside].filter(
    ({ staff }) => staff.active && staff.nip !== respondent.nip && !barred.includes(staff.nip),
  );
};

const actingAs = ({ designated = [] }: DeciderQuestion, { staff, lineStep }: Official): ActingOfficial => ({
  positionClass: staff.positionClass,
  isPpk: staff.roles.includes('ppk'),
  lineStep,
  isDesignated: designated.includes(staff.nip),
});

const proposerOf = ({ authority }: AuthorityLaw, { positionClass }: SanctionedPost): Bilingual => {
  const special = authority.proposers.find(({ positionClasses }) => positionClasses.includes(positionClass));
  const general = authority.proposers.find(({ positionClasses }) => positionClasses.length === 0);
  return (special ?? general)?.title ?? authority.titles.PPK;
};
