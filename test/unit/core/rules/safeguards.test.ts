import fc from 'fast-check';
import { catalogueFor } from '../../../../core/rules/catalogue.ts';
import {
  type DisciplineCode,
  disciplineCodeSchema,
  type ImpactScope,
  type RecommendedSanction,
  type SanctionCode,
  sanctionCodeSchema,
} from '../../../../core/rules/codes.ts';
import { configureRules } from '../../../../core/rules/rule-book.ts';
import { checkSanction, deviationProblem } from '../../../../core/rules/sanction-check.ts';
import type { EarlierSanction, SanctionQuestion, SanctionVerdict } from '../../../../core/rules/sanction-verdict.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const check = (change: Partial<SanctionQuestion> = {}, book = ruleBook): SanctionVerdict =>
  checkSanction(
    {
      sanctionCode: 'R2',
      provisions: ['3f'],
      track: 'DISCIPLINE_PNS',
      actDate: localDateSchema.parse('2026-11-01'),
      respondent: { positionClass: 'PELAKSANA', employment: 'PNS', agencyKind: 'CENTRAL' },
      authority: { positionClass: 'JPT_UTAMA', isPpk: true, nip: 'PPK' },
      ...change,
    },
    book,
  );
const outcome = (verdict: SanctionVerdict): string => (verdict.ok ? verdict.level : verdict.refusal.code);
const notes = (verdict: SanctionVerdict): string[] => (verdict.ok ? verdict.notes.map(({ code }) => code) : []);
const moral = { track: 'ETHICS', sanctionCode: 'M1', provisions: [], principles: ['P2'] } as const;

describe('an examining team', () => {
  it.each<[SanctionCode, boolean | undefined, string]>([
    ['R3', false, 'LIGHT'],
    ['S3', false, 'MODERATE'],
    ['B1', false, 'TEAM_REQUIRED'],
    ['B2', false, 'TEAM_REQUIRED'],
    ['B3', false, 'TEAM_REQUIRED'],
    ['B1', true, 'HEAVY'],
    ['B1', undefined, 'HEAVY'],
  ])('for %s, team %s: %s', (sanctionCode, hasTeam, expected) => {
    expect(outcome(check({ sanctionCode, hasTeam }))).toBe(expected);
  });

  it('is a panel for ethics, unless the agency does without', () => {
    const without = configureRules(ruleBook, { ethicsPanelRequired: false });
    expect(outcome(check({ ...moral, hasTeam: false }))).toBe('PANEL_REQUIRED');
    expect(outcome(check({ ...moral, hasTeam: true }))).toBe('MORAL');
    expect(outcome(check({ ...moral, hasTeam: false }, without))).toBe('MORAL');
  });
});

describe('a moral sanction', () => {
  it('rests on principles, on provisions, or on both, and names what was breached', () => {
    expect(outcome(check(moral))).toBe('MORAL');
    expect(outcome(check({ ...moral, principles: undefined, provisions: ['3f'] }))).toBe('MORAL');
    expect(outcome(check({ ...moral, principles: [] }))).toBe('PROVISIONS_MISSING');
    expect(outcome(check({ ...moral, provisions: ['3z'] }))).toBe('PROVISION_UNKNOWN');
  });

  it('is for the PPK, or for whom the agency names', () => {
    const head = { positionClass: 'JPT_PRATAMA', isPpk: false } as const;
    const delegated = configureRules(ruleBook, { moralSanctionAuthority: ['JPT_PRATAMA'] });
    expect(outcome(check({ ...moral, authority: head }))).toBe('AUTHORITY_NOT_COMPETENT');
    expect(outcome(check({ ...moral, authority: head }, delegated))).toBe('MORAL');
    expect(check(moral)).toMatchObject({ namedAuthority: ['PPK'] });
  });

  it('can fall on PNS and PPPK alike, and cites PP 42/2004', () => {
    const respondent = { positionClass: 'PELAKSANA', employment: 'PPPK', agencyKind: 'REGENCY' } as const;
    const verdict = check({ ...moral, sanctionCode: 'M2', respondent });
    expect(verdict).toMatchObject({ ok: true, form: { months: null } });
    expect(verdict.ok && verdict.citations.map(({ text }) => text)).toEqual([
      'PP 42/2004 Pasal 15',
      'PP 42/2004 Pasal 15',
    ]);
  });
});

const past = (sanctionCode: SanctionCode, change: Partial<EarlierSanction> = {}): EarlierSanction => ({
  caseNumber: 'TRB-2025-000007',
  sanctionCode,
  provisions: ['3f'],
  sameAct: false,
  annulled: false,
  ...change,
});

