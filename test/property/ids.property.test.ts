import fc from 'fast-check';
import {
  agencyIdSchema,
  agencyOf,
  caseIdSchema,
  crockford,
  newCaseId,
  newReceiptCode,
  nipSchema,
  normaliseCrockford,
} from '../../core/ids.ts';
import { receiptHashOf } from '../../core/intake/intake.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The other direction, for the test alone: five bits a character. */
const decode = (text: string): Uint8Array => {
  const bits = [...text].map((character) => ALPHABET.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
};

const two = (number: number): string => String(number).padStart(2, '0');
const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const nipParts = fc.record({
  born: date.map((day) => day.toISOString().slice(0, 10).replaceAll('-', '')),
  year: fc.integer({ min: 1950, max: 2099 }).map(String),
  month: fc.oneof(fc.integer({ min: 1, max: 12 }).map(two), fc.constant('21')),
  sex: fc.constantFrom('1', '2'),
  serial: fc.integer({ min: 0, max: 999 }).map((serial) => String(serial).padStart(3, '0')),
});
type NipParts = { born: string; year: string; month: string; sex: string; serial: string };
const nip = ({ born, year, month, sex, serial }: NipParts): string => `${born}${year}${month}${sex}${serial}`;
const isValid = (text: string): boolean => nipSchema.safeParse(text).success;

describe('an employee number', () => {
  it('is taken when its parts can be', () => {
    fc.assert(fc.property(nipParts, (parts) => expect(isValid(nip(parts))).toBe(true)));
  });

  it.each<[string, fc.Arbitrary<Partial<NipParts>>]>([
    ['birth month', fc.integer({ min: 13, max: 99 }).map((month) => ({ born: `1985${month}15` }))],
    ['birth day', fc.integer({ min: 32, max: 99 }).map((day) => ({ born: `198503${day}` }))],
    [
      'month of appointment',
      fc
        .integer({ min: 13, max: 99 })
        .filter((month) => month !== 21)
        .map((month) => ({ month: two(month) })),
    ],
    ['sex', fc.constantFrom('0', '3', '4', '5', '6', '7', '8', '9').map((sex) => ({ sex }))],
  ])('is refused for its %s alone', (_part, wrong) => {
    fc.assert(
      fc.property(nipParts, wrong, (parts, change) => expect(isValid(nip({ ...parts, ...change }))).toBe(false)),
    );
  });

  it('is refused with a character more, less or other than a digit', () => {
    fc.assert(
      fc.property(nipParts, fc.nat(17), fc.string({ maxLength: 2 }), (parts, position, instead) => {
        fc.pre(!/^\d$/.test(instead));
        const text = nip(parts);
        expect(isValid(`${text.slice(0, position)}${instead}${text.slice(position + 1)}`)).toBe(false);
      }),
    );
  });
});

describe('Crockford base32', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), (bytes) => {
        const whole = bytes.slice(0, bytes.length - (bytes.length % 5));
        expect(decode(crockford(whole, (whole.length * 8) / 5))).toEqual(whole);
      }),
    );
  });

  it('reads a receipt code however it is typed', () => {
    const typing = fc.array(
      fc.record({ lower: fc.boolean(), before: fc.constantFrom('', '-', ' ', ' - '), look: fc.nat(2) }),
      {
        minLength: 16,
        maxLength: 16,
      },
    );
    const lookAlikes: Readonly<Record<string, string>> = { '0': '0oO', '1': '1iL' };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), typing, (bytes, habits) => {
        const code = newReceiptCode({ bytes: () => bytes });
        const typed = [...code.replaceAll('-', '')]
          .map((character, index) => {
            const habit = habits[index] ?? { lower: false, before: '', look: 0 };
            const alike = lookAlikes[character]?.charAt(habit.look) ?? character;
            return `${habit.before}${habit.lower ? alike.toLowerCase() : alike}`;
          })
          .join('');
        expect(normaliseCrockford(typed)).toBe(code.replaceAll('-', ''));
        expect(receiptHashOf(typed)).toBe(receiptHashOf(code));
      }),
    );
  });
});

describe('a case number', () => {
  it('is well-formed and tells its agency, whatever agency, year and bytes', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9]{1,15}$/),
        fc.integer({ min: 1000, max: 9999 }),
        fc.uint8Array({ minLength: 5, maxLength: 5 }),
        (name, year, bytes) => {
          const agencyId = agencyIdSchema.parse(name);
          const caseId = newCaseId({ bytes: () => bytes }, agencyId, year);
          expect(caseIdSchema.safeParse(caseId).success).toBe(true);
          expect(agencyOf(caseId)).toBe(agencyId);
        },
      ),
    );
  });
});
