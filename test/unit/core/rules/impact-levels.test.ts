import {
  type ImpactScope,
  impactScopeSchema,
  type PositionClass,
  positionClassSchema,
} from '../../../../core/rules/codes.ts';
import { chargeLevel } from '../../../../core/rules/level.ts';
import { latestRule } from '../../../../core/rules/rule-book.ts';
import { ruleBook } from '../../../../rules/index.ts';

const rules = latestRule(ruleBook.impactLevels);
const provisions = latestRule(ruleBook.provisions).provisions;
const LETTERS = { LIGHT: 'L', MODERATE: 'M', HEAVY: 'H' };

const levels = (code: string, positionClass: PositionClass = 'PELAKSANA'): string => {
  const provision = provisions.find((one) => one.code === code);
  if (provision === undefined) throw new Error(`no provision ${code}`);
  const { byImpact } = chargeLevel(provision, rules, positionClass);
  const letter = (impact: ImpactScope) => byImpact[impact] && LETTERS[byImpact[impact]];
  return impactScopeSchema.options.map((impact) => letter(impact) ?? '-').join('');
};

/** Levels with impact on unit, agency, state: Light, Moderate, Heavy, none. */
const MATRIX: Record<string, string[]> = {
  HHH: ['3a', '4i', '5a', '5b', '5c', '5d', '5e', '5k', '5l', '5n-3', '5n-4', '5n-5', '5n-6', '5n-7'],
  MMH: ['3b', '5g'],
  LMH: ['3c', '3d', '3e', '3f', '3g', '3h', '4c', '5f'],
  MMM: ['4a', '4b', '5n-2'],
  '-MH': ['4d'],
  'LM-': ['4g', '4h', '5h', '5i', '5j'],
  '-M-': ['5m'],
  '---': ['4e', '4f', '5n-1'],
};

describe('the level of a provision by impact on unit, agency and state', () => {
  it.each(Object.entries(MATRIX).flatMap(([row, codes]) => codes.map((code) => [code, row])))(
    '%s is %s',
    (code, row) => {
      expect(levels(code)).toBe(row);
    },
  );

  it('is settled in the table above for every provision', () => {
    expect(Object.values(MATRIX).flat().toSorted()).toEqual(provisions.map(({ code }) => String(code)).toSorted());
  });
});

describe('the level of a missing wealth report (4e)', () => {
  it.each(positionClassSchema.options)('follows the post: %s', (positionClass) => {
    const heavy = positionClass.startsWith('JPT');
    const moderate = positionClass === 'ADMINISTRATOR' || positionClass.startsWith('JF');
    expect(levels('4e', positionClass)).toBe(heavy ? 'HHH' : moderate ? 'MMM' : '---');
  });
});

describe('absence from work (4f)', () => {
  const rule = rules.levels.find(({ provision }) => provision === '4f');
  const bands = rule?.kind === 'BY_ABSENCE' ? rule.bands : [];

  it('has a sanction for every count of days from 3 upwards, without gap or overlap', () => {
    expect(bands[0]?.fromDays).toBe(3);
    expect(bands.slice(1).map(({ fromDays }) => fromDays - 1)).toEqual(bands.slice(0, -1).map(({ toDays }) => toDays));
    expect(bands.at(-1)).toEqual({ fromDays: 28, toDays: null, sanction: 'B3' });
    expect(bands.map(({ sanction }) => sanction)).toEqual(['R1', 'R2', 'R3', 'S1', 'S2', 'S3', 'B1', 'B2', 'B3']);
  });

  it('ends in dismissal after 10 days on end', () => {
    expect(rule).toMatchObject({ consecutive: { days: 10, sanction: 'B3' } });
  });
});

describe('joining a campaign (5n-1)', () => {
  it('has no level and is tagged as disputed', () => {
    const rule = rules.levels.find(({ provision }) => provision === '5n-1');
    expect(rule).toMatchObject({ kind: 'UNSETTLED', citation: { certainty: 'DISPUTED' } });
  });
});
