import type { CapturedPage, RenderedPage } from '../../core/capture/page-capture.ts';
import { artifactIdSchema, type CaseId, nipSchema } from '../../core/ids.ts';
import { captureEvidence } from '../../core/use-cases/capture-evidence.ts';
import { sessionCookie } from '../../web/http/console/session.ts';
import { type Browser, browser, type Desk, hiddenIn, prove, startDesk } from './task-pages.harness.ts';

const PNG = new TextEncoder().encode('a picture');
let text = '<p>Ini berita bohong.</p>';
let quality: CapturedPage['quality'] = 'COMPLETE';

const rendered = (): RenderedPage => ({
  screenshot: { bytes: PNG, width: 1280, height: 2000 },
  html: new TextEncoder().encode(text),
  text: text.replace(/<[^>]*>/g, ''),
  title: 'Unggahan Budi',
  archive: new TextEncoder().encode('wacz'),
  certificate: {
    subject: 'CN=contoh.test',
    issuer: 'CN=Penerbit Uji',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    fingerprint: 'ab'.repeat(32),
  },
  browser: 'Chromium 156',
  traffic: { requests: 3, bytes: 2048, refused: 0, webSockets: { connections: 0, sent: 0, received: 0 } },
});

let desk: Desk;
let caseId: CaseId;
let link: string;
let holder: Browser;

const pageOf = (url: string): CapturedPage => ({
  outcome: 'captured',
  method: 'BROWSER',
  finalUrl: `${url}?lang=id`,
  status: 200,
  headers: [['content-type', 'text/html']],
  body: new TextEncoder().encode(text),
  decoded: new TextEncoder().encode(text),
  redirects: [`${url}?lang=id`],
  remoteAddress: '203.0.113.9',
  capturedAt: desk.clock.now(),
  quality,
  limitations: ['NEVER_SETTLED'],
  identity: {
    platform: 'X',
    postId: { value: '1234567890', from: 'ADDRESS' },
    author: { value: 'budi_pns', from: 'ADDRESS' },
    visibleTimes: ['2026-03-01T08:00:00+07:00'],
  },
  rendered: rendered(),
});

const FIRST = 'capture-1-1';
const AGAIN = 'capture-1-1-again-1';

const take = async (artifactId: string): Promise<void> => {
  const { agencyId, round } = await desk.state(caseId);
  await captureEvidence(desk.ports, { caseId, agencyId, round, artifactId: artifactIdSchema.parse(artifactId) });
};

beforeAll(async () => {
  desk = await startDesk();
  Object.assign(desk.ports.pageCapture, { capture: async ({ url }: { url: string }) => pageOf(url) });
});
afterAll(() => desk.close());

beforeEach(async () => {
  text = '<p>Ini berita bohong.</p>';
  quality = 'COMPLETE';
  desk.woken.length = 0;
  caseId = await desk.inTriage();
  link = await desk.linkOf(caseId);
  const cookie = await sessionCookie(desk.ports, desk.config, {
    subject: 'holder@test',
    agencyId: (await desk.state(caseId)).agencyId,
    role: 'triage',
    nip: nipSchema.parse(await desk.holder(caseId)),
  });
  const [pair = ''] = cookie.split('; ');
  const at = pair.indexOf('=');
  holder = browser(desk.app);
  holder.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
});

const places = {
  'the page of the case in the console': async () => ({ person: holder, place: `/konsol/perkara/${caseId}` }),
  'the task page in the console': async () => ({
    person: holder,
    place: `/konsol/tugas/${(await desk.state(caseId)).openTask?.taskId}`,
  }),
  'the task page behind the mailed link': async () => {
    const person = browser(desk.app);
    await prove(desk, person, link);
    return { person, place: link };
  },
} as const;
type Place = keyof typeof places;

