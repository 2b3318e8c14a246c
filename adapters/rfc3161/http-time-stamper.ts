import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import type { StampFault, Stamping } from '../../core/evidence/time-stamp.ts';
import type { Sha256 } from '../../core/ids.ts';
import type { Ids, TimeStamper } from '../../core/ports.ts';
import type { Anchors } from './anchors.ts';
import { judgeStampBy } from './judge-token.ts';
import { bytesOfInteger, parseToken, wholeOf } from './token.ts';

export interface HttpTimeStamperOptions {
  readonly url: string;
  readonly anchors: Anchors;
  readonly ids: Ids;
  /** How long the authority may take. Milliseconds. */
  readonly timeoutMs?: number;
}

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** Positive and without a leading zero, so that it has one encoding. */
const nonceOf = (ids: Ids): Uint8Array<ArrayBuffer> => {
  const bytes = Uint8Array.from(ids.bytes(8));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
};

const requestFor = (sha256: Sha256, nonce: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(sha256, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
};

const failed = (cause: StampFault): Stamping => ({ outcome: 'failed', cause });

const boundedBytes = async (response: Response): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MAX_ANSWER_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** `granted` or `grantedWithMods` (RFC 3161, 2.4.2). */
const isGranted = ({ status: { status } }: TimeStampResp): boolean => status === 0 || status === 1;

const tokenIn = (answer: Uint8Array): Uint8Array | StampFault => {
  try {
    const response = new TimeStampResp({ schema: wholeOf(answer) });
    if (!isGranted(response)) return 'REJECTED';
    const token = response.timeStampToken;
    return token === undefined ? 'MALFORMED' : new Uint8Array(token.toSchema().toBER());
  } catch {
    return 'MALFORMED';
  }
};

const bearsNonce = (token: Uint8Array, nonce: Uint8Array): boolean => {
  const given = bytesOfInteger(parseToken(token).info.nonce);
  return given !== undefined && Buffer.compare(given, nonce) === 0;
};

/** An authority over HTTP (RFC 3161, 3.4). Its answer is judged, chain and all, before anybody is given it. */
export class HttpTimeStamper implements TimeStamper {
  readonly isOn = true;
  readonly #options: HttpTimeStamperOptions;

  constructor(options: HttpTimeStamperOptions) {
    this.#options = options;
  }

  async stamp(sha256: Sha256): Promise<Stamping> {
    const nonce = nonceOf(this.#options.ids);
    const answer = await this.#ask(requestFor(sha256, nonce));
    if (answer === undefined) return failed('UNREACHABLE');
    const token = tokenIn(answer);
    if (typeof token === 'string') return failed(token);
    const judged = await judgeStampBy(this.#options.anchors)(token, sha256);
    if (judged.verdict === 'invalid') return failed(judged.fault);
    if (!bearsNonce(token, nonce)) return failed('WRONG_NONCE');
    const { genTime, authority, serialNumber } = judged;
    return { outcome: 'stamped', stamp: { token, genTime, authority, serialNumber } };
  }

  async #ask(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
    const { url, timeoutMs = TIMEOUT_MS } = this.#options;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await boundedBytes(response);
      return response.ok ? answer : undefined;
    } catch {
      // Whatever kept the answer away, the sweep asks again.
      return undefined;
    }
  }
}
