import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { HttpCapture, type HttpCaptureOptions } from '../../../adapters/http-capture.ts';
import type { CapturedPage, CaptureResult } from '../../../core/capture/page-capture.ts';
import { instantOf } from '../../../core/time.ts';
import type { SelfSigned } from '../../support/self-signed.ts';

export const NOW = instantOf(Date.UTC(2026, 10, 23, 2, 15));

const open: { close(): void }[] = [];

function listen(server: TcpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  open.push({
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops every server the test started. */
export function closeServers(): void {
  for (const server of open.splice(0)) server.close();
}

/** Serves HTTP on loopback; the answer is the port. */
export const serve = (handler: RequestListener): Promise<number> => listen(createServer(handler));

export const serveTls = (certificate: SelfSigned, handler: RequestListener): Promise<number> =>
  listen(createTlsServer({ ...certificate }, handler));

/** Accepts connections and does with each what the test says. */
export const serveRaw = (handler: (socket: Socket) => void): Promise<number> =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined); // the capture hangs up on purpose
      handler(socket);
    }),
  );

/** A port where a server was and is not any more. */
export async function closedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A capture for which every name is 127.0.0.1, and 127.0.0.1 stands for a public address. */
export function captureOf(ports: readonly number[], options: Partial<HttpCaptureOptions> = {}): HttpCapture {
  return new HttpCapture({
    clock: { now: () => NOW },
    ports,
    lookup: async () => [{ address: '127.0.0.1' }],
    allowAddress: (ip) => ip === '127.0.0.1',
    ...options,
  });
}

/** The captured page, or an error that names why there is none. */
export function captured(result: CaptureResult): CapturedPage {
  if (result.outcome === 'captured') return result;
  throw new Error(`not captured: ${result.reason.code}`);
}

/** The outcome in a word: the quality of a page or the code of a failure. */
export const wordOf = (result: CaptureResult): string =>
  result.outcome === 'captured' ? result.quality : result.reason.code;
