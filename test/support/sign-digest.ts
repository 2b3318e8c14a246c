import { createECDH, type KeyObject, randomBytes } from 'node:crypto';

/** The order of the group of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const toBytes = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');

const modPow = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let power = base % ORDER;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * power) % ORDER;
    power = (power * power) % ORDER;
  }
  return result;
};

const derInteger = (number: bigint): Buffer => {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const signed = (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(0x02, signed.length), signed]);
};

/** DER of an ECDSA signature's two numbers. */
export const derSignature = (r: bigint, s: bigint): Buffer => {
  const body = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
};

/** ECDSA on P-256 over a digest, in DER, as KMS signs with `MessageType: DIGEST`: node:crypto only signs what it hashes itself. */
export const signDigest = (digest: Uint8Array, privateKey: KeyObject): Buffer => {
  const secret = toNumber(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
  const nonce = (toNumber(randomBytes(32)) % (ORDER - 1n)) + 1n;
  const point = createECDH('prime256v1');
  point.setPrivateKey(toBytes(nonce));
  const r = toNumber(point.getPublicKey().subarray(1, 33)) % ORDER;
  const s = (modPow(nonce, ORDER - 2n) * (toNumber(digest) + r * secret)) % ORDER;
  return derSignature(r, s);
};
