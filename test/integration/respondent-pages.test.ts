import type { CaseEvent } from '../../core/case/events.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import type { Walk } from '../support/memory/walk.ts';
import {
  atOwnPage,
  called,
  delivered,
  downloadsOn,
  held,
  onTheDay,
  ownLink,
  postFiles,
  prove,
  respondentNip,
  visitor,
} from './respondent-pages.harness.ts';
import { hiddenIn, resultOf, stepOf } from './task-pages.harness.ts';

const events = async ({ ports, caseId }: Walk): Promise<readonly CaseEvent[]> => ports.trail.read(caseId);
const ofType = async <T extends CaseEvent['type']>(walk: Walk, type: T) =>
  (await events(walk)).filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type);

const answer = { outcome: 'ANSWER', statement: 'Akun itu milik orang lain.' };
const file = (name: string, content: string, type = 'image/png') => new File([content], name, { type });

describe('a summons', () => {
  it.each(['get', 'head'] as const)('does not count as received by a %s', async (method) => {
    const walk = await called();
    const before = await events(walk);
    expect((await visitor(walk)[method](await ownLink(walk))).status).toBe(200);
    expect(await events(walk)).toEqual(before);
  });

  it('does not count as received by a robot that presses the button and guesses', async () => {
    const walk = await called();
    const before = await events(walk);
    const robot = visitor(walk);
    const link = await ownLink(walk);
    const asked = await robot.post(link, { step: 'request-code' });
    for (const code of ['', '000000', 'abc']) await robot.post(link, { ...hiddenIn(asked), code });
    expect(stepOf(await robot.get(link))).toBe('request-code');
    expect(await events(walk)).toEqual(before);
  });

  it('counts as received where the mailbox is proven, once', async () => {
    const { walk, person, link } = await atOwnPage(await called());
    await person.get(link);
    await prove(walk, visitor(walk), link);
    const served = await ofType(walk, 'SummonsServed');
    expect(served.map(({ actor, data }) => [actor, data.manner, data.session])).toEqual([
      [{ kind: 'respondent', nip: respondentNip }, 'OPENED', 1],
    ]);
  });
});

describe('the page of a respondent who is called', () => {
  it('shows charges, principles, summons, evidence, rights and the time that is left', async () => {
    const { page, walk } = await atOwnPage(await called());
    expect([page.status, stepOf(page)]).toEqual([200, 'act']);
    for (const text of [
      'data-task-kind="response"',
      'PP 94/2021 Pasal 3 huruf d',
      'menaati ketentuan peraturan perundang-undangan',
      'Memastikan bahwa informasi yang disebarluaskan jelas sumbernya',
      'Panggilan I',
      'Rabu, 11 Maret 2026 pukul 09.00 WIB',
      'Tatap muka',
      'sisa 7 hari kerja',
      '7 hari kerja sejak 2 Maret 2026',
      'Tidak menjawab bukan pengakuan',
      '1 berkas tidak diperlihatkan',
      'tidak dapat dipakai terhadap Anda',
      (await walk.state()).disclosures[0]?.hash ?? 'no hash',
    ]) {
      expect(page.body).toContain(text);
    }
    expect(page.body).not.toMatch(/ checked| selected/);
  });

  it('speaks English where that is asked for', async () => {
    const { person, link } = await atOwnPage(await called());
    const page = await person.get(`${link}?lang=en`);
    expect(page.body).toContain('Your summons and your right to be heard');
    expect(page.body).toContain('Not answering is not a confession');
    expect(page.body).toContain('1 file is not shown');
  });

  it('warns of a summons that is not at the safe distance', async () => {
    const { page } = await atOwnPage(await called({ examinationOn: '2026-03-09' }));
    expect(page.body).toContain('Senin, 9 Maret 2026');
    expect(page.body).toContain('5 hari kerja');
    expect(page.body).toMatch(/Pasal 26/);
  });

  it('tells of charges that are new since they were last shown', async () => {
    const walk = await called();
    const old = await ownLink(walk);
    await (await onTheDay(walk)).through({ ...held, charges: ['3d', '3e'], signing: 'SIGNED' });
    const { page, person } = await atOwnPage(walk);
    expect(page.body).toMatch(/Pasal 3 huruf e<\/h3><span class="badge warn">baru/);
    expect(page.body).not.toMatch(/Pasal 3 huruf d<\/h3><span/);
    expect(page.body).toContain('Pemeriksaan ini sudah dilaksanakan');
    expect(resultOf(await person.get(old))).toBe('refused');
  });

  it('is recorded with every view, as the respondent’s', async () => {
    const { walk, person, link } = await atOwnPage(await called());
    await person.get(link);
    const seen = walk.store.access.filter(({ action }) => action === 'task-viewed');
    expect(seen.map(({ actor }) => actor)).toEqual(Array(2).fill({ kind: 'respondent', nip: respondentNip }));
  });

  it('gives every file it lists as a download that no browser runs, and records it', async () => {
    const { walk, person, page } = await atOwnPage(await called());
    const paths = downloadsOn(page);
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const download = await person.get(path);
      expect(download.status).toBe(200);
      expect(download.headers.get('content-type')).toBe('application/octet-stream');
      expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="UJI-2026-[\w-]+(\.\w+)?"$/);
    }
    const opened = walk.store.access.filter(({ action }) => action === 'evidence-opened');
    expect(opened.map(({ actor, detail }) => [actor.kind, detail])).toEqual(
      paths.map((path) => ['respondent', path.split('/').at(-1)]),
    );
  });
});

