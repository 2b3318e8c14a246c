import { linkSecret } from '../../core/use-cases/task-link.ts';
import {
  type Answer,
  acts,
  browser,
  type Desk,
  hiddenIn,
  prove,
  resultOf,
  startDesk,
  TASK_TOKEN,
} from './task-pages.harness.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const kinds = ['triage', 'review'] as const;

/** Everything that left the system while a case was triaged and reviewed: answers, mails, events, log lines, callbacks. */
const twoActs = async () => {
  const caseId = await desk.inTriage();
  const answers: { link: string; answer: Answer }[] = [];
  for (const kind of kinds) {
    if (kind !== 'triage') await desk.openTask(caseId, kind);
    const link = await desk.linkOf(caseId);
    const person = browser(desk.app);
    const page = await prove(desk, person, link);
    const faulty = await person.post(link, { ...hiddenIn(page), reason: 'x' });
    const done = await person.post(link, { ...hiddenIn(page), ...acts[kind] });
    expect(resultOf(done)).toBe('done');
    const neutral = await browser(desk.app).get(link);
    for (const answer of [page, faulty, done, neutral]) answers.push({ link, answer });
  }
  return { caseId, answers };
};

const headersOf = ({ headers }: Answer): string => JSON.stringify([...headers]);

describe('what must never leave', () => {
  it('is in no page, mail, event, log line or access record: neither the task token nor a link of someone else', async () => {
    const { caseId, answers } = await twoActs();
    const events = JSON.stringify(await desk.events(caseId));
    const accesses = JSON.stringify(await desk.ports.accessLog.list(caseId));
    const rows = await desk.ports.tasks.byCase(caseId);
    const mails = JSON.stringify(desk.mails);
    const logged = desk.lines.join('\n');
    const pages = answers.map(({ answer }) => `${answer.body}${headersOf(answer)}`).join('\n');
    expect(desk.delivered.map(({ token }) => token)).toEqual([TASK_TOKEN, TASK_TOKEN]);
    for (const out of [events, accesses, mails, logged, pages]) {
      expect(out).not.toContain(TASK_TOKEN);
      for (const { sealedToken, secretHash } of rows) {
        expect(sealedToken).toBeDefined();
        expect(out).not.toContain(sealedToken);
        expect(out).not.toContain(secretHash);
      }
    }
    for (const { taskId } of rows) {
      const secret = await linkSecret(desk.ports, taskId);
      expect(mails.split(secret).length).toBeGreaterThan(1);
      for (const out of [events, accesses, logged]) expect(out).not.toContain(secret);
      for (const { text, html } of desk.mails) {
        const withoutLink = `${text}${html}`.replaceAll(`/t/${taskId}.${secret}`, '');
        expect(withoutLink).not.toContain(secret);
      }
    }
    for (const { link, answer } of answers) {
      const secret = link.split('.').at(-1) ?? 'no secret';
      expect(answer.body.replaceAll(`action="${link}"`, '').replaceAll(`href="${link}/bukti/`, '')).not.toContain(
        secret,
      );
      expect(headersOf(answer)).not.toContain(secret);
    }
  });

  it('is not logged even where a page fails', async () => {
    const link = await desk.linkOf(await desk.inTriage());
    const before = desk.lines.length;
    const read = desk.ports.trail.read;
    desk.ports.trail.read = async () => {
      throw new TypeError(`cannot read ${link}`);
    };
    const failed = await browser(desk.app).get(link);
    desk.ports.trail.read = read;
    expect(failed.status).toBe(500);
    const logged = desk.lines.slice(before).join('\n');
    expect(logged).toContain('http-failed');
    expect(logged).not.toContain(link.split('.').at(-1));
  });

  it('says no case content in any mail, and no code in any page', async () => {
    desk.mails.length = 0;
    const { answers } = await twoActs();
    for (const { subject, text } of desk.mails) {
      expect(`${subject}${text}`).not.toMatch(/pendatang|Pegawai Biasa|Warga Rahasia/);
    }
    const codes = desk.mails.flatMap(({ mailId, text }) =>
      mailId.startsWith('code:') ? (/\b\d{6}\b/.exec(text) ?? []) : [],
    );
    expect(codes).toHaveLength(2);
    for (const code of codes) {
      for (const { answer } of answers) expect(answer.body).not.toMatch(new RegExp(`\\b${code}\\b`));
    }
  });

  it('says nothing of who reported on any page', async () => {
    const { answers } = await twoActs();
    for (const { answer } of answers) expect(answer.body).not.toMatch(/Warga Rahasia|warga\.rahasia/);
  });
});

describe('over https', () => {
  it('the browser is named in a cookie that is sent over https only', async () => {
    const secure = await startDesk({ baseUrl: 'https://tertib.test' });
    const link = await secure.linkOf(await secure.inTriage());
    const asked = await browser(secure.app, 'https://tertib.test').post(link, { step: 'request-code' });
    await secure.close();
    expect(asked.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Secure-tertib-t-\w{16}=[\w-]{43}; Path=\/t\/; HttpOnly; SameSite=Strict; Secure; Max-Age=4200$/,
      ),
    ]);
  });
});
