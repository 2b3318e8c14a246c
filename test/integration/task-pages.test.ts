import { type CaseId, nipSchema } from '../../core/ids.ts';
import { DAY, MINUTE } from '../../core/time.ts';
import { fireTaskTimer } from '../../core/use-cases/fire-task-timer.ts';
import { nips } from '../support/sample-staff.ts';
import {
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
} from './task-pages.harness.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const newBrowser = (): Browser => browser(desk.app);

/** A case in triage, its link, and its holder's browser with the act page before it. */
const atTheAct = async (change: Record<string, unknown> = {}) => {
  const caseId = await desk.inTriage(change);
  const link = await desk.linkOf(caseId);
  const person = newBrowser();
  return { caseId, link, person, page: await prove(desk, person, link) };
};

const reachReview = async (): Promise<CaseId> => {
  const { caseId, link, person, page } = await atTheAct();
  await person.post(link, { ...hiddenIn(page), ...acts.triage });
  await desk.openTask(caseId, 'review');
  return caseId;
};

const actions = async (caseId: CaseId): Promise<string[]> =>
  (await desk.ports.accessLog.list(caseId)).map(({ action }) => action);

describe('the neutral page', () => {
  it.each(['get', 'head'] as const)('changes nothing in the case on %s', async (method) => {
    const caseId = await desk.inTriage();
    const link = await desk.linkOf(caseId);
    const before = await desk.events(caseId);
    expect((await newBrowser()[method](link)).status).toBe(200);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it('says no name and nothing of the case, and counts the visit', async () => {
    const caseId = await desk.inTriage();
    const page = await newBrowser().get(await desk.linkOf(caseId));
    expect(stepOf(page)).toBe('request-code');
    expect(page.body).not.toMatch(/CONTOH|UJI-2026|Pegawai|Petugas|Usir|Dinas Uji/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(await actions(caseId)).toEqual(['link-touched']);
  });

  it('gives a robot that presses its button nothing but a mail to the holder', async () => {
    const caseId = await desk.inTriage();
    const link = await desk.linkOf(caseId);
    const before = await desk.events(caseId);
    const robot = newBrowser();
    const page = await robot.post(link, { ...hiddenIn(await robot.get(link)), step: 'request-code' });
    expect(stepOf(page)).toBe('verify-code');
    expect(await desk.events(caseId)).toEqual(before);
    const holder = await desk.ports.directory.staff((await desk.state(caseId)).agencyId, await desk.holder(caseId));
    expect(desk.mails.at(-1)?.to).toBe(holder?.mail);
    expect(page.body).not.toContain(desk.lastCode());
    expect(stepOf(await robot.get(link))).toBe('request-code');
  });

  it('mails at most five codes in a quarter of an hour', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await newBrowser().post(link, { step: 'request-code' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('the code', () => {
  it('opens the case in the browser that asked for it', async () => {
    const { caseId, page } = await atTheAct();
    expect(stepOf(page)).toBe('act');
    expect(page.body).toContain('data-task-kind="triage"');
    expect(page.body).toContain(caseId);
    expect(page.body).toContain('Usir semua pendatang');
    expect(await actions(caseId)).toContain('task-viewed');
  });

  it('is named in a cookie that no script reads, that no other site sends, and that binds to the path of tasks', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const [cookie = ''] = (await newBrowser().post(link, { step: 'request-code' })).headers.getSetCookie();
    expect(cookie).toMatch(/^tertib-t-[0-9A-Z]{16}=[\w-]{43}; Path=\/t\/; HttpOnly; SameSite=Strict; Max-Age=4200$/);
  });

  it('is useless in another browser', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const [asker, other] = [newBrowser(), newBrowser()];
    const asked = await asker.post(link, { step: 'request-code' });
    const refused = await other.post(link, { ...hiddenIn(asked), code: desk.lastCode() });
    expect([refused.status, stepOf(refused)]).toEqual([422, 'verify-code']);
    expect(stepOf(await other.get(link))).toBe('request-code');
  });

  it('is useless to whoever has only the forwarded link', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const stranger = newBrowser();
    const asked = await stranger.post(link, { step: 'request-code' });
    for (const code of ['', '000000', 'abcdef', '１２３４５６', '0'.repeat(500)]) {
      if (code === desk.lastCode()) continue;
      expect((await stranger.post(link, { ...hiddenIn(asked), code })).status).toBe(422);
    }
    expect(stepOf(await stranger.get(link))).toBe('request-code');
  });

  it('dies after five guesses, the right one included', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const guesser = newBrowser();
    const asked = await guesser.post(link, { step: 'request-code' });
    const wrong = desk.lastCode() === '111111' ? '222222' : '111111';
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await guesser.post(link, { ...hiddenIn(asked), code: wrong }));
    const late = await guesser.post(link, { ...hiddenIn(asked), code: desk.lastCode() });
    expect(answers[3]?.body).toContain('Kode tidak cocok');
    expect(answers[4]?.body).toContain('meminta kode baru');
    expect([late.status, stepOf(late)]).toEqual([422, 'verify-code']);
    expect(stepOf(await guesser.get(link))).toBe('request-code');
  });

  it('counts every one of many guesses at once', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const guesser = newBrowser();
    const asked = hiddenIn(await guesser.post(link, { step: 'request-code' }));
    const wrong = desk.lastCode() === '111111' ? '222222' : '111111';
    await Promise.all(Array.from({ length: 12 }, () => guesser.post(link, { ...asked, code: wrong })));
    const late = await guesser.post(link, { ...asked, code: desk.lastCode() });
    expect(late.status).toBe(422);
  });

  it('dies after ten minutes', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const slow = newBrowser();
    const asked = await slow.post(link, { step: 'request-code' });
    desk.clock.advance(10 * MINUTE);
    const late = await slow.post(link, { ...hiddenIn(asked), code: desk.lastCode() });
    expect([late.status, late.body.includes('meminta kode baru')]).toEqual([422, true]);
  });

  it('opens once, and may be typed with a space', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const person = newBrowser();
    const asked = hiddenIn(await person.post(link, { step: 'request-code' }));
    const spaced = `${desk.lastCode().slice(0, 3)} ${desk.lastCode().slice(3)}`;
    const opened = await person.post(link, { ...asked, code: spaced });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, link]);
    desk.clock.advance(61 * MINUTE);
    expect(stepOf(await person.get(link))).toBe('request-code');
    expect((await person.post(link, { ...asked, code: desk.lastCode() })).status).toBe(422);
  });

  it('opens the case when its form was sent twice at once', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const person = newBrowser();
    const asked = hiddenIn(await person.post(link, { step: 'request-code' }));
    const typed = { ...asked, code: desk.lastCode() };
    const answers = await Promise.all([person.post(link, typed), person.post(link, typed)]);
    expect(answers.map(({ status }) => status)).toContain(303);
    expect(stepOf(await person.get(link))).toBe('act');
  });

  it('proves nothing in a browser whose name was planted from elsewhere', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const [attacker, victim] = [newBrowser(), newBrowser()];
    await attacker.post(link, { step: 'request-code' });
    for (const [name, cookie] of attacker.jar) victim.jar.set(name, cookie);
    await prove(desk, victim, link);
    expect(stepOf(await victim.get(link))).toBe('act');
    expect(stepOf(await attacker.get(link))).toBe('request-code');
  });
});

