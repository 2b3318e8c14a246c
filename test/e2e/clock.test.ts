import * as z from 'zod';
import { Browser, formOf } from '../../scripts/people/browser.ts';
import { taskMail } from '../../scripts/people/official.ts';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { Outside, people } from './world.ts';

let system: RunningSystem;
const outside = new Outside(() => system);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const now = async (): Promise<string> =>
  z.strictObject({ now: z.string() }).parse(await (await outside.send('/dev/clock')).json()).now;

/** Staff tokens live an hour of the program's time. */
const eventsOf = async (caseNumber: string) => {
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await outside.send('/dev/token?role=auditor&agency=contoh')).json());
  const answer = await outside.send(`/v1/cases/${caseNumber}/trail`, { headers: { Authorization: `Bearer ${token}` } });
  const event = z.looseObject({ seq: z.int(), type: z.string(), at: z.string(), data: z.looseObject({}) });
  return z.looseObject({ events: z.array(event) }).parse(await answer.json()).events;
};

describe('the clock of one machine', () => {
  // A case whose deadlines would fire on the way.
  beforeAll(() => outside.open());

  it('moves by a duration and to a moment', async () => {
    const before = Date.parse(await now());
    expect((await outside.clock({ advance: 'PT1H' })).status).toBe(200);
    expect(Date.parse(await now()) - before).toBeGreaterThanOrEqual(3_600_000);
    const set = new Date(Date.parse(await now()) + 60_000).toISOString();
    expect((await outside.clock({ set })).status).toBe(200);
    expect(Date.parse(await now())).toBeGreaterThanOrEqual(Date.parse(set));
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['neither', '{}'],
    ['both', '{"advance":"P1D","set":"2030-01-01T00:00:00Z"}'],
    ['no duration', '{"advance":"besok"}'],
    ['a number', '{"advance":7}'],
    ['an empty duration', '{"advance":""}'],
    ['a duration back', '{"advance":"-P1D"}'],
    ['a duration beyond all years', '{"advance":"P9000Y"}'],
    ['a duration of no end', '{"advance":"P999999999Y"}'],
    ['a moment that has passed', '{"set":"2020-01-01T00:00:00Z"}'],
    ['a moment beyond all years', '{"set":"+012026-01-01T00:00:00Z"}'],
    ['a day', '{"set":"2031-01-01"}'],
    ['a month 13', '{"set":"2031-13-01T00:00:00Z"}'],
  ])('refuses %s, and stands still', async (_name, body) => {
    const before = Date.parse(await now());
    const mails = (await outside.inbox()).length;
    const answer = await outside.clock(body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Date.parse(await now()) - before).toBeLessThan(60_000);
    expect((await outside.inbox()).length).toBe(mails);
  });

  it('may not be moved by a page from elsewhere', async () => {
    const headers = { Origin: 'https://jahat.test' };
    expect((await outside.post('/dev/clock', { advance: 'P1D' }, headers)).status).toBe(403);
  });
});

describe('a code', () => {
  it('dies after ten minutes', async () => {
    const { caseNumber } = await outside.open();
    const { link, mail } = await taskMail(outside.baseUrl, caseNumber);
    const browser = new Browser();
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const code = /\b\d{6}\b/.exec((await outside.inbox()).find(({ to }) => to === mail.to)?.text ?? '')?.[0] ?? '';
    await outside.clock({ advance: 'PT10M1S' });
    const page = await browser.submit(entering, { code });
    expect([page.status, formOf(page).step]).toEqual([422, 'verify-code']);
    expect(page.html).not.toContain(caseNumber);
  });
});

describe('a token', () => {
  it('opens nothing once its hour has passed', async () => {
    const { token } = z
      .object({ token: z.string() })
      .parse(await (await outside.send('/dev/token?role=auditor&agency=contoh')).json());
    const ask = () => outside.send('/v1/cases', { headers: { Authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await outside.clock({ advance: 'PT2H' });
    expect((await ask()).status).toBe(401);
  });
});

describe('silence', () => {
  it('is reminded, then named, and the review goes up the line with a new link', async () => {
    const { caseNumber } = await outside.open();
    await outside.triage(caseNumber);
    const first = await taskMail(outside.baseUrl, caseNumber);
    expect(first.mail.to).toBe('dewi.kusumawati@contoh.tertib.test');
    const mails = async () => (await outside.inbox()).filter(({ subject }) => subject.includes(caseNumber));
    const before = (await mails()).length;
    // Five working days are done within two weeks, holidays and collective leave aside.
    for (let day = 0; day < 25 && !(await eventsOf(caseNumber)).some(({ type }) => type === 'TaskEscalated'); day += 1)
      expect((await outside.clock({ advance: 'P1D' })).status).toBe(200);
    const events = await eventsOf(caseNumber);
    const reminded = events.findIndex(({ type }) => type === 'TaskReminded');
    const escalated = events.findIndex(({ type }) => type === 'TaskEscalated');
    expect(reminded).toBeGreaterThan(0);
    expect(escalated).toBeGreaterThan(reminded);
    expect(JSON.stringify(events[escalated]?.data)).toContain(people.headOfSection);
    expect(JSON.stringify(events[escalated]?.data)).toContain(people.headOfField);
    const next = await taskMail(outside.baseUrl, caseNumber);
    expect(next.mail.to).toBe('agus.prasetyo@contoh.tertib.test');
    expect((await mails()).length).toBe(before + 2);
    expect((await fetch(first.link)).status).toBe(404);
    await outside.review(caseNumber);
    const { form, who } = await outside.task(caseNumber);
    expect([form.kind, who]).toEqual(['examination', 'agus.prasetyo@contoh.tertib.test']);
  });

  it('of a reporter who was asked lets the case go on', async () => {
    const { caseNumber } = await outside.open();
    await outside.act(caseNumber, { outcome: 'ASK_REPORTER', reason: 'Di akun mana unggahan itu?' });
    expect((await outside.clock({ advance: 'P25D' })).status).toBe(200);
    const types = (await eventsOf(caseNumber)).map(({ type }) => type);
    expect(types).toContain('TaskExpired');
    expect((await outside.task(caseNumber)).form.kind).toBe('triage');
  });

  it('of everybody keeps the case open, and its last holder named', async () => {
    const { caseNumber } = await outside.open();
    expect((await outside.clock({ advance: 'P32D' })).status).toBe(200);
    const events = await eventsOf(caseNumber);
    expect(events.filter(({ type }) => type === 'TaskEscalated').length).toBeGreaterThan(1);
    expect(events.map(({ type }) => type)).toContain('TaskExpired');
    expect((await outside.task(caseNumber)).form.kind).toBe('triage');
  });
});
