import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { hasValidSignature, type SigV4Keys } from './sigv4.ts';

/** One stored object. */
export interface FakeObject {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** The SHA-256 in base64 that came with it and was verified. */
  readonly checksum?: string | undefined;
  /** Of the one version that an object can have where every put is conditional. */
  readonly legalHold?: 'ON' | 'OFF' | undefined;
}

/** A server that speaks the S3 calls the evidence store makes, and refuses what S3 refuses. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly keys: SigV4Keys;
  /** By `bucket/key`. */
  readonly objects: Map<string, FakeObject>;
  /** Tags of objects, by `bucket/key`: what somebody else puts there. */
  readonly tags: Map<string, Readonly<Record<string, string>>>;
  /** Method and path of every call, in order. */
  readonly calls: string[];
  /** The next PUTs that are answered 409, as a concurrent conditional write is. */
  conflicts: number;
  /** Answers every call with 500 while true. */
  broken: boolean;
  close(): Promise<void>;
}

type State = Pick<FakeS3, 'objects' | 'tags' | 'calls' | 'conflicts' | 'broken' | 'keys'> & {
  readonly buckets: readonly string[];
  /** Buckets with Object Lock. */
  readonly locked: readonly string[];
  readonly now: () => number;
};

interface Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly path: string;
  readonly body: Buffer;
}

type Answer = { readonly status: number; readonly code?: string; readonly object?: FakeObject };

const sha256Base64 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
const sha256Hex = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function presignedExpiry(url: URL): number | undefined {
  const date = url.searchParams.get('X-Amz-Date');
  if (date === null) return undefined;
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso) + Number(url.searchParams.get('X-Amz-Expires')) * 1000;
}

function refuseAccess(state: State, { request, url, body }: Call): Answer | undefined {
  if (!hasValidSignature(request, state.keys)) return { status: 403, code: 'SignatureDoesNotMatch' };
  const expiry = presignedExpiry(url);
  if (expiry !== undefined && expiry <= state.now()) return { status: 403, code: 'AccessDenied' };
  const declared = request.headers['x-amz-content-sha256'];
  const hashed = typeof declared === 'string' && /^[0-9a-f]{64}$/.test(declared);
  return hashed && declared !== sha256Hex(body) ? { status: 400, code: 'XAmzContentSHA256Mismatch' } : undefined;
}

function put(state: State, { request, path, body }: Call): Answer {
  const checksum = request.headers['x-amz-checksum-sha256']?.toString();
  if (checksum !== undefined && checksum !== sha256Base64(body)) return { status: 400, code: 'BadDigest' };
  if (state.conflicts > 0) {
    state.conflicts -= 1;
    return { status: 409, code: 'ConditionalRequestConflict' };
  }
  if (request.headers['if-none-match'] === '*' && state.objects.has(path)) {
    return { status: 412, code: 'PreconditionFailed' };
  }
  const legalHold = holdIn(request.headers['x-amz-object-lock-legal-hold']);
  if (legalHold !== undefined && !isLocked(state, path)) return noLock;
  if (legalHold !== undefined && checksum === undefined) return { status: 400, code: 'InvalidRequest' };
  const mediaType = String(request.headers['content-type']);
  state.objects.set(path, { bytes: body, mediaType, checksum, legalHold });
  return { status: 200 };
}

const noLock: Answer = { status: 400, code: 'InvalidRequest' };
const isLocked = ({ locked }: State, path: string): boolean => locked.includes(path.split('/', 1).join(''));
const holdIn = (text: unknown): 'ON' | 'OFF' | undefined => (text === 'ON' || text === 'OFF' ? text : undefined);

/** `PutObjectLegalHold`: with a digest of its body, in a bucket with Object Lock, on what is there. */
function putLegalHold(state: State, { request, path, body }: Call): Answer {
  const { headers } = request;
  const digested = 'content-md5' in headers || Object.keys(headers).some((name) => /^x-amz-checksum-\w+$/.test(name));
  const legalHold = holdIn(/<Status>(\w+)<\/Status>/.exec(body.toString('utf8'))?.[1]);
  const object = state.objects.get(path);
  if (!isLocked(state, path) || !digested) return { status: 400, code: 'InvalidRequest' };
  if (legalHold === undefined) return { status: 400, code: 'MalformedXML' };
  if (object === undefined) return { status: 404, code: 'NoSuchKey' };
  state.objects.set(path, { ...object, legalHold });
  return { status: 200 };
}

/** Deletes the version, unless it is held. */
function deleteVersion(state: State, { path }: Call): Answer {
  if (state.objects.get(path)?.legalHold === 'ON') return { status: 403, code: 'AccessDenied' };
  state.objects.delete(path);
  return { status: 204 };
}

function answerTo(state: State, call: Call): Answer {
  if (state.broken) return { status: 500, code: 'InternalError' };
  const refusal = refuseAccess(state, call);
  if (refusal !== undefined) return refusal;
  if (!state.buckets.includes(call.path.split('/', 1).join(''))) return { status: 404, code: 'NoSuchBucket' };
  if (call.request.method === 'PUT')
    return call.url.searchParams.has('legal-hold') ? putLegalHold(state, call) : put(state, call);
  if (call.request.method === 'DELETE' && call.url.searchParams.has('versionId')) return deleteVersion(state, call);
  if (call.request.method !== 'GET' && call.request.method !== 'HEAD') return { status: 405, code: 'MethodNotAllowed' };
  const object = state.objects.get(call.path);
  if (object !== undefined && call.url.searchParams.has('tagging')) return tagging(state, call);
  return object === undefined ? { status: 404, code: 'NoSuchKey' } : { status: 200, object };
}

function tagging({ tags }: State, { path }: Call): Answer {
  const set = Object.entries(tags.get(path) ?? {})
    .map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`)
    .join('');
  const bytes = Buffer.from(`<Tagging><TagSet>${set}</TagSet></Tagging>`);
  return { status: 200, object: { bytes, mediaType: 'application/xml' } };
}

function send(response: ServerResponse, { status, code, object }: Answer): void {
  const body =
    code === undefined ? (object?.bytes ?? Buffer.alloc(0)) : Buffer.from(`<Error><Code>${code}</Code></Error>`);
  const mediaType = code === undefined ? (object?.mediaType ?? 'text/plain') : 'application/xml';
  const held = object?.legalHold === undefined ? {} : { 'x-amz-object-lock-legal-hold': object.legalHold };
  response.writeHead(status, { 'content-type': mediaType, 'content-length': body.byteLength, ...held });
  response.end(body);
}

/** Starts the server on a free loopback port; the first bucket has Object Lock. `now` is the time that presigned URLs are judged by. */
export async function startFakeS3(buckets: readonly string[], now: () => number): Promise<FakeS3> {
  const keys = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret-of-the-test' };
  const state = {
    objects: new Map<string, FakeObject>(),
    tags: new Map<string, Readonly<Record<string, string>>>(),
    calls: [],
    conflicts: 0,
    broken: false,
    keys,
    buckets,
    locked: buckets.slice(0, 1),
    now,
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3.test');
    const path = decodeURIComponent(url.pathname.slice(1));
    fake.calls.push(`${request.method} ${path}`);
    send(response, answerTo(fake, { request, url, path, body: await buffer(request) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  const fake: FakeS3 & State = Object.assign(state, { endpoint: `http://127.0.0.1:${port}`, close });
  return fake;
}