describe('a link that does not live', () => {
  const refusalBytes = async (link: string): Promise<string> => {
    const answer = await newBrowser().get(link);
    expect([answer.status, resultOf(answer)]).toEqual([404, 'refused']);
    return answer.body;
  };

  it('gets the same bytes whatever the reason', async () => {
    const live = await desk.linkOf(await desk.inTriage());
    const decided = await atTheAct();
    await decided.person.post(decided.link, { ...hiddenIn(decided.page), ...acts.triage });
    const recused = await reachReview();
    const recusedLink = await desk.linkOf(recused);
    const person = newBrowser();
    const page = await prove(desk, person, recusedLink);
    await person.post(recusedLink, { ...hiddenIn(page), outcome: 'RECUSE', reason: REASON });
    const silent = await reachReview();
    const silentLink = await desk.linkOf(silent);
    const silentTask = (await desk.state(silent)).openTask;
    desk.clock.advance(30 * DAY);
    if (silentTask === undefined) throw new Error('no task');
    await fireTaskTimer(desk.ports, { kind: 'task-due', caseId: silent, taskId: silentTask.taskId });
    expect((await desk.state(silent)).endedTasks.at(-1)?.end).toBe('ESCALATED');
    const links = [
      '/t/x',
      '/t/%00',
      '/t/..%2f..%2fkonsol',
      `/t/${'A'.repeat(4000)}`,
      `${live.slice(0, -1)}${live.endsWith('A') ? 'B' : 'A'}`,
      `/t/0000000000000000.${'A'.repeat(43)}`,
      decided.link,
      recusedLink,
      silentLink,
    ];
    const bodies = [];
    for (const link of links) bodies.push(await refusalBytes(link));
    const posted = await newBrowser().post(decided.link, { step: 'request-code' });
    expect(new Set([...bodies, posted.body]).size).toBe(1);
    expect(await refusalBytes(`${decided.link}/bukti/report`)).toBe(bodies[0]);
    expect(await refusalBytes(`${live}/bukti/report`)).toBe(bodies[0]);
  });

  it('stays dead for the browser that had proven the mailbox', async () => {
    const { link, person, page } = await atTheAct();
    await person.post(link, { ...hiddenIn(page), ...acts.triage });
    expect(resultOf(await person.get(link))).toBe('refused');
  });

  it('is that of a holder who turned out to be the accused', async () => {
    const caseId = await desk.inTriage({ respondent: { name: 'Tidak disebut' } });
    const link = await desk.linkOf(caseId);
    const holder = await desk.holder(caseId);
    const person = newBrowser();
    const page = await prove(desk, person, link);
    const named = { ...acts.triage, respondentNip: holder };
    const answer = await person.post(link, { ...hiddenIn(page), ...named });
    expect(answer.body).toContain('Tugas dialihkan');
    expect(await desk.holder(caseId)).not.toBe(holder);
    expect(resultOf(await person.get(link))).toBe('refused');
  });

  it('is that of a holder who has meanwhile come to stand below the accused', async () => {
    const { caseId, link, person } = await atTheAct();
    const { agencyId } = await desk.state(caseId);
    const holder = await desk.ports.directory.staff(agencyId, await desk.holder(caseId));
    if (holder === undefined) throw new Error('no holder');
    await desk.ports.directory.putStaff({ ...holder, superiorNip: nipSchema.parse(nips.employee) });
    expect(resultOf(await person.get(link))).toBe('refused');
    await desk.ports.directory.putStaff(holder);
    expect(stepOf(await person.get(link))).toBe('act');
  });
});

