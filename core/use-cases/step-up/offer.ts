import { isFull, passkeysOf, type StepUpVisit, totpOf } from '../../step-up/factors.ts';
import type { StepUpSettings } from '../../step-up/settings.ts';
import { SECRET_BYTES, secretText, totpAddress } from '../../step-up/totp.ts';
import { isBefore, MINUTE, plusMs } from '../../time.ts';
import { sha256Hex } from '../../trail/digest.ts';
import { fromHex, toBase64Url } from '../encoding.ts';
import { provenBy, type Standing, type StepUpPlace, type StepUpPorts, standingAt, type Who } from './place.ts';
import { isExhausted, isSpent } from './tries.ts';

const CHALLENGE_MINUTES = 10;
const CHALLENGE_BYTES = 32;

/** What a page can ask of somebody. Options are those of the browser's passkey interface, `null` where it cannot be used. */
export type StepUpOffer =
  | { readonly kind: 'prove'; readonly hasCodes: boolean; readonly passkey: unknown | null }
  | {
      readonly kind: 'enrol';
      readonly app: { readonly secret: string; readonly address: string } | null;
      readonly passkey: unknown | null;
    }
  /** No factor, and none may be enrolled here. */
  | { readonly kind: 'elsewhere' }
  /** Too many tries: not before an hour after the first. */
  | { readonly kind: 'spent' };

export const sealContext = ({ agencyId, nip }: Who): string => `totp:${agencyId}:${nip}`;

const challengeFor = (
  { clock, ids }: StepUpPorts,
  { challenge }: StepUpVisit,
  purpose: 'ENROL' | 'PROVE',
): NonNullable<StepUpVisit['challenge']> =>
  challenge !== undefined && challenge.purpose === purpose && isBefore(clock.now(), challenge.until)
    ? challenge
    : {
        value: toBase64Url(ids.bytes(CHALLENGE_BYTES)),
        purpose,
        until: plusMs(clock.now(), CHALLENGE_MINUTES * MINUTE),
      };

/** Writes the visit where it has to change; a page that is loaded again shows the same challenge and the same secret. */
const kept = async ({ stepUps }: StepUpPorts, before: StepUpVisit, after: StepUpVisit): Promise<void> => {
  const isSame = before.version > 0 && before.challenge === after.challenge && before.offered === after.offered;
  if (!isSame) await stepUps.put(after);
};

/** What proves one of the factors that somebody has. */
export const offerProof = async (
  ports: StepUpPorts,
  place: StepUpPlace,
  { held, visit }: Standing,
): Promise<StepUpOffer> => {
  const known = passkeysOf(held);
  const { site } = place;
  if (known.length === 0 || site === undefined) {
    return { kind: 'prove', hasCodes: totpOf(held) !== undefined, passkey: null };
  }
  const challenge = challengeFor(ports, visit, 'PROVE');
  await kept(ports, visit, { ...visit, challenge });
  const passkey = await ports.passkeys.requestOptions({ site, challenge: challenge.value, known });
  return { kind: 'prove', hasCodes: totpOf(held) !== undefined, passkey };
};

const offeredSecret = async (ports: StepUpPorts, who: Who, { offered }: StepUpVisit) => {
  const context = sealContext(who);
  if (offered !== undefined) return { sealed: offered, secret: await ports.sealer.open(offered, context) };
  const secret = secretText(new Uint8Array(ports.ids.bytes(SECRET_BYTES)));
  return { sealed: await ports.sealer.seal(secret, context), secret };
};

/** A name for the person at authenticators: the same each time, and nobody's number (WebAuthn, section 14.6.1). */
const handleOf = ({ agencyId, nip }: Who): Uint8Array => fromHex(sha256Hex(`passkey:${agencyId}#${nip}`));

/** As the person finds it in their app or at their authenticator. */
const labelOf = async ({ directory }: StepUpPorts, { agencyId, nip }: Who) => ({
  label: (await directory.staff(agencyId, nip))?.name ?? nip,
  issuer: `Tertib ${(await directory.agency(agencyId))?.name ?? agencyId}`,
});

/** What somebody needs to enrol a factor here. */
export const offerEnrolment = async (
  ports: StepUpPorts,
  { who, site }: StepUpPlace,
  { held, visit }: Standing,
): Promise<StepUpOffer> => {
  if (isFull(held)) return { kind: 'enrol', app: null, passkey: null };
  const app = totpOf(held) === undefined ? await offeredSecret(ports, who, visit) : undefined;
  const challenge = site === undefined ? undefined : challengeFor(ports, visit, 'ENROL');
  await kept(ports, visit, { ...visit, challenge: challenge ?? visit.challenge, offered: app?.sealed });
  const names = await labelOf(ports, who);
  const person = { handle: handleOf(who), name: names.label };
  const passkey =
    site === undefined || challenge === undefined
      ? null
      : await ports.passkeys.creationOptions({ site, person, challenge: challenge.value, known: passkeysOf(held) });
  return {
    kind: 'enrol',
    app: app === undefined ? null : { secret: app.secret, address: totpAddress(app.secret, names) },
    passkey,
  };
};

/** What the page asks for before the case is shown; undefined for a browser that has proven the person here. */
export const offerStepUp = async (
  ports: StepUpPorts,
  place: StepUpPlace,
  { enrolment }: Pick<StepUpSettings, 'enrolment'>,
): Promise<StepUpOffer | undefined> => {
  const standing = await standingAt(ports, place);
  if (provenBy(ports, standing) !== undefined) return undefined;
  if (isSpent(ports, standing.visit) || isExhausted(ports, standing.held)) return { kind: 'spent' };
  if (standing.held.factors.length > 0) return offerProof(ports, place, standing);
  return enrolment === 'ON_FIRST_USE' ? offerEnrolment(ports, place, standing) : { kind: 'elsewhere' };
};
