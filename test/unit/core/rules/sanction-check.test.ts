import {
  disciplineCodeSchema,
  type ImpactScope,
  moralCodeSchema,
  type SanctionCode,
} from '../../../../core/rules/codes.ts';
import { configureRules } from '../../../../core/rules/rule-book.ts';
import { checkSanction } from '../../../../core/rules/sanction-check.ts';
import { sanctionRefusalCodeSchema } from '../../../../core/rules/sanction-texts.ts';
import type { SanctionQuestion, SanctionVerdict } from '../../../../core/rules/sanction-verdict.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { samplePppkRules } from './sample-pppk-rules.ts';

const question = (change: Partial<SanctionQuestion> = {}): SanctionQuestion => ({
  sanctionCode: 'R2',
  provisions: ['3f'],
  track: 'DISCIPLINE_PNS',
  actDate: localDateSchema.parse('2026-11-01'),
  respondent: { positionClass: 'PELAKSANA', employment: 'PNS', agencyKind: 'CENTRAL' },
  authority: { positionClass: 'JPT_UTAMA', isPpk: true },
  ...change,
});

const check = (change: Partial<SanctionQuestion> = {}, book = ruleBook) => checkSanction(question(change), book);
const outcome = (verdict: SanctionVerdict): string => (verdict.ok ? verdict.level : verdict.refusal.code);
const notes = (verdict: SanctionVerdict): string[] => (verdict.ok ? verdict.notes.map(({ code }) => code) : []);
const pppk = { positionClass: 'PELAKSANA', employment: 'PPPK', agencyKind: 'CENTRAL' } as const;
const pppkTrack = { track: 'DISCIPLINE_PPPK', respondent: pppk } as const;
const fallback = configureRules(ruleBook, { pppkCatalogueFallback: true });

describe('every sanction has its level', () => {
  it.each(disciplineCodeSchema.options)('%s', (sanctionCode) => {
    const level = { R: 'LIGHT', S: 'MODERATE', B: 'HEAVY' }[sanctionCode.charAt(0)];
    expect(outcome(check({ sanctionCode }))).toBe(level);
  });
});

describe('with an impact, the heaviest level of all provisions must be the level of the sanction', () => {
  it.each<[string[], ImpactScope, SanctionCode, string]>([
    [['3f'], 'UNIT', 'R2', 'LIGHT'],
    [['3f'], 'AGENCY', 'S1', 'MODERATE'],
    [['3f'], 'STATE', 'B1', 'HEAVY'],
    [['3f'], 'AGENCY', 'R2', 'LEVEL_MISMATCH'],
    [['3f'], 'AGENCY', 'B1', 'LEVEL_MISMATCH'],
    [['3f', '3b'], 'UNIT', 'S2', 'MODERATE'],
    [['3f', '3b'], 'UNIT', 'R2', 'LEVEL_MISMATCH'],
    [['3f', '3a'], 'UNIT', 'B3', 'HEAVY'],
    [['5n-1', '3f'], 'UNIT', 'R1', 'LIGHT'],
    [['5h'], 'STATE', 'B1', 'LEVEL_NONE'],
    [['5h', '3d'], 'STATE', 'B1', 'HEAVY'],
  ])('%j with impact on %s and %s: %s', (provisions, impact, sanctionCode, expected) => {
    expect(outcome(check({ provisions, impact, sanctionCode }))).toBe(expected);
  });
});

