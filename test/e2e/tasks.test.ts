import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { Browser, formOf } from '../../scripts/people/browser.ts';
import { Official, taskMail } from '../../scripts/people/official.ts';
import { offeredSecret, passStepUp } from '../../scripts/people/step-up.ts';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { aReport, expectStep, inputsOf, Outside, people, reason, resultOf } from './world.ts';

/** Asks for a path exactly as it is written; a client would tidy it first. */
const askRaw = async (baseUrl: string, path: string) => {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  const [headers = '', ...body] = answer.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1] ?? 999), headers, body: body.join('\r\n\r\n') };
};

let system: RunningSystem;
const outside = new Outside(() => system);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const outcomesOf = (html: string): string[] =>
  inputsOf(html)
    .filter(({ name }) => name === 'outcome')
    .map(({ value }) => value);
const namesOf = (html: string): Set<string> => new Set(inputsOf(html).map(({ name }) => name));
const chosenOf = (html: string) => inputsOf(html).filter(({ chosen }) => chosen);

/** A case that waits for the official of this kind of task. */
const waiting = async (kind: 'triage' | 'review' | 'decision', nip?: string): Promise<string> => {
  const { caseNumber } = await outside.open();
  if (kind !== 'triage') await outside.triage(caseNumber, nip);
  if (kind === 'decision') {
    await outside.review(caseNumber);
    await outside.examine(caseNumber);
  }
  return caseNumber;
};

const caseOf = async (caseNumber: string) =>
  z
    .looseObject({ status: z.string(), round: z.int(), openTasks: z.array(z.looseObject({ kind: z.string() })) })
    .parse(await (await outside.staff(`/v1/cases/${caseNumber}`)).json());

describe('a decision of the sample agency', () => {
  it('asks for one more proof, by what the page and /dev/totp say alone', async () => {
    const caseNumber = await waiting('decision');
    const { mail, link } = await taskMail(outside.baseUrl, caseNumber);
    const totp = (query: string) => outside.send(`/dev/totp?agency=contoh&${query}`);
    const askedFor = `mail=${encodeURIComponent(mail.to)}`;
    expect((await totp(askedFor)).status).toBe(404);

    const browser = new Browser();
    const known = new Set((await outside.inbox()).map(({ id }) => id));
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const code = (await outside.inbox()).find(({ id }) => !known.has(id))?.text;
    const step = await browser.submit(entering, { code: /\b\d{6}\b/.exec(code ?? '')?.[0] ?? '' });
    const form = expectStep(step, 'step-up');
    const secret = offeredSecret(step) ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(namesOf(step.html)).toEqual(new Set(['code']));
    expect(step.html).not.toContain(caseNumber);
    const wrong = await browser.submit(form, { code: '000000' });
    expect([wrong.status, expectStep(wrong, 'step-up').step]).toEqual([422, 'step-up']);
    expect(offeredSecret(wrong)).toBe(secret);
    // Half an hour later by the program's time, of which a phone knows nothing.
    await outside.clock({ advance: 'PT30M' });
    const later = await browser.get(link);
    expect(offeredSecret(later)).toBe(secret);
    expectStep(await passStepUp(later, { baseUrl: outside.baseUrl, browser, mail: mail.to }), 'act');
    const { page } = await new Official(outside.baseUrl, mail.to).open(link);
    expectStep(page, 'act');
    const next = await totp(askedFor);
    expect([200, 409]).toContain(next.status);
    await outside.clock({ advance: 'PT1M' });
    const answer = z.object({ code: z.string().regex(/^\d{6}$/), validUntil: z.iso.datetime({ precision: 3 }) });
    expect(answer.safeParse(await (await totp(askedFor)).json()).success).toBe(true);
    expect((await totp('nip=12345')).status).toBe(422);
    expect((await totp(`nip=${people.employee}`)).status).toBe(404);
  });
});

