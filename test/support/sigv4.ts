import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface SigV4Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Signed {
  readonly scope: readonly string[];
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly amzDate: string;
  readonly payloadHash: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function fromQuery(url: URL): Signed {
  const value = (name: string) => url.searchParams.get(name) ?? '';
  return {
    scope: value('X-Amz-Credential').split('/'),
    signedHeaders: value('X-Amz-SignedHeaders').split(';'),
    signature: value('X-Amz-Signature'),
    amzDate: value('X-Amz-Date'),
    payloadHash: 'UNSIGNED-PAYLOAD',
  };
}

function fromHeader(request: IncomingMessage): Signed | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/;
  const match = pattern.exec(request.headers.authorization ?? '');
  if (match === null) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  return {
    scope: credential.split('/'),
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate: String(request.headers['x-amz-date']),
    payloadHash: String(request.headers['x-amz-content-sha256']),
  };
}

function canonicalRequest(request: IncomingMessage, url: URL, signed: Signed): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = signed.signedHeaders
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    .join('');
  return [request.method, url.pathname, query, headers, signed.signedHeaders.join(';'), signed.payloadHash].join('\n');
}

/**
 * Recomputes the AWS Signature Version 4 of a request, in its header or presigned form, over the request as it arrived: a
 * header that was signed and sent otherwise (a length, a checksum) makes it false.
 */
export function hasValidSignature(request: IncomingMessage, keys: SigV4Keys): boolean {
  const url = new URL(request.url ?? '/', 'http://s3.test');
  const signed = url.searchParams.has('X-Amz-Signature') ? fromQuery(url) : fromHeader(request);
  if (signed === undefined) return false;
  const [accessKeyId, ...scope] = signed.scope;
  if (accessKeyId !== keys.accessKeyId || !signed.signedHeaders.includes('host')) return false;
  const hashed = sha256(canonicalRequest(request, url, signed));
  const toSign = ['AWS4-HMAC-SHA256', signed.amzDate, scope.join('/'), hashed].join('\n');
  const signingKey = scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${keys.secretAccessKey}`);
  return hmac(signingKey, toSign).toString('hex') === signed.signature;
}
