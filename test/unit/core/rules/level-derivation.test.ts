import fc from 'fast-check';
import {
  type DisciplineLevel,
  disciplineLevelSchema,
  type ImpactScope,
  impactScopeSchema,
} from '../../../../core/rules/codes.ts';
import { heaviestLevel } from '../../../../core/rules/level.ts';
import {
  chargeLevels,
  highestPossibleLevel,
  levelDerivation,
  possibleLevels,
} from '../../../../core/rules/level-derivation.ts';
import { latestRule } from '../../../../core/rules/rule-book.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const date = localDateSchema.parse('2026-11-01');
const asked = (provisions: string[]) =>
  ({ provisions, positionClass: 'PELAKSANA', track: 'DISCIPLINE_PNS', date }) as const;
const derive = (provisions: string[], impact: ImpactScope) =>
  levelDerivation(ruleBook, { ...asked(provisions), impact });

describe('the derivation of a level', () => {
  it('has a sentence and an article for every charge, and the heaviest as its conclusion', () => {
    const found = derive(['3f', '3b'], 'UNIT');
    expect(found.level).toBe('MODERATE');
    expect(found.charges.map(({ sentence, citation }) => [sentence.id, citation.text])).toEqual([
      ['PP 94/2021 Pasal 3 huruf b dengan dampak pada unit kerja: hukuman sedang.', 'PP 94/2021 Pasal 10'],
      ['PP 94/2021 Pasal 3 huruf f dengan dampak pada unit kerja: hukuman ringan.', 'PP 94/2021 Pasal 9'],
    ]);
    expect(found.conclusion).toMatchObject({
      sentence: { en: 'Several violations, one sanction, the heaviest: moderate.' },
      citation: { text: 'PP 94/2021 Pasal 35 ayat (1)' },
    });
  });

  it.each<[string, ImpactScope, string, string]>([
    ['5a', 'UNIT', 'PP 94/2021 Pasal 5 huruf a: a heavy sanction, whatever the impact.', 'PP 94/2021 Pasal 14'],
    [
      '5h',
      'STATE',
      'PP 94/2021 Pasal 5 huruf h with impact on the state or government: no level of sanction.',
      'PP 94/2021 Pasal 9 sampai dengan Pasal 14',
    ],
    [
      '4f',
      'UNIT',
      'PP 94/2021 Pasal 4 huruf f: set by counted days of absence, not by impact.',
      'PP 94/2021 Pasal 9 sampai dengan Pasal 11',
    ],
    [
      '5n-1',
      'UNIT',
      'PP 94/2021 Pasal 5 huruf n angka 1: its level is not settled and has no part in the result.',
      'PP 94/2021 Pasal 5 huruf n angka 1',
    ],
  ])('says of %s with impact on %s: %s', (provision, impact, sentence, article) => {
    const [charge] = derive([provision], impact).charges;
    expect(charge?.sentence.en).toBe(sentence);
    expect(charge?.citation.text).toBe(article);
  });

  it('names the post where the post decides', () => {
    const { charges } = levelDerivation(ruleBook, { ...asked(['4e']), positionClass: 'ADMINISTRATOR', impact: 'UNIT' });
    expect(charges[0]?.sentence.id).toBe('PP 94/2021 Pasal 4 huruf e bagi Pejabat Administrator: hukuman sedang.');
  });

  it('says where there is no level, and that a breach of ethics is moral', () => {
    expect(derive(['5n-1'], 'UNIT').conclusion.sentence.en).toBe('No level of sanction can be set.');
    expect(derive(['3f'], 'UNIT').conclusion.sentence.en).toBe('Level of the sanction: light.');
    const ethics = levelDerivation(ruleBook, { ...asked(['3f']), track: 'ETHICS', impact: 'UNIT' });
    expect(ethics).toMatchObject({ level: 'MORAL', conclusion: { citation: { text: 'PP 42/2004 Pasal 15' } } });
  });

  const codes = latestRule(ruleBook.provisions).provisions.map(({ code }) => String(code));

  it('always concludes with the heaviest level of its charges, and leaves no word open', () => {
    const subset = fc.subarray(codes, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(subset, fc.constantFrom<ImpactScope[]>(...impactScopeSchema.options), (provisions, impact) => {
        const found = derive(provisions, impact);
        expect(found.level).toBe(heaviestLevel(chargeLevels(ruleBook, asked(provisions)), impact));
        expect(found.charges).toHaveLength(provisions.length);
        for (const { sentence } of [...found.charges, found.conclusion])
          expect(`${sentence.id}${sentence.en}`).not.toMatch(/[{}]/);
      }),
    );
  });
});

describe('the levels that charges can reach', () => {
  it.each<[string[], DisciplineLevel[]]>([
    [['3f'], ['LIGHT', 'MODERATE', 'HEAVY']],
    [['3a'], ['HEAVY']],
    [['3b'], ['MODERATE', 'HEAVY']],
    [['5h'], ['LIGHT', 'MODERATE']],
    [['5m', '5n-2'], ['MODERATE']],
    [['5n-1'], []],
  ])('%j: %j', (provisions, levels) => {
    const charges = chargeLevels(ruleBook, asked(provisions));
    expect(possibleLevels(charges)).toEqual(levels);
    expect(highestPossibleLevel(charges)).toBe(levels.at(-1) ?? null);
    expect(disciplineLevelSchema.options).toEqual(expect.arrayContaining(levels));
  });
});
