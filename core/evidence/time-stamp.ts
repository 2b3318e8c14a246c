import type { Sha256 } from '../ids.ts';
import type { Instant } from '../time.ts';

/** What a time stamp token (RFC 3161) says, once it was judged. */
export interface TimeStamp {
  /** The token, DER. */
  readonly token: Uint8Array;
  readonly genTime: Instant;
  /** Whom the certificate of the authority names. */
  readonly authority: string;
  /** Hexadecimal, whole bytes. */
  readonly serialNumber: string;
}

/** Why a token, or the answer that should have brought one, is worth nothing. */
export const stampFaults = [
  'UNREACHABLE',
  'REJECTED',
  'MALFORMED',
  'WRONG_NONCE',
  'WRONG_IMPRINT',
  'BAD_SIGNATURE',
  'WRONG_CERTIFICATE',
  'WRONG_PURPOSE',
  'OUTSIDE_VALIDITY',
  'NOT_ANCHORED',
] as const;
export type StampFault = (typeof stampFaults)[number];

/** What became of asking for a stamp. */
export type Stamping =
  | { readonly outcome: 'stamped'; readonly stamp: TimeStamp }
  /** No authority is configured. */
  | { readonly outcome: 'off' }
  | { readonly outcome: 'failed'; readonly cause: StampFault };

/** The verdict on a token: `anchored` where its chain ends in a root that the judge was given; without roots nobody can say. */
export type StampVerdict =
  | {
      readonly verdict: 'valid';
      readonly anchored: boolean;
      readonly genTime: Instant;
      readonly authority: string;
      readonly serialNumber: string;
    }
  | { readonly verdict: 'invalid'; readonly fault: StampFault };

/** Judges a token for the bytes of this hash. Never throws. */
export type JudgeStamp = (token: Uint8Array, sha256: Sha256) => Promise<StampVerdict>;
