const SEQUENCE = 0x30;
const INTEGER = 0x02;
const P256_BYTES = 32;

/** One DER integer at `offset`, as 32 bytes big-endian without sign. */
const readInteger = (der: Uint8Array, offset: number): { value: Uint8Array; end: number } => {
  const length = der[offset + 1] ?? 0;
  const end = offset + 2 + length;
  if (der[offset] !== INTEGER || length === 0 || end > der.length) throw new RangeError('not a DER integer');
  const bytes = der.subarray(offset + 2, end);
  const digits = bytes.subarray(
    bytes.findIndex((byte) => byte !== 0) === -1 ? length : bytes.findIndex((byte) => byte !== 0),
  );
  if (digits.length > P256_BYTES) throw new RangeError('a DER integer is longer than P-256 allows');
  const value = new Uint8Array(P256_BYTES);
  value.set(digits, P256_BYTES - digits.length);
  return { value, end };
};

/**
 * An ECDSA signature on P-256 from DER (ASN.1 `SEQUENCE { r INTEGER, s INTEGER }`, as KMS and X.509 write it) to the 64 bytes
 * r || s of JWS (RFC 7518, section 3.4).
 * @throws RangeError for anything else
 */
export const joseSignatureOf = (der: Uint8Array): Uint8Array => {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) throw new RangeError('not a DER sequence');
  const r = readInteger(der, 2);
  const s = readInteger(der, r.end);
  if (s.end !== der.length) throw new RangeError('bytes behind the DER signature');
  return Uint8Array.from([...r.value, ...s.value]);
};
