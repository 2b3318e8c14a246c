import type { Instant } from '../../core/time.ts';

/** An RSA key that documents are sealed with, wherever it lies. */
export interface RsaKey {
  /** When it was made: its certificate is valid from then on. */
  readonly createdAt: Instant;
  /** The public key as DER of SubjectPublicKeyInfo (RFC 5280). */
  readonly publicKey: Uint8Array;
  /** The certificate (DER) that an authority gave it; without one it gives itself one. */
  readonly certificate?: Uint8Array;
  /** RSASSA-PKCS1-v1_5 over SHA-256: the same data always has the same signature. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
