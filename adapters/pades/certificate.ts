import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { MalformedItem } from '../../core/errors.ts';
import { epochOf } from '../../core/time.ts';
import { bits, der, integer, octets, oid, raw, rsaSha256Algorithm, sequence, tagged } from './der.ts';
import type { RsaKey } from './rsa-key.ts';

/** A certificate with the parts by which a signature names it. */
export interface SigningCertificate {
  readonly der: Uint8Array;
  readonly issuer: asn1js.Sequence;
  readonly serial: asn1js.Integer;
}

/**
 * The certificate that an authority gave a key.
 * @throws MalformedItem where it is none, or belongs to another key
 */
export const issuedCertificate = (bytes: Uint8Array, { publicKey }: RsaKey): SigningCertificate => {
  const [toBeSigned] = childrenOf(raw(bytes));
  const [, serial, , issuer] = toBeSigned === undefined ? [] : childrenOf(toBeSigned);
  if (!(serial instanceof asn1js.Integer && issuer instanceof asn1js.Sequence)) {
    throw new MalformedItem('the certificate of the key for letters cannot be read');
  }
  const certified = new X509Certificate(bytes).publicKey.export({ format: 'der', type: 'spki' });
  if (!certified.equals(publicKey)) throw new MalformedItem('the certificate belongs to another key');
  return { der: bytes, issuer, serial };
};

const childrenOf = (value: asn1js.BaseBlock): readonly asn1js.BaseBlock[] =>
  value instanceof asn1js.Sequence ? value.valueBlock.value : [];

/** RFC 5280 Appendix A: the longest common name. */
const COMMON_NAME = 64;

const nameOf = (commonName: string): asn1js.Sequence =>
  sequence(
    new asn1js.Set({
      value: [sequence(oid('2.5.4.3'), new asn1js.Utf8String({ value: commonName.slice(0, COMMON_NAME) }))],
    }),
  );

/** Positive and from the key itself, so that the certificate can be made again instead of being kept. */
const serialOf = (publicKey: Uint8Array): asn1js.Integer => {
  const digest = createHash('sha256').update(publicKey).digest().subarray(0, 16);
  digest[0] = ((digest[0] ?? 0) & 0x3f) | 0x40;
  return new asn1js.Integer({ valueHex: Uint8Array.from(digest) });
};

/** A key of this system has no planned end (RFC 5280 4.1.2.5). */
const NO_END = new Date('9999-12-31T23:59:59Z');

const time = (value: Date): asn1js.BaseBlock =>
  value.getUTCFullYear() < 2050
    ? new asn1js.UTCTime({ valueDate: value })
    : new asn1js.GeneralizedTime({ valueDate: value });

const extension = (id: string, critical: boolean, value: asn1js.BaseBlock): asn1js.Sequence =>
  sequence(oid(id), ...(critical ? [new asn1js.Boolean({ value: true })] : []), octets(der(value)));

/** No authority; signs documents: digitalSignature and contentCommitment. */
const extensions = (): asn1js.Constructed =>
  tagged(3, [
    sequence(
      extension('2.5.29.19', true, sequence()),
      extension('2.5.29.15', true, new asn1js.BitString({ unusedBits: 6, valueHex: Uint8Array.of(0xc0) })),
    ),
  ]);

/**
 * The certificate (RFC 5280) that a key gives itself. It proves that letters come from the holder of this key and were not changed;
 * who that is, no certification authority vouches for. The same key and name always give the same bytes.
 */
export const selfSignedCertificate = async (key: RsaKey, commonName: string): Promise<SigningCertificate> => {
  const issuer = nameOf(commonName);
  const serial = serialOf(key.publicKey);
  const from = new Date(Math.floor(epochOf(key.createdAt) / 1000) * 1000);
  const toBeSigned = sequence(
    tagged(0, [integer(2)]),
    serial,
    rsaSha256Algorithm(),
    issuer,
    sequence(time(from), time(NO_END)),
    issuer,
    raw(key.publicKey),
    extensions(),
  );
  const signature = await key.sign(der(toBeSigned));
  return { der: der(sequence(toBeSigned, rsaSha256Algorithm(), bits(signature))), issuer, serial };
};
