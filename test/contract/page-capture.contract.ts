import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Lookup } from '../../adapters/http-capture.ts';
import type { CapturedPage, CaptureResult, PageCapture } from '../../core/capture/page-capture.ts';
import type { Clock } from '../../core/ports.ts';
import { instantOf } from '../../core/time.ts';
import { selfSigned } from '../support/self-signed.ts';

/** What every way to take a page is made with. */
export interface CaptureParts {
  readonly clock: Clock;
  readonly ports: readonly number[];
  readonly lookup: Lookup;
  readonly allowAddress: (ip: string, port: number) => boolean;
}

const NOW = instantOf(Date.UTC(2026, 10, 23, 2, 15));
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'contoh.test': ['127.0.0.1'],
  'dalam.test': ['10.0.0.5'],
  'meta.test': ['169.254.169.254'],
  'enam.test': ['::1'],
  'petaan.test': ['::ffff:10.0.0.5'],
  'campur.test': ['93.184.216.34', '127.0.0.1'],
};

const html =
  (body: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
const redirect =
  (location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

const post = `<!doctype html><html><head><title>Unggahan</title><meta property="og:title" content="Budi (@budi.pns) di Contoh">
<meta property="article:published_time" content="2026-11-01T08:00:00+07:00"></head><body><p>Isi é 漢字</p></body></html>`;

const pages: Readonly<Record<string, RequestListener>> = {
  '/unggahan/1': html(post),
  '/pendek': redirect('/lagi'),
  '/lagi': redirect('/unggahan/1?a=1'),
  '/hilang': html('<p>tidak ada</p>', 404),
  '/dihapus': html('<p>dihapus</p>', 410),
  '/galat': html('<p>galat</p>', 503),
  '/masuk': html('<form><input name="u"><input type="password" name="p"></form>'),
  '/lingkaran': (request, response) =>
    redirect(`/lingkaran?${Number(new URL(`http://x${request.url}`).search.slice(1)) + 1}`)(request, response),
  '/ke-dalam': redirect('http://dalam.test/'),
  '/ke-meta': redirect('http://meta.test/latest/meta-data/'),
  '/ke-berkas': redirect('file:///etc/passwd'),
  '/diam': () => undefined,
  '/putus': (request) => void request.socket.destroy(),
};

/** What any {@link PageCapture} promises, whichever way it takes pages. */
export const pageCaptureContract = (name: string, make: (parts: CaptureParts) => PageCapture): void => {
  describe(`the page capture by ${name}`, () => {
    const sockets = new Set<Socket>();
    const servers: Server[] = [];
    let site = 0;
    let secure = 0;
    let inside = 0;
    let touches = 0;

    const listen = (server: Server): Promise<number> => {
      servers.push(server);
      server.on('connection', (socket: Socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined); // captures hang up on purpose
      });
      return new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
      });
    };

    beforeAll(async () => {
      const handler: RequestListener = (request, response) => {
        const page = pages[new URL(`http://x${request.url}`).pathname];
        return page === undefined ? html('<p>lain</p>', 404)(request, response) : page(request, response);
      };
      site = await listen(createServer(handler));
      secure = await listen(createTlsServer({ ...selfSigned('contoh.test', Date.now()) }, handler));
      inside = await listen(
        createTcpServer((socket) => {
          touches += 1;
          socket.destroy();
        }),
      );
    });
    afterAll(() => {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    });

    const capture = (url: string, lookup?: Lookup): Promise<CaptureResult> =>
      make({
        clock: { now: () => NOW },
        ports: [80, 443, site, secure, inside],
        lookup:
          lookup ??
          (async (host) => {
            const addresses = NAMES[host];
            if (addresses === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
            return addresses.map((address) => ({ address }));
          }),
        allowAddress: (ip, port) => ip === '127.0.0.1' && (port === site || port === secure),
      }).capture({ url });

    const at = (path: string): string => `http://contoh.test:${site}${path}`;
    const taken = async (path: string): Promise<CapturedPage> => {
      const result = await capture(at(path));
      if (result.outcome === 'failed') throw new Error(result.reason.code);
      return result;
    };

    it('keeps the page, who answered, when, the way there, and what the page says of itself', async () => {
      const page = await taken('/pendek');
      expect(page).toMatchObject({
        outcome: 'captured',
        status: 200,
        finalUrl: at('/unggahan/1?a=1'),
        redirects: [at('/lagi'), at('/unggahan/1?a=1')],
        remoteAddress: '127.0.0.1',
        capturedAt: NOW,
        quality: 'COMPLETE',
        limitations: [],
        identity: { author: { value: 'budi.pns', from: 'PAGE' }, visibleTimes: ['2026-11-01T08:00:00+07:00'] },
      });
      expect(page.headers.map(([key]) => key.toLowerCase())).toContain('content-type');
      expect(new TextDecoder().decode(page.body)).toBe(post);
      expect(new TextDecoder().decode(page.decoded)).toBe(post);
    });

    it.each([
      ['NOT_FOUND', '/hilang', 404],
      ['GONE', '/dihapus', 410],
      ['HTTP_ERROR', '/galat', 503],
      ['LOGIN_WALL', '/masuk', 200],
    ])('keeps what the site says instead, and judges it %s', async (quality, path, status) => {
      expect(await taken(path)).toMatchObject({ quality, status });
    });

    it.each([
      ['REFUSED_URL', 'file:///etc/passwd'],
      ['REFUSED_URL', 'ftp://contoh.test/'],
      ['REFUSED_URL', 'http://budi:rahasia@contoh.test:{site}/'],
      ['REFUSED_URL', 'http://contoh.test:22/'],
      ['REFUSED_URL', 'bukan alamat'],
      ['REFUSED_URL', 'http://contoh.test:{site}/ke-berkas'],
      ['REFUSED_ADDRESS', 'http://127.0.0.1:{inside}/'],
      ['REFUSED_ADDRESS', 'http://[::1]:{inside}/'],
      ['REFUSED_ADDRESS', 'http://[::ffff:127.0.0.1]:{inside}/'],
      ['REFUSED_ADDRESS', 'http://2130706433:{inside}/'],
      ['REFUSED_ADDRESS', 'http://contoh.test:{inside}/'],
      ['REFUSED_ADDRESS', 'http://enam.test:{inside}/'],
      ['REFUSED_ADDRESS', 'http://petaan.test/'],
      ['REFUSED_ADDRESS', 'http://campur.test/'],
      ['REFUSED_ADDRESS', 'http://contoh.test:{site}/ke-dalam'],
      ['REFUSED_ADDRESS', 'http://contoh.test:{site}/ke-meta'],
      ['DNS_FAILURE', 'http://tidak-ada.test/'],
      ['TLS_FAILURE', 'https://contoh.test:{secure}/'],
      ['CONNECTION_FAILED', 'http://contoh.test:{site}/putus'],
      ['TIMEOUT', 'http://contoh.test:{site}/diam'],
      ['TOO_MANY_REDIRECTS', 'http://contoh.test:{site}/lingkaran?0'],
    ])(
      'answers %s, in both languages and without an address, for %s',
      async (code, url) => {
        const port: Readonly<Record<string, number>> = { site, secure, inside };
        const result = await capture(url.replace(/\{(\w+)\}/, (_all, which: string) => String(port[which])));
        expect(result).toMatchObject({ outcome: 'failed', at: NOW, reason: { code } });
        if (result.outcome === 'failed')
          for (const text of [result.reason.id, result.reason.en]) {
            expect(text).toMatch(/^[A-Z].{10,}\.$/);
            expect(text).not.toMatch(/\d+\.\d+\.\d+|test|127|Error/);
          }
      },
      30_000,
    );

    it('touches nothing inside a network, however it is named', () => {
      expect(touches).toBe(0);
    });

    it('goes to the address that was judged, also where the name leads elsewhere a moment later', async () => {
      let asked = 0;
      const result = await capture(`http://berganti.test:${site}/unggahan/1`, async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.5' }];
      });
      expect(result).toMatchObject({ outcome: 'captured', remoteAddress: '127.0.0.1' });
    });
  });
};
