import fc from 'fast-check';
import { joseSignatureOf } from '../../../adapters/ecdsa-der.ts';
import { derSignature } from '../../support/sign-digest.ts';

const number = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
/** Numbers of every length, so that short and sign-padded integers are common. */
const ofAnyLength = fc
  .tuple(fc.integer({ min: 1, max: 32 }), number)
  .map(([length, value]) => value >> BigInt(8 * (32 - length)));
const hex = (value: bigint) => value.toString(16).padStart(64, '0');

describe('an ECDSA signature from DER', () => {
  it('is r and s, 32 bytes each, whatever their length in DER', () => {
    fc.assert(
      fc.property(ofAnyLength, ofAnyLength, (r, s) => {
        expect(Buffer.from(joseSignatureOf(derSignature(r, s))).toString('hex')).toBe(hex(r) + hex(s));
      }),
      { numRuns: 500 },
    );
  });

  it('is either read or refused with a RangeError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          expect(joseSignatureOf(bytes)).toHaveLength(64);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['another type', '3106020101020101'],
    ['a length that does not fit', '3007020101020101'],
    ['bytes behind it', '300702010102010100'],
    ['one number only', '3003020101'],
    ['three numbers', '3009020101020101020101'],
    ['an empty number', '300502000201'],
    ['a number longer than P-256', `3026022101${'00'.repeat(32)}020101`],
  ])('refuses %s', (_what, der) => {
    expect(() => joseSignatureOf(Buffer.from(der, 'hex'))).toThrow(RangeError);
  });
});
