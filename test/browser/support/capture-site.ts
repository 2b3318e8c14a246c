import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { BrowserCapture, type BrowserCaptureOptions, type BrowserLimits } from '../../../adapters/browser-capture.ts';
import type { CapturedPage, CaptureResult, RenderedPage } from '../../../core/capture/page-capture.ts';
import { instantOf } from '../../../core/time.ts';
import type { SelfSigned } from '../../support/self-signed.ts';
import { chromiumPath } from './site.ts';

export const NOW = instantOf(Date.UTC(2026, 10, 23, 2, 15));

const open: (() => void)[] = [];

export const closeServers = (): void => {
  for (const close of open.splice(0)) close();
};

const listen = (server: Server): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // captures hang up on purpose
  });
  open.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
};

export const serve = (handler: RequestListener): Promise<number> => listen(createServer(handler));

/** A site that also takes web sockets. */
export const serveWith = (
  handler: RequestListener,
  onUpgrade: (request: IncomingMessage, socket: Duplex) => void,
): Promise<number> => listen(createServer(handler).on('upgrade', onUpgrade));

export const serveTls = (certificate: SelfSigned, handler: RequestListener): Promise<number> =>
  listen(createTlsServer({ ...certificate }, handler));

/** A page for every path that is named; the rest is not found. */
export const site = (pages: Readonly<Record<string, string | RequestListener>>): RequestListener => {
  return (request, response) => {
    const page = pages[(request.url ?? '').split('?', 1).join('')];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<p>tidak ada</p>');
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  };
};

/** Something inside the network that no page may reach, on TCP and UDP alike. */
export interface Inside {
  readonly port: number;
  /** How often anything arrived. */
  readonly touches: () => number;
}

export const inside = async (): Promise<Inside> => {
  let touches = 0;
  const port = await listen(
    createTcpServer((socket) => {
      touches += 1;
      socket.destroy();
    }),
  );
  const udp = createSocket('udp4');
  udp.on('message', () => {
    touches += 1;
  });
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  open.push(() => udp.close());
  const onIpv6 = createTcpServer((socket) => {
    touches += 1;
    socket.destroy();
  });
  onIpv6.on('error', () => undefined); // a machine without IPv6
  await new Promise<void>((resolve) => {
    onIpv6.once('error', () => resolve());
    onIpv6.listen(port, '::1', resolve);
  });
  open.push(() => onIpv6.close());
  return { port, touches: () => touches };
};

/** Where names lead in these tests; every other name is the site's. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'dalam.test': ['10.0.0.5'],
  'meta.test': ['169.254.169.254'],
  'campur.test': ['93.184.216.34', '127.0.0.1'],
  'enam.test': ['::1'],
};

export interface CaptureOf extends Partial<BrowserCaptureOptions> {
  readonly site: number;
  /** Further ports that may be asked, at addresses that may not. */
  readonly ports?: readonly number[];
  readonly limits?: Partial<BrowserLimits>;
}

/** A capture for which the site's port on loopback stands for the public web, and nothing else does. */
export const captureOf = ({ site: port, ports = [], ...options }: CaptureOf): BrowserCapture =>
  new BrowserCapture({
    clock: { now: () => NOW },
    ports: [port, ...ports, 80, 443],
    lookup: async (name) => (NAMES[name] ?? ['127.0.0.1']).map((address) => ({ address })),
    allowAddress: (ip, asked) => ip === '127.0.0.1' && asked === port,
    program: async () => ({ path: chromiumPath, flags: [], hasSandbox: process.getuid?.() !== 0 }),
    ...options,
  });

export type Shown = CapturedPage & { readonly rendered: RenderedPage };

/** The page as shown, or an error that names why there is none. */
export const shown = (result: CaptureResult): Shown => {
  if (result.outcome === 'failed') throw new Error(`not captured: ${result.reason.code}`);
  const { rendered } = result;
  if (rendered === undefined) throw new Error('not captured by a browser');
  return { ...result, rendered };
};

/** The outcome in a word: the quality of a page or the code of a failure. */
export const wordOf = (result: CaptureResult): string =>
  result.outcome === 'captured' ? result.quality : result.reason.code;