describe('a task about an officer of the same desk', () => {
  it('never goes to the accused, nor to the reporter', async () => {
    const accused = await desk.inTriage({ respondent: { nip: nips.triageOne } });
    expect(await desk.holder(accused)).toBe(nips.triageTwo);
    const reported = await desk.inTriage({ reporter: { email: 'petugas.dua@uji.tertib.test' } });
    expect(await desk.holder(reported)).toBe(nips.triageOne);
  });
});

describe('the act', () => {
  it('is one event, and burns the link', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const done = await person.post(link, { ...hiddenIn(page), ...acts.triage });
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    const [event] = (await desk.events(caseId)).filter(({ type }) => type === 'TriageDecided');
    expect(done.body).toContain(event?.hash);
    expect(event?.actor).toMatchObject({ kind: 'official', role: 'triage', via: 'LINK' });
    expect(desk.delivered.at(-1)?.output).toMatchObject({ caseId, outcome: 'PROCEED' });
  });

  it('shows what was done to whoever did it when the same form comes again, and does nothing more', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const form = { ...hiddenIn(page), ...acts.triage };
    const first = await person.post(link, form);
    const again = await person.post(link, form);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await person.post(link, { ...form, reason: `${REASON} Lagi.` });
    expect([other.status, resultOf(other)]).toEqual([409, 'already-acted']);
    expect((await desk.events(caseId)).filter(({ type }) => type === 'TriageDecided')).toHaveLength(1);
  });

  it('is refused to a replay from another browser', async () => {
    const { caseId, link, page } = await atTheAct();
    const before = await desk.events(caseId);
    const answer = await newBrowser().post(link, { ...hiddenIn(page), ...acts.triage });
    expect([answer.status, stepOf(answer)]).toEqual([403, 'request-code']);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it('is refused at a link with another secret, even to the browser that proved the mailbox', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const before = await desk.events(caseId);
    const other = `${link.slice(0, link.indexOf('.') + 1)}${'A'.repeat(43)}`;
    const answer = await person.post(other, { ...hiddenIn(page), ...acts.triage });
    expect([answer.status, resultOf(answer)]).toEqual([404, 'refused']);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it.each([
    ['a token of another task', async () => hiddenIn((await atTheAct()).page).csrf ?? ''],
    ['no token', async () => ''],
    ['an invented token', async () => 'f'.repeat(64)],
  ])('is refused with %s', async (_what, foreign) => {
    const csrf = await foreign();
    const { caseId, link, person, page } = await atTheAct();
    const before = await desk.events(caseId);
    const answer = await person.post(link, { ...hiddenIn(page), ...acts.triage, csrf });
    expect([answer.status, resultOf(answer)]).toEqual([403, 'refused']);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it.each([
    { origin: 'https://evil.test' },
    { origin: `${BASE_URL}.evil.test` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ])('is refused from another site: %j', async (headers) => {
    const { caseId, link, person, page } = await atTheAct();
    const before = await desk.events(caseId);
    const answer = await person.post(link, { ...hiddenIn(page), ...acts.triage }, headers);
    expect([answer.status, resultOf(answer)]).toEqual([403, 'refused']);
    expect(await desk.events(caseId)).toEqual(before);
  });

  it.each([{ origin: BASE_URL }, { origin: 'null', 'sec-fetch-site': 'same-origin' }])(
    'is taken from a page of this site: %j',
    async (headers) => {
      const { link, person, page } = await atTheAct();
      expect((await person.post(link, { ...hiddenIn(page), ...acts.triage }, headers)).status).toBe(200);
    },
  );

  it('has no choice made beforehand', async () => {
    const caseId = await reachReview();
    const page = await prove(desk, newBrowser(), await desk.linkOf(caseId));
    expect(page.body).not.toMatch(/ checked| selected/);
  });

  it('brings a faulty form back with what was filled in, but for the outcome', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const before = await desk.events(caseId);
    const faulty = { ...acts.triage, respondentNip: '12345', reason: 'singkat' };
    const again = await person.post(link, { ...hiddenIn(page), ...faulty });
    expect([again.status, stepOf(again)]).toEqual([422, 'act']);
    expect(again.body).toContain('href="#respondentNip"');
    expect(again.body).toContain('href="#reason"');
    expect(again.body).toContain('value="12345"');
    expect(again.body).toContain('>\nsingkat</textarea>');
    expect(again.body.match(/name="\w+" value="\w+" checked/g)).toEqual([
      'name="track" value="DISCIPLINE_PNS" checked',
    ]);
    expect(await desk.events(caseId)).toEqual(before);
    expect((await person.post(link, { ...hiddenIn(again), ...acts.triage })).status).toBe(200);
  });

  it.each([
    ['a NIP that the directory does not know', { respondentNip: '197001011990031001' }, 'tidak ada dalam direktori'],
    ['a track that does not fit', { track: 'DISCIPLINE_PPPK' }, 'jalur itu untuk pegawai lain'],
    ['a merger into no case', { outcome: 'MERGE', caseNumber: 'UJI-2026-00000000' }, 'Tidak ada perkara terbuka lain'],
  ])('says what is wrong with %s', async (_what, change, text) => {
    const { link, person, page } = await atTheAct();
    const answer = await person.post(link, { ...hiddenIn(page), ...acts.triage, ...change });
    expect([answer.status, answer.body.includes(text)]).toEqual([422, true]);
  });

  it('is refused when the case has changed since it was shown, and shows it anew', async () => {
    const bytes = new TextEncoder().encode('gambar');
    const attachments = [{ fileName: 'bukti.png', mediaType: 'image/png', size: bytes.length }];
    const { caseId, link, person, page } = await atTheAct({ attachments });
    const artifactId = (await desk.state(caseId)).report.attachments[0]?.artifactId;
    if (artifactId === undefined) throw new Error('no attachment');
    const ticket = await desk.ports.evidence.uploadUrl({
      caseId,
      artifactId,
      mediaType: 'image/png',
      size: bytes.length,
      expiresAt: (await desk.state(caseId)).openTask?.dueAt ?? desk.clock.now(),
    });
    await desk.ports.evidence.receiveUpload(ticket.url.split('/').at(-1) ?? '', bytes);
    const other = newBrowser();
    const seenByOther = await prove(desk, other, link);
    expect(seenByOther.body).toContain('bukti.png');
    const stale = await person.post(link, { ...hiddenIn(page), ...acts.triage });
    expect([stale.status, stepOf(stale)]).toEqual([409, 'act']);
    expect(stale.body).toContain('Isi perkara berubah');
    expect(stale.body).toContain('bukti.png');
    expect((await desk.events(caseId)).some(({ type }) => type === 'TriageDecided')).toBe(false);
    expect(resultOf(await person.post(link, { ...hiddenIn(stale), ...acts.triage }))).toBe('done');
  });

  it('is exactly one of 32 sent at once', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const forms = Array.from({ length: 32 }, (_, n) => ({
      ...hiddenIn(page),
      ...acts.triage,
      reason: `${REASON} ${n}`,
    }));
    const answers = await Promise.all(forms.map((form) => person.post(link, form)));
    const results = answers.map((answer) => `${answer.status} ${resultOf(answer)}`).sort();
    expect(results).toEqual(['200 done', ...Array(31).fill('409 already-acted')]);
    expect((await desk.events(caseId)).filter(({ type }) => type === 'TriageDecided')).toHaveLength(1);
  });

  it('is done once for 32 identical forms at once', async () => {
    const { caseId, link, person, page } = await atTheAct();
    const form = { ...hiddenIn(page), ...acts.triage };
    const answers = await Promise.all(Array.from({ length: 32 }, () => person.post(link, form)));
    expect(new Set(answers.map(resultOf))).toEqual(new Set(['done']));
    expect((await desk.events(caseId)).filter(({ type }) => type === 'TriageDecided')).toHaveLength(1);
  });

  it('hands the task on when the holder steps back', async () => {
    const caseId = await reachReview();
    const link = await desk.linkOf(caseId);
    const before = await desk.holder(caseId);
    const person = newBrowser();
    const page = await prove(desk, person, link);
    const answer = await person.post(link, { ...hiddenIn(page), outcome: 'RECUSE', reason: REASON });
    expect([resultOf(answer), answer.body.includes('Tugas dialihkan')]).toEqual(['done', true]);
    expect(await desk.holder(caseId)).not.toBe(before);
    expect(stepOf(await prove(desk, newBrowser(), await desk.linkOf(caseId)))).toBe('act');
  });
});

describe('the act page', () => {
  it('shows the failed capture, its address as text, and the due date with its zone', async () => {
    const { page } = await atTheAct();
    expect(page.body).toContain('https://media.contoh.test/kiriman/1');
    expect(page.body).not.toContain('href="https://media.contoh.test');
    expect(page.body).toContain('Situs tidak menjawab.');
    expect(page.body).toMatch(/Senin|Selasa|Rabu|Kamis|Jumat/);
    expect(page.body).toMatch(/pukul \d\d\.\d\d WIB/);
  });

  it('shows the superior the official wording, the quoted words and the reason of the triage', async () => {
    const page = await prove(desk, newBrowser(), await desk.linkOf(await reachReview()));
    expect(page.body).toContain('Memegang teguh ideologi Pancasila');
    expect(page.body).toMatch(/<mark>Usir semua pendatang<\/mark>/);
    expect(page.body).toContain(REASON);
    expect(page.body).toContain('Pegawai Biasa');
  });

  it('opens evidence as a download, on record', async () => {
    const { caseId, link, person, page } = await atTheAct();
    expect(page.body).toContain(`href="${link}/bukti/report"`);
    const file = await person.get(`${link}/bukti/report`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="UJI-2026-\w{8}-report\.json"$/);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.body).not.toContain('Warga Rahasia');
    const reads = await desk.ports.accessLog.list(caseId);
    expect(reads.filter(({ action, detail }) => action === 'evidence-opened' && detail === 'report')).toHaveLength(1);
    expect((await person.get(`${link}/bukti/tidak-ada`)).status).toBe(404);
  });
});
