import { capturePage } from './support/capture-page.ts';
import { closeServers, shown, wordOf } from './support/capture-site.ts';

afterEach(closeServers);

const LONGEST_MS = 15_000;

describe('a page that wants to keep a browser busy', () => {
  it.each([
    ['alerts without end', '<p>isi</p><script>setTimeout(() => { for (;;) alert(1) }, 50)</script>'],
    ['a loop without end', '<p>isi</p><script>setTimeout(() => { for (;;); }, 50)</script>'],
    ['requests without end', '<p>isi</p><script>setInterval(() => fetch("/x?" + Math.random()), 50)</script>'],
    ['itself again and again', '<p>isi</p><script>location.reload()</script>'],
    ['itself again and again without scripts', '<meta http-equiv="refresh" content="0"><p>isi</p>'],
    [
      'history without end',
      '<p>isi</p><script>setInterval(() => history.pushState({}, "", "/s" + Math.random()), 1)</script>',
    ],
    ['windows without end', '<p>isi</p><script>setInterval(() => window.open("/"), 20)</script>'],
    [
      'more and more content',
      '<p>isi</p><script>setInterval(() => { for (let i = 0; i < 50; i++) document.body.append(Object.assign(document.createElement("p"), { textContent: "lagi ".repeat(100) })) }, 20)</script>',
    ],
    [
      'a question before it is left',
      '<p>isi</p><script>onbeforeunload = (e) => { e.preventDefault(); return "x" }</script>',
    ],
    ['a print', '<p>isi</p><script>print()</script>'],
    [
      'workers without end',
      '<p>isi</p><script>const u = URL.createObjectURL(new Blob(["for(;;);"])); for (let i = 0; i < 8; i++) new Worker(u)</script>',
    ],
  ])('is captured within its time: %s', async (_what, body) => {
    const { result, ms } = await capturePage(() => ({ '/': `<!doctype html><title>x</title>${body}` }));
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(shown(result).rendered.text).toContain('isi');
  });

  it('is cut where it grows whenever it is scrolled', async () => {
    const { result, ms } = await capturePage(() => ({
      '/': '<!doctype html><body style="margin:0"><script>const more = () => { for (let i = 0; i < 20; i++) { const d = document.createElement("div"); d.style.height = "300px"; d.textContent = "unggahan " + document.body.children.length; document.body.append(d) } }; more(); addEventListener("scroll", () => { if (scrollY + innerHeight * 2 > document.body.scrollHeight) more() })</script>',
    }));
    const page = shown(result);
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(page).toMatchObject({ quality: 'TRUNCATED' });
    expect(page.limitations).toContain('SCREENSHOT_CUT');
    expect(page.rendered.screenshot?.height).toBe(10_000);
  });

  it('is captured as far as it came where a part never ends', async () => {
    const { result, ms } = await capturePage(() => ({
      '/': '<p>isi</p><img src="/diam.png">',
      '/diam.png': () => undefined,
    }));
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(shown(result).limitations).toContain('NEVER_SETTLED');
    expect(shown(result).rendered.text).toBe('isi');
  });

  it('is a time-out where it never begins', async () => {
    const { result, ms } = await capturePage(() => ({ '/': () => undefined }));
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(wordOf(result)).toBe('TIMEOUT');
  });

  it('is cut where it sends more than it may', async () => {
    const { result, ms } = await capturePage(() => ({
      '/': '<p>isi</p><script>for (let i = 0; i < 20; i++) fetch("/besar")</script>',
      '/besar': (_q, r) => {
        const piece = Buffer.alloc(1024 * 1024, 120);
        let left = 20;
        const next = (): void => {
          if (left-- === 0 || r.destroyed) r.end();
          else if (r.write(piece)) setImmediate(next);
          else r.once('drain', next);
        };
        next();
      },
    }));
    const page = shown(result);
    expect(ms).toBeLessThan(LONGEST_MS);
    expect(page.limitations).toContain('TRAFFIC_CUT');
    expect(page.quality).toBe('TRUNCATED');
    expect(page.rendered.traffic.bytes).toBeLessThan(60 * 1024 * 1024);
  });

  it('is a failure in words where it leads in a circle', async () => {
    const { result } = await capturePage(() => ({ '/': (_q, r) => r.writeHead(302, { location: '/' }).end() }));
    expect(wordOf(result)).toBe('TOO_MANY_REDIRECTS');
  });
});