describe('a mailed link', () => {
  it('leads through one form a page from the neutral page to the act', async () => {
    const { caseNumber } = await outside.open();
    const { mail, link } = await taskMail(outside.baseUrl, caseNumber);
    const browser = new Browser();
    const neutral = await browser.get(link);
    const asking = expectStep(neutral, 'request-code');
    expect(neutral.html).not.toContain(caseNumber);
    expect(neutral.html).not.toContain(mail.to);
    const entering = await browser.submit(asking, {});
    expectStep(entering, 'verify-code');
    expect(namesOf(entering.html)).toContain('code');
    const { form, page } = await new Official(outside.baseUrl, mail.to).open(link);
    expectStep(page, 'act');
    expect(form.kind).toBe('triage');
  });

  it.each([
    [
      'triage',
      ['PROCEED', 'REFER', 'REJECT', 'MERGE', 'ASK_REPORTER'],
      ['reason', 'respondentNip', 'track', 'caseNumber'],
    ],
    ['review', ['PROCEED', 'DISMISS', 'MORE_EVIDENCE', 'RECUSE', 'CHANGE_TRACK'], ['reason', 'principles']],
    [
      'decision',
      ['SANCTION', 'DISMISS', 'RETURN', 'RECUSE', 'FORWARD', 'PROPOSE'],
      ['reason', 'sanctionCode', 'provisions', 'deviationReason'],
    ],
  ] as const)(
    'of a %s offers the outcomes and inputs of the contract, and none chosen',
    async (kind, outcomes, names) => {
      const { page, form } = await outside.task(await waiting(kind));
      expect(form.kind).toBe(kind);
      expect(outcomesOf(page.html).toSorted()).toEqual([...outcomes].toSorted());
      const offered = new Set([...namesOf(page.html), ...Object.keys(form.hidden)]);
      for (const name of names) expect(offered).toContain(name);
      expect(chosenOf(page.html)).toEqual([]);
      if (kind === 'triage')
        for (const track of ['ETHICS', 'DISCIPLINE_PNS', 'DISCIPLINE_PPPK'])
          expect(page.html).toContain(`value="${track}"`);
      if (kind === 'review') for (let n = 1; n <= 8; n += 1) expect(page.html).toContain(`value="P${n}"`);
      if (kind === 'decision') {
        expect(form.hidden.disclosureHash).toMatch(/^[0-9a-f]{64}$/);
        // A light breach offers what its decider may impose for it, and no more.
        for (const code of ['R1', 'R2', 'R3']) expect(page.html).toContain(`value="${code}"`);
        for (const code of ['S1', 'B1']) expect(page.html).not.toContain(`value="${code}"`);
      }
    },
  );

  it('gives robots nothing, whatever they do, and is still good for its person', async () => {
    const { caseNumber } = await outside.open();
    const { link, mail } = await taskMail(outside.baseUrl, caseNumber);
    const before = (await outside.trail(caseNumber)).head;
    const mails = (await outside.inbox()).length;
    const bodies = new Set<string>();
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'OPTIONS']) {
      const answer = await fetch(link, { method, headers: { 'User-Agent': 'LinkScanner/1.0' } });
      expect(answer.status).toBeLessThan(300);
      if (method === 'GET') bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
    expect((await outside.inbox()).length).toBe(mails);
    const pressed = await fetch(link, { method: 'POST', body: new URLSearchParams({ step: 'request-code' }) });
    expect(await pressed.text()).not.toContain(caseNumber);
    const acted = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ step: 'act', outcome: 'REJECT', reason }),
    });
    expect([403, 404]).toContain(acted.status);
    expect((await outside.trail(caseNumber)).head).toEqual(before);
    expect((await outside.inbox())[0]?.to).toBe(mail.to);
    await outside.act(caseNumber, { outcome: 'REJECT' });
    expect((await caseOf(caseNumber)).status).toBe('REJECTED');
  });

  it('says the same bytes for every link that is dead or was never alive', async () => {
    const used = await outside.open();
    const { link } = await taskMail(outside.baseUrl, used.caseNumber);
    await outside.act(used.caseNumber, { outcome: 'REJECT' });
    const live = (await taskMail(outside.baseUrl, (await outside.open()).caseNumber)).link;
    const [, taskId = '', secret = ''] = /\/t\/(\w+)\.([\w-]+)$/.exec(live) ?? [];
    const at = (text: string) => `${outside.baseUrl}/t/${text}`;
    const dead = [
      link,
      at(`${taskId}.${'A'.repeat(43)}`),
      at(`0000000000000000.${secret}`),
      at(taskId),
      at('x'),
      at(`${taskId}.${secret}x`),
      at('%00'),
      at('%'),
    ];
    const seen = new Set<string>();
    for (const url of dead) {
      const answer = await fetch(url);
      seen.add(`${answer.status} ${await answer.text()}`);
      const posted = await fetch(url, { method: 'POST', body: new URLSearchParams({ step: 'request-code' }) });
      seen.add(`${posted.status} ${await posted.text()}`);
    }
    expect(seen.size).toBe(1);
  });

  it.each([
    '//t/LINK',
    '/./t/LINK',
    '/t/../t/LINK',
    '/lapor/..%2ft/LINK',
    '\\t\\LINK',
    'http://evil.test/t/LINK',
    '/t/LINK/bukti/../../../konsol',
    '/t/LINK?lang=en%0d%0aX-A:%20b',
    '/t/LINK#x',
  ])('shows nothing and leads nowhere else, by whatever path it is asked for: %s', async (trick) => {
    const { caseNumber } = await outside.open();
    const { link } = await taskMail(outside.baseUrl, caseNumber);
    const answer = await askRaw(outside.baseUrl, trick.replace('LINK', link.split('/t/')[1] ?? ''));
    expect(answer.status).toBeLessThan(500);
    expect(`${answer.headers}${answer.body}`).not.toMatch(/evil\.test|x-a/i);
    expect(answer.body).not.toContain(caseNumber);
    expect((await outside.types(caseNumber)).at(-1)).toBe('TaskOpened');
  });

  it('dies of five wrong codes, and opens with a new one', async () => {
    const { caseNumber } = await outside.open();
    const { link, mail } = await taskMail(outside.baseUrl, caseNumber);
    const browser = new Browser();
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const code = /\b\d{6}\b/.exec((await outside.inbox()).find(({ to }) => to === mail.to)?.text ?? '')?.[0] ?? '';
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = String((Number(code) + 1 + tries) % 1_000_000).padStart(6, '0');
      expectStep(await browser.submit(entering, { code: wrong }), 'verify-code');
    }
    const tooLate = await browser.submit(entering, { code });
    expect(tooLate.html).not.toContain(caseNumber);
    expectStep(tooLate, 'verify-code');
    expect((await outside.task(caseNumber)).page.html).toContain(caseNumber);
  });

  it.each(['', 'abcdef', '12345', '1234567', '٠١٢٣٤٥', '000000\u0000'])('takes no %j for a code', async (code) => {
    const { caseNumber } = await outside.open();
    const { link } = await taskMail(outside.baseUrl, caseNumber);
    const browser = new Browser();
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const page = await browser.submit(entering, { code });
    expect(page.status).toBe(422);
    expectStep(page, 'verify-code');
  });
});

