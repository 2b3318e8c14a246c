import type { Walk } from '../support/memory/walk.ts';
import { nips } from '../support/sample-staff.ts';
import {
  atOwnPage,
  BASE_URL,
  called,
  delivered,
  downloadsOn,
  held,
  lastCode,
  MARKER,
  mailsTo,
  OWN_MAIL,
  onTheDay,
  ownLink,
  pathOf,
  prove,
  signedIn,
  siteOf,
  tracedJpeg,
  visitor,
} from './respondent-pages.harness.ts';
import { type Answer, type Browser, hiddenIn, resultOf, stepOf } from './task-pages.harness.ts';

const answer = { outcome: 'ANSWER', statement: 'Akun itu milik orang lain.' };
const nowhere = `/t/${'0'.repeat(16)}.${'A'.repeat(43)}`;

/** Bytes of a download, as they come. */
const bytesOf = async (walk: Walk, person: Browser, path: string): Promise<{ status: number; bytes: Buffer }> => {
  const cookie = [...person.jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
  const got = await siteOf(walk).request(`${BASE_URL}${path}`, { headers: { cookie, 'accept-language': 'id' } });
  return { status: got.status, bytes: Buffer.from(await got.arrayBuffer()) };
};

const officialLink = async (walk: Walk): Promise<string> => pathOf(walk, (await walk.openTask()).taskId);

describe('who reported', () => {
  const seen: { what: string; bytes: Buffer }[] = [];
  const keep = (what: string, { body, headers }: Answer): void => {
    seen.push({ what, bytes: Buffer.from(`${body}\n${JSON.stringify([...headers])}`) });
  };

  /** Everything that the page of this moment gives, in both languages, with all that hangs on it. */
  const readAll = async (walk: Walk, what: string): Promise<{ person: Browser; link: string; page: Answer }> => {
    const { person, link, page } = await atOwnPage(walk);
    keep(what, page);
    keep(`${what}, in English`, await person.get(`${link}?lang=en`));
    keep(`${what}, in Indonesian again`, await person.get(`${link}?lang=id`));
    for (const path of downloadsOn(page)) {
      const { status, bytes } = await bytesOf(walk, person, path);
      expect(status).toBe(200);
      seen.push({ what: `${what}: ${path.split('/').at(-1)}`, bytes });
    }
    return { person, link, page };
  };

  const post = async (walk: Walk, what: string, fields: Record<string, string>): Promise<void> => {
    const { person, link, page } = await readAll(walk, what);
    keep(`${what}: faulty form`, await person.post(link, { ...hiddenIn(page), outcome: 'x' }));
    keep(`${what}: sent`, await person.post(link, { ...hiddenIn(page), ...fields }));
    keep(`${what}: sent anew`, await person.post(link, { ...hiddenIn(page), ...fields, statement: 'x' }));
  };

  beforeAll(async () => {
    const walk = await called();
    await post(walk, 'called', answer);
    await (await onTheDay(walk)).through(held);
    await post(walk, 'examined', { outcome: 'SIGN_RECORD', corrections: 'Tidak ada.' });
    await walk.through({ outcome: 'SANCTION', sanctionCode: 'R1', provisions: ['3d'], impact: 'UNIT' });
    await walk.through({ outcome: 'SERVED', method: 'IN_PERSON' });
    await post(walk, 'sanctioned', { outcome: 'FILE', grounds: 'Saya keberatan.' });
    for (const mail of mailsTo(walk, OWN_MAIL)) {
      seen.push({ what: `mail ${mail.mailId}`, bytes: Buffer.from(JSON.stringify(mail)) });
    }
  });

  it('is in no byte that the respondent is ever given', () => {
    expect(seen.length).toBeGreaterThan(30);
    const traces = [MARKER, MARKER.toUpperCase(), '811 999', '811999000777', 'Warga'];
    const telling = seen.filter(({ bytes }) => traces.some((trace) => bytes.includes(trace)));
    expect(telling.map(({ what }) => what)).toEqual([]);
  });

  it('is in no UTF-16 or Base64 of it either', () => {
    const traces = [
      Buffer.from(MARKER, 'utf16le'),
      Buffer.from(MARKER, 'utf16le').swap16(),
      ...[0, 1, 2].map((at) => {
        const encoded = Buffer.from(`${'x'.repeat(at)}${MARKER}`).toString('base64');
        return Buffer.from(encoded.slice(4, -4));
      }),
    ];
    const telling = seen.filter(({ bytes }) => traces.some((trace) => bytes.includes(trace)));
    expect(telling.map(({ what }) => what)).toEqual([]);
  });

  it('was there to be found: the same test finds it in what officials are given', async () => {
    const walk = await called();
    const person = visitor(walk);
    const page = await prove(walk, person, await officialLink(walk));
    expect(page.body).toContain(MARKER);
  });
});

describe('what a respondent is not shown', () => {
  it('is refused as a link is that never was', async () => {
    const { walk, person, link } = await atOwnPage(await called());
    const state = await walk.state();
    const original = await person.get(nowhere);
    const hidden = [
      'report',
      'attachment-2',
      'message-1',
      'decision-record-pdf',
      'letter-report-1-pdf',
      ...state.evidence.filter(({ kind }) => kind === 'MESSAGE').map(({ artifactId }) => artifactId),
      ...state.evidence.map(({ sha256 }) => sha256),
      '..%2f..%2freport',
    ];
    for (const name of hidden) {
      const got = await person.get(`${link}/bukti/${name}`);
      expect([name, got.status, got.body]).toEqual([name, 404, original.body]);
    }
    expect(walk.store.access.filter(({ action }) => action === 'evidence-opened')).toEqual([]);
  });

  it('is the original of a file: they get the copy', async () => {
    const { walk, person, link } = await atOwnPage(await called());
    const { bytes } = await bytesOf(walk, person, `${link}/bukti/attachment-1`);
    expect(bytes.equals(Buffer.from(tracedJpeg))).toBe(false);
    expect(bytes.length).toBeGreaterThan(100);
  });

  it('is the report between officials, after the examination too, and the decision before it was delivered', async () => {
    const walk = await called();
    await (await onTheDay(walk)).through({ ...held, signing: 'SIGNED' });
    const { person, link, page } = await atOwnPage(walk);
    const letters = (await walk.state()).letters.flatMap(({ form, documents }) =>
      documents.map(({ artifactId }) => ({ form, artifactId })),
    );
    expect(letters.map(({ form }) => form)).toContain('EXAMINATION_REPORT');
    for (const { form, artifactId } of letters) {
      const { status } = await person.get(`${link}/bukti/${artifactId}`);
      expect([form, status]).toEqual([form, form === 'EXAMINATION_REPORT' ? 404 : 200]);
    }
    expect(page.body).not.toContain(held.findings);
    expect(page.body).not.toContain(held.mitigating);
  });

  it('is evidence that came in after the disclosure', async () => {
    const { walk, person, link } = await atOwnPage(await called());
    const { ports, receiptCode } = walk;
    const { addMessage } = await import('../../core/use-cases/follow-report.ts');
    await addMessage(ports, { receiptCode, text: `Saya ${MARKER} menambahkan.` });
    const added = (await walk.state()).evidence.filter(({ kind }) => kind === 'MESSAGE');
    for (const { artifactId } of added) {
      expect((await person.get(`${link}/bukti/${artifactId}`)).status).toBe(404);
    }
    expect(added).not.toEqual([]);
    expect((await person.get(link)).body).not.toContain(MARKER);
  });
});

describe('a link of the respondent', () => {
  it('is useless without their mailbox, files included', async () => {
    const walk = await called();
    const link = await ownLink(walk);
    const stranger = visitor(walk);
    const neutral = await stranger.get(link);
    expect(stepOf(neutral)).toBe('request-code');
    expect(neutral.body).not.toMatch(/UJI-2026|Pegawai|Dinas Uji|Pasal/);
    const asked = await stranger.post(link, { step: 'request-code' });
    expect([...walk.store.mails.values()].at(-1)?.to).toBe(OWN_MAIL);
    expect(asked.body).not.toContain(lastCode(walk));
    const refused = await stranger.get(nowhere);
    const file = await stranger.get(`${link}/bukti/attachment-1`);
    expect([file.status, file.body]).toEqual([404, refused.body]);
    const act = await stranger.post(link, { ...hiddenIn(asked), step: 'act', ...answer });
    expect([act.status, stepOf(act)]).toEqual([403, 'request-code']);
  });

  it('is closed to officials who proved their own mailbox, and theirs to the respondent', async () => {
    const walk = await called();
    const [own, official] = [await ownLink(walk), await officialLink(walk)];
    const [examiner, respondent] = [visitor(walk), visitor(walk)];
    expect((await prove(walk, examiner, official)).body).toContain('data-task-kind="examination"');
    expect((await prove(walk, respondent, own)).body).toContain('data-task-kind="response"');
    expect(stepOf(await examiner.get(own))).toBe('request-code');
    expect(stepOf(await respondent.get(official))).toBe('request-code');
    for (const [person, link] of [
      [examiner, own],
      [respondent, official],
    ] as const) {
      expect((await person.get(`${link}/bukti/attachment-1`)).status).toBe(404);
      expect((await person.get(`${link}/bukti/report`)).status).toBe(404);
    }
  });

  it.each([
    ['triage', nips.triageOne],
    ['superior', nips.section],
    ['examiner', nips.section],
    ['ppk', nips.ppk],
    ['auditor', nips.auditor],
    ['admin', nips.head],
    ['superior', nips.employee],
  ] as const)('has no page in the console: %s', async (role, nip) => {
    const walk = await called();
    const person = await signedIn(walk, role, nip);
    const { taskId } = await walk.taskOf('response');
    for (const path of [`/konsol/tugas/${taskId}`, `/konsol/tugas/${taskId}/bukti/attachment-1`]) {
      const { status } = await person.get(path);
      expect([403, 404]).toContain(status);
    }
    const act = await person.post(`/konsol/tugas/${taskId}`, { step: 'act', ...answer });
    expect([403, 404]).toContain(act.status);
    expect((await walk.state()).statements).toEqual([]);
  });

  it('opens nothing of another case of the same person', async () => {
    const first = await called();
    const { person, link } = await atOwnPage(first);
    const second = await called({}, first.store);
    const other = await ownLink(second);
    expect(other).not.toBe(link);
    expect(stepOf(await person.get(other))).toBe('request-code');
    expect((await person.get(`${other}/bukti/attachment-1`)).status).toBe(404);
    await second.own(answer);
    const foreign = (await second.state()).statements[0]?.artifacts[0]?.artifactId ?? 'none';
    expect(foreign).toMatch(/^statement-/);
    expect((await person.get(`${link}/bukti/${foreign}`)).status).toBe(404);
  });

  it('dies with the disclosure that it was opened for, and with the decision', async () => {
    const walk = await onTheDay(await called());
    const { person, link, page } = await atOwnPage(walk);
    await walk.through({ ...held, charges: ['3d', '3e'], signing: 'SIGNED' });
    const posted = await person.post(link, { ...hiddenIn(page), ...answer });
    expect([posted.status, resultOf(posted)]).toEqual([409, 'already-acted']);
    expect([(await walk.state()).statements, resultOf(await person.get(link))]).toEqual([[], 'refused']);
    const next = await atOwnPage(walk);
    await next.person.post(next.link, { ...hiddenIn(next.page), ...answer, outcome: 'FINISH' });
    await walk.go();
    expect(resultOf(await next.person.get(next.link))).toBe('refused');
    const sanctioned = await delivered();
    const [old = 'none'] = mailsTo(sanctioned, OWN_MAIL).flatMap(({ text }) => /\/t\/[\w.-]+/.exec(text)?.[0] ?? []);
    expect(old).not.toBe(await ownLink(sanctioned));
    expect(resultOf(await visitor(sanctioned).get(old))).toBe('refused');
  });

  it('dies for who is no longer in service, also for a form that they had open', async () => {
    const walk = await called();
    const { person, link, page } = await atOwnPage(walk);
    const staff = walk.store.staff.get(nips.employee);
    if (staff === undefined) throw new Error('no respondent');
    walk.store.staff.set(nips.employee, { ...staff, active: false });
    expect(resultOf(await person.get(link))).toBe('refused');
    const posted = await person.post(link, { ...hiddenIn(page), ...answer });
    expect([posted.status, (await walk.state()).statements]).toEqual([409, []]);
  });
});

describe('a form of the respondent', () => {
  const untouched = async (walk: Walk, send: () => Promise<Answer>): Promise<Answer> => {
    const before = await walk.ports.trail.read(walk.caseId);
    const got = await send();
    expect(await walk.ports.trail.read(walk.caseId)).toEqual(before);
    return got;
  };

  it.each([
    ['no token', { csrf: '' }],
    ['an invented token', { csrf: 'f'.repeat(64) }],
  ])('is refused with %s', async (_what, change) => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const form = { ...hiddenIn(page), ...answer, ...change };
    const got = await untouched(walk, () => person.post(link, form));
    expect([got.status, resultOf(got)]).toEqual([403, 'refused']);
  });

  it.each([{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }])(
    'is refused from another site: %j',
    async (headers) => {
      const { walk, person, link, page } = await atOwnPage(await called());
      const got = await untouched(walk, () => person.post(link, { ...hiddenIn(page), ...answer }, headers));
      expect([got.status, resultOf(got)]).toEqual([403, 'refused']);
    },
  );

  it('is refused from another browser', async () => {
    const { walk, link, page } = await atOwnPage(await called());
    const got = await untouched(walk, () => visitor(walk).post(link, { ...hiddenIn(page), ...answer }));
    expect([got.status, stepOf(got)]).toEqual([403, 'request-code']);
  });

  it('is exactly one last answer of 16 sent at once', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const forms = Array.from({ length: 16 }, (_, n) => ({
      ...hiddenIn(page),
      outcome: 'FINISH',
      statement: `Jawaban ${n}.`,
    }));
    const answers = await Promise.all(forms.map((form) => person.post(link, form)));
    const results = answers.map((got) => `${got.status} ${resultOf(got)}`).sort();
    expect(results).toEqual(['200 done', ...Array(15).fill('409 already-acted')]);
    expect((await walk.state()).statements).toHaveLength(1);
  });

  it('has no act of an official in it', async () => {
    const { walk, person, link, page } = await atOwnPage(await called());
    const act = { outcome: 'HELD', reason: 'Sudah cukup jelas bagi saya.', contentHash: 'f'.repeat(64) };
    const got = await untouched(walk, () => person.post(link, { ...hiddenIn(page), ...act }));
    expect(got.status).toBe(422);
  });
});
