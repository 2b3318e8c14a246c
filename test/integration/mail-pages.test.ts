import type { Principal } from '../../core/access/principal.ts';
import type { Role } from '../../core/case/actor.ts';
import { agencyIdSchema, nipSchema } from '../../core/ids.ts';
import type { InboundRow } from '../../core/inbound/inbound-row.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { recordUndelivered } from '../../core/use-cases/inbound/record-undelivered.ts';
import { sessionCookie } from '../../web/http/console/session.ts';
import { createApp } from '../../web/http/create-app.ts';
import { file, multipart, plain, type Raw, SENDER, story } from '../support/mails/compose.ts';
import { LAPOR } from '../support/mails/mail-world.ts';
import { nips } from '../support/sample-staff.ts';
import { type Browser, browser, type Desk, hiddenIn, startDesk } from './task-pages.harness.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const uji = agencyIdSchema.parse('uji');
const WHY = 'Memeriksa apakah ini laporan warga.';

const signedIn = async (role: Role, nip: string, agencyId = uji): Promise<Browser> => {
  const who: Principal = { subject: `${role}@test`, agencyId, role, nip: nipSchema.parse(nip) };
  const person = browser(desk.app);
  const [pair = ''] = (await sessionCookie(desk.ports, desk.config, who)).split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};
const officer = () => signedIn('triage', nips.triageOne);

let counter = 0;
const take = async (raw?: Raw, from = SENDER): Promise<InboundRow> => {
  counter += 1;
  const bytes = raw ?? plain({ Subject: undefined, 'X-Nomor': String(counter) }, 'Tolong!');
  const envelope = { from, to: [LAPOR] };
  const [row] = await receiveMail(desk.ports, { raw: bytes, envelope, receivedAt: desk.clock.now() });
  if (row === undefined) throw new Error('not addressed');
  return row;
};

/** The hidden inputs of one of the forms of a page. */
const formOf = (page: { body: string; status: number }, step: string): Record<string, string> => {
  const part = page.body.split('<form ').find((form) => form.includes(`data-step="${step}"`));
  return hiddenIn({ ...page, body: `<form ${part ?? ''}` } as Parameters<typeof hiddenIn>[0]);
};

describe('the queue of mails', () => {
  it('shows what waits, why, since when and how large, and nothing that the mail says', async () => {
    const row = await take();
    const page = await (await officer()).get('/konsol/surat');
    expect(page.status).toBe(200);
    for (const text of [`/konsol/surat/${row.mailId}`, 'Terlalu pendek untuk menjadi laporan', `${row.size} B`]) {
      expect(page.body).toContain(text);
    }
    expect(page.body).not.toMatch(/Tolong!|warga\.pelapor|<script/);
  });

  it('speaks English to whoever asks for it', async () => {
    await take();
    const page = await (await officer()).get('/konsol/surat?lang=en');
    expect(page.body).toContain('Too short to be a report');
  });

  it.each([
    ['auditor', nips.auditor],
    ['ppk', nips.ppk],
    ['superior', nips.head],
  ] as const)('is not there for the role %s', async (role, nip) => {
    const row = await take();
    const person = await signedIn(role, nip);
    expect((await person.get('/konsol/surat')).status).toBe(404);
    expect((await person.get(`/konsol/surat/${row.mailId}`)).status).toBe(404);
    expect((await person.get('/konsol')).body).not.toContain('/konsol/surat');
  });

  it('is not there for officers of another agency', async () => {
    const row = await take();
    const person = await signedIn('triage', nips.triageOne, agencyIdSchema.parse('lain'));
    expect((await person.get(`/konsol/surat/${row.mailId}`)).status).toBe(404);
  });
});

