import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { captureOf, closeServers, serve, serveWith, shown, site } from './support/capture-site.ts';

afterEach(closeServers);

const LONGEST_MS = 15_000;
const never = (): void => {};

/** Captures a page whose frames may be of the same site, of another one (`lain.test`), or within each other. */
const capturePage = async (pageOf: (port: number) => Parameters<typeof site>[0]) => {
  let port = 0;
  port = await serve((request, response) => site(pageOf(port))(request, response));
  const began = performance.now();
  const page = shown(await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/` }));
  return { page, text: page.rendered.text, ms: performance.now() - began };
};

describe('the text of a captured page', () => {
  it.each([
    ['of the same site', () => '<iframe src="/tertanam"></iframe>'],
    ['of another site', (port: number) => `<iframe src="http://lain.test:${port}/tertanam"></iframe>`],
    ['within a frame of another site', (port: number) => `<iframe src="http://lain.test:${port}/luar"></iframe>`],
    ['written into the page', () => `<iframe srcdoc="<p>isi tertanam</p>"></iframe>`],
    [
      'of another site that changes how scripts read',
      (port: number) => `<iframe src="http://lain.test:${port}/palsu"></iframe>`,
    ],
  ])('has what is in a frame %s', async (_what, frame) => {
    const { text, ms } = await capturePage((port) => ({
      '/': `<!doctype html><p>isi halaman</p>${frame(port)}`,
      '/tertanam': '<p>isi tertanam</p>',
      '/luar': `<p>luar</p><iframe src="http://contoh.test:${port}/tertanam"></iframe>`,
      '/palsu':
        '<p>isi tertanam</p><script>Object.defineProperty(HTMLElement.prototype, "innerText", { get: () => "palsu" })</script>',
    }));
    expect(text).toMatch(/^isi halaman\n/);
    expect(text).toContain('isi tertanam');
    expect(text).not.toContain('palsu');
    expect(ms).toBeLessThan(LONGEST_MS);
  });

  it('has nothing of frames that nobody sees', async () => {
    const { page, text } = await capturePage((port) => ({
      '/': `<p>isi halaman</p><iframe src="/hitung" width="1" height="1"></iframe><iframe src="http://lain.test:${port}/hitung" style="display:none"></iframe>`,
      '/hitung': '<p>penghitung</p>',
    }));
    expect(text).toBe('isi halaman');
    expect(page.limitations).not.toContain('FRAMES_MISSING');
  });

  it('says that it lacks the text of a frame of another site that is busy without end', async () => {
    const { page, text, ms } = await capturePage((port) => ({
      '/': `<p>isi halaman</p><iframe src="http://lain.test:${port}/sibuk"></iframe>`,
      '/sibuk': '<p>isi tertanam</p><script>setTimeout(() => { for (;;); }, 50)</script>',
    }));
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(text).toContain('isi halaman');
    expect(page.limitations).toContain('FRAMES_MISSING');
  });

  it('is there also where a frame never answers, or there are very many', async () => {
    const { page, text, ms } = await capturePage((port) => ({
      '/': `<p>isi halaman</p><iframe src="http://lain.test:${port}/diam"></iframe><script>for (let i = 0; i < 60; i++) document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<p>ke-' + i + '</p>' }))</script>`,
      '/diam': never,
    }));
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(text).toContain('isi halaman');
    expect(page.limitations).toContain('FRAMES_MISSING');
  });

  it('says nothing of the page itself where only an embedded post is gone', async () => {
    const { page } = await capturePage((port) => ({
      '/': `<p>Berita pendek.</p><iframe src="http://lain.test:${port}/hilang"></iframe>`,
      '/hilang': '<p>This post has been removed.</p>',
    }));
    expect(page.quality).toBe('COMPLETE');
    expect(page.rendered.text).toContain('This post has been removed.');
  });
});

/** RFC 6455: answers the handshake, says one thing, and hears what it is told. */
const webSocketServer = (request: IncomingMessage, socket: Duplex): void => {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.on('error', () => undefined); // captures hang up on purpose
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
  );
  socket.write(Buffer.concat([Buffer.from([0x81, 10]), Buffer.from('dari soket')]));
};

describe('web sockets of a captured page', () => {
  it('work, go through the proxy, and are counted', async () => {
    const port = await serveWith(
      site({
        '/': `<p>isi</p><p id="x"></p><script>
          const s = new WebSocket('ws://' + location.host + '/soket');
          s.onmessage = (e) => { document.getElementById('x').textContent = e.data; s.send('terima'); };
        </script><script type="module">await new Promise((done) => setTimeout(done, 800));</script>`,
      }),
      webSocketServer,
    );
    const page = shown(await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/` }));
    expect(page.rendered.text).toContain('dari soket');
    expect(page.rendered.traffic.webSockets).toEqual({ connections: 1, sent: 1, received: 1 });
    expect(page.limitations).toContain('WEB_SOCKETS_UNRECORDED');
  });

  it('are not said to be there where there are none', async () => {
    const port = await serve(site({ '/': '<p>isi</p>' }));
    const page = shown(await captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/` }));
    expect(page.rendered.traffic.webSockets).toEqual({ connections: 0, sent: 0, received: 0 });
    expect(page.limitations).toEqual([]);
  });
});
