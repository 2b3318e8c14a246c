import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { parseCaptureUrl } from '../../core/capture/capture-url.ts';
import type { CaptureFailureCode } from '../../core/capture/page-capture.ts';
import { CaptureStop } from '../http-capture/capture-stop.ts';
import { type Lookup, resolvePublic } from '../http-capture/resolve.ts';
import { forward, type Judged, type RelayEvents, tunnel } from './relay.ts';

/** A connection that a page asked for and did not get, or that failed. */
export interface Refusal {
  readonly host: string;
  readonly port: number;
  readonly code: CaptureFailureCode | 'LIMIT';
}

export interface ProxyRules {
  readonly lookup: Lookup;
  readonly allowAddress: (ip: string, port: number) => boolean;
  readonly ports: readonly number[];
  /** Bytes in both directions, over all connections. */
  readonly maxBytes: number;
  /** Connections and plain requests. */
  readonly maxRequests: number;
  /** Told once, when a bound is reached; nothing passes after it. */
  readonly onLimit: () => void;
}

/** Enough to tell what a page tried; a page may try without end. */
const MOST_REFUSALS = 200;
const REFUSED = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Host and port of an address of the web, as they are judged and kept. */
export const hostAndPort = ({ hostname, port, protocol }: URL): { host: string; port: number } => ({
  host: withoutBrackets(hostname),
  port: port === '' ? ({ 'http:': 80, 'ws:': 80 }[protocol] ?? 443) : Number(port),
});

/**
 * The only way out for a browser that shows pages of strangers. For every connection it parses the address, resolves the name, judges
 * every answer, and connects to the judged address itself; so neither a redirect, a script, a frame nor a name that changes its address
 * leads inside a network. TLS is the browser's own: what is inside is not seen here.
 */
export class CheckingProxy {
  readonly #rules: ProxyRules;
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  readonly #refusals: Refusal[] = [];
  readonly #addresses = new Map<string, string>();
  #bytes = 0;
  #requests = 0;
  #refused = 0;
  #isShut = false;

  private constructor(rules: ProxyRules) {
    this.#rules = rules;
    this.#server = createServer((request, response) => this.#plain(request, response));
    this.#server.on('connect', (request, socket: Duplex, head: Uint8Array) => this.#connect(request, socket, head));
    this.#server.on('upgrade', (_request, socket: Duplex) => socket.destroy());
    this.#server.on('connection', (socket: Socket) => this.#keep(socket));
    this.#server.on('clientError', (_error, socket: Duplex) => socket.destroy());
  }

  /** Listens on a free port of the loopback interface. */
  static async start(rules: ProxyRules): Promise<CheckingProxy> {
    const proxy = new CheckingProxy(rules);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the proxy is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Whether a bound was reached, or the proxy closed. */
  get isShut(): boolean {
    return this.#isShut;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  get traffic(): { readonly requests: number; readonly bytes: number; readonly refused: number } {
    return { requests: this.#requests, bytes: this.#bytes, refused: this.#refused };
  }

  /** The address that answered for a host; undefined where there was no connection. */
  addressOf(url: string): string | undefined {
    const { host, port } = hostAndPort(new URL(url));
    return this.#addresses.get(`${host}:${port}`);
  }

  async close(): Promise<void> {
    this.#shut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #shut(): void {
    this.#isShut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // whoever waits on it learns of it by its end
  }

  #limit(): void {
    if (this.#isShut) return;
    this.#shut();
    this.#rules.onLimit();
  }

  #refuse(host: string, port: number, code: Refusal['code']): undefined {
    this.#refused += 1;
    if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push({ host, port, code });
  }

  /** Judges where a connection would go. Undefined: it goes nowhere, and that is on record. */
  async #judge(text: string): Promise<Judged | undefined> {
    const { ports, allowAddress, lookup } = this.#rules;
    this.#requests += 1;
    if (this.#requests > this.#rules.maxRequests) this.#limit();
    const url = URL.parse(text);
    const { host, port } = url === null ? { host: '', port: 0 } : hostAndPort(url);
    if (this.#isShut) return this.#refuse(host, port, 'LIMIT');
    const target = parseCaptureUrl(text, { ports, allowAddress });
    if (!target.ok) return this.#refuse(host, port, target.reason === 'ADDRESS' ? 'REFUSED_ADDRESS' : 'REFUSED_URL');
    try {
      const addresses = await resolvePublic(target, { lookup, allowAddress });
      return this.#isShut ? this.#refuse(host, port, 'LIMIT') : { target, addresses };
    } catch (error) {
      if (!(error instanceof CaptureStop)) throw error;
      return this.#refuse(host, port, error.code);
    }
  }

  #eventsOf({ target: { host, port } }: Judged): RelayEvents {
    return {
      opened: (socket) => this.#keep(socket),
      connected: (address) => this.#addresses.set(`${host}:${port}`, address),
      failed: () => this.#refuse(host, port, 'CONNECTION_FAILED'),
      passed: (bytes) => {
        this.#bytes += bytes;
        if (this.#bytes > this.#rules.maxBytes) this.#limit();
      },
    };
  }

  async #connect(request: IncomingMessage, client: Duplex, head: Uint8Array): Promise<void> {
    const judged = await this.#judge(`https://${request.url ?? ''}`);
    if (judged === undefined) client.end(REFUSED);
    else if (!client.destroyed) tunnel(client, head, judged, this.#eventsOf(judged));
  }

  async #plain(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '';
    const judged = /^http:\/\//i.test(address) ? await this.#judge(address) : undefined;
    // No answer of the proxy's own: a browser would show it as the page.
    if (judged === undefined) response.destroy();
    else forward(request, response, judged, this.#eventsOf(judged));
  }
}
