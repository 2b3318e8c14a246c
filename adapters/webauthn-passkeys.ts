import * as z from 'zod';
import type { Passkeys, RelyingParty } from '../core/ports.ts';
import type { Passkey } from '../core/step-up/factors.ts';

/** Loaded when it is first needed: most requests of a function never are about a passkey. */
const library = () => import('@simplewebauthn/server');

/** COSE algorithms that every authenticator in use has one of: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];
const TIMEOUT_MS = 5 * 60_000;
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
const text = z.string().max(20_000);

/** What a browser answers with (WebAuthn Level 3, section 5.1: `toJSON()`), as far as it is read here. */
const answerBase = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.object({}) };
const creationSchema = z.object({
  ...answerBase,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
const requestSchema = z.object({
  ...answerBase,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const fromBase64Url = (encoded: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(encoded, 'base64url'));

const descriptorsOf = (known: readonly Passkey[]) =>
  known.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports.filter((name) => transport.safeParse(name).success).map((name) => transport.parse(name)),
  }));

/** The library throws for every answer that does not hold, whatever the reason; so does it where the answer is garbage. */
const heldOr = async <T>(verify: () => Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
};

const expectedAt = ({ id, origin }: RelyingParty, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
});

/** Passkeys by a library that follows the standard (Web Authentication Level 3). */
export class WebAuthnPasskeys implements Passkeys {
  async creationOptions({ site, person, challenge, known }: Parameters<Passkeys['creationOptions']>[0]) {
    const { generateRegistrationOptions } = await library();
    return generateRegistrationOptions({
      rpName: site.name,
      rpID: site.id,
      userName: person.name,
      userDisplayName: person.name,
      userID: new Uint8Array(person.handle),
      challenge: fromBase64Url(challenge),
      attestationType: 'none',
      timeout: TIMEOUT_MS,
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: descriptorsOf(known),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
  }

  async requestOptions({ site, challenge, known }: Parameters<Passkeys['requestOptions']>[0]) {
    const { generateAuthenticationOptions } = await library();
    return generateAuthenticationOptions({
      rpID: site.id,
      challenge: fromBase64Url(challenge),
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      allowCredentials: descriptorsOf(known),
    });
  }

  async verifyCreation({ site, challenge, response }: Parameters<Passkeys['verifyCreation']>[0]) {
    const parsed = creationSchema.safeParse(response);
    if (!parsed.success) return undefined;
    const { transports, ...attested } = parsed.data.response;
    const { verifyRegistrationResponse } = await library();
    return heldOr(async () => {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        ...expectedAt(site, challenge),
        response: { ...parsed.data, response: attested },
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!verified) return undefined;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { credentialId: id, publicKey: toBase64Url(publicKey), counter, transports };
    });
  }

  async verifyRequest({ site, challenge, response, known }: Parameters<Passkeys['verifyRequest']>[0]) {
    const parsed = requestSchema.safeParse(response);
    const passkey = parsed.success ? known.find(({ credentialId }) => credentialId === parsed.data.id) : undefined;
    if (!parsed.success || passkey === undefined) return undefined;
    const { verifyAuthenticationResponse } = await library();
    return heldOr(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...expectedAt(site, challenge),
        response: parsed.data,
        credential: {
          id: passkey.credentialId,
          publicKey: fromBase64Url(passkey.publicKey),
          counter: passkey.counter,
        },
      });
      return verified ? { factorId: passkey.factorId, counter: authenticationInfo.newCounter } : undefined;
    });
  }
}