describe('without an impact, at least one provision must be able to have the level under some impact', () => {
  it.each<[string[], SanctionCode, string]>([
    [['3f'], 'R1', 'LIGHT'],
    [['3b'], 'B2', 'HEAVY'],
    [['3b'], 'R1', 'LEVEL_NOT_REACHABLE'],
    [['3f', '3b'], 'R1', 'LIGHT'],
    [['3b', '3a'], 'R1', 'LEVEL_NOT_REACHABLE'],
    [['3a', '5a'], 'S1', 'LEVEL_NOT_REACHABLE'],
    [['5h'], 'B1', 'LEVEL_NOT_REACHABLE'],
    [['4e'], 'S1', 'LEVEL_NONE'],
  ])('%j and %s: %s', (provisions, sanctionCode, expected) => {
    expect(outcome(check({ provisions, sanctionCode }))).toBe(expected);
  });

  it('says which provision may call for more, where the level is never the heaviest', () => {
    const verdict = check({ provisions: ['3f', '3b'], sanctionCode: 'R1' });
    const withUnsettled = check({ provisions: ['3f', '3b', '5n-1'], sanctionCode: 'R1' });
    expect(withUnsettled.ok && withUnsettled.notes.at(1)?.id).toMatch(/^PP 94.2021 Pasal 3 huruf b tidak mengenal/);
    expect(verdict).toMatchObject({ ok: true, impacts: ['UNIT'] });
    expect(verdict.ok && verdict.notes).toEqual(
      [
        expect.objectContaining({ code: 'HIGHER_AUTHORITY_ACTED' }),
        expect.objectContaining({
          code: 'HEAVIER_CHARGE_NAMED',
          en: expect.stringMatching(/^PP 94.2021 Pasal 3 huruf b knows no light/),
        }),
      ].toReversed(),
    );
    expect(notes(check({ provisions: ['3f', '3b'], sanctionCode: 'S1' }))).not.toContain('HEAVIER_CHARGE_NAMED');
  });

  it('says under which impacts the level holds', () => {
    const verdict = check({ provisions: ['3b'], sanctionCode: 'S1' });
    expect(verdict).toMatchObject({ ok: true, impacts: ['UNIT', 'AGENCY'] });
    expect(notes(verdict)).toContain('IMPACT_NOT_STATED');
    expect(notes(check({ provisions: ['3a'], sanctionCode: 'B1' }))).not.toContain('IMPACT_NOT_STATED');
  });
});

describe('provisions that cannot carry a sanction are refused', () => {
  it.each<[string[], string]>([
    [[], 'PROVISIONS_MISSING'],
    [['3z'], 'PROVISION_UNKNOWN'],
    [['3f', '5n'], 'PROVISION_UNKNOWN'],
    [['3f', '4f'], 'PROVISION_NEEDS_ATTENDANCE_COUNT'],
    [['5n-1'], 'LEVEL_UNSETTLED'],
  ])('%j: %s', (provisions, expected) => {
    expect(outcome(check({ provisions }))).toBe(expected);
  });
});

describe('the track', () => {
  it('of ethics knows no disciplinary sanction, and a discipline track no moral one', () => {
    for (const sanctionCode of disciplineCodeSchema.options)
      expect(outcome(check({ sanctionCode, track: 'ETHICS' }))).toBe('TRACK_HAS_NO_DISCIPLINE_SANCTION');
    for (const sanctionCode of moralCodeSchema.options)
      expect(outcome(check({ sanctionCode }))).toBe('TRACK_HAS_NO_MORAL_SANCTION');
  });

  it('must fit the employment', () => {
    expect(outcome(check({ track: 'DISCIPLINE_PPPK' }))).toBe('TRACK_DOES_NOT_FIT_EMPLOYMENT');
    expect(outcome(check({ respondent: pppk }))).toBe('TRACK_DOES_NOT_FIT_EMPLOYMENT');
  });

  it.each<[SanctionCode, string]>([
    ['R1', 'LIGHT'],
    ['S3', 'MODERATE'],
    ['B1', 'SANCTION_NOT_FOR_PPPK'],
    ['B2', 'SANCTION_NOT_FOR_PPPK'],
    ['B3', 'HEAVY'],
  ])('of PPPK, where the PNS catalogue may stand in, answers %s with %s', (sanctionCode, expected) => {
    expect(outcome(check({ ...pppkTrack, sanctionCode }, fallback))).toBe(expected);
  });

  it('of PPPK refuses everything before the rule of the agency is loaded', () => {
    for (const sanctionCode of disciplineCodeSchema.options)
      expect(outcome(check({ ...pppkTrack, sanctionCode }))).toBe('PPPK_RULE_NOT_LOADED');
  });

  it('of PPPK says that the catalogue of civil servants was used, where that may stand in', () => {
    const verdict = check(pppkTrack, fallback);
    expect(verdict.ok && verdict.notes).toContainEqual(
      expect.objectContaining({
        code: 'PPPK_CATALOGUE_FALLBACK',
        citation: expect.objectContaining({ certainty: 'ANALYSIS' }),
      }),
    );
  });
});

