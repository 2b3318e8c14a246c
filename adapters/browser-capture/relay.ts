import { request as httpRequest, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { connect, type Socket, type TcpSocketConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CaptureUrl } from '../../core/capture/capture-url.ts';
import { pinnedLookup } from '../http-capture/pinned-lookup.ts';
import type { PinnedAddress } from '../http-capture/resolve.ts';
import { endToEnd } from './end-to-end.ts';

/** Where a connection may go: an address whose name was resolved and whose every answer was judged. */
export interface Judged {
  readonly target: Extract<CaptureUrl, { ok: true }>;
  readonly addresses: readonly PinnedAddress[];
}

/** What a relay tells of itself. */
export interface RelayEvents {
  /** A socket to the outside, from its beginning. */
  readonly opened: (socket: Socket) => void;
  readonly connected: (address: string) => void;
  readonly failed: () => void;
  readonly passed: (bytes: number) => void;
}

/** Understood by the socket, not declared by the request. */
type Options = RequestOptions & Pick<TcpSocketConnectOpts, 'autoSelectFamily'>;

const CONNECT_MS = 5000;

/** Joins a browser with a judged address, for TLS and web sockets. */
export const tunnel = (client: Duplex, head: Uint8Array, { target, addresses }: Judged, events: RelayEvents): void => {
  const { host, port } = target;
  const upstream = connect({ host, port, lookup: pinnedLookup(addresses), autoSelectFamily: true });
  let isConnected = false;
  events.opened(upstream);
  upstream.setTimeout(CONNECT_MS, () => upstream.destroy());
  upstream.once('connect', () => {
    isConnected = true;
    upstream.setTimeout(0);
    events.connected(upstream.remoteAddress ?? '');
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.byteLength > 0) upstream.write(head);
    for (const side of [client, upstream]) side.on('data', (chunk: Uint8Array) => events.passed(chunk.byteLength));
    client.pipe(upstream);
    upstream.pipe(client);
  });
  upstream.once('close', () => {
    if (!isConnected) events.failed();
    client.destroy();
  });
  client.once('close', () => upstream.destroy());
};

/** Sends a plain request on to a judged address, and its answer back. */
export const forward = (
  request: IncomingMessage,
  response: ServerResponse,
  { target, addresses }: Judged,
  events: RelayEvents,
): void => {
  const { url, host, port } = target;
  const options: Options = {
    method: request.method ?? 'GET',
    host,
    port,
    path: `${url.pathname}${url.search}`,
    headers: endToEnd(request.rawHeaders),
    setHost: false,
    agent: false,
    lookup: pinnedLookup(addresses),
    autoSelectFamily: true,
    timeout: CONNECT_MS,
  };
  const upstream = httpRequest(options);
  upstream.once('socket', (socket) => {
    events.opened(socket);
    socket.once('connect', () => {
      socket.setTimeout(0);
      events.connected(socket.remoteAddress ?? '');
    });
  });
  upstream.once('timeout', () => upstream.destroy());
  upstream.on('error', () => {
    events.failed();
    response.destroy();
  });
  upstream.once('upgrade', (_answer, socket) => socket.destroy());
  upstream.once('response', (answer) => {
    answer.on('data', (chunk: Uint8Array) => events.passed(chunk.byteLength));
    answer.once('error', () => response.destroy());
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', endToEnd(answer.rawHeaders));
    answer.pipe(response);
  });
  response.once('close', () => upstream.destroy());
  request.on('data', (chunk: Uint8Array) => events.passed(chunk.byteLength));
  request.pipe(upstream);
};
