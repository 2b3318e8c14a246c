import { createHash } from 'node:crypto';
import type { Principal } from '../../core/access/principal.ts';
import type { Role } from '../../core/case/actor.ts';
import { agencyIdSchema, type CaseId, caseIdSchema, nipSchema, sha256Schema } from '../../core/ids.ts';
import { HOUR } from '../../core/time.ts';
import { caseExportSchema } from '../../core/trail/export.ts';
import { verifyExport } from '../../core/trail/verify-export.ts';
import { fireTaskTimer } from '../../core/use-cases/fire-task-timer.ts';
import type { OidcClient } from '../../web/http/console/oidc-client.ts';
import { sessionCookie } from '../../web/http/console/session.ts';
import { nips } from '../support/sample-staff.ts';
import {
  type Answer,
  acts,
  BASE_URL,
  type Browser,
  browser,
  type Desk,
  hiddenIn,
  prove,
  REASON,
  resultOf,
  startDesk,
  stepOf,
  TASK_TOKEN,
} from './task-pages.harness.ts';

const ISSUER = 'https://masuk.contoh.test';

/** An issuer that vouches for whoever the test says, for the code `good`. */
const issuer = () => {
  const seen: { challenge?: string; state?: string; nonce?: string } = {};
  let claims: Record<string, unknown> | undefined;
  const client: OidcClient = {
    origin: ISSUER,
    authorizationUrl: async (asked) => {
      Object.assign(seen, asked);
      return `${ISSUER}/auth?state=${asked.state}`;
    },
    redeem: async (code, { nonce, verifier }) => {
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const isOurs = code === 'good' && nonce === seen.nonce && challenge === seen.challenge;
      return isOurs ? claims : undefined;
    },
  };
  return {
    client,
    seen,
    vouchFor: (next: Record<string, unknown> | undefined) => {
      claims = next;
    },
  };
};

const idp = issuer();
let desk: Desk;
let shared: CaseId;
beforeAll(async () => {
  desk = await startDesk({ oidc: () => idp.client });
  shared = await desk.inTriage();
});
afterAll(() => desk.close());

const uji = agencyIdSchema.parse('uji');

const principal = (role: Role, nip?: string, agencyId = uji): Principal => ({
  subject: `${role}@test`,
  agencyId,
  role,
  nip: nip === undefined ? undefined : nipSchema.parse(nip),
});

/** A browser that is signed in. */
const signedIn = async (who: Principal): Promise<Browser> => {
  const person = browser(desk.app);
  const [pair = ''] = (await sessionCookie(desk.ports, desk.config, who)).split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};

const auditor = () => signedIn(principal('auditor', nips.auditor));
const accesses = async (caseId: CaseId) => (await desk.ports.accessLog.list(caseId)).map(({ action }) => action);