describe.each(Object.keys(places) as Place[])('a captured page on %s', (where) => {
  it('says what it is, how it was had and what it cannot show', async () => {
    const { person, place } = await places[where]();
    const { body } = await person.get(place);
    for (const said of [
      'Unggahan Budi',
      'budi_pns (menurut alamatnya)',
      '1234567890 (menurut alamatnya)',
      '1 Maret 2026',
      'diterbitkan oleh CN=Penerbit Uji',
      'berlaku 2026-01-01 sampai 2027-01-01',
      '203.0.113.9',
      'Chromium 156',
      '?lang=id',
      'Halaman masih memuat atau berubah ketika waktunya habis.',
    ])
      expect(body).toContain(said);
  });

  it('shows its picture, each look on record', async () => {
    const { person, place } = await places[where]();
    const src = `${place}/bukti/${FIRST}-screenshot/gambar`;
    expect((await person.get(place)).body).toContain(`src="${src}"`);
    const answer = await person.get(src);
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([200, 'image/png', 'a picture']);
    expect((await desk.ports.accessLog.list(caseId)).filter(({ action }) => action === 'evidence-viewed')).toHaveLength(
      1,
    );
    for (const other of [FIRST, `${FIRST}-page`, 'report', 'x'])
      expect((await person.get(`${place}/bukti/${other}/gambar`)).status).toBe(404);
  });

  it.each([
    ['Sama', '<p>Ini berita bohong.</p>', 'COMPLETE'],
    ['Berubah', '<p>Maaf, itu keliru.</p>', 'COMPLETE'],
    ['Sudah tidak ada', '<p>Tidak ada.</p>', 'GONE'],
  ] as const)('is captured again, and then says %s', async (verdict, now, found) => {
    const { person, place } = await places[where]();
    const ask = `${place}/bukti/${FIRST}/ulang`;
    expect((await person.get(place)).body).toContain(`href="${ask}"`);
    const question = await person.get(ask);
    expect(question.body).toContain('data-step="recapture"');
    const asked = await person.post(ask, hiddenIn(question));
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${place}#evidence`]);
    expect(desk.woken).toEqual([AGAIN]);
    const events = await desk.events(caseId);
    expect(events.at(-1)).toMatchObject({
      type: 'EvidenceRequested',
      actor: { kind: 'official', nip: await desk.holder(caseId) },
    });
    const waiting = (await person.get(place)).body;
    expect(waiting).toContain('Sedang diambil');
    expect(waiting).not.toContain('/ulang"');
    text = now;
    quality = found;
    await take(AGAIN);
    const { body } = await person.get(place);
    expect(body).toContain(`<b>${verdict}.</b>`);
    expect(body).toContain('Tautan 1 (pengambilan ulang 1)');
    expect(body).toContain(`href="${place}/bukti/${AGAIN}/ulang"`);
  });

  it('is asked for once by a button that is pressed twice', async () => {
    const { person, place } = await places[where]();
    const ask = `${place}/bukti/${FIRST}/ulang`;
    const form = hiddenIn(await person.get(ask));
    const answers = await Promise.all([person.post(ask, form), person.post(ask, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await desk.state(caseId)).planned.flatMap(({ captures }) => captures)).toHaveLength(2);
  });

  it('is captured again for no form of another page, session or site', async () => {
    const { person, place } = await places[where]();
    const ask = `${place}/bukti/${FIRST}/ulang`;
    const form = hiddenIn(await person.get(ask));
    for (const [fields, headers] of [
      [{}, {}],
      [{ csrf: 'x' }, {}],
      [form, { origin: 'https://jahat.test' }],
      [form, { 'sec-fetch-site': 'cross-site' }],
    ] as const)
      expect([403, 404]).toContain((await person.post(ask, fields, headers)).status);
    expect(desk.woken).toEqual([]);
  });
});

describe('a captured page', () => {
  it('says in words why it is not captured once more', async () => {
    const { person, place } = await places['the page of the case in the console']();
    for (let time = 1; time <= 5; time += 1) {
      const ask = `${place}/bukti/${FIRST}/ulang`;
      await person.post(ask, hiddenIn(await person.get(ask)));
      await take(`capture-1-1-again-${time}`);
    }
    const ask = `${place}/bukti/${FIRST}/ulang`;
    const refused = await person.post(ask, hiddenIn(await person.get(ask)));
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('sudah diambil ulang 5 kali');
  });

  it('says that no browser was there where it was taken by plain HTTP', async () => {
    const { capture } = desk.ports.pageCapture;
    Object.assign(desk.ports.pageCapture, {
      capture: async ({ url }: { url: string }) => ({
        ...pageOf(url),
        method: 'HTTP',
        limitations: ['NO_BROWSER'],
        rendered: undefined,
      }),
    });
    const plain = await desk.inTriage();
    Object.assign(desk.ports.pageCapture, { capture });
    const { body } = await holder.get(`/konsol/perkara/${plain}`);
    expect(body).toContain('Diambil tanpa peramban karena di mesin ini tidak ada peramban');
    expect(body).toContain('tanpa peramban</dd>');
    expect(body).toContain('Pengambilan HTTP');
    expect(body).not.toContain('/gambar"');
  });
});
