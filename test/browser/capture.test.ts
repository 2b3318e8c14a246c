import { createHash, X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { unzipSync } from 'fflate';
import { cleanCopy } from '../../core/evidence/clean-copy.ts';
import { readWacz } from '../support/read-wacz.ts';
import { selfSigned } from '../support/self-signed.ts';
import { captureOf, closeServers, NOW, serve, serveTls, shown, site, wordOf } from './support/capture-site.ts';

afterEach(closeServers);

type Pages = Parameters<typeof site>[0];

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const post = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Unggahan Budi</title>
<meta property="og:title" content="Budi (@budi.pns) di Contoh"><meta property="article:published_time" content="2026-11-01T08:00:00+07:00">
</head><body style="margin:0"><h1>Ini isi unggahan é 漢字</h1><img src="/titik.png" alt="titik"><div id="x"></div><div style="height:2000px"></div>
<p style="display:none">tersembunyi</p><img loading="lazy" src="/malas.png"><p>bagian bawah</p>
<script>fetch('/api/isi', { method: 'POST', body: JSON.stringify({ q: 1 }), headers: { 'content-type': 'application/json' } })
  .then((r) => r.json()).then((d) => { document.getElementById('x').textContent = d.isi })</script></body></html>`;

const answer =
  (type: string, content: string | Buffer): RequestListener =>
  (_request, response) =>
    response.setHeader('content-type', type).end(content);

const moved: RequestListener = (_request, response) =>
  response.writeHead(302, { location: '/unggahan/1?igsh=Siti' }).end();

const pages = {
  '/pendek': moved,
  '/unggahan/1': post,
  '/titik.png': answer('image/png', DOT),
  '/malas.png': answer('image/png', DOT),
  '/api/isi': answer('application/json', '{"isi":"dari skrip"}'),
};

const removed: RequestListener = (_request, response) =>
  response.writeHead(410, { 'content-type': 'text/html' }).end('<p>dihapus</p>');

const capturedPost = async () => {
  const port = await serve(site(pages));
  const result = await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/pendek` });
  return { page: shown(result), origin: `http://contoh.test:${port}` };
};