describe('signing in', () => {
  const begin = async (person: Browser, kembali?: string) => {
    const page = await person.get(kembali === undefined ? '/konsol' : `/konsol?kembali=${encodeURIComponent(kembali)}`);
    return person.post('/konsol/masuk', hiddenIn(page));
  };
  const comeBack = (person: Browser, query: string): Promise<Answer> => person.get(`/konsol/masuk/selesai?${query}`);
  const claims = { sub: 'auditor', role: 'auditor', agency: 'uji', nip: nips.auditor };

  it('is offered to nobody in particular at /konsol, with a form that may lead to the issuer', async () => {
    const page = await browser(desk.app).get('/konsol');
    expect([page.status, page.body.includes('id="sign-in"')]).toEqual([200, true]);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${ISSUER};`);
    expect(page.body).not.toContain(shared);
  });

  it('leads back to the page that was asked for', async () => {
    const person = browser(desk.app);
    const asked = await person.get(`/konsol/perkara/${shared}`);
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      `/konsol?kembali=%2Fkonsol%2Fperkara%2F${shared}`,
    ]);
    const start = await person.post('/konsol/masuk', hiddenIn(await person.get(asked.headers.get('location') ?? '')));
    expect([start.status, start.headers.get('location')]).toEqual([303, `${ISSUER}/auth?state=${idp.seen.state}`]);
    idp.vouchFor(claims);
    const back = await comeBack(person, `code=good&state=${idp.seen.state}`);
    expect([back.status, back.headers.get('location')]).toEqual([303, `/konsol/perkara/${shared}`]);
    const page = await person.get(`/konsol/perkara/${shared}`);
    expect([page.status, page.body.includes('Auditor Uji')]).toEqual([200, true]);
  });

  it('keeps the session in a cookie of eight hours that no script reads', async () => {
    const person = browser(desk.app);
    await begin(person);
    idp.vouchFor(claims);
    const back = await comeBack(person, `code=good&state=${idp.seen.state}`);
    expect(back.headers.getSetCookie()).toEqual([
      'tertib-masuk=; Path=/konsol/masuk; HttpOnly; SameSite=Lax; Max-Age=0',
      expect.stringMatching(/^tertib-konsol=l1\.[\w-]+; Path=\/konsol; HttpOnly; SameSite=Lax; Max-Age=28800$/),
    ]);
  });

  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/konsol@evil.test',
    '/konsol.evil.test',
    '/konsol//evil.test',
    '/konsol/../lapor',
    '/lapor',
    'javascript:alert(1)',
    '/konsol/perkara\r\nX: y',
  ])('never leads to %j', async (kembali) => {
    const person = browser(desk.app);
    const page = await person.get(`/konsol?kembali=${encodeURIComponent(kembali)}`);
    expect(hiddenIn(page).kembali).toBe('/konsol');
    await person.post('/konsol/masuk', { kembali });
    idp.vouchFor(claims);
    const back = await comeBack(person, `code=good&state=${idp.seen.state}`);
    expect(back.headers.get('location')).toBe('/konsol');
  });

  it.each([
    ['another state', () => 'code=good&state=other'],
    ['no state', () => 'code=good'],
    ['no code', () => `state=${idp.seen.state}`],
    ['an error of the issuer', () => `error=access_denied&state=${idp.seen.state}`],
    ['a code that the issuer does not know', () => `code=bad&state=${idp.seen.state}`],
  ])('fails with %s', async (_what, query) => {
    const person = browser(desk.app);
    await begin(person);
    idp.vouchFor(claims);
    const back = await comeBack(person, query());
    expect([back.status, back.body.includes('Masuk tidak berhasil')]).toEqual([400, true]);
    expect((await person.get('/konsol/tugas')).status).toBe(303);
  });

  it('fails in a browser that did not ask, and a second time in the one that did', async () => {
    const person = browser(desk.app);
    await begin(person);
    idp.vouchFor(claims);
    const query = `code=good&state=${idp.seen.state}`;
    expect((await comeBack(browser(desk.app), query)).status).toBe(400);
    expect((await comeBack(person, query)).status).toBe(303);
    expect((await comeBack(person, query)).status).toBe(400);
  });

  it('fails when it takes longer than ten minutes', async () => {
    const person = browser(desk.app);
    await begin(person);
    idp.vouchFor(claims);
    desk.clock.advance(HOUR);
    expect((await comeBack(person, `code=good&state=${idp.seen.state}`)).status).toBe(400);
  });

  it.each([
    { ...claims, role: 'king' },
    { ...claims, agency: 'lain' },
    { ...claims, agency: 'UJI' },
    { ...claims, nip: '123' },
    { sub: 'x' },
  ])('is refused to whoever has no place here: %j', async (strange) => {
    const person = browser(desk.app);
    await begin(person);
    idp.vouchFor(strange);
    const back = await comeBack(person, `code=good&state=${idp.seen.state}`);
    expect([back.status, back.body.includes('tidak mempunyai peran')]).toEqual([403, true]);
    expect((await person.get('/konsol/tugas')).status).toBe(303);
  });

  it('is not begun by another site', async () => {
    const answer = await browser(desk.app).post('/konsol/masuk', {}, { origin: 'https://evil.test' });
    expect(answer.status).toBe(404);
  });

  it('ends after eight hours, and not for a cookie that was made up', async () => {
    const person = await auditor();
    expect((await person.get('/konsol/tugas')).status).toBe(200);
    desk.clock.advance(8 * HOUR);
    expect((await person.get('/konsol/tugas')).status).toBe(303);
    for (const value of ['l1.AAAA', 'x', '', '{"role":"ppk"}']) {
      const forger = browser(desk.app);
      forger.jar.set('tertib-konsol', { value, path: '/konsol' });
      expect((await forger.get('/konsol/tugas')).status).toBe(303);
    }
  });

  it('does not take a sealed value of another kind for a session', async () => {
    const forger = browser(desk.app);
    await begin(forger);
    const underWay = forger.jar.get('tertib-masuk')?.value ?? '';
    forger.jar.set('tertib-konsol', { value: underWay, path: '/konsol' });
    expect((await forger.get('/konsol/tugas')).status).toBe(303);
  });

  it('is undone by a form of the session only', async () => {
    const person = await auditor();
    expect((await person.post('/konsol/keluar', { csrf: 'x' })).status).toBe(404);
    expect((await person.get('/konsol/tugas')).status).toBe(200);
    const page = await person.get('/konsol/keluar');
    const out = await person.post('/konsol/keluar', hiddenIn(page));
    expect([out.status, out.headers.get('location')]).toEqual([303, '/konsol']);
    expect((await person.get('/konsol/tugas')).status).toBe(303);
  });
});

describe('who sees what', () => {
  const roles: readonly [string, () => Principal, boolean][] = [
    ['a triage officer', () => principal('triage', nips.triageOne), true],
    ['the authority', () => principal('ppk', nips.ppk), true],
    ['an auditor', () => principal('auditor', nips.auditor), true],
    ['an auditor without a number', () => principal('auditor'), true],
    ['a superior without a task in the case', () => principal('superior', nips.head), false],
    ['an examiner without a task in the case', () => principal('examiner', nips.division), false],
    ['an administrator', () => principal('admin', nips.head), false],
    ['the accused, whatever their role', () => principal('ppk', nips.employee), false],
    ['an auditor of another agency', () => principal('auditor', nips.auditor, agencyIdSchema.parse('lain')), false],
  ];
  const casePaths = () => [
    `/konsol/perkara/${shared}`,
    `/konsol/perkara/${shared}/ekspor`,
    `/konsol/perkara/${shared}/bukti/report`,
  ];

  it.each(roles)('%s: the case, its export and its evidence', async (_who, who, mayRead) => {
    const person = await signedIn(who());
    for (const path of casePaths()) {
      expect([path, (await person.get(path)).status]).toEqual([path, mayRead ? 200 : 404]);
    }
  });

  it.each(roles.filter(([, who]) => who().agencyId === uji))('%s: the list of cases', async (_who, who, mayRead) => {
    const list = await (await signedIn(who())).get(`/konsol?q=${shared}`);
    expect([list.status, list.body.includes(`/konsol/perkara/${shared}`)]).toEqual([200, mayRead]);
  });

  it('nobody sees anything but the sign-in', async () => {
    const { taskId = '' } = (await desk.state(shared)).openTask ?? {};
    const nobody = browser(desk.app);
    const gets = [
      ...casePaths(),
      '/konsol/tugas',
      `/konsol/tugas/${taskId}`,
      `/konsol/tugas/${taskId}/bukti/report`,
      '/konsol/keluar',
    ];
    for (const path of gets) expect([path, (await nobody.get(path)).status]).toEqual([path, 303]);
    const posts = [`/konsol/perkara/${shared}/bukti/report`, `/konsol/tugas/${taskId}`, '/konsol/keluar'];
    for (const path of posts) {
      const answer = await nobody.post(path, { step: 'act', ...acts.triage });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/konsol']);
    }
  });

  it('what may not be read looks like what is not there', async () => {
    const person = await signedIn(principal('superior', nips.head));
    const bare = (answer: Answer) =>
      answer.body.replace(/<code>[^<]*<\/code>/, '').replaceAll(/href="[^"]*lang=en"/g, '');
    const forbidden = await person.get(`/konsol/perkara/${shared}`);
    const absent = await person.get('/konsol/perkara/UJI-2026-00000000');
    expect([forbidden.status, bare(forbidden)]).toEqual([absent.status, bare(absent)]);
  });

  it('a superior sees the cases they had a task in', async () => {
    const caseId = await desk.inTriage();
    const link = await desk.linkOf(caseId);
    const person = browser(desk.app);
    await person.post(link, { ...hiddenIn(await prove(desk, person, link)), ...acts.triage });
    await desk.openTask(caseId, 'review');
    const superior = await signedIn(principal('superior', await desk.holder(caseId)));
    expect((await superior.get(`/konsol/perkara/${caseId}`)).status).toBe(200);
    expect((await superior.get('/konsol')).body).toContain(caseId);
    expect((await superior.get('/konsol')).body).not.toContain(shared);
  });
});

describe('reading', () => {
  it('is on record each time, before anything is given', async () => {
    const caseId = await desk.inTriage();
    const person = await auditor();
    await person.get(`/konsol?q=${caseId}`);
    await person.get(`/konsol/perkara/${caseId}`);
    await person.get(`/konsol/perkara/${caseId}/ekspor`);
    const page = await person.get(`/konsol/perkara/${caseId}/bukti/report`);
    await person.post(`/konsol/perkara/${caseId}/bukti/report`, { ...hiddenIn(page), reason: 'Pemeriksaan berkala.' });
    expect((await accesses(caseId)).sort()).toEqual(
      ['case-exported', 'case-listed', 'case-viewed', 'evidence-asked', 'evidence-opened'].sort(),
    );
    const opened = (await desk.ports.accessLog.list(caseId)).find(({ action }) => action === 'evidence-opened');
    expect(opened).toMatchObject({
      actor: { nip: nips.auditor, role: 'auditor' },
      detail: 'report: Pemeriksaan berkala.',
    });
  });

  it('of the case shows the trail with the verdict, the evidence and the open task', async () => {
    const page = await (await auditor()).get(`/konsol/perkara/${shared}`);
    expect(page.body).toContain('data-verdict="VALID"');
    expect(page.body).toContain('TaskOpened');
    expect(page.body).toContain('Situs tidak menjawab.');
    expect(page.body).toContain(`(${await desk.holder(shared)})`);
    expect(page.body).toContain(`/konsol/perkara/${shared}/ekspor`);
    expect(page.body).not.toMatch(/Warga Rahasia|\/t\//);
    expect(page.body).not.toContain(TASK_TOKEN);
  });

  it('tells an event that was changed in the store', async () => {
    const caseId = await desk.inTriage();
    const { read } = desk.ports.trail;
    const events = await desk.events(caseId);
    desk.ports.trail.read = async () =>
      events.map((event) =>
        event.type === 'ReportReceived'
          ? { ...event, data: { ...event.data, receiptHash: sha256Schema.parse('0'.repeat(64)) } }
          : event,
      );
    const page = await (await auditor()).get(`/konsol/perkara/${caseId}`);
    desk.ports.trail.read = read;
    expect(page.body).toContain('data-verdict="EDIT"');
  });

  it('of the export gives the file that the offline verifier takes', async () => {
    const file = await (await auditor()).get(`/konsol/perkara/${shared}/ekspor`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${shared}.tertib.json"`);
    expect(verifyExport(caseExportSchema.parse(JSON.parse(file.body)))).toMatchObject({ verdict: 'valid' });
  });

  it('of a file needs a reason and a form of the session', async () => {
    const person = await auditor();
    const path = `/konsol/perkara/${shared}/bukti/report`;
    const page = await person.get(path);
    expect(stepOf(page)).toBe('evidence');
    const short = await person.post(path, { ...hiddenIn(page), reason: 'ya' });
    expect([short.status, stepOf(short)]).toEqual([422, 'evidence']);
    expect((await person.post(path, { reason: 'Pemeriksaan berkala.' })).status).toBe(404);
    expect((await (await auditor()).post(path, { ...hiddenIn(page), reason: 'Pemeriksaan berkala.' })).status).toBe(
      404,
    );
    expect((await person.get(`/konsol/perkara/${shared}/bukti/tidak-ada`)).status).toBe(404);
    const file = await person.post(path, { ...hiddenIn(page), reason: 'Pemeriksaan berkala.' });
    expect([file.status, file.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, true]);
  });

  it('of the list is filtered by status, number and NIP, and goes on page by page', async () => {
    const person = await auditor();
    const links = async (query: string) =>
      [...(await person.get(`/konsol?${query}`)).body.matchAll(/href="\/konsol\/perkara\/([\w-]+)"/g)].map(
        ([, id]) => id,
      );
    for (let n = 0; n < 26; n += 1) await desk.file();
    expect(await links(`q=${shared.toLowerCase()}`)).toEqual([shared]);
    expect(await links('status=DECISION')).toEqual([]);
    expect(await links('status=TRIAGE')).toContain(shared);
    const first = await person.get('/konsol?status=RECEIVED');
    const next = /href="(\/konsol\?[^"]*cursor[^"]*)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const more = await person.get(next);
    expect(more.body).toContain('Halaman pertama');
    expect([...more.body.matchAll(/class="id"/g)]).toHaveLength(1);
    expect((await person.get('/konsol?cursor=nonsense')).status).toBe(422);
    expect((await person.get('/konsol?status=NONSENSE')).status).toBe(422);
  });
});