describe('an answer', () => {
  it('is recorded with its files, and can be added to', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const fields = { ...hiddenIn(page), ...answer, witnesses: 'Budi, rekan seruangan', companion: 'Siti' };
    const files = [file('a.png', 'gambar satu'), file('b.pdf', 'berkas dua', 'application/pdf')];
    const done = await postFiles(person, link, fields, files);
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    const [event] = await ofType(walk, 'StatementRecorded');
    expect(event?.data.artifacts.map(({ kind }) => kind)).toEqual(['STATEMENT', 'STATEMENT_FILE', 'STATEMENT_FILE']);
    for (const text of [event?.hash ?? 'none', sha256Hex(new TextEncoder().encode('gambar satu')), 'masih berlaku']) {
      expect(done.body).toContain(text);
    }
    const again = await person.get(link);
    for (const text of [answer.statement, 'Budi, rekan seruangan', 'Siti']) expect(again.body).toContain(text);
    const own = downloadsOn(again).filter((path) => path.includes('/bukti/statement'));
    expect(own).toHaveLength(3);
    expect((await person.get(own[1] ?? '')).body).toBe('gambar satu');
    const more = await person.post(link, { ...hiddenIn(again), ...answer, statement: 'Tambahan.' });
    expect(resultOf(more)).toBe('done');
    expect(await ofType(walk, 'StatementRecorded')).toHaveLength(2);
  });

  it('sent twice is one, and is answered with the same page, also when another came in between', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const form = { ...hiddenIn(page), ...answer };
    const first = await person.post(link, form);
    await person.post(link, { ...form, statement: 'Yang lain.' });
    const again = await person.post(link, form);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await ofType(walk, 'StatementRecorded')).toHaveLength(2);
  });

  it('that is the last one closes the page', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const form = { ...hiddenIn(page), ...answer, outcome: 'FINISH' };
    const done = await person.post(link, form);
    expect(done.body).toContain('tidak berlaku lagi');
    expect((await person.post(link, form)).body).toBe(done.body);
    const late = await person.post(link, { ...form, statement: 'Terlambat.' });
    expect([late.status, resultOf(late)]).toEqual([409, 'already-acted']);
    expect(resultOf(await person.get(link))).toBe('refused');
    expect(await ofType(walk, 'StatementRecorded')).toHaveLength(1);
  });

  it.each([
    ['no choice', { outcome: '' }, [], 'href="#outcome"'],
    ['an invented choice', { outcome: 'SANCTION' }, [], 'href="#outcome"'],
    ['no statement', { statement: ' ' }, [], 'href="#statement"'],
    ['hidden characters', { statement: 'a\u202eb' }, [], 'href="#statement"'],
    ['a companion that is too long', { companion: 'x'.repeat(301) }, [], 'href="#companion"'],
    ['an empty file', {}, [file('kosong.png', '')], 'Berkas kosong.png kosong'],
    ['a file that is too large', {}, [file('besar.png', 'x'.repeat(1024 * 1024 + 1))], 'lebih besar dari 1 MB'],
    ['too many files', {}, Array.from({ length: 21 }, (_, n) => file(`${n}.png`, `${n}`)), 'Paling banyak 20 berkas'],
  ])('with %s comes back as it was typed, with nothing chosen', async (_what, change, files, text) => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const before = await events(walk);
    const form = { ...hiddenIn(page), ...answer, witnesses: 'Budi <b>', ...change };
    const again = await postFiles(person, link, form, files);
    expect([again.status, stepOf(again)]).toEqual([422, 'act']);
    expect(again.body).toContain(text);
    expect(again.body).toContain('>\nBudi &lt;b&gt;</textarea>');
    expect(again.body).not.toMatch(/ checked| selected/);
    expect(await events(walk)).toEqual(before);
    expect(resultOf(await person.post(link, { ...hiddenIn(again), ...answer }))).toBe('done');
  });

  it('that is larger than a form may be is refused whole', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const before = await events(walk);
    const heavy = Array.from({ length: 3 }, (_, n) => file(`${n}.png`, `${n}`.repeat(1024 * 1024)));
    expect((await postFiles(person, link, { ...hiddenIn(page), ...answer }, heavy)).status).toBe(413);
    const cut = new TextEncoder().encode('a=&'.repeat(20_000));
    expect((await person.postBytes(link, cut, 'application/x-www-form-urlencoded')).status).toBe(400);
    expect(await events(walk)).toEqual(before);
  });
});

