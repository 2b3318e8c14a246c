import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { listenOn } from '../support/scanner/listen-on.ts';
import { wrapped } from '../support/scanner/rewriting.ts';
import { startWire } from '../support/scanner/wire.ts';
import { codeAfter, enterTask, exportOf, fileReport, mailedTask } from './support/people.ts';
import { baseUrl, chromiumPath } from './support/site.ts';

/** What came to the foreign site. */
interface Came {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

let browser: Browser;
let evil: { readonly origin: string; readonly server: Server };
const came: Came[] = [];
/** Pages of the foreign site, by path. */
const pages = new Map<string, string>();
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  const server = createServer(({ url = '/', headers }, response) => {
    came.push({ path: url, headers });
    response.setHeader('Content-Type', 'text/html').end(pages.get(url) ?? '<p>tempat lain</p>');
  });
  const port = await listenOn(server);
  // Another name is another site: to a browser, and to SameSite.
  evil = { origin: `http://localhost:${port}`, server };
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  evil.server.closeAllConnections();
  evil.server.close();
});

const newPage = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
  const context = await browser.newContext({ locale: 'id-ID', ...options });
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  return context.newPage();
};

/** A case in triage, its link, and a page of its holder's browser, proven. */
const atTheAct = async () => {
  const { caseNumber } = await fileReport({ urls: [] });
  const task = await mailedTask(caseNumber);
  const page = await newPage();
  await enterTask(page, task);
  return { caseNumber, ...task, page };
};

const frameText = async (page: Page): Promise<string> => {
  const frame = page.frames()[1];
  return frame === undefined ? 'no frame' : `${frame.url()} ${await frame.locator('body').textContent()}`;
};

describe('a foreign page', () => {
  it('cannot show a task in a frame, neither the neutral page nor the case of who is signed in', async () => {
    const { caseNumber, link, page } = await atTheAct();
    pages.set('/bingkai', `<iframe src="${link}" width="600" height="600"></iframe>`);
    for (const looking of [await newPage(), page]) {
      await looking.goto(`${evil.origin}/bingkai`);
      const text = await frameText(looking);
      expect(text).not.toContain(caseNumber);
      expect(text).not.toContain('Tertib');
      expect(text).toMatch(/^chrome-error:/);
    }
  });

  it('cannot act in the browser of who is signed in', async () => {
    const { caseNumber, link, page } = await atTheAct();
    const hidden = await page
      .locator('form[data-step="act"] input[type="hidden"]')
      .evaluateAll(
        `(inputs) => inputs.map(({ name, value }) => '<input name="' + name + '" value="' + value + '">').join('')`,
      );
    const reason = 'Diputus dari halaman lain.';
    pages.set(
      '/kirim',
      `<form method="post" action="${link}">${String(hidden)}<input name="outcome" value="REJECT"><input name="reason" value="${reason}"></form><script>document.forms[0].submit()</script>`,
    );
    const before = await exportOf(caseNumber);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.goto(`${evil.origin}/kirim`);
    expect((await answer).status()).toBe(403);
    await page.locator('main[data-result="refused"]').waitFor();
    expect(JSON.parse(await exportOf(caseNumber)).events).toEqual(JSON.parse(before).events);
  });

  it('does not learn where a reader came from, nor does what the page loads', async () => {
    const { link, page } = await atTheAct();
    const secret = link.split('.').at(-1) ?? 'no secret';
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url() !== link) asked.push(`${request.url()} ${JSON.stringify(request.headers())}`);
    });
    await page.reload();
    expect(asked.some((request) => request.includes('/assets/'))).toBe(true);
    await page.evaluate(`(() => {
      const a = document.createElement('a');
      a.href = '${evil.origin}/keluar'; a.textContent = 'keluar'; a.id = 'keluar';
      document.querySelector('main').append(a);
    })()`);
    await page.locator('#keluar').click();
    await page.waitForURL(`${evil.origin}/keluar`);
    expect(await page.evaluate('document.referrer')).toBe('');
    expect(came.filter(({ path }) => path === '/keluar').map(({ headers }) => headers.referer)).toEqual([undefined]);
    expect(asked.filter((request) => request.includes(secret))).toEqual([]);
  });
});

describe('the browser of who is signed in', () => {
  it('gives its cookie to no script and to no other path', async () => {
    const { link, page } = await atTheAct();
    expect(await page.evaluate('document.cookie')).not.toContain('tertib-t-');
    const cookies = (await page.context().cookies(link)).filter(({ name }) => name.includes('tertib-t-'));
    expect(cookies.map(({ httpOnly, sameSite, path }) => ({ httpOnly, sameSite, path }))).toEqual([
      { httpOnly: true, sameSite: 'Strict', path: '/t/' },
    ]);
    expect(await page.context().cookies(`${baseUrl}/lapor`)).toEqual([]);
  });

  it('shows nothing of the case to whoever goes back after the act', async () => {
    const { caseNumber, page } = await atTheAct();
    await page.locator('input[name="outcome"][value="REJECT"]').check();
    await page.locator('#reason').fill('Laporan ini tidak menyangkut pegawai instansi.');
    await page.locator('form[data-step="act"] button[type="submit"]').click();
    await page.locator('main[data-result="done"]').waitFor();
    await page.goBack();
    await page.locator('main[data-result="refused"]').waitFor();
    expect(await page.content()).not.toContain(caseNumber);
  });
});

describe('a link wrapped by a mail gateway', () => {
  it('brings its person from the gateway’s site to the code and to the case', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const { link, to } = await mailedTask(caseNumber);
    const wire = await startWire(baseUrl, '127.0.0.1');
    const page = await newPage({ proxy: { server: wire.proxy, bypass: '<-loopback>' } });
    await page.setContent(`<a href="${wrapped(link)}">buka</a>`);
    await page.locator('a').click();
    const code = await codeAfter(to, () => page.locator('form[data-step="request-code"] button').click());
    await page.locator('input[name="code"]').fill(code);
    await page.locator('form[data-step="verify-code"] button').click();
    await page.locator('form[data-step="act"]').waitFor();
    expect(await page.content()).toContain(caseNumber);
    const navigation = wire.seen.find(({ url, method }) => url === link && method === 'GET');
    expect(navigation?.asked['sec-fetch-site']).toBe('cross-site');
    await page.close();
    await wire.close();
  });
});