describe('the board', () => {
  const caseIdsIn = ({ body }: Answer) =>
    [...body.matchAll(/class="id" href="\/konsol\/perkara\/([\w-]+)"/g)].map(([, caseId]) => caseId);

  it('shows what is next, who is responsible and when it is due with its zone, overdue first', async () => {
    const late = await desk.inTriage();
    const { dueAt } = (await desk.state(late)).openTask ?? {};
    const page = await (await auditor()).get('/konsol/papan?status=TRIAGE');
    const row = page.body.slice(page.body.indexOf(late), page.body.indexOf('</tr>', page.body.indexOf(late)));
    expect(row).toContain('Telaah laporan');
    expect(row).toMatch(/Petugas (Satu|Dua)/);
    expect(row).toContain(`<time datetime="${dueAt}">`);
    expect(row).toMatch(/pukul 16\.00 WIB/);
    expect(await accesses(late)).toContain('board-listed');
    desk.clock.advance(9 * 24 * HOUR);
    await desk.inTriage();
    const after = await (await auditor()).get('/konsol/papan?status=TRIAGE');
    expect(after.body.slice(after.body.indexOf(late))).toMatch(/Lewat \d+ hari/);
    const dues = await Promise.all(
      caseIdsIn(after).map(async (caseId) => (await desk.state(caseIdSchema.parse(caseId))).openTask?.dueAt ?? ''),
    );
    expect(dues).toEqual([...dues].sort());
  });

  it('goes on page by page under its filter, and says where there is nothing', async () => {
    const person = await auditor();
    const first = await person.get('/konsol/papan?status=RECEIVED');
    expect(caseIdsIn(first)).toHaveLength(25);
    const next =
      /href="(\/konsol\/papan\?[^"]*cursor[^"]*)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).toContain('status=RECEIVED');
    const more = await person.get(next);
    expect(caseIdsIn(more).length).toBeGreaterThan(0);
    expect(caseIdsIn(first).filter((caseId) => caseIdsIn(more).includes(caseId))).toEqual([]);
    expect((await person.get('/konsol/papan?status=APPEAL')).body).toContain('Tidak ada perkara terbuka yang cocok.');
    expect((await person.get('/konsol/papan?cursor=nonsense')).status).toBe(422);
  });
});

