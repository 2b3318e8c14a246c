import { Secret, TOTP } from 'otpauth/slim';

/** RFC 6238 with what every app takes: SHA-1, six digits, 30 seconds. */
export const STEP_SECONDS = 30;
/** RFC 4226, section 4, R6 recommends 160 bits. */
export const SECRET_BYTES = 20;
/** RFC 6238, section 5.2: one step to either side for clocks that disagree and people who type slowly. */
const WINDOW = 1;

const generator = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** @param epochMs milliseconds since 1970 */
export const timeStep = (epochMs: number): number => Math.floor(epochMs / 1000 / STEP_SECONDS);

/** A secret as people type it: base32 (RFC 4648, section 6) without padding. */
export const secretText = (bytes: Uint8Array<ArrayBuffer>): string => new Secret({ buffer: bytes.buffer }).base32;

/** The address that an app reads from the picture. */
export const totpAddress = (secret: string, { label, issuer }: { label: string; issuer: string }): string =>
  generator(secret, label, issuer).toString();

/** The code of a time step. */
export const totpCode = (secret: string, step: number): string =>
  generator(secret).generate({ timestamp: step * STEP_SECONDS * 1000 });

/** The time step that a typed code belongs to, now or one step beside; undefined where it is none's. */
export const stepOfCode = (secret: string, typed: string, epochMs: number): number | undefined => {
  const token = typed.replace(/\D/g, '');
  if (token.length !== 6) return undefined;
  const delta = generator(secret).validate({ token, timestamp: epochMs, window: WINDOW });
  return delta === null ? undefined : timeStep(epochMs) + delta;
};