describe('a page captured by a browser', () => {
  it('is what a person sees: text by scripts too, and nothing hidden', async () => {
    const { page, origin } = await capturedPost();
    expect(page).toMatchObject({
      method: 'BROWSER',
      status: 200,
      finalUrl: `${origin}/unggahan/1?igsh=Siti`,
      redirects: [`${origin}/unggahan/1?igsh=Siti`],
      remoteAddress: '127.0.0.1',
      capturedAt: NOW,
      quality: 'COMPLETE',
      limitations: [],
      identity: { author: { value: 'budi.pns', from: 'PAGE' }, visibleTimes: ['2026-11-01T08:00:00+07:00'] },
    });
    expect(page.rendered.title).toBe('Unggahan Budi');
    expect(page.rendered.text).toContain('Ini isi unggahan é 漢字');
    expect(page.rendered.text).toContain('dari skrip');
    expect(page.rendered.text).toContain('bagian bawah');
    expect(page.rendered.text).not.toContain('tersembunyi');
    expect(new TextDecoder().decode(page.body)).toBe(post);
    expect(new TextDecoder().decode(page.rendered.html)).toContain('dari skrip');
  });

  it('has a picture of all of it, of which there is a clean copy', async () => {
    const { page } = await capturedPost();
    const { screenshot, html } = page.rendered;
    const bytes = screenshot?.bytes ?? new Uint8Array();
    const size = new DataView(bytes.buffer, bytes.byteOffset);
    expect([size.getUint32(16), size.getUint32(20)]).toEqual([1280, screenshot?.height]);
    expect(screenshot?.height).toBeGreaterThan(2000);
    expect(cleanCopy({ kind: 'CAPTURE_SCREENSHOT', bytes, mediaType: 'image/png' }).kind).toBe('clean');
    expect(cleanCopy({ kind: 'CAPTURE_PAGE', bytes: html, mediaType: 'text/html; charset=utf-8' }).kind).toBe('clean');
    expect(
      cleanCopy({ kind: 'CAPTURE_ARCHIVE', bytes: page.rendered.archive, mediaType: 'application/wacz+zip' }).kind,
    ).toBe('not-possible');
  });

  it('has all its traffic in the archive, what loads when it is scrolled too', async () => {
    const { page, origin } = await capturedPost();
    const files = unzipSync(page.rendered.archive);
    const index = new TextDecoder().decode(files['indexes/index.cdx']);
    for (const path of ['/pendek', '/unggahan/1?igsh=Siti', '/titik.png', '/malas.png', '/api/isi'])
      expect(index).toContain(`"url":"${origin}${path}"`);
    expect(new TextDecoder().decode(files['pages/pages.jsonl'])).toContain('Unggahan Budi');
    expect(readWacz(page.rendered.archive).faults).toEqual([]);
  });

  it('is refused where the site cannot prove who it is', async () => {
    const port = await serveTls(selfSigned('contoh.test', Date.now()), site({ '/': '<p>isi</p>' }));
    expect(wordOf(await captureOf({ site: port }).capture({ url: `https://contoh.test:${port}/` }))).toBe(
      'TLS_FAILURE',
    );
  });

  it('names the certificate that the browser accepted', async () => {
    const certificate = selfSigned('contoh.test', Date.now());
    const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
    const pin = createHash('sha256').update(key).digest('base64');
    const port = await serveTls(certificate, site({ '/': '<p>isi</p>' }));
    const { path, hasSandbox } = { path: process.env.TERTIB_CHROMIUM ?? '', hasSandbox: process.getuid?.() !== 0 };
    const flags = [`--ignore-certificate-errors-spki-list=${pin}`];
    const capture = captureOf({ site: port, program: async () => ({ path, flags, hasSandbox }) });
    const page = shown(await capture.capture({ url: `https://contoh.test:${port}/` }));
    expect(page.remoteAddress).toBe('127.0.0.1');
    expect(page.rendered.certificate).toMatchObject({
      subject: 'CN=contoh.test',
      issuer: 'CN=contoh.test',
      fingerprint: createHash('sha256').update(new X509Certificate(certificate.cert).raw).digest('hex'),
      validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it.each([
    ['NOT_FOUND', { '/lain': '' }],
    ['GONE', { '/': removed }],
    ['GONE', { '/': '<title>X</title><p>Postingan ini telah dihapus oleh penulisnya.</p>' }],
    ['NOT_FOUND', { '/': "<p>Sorry, this page isn't available.</p>" }],
    ['LOGIN_WALL', { '/': '<form><input name="u"><input type="password" name="p"><button>Masuk</button></form>' }],
    [
      'LOGIN_WALL',
      {
        '/': `<p>${'isi unggahan yang panjang '.repeat(200)}</p><div role="dialog" style="position:fixed;inset:0;background:#fff">Lihat selengkapnya dari Budi<br>Masuk</div>`,
      },
    ],
    [
      'CONSENT_WALL',
      {
        '/': `<p>${'isi unggahan yang panjang '.repeat(200)}</p><div style="position:fixed;inset:10%;background:#fff">Sebelum melanjutkan<button>Terima semua</button></div>`,
      },
    ],
    [
      'COMPLETE',
      {
        '/': `<p>${'isi unggahan yang panjang '.repeat(50)}</p><div style="position:fixed;bottom:0;left:0;right:0;height:80px;background:#fff">Kami memakai cookie <button>Terima semua</button></div>`,
      },
    ],
    ['COMPLETE', { '/': `<p>isi</p><input type="password" style="display:none">` }],
  ] satisfies [string, Pages][])('is %s', async (quality, pagesOf) => {
    const port = await serve(site(pagesOf));
    expect(wordOf(await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/` }))).toBe(quality);
  });

  it('asks nobody but the site: no service of the maker of the browser', async () => {
    const asked = new Set<string>();
    const port = await serve(
      site({ '/': '<p>isi</p><script type="module">await new Promise((d) => setTimeout(d, 3000))</script>' }),
    );
    const lookup = async (name: string) => {
      asked.add(name);
      return [{ address: '127.0.0.1' }];
    };
    const page = shown(await captureOf({ site: port, lookup }).capture({ url: `http://contoh.test:${port}/` }));
    expect([...asked]).toEqual(['contoh.test']);
    expect(page.rendered.traffic.refused).toBe(0);
  });
});
