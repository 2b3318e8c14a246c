import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { listenOn } from './listen-on.ts';
import { unwrapped } from './rewriting.ts';

/** One answer as it went over the wire. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What was asked with. */
  readonly asked: IncomingHttpHeaders;
  readonly body: string;
}

/** An address of this machine for somebody of their own; where it has one only, all share it. */
export const loopback = (place: number): string =>
  process.platform === 'darwin'
    ? '127.0.0.1'
    : `127.${1 + (Math.floor(place / 62_500) % 200)}.${Math.floor(place / 250) % 250}.${2 + (place % 250)}`;

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Buffer;
  /** From where. */
  readonly address: string;
}

/** Asks once, from an address, and does not follow. */
export const ask = ({ method, url, headers = {}, body, address }: Sent): Promise<Seen & { readonly bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, localAddress: address, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          method,
          url,
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          asked: headers,
          body: bytes.toString('utf8'),
          bytes,
        });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });

/** The network between a browser and the system: a proxy that comes from an address of its own and keeps all that passes. */
export interface Wire {
  readonly proxy: string;
  readonly address: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

const HOP = ['proxy-connection', 'connection', 'keep-alive', 'transfer-encoding'];
const forwarded = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.includes(name)));

/** Starts such a network; all that a browser asks of another origin than `origin` leads nowhere, but for a gateway's wrapped links. */
export const startWire = async (origin: string, address: string): Promise<Wire> => {
  const seen: Seen[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '' } = incoming;
    const inner = unwrapped(url);
    if (inner !== undefined) {
      outgoing.writeHead(302, { location: inner }).end();
      return;
    }
    if (!url.startsWith(`${origin}/`)) {
      outgoing.writeHead(502).end();
      return;
    }
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const sent = { method, url, headers: forwarded(incoming.headers), body: Buffer.concat(chunks), address };
      ask(sent).then(
        ({ bytes, ...answer }) => {
          seen.push(answer);
          outgoing.writeHead(answer.status, forwarded(answer.headers)).end(bytes);
        },
        () => outgoing.destroy(),
      );
    });
  });
  // A browser calls home by itself, and hangs up as it likes.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.on('clientError', (_error, socket) => void socket.destroy());
  const port = await listenOn(server);
  return {
    proxy: `http://127.0.0.1:${port}`,
    address,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
