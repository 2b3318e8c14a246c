import { BrowserUnavailable } from '../../adapters/browser-capture.ts';
import { capturePage } from './support/capture-page.ts';
import { captureOf, closeServers, inside, serve, shown, site, wordOf } from './support/capture-site.ts';

afterEach(closeServers);

const WAIT = 'await new Promise((done) => setTimeout(done, 1500));';

describe('a page that reaches for what is inside a network', () => {
  it.each([
    ['a picture', (p: number) => `<img src="http://127.0.0.1:${p}/a.png">`],
    ['a picture by IPv6', (p: number) => `<img src="http://[::1]:${p}/a.png">`],
    ['a frame', (p: number) => `<iframe src="http://127.0.0.1:${p}/"></iframe>`],
    ['a frame by a name that is inside', (p: number) => `<iframe src="http://enam.test:${p}/"></iframe>`],
    ['localhost', (p: number) => `<iframe src="http://localhost:${p}/"></iframe>`],
    ['another notation', (p: number) => `<img src="http://2130706433:${p}/"><img src="http://0x7f.1:${p}/">`],
    ['a style sheet', (p: number) => `<link rel="stylesheet" href="http://127.0.0.1:${p}/a.css">`],
    [
      'what is fetched ahead',
      (p: number) =>
        `<link rel="prefetch" href="http://127.0.0.1:${p}/"><link rel="preconnect" href="http://127.0.0.1:${p}/"><link rel="dns-prefetch" href="//127.0.0.1:${p}/">`,
    ],
    ['a script that fetches', (p: number) => `<script>fetch('http://127.0.0.1:${p}/', { mode: 'no-cors' })</script>`],
    [
      'a script that fetches a name',
      (p: number) => `<script>fetch('http://contoh.test:${p}/', { mode: 'no-cors' })</script>`,
    ],
    ['a beacon', (p: number) => `<script>navigator.sendBeacon('http://127.0.0.1:${p}/', 'x')</script>`],
    ['a web socket', (p: number) => `<script>new WebSocket('ws://127.0.0.1:${p}/')</script>`],
    ['an event stream', (p: number) => `<script>new EventSource('http://127.0.0.1:${p}/')</script>`],
    [
      'a worker',
      (p: number) =>
        `<script>new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${p}/', { mode: 'no-cors' })"])))</script>`,
    ],
    [
      'a form that sends itself',
      (p: number) =>
        `<iframe name="f"></iframe><form method="post" target="f" action="http://127.0.0.1:${p}/"></form><script>document.forms[0].submit()</script>`,
    ],
    ['a window that it opens', (p: number) => `<script>window.open('http://127.0.0.1:${p}/')</script>`],
    [
      'WebRTC',
      (p: number) =>
        `<script>const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${p}' }, { urls: 'turn:127.0.0.1:${p}?transport=tcp', username: 'a', credential: 'b' }] }); c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o));</script>`,
    ],
    [
      'a picture that redirects inside',
      (p: number) =>
        `<img src="/pindah?ke=http://127.0.0.1:${p}/a.png"><script>fetch('/pindah?ke=http://[::1]:${p}/')</script>`,
    ],
    [
      'an address of IPv4 within IPv6',
      (p: number) => `<img src="http://[::ffff:127.0.0.1]:${p}/"><img src="http://[::ffff:7f00:1]:${p}/">`,
    ],
    [
      'a font, a film, an object, an import of styles',
      (p: number) =>
        `<style>@import url(http://127.0.0.1:${p}/a.css); @font-face { font-family: f; src: url(http://127.0.0.1:${p}/f.woff2) } body { font-family: f; cursor: url(http://127.0.0.1:${p}/c.cur), auto }</style><video src="http://127.0.0.1:${p}/v.mp4" autoplay muted></video><object data="http://127.0.0.1:${p}/o"></object><link rel="icon" href="http://127.0.0.1:${p}/i.ico">`,
    ],
    [
      'a secure web socket, and one by IPv6',
      (p: number) =>
        `<script>new WebSocket('wss://127.0.0.1:${p}/'); new WebSocket('ws://[::1]:${p}/'); new WebSocket('ws://contoh.test:${p}/')</script>`,
    ],
    [
      'a worker that is shared, and one that stays',
      (p: number) =>
        `<script>new SharedWorker('/pekerja.js?${p}'); navigator.serviceWorker?.register('/pekerja.js?${p}').catch(() => {})</script>`,
    ],
    [
      'a ping of a link',
      (p: number) => `<a id="a" href="#x" ping="http://127.0.0.1:${p}/">x</a><script>a.click()</script>`,
    ],
    [
      'a report about itself',
      (p: number) =>
        `<meta http-equiv="content-security-policy" content="img-src 'none'"><img src="/lain.png"><script>fetch('/lapor')</script><p hidden>${p}</p>`,
    ],
    [
      'WebTransport with a certificate that it names',
      (p: number) =>
        `<script>try { new WebTransport('https://127.0.0.1:${p}/', { serverCertificateHashes: [{ algorithm: 'sha-256', value: new Uint8Array(32) }] }) } catch {}</script>`,
    ],
    ['WebTransport', (p: number) => `<script>try { new WebTransport('https://127.0.0.1:${p}/') } catch {}</script>`],
  ])('is captured, and reaches nothing by %s', async (_what, body) => {
    const { result, victim } = await capturePage((p) => ({
      '/': (_request, response) =>
        response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .setHeader(
            'report-to',
            JSON.stringify({ group: 'x', max_age: 600, endpoints: [{ url: `https://127.0.0.1:${p}/` }] }),
          )
          .setHeader('reporting-endpoints', `x="https://127.0.0.1:${p}/"`)
          .setHeader('nel', '{"report_to":"x","max_age":600,"success_fraction":1}')
          .setHeader(
            'content-security-policy-report-only',
            `img-src 'none'; report-uri http://127.0.0.1:${p}/; report-to x`,
          )
          .setHeader('alt-svc', `h3="127.0.0.1:${p}"; ma=600`)
          .setHeader('link', `<http://127.0.0.1:${p}/>; rel=preload; as=image`)
          .end(
            `<!doctype html><title>Serangan</title><p>isi yang terlihat</p>${body(p)}<script type="module">${WAIT}</script>`,
          ),
      '/pindah': (request, response) =>
        response.writeHead(302, { location: String(request.url).split('ke=')[1] ?? '/' }).end(),
      '/pekerja.js': (request, response) =>
        response
          .setHeader('content-type', 'text/javascript')
          .end(`fetch('http://127.0.0.1:${String(request.url).split('?')[1]}/', { mode: 'no-cors' })`),
    }));
    expect(victim.touches()).toBe(0);
    expect(shown(result).rendered.text).toContain('isi yang terlihat');
  });

  it('reaches nothing by a name that leads elsewhere a moment later', async () => {
    const victim = await inside();
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      const isFirst = asked.filter((one) => one === name).length === 1;
      return [{ address: name === 'berganti.test' && !isFirst ? '10.0.0.5' : '127.0.0.1' }];
    };
    const port = await serve(
      site({
        '/': `<p>isi</p><script>
          const ask = () => fetch('http://berganti.test:' + location.port + '/a?' + Math.random(), { mode: 'no-cors' }).catch(() => {});
          ask().then(ask).then(ask);
        </script><script type="module">${WAIT}</script>`,
        '/a': (_q, r) => r.setHeader('connection', 'close').end('a'),
      }),
    );
    const capture = captureOf({ site: port, ports: [victim.port], lookup });
    const page = shown(await capture.capture({ url: `http://contoh.test:${port}/` }));
    expect(asked.filter((name) => name === 'berganti.test').length).toBeGreaterThan(1);
    expect(page.limitations).toContain('REQUESTS_REFUSED');
    expect(victim.touches()).toBe(0);
  });

  it('says so in the record', async () => {
    const { result } = await capturePage((p) => ({ '/': `<p>isi</p><img src="http://127.0.0.1:${p}/a.png">` }));
    expect(shown(result).limitations).toContain('REQUESTS_REFUSED');
    expect(shown(result).rendered.traffic.refused).toBeGreaterThan(0);
  });

  it.each([
    ['redirects to the metadata address', 'http://169.254.169.254/latest/meta-data/'],
    ['redirects to a name of the metadata address', 'http://meta.test/latest/meta-data/'],
    ['redirects to a private name', 'http://dalam.test/'],
    ['redirects to a name that is public and private at once', 'http://campur.test/'],
  ])('has no capture where it %s', async (_what, location) => {
    const { result } = await capturePage(() => ({ '/': (_q, r) => r.writeHead(302, { location }).end() }));
    expect(wordOf(result)).toBe('REFUSED_ADDRESS');
  });

  it('is left to plain HTTP where a script leads it inside', async () => {
    const victim = await inside();
    const port = await serve(
      site({
        '/': `<p>isi</p><script>setTimeout(() => { location = 'http://127.0.0.1:${victim.port}/' }, 300)</script>`,
      }),
    );
    const capture = captureOf({ site: port, ports: [victim.port] }).capture({ url: `http://contoh.test:${port}/` });
    await expect(capture).rejects.toMatchObject({ name: 'BrowserUnavailable', reason: 'LED_NOWHERE' });
    expect(victim.touches()).toBe(0);
  });

  it.each([
    'file:///etc/passwd',
    'data:text/html,<p>x</p>',
    'javascript:alert(1)',
    'chrome://version',
    'ftp://contoh.test/',
    'view-source:http://contoh.test/',
  ])('is not even begun for %s', async (url) => {
    expect(wordOf(await captureOf({ site: 1 }).capture({ url }))).toBe('REFUSED_URL');
  });

  it('shows nothing of files of the machine', async () => {
    const { result } = await capturePage(() => ({
      '/': '<p>isi</p><iframe src="file:///etc/passwd"></iframe><script>fetch("file:///etc/passwd").then((r) => r.text()).then((t) => document.body.append(t)).catch(() => document.body.append("tertolak")); location.href = "file:///etc/passwd"</script>',
    }));
    const page = shown(result);
    expect(page.rendered.text).toContain('isi');
    expect(page.rendered.text).not.toContain('root:');
    expect(page.finalUrl).toMatch(/^http:\/\/contoh\.test/);
  });
});