describe('an act', () => {
  it.each([
    ['triage', {}],
    ['triage', { outcome: 'SETUJU' }],
    ['triage', { outcome: ['REJECT', 'REFER'] }],
    ['triage', { outcome: 'PROCEED' }],
    ['triage', { outcome: 'PROCEED', respondentNip: people.employee }],
    ['triage', { outcome: 'PROCEED', respondentNip: people.employee, track: 'DISCIPLINE_PPPK' }],
    ['triage', { outcome: 'PROCEED', respondentNip: '199001012015021001', track: 'ETHICS' }],
    ['triage', { outcome: 'MERGE' }],
    ['triage', { outcome: 'MERGE', caseNumber: 'CONTOH-2026-00000000' }],
    ['triage', { outcome: 'REJECT', reason: '' }],
    ['triage', { outcome: 'REJECT', reason: `${reason}\u202E` }],
    ['triage', { outcome: 'REJECT', reason: 'pendek' }],
    ['review', { outcome: 'PROCEED' }],
    ['review', { outcome: 'PROCEED', principles: ['P9'] }],
    ['decision', { outcome: 'SANCTION' }],
    ['decision', { outcome: 'SANCTION', sanctionCode: 'X9' }],
    ['decision', { outcome: 'SANCTION', sanctionCode: 'B3', impact: 'WORLD' }],
    ['decision', { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['99z'] }],
  ] as const)(
    'of %s with %j is refused, changes nothing, and comes back with no outcome chosen',
    async (kind, fields) => {
      const caseNumber = await shared(kind);
      const before = (await outside.trail(caseNumber)).head;
      const { link } = await taskMail(outside.baseUrl, caseNumber);
      const { browser, form } = await proven(caseNumber, link);
      const page = await browser.submit(form, { reason, ...fields });
      expect(page.status).toBe(422);
      expectStep(page, 'act');
      expect(chosenOf(page.html).filter(({ name }) => name === 'outcome')).toEqual([]);
      expect((await outside.trail(caseNumber)).head).toEqual(before);
    },
  );

  /** Refusals change nothing, so one case of a kind serves them all, and one browser. */
  const cases = new Map<string, Promise<string>>();
  const shared = (kind: 'triage' | 'review' | 'decision'): Promise<string> => {
    const held = cases.get(kind) ?? waiting(kind);
    cases.set(kind, held);
    return held;
  };
  const browsers = new Map<string, { browser: Browser; form: ReturnType<typeof formOf> }>();
  const proven = async (caseNumber: string, link: string) => {
    const held = browsers.get(link) ?? (await proveMailbox(caseNumber, link));
    browsers.set(link, held);
    return held;
  };
  const proveMailbox = async (_caseNumber: string, link: string) => {
    const browser = new Browser();
    const known = new Set((await outside.inbox()).map(({ id }) => id));
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const mail = (await outside.inbox()).find(({ id }) => !known.has(id));
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    const opened = await browser.submit(entering, { code });
    const step = { baseUrl: outside.baseUrl, browser, mail: mail?.to ?? '' };
    return { browser, form: formOf(await passStepUp(opened, step)) };
  };

  it('is one of 32 sent at once, and its form says the same when it comes again', async () => {
    const caseNumber = await waiting('triage');
    const { link } = await taskMail(outside.baseUrl, caseNumber);
    const { browser, form } = await proveMailbox(caseNumber, link);
    const outcomes = ['REJECT', 'REFER'] as const;
    const pages = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        browser.submit(form, { outcome: outcomes[n % 2] ?? '', reason: `${reason} ${n}` }),
      ),
    );
    expect(pages.filter((page) => resultOf(page) === 'done')).toHaveLength(1);
    for (const page of pages) expect([200, 404, 409]).toContain(page.status);
    expect((await outside.types(caseNumber)).filter((type) => type === 'TriageDecided')).toHaveLength(1);
    const won = pages.findIndex((page) => resultOf(page) === 'done');
    const again = await browser.submit(form, { outcome: outcomes[won % 2] ?? '', reason: `${reason} ${won}` });
    expect(resultOf(again)).toBe('done');
    const other = await browser.submit(form, { outcome: 'ASK_REPORTER', reason });
    expect(resultOf(other)).toBe('already-acted');
    await outside.settle();
    expect((await outside.types(caseNumber)).filter((type) => type === 'TriageDecided')).toHaveLength(1);
  });

  it('is refused from another page, without its token, and from another browser', async () => {
    const caseNumber = await waiting('triage');
    const before = (await outside.trail(caseNumber)).head;
    const { form, link } = await outside.task(caseNumber);
    const body = new URLSearchParams({ ...form.hidden, outcome: 'REJECT', reason });
    const elsewhere = await fetch(link, { method: 'POST', body, headers: { Origin: 'https://jahat.test' } });
    expect(elsewhere.status).toBe(403);
    expect((await fetch(link, { method: 'POST', body, redirect: 'manual' })).status).toBe(403);
    const { official } = await outside.task(caseNumber);
    const page = formOf(await new Browser().get(link));
    expect(page.step).toBe('request-code');
    await expect(
      official.act({ ...form, hidden: { ...form.hidden, csrf: 'A'.repeat(43) } }, { outcome: 'REJECT', reason }),
    ).rejects.toThrow(/refused/);
    expect((await outside.trail(caseNumber)).head).toEqual(before);
  });
});