describe('the silence report', () => {
  const letPass = async (): Promise<{ caseId: CaseId; nip: string }> => {
    const caseId = await desk.inTriage();
    const nip = await desk.holder(caseId);
    const { taskId, dueAt } = (await desk.state(caseId)).openTask ?? {};
    if (taskId === undefined || dueAt === undefined) throw new Error('no task');
    desk.clock.advance(15 * 24 * HOUR);
    await fireTaskTimer(desk.ports, { kind: 'task-due', caseId, taskId });
    return { caseId, nip };
  };

  it('names who was silent, by person and unit, with the article, and records the reading', async () => {
    const { caseId, nip } = await letPass();
    const page = await (await auditor()).get('/konsol/kelalaian?from=2026-01-01&to=2027-12-31');
    expect(page.body).toContain(`(${nip})`);
    expect(page.body).toContain(`/konsol/perkara/${caseId}`);
    expect(page.body).toContain('Dinas Uji');
    expect(page.body).toContain('PP 94/2021 Pasal 28');
    expect(page.body).not.toMatch(/Warga Rahasia/);
    expect(await accesses(caseId)).toContain('silence-listed');
    const quiet = await (await auditor()).get('/konsol/kelalaian?from=2020-01-01&to=2020-12-31');
    expect(quiet.body).toContain('Tidak ada tenggat yang dilewatkan');
  });

  it('comes back with what was typed where the period cannot be', async () => {
    const person = await auditor();
    for (const query of ['from=2026-12-01&to=2026-01-01', 'from=kemarin', 'to=2026-02-30']) {
      const page = await person.get(`/konsol/kelalaian?${query}`);
      expect([query, page.status, page.body.includes('class="notice bad summary"')]).toEqual([query, 422, true]);
      expect((await person.get(`/konsol/kelalaian.csv?${query}`)).status).toBe(422);
    }
    expect((await person.get('/konsol/kelalaian?from=kemarin')).body).toContain('value="kemarin"');
  });

  it('is taken away as CSV: UTF-8 with its mark, numbers of employees as text, no formula', async () => {
    for (const one of [nips.triageOne, nips.triageTwo]) {
      const known = await desk.ports.directory.staff(uji, nipSchema.parse(one));
      if (known !== undefined) await desk.ports.directory.putStaff({ ...known, name: '=HYPERLINK("x")' });
    }
    const { caseId } = await letPass();
    const file = await (await auditor()).get('/konsol/kelalaian.csv?from=2026-01-01&to=2027-12-31');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="kelalaian-uji-2026-01-01-2027-12-31.csv"',
    );
    const [header = '', ...lines] = file.body.split('\r\n');
    expect(header.replace('\uFEFF', '')).toBe('NIP,Nama,Jabatan,Unit kerja,Nomor perkara,Tugas,Tenggat,Tercatat');
    const line = lines.find((each) => each.includes(caseId)) ?? '';
    expect(line).toMatch(/^\d{8} \d{6} \d \d{3},"'=HYPERLINK\(""x""\)",/);
    expect(line).toMatch(/WIB","?[^"]*WIB"$/);
    expect(file.body).not.toContain(nips.triageOne);
  });
});

