import {
  catalogueFor,
  catalogueToReadBy,
  findSanction,
  impactLevelsFor,
  sanctionForm,
  sanctionOf,
} from '../../../../core/rules/catalogue.ts';
import type { Track } from '../../../../core/rules/codes.ts';
import { pppkSanctionRulesSchema } from '../../../../core/rules/pppk-rules.ts';
import { configureRules, latestRule, type RuleBook } from '../../../../core/rules/rule-book.ts';
import { checkSanction } from '../../../../core/rules/sanction-check.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { samplePppkRules } from './sample-pppk-rules.ts';

const day = (text: string) => localDateSchema.parse(text);
const owned: RuleBook = { ...ruleBook, pppkSanctions: [samplePppkRules] };
const fallback = configureRules(ruleBook, { pppkCatalogueFallback: true });
const codes = (book: RuleBook, track: Track, date = '2026-11-01') =>
  catalogueFor(book, { track, date: day(date) })
    ?.sanctions.map(({ code }) => code)
    .join(' ') ?? 'none';

describe('the catalogue of a track', () => {
  it.each<[Track, string, RuleBook, string]>([
    ['ETHICS', 'as loaded', ruleBook, 'M1 M2'],
    ['DISCIPLINE_PNS', 'as loaded', ruleBook, 'R1 R2 R3 S1 S2 S3 B1 B2 B3'],
    ['DISCIPLINE_PPPK', 'before the rule of the agency is loaded', ruleBook, 'none'],
    ['DISCIPLINE_PPPK', 'with the rule of the agency', owned, 'R1 R2 R3 S1 S2 S3 B3'],
    ['DISCIPLINE_PPPK', 'with the PNS catalogue standing in', fallback, 'R1 R2 R3 S1 S2 S3 B1 B2 B3'],
  ])('%s, %s', (track, _when, book, expected) => {
    expect(codes(book, track)).toBe(expected);
  });

  it('is that of the date of the act: an act older than the rule of the agency has none', () => {
    expect(codes(owned, 'DISCIPLINE_PPPK', '2023-12-31')).toBe('none');
    expect(codes(owned, 'DISCIPLINE_PPPK', '2024-01-01')).not.toBe('none');
    expect(codes(ruleBook, 'DISCIPLINE_PNS', '2021-08-30')).toBe('none');
  });

  it('can be read by the oldest version, where nothing is to be imposed', () => {
    expect(catalogueToReadBy(owned, { track: 'DISCIPLINE_PPPK', date: day('2023-12-31') })?.id).toBe('pppk-contoh');
    expect(catalogueToReadBy(ruleBook, { track: 'DISCIPLINE_PNS', date: day('2019-01-01') })?.id).toBe('sanctions');
    expect(catalogueToReadBy(ruleBook, { track: 'DISCIPLINE_PPPK' })).toBeUndefined();
  });

  it('names every level and knows whether it stands in for another', () => {
    expect(catalogueFor(ruleBook, { track: 'ETHICS' })?.levels.MORAL.id).toBe('moral');
    expect(catalogueFor(owned, { track: 'DISCIPLINE_PPPK' })).toMatchObject({
      levels: { HEAVY: { id: 'berat' } },
      isFallback: false,
    });
    expect(catalogueFor(fallback, { track: 'DISCIPLINE_PPPK' })?.isFallback).toBe(true);
  });

  it('takes the names of levels from the rule of the agency where it has its own', () => {
    const renamed = pppkSanctionRulesSchema.parse({
      ...samplePppkRules,
      levels: { HEAVY: { id: 'sangat berat', en: 'very heavy' } },
    });
    const catalogue = catalogueFor({ ...ruleBook, pppkSanctions: [renamed] }, { track: 'DISCIPLINE_PPPK' });
    expect(catalogue?.levels).toMatchObject({ HEAVY: { id: 'sangat berat' }, LIGHT: { id: 'ringan' } });
  });

  it('finds a sanction, or says which rule lacks it', () => {
    const catalogue = catalogueFor(owned, { track: 'DISCIPLINE_PPPK' });
    if (catalogue === undefined) throw new Error('no catalogue');
    expect(findSanction(catalogue, 'B1')).toBeUndefined();
    expect(() => sanctionOf(catalogue, 'B1')).toThrow('pppk-contoh version 1 has no sanction B1');
    expect(sanctionForm(sanctionOf(catalogue, 'B3'), owned).name.id).toMatch(/^pemutusan hubungan perjanjian kerja/);
  });
});

describe("an agency's own impact-to-level matrix", () => {
  const citation = { text: 'Peraturan Contoh Pasal 5', certainty: 'CONFIRMED' };
  const strict = pppkSanctionRulesSchema.parse({
    ...samplePppkRules,
    impactLevels: {
      citation,
      levels: [{ provision: '3f', kind: 'BY_IMPACT', levels: { UNIT: 'MODERATE', AGENCY: 'HEAVY', STATE: 'HEAVY' } }],
    },
  });
  const book = { ...ruleBook, pppkSanctions: [strict] };
  const question = {
    provisions: ['3f'],
    impact: 'UNIT',
    track: 'DISCIPLINE_PPPK',
    actDate: day('2026-11-01'),
    respondent: { positionClass: 'PELAKSANA', employment: 'PPPK', agencyKind: 'REGENCY' },
    authority: { positionClass: 'JPT_UTAMA', isPpk: true },
  } as const;

  it('judges PPPK cases in the place of PP 94/2021, and cites itself', () => {
    const verdict = checkSanction({ ...question, sanctionCode: 'S1' }, book);
    expect(verdict).toMatchObject({
      ok: true,
      level: 'MODERATE',
      ruleVersions: expect.arrayContaining(['pppk-contoh@1']),
    });
    expect(verdict.ok && verdict.citations.map(({ text }) => text)).toContain(citation.text);
    expect(checkSanction({ ...question, sanctionCode: 'R1' }, book)).toMatchObject({
      refusal: { code: 'LEVEL_MISMATCH' },
    });
    expect(checkSanction({ ...question, sanctionCode: 'R1' }, owned)).toMatchObject({ ok: true });
  });

  it('is whole: what it leaves out is unsettled', () => {
    expect(checkSanction({ ...question, sanctionCode: 'S1', provisions: ['3d'] }, book)).toMatchObject({
      refusal: { code: 'LEVEL_UNSETTLED' },
    });
  });

  it('does not touch civil servants', () => {
    expect(impactLevelsFor(book, { track: 'DISCIPLINE_PNS' })).toBe(latestRule(ruleBook.impactLevels));
  });
});

describe('a PPPK rule', () => {
  const [first] = samplePppkRules.sanctions;

  it.each<[string, unknown, string]>([
    ['a sanction twice', { ...samplePppkRules, sanctions: [first, first] }, 'R1 stands twice'],
    ['a moral sanction', { ...samplePppkRules, sanctions: [{ ...first, code: 'M1' }] }, 'Invalid option'],
    ['no sanction', { ...samplePppkRules, sanctions: [] }, 'Too small'],
    ['no citation', { ...samplePppkRules, citations: [] }, 'Too small'],
  ])('with %s is refused', (_what, value, message) => {
    expect(pppkSanctionRulesSchema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it('of the sample agency has no demotion and ends employment with honour', () => {
    const heavy = samplePppkRules.sanctions.filter(({ level }) => level === 'HEAVY');
    expect(heavy.map(({ code, name }) => [code, name.id])).toEqual([
      ['B3', 'pemutusan hubungan perjanjian kerja dengan hormat tidak atas permintaan sendiri'],
    ]);
  });
});