describe('the original of a mail', () => {
  it('is given for a reason, which is on record first', async () => {
    const row = await take();
    const person = await officer();
    const place = `/konsol/surat/${row.mailId}`;
    const page = await person.get(place);
    const without = await person.post(`${place}/asli`, { ...formOf(page, 'open-raw'), reason: 'lihat' });
    expect([without.status, (await desk.ports.inbound.get(row.mailId))?.acts]).toEqual([422, []]);
    const given = await person.post(`${place}/asli`, { ...formOf(page, 'open-raw'), reason: WHY });
    expect(given.status).toBe(200);
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.eml"$/);
    expect(given.body).toContain('Tolong!');
    expect((await desk.ports.inbound.get(row.mailId))?.acts).toMatchObject([
      { action: 'OPENED', reason: WHY, nip: nips.triageOne },
    ]);
    expect((await person.get(place)).body).toContain(WHY);
  });

  it('is not given to a form from elsewhere', async () => {
    const row = await take();
    const person = await officer();
    expect((await person.post(`/konsol/surat/${row.mailId}/asli`, { reason: WHY, csrf: 'x' })).status).toBe(404);
  });
});

describe('what a mail says', () => {
  it('is shown as text for a reason, which is on record first, and nothing in it is alive', async () => {
    const html = '<p onclick="x()">Halo <a href="https://jahat.example/x">klik</a></p><script>alert(1)</script>';
    const row = await take(
      plain({ 'Content-Type': 'text/html', Subject: '<b>Perihal</b>\u202e', 'Auto-Submitted': 'auto-replied' }, html),
    );
    const person = await officer();
    const place = `/konsol/surat/${row.mailId}`;
    const form = formOf(await person.get(place), 'open-raw');
    const without = await person.post(`${place}/baca`, { ...form, reason: 'lihat' });
    expect([without.status, without.body.includes('Halo')]).toEqual([422, false]);
    const page = await person.post(`${place}/baca`, { ...form, reason: WHY });
    expect(page.status).toBe(200);
    for (const text of ['Halo', '&lt;b&gt;Perihal&lt;/b&gt;', SENDER, 'Lampiran']) expect(page.body).toContain(text);
    expect(page.body).not.toMatch(/<script|onclick|<a href="https:|<b>Perihal|\u202e/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await desk.ports.inbound.get(row.mailId))?.acts).toMatchObject([{ action: 'OPENED', reason: WHY }]);
  });

  it('that cannot be read is said to be so', async () => {
    const row = await take(new TextEncoder().encode(`bukan surel ${counter}`));
    const person = await officer();
    const place = `/konsol/surat/${row.mailId}`;
    const page = await person.post(`${place}/baca`, {
      ...formOf(await person.get(place), 'open-raw'),
      reason: WHY,
    });
    expect([page.status, page.body.includes('tidak terbaca')]).toEqual([200, true]);
  });
});

describe('a mail of ours that did not arrive', () => {
  it('is a task in the queue that an officer ends by saying how the recipient was reached', async () => {
    counter += 1;
    const row = await take(plain({ 'X-Nomor': String(counter) }), `kembali${counter}@surat.example`);
    const bytes = new TextEncoder().encode('{"detail-type":"Email Bounced"}');
    const source = await desk.ports.evidence.put({ bytes, mediaType: 'application/json' });
    await recordUndelivered(desk.ports, {
      mailId: `mail-ack:${row.mailId}`,
      cause: 'BOUNCED',
      status: '5.1.1',
      source,
    });
    const link = desk.mails.findLast(({ mailId }) => mailId.startsWith('bounced:'))?.text ?? '';
    const place = /\/konsol\/surat\/[0-9a-f]{64}/.exec(link)?.[0] ?? 'none';
    const person = await officer();
    expect((await person.get('/konsol/surat')).body).toContain(`href="${place}"`);
    const page = await person.get(place);
    expect(page.body).toContain('Ditolak atau tidak sampai (5.1.1)');
    expect(page.body).toContain(`/konsol/perkara/${row.caseId}`);
    expect(page.body).not.toMatch(/data-step="(file-report|set-aside)"/);
    const raw = await person.post(`${place}/asli`, { ...formOf(page, 'open-raw'), reason: WHY });
    expect(raw.headers.get('content-disposition')).toMatch(/\.json"$/);
    const form = formOf(page, 'end-undelivered');
    const without = await person.post(`${place}/selesai`, { ...form, reason: WHY });
    expect([without.status, without.body.includes('Pilih salah satu')]).toEqual([422, true]);
    const done = await person.post(`${place}/selesai`, { ...form, way: 'CALLED', reason: WHY });
    expect(done.status).toBe(303);
    expect((await person.get(place)).body).toContain('Dihubungi lewat telepon');
    expect((await person.get(place)).body).not.toContain('data-step="end-undelivered"');
    const again = await person.post(`${place}/selesai`, { ...form, way: 'POSTED', reason: WHY });
    expect(again.status).toBe(409);
    expect((await person.get(`/konsol/perkara/${row.caseId}`)).body).toContain('Penerima surat dihubungi');
  });
});

describe('a mail that triage decides on', () => {
  it('becomes a report with their words, its attachments and its sender', async () => {
    const row = await take(multipart([file('foto.png', 'image/png', 'gambar')], { fields: { Subject: 'foto' } }));
    const person = await officer();
    const place = `/konsol/surat/${row.mailId}`;
    const form = formOf(await person.get(place), 'file-report');
    const description = 'Menurut surel warga, pegawai menyebarkan foto bohong di medsos.';
    const short = await person.post(`${place}/laporan`, { ...form, reason: WHY, description: 'pendek' });
    expect(short.status).toBe(422);
    const filed = await person.post(`${place}/laporan`, { ...form, reason: WHY, description });
    expect([filed.status, filed.headers.get('location')]).toEqual([303, place]);
    const now = await desk.ports.inbound.get(row.mailId);
    expect(now).toMatchObject({ status: 'FILED', setup: 'NONE', acts: [{ action: 'FILED', reason: WHY }] });
    expect([now?.sealedOrder, now?.sealedSecrets]).toEqual([undefined, undefined]);
    if (now?.caseId === undefined) throw new Error('no case');
    const state = await desk.state(now.caseId);
    expect(state.report).toMatchObject({ channel: 'MAIL', anonymous: false });
    expect(state.evidence.map(({ kind }) => kind)).toEqual(['ATTACHMENT', 'MAIL_RAW']);
    expect((await desk.ports.people.reveal(state.personRef))?.reporter).toMatchObject({ email: SENDER });
    const again = await person.post(`${place}/laporan`, { ...form, reason: WHY, description });
    expect(again.status).toBe(409);
  });

  it('is set aside for a reason, and can be fetched back', async () => {
    const row = await take();
    const person = await officer();
    const place = `/konsol/surat/${row.mailId}`;
    const done = await person.post(`${place}/sisih`, {
      ...formOf(await person.get(place), 'set-aside'),
      reason: 'Bukan laporan, hanya salam.',
    });
    expect(done.status).toBe(303);
    expect(await desk.ports.inbound.get(row.mailId)).toMatchObject({ status: 'IGNORED', reason: 'SET_ASIDE' });
    const page = await person.get(place);
    expect(page.body).toContain('data-step="file-report"');
    expect(page.body).not.toContain('data-step="set-aside"');
    expect((await person.get('/konsol/surat?status=IGNORED')).body).toContain(row.mailId);
  });
});

describe('the raw mail of a case', () => {
  const filed = async () => {
    const row = await take(multipart([story(), file('a.png', 'image/png', String(counter))]));
    if (row.caseId === undefined) throw new Error('no case');
    return { row, place: `/konsol/perkara/${row.caseId}`, artifact: `mail-${row.mailId.slice(0, 24)}` };
  };

  it('is opened by triage for a reason', async () => {
    const { place, artifact } = await filed();
    const person = await officer();
    expect((await person.get(place)).body).toContain(`${place}/bukti/${artifact}`);
    const asked = await person.get(`${place}/bukti/${artifact}`);
    const given = await person.post(`${place}/bukti/${artifact}`, { ...hiddenIn(asked), reason: WHY });
    expect([given.status, given.body.includes('Subject:')]).toEqual([200, true]);
  });

  it.each([
    ['auditor', nips.auditor],
    ['ppk', nips.ppk],
  ] as const)('is opened by nobody else: %s', async (role, nip) => {
    const { place, artifact } = await filed();
    const person = await signedIn(role, nip);
    const page = await person.get(place);
    expect([page.status, page.body.includes(`/bukti/${artifact}"`)]).toEqual([200, false]);
    expect(page.body).not.toMatch(/warga\.pelapor|Warga Pelapor/);
    expect((await person.get(`${place}/bukti/${artifact}`)).status).toBe(404);
  });
});

describe('the link in an acknowledgement', () => {
  const site = () =>
    createApp({
      ports: desk.ports,
      config: desk.config,
      verifyToken: async () => undefined,
      readAsset: () => Promise.reject(new Error('no assets here')),
      health: [],
    });
  const offered = async () => {
    counter += 1;
    const row = await take(plain({ 'X-Nomor': String(counter) }), `warga${counter}@surat.example`);
    const mail = desk.mails.findLast(({ mailId }) => mailId === `mail-ack:${row.mailId}`);
    const path = /https?:\/\/[^/\s]+(\/lacak\/surat\/\S+)/.exec(mail?.text ?? '')?.[1] ?? 'none';
    return { row, path, person: browser(site()) };
  };

  it('shows a form and nothing of the case, however often it is looked at', async () => {
    const { row, path, person } = await offered();
    for (let look = 0; look < 3; look += 1) {
      const page = await person.get(path);
      expect([page.status, page.body.includes('data-step="show-code"')]).toEqual([200, true]);
      expect(page.body).not.toContain(String(row.caseId));
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
    expect((await desk.ports.inbound.get(row.mailId))?.setup).toBe('OFFERED');
  });

  it('leaves every touch on record with the case as a robot’s, and none where the token is not right', async () => {
    const { row, path, person } = await offered();
    if (row.caseId === undefined) throw new Error('no case');
    await person.head(path);
    await person.get(path);
    await person.post(path, { caseNumber: 'CONTOH-2026-AAAA1234', treatment: 'anonymous' });
    await person.post(path, {});
    await person.get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`);
    const accesses = await desk.ports.accessLog.list(row.caseId);
    expect(accesses.map(({ actor, action }) => `${actor.kind} ${action}`).toSorted()).toEqual([
      'robot setup-refused',
      'robot setup-refused',
      'robot setup-touched',
      'robot setup-touched',
    ]);
    expect((await desk.events(row.caseId)).some(({ type }) => type === 'AnonymityRequested')).toBe(false);
  });

  it('gives the code once to whoever types the case number', async () => {
    const { row, path, person } = await offered();
    const wrong = await person.post(path, { caseNumber: 'UJI-2026-00000000', treatment: 'named' });
    expect(wrong.status).toBe(422);
    const nothing = await person.post(path, { caseNumber: String(row.caseId) });
    expect(nothing.status).toBe(422);
    const shown = await person.post(path, { caseNumber: String(row.caseId), treatment: 'anonymous' });
    const code = /(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/.exec(shown.body)?.[0] ?? '';
    expect([shown.status, code.length]).toEqual([200, 19]);
    expect((await person.post(path, { caseNumber: String(row.caseId), treatment: 'named' })).status).toBe(404);
    expect((await person.get(path)).status).toBe(404);
    const followed = await person.post('/lacak', { receiptCode: code });
    expect([followed.status, followed.body.includes(String(row.caseId))]).toEqual([200, true]);
  });

  it('looks the same whether it is wrong, spent or made up', async () => {
    const { path, person } = await offered();
    const dead = [
      '/lacak/surat/x',
      `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`,
      `/lacak/surat/${'0'.repeat(64)}.${'A'.repeat(43)}`,
    ];
    const pages = await Promise.all(dead.map((at) => person.get(at)));
    expect(new Set(pages.map(({ status, body }) => `${status}${body}`)).size).toBe(1);
    expect(pages[0]?.status).toBe(404);
  });

  it('stands in no log', () => {
    expect(desk.lines.join('\n')).not.toMatch(/surat\/[0-9a-f]{64}/);
  });
});