describe('a page that wants something of its visitor', () => {
  it('gets no file onto the machine', async () => {
    const { result } = await capturePage(() => ({
      '/': '<p>isi</p><a id="a" href="/f" download>f</a><script>a.click()</script>',
      '/f': (_q, r) => r.writeHead(200, { 'content-disposition': 'attachment; filename="x.exe"' }).end('MZ'),
    }));
    expect(shown(result).limitations).toContain('DOWNLOAD_REFUSED');
  });

  it.each([
    ['a file', { 'content-type': 'application/zip', 'content-disposition': 'attachment' }, 200],
    ['nothing', {}, 204],
    ['a question for name and password', { 'www-authenticate': 'Basic realm="x"' }, 401],
  ])('is left to plain HTTP where it is %s and no page', async (_what, headers, status) => {
    const port = await serve((_q, r) => r.writeHead(status, headers).end(status === 204 ? undefined : 'PK'));
    const capture = captureOf({ site: port }).capture({ url: `http://contoh.test:${port}/` });
    await expect(capture).rejects.toThrow(BrowserUnavailable);
    await expect(capture).rejects.toMatchObject({ reason: 'NOT_A_PAGE' });
  });

  it('gets no permission and no worker that stays', async () => {
    const { result } = await capturePage(() => ({
      '/': `<p>isi</p><script>
        const say = (text) => document.body.append(' ' + text);
        navigator.serviceWorker?.register('/sw.js').then(() => say('TETAP'), () => say('tanpa-pekerja'));
        navigator.geolocation?.getCurrentPosition(() => say('TEMPAT'), () => say('tanpa-tempat'));
        Notification?.requestPermission?.().then((p) => say('kabar-' + p));
      </script>`,
      '/sw.js': (_q, r) => r.setHeader('content-type', 'text/javascript').end(''),
    }));
    expect(shown(result).rendered.text).not.toMatch(/TETAP|TEMPAT|granted/);
  });

  it('cannot change what is read of it by changing how scripts read', async () => {
    const { result } = await capturePage(() => ({
      '/': '<p>yang sebenarnya</p><script>Object.defineProperty(HTMLElement.prototype, "innerText", { get: () => "palsu" }); Object.defineProperty(Element.prototype, "outerHTML", { get: () => "palsu" }); document.querySelectorAll = () => []; Math.max = () => 1</script>',
    }));
    expect(shown(result).rendered.text).toBe('yang sebenarnya');
  });
});