describe('the authority', () => {
  const lower = { authority: { positionClass: 'PENGAWAS', isPpk: false } } as const;
  const middle = { authority: { positionClass: 'ADMINISTRATOR', isPpk: false } } as const;
  const named = configureRules(ruleBook, { higherAuthorityMayAct: false });

  it('may be the one the table names', () => {
    expect(outcome(check(lower))).toBe('LIGHT');
    expect(notes(check(lower))).not.toContain('HIGHER_AUTHORITY_ACTED');
  });

  it('may stand above the one named, which is noted, unless that is switched off', () => {
    expect(notes(check(middle))).toContain('HIGHER_AUTHORITY_ACTED');
    expect(notes(check())).toContain('HIGHER_AUTHORITY_ACTED');
    expect(outcome(check(middle, named))).toBe('AUTHORITY_NOT_COMPETENT');
    expect(outcome(check({}, named))).toBe('AUTHORITY_NOT_COMPETENT');
    expect(outcome(check(lower, named))).toBe('LIGHT');
  });

  it('may not stand below the one named', () => {
    expect(outcome(check({ ...lower, sanctionCode: 'S1' }))).toBe('AUTHORITY_NOT_COMPETENT');
    expect(outcome(check({ ...middle, sanctionCode: 'B1' }))).toBe('AUTHORITY_NOT_COMPETENT');
  });

  it('is the President where the table says so, even for a PPK', () => {
    const respondent = { positionClass: 'JPT_MADYA', employment: 'PNS', agencyKind: 'CENTRAL' } as const;
    expect(outcome(check({ respondent, sanctionCode: 'B1' }))).toBe('HEAVY');
    expect(outcome(check({ respondent, sanctionCode: 'B3' }))).toBe('AUTHORITY_IS_PRESIDENT');
    expect(outcome(check({ respondent: { ...respondent, isPpk: true } }))).toBe('AUTHORITY_IS_PRESIDENT');
  });

  it('is refused where the table has no row, and noted where the texts are disputed', () => {
    const regency = { employment: 'PNS', agencyKind: 'REGENCY' } as const;
    expect(outcome(check({ respondent: { ...regency, positionClass: 'JPT_MADYA' } }))).toBe('AUTHORITY_NOT_DEFINED');
    const disputed = check({ respondent: { ...regency, positionClass: 'PENGAWAS' }, sanctionCode: 'S1' });
    expect(notes(disputed)).toContain('AUTHORITY_DISPUTED');
  });
});

describe('the rule that judges', () => {
  it('is the one in force when the act happened', () => {
    expect(outcome(check({ actDate: localDateSchema.parse('2021-08-31') }))).toBe('LIGHT');
    expect(outcome(check({ actDate: localDateSchema.parse('2021-08-30') }))).toBe('RULE_NOT_IN_FORCE');
  });

  it('is the newest where the date of the act is unknown, and a note says so', () => {
    expect(notes(check({ actDate: undefined }))).toContain('ACT_DATE_UNKNOWN');
    expect(notes(check())).not.toContain('ACT_DATE_UNKNOWN');
  });
});

describe('an accepted sanction', () => {
  it('carries its official name, its charges and the articles behind it', () => {
    const verdict = check({ provisions: ['3d', '5n-2'], impact: 'AGENCY', sanctionCode: 'S1' });
    expect(verdict).toMatchObject({
      ok: true,
      form: { months: 6 },
      impacts: ['AGENCY'],
      namedAuthority: ['ADMINISTRATOR'],
    });
    expect(verdict.ok && verdict.citations.map(({ text }) => text)).toEqual([
      'PP 94/2021 Pasal 8',
      'PP 94/2021 Pasal 10',
      'PP 94/2021 Pasal 13',
      'PP 94/2021 Pasal 16 sampai dengan Pasal 22',
    ]);
  });

  it.each<['ALLOWANCE_CUT' | 'PP53_SUBSTITUTE', SanctionCode, RegExp, number | null]>([
    ['ALLOWANCE_CUT', 'S2', /^pemotongan tunjangan kinerja sebesar 25%.* 9 /, 9],
    ['PP53_SUBSTITUTE', 'S1', /^penundaan kenaikan gaji berkala/, 12],
    ['PP53_SUBSTITUTE', 'S2', /^penundaan kenaikan pangkat/, 12],
    ['PP53_SUBSTITUTE', 'S3', /^penurunan pangkat setingkat lebih rendah/, 12],
    ['PP53_SUBSTITUTE', 'R1', /^teguran lisan$/, null],
  ])('takes the form %s of %s', (moderateSanctionForm, sanctionCode, name, months) => {
    const verdict = check({ sanctionCode }, configureRules(ruleBook, { moderateSanctionForm }));
    expect(verdict.ok && verdict.form.name.id).toMatch(name);
    expect(verdict.ok && verdict.form.months).toBe(months);
  });

  it('cuts the allowance when nobody chose otherwise', () => {
    expect(check({ sanctionCode: 'S1' })).toEqual(
      check({ sanctionCode: 'S1' }, configureRules(ruleBook, { moderateSanctionForm: 'ALLOWANCE_CUT' })),
    );
  });
});

