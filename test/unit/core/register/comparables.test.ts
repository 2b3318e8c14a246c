import { comparablesOf, type PastSanction } from '../../../../core/register/comparables.ts';
import { provisionCodeSchema } from '../../../../core/rules/codes.ts';
import { localDateSchema } from '../../../../core/time.ts';

const provisions = (...codes: string[]) => codes.map((code) => provisionCodeSchema.parse(code));
const past = (change: Partial<PastSanction> = {}, on = '2026-03-16'): PastSanction => ({
  decidedOn: localDateSchema.parse(on),
  track: 'DISCIPLINE_PNS',
  provisions: provisions('3f'),
  impact: 'UNIT',
  level: 'LIGHT',
  positionClass: 'PELAKSANA',
  sanctionCode: 'R2',
  outcome: 'EFFECTIVE',
  ...change,
});
const question = {
  track: 'DISCIPLINE_PNS',
  provisions: provisions('3d', '3f'),
  impact: 'UNIT',
  level: 'LIGHT',
} as const;

describe('a past sanction bears on a case', () => {
  it.each<[string, Partial<PastSanction>, number]>([
    ['with one same provision, the same impact and level', {}, 1],
    ['of unknown impact', { impact: undefined }, 1],
    ['of other provisions', { provisions: provisions('3g') }, 0],
    ['of another level', { level: 'MODERATE' }, 0],
    ['of another impact', { impact: 'STATE' }, 0],
    ['of another track', { track: 'DISCIPLINE_PPPK' }, 0],
  ])('%s', (_what, change, count) => {
    expect(comparablesOf([past(change)], question)).toHaveLength(count);
  });
});

describe('comparable sanctions', () => {
  it('show year, provisions, impact, class of post, sanction and outcome, and nothing more', () => {
    const rows = [past({}, '2024-05-01'), past({}, '2024-06-01'), past({}, '2024-07-01')];
    expect(comparablesOf(rows, question)[0]).toEqual({
      year: 2024,
      provisions: ['3f'],
      impact: 'UNIT',
      positionClass: 'PELAKSANA',
      sanctionCode: 'R2',
      outcome: 'EFFECTIVE',
    });
  });

  it('leave out a class of post that fewer than three share', () => {
    const rows = [past(), past(), past(), past({ positionClass: 'JPT_MADYA', sanctionCode: 'R3' })];
    const shown = comparablesOf(rows, question).map(({ sanctionCode, positionClass }) => [sanctionCode, positionClass]);
    expect(shown).toEqual([
      ['R2', 'PELAKSANA'],
      ['R2', 'PELAKSANA'],
      ['R2', 'PELAKSANA'],
      ['R3', null],
    ]);
  });

  it('are the newest twenty, by year, and inside a year in an order that tells no month', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    const rows = ['2023', '2025', '2024'].flatMap((year) =>
      months.map((month, i) => past({ sanctionCode: i % 2 === 0 ? 'R1' : 'R3' }, `${year}-${month}-01`)),
    );
    const shown = comparablesOf(rows, question);
    expect(shown).toHaveLength(20);
    expect(shown.map(({ year }) => year)).toEqual([...Array(12).fill(2025), ...Array(8).fill(2024)]);
    expect(shown.slice(0, 12).map(({ sanctionCode }) => sanctionCode)).toEqual([
      ...Array(6).fill('R1'),
      ...Array(6).fill('R3'),
    ]);
    expect(comparablesOf(rows.toReversed(), question)).toEqual(shown);
  });
});
