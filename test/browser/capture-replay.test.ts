import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { captureOf, closeServers, serve, shown, site } from './support/capture-site.ts';
import { chromiumPath } from './support/site.ts';

/**
 * A real replay in ReplayWeb.page. Its licence (AGPL-3.0) keeps it out of what this project installs, so a copy is brought along:
 * `npm pack replaywebpage@2.5.3`, unpacked, with TERTIB_REPLAY as the path of the folder that has its `ui.js` and `sw.js`.
 */
const replay = process.env.TERTIB_REPLAY ?? '';
const isThere = existsSync(join(replay, 'sw.js'));

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const send = (response: ServerResponse, type: string, content: string | Uint8Array): void =>
  void response.setHeader('content-type', type).end(content);

const post = (
  port: number,
): string => `<!doctype html><html><head><title>Unggahan</title><link rel="stylesheet" href="/gaya.css"></head>
<body><h1>Isi unggahan é 漢字</h1><img id="gambar" src="/titik.png"><div id="x"></div>
<iframe src="http://lain.test:${port}/tertanam"></iframe>
<script>fetch('/isi', { method: 'POST', body: JSON.stringify({ q: 1 }), headers: { 'content-type': 'application/json' } })
  .then((r) => r.json()).then((d) => { document.getElementById('x').textContent = d.isi })</script></body></html>`;

/** Captures a post with a style, a picture, a script that sends a form, and an embedded post; then the site is gone. */
const capturedPost = async (): Promise<{ archive: Uint8Array; finalUrl: string }> => {
  let port = 0;
  const pages: Record<string, string | RequestListener> = {
    '/pendek': (_request, response) => void response.writeHead(302, { location: '/unggahan?a=1' }).end(),
    '/unggahan': (_request, response) => send(response, 'text/html; charset=utf-8', post(port)),
    '/gaya.css': (_request, response) => send(response, 'text/css', 'h1 { color: rgb(1, 2, 3) }'),
    '/titik.png': (_request, response) => send(response, 'image/png', DOT),
    '/isi': (_request, response) => send(response, 'application/json', '{"isi":"dari skrip"}'),
    '/tertanam': '<p>isi tertanam</p>',
  };
  port = await serve(site(pages));
  const page = shown(await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/pendek` }));
  closeServers();
  return { archive: page.rendered.archive, finalUrl: page.finalUrl };
};

/** RFC 9110, section 14: a replay reads single records out of the archive. */
const sendRange = (request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const last = bytes.byteLength - 1;
  const start = from === '' ? Math.max(0, bytes.byteLength - Number(to || bytes.byteLength)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  const part = bytes.subarray(start, end + 1);
  response.writeHead(request.headers.range === undefined ? 200 : 206, {
    'accept-ranges': 'bytes',
    'content-range': `bytes ${start}-${end}/${bytes.byteLength}`,
    'content-length': part.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : part);
};

const replaySite = ({ archive, finalUrl }: { archive: Uint8Array; finalUrl: string }): RequestListener => {
  const script = (name: string) => (response: ServerResponse) =>
    send(response, 'text/javascript', new Uint8Array(readFileSync(join(replay, name))));
  const page = `<!doctype html><script src="/ui.js"></script><replay-web-page source="/bukti.wacz" url="${finalUrl}" replayBase="/replay/" embed="replayonly" style="display: block; height: 800px"></replay-web-page>`;
  const files: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/': (response) => send(response, 'text/html', page),
    '/ui.js': script('ui.js'),
    '/replay/ui.js': script('ui.js'),
    '/replay/sw.js': script('sw.js'),
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1).join('');
    if (path === '/bukti.wacz') sendRange(request, response, archive);
    else if (files[path] === undefined) response.writeHead(404).end();
    else files[path](response);
  };
};

const textOf = (frame: Frame): Promise<string> =>
  frame.evaluate('document.body ? document.body.innerText : ""').then(String, () => ''); // a frame that is being replaced

/** The frames that show what was captured, once all of it is there. */
const replayed = async (page: Page): Promise<readonly { frame: Frame; text: string }[]> => {
  for (let waited = 0; waited < 60; waited += 1) {
    const frames = page.frames().filter((frame) => /\/\d{14}(mp|if)_\//.test(frame.url()));
    const texts = await Promise.all(frames.map(async (frame) => ({ frame, text: await textOf(frame) })));
    if (texts.length >= 2 && texts.every(({ text }) => text !== '')) return texts;
    await page.waitForTimeout(250);
  }
  throw new Error(`not replayed; frames: ${page.frames().map((frame) => frame.url())}`);
};

describe('the archive of a captured page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterAll(async () => {
    await browser.close();
    closeServers();
  });

  (isThere ? it : it.skip)(
    'replays in ReplayWeb.page when the site is gone: text, style, picture, script and embedded post',
    async () => {
      const captured = await capturedPost();
      const port = await serve(replaySite(captured));
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      const shownFrames = await replayed(page);
      const [main] = shownFrames;
      expect(shownFrames.map(({ text }) => text)).toEqual(['Isi unggahan é 漢字\ndari skrip', 'isi tertanam']);
      expect(await main?.frame.evaluate('document.getElementById("gambar").naturalWidth')).toBe(1);
      expect(await main?.frame.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(1, 2, 3)');
    },
    60_000,
  );
});