describe('a refusal', () => {
  const regency = { positionClass: 'JPT_MADYA', employment: 'PNS', agencyKind: 'REGENCY' } as const;
  const president = { positionClass: 'JPT_UTAMA', employment: 'PNS', agencyKind: 'CENTRAL' } as const;
  const owned = { ...ruleBook, pppkSanctions: [samplePppkRules] };
  const before = { caseNumber: 'TRB-2025-000007', sanctionCode: 'R2', provisions: ['3f'], annulled: false } as const;
  const ethics = { track: 'ETHICS', sanctionCode: 'M1', principles: ['P2'] } as const;
  const refusals = [
    check({ actDate: localDateSchema.parse('2020-01-01') }),
    check({ track: 'ETHICS' }),
    check({ sanctionCode: 'M1' }),
    check({ track: 'DISCIPLINE_PPPK' }),
    check(pppkTrack),
    check({ ...pppkTrack, sanctionCode: 'B1' }, owned),
    check({ ...pppkTrack, sanctionCode: 'B1' }, fallback),
    check({ provisions: [] }),
    check({ provisions: ['3z'] }),
    check({ provisions: ['4f'] }),
    check({ provisions: ['5n-1'] }),
    check({ earlier: [{ ...before, sameAct: true }] }),
    check({ earlier: [{ ...before, sameAct: false }] }),
    check({ provisions: ['5h'], impact: 'STATE', sanctionCode: 'B1' }),
    check({ impact: 'STATE' }),
    check({ provisions: ['3b'] }),
    check({ respondent: regency }),
    check({ respondent: president }),
    check({ authority: { positionClass: 'PELAKSANA', isPpk: false } }),
    check({
      authority: { positionClass: 'JPT_UTAMA', isPpk: true, nip: '1' },
      examiners: ['1'],
      sanctionCode: 'S1',
    }),
    check({ sanctionCode: 'B1', hasTeam: false }),
    check({ ...ethics, hasTeam: false }),
    check({ recommended: 'R1' }),
  ];

  it('exists for every code, in both languages, cited and with no word left open', () => {
    expect(refusals.map(outcome)).toEqual(sanctionRefusalCodeSchema.options);
    for (const verdict of refusals) {
      const { id, en, citation } = verdict.ok ? { id: '', en: '', citation: { text: '' } } : verdict.refusal;
      expect(`${id} ${en}`).toMatch(/^[^{}]{40,}$/);
      expect(id).not.toBe(en);
      expect(citation.text).not.toBe('');
    }
  });

  it('names the article, the impact and the level to choose', () => {
    const verdict = check({ provisions: ['3f', '3d'], impact: 'AGENCY', sanctionCode: 'B1' });
    expect(verdict.ok || verdict.refusal).toMatchObject({
      code: 'LEVEL_MISMATCH',
      id: expect.stringMatching(
        /Pasal 3 huruf d; PP 94\/2021 Pasal 3 huruf f dengan dampak pada instansi .* Pilih hukuman sedang/,
      ),
      en: expect.stringMatching(/impact on the agency calls for a moderate one/),
      citation: { text: 'PP 94/2021 Pasal 35 ayat (1)', certainty: 'CONFIRMED' },
    });
  });

  it('names who is competent', () => {
    const verdict = check({ authority: { positionClass: 'PELAKSANA', isPpk: false }, sanctionCode: 'S1' });
    expect(verdict.ok || verdict.refusal.id).toMatch(/kepada pejabat pelaksana adalah Pejabat Administrator/);
  });
});

describe('the notes of an accepted sanction', () => {
  it('are filled in both languages', () => {
    const verdict = check(
      {
        ...pppkTrack,
        actDate: undefined,
        provisions: ['3f', '5n-1'],
        sanctionCode: 'S1',
        respondent: { ...pppk, agencyKind: 'REGENCY' },
      },
      fallback,
    );
    expect(notes(verdict)).toEqual([
      'ACT_DATE_UNKNOWN',
      'PPPK_CATALOGUE_FALLBACK',
      'MODERATE_FORM_DISPUTED',
      'LEVEL_UNSETTLED_IGNORED',
      'IMPACT_NOT_STATED',
      'AUTHORITY_DISPUTED',
    ]);
    for (const { id, en } of verdict.ok ? verdict.notes : []) expect(`${id} ${en}`).not.toMatch(/[{}]/);
  });
});