describe('the record of an examination', () => {
  const examined = async () => {
    const walk = await onTheDay(await called());
    return atOwnPage(await walk.acted(held));
  };

  it('is shown as filed, to be signed with corrections', async () => {
    const { walk, person, link, page } = await examined();
    for (const text of [
      'Mengapa Anda mengunggahnya?',
      'Saya kira kabar itu benar.',
      'Saya menyesal.',
      'REFUSE_RECORD',
    ]) {
      expect(page.body).toContain(text);
    }
    const hidden = hiddenIn(page);
    const form = { ...hidden, outcome: 'SIGN_RECORD', corrections: 'Bukan menyesal, melainkan prihatin.' };
    const done = await person.post(link, form);
    expect(resultOf(done)).toBe('done');
    const [signed] = await ofType(walk, 'ExaminationRecordSigned');
    expect({ ...hidden, record: signed?.data.record }).toEqual(hidden);
    expect(signed?.data.manner).toBe('SIGNED');
    const after = await person.get(link);
    expect(after.body).not.toContain('REFUSE_RECORD');
    expect(after.body).toContain('Bukan menyesal, melainkan prihatin.');
  });

  it('can still be answered, and is theirs as a letter, while the decision is being prepared', async () => {
    const walk = await onTheDay(await called());
    const { person, link, page } = await atOwnPage(await walk.through(held));
    expect((await walk.state()).status).toBe('DECISION');
    expect(page.body).toContain('Berita Acara Pemeriksaan nomor');
    const done = await person.post(link, { ...hiddenIn(page), outcome: 'REFUSE_RECORD', corrections: 'Tidak begitu.' });
    expect([resultOf(done), (await walk.state()).recordSignings.length]).toEqual(['done', 1]);
  });

  it('is signed or refused once', async () => {
    const { walk, person, link, page } = await examined();
    const form = { ...hiddenIn(page), outcome: 'REFUSE_RECORD' };
    const refused = await person.post(link, form);
    expect((await person.post(link, form)).body).toBe(refused.body);
    const other = await person.post(link, { ...form, outcome: 'SIGN_RECORD' });
    expect([other.status, stepOf(other)]).toEqual([409, 'act']);
    expect(await ofType(walk, 'ExaminationRecordSigned')).toHaveLength(1);
  });

  it('cannot be signed from a page that showed another one', async () => {
    const { walk, person, link, page } = await examined();
    const form = { ...hiddenIn(page), outcome: 'SIGN_RECORD', record: 'f'.repeat(64) };
    const answered = await person.post(link, form);
    expect([answered.status, answered.body.includes('sudah ditanggapi atau berubah')]).toEqual([409, true]);
    expect(await ofType(walk, 'ExaminationRecordSigned')).toEqual([]);
  });

  it('is theirs to keep as bytes with its fingerprint', async () => {
    const { person, page } = await examined();
    const [path = 'none'] = downloadsOn(page).filter((one) => one.includes('/bukti/examination-record'));
    const { body } = await person.get(path);
    expect(hiddenIn(page).record).toBe(sha256Hex(new TextEncoder().encode(body)));
  });
});