describe('what an official may find', () => {
  it.each([
    ['REJECT', 'REJECTED'],
    ['REFER', 'REFERRED'],
  ])('%s ends the case as %s, and the reporter is told', async (outcome, status) => {
    const filed = await outside.open(aReport({ reporter: { email: 'ani@pelapor.tertib.test' } }));
    await outside.act(filed.caseNumber, { outcome });
    expect((await outside.status(filed)).status).toBe(status);
    expect((await outside.types(filed.caseNumber)).at(-1)).toBe('CaseClosed');
    const told = (await outside.inbox()).filter(
      ({ to, subject }) => to === 'ani@pelapor.tertib.test' && subject.includes(filed.caseNumber),
    );
    expect(told).toHaveLength(1);
    const late = await outside.post(
      '/v1/reports/messages',
      { text: 'Tambahan.' },
      { Authorization: `Receipt ${filed.receiptCode}` },
    );
    expect(late.status).toBe(409);
  });

  it('MERGE makes two reports one case', async () => {
    const [one, two] = [await outside.open(), await outside.open()];
    await outside.act(two.caseNumber, { outcome: 'MERGE', caseNumber: one.caseNumber });
    expect((await outside.status(two)).status).toBe('MERGED');
    expect(await outside.types(one.caseNumber)).toContain('ReportMerged');
    expect((await caseOf(one.caseNumber)).status).toBe('TRIAGE');
  });

  it('ASK_REPORTER waits for the answer, and goes on with it', async () => {
    const filed = await outside.open(aReport({ reporter: { email: 'tanya@pelapor.tertib.test' } }));
    const question = 'Kapan unggahan itu Anda lihat, dan di akun mana?';
    await outside.act(filed.caseNumber, { outcome: 'ASK_REPORTER', reason: question });
    const asked = await outside.status(filed);
    expect(asked.messages.at(-1)?.text).toBe(question);
    const mail = (await outside.inbox()).find(({ to }) => to === 'tanya@pelapor.tertib.test');
    expect(mail?.text).not.toContain(question);
    const headers = { Authorization: `Receipt ${filed.receiptCode}` };
    expect((await outside.post('/v1/reports/messages', { text: 'Tanggal 2 Maret.' }, headers)).status).toBe(201);
    await outside.settle();
    expect((await outside.status(filed)).messages.map(({ text }) => text)).toEqual([question, 'Tanggal 2 Maret.']);
    const { page, form } = await outside.task(filed.caseNumber);
    expect(form.kind).toBe('triage');
    expect(page.html).toContain('Tanggal 2 Maret.');
    expect((await caseOf(filed.caseNumber)).round).toBe(2);
  });

  it('MORE_EVIDENCE and RETURN raise the round, and the case goes on', async () => {
    const caseNumber = await waiting('review');
    await outside.act(caseNumber, { outcome: 'MORE_EVIDENCE' });
    expect(await caseOf(caseNumber)).toMatchObject({ round: 2 });
    for (let turn = 0; turn < 4; turn += 1) {
      const { form } = await outside.task(caseNumber);
      if (form.kind === 'decision') break;
      if (form.kind === 'triage') await outside.triage(caseNumber);
      else if (form.kind === 'review') await outside.review(caseNumber);
      else await outside.examine(caseNumber);
    }
    await outside.act(caseNumber, { outcome: 'RETURN' });
    expect(await caseOf(caseNumber)).toMatchObject({ round: 3 });
    expect((await caseOf(caseNumber)).openTasks.map(({ kind }) => kind).toSorted()).toEqual([
      'examination',
      'response',
    ]);
  });

  it('RECUSE hands the review up the line, and kills the link', async () => {
    const caseNumber = await waiting('review');
    const first = await outside.task(caseNumber);
    expect(first.who).toBe('dewi.kusumawati@contoh.tertib.test');
    await outside.act(caseNumber, { outcome: 'RECUSE' });
    expect((await fetch(first.link)).status).toBe(404);
    const second = await outside.task(caseNumber);
    expect(second.who).toBe('agus.prasetyo@contoh.tertib.test');
    expect(second.form.kind).toBe('review');
  });

  it('DISMISS of a review and of a decision end the case', async () => {
    for (const kind of ['review', 'decision'] as const) {
      const caseNumber = await waiting(kind);
      await outside.act(caseNumber, { outcome: 'DISMISS' });
      expect((await caseOf(caseNumber)).status).toBe('DISMISSED');
      expect((await outside.types(caseNumber)).at(-1)).toBe('CaseClosed');
    }
  });

  it('a sanction is told to respondent, superior and personnel unit; the reporter learns the outcome without it', async () => {
    const filed = await outside.open(
      aReport({ reporter: { name: 'Ani Pelapor', email: 'akhir@pelapor.tertib.test' } }),
    );
    await outside.triage(filed.caseNumber, people.contractor);
    await outside.review(filed.caseNumber);
    await outside.examine(filed.caseNumber, { impact: 'AGENCY', recommendedSanction: 'S1' });
    await outside.act(filed.caseNumber, {
      outcome: 'SANCTION',
      sanctionCode: 'S1',
      provisions: ['3d', '3f'],
      impact: 'AGENCY',
    });
    const status = await outside.status(filed);
    expect(status.status).toBe('SERVICE');
    expect(JSON.stringify(status)).not.toMatch(/\bS1\b|tunjangan|MODERATE/);
    const told = (await outside.inbox()).filter(({ subject, id }) => subject.includes(filed.caseNumber) && id !== '');
    const receivers = new Set(told.map(({ to }) => to));
    for (const to of [
      'akhir@pelapor.tertib.test',
      'siti.rohmah@contoh.tertib.test',
      'dewi.kusumawati@contoh.tertib.test',
    ])
      expect(receivers).toContain(to);
    const { events } = await outside.trail(filed.caseNumber);
    expect(events.filter(({ type }) => type === 'NotificationSent')).toHaveLength(4);
    expect(JSON.stringify(events)).not.toMatch(/Ani Pelapor|akhir@pelapor/);
  });

  it('the accused and those below them never hold a task', async () => {
    const { caseNumber } = await outside.open(aReport({ respondent: { nip: people.headOfField } }));
    await outside.triage(caseNumber, people.headOfField);
    expect((await outside.task(caseNumber)).who).toBe('sri.wahyuningsih@contoh.tertib.test');
    const { events } = await outside.trail(caseNumber);
    const assigned = events
      .filter(({ type }) => type === 'TaskOpened')
      .map(({ data }) => JSON.stringify(data.assignee));
    for (const nip of [people.headOfField, people.headOfSection, people.employee])
      for (const assignee of assigned) expect(assignee).not.toContain(nip);
  });
});
