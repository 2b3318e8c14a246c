import { findAuthority } from '../../../../core/rules/authority.ts';
import type { AgencyKind, PositionClass } from '../../../../core/rules/codes.ts';
import { latestRule } from '../../../../core/rules/rule-book.ts';
import { authorityColumnSchema } from '../../../../core/rules/sanction-rules.ts';
import { ruleBook } from '../../../../rules/index.ts';

const rules = { authority: latestRule(ruleBook.authority), configuration: ruleBook.configuration };
const PPK_OFFICIAL = { positionClass: 'JPT_UTAMA', isPpk: true } as const;

/** Who is named for light, moderate, B1/B2 and B3; `?` marks what is disputed. */
const named = (positionClass: PositionClass, agencyKind: AgencyKind, isPpk = false): string =>
  authorityColumnSchema.options
    .map((column) => {
      const found = findAuthority(rules, {
        post: { positionClass, agencyKind, isPpk },
        column,
        official: PPK_OFFICIAL,
      });
      if (found.kind === 'NOT_DEFINED') return 'none';
      return found.named.join('/') + (found.citation.certainty === 'DISPUTED' ? '?' : '');
    })
    .join(' ');

const PRESIDENT = 'PRESIDENT PRESIDENT PRESIDENT PRESIDENT';
const UNIT_HEADS = 'JPT_PRATAMA/ADMINISTRATOR JPT_PRATAMA/ADMINISTRATOR PPK PPK';

describe('who may sanction, for light, moderate, B1/B2 and B3', () => {
  it.each<[PositionClass, AgencyKind, string]>([
    ['JPT_UTAMA', 'CENTRAL', PRESIDENT],
    ['JPT_MADYA', 'CENTRAL', 'PPK PPK PPK PRESIDENT'],
    ['JPT_MADYA', 'PROVINCE', 'PPK PPK PPK PRESIDENT'],
    ['JPT_MADYA', 'REGENCY', 'none none none none'],
    ['JF_AHLI_UTAMA', 'CENTRAL', 'PPK PPK PPK PRESIDENT'],
    ['JF_AHLI_UTAMA', 'REGENCY', 'PPK PPK PPK PRESIDENT'],
    ['JPT_PRATAMA', 'CENTRAL', 'JPT_MADYA PPK PPK PPK'],
    ['JPT_PRATAMA', 'PROVINCE', 'JPT_MADYA PPK PPK PPK'],
    ['JPT_PRATAMA', 'REGENCY', 'PPK PPK PPK PPK'],
    ['ADMINISTRATOR', 'CENTRAL', 'JPT_PRATAMA JPT_MADYA PPK PPK'],
    ['ADMINISTRATOR', 'REGENCY', 'JPT_PRATAMA PPK PPK PPK'],
    ['PENGAWAS', 'PROVINCE', 'ADMINISTRATOR JPT_PRATAMA PPK PPK'],
    ['PENGAWAS', 'REGENCY', 'ADMINISTRATOR PPK/JPT_PRATAMA? PPK PPK'],
    ['PELAKSANA', 'CENTRAL', 'PENGAWAS ADMINISTRATOR PPK PPK'],
    ['PELAKSANA', 'REGENCY', 'PENGAWAS PPK/ADMINISTRATOR? PPK PPK'],
    ['JF_AHLI_MADYA', 'CENTRAL', UNIT_HEADS],
    ['JF_AHLI_MUDA', 'PROVINCE', UNIT_HEADS],
    ['JF_AHLI_PERTAMA', 'REGENCY', UNIT_HEADS],
  ])('%s in %s: %s', (positionClass, agencyKind, expected) => {
    expect(named(positionClass, agencyKind)).toBe(expected);
  });

  it('leaves a middle high-leadership official who is a PPK to the President', () => {
    expect(named('JPT_MADYA', 'CENTRAL', true)).toBe(PRESIDENT);
  });
});

describe('an official', () => {
  const post = { positionClass: 'PENGAWAS', agencyKind: 'CENTRAL', isPpk: false } as const;

  it.each<[PositionClass, boolean, string]>([
    ['ADMINISTRATOR', false, 'COMPETENT'],
    ['JPT_PRATAMA', false, 'HIGHER'],
    ['PELAKSANA', true, 'HIGHER'],
    ['PENGAWAS', false, 'NOT_COMPETENT'],
    ['PELAKSANA', false, 'NOT_COMPETENT'],
    ['JF_AHLI_UTAMA', false, 'NOT_COMPETENT'],
  ])('who is %s (PPK: %s) is %s for a light sanction on a supervisor', (positionClass, isPpk, kind) => {
    const official = { positionClass, isPpk };
    expect(findAuthority(rules, { post, column: 'LIGHT', official }).kind).toBe(kind);
  });
});