describe('a task in the console', () => {
  const holdersBrowser = async (caseId: CaseId) => signedIn(principal('triage', await desk.holder(caseId)));
  const pathOf = async (caseId: CaseId) => `/konsol/tugas/${(await desk.state(caseId)).openTask?.taskId}`;

  it('is listed for its holder and opens without a code', async () => {
    const caseId = await desk.inTriage();
    const person = await holdersBrowser(caseId);
    const path = await pathOf(caseId);
    expect((await person.get('/konsol/tugas')).body).toContain(`href="${path}"`);
    const page = await person.get(path);
    expect([page.status, stepOf(page)]).toEqual([200, 'act']);
    expect((await accesses(caseId)).sort()).toEqual(['task-listed', 'task-viewed']);
    const file = await person.get(`${path}/bukti/report`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('is acted on as through the link, and says that it was the console', async () => {
    const caseId = await desk.inTriage();
    const person = await holdersBrowser(caseId);
    const path = await pathOf(caseId);
    const form = { ...hiddenIn(await person.get(path)), ...acts.triage };
    const done = await person.post(path, form);
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    const event = (await desk.events(caseId)).find(({ type }) => type === 'TriageDecided');
    expect(event?.actor).toMatchObject({ via: 'CONSOLE' });
    expect((await person.post(path, form)).body).toBe(done.body);
    const late = await person.post(path, { ...form, reason: `${REASON} Lagi.` });
    expect([late.status, resultOf(late)]).toEqual([409, 'already-acted']);
    expect((await person.get(path)).status).toBe(404);
  });

  it.each(['triage', 'superior', 'examiner', 'ppk', 'auditor', 'admin'] as const)(
    'is nothing to anyone else, e.g. as %s',
    async (role) => {
      const caseId = await desk.inTriage();
      const path = await pathOf(caseId);
      const before = await desk.events(caseId);
      const form = { ...hiddenIn(await (await holdersBrowser(caseId)).get(path)), ...acts.triage };
      for (const nip of [nips.division, undefined]) {
        const person = await signedIn(principal(role, nip));
        expect((await person.get(path)).status).toBe(404);
        expect((await person.get(`${path}/bukti/report`)).status).toBe(404);
        expect((await person.post(path, form)).status).toBe(404);
      }
      const namesake = await signedIn(principal(role, await desk.holder(caseId), agencyIdSchema.parse('lain')));
      expect((await namesake.get(path)).status).toBe(404);
      expect((await namesake.post(path, form)).status).toBe(404);
      expect(await desk.events(caseId)).toEqual(before);
    },
  );

  it.each([
    ['no token', (form: Record<string, string>) => ({ ...form, csrf: '' }), {}],
    ['a token of another task', (form: Record<string, string>) => ({ ...form, csrf: 'f'.repeat(64) }), {}],
    ['another site', (form: Record<string, string>) => form, { origin: 'https://evil.test' }],
    ['a sibling site', (form: Record<string, string>) => form, { 'sec-fetch-site': 'same-site' }],
  ])('is not acted on with %s', async (_what, change, headers: Record<string, string>) => {
    const caseId = await desk.inTriage();
    const person = await holdersBrowser(caseId);
    const path = await pathOf(caseId);
    const before = await desk.events(caseId);
    const form = change(hiddenIn(await person.get(path)));
    expect((await person.post(path, { ...form, ...acts.triage }, headers)).status).toBe(404);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it('brings a faulty form back with what was typed', async () => {
    const caseId = await desk.inTriage();
    const person = await holdersBrowser(caseId);
    const path = await pathOf(caseId);
    const again = await person.post(path, {
      ...hiddenIn(await person.get(path)),
      outcome: 'PROCEED',
      reason: 'singkat',
    });
    expect([again.status, stepOf(again), again.body.includes('>\nsingkat</textarea>')]).toEqual([422, 'act', true]);
  });

  it('does not carry the link of the mail', async () => {
    const caseId = await desk.inTriage();
    const page = await (await holdersBrowser(caseId)).get(await pathOf(caseId));
    const secret = (await desk.linkOf(caseId)).split('.').at(-1) ?? 'none';
    expect(page.body).not.toContain(secret);
    expect(page.body).not.toContain(`${BASE_URL}/t/`);
  });
});
