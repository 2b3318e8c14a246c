import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import * as z from 'zod';

/** What pages hand to the browser: as much of it as an authenticator looks at. */
const optionsSchema = z.looseObject({
  challenge: z.string(),
  rp: z.object({ id: z.string() }).optional(),
  rpId: z.string().optional(),
  excludeCredentials: z.array(z.object({ id: z.string() })).optional(),
  allowCredentials: z.array(z.object({ id: z.string() })).optional(),
});
const jwkSchema = z.object({ x: z.string(), y: z.string() });

/** What can be bent, to see that it is refused. */
export interface Bent {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** Without it the person was not verified: no PIN, no finger. */
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly counter?: number;
  readonly signature?: string;
  readonly id?: string;
  readonly crossOrigin?: boolean;
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const flagsOf = ({ userPresent = true, userVerified = true }: Bent, attested: boolean): number =>
  (userPresent ? 0x01 : 0) | (userVerified ? 0x04 : 0) | (attested ? 0x40 : 0);

const cborBytes = (bytes: Uint8Array): Buffer => {
  const head =
    bytes.length < 24
      ? [0x40 | bytes.length]
      : bytes.length < 256
        ? [0x58, bytes.length]
        : [0x59, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
};
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);

/** A COSE EC2 key for ES256 (RFC 9053). */
const coseKey = (publicKey: KeyObject): Buffer => {
  const { x, y } = jwkSchema.parse(publicKey.export({ format: 'jwk' }));
  const fixed = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  const [xBytes, yBytes] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return Buffer.concat([fixed, Buffer.from([0x21]), cborBytes(xBytes), Buffer.from([0x22]), cborBytes(yBytes)]);
};

/** A passkey in software, as the standard has it (Web Authentication Level 3, sections 6 and 7), without a browser around it. */
export class SoftAuthenticator {
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credentialId = base64Url(randomBytes(32));
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #clientData(type: string, challenge: string, bent: Bent): Buffer {
    const { origin = this.#origin, crossOrigin = false } = bent;
    return Buffer.from(
      JSON.stringify({ type: bent.type ?? type, challenge: bent.challenge ?? challenge, origin, crossOrigin }),
    );
  }

  #data(rpId: string, bent: Bent, attested: Buffer = Buffer.alloc(0)): Buffer {
    this.counter = bent.counter ?? this.counter + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = Buffer.from([flagsOf(bent, attested.length > 0)]);
    return Buffer.concat([sha256(bent.rpId ?? rpId), flags, counter, attested]);
  }

  #answer(response: Record<string, unknown>, bent: Bent): string {
    const id = bent.id ?? this.credentialId;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  /** Answers `navigator.credentials.create()`. */
  create(options: unknown, bent: Bent = {}): string {
    const { challenge, rp } = optionsSchema.parse(options);
    const id = Buffer.from(bent.id ?? this.credentialId, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(this.#keys.publicKey)]);
    const data = this.#data(rp?.id ?? '', bent, attested);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(data),
    ]);
    return this.#answer(
      {
        clientDataJSON: base64Url(this.#clientData('webauthn.create', challenge, bent)),
        attestationObject: base64Url(attestation),
        transports: ['internal'],
      },
      bent,
    );
  }

  /** Answers `navigator.credentials.get()`. */
  get(options: unknown, bent: Bent = {}): string {
    const { challenge, rpId = '' } = optionsSchema.parse(options);
    const clientData = this.#clientData('webauthn.get', challenge, bent);
    const data = this.#data(rpId, bent);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey);
    return this.#answer(
      {
        clientDataJSON: base64Url(clientData),
        authenticatorData: base64Url(data),
        signature: bent.signature ?? base64Url(signature),
      },
      bent,
    );
  }
}