describe('one act is sanctioned once', () => {
  it('whatever the second sanction would be', () => {
    for (const sanctionCode of disciplineCodeSchema.options)
      expect(outcome(check({ sanctionCode, earlier: [past('R1', { sameAct: true })] }))).toBe('NE_BIS_IN_IDEM');
  });

  it('also where the first was a moral one', () => {
    expect(outcome(check({ earlier: [past('M1', { sameAct: true, provisions: [] })] }))).toBe('NE_BIS_IN_IDEM');
  });

  it('unless the first was annulled', () => {
    expect(outcome(check({ earlier: [past('R3', { sameAct: true, annulled: true })] }))).toBe('LIGHT');
  });
});

describe('the same kind of violation again calls for a heavier sanction', () => {
  it.each<[SanctionCode, ImpactScope, SanctionCode, string]>([
    ['R1', 'UNIT', 'R1', 'RECIDIVISM_NOT_HEAVIER'],
    ['R1', 'UNIT', 'R2', 'LIGHT'],
    ['R2', 'UNIT', 'R2', 'RECIDIVISM_NOT_HEAVIER'],
    ['R2', 'UNIT', 'R3', 'LIGHT'],
    ['R2', 'UNIT', 'S1', 'LEVEL_MISMATCH'],
    ['R3', 'UNIT', 'R3', 'RECIDIVISM_NOT_HEAVIER'],
    ['R3', 'UNIT', 'S1', 'MODERATE'],
    ['R3', 'UNIT', 'B1', 'LEVEL_MISMATCH'],
    ['S1', 'UNIT', 'R3', 'RECIDIVISM_NOT_HEAVIER'],
    ['S1', 'UNIT', 'S2', 'MODERATE'],
    ['S3', 'UNIT', 'B1', 'HEAVY'],
    ['R3', 'STATE', 'B1', 'HEAVY'],
    ['B2', 'STATE', 'B1', 'RECIDIVISM_NOT_HEAVIER'],
    ['B2', 'UNIT', 'B3', 'HEAVY'],
    ['B3', 'STATE', 'B2', 'RECIDIVISM_NOT_HEAVIER'],
    ['B3', 'STATE', 'B3', 'HEAVY'],
  ])('after %s, with impact on %s, %s: %s', (last, impact, sanctionCode, expected) => {
    expect(outcome(check({ sanctionCode, impact, earlier: [past(last)] }))).toBe(expected);
  });

  it('counts the last sanction of the same nature', () => {
    expect(outcome(check({ earlier: [past('S1'), past('R1')] }))).toBe('LIGHT');
    expect(outcome(check({ earlier: [past('R1'), past('S1')] }))).toBe('RECIDIVISM_NOT_HEAVIER');
  });

  it.each<[string, Partial<EarlierSanction>]>([
    ['another provision', { provisions: ['3g'] }],
    ['an annulled sanction', { annulled: true }],
    ['attendance, where the count decides', { provisions: ['4f'] }],
  ])('but not after %s', (_what, change) => {
    const verdict = check({ earlier: [past('S1', change)], provisions: ['3f'] });
    expect(outcome(verdict)).toBe('LIGHT');
    expect(notes(verdict)).not.toContain('RECIDIVISM_WEIGHED');
  });

  it('moral and disciplinary sanctions are not compared with each other', () => {
    expect(outcome(check({ earlier: [past('M2')] }))).toBe('LIGHT');
    expect(outcome(check({ ...moral, provisions: ['3f'], earlier: [past('B1')] }))).toBe('MORAL');
  });

  it('for moral sanctions by provision or by principle', () => {
    const closed = past('M1', { provisions: [], principles: ['P2'] });
    expect(outcome(check({ ...moral, earlier: [closed] }))).toBe('RECIDIVISM_NOT_HEAVIER');
    expect(outcome(check({ ...moral, sanctionCode: 'M2', earlier: [closed] }))).toBe('MORAL');
    expect(outcome(check({ ...moral, principles: ['P5'], earlier: [closed] }))).toBe('MORAL');
  });

  it('says so, and says where the last was the heaviest already', () => {
    expect(notes(check({ earlier: [past('R1')] }))).toContain('RECIDIVISM_WEIGHED');
    expect(notes(check({ ...moral, sanctionCode: 'M2', earlier: [past('M2', { principles: ['P2'] })] }))).toContain(
      'RECIDIVISM_ALREADY_HEAVIEST',
    );
    const refused = check({ earlier: [past('R2')] });
    expect(refused.ok || refused.refusal.en).toMatch(
      /given R2 in case TRB-2025-000007 .* Choose R3 or a heavier one\./,
    );
  });

  const code = fc.constantFrom<DisciplineCode[]>(...disciplineCodeSchema.options);
  const impact = fc.constantFrom<ImpactScope[]>('UNIT', 'AGENCY', 'STATE');
  const weight = (one: SanctionCode) => sanctionCodeSchema.options.indexOf(one);

  it('never lets a lighter or equal one pass, and always leaves one that passes', () => {
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 4 }), impact, (history, scope) => {
        const earlier = history.map((one) => past(one));
        const last = history.at(-1) ?? 'R1';
        const passing = disciplineCodeSchema.options.filter(
          (sanctionCode) => check({ sanctionCode, impact: scope, earlier }).ok,
        );
        expect(passing.length).toBeGreaterThan(0);
        for (const one of passing) expect(weight(one) > weight(last) || last === 'B3').toBe(true);
      }),
    );
  });
});

