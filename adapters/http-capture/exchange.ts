import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { TcpSocketConnectOpts } from 'node:net';
import { isNativeError } from 'node:util/types';
import { headerValue } from '../../core/capture/headers.ts';
import type { HeaderLine } from '../../core/capture/page-capture.ts';
import { CaptureStop } from './capture-stop.ts';
import { pinnedLookup } from './pinned-lookup.ts';
import type { PinnedAddress } from './resolve.ts';

/** One request to one host whose addresses are already judged. */
export interface ExchangeRequest {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly PinnedAddress[];
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** One answer. `location` is set when it redirects; the body of a redirect is not read. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly remoteAddress: string;
  readonly location: string | undefined;
  readonly body: Uint8Array;
}

/** How far a connection came, which tells what an error was about. */
interface Progress {
  connected: boolean;
  secured: boolean;
  remoteAddress: string;
}

/** Understood by the socket, not declared by the request. */
type FamilyOptions = 'autoSelectFamily' | 'autoSelectFamilyAttemptTimeout';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HEADER_BYTES = 32 * 1024;
const CONNECT_ATTEMPT_MS = 2000;

/** No cookies, no referrer, no compression (so that what is stored can be read as it is), no connection reuse, no proxy. */
function optionsOf(request: ExchangeRequest): https.RequestOptions & Pick<TcpSocketConnectOpts, FamilyOptions> {
  return {
    method: 'GET',
    host: request.host,
    port: request.port,
    path: `${request.url.pathname}${request.url.search}`,
    headers: {
      host: request.url.host,
      'user-agent': request.userAgent,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'id,en;q=0.8',
      'accept-encoding': 'identity',
    },
    agent: false,
    lookup: pinnedLookup(request.addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: CONNECT_ATTEMPT_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    rejectUnauthorized: true,
    signal: request.signal,
  };
}

function watch(request: ClientRequest, secure: boolean): Progress {
  const progress: Progress = { connected: false, secured: !secure, remoteAddress: '' };
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      progress.connected = true;
      progress.remoteAddress = socket.remoteAddress ?? '';
    });
    socket.once('secureConnect', () => {
      progress.secured = true;
    });
  });
  return progress;
}

function stopFor(error: unknown, progress: Progress, signal: AbortSignal): CaptureStop {
  if (error instanceof CaptureStop) return error;
  if (signal.aborted) return new CaptureStop('TIMEOUT', error);
  if (progress.connected && !progress.secured) return new CaptureStop('TLS_FAILURE', error);
  const code = isNativeError(error) && 'code' in error ? String(error.code) : '';
  return new CaptureStop(code.startsWith('HPE_') ? 'BAD_RESPONSE' : 'CONNECTION_FAILED', error);
}

function headerLines({ rawHeaders }: IncomingMessage): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
  return lines;
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  if (Number(response.headers['content-length']) > maxBytes) throw new CaptureStop('TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.iterator()) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new CaptureStop('TOO_LARGE');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new CaptureStop('BAD_RESPONSE'));
    });
    request.once('close', () => reject(new CaptureStop('CONNECTION_FAILED'))); // whatever else ends it without an answer
    request.on('error', reject); // stays: a socket may fail again after the answer was given up
    request.end();
  });
}

/**
 * Sends one GET and reads the answer, within `signal` and `maxBytes`.
 *
 * @throws CaptureStop with the code that the capture ends with.
 */
export async function exchange(request: ExchangeRequest): Promise<ExchangeAnswer> {
  const secure = request.url.protocol === 'https:';
  const outgoing = (secure ? https : http).request(optionsOf(request));
  const progress = watch(outgoing, secure);
  try {
    const response = await responseTo(outgoing);
    const status = response.statusCode ?? 0;
    const headers = headerLines(response);
    const location = REDIRECTS.has(status) ? headerValue(headers, 'location') : undefined;
    const body = location === undefined ? await readBody(response, request.maxBytes) : new Uint8Array();
    return { status, headers, remoteAddress: progress.remoteAddress, location, body };
  } catch (error) {
    throw stopFor(error, progress, request.signal);
  } finally {
    outgoing.destroy();
  }
}
