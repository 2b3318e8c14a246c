import fc from 'fast-check';
import { caseIdSchema } from '../../../../core/ids.ts';
import { letterFormSchema } from '../../../../core/letters/letter-forms.ts';
import {
  letterNumber,
  letterNumberingSchema,
  letterNumberPatternSchema,
  type NumberedLetter,
} from '../../../../core/letters/letter-number.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { letterNumbering } from '../../../../rules/letters/index.ts';

const summons: NumberedLetter = {
  form: 'SUMMONS',
  caseNumber: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
  round: 1,
  ordinal: 2,
  date: localDateSchema.parse('2026-12-10'),
};

const crockford = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
  minLength: 8,
  maxLength: 8,
});
const anyCase = fc
  .tuple(fc.constantFrom('A1', 'CONTOH', 'HD', 'SP1'), fc.integer({ min: 2020, max: 2099 }), crockford)
  .map(([agency, year, rest]) => caseIdSchema.parse(`${agency}-${year}-${rest}`));
const anyLetter: fc.Arbitrary<NumberedLetter> = fc.record({
  form: fc.constantFrom(...letterFormSchema.options),
  caseNumber: anyCase,
  round: fc.integer({ min: 1, max: 99 }),
  ordinal: fc.integer({ min: 1, max: 99 }),
  date: fc.constantFrom('2026-01-31', '2026-12-01', '2027-12-01').map((date) => localDateSchema.parse(date)),
});
const anyPattern = fc
  .tuple(
    fc.shuffledSubarray(['{formCode}', '{case}', '{round}', '{ordinal}', '{romanMonth}', '{year}'], { minLength: 6 }),
    fc.array(fc.constantFrom('/', '.', ' ', '/A', '-/', '800.'), { minLength: 5, maxLength: 5 }),
    fc.constantFrom('', '800.1.6/', 'X'),
  )
  .map(([parts, signs, start]) => start + parts.map((part, i) => part + (signs[i] ?? '')).join(''));

describe('the number of a letter', () => {
  it('follows the common pattern where the agency has none', () => {
    expect(letterNumber(letterNumbering, summons)).toBe('SP/CONTOH-2026-7K3M9QXA/1.2/XII/2026');
  });

  it('follows the agency’s own pattern', () => {
    const pattern = letterNumberPatternSchema.parse('800.1.6/{case}/{formCode}.{round}.{ordinal}/BKPSDM/{year}');
    expect(letterNumber({ ...letterNumbering, pattern }, summons)).toBe(
      '800.1.6/CONTOH-2026-7K3M9QXA/SP.1.2/BKPSDM/2026',
    );
  });

  it.each([
    ['2026-01-05', 'I'],
    ['2026-04-05', 'IV'],
    ['2026-09-05', 'IX'],
    ['2026-12-05', 'XII'],
  ])('writes the month of %s as %s', (date, roman) => {
    const pattern = '{formCode}/{case}/{round}/{ordinal}/{romanMonth}';
    const number = letterNumber({ ...letterNumbering, pattern }, { ...summons, date: localDateSchema.parse(date) });
    expect(number.split('/').at(-1)).toBe(roman);
  });

  it('is one letter’s alone: other form, case, round or ordinal, other number, in any pattern that is accepted', () => {
    fc.assert(
      fc.property(anyPattern, anyLetter, anyLetter, (pattern, a, b) => {
        const numbering = { ...letterNumbering, pattern: letterNumberPatternSchema.parse(pattern) };
        const same =
          a.form === b.form && a.caseNumber === b.caseNumber && a.round === b.round && a.ordinal === b.ordinal;
        fc.pre(!same);
        expect(letterNumber(numbering, a)).not.toBe(letterNumber(numbering, b));
      }),
    );
  });

  it('fits the record of a letter', () => {
    fc.assert(
      fc.property(anyPattern, anyLetter, (pattern, letter) => {
        expect(letterNumber({ ...letterNumbering, pattern }, letter).length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('a pattern', () => {
  it.each([
    ['{formCode}/{case}/{round}', 'without the ordinal'],
    ['{case}/{round}/{ordinal}', 'without the form'],
    ['{formCode}{case}/{round}/{ordinal}', 'with two placeholders side by side'],
    ['{formCode}/{case}/{round}-{ordinal}', 'with a hyphen between two, which a case number has too'],
    ['{formCode}/{case}/{round}A{ordinal}', 'with a letter between two'],
    ['{formCode}/{case}/{round}/{ordinal}/{week}', 'with an unknown placeholder'],
    ['{formCode}/{case}/{round}/{ordinal}/}', 'with a brace'],
    [`{formCode}/{case}/{round}/{ordinal}/${'x'.repeat(80)}`, 'that is too long'],
  ])('%s is refused: %s', (pattern) => {
    expect(letterNumberPatternSchema.safeParse(pattern).success).toBe(false);
  });

  it('needs one code for each form, and no code for two', () => {
    const codes = { ...letterNumbering.codes, MORAL_M2: letterNumbering.codes.MORAL_M1 };
    expect(letterNumberingSchema.safeParse({ ...letterNumbering, codes }).success).toBe(false);
    const { MORAL_M2: _gone, ...fewer } = letterNumbering.codes;
    expect(letterNumberingSchema.safeParse({ ...letterNumbering, codes: fewer }).success).toBe(false);
  });
});