describe('who examined', () => {
  const examined = {
    authority: { positionClass: 'JPT_UTAMA', isPpk: true, nip: 'PPK' },
    examiners: ['ATASAN', 'PPK'],
  } as const;

  it.each<[SanctionCode, string]>([
    ['R3', 'LIGHT'],
    ['S1', 'EXAMINER_MAY_NOT_DECIDE'],
    ['B1', 'EXAMINER_MAY_NOT_DECIDE'],
  ])('decides on %s: %s', (sanctionCode, expected) => {
    expect(outcome(check({ ...examined, sanctionCode }))).toBe(expected);
  });

  it('does not decide on a moral sanction either', () => {
    expect(outcome(check({ ...moral, ...examined }))).toBe('EXAMINER_MAY_NOT_DECIDE');
  });

  it('decides where nobody else is competent, which is noted', () => {
    const verdict = check({ ...examined, sanctionCode: 'S1', onlyCompetent: true });
    expect(outcome(verdict)).toBe('MODERATE');
    expect(notes(verdict)).toContain('EXAMINER_DECIDED');
    expect(notes(check({ ...examined, onlyCompetent: true }))).not.toContain('EXAMINER_DECIDED');
  });

  it('is not in the way of another official', () => {
    expect(outcome(check({ ...examined, examiners: ['ATASAN'], sanctionCode: 'S1' }))).toBe('MODERATE');
  });
});

describe('a sanction other than the report recommends', () => {
  const reason = 'Terlapor telah meminta maaf dan menghapus unggahan.';

  it.each<[RecommendedSanction | undefined, string | undefined, string]>([
    [undefined, undefined, 'LIGHT'],
    ['R2', undefined, 'LIGHT'],
    ['R3', undefined, 'DEVIATION_NEEDS_REASON'],
    ['NONE', undefined, 'DEVIATION_NEEDS_REASON'],
    ['R3', 'terlalu berat', 'DEVIATION_NEEDS_REASON'],
    ['R3', `${' '.repeat(30)}x`, 'DEVIATION_NEEDS_REASON'],
    ['R3', reason, 'LIGHT'],
    ['NONE', reason, 'LIGHT'],
  ])('recommended %s, reason %j: %s', (recommended, deviationReason, expected) => {
    expect(outcome(check({ recommended, deviationReason }))).toBe(expected);
  });

  it('needs a reason as long as the agency asks for', () => {
    const short = configureRules(ruleBook, { deviationReasonLength: 5 });
    expect(outcome(check({ recommended: 'R3', deviationReason: 'ringan' }, short))).toBe('LIGHT');
  });

  it('holds for a dismissal too', () => {
    const catalogue = catalogueFor(ruleBook, { track: 'DISCIPLINE_PNS' });
    expect(deviationProblem(ruleBook, { recommended: 'R2', chosen: 'NONE', catalogue })).toMatchObject({
      code: 'DEVIATION_NEEDS_REASON',
      id: expect.stringContaining('merekomendasikan teguran tertulis, sedangkan yang dipilih tanpa hukuman'),
    });
    expect(deviationProblem(ruleBook, { recommended: 'NONE', chosen: 'NONE', catalogue })).toBeUndefined();
    expect(deviationProblem(ruleBook, { recommended: 'R2', chosen: 'NONE', reason, catalogue })).toBeUndefined();
  });
});
