import * as fc from 'fast-check';
import { STEP_SECONDS, secretText, stepOfCode, timeStep, totpAddress, totpCode } from '../../core/step-up/totp.ts';

/** RFC 6238, appendix B: `12345678901234567890`, SHA-1. Codes of six digits are the last six of those with eight. */
const SECRET = secretText(new TextEncoder().encode('12345678901234567890'));
const vectors: readonly (readonly [number, string])[] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => secretText(new Uint8Array(bytes)));
const steps = fc.integer({ min: 10, max: 2 ** 31 });

describe('codes of an app (RFC 6238)', () => {
  it('writes the secret as base32', () => {
    expect(SECRET).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  it.each(vectors)('at %d s are those of appendix B', (seconds, code) => {
    expect(totpCode(SECRET, timeStep(seconds * 1000))).toBe(code.slice(2));
    expect(stepOfCode(SECRET, code.slice(2), seconds * 1000)).toBe(timeStep(seconds * 1000));
  });

  it('are taken in their own step and those beside it, and in no other', () => {
    fc.assert(
      fc.property(
        secrets,
        steps,
        fc.integer({ min: -6, max: 6 }),
        fc.nat(STEP_SECONDS * 1000 - 1),
        (secret, step, by, ms) => {
          const now = step * STEP_SECONDS * 1000 + ms;
          const found = stepOfCode(secret, totpCode(secret, step + by), now);
          // Two steps can have one code by chance: whichever is found is within the window, and has that code.
          if (found === undefined) return Math.abs(by) > 1;
          return Math.abs(found - step) <= 1 && totpCode(secret, found) === totpCode(secret, step + by);
        },
      ),
    );
  });

  it('are typed as people type them', () => {
    const now = 59_000;
    for (const typed of ['287082', ' 287 082 ', '287-082']) expect(stepOfCode(SECRET, typed, now)).toBe(1);
    for (const typed of ['', '28708', '2870821', 'abcdef', '２８７０８２', '-287082.0'])
      expect(stepOfCode(SECRET, typed, now)).toBeUndefined();
  });

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 60_000, max: 4e12 }), (typed, now) => {
        const found = stepOfCode(SECRET, typed, now);
        return found === undefined || totpCode(SECRET, found) === typed.replace(/\D/g, '');
      }),
    );
  });

  it('go to an app by an address that names agency and person', () => {
    const address = new URL(totpAddress(SECRET, { label: 'Hadi Purwoko', issuer: 'Tertib Kabupaten Contoh' }));
    expect([address.protocol, address.searchParams.get('secret'), address.searchParams.get('period')]).toEqual([
      'otpauth:',
      SECRET,
      '30',
    ]);
    expect(decodeURIComponent(address.pathname)).toContain('Tertib Kabupaten Contoh:Hadi Purwoko');
  });
});
