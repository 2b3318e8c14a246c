import { type Browser, chromium, type Page } from 'playwright-core';
import * as z from 'zod';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { textsFor } from '../../web/text/texts.ts';
import { NARROW, WIDE } from './support/browser.ts';
import { look } from './support/look.ts';
import { picture } from './support/pictures.ts';
import { chromiumPath } from './support/site.ts';

/** Somebody of the personnel unit of the sample agency. */
const OFFICER = 'Ratna Widyastuti';
const FIRST = 'capture-1-1';
const AGAIN = 'capture-1-1-again-1';
const { console: words, capture, task } = textsFor('id');

/** A system of its own, which takes captures with the browser that is installed. */
let system: RunningSystem;
let browser: Browser;
let caseNumber: string;

const ask = async <T>(schema: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> => {
  const response = await fetch(new URL(path, system.baseUrl), init);
  return schema.parse(JSON.parse(await response.text()));
};
const settle = (): Promise<Response> => fetch(new URL('/dev/settle', system.baseUrl), { method: 'POST' });

const fileReport = async (): Promise<string> => {
  const { url } = await ask(z.object({ url: z.string() }), '/dev/sample');
  const report = {
    agencyId: 'contoh',
    reporter: { anonymous: true },
    respondent: { name: 'Rizky Ramadhan', nip: '199002282015021007' },
    incident: { description: 'Pegawai ini menyebarkan kabar bohong tentang bantuan sosial.', urls: [url] },
  };
  const filed = await ask(z.object({ caseNumber: z.string() }), '/v1/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(report),
  });
  await settle();
  return filed.caseNumber;
};

beforeAll(async () => {
  system = await startSystem({ env: { TERTIB_CHROMIUM: chromiumPath } });
  browser = await chromium.launch({ executablePath: chromiumPath, chromiumSandbox: process.getuid?.() !== 0 });
  caseNumber = await fileReport();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const signedIn = async (): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: system.baseUrl,
    locale: 'id-ID',
    viewport: WIDE,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  await page.goto('/konsol');
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await page.getByRole('button', { name: OFFICER }).first().click();
  await page.getByRole('heading', { name: words.list.title, level: 1, exact: true }).waitFor();
  return page;
};

/** The part of the page that is about one piece of evidence. */
const itemOf = (page: Page, title: string) =>
  page.locator('.evidence > li').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

describe('a page that was captured with the browser of this machine', () => {
  it('is shown with its picture, its account and time, and how it was had, on a phone too', async () => {
    const page = await signedIn();
    await page.goto(`/konsol/perkara/${caseNumber}`);
    const link = itemOf(page, 'Tautan 1');
    await link.getByText(capture.about).click();
    for (const said of ['Budi Contoh di MediaContoh', '2 Maret 2026', 'Chromium', capture.noCertificate])
      expect(await link.textContent()).toContain(said);
    expect(await link.textContent()).not.toContain(capture.limitation.NO_BROWSER);
    const shot = itemOf(page, 'Gambar layar tautan 1');
    await shot.getByText(capture.picture).click();
    const width =
      "document.querySelector('.shot[open] img').decode().then(() => document.querySelector('.shot[open] img').";
    expect(await page.evaluate(`${width}naturalWidth)`)).toBe(1280);
    await look(page, 'konsol-bukti-tangkapan');
    await page.setViewportSize(NARROW);
    expect(await page.evaluate(`${width}clientWidth)`)).toBeLessThan(NARROW.width);
    await page.context().close();
  });

  it('is captured again when an official asks for it, and is the same', async () => {
    const page = await signedIn();
    await page.goto(`/konsol/perkara/${caseNumber}`);
    await itemOf(page, 'Tautan 1').getByRole('link', { name: capture.again }).click();
    await page.getByRole('heading', { name: capture.page.title, level: 1 }).waitFor();
    await look(page, 'konsol-ambil-ulang');
    await picture(page, 'ambil-ulang');
    await page.getByRole('button', { name: capture.page.submit }).click();
    await page.getByRole('heading', { name: task.act.evidenceTitle, exact: true }).waitFor();
    await settle();
    await page.reload();
    const again = itemOf(page, 'Tautan 1 (pengambilan ulang 1)');
    expect(await again.textContent()).toContain(`${capture.change.SAME.label}.`);
    await look(page, 'konsol-bukti-sama');
    await page.context().close();
  });

  it('is told of by the API in the same words as data', async () => {
    const { token } = await ask(z.object({ token: z.string() }), '/dev/token?role=auditor&agency=contoh');
    const list = await ask(
      z.array(
        z.looseObject({
          artifactId: z.string(),
          kind: z.string(),
          method: z.string(),
          quality: z.string().nullable(),
          comparison: z.looseObject({ change: z.string() }).optional(),
          capture: z.looseObject({ finalUrl: z.string(), browser: z.string() }).optional(),
        }),
      ),
      `/v1/cases/${caseNumber}/evidence`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const of = (id: string) => list.find(({ artifactId }) => artifactId === id);
    expect(of(FIRST)).toMatchObject({
      method: 'BROWSER',
      quality: 'COMPLETE',
      capture: { browser: expect.stringMatching(/^Chromium /) },
    });
    expect(of(FIRST)?.comparison).toBeUndefined();
    expect(of(AGAIN)).toMatchObject({ comparison: { with: FIRST, change: 'SAME' } });
    expect(list.filter(({ kind }) => kind === 'CAPTURE_SCREENSHOT')).toHaveLength(2);
  });
});