describe('the page of a respondent who was sanctioned', () => {
  it('shows the decision, when it takes effect, and what may be filed', async () => {
    const { page } = await atOwnPage(await delivered());
    for (const text of [
      'data-task-kind="remedy"',
      'Teguran lisan',
      'HD-R1/',
      '12 Maret 2026',
      '15 hari kerja sejak 12 Maret 2026',
      'Keberatan',
      'Atasan Pejabat yang Berwenang Menghukum',
      '9 April 2026',
      '14 hari kerja sejak 12 Maret 2026',
      'hukuman tidak dilaksanakan',
      'Tanda Terima Keputusan',
    ]) {
      expect(page.body).toContain(text);
    }
  });

  it('takes an objection with files, once, and closes', async () => {
    const { walk, person, link, page } = await atOwnPage(await delivered());
    const form = { ...hiddenIn(page), outcome: 'FILE', grounds: 'Saya tidak pernah mengunggahnya.' };
    const done = await postFiles(person, link, form, [file('surat.pdf', 'bukti', 'application/pdf')]);
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    const [filed] = await ofType(walk, 'AppealFiled');
    expect([filed?.data.route, filed?.data.artifacts.length, filed?.actor.kind]).toEqual([
      'OBJECTION',
      2,
      'respondent',
    ]);
    const other = await person.post(link, { ...form, grounds: 'Alasan lain.' });
    expect([other.status, resultOf(other)]).toEqual([409, 'already-acted']);
    expect(resultOf(await person.get(link))).toBe('refused');
  });

  it('brings an objection without grounds back', async () => {
    const { walk, person, link, page } = await atOwnPage(await delivered());
    const again = await person.post(link, { ...hiddenIn(page), outcome: 'FILE', grounds: '' });
    expect([again.status, again.body.includes('href="#grounds"')]).toEqual([422, true]);
    expect(await ofType(walk, 'AppealFiled')).toEqual([]);
  });

  it('gives the decision as it was signed', async () => {
    const { walk, person, page } = await atOwnPage(await delivered());
    const { signed } = await walk.state();
    const paths = downloadsOn(page).filter((path) => path.includes('/bukti/decision-record'));
    const bodies = await Promise.all(paths.map(async (path) => (await person.get(path)).body));
    expect(bodies.map((body) => sha256Hex(new TextEncoder().encode(body))).sort()).toEqual(
      (signed?.documents ?? []).map(({ sha256 }) => sha256 as string).sort(),
    );
  });
});
