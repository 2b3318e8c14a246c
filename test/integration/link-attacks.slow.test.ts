import { DAY, MINUTE, plusMs } from '../../core/time.ts';
import { secretHashOf } from '../../core/use-cases/task-link.ts';
import { CODE_TRIES } from '../../core/use-cases/visit-link.ts';
import { sameLink } from '../support/scanner/rewriting.ts';
import { withPorts } from '../support/with-ports.ts';
import {
  type Attacked,
  attackedLinks,
  CONTENTS,
  inReview,
  isCalled,
  lastWord,
  officialsLink,
  REASON,
  respondentsLink,
} from './link-attacks.harness.ts';
import { BASE_URL, downloadsOn, held, lastCode, onTheDay } from './respondent-pages.harness.ts';
import { hiddenIn, resultOf, stepOf } from './task-pages.harness.ts';

const madeUp = `/t/${'0'.repeat(16)}.${'A'.repeat(43)}`;
const secretOf = (link: string): string => link.split('.').at(-1) ?? 'no secret';
const wrongCodes = (right: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => String((Number(right) + 1 + n) % 1_000_000).padStart(6, '0'));

describe.each(attackedLinks)('the link of %s', (_who, attacked, acted) => {
  it('shows a stranger to whom it was forwarded nothing, and has the code mailed to its holder', async () => {
    const site = await attacked();
    const stranger = site.somebody();
    const pages = [await stranger.get(site.link), await stranger.post(site.link, { step: 'request-code' })];
    pages.push(await stranger.get(`${site.link}?lang=en`));
    for (const { body, headers } of pages) expect(`${body}${JSON.stringify([...headers])}`).not.toMatch(CONTENTS);
    expect(site.codes().map(({ to }) => to)).toEqual([site.holder]);
    for (const { body } of pages) expect(body).not.toContain(lastCode(site.walk));
  });

  it('leaves every touch on record as a robot’s, by whatever way, and their person’s reading as theirs', async () => {
    const site = await attacked();
    const robot = site.somebody();
    const touches = async () =>
      (await site.ports.accessLog.list(site.walk.caseId))
        .filter(({ actor }) => actor.kind === 'robot')
        .map(({ action }) => action);
    const left = async (visit: () => Promise<unknown>): Promise<string[]> => {
      const before = (await touches()).length;
      await visit();
      return (await touches()).slice(before);
    };
    expect(await left(() => robot.head(site.link))).toEqual(['link-touched']);
    expect(await left(() => robot.get(site.link, { purpose: 'prefetch' }))).toEqual(['link-touched']);
    expect(await left(() => robot.get(`${site.link}/bukti/report`))).toEqual(['link-touched']);
    expect(await left(() => robot.post(site.link, { step: 'act', ...site.form }))).toEqual(['link-touched']);
    expect(await left(() => robot.post(site.link, { step: 'request-code' }))).toEqual(['code-requested']);
    expect(await left(() => robot.post(site.link, { step: 'verify-code', code: '000000' }))).toEqual(['code-refused']);
    expect(await left(() => robot.head(madeUp))).toEqual([]);
    const { person } = await site.person();
    expect(await left(() => person.get(site.link))).toEqual([]);
    expect(await left(() => person.head(site.link))).toEqual(['link-touched']);
    const read = (await site.ports.accessLog.list(site.walk.caseId)).filter(({ action }) => action === 'task-viewed');
    expect(new Set(read.map(({ actor }) => actor.kind))).toEqual(new Set([site.reader]));
  });

  it('does nothing for a thief of its secret who has not the mailbox, whatever they post', async () => {
    const site = await attacked();
    const thief = site.somebody();
    const asked = hiddenIn(await thief.post(site.link, { step: 'request-code' }));
    const forms = [
      { step: 'act', ...site.form },
      { ...asked, step: 'act', ...site.form, contentHash: 'f'.repeat(64) },
      { ...asked, step: 'verify-code', code: '' },
      { step: 'verify-code', code: lastCode(site.walk) },
      { ...asked, step: 'verify-code', code: ['000000', lastCode(site.walk)] },
      { ...asked, step: 'step-up', code: '000000' },
      { ...asked, step: '__proto__' },
    ];
    const moved = await site.moved(async () => {
      for (const form of forms) expect((await thief.post(site.link, form)).body).not.toMatch(CONTENTS);
      for (const file of ['report', 'attachment-1', 'capture-1-1']) {
        expect((await thief.get(`${site.link}/bukti/${file}`)).status).toBe(404);
      }
    });
    expect([moved, stepOf(await thief.get(site.link))]).toEqual([false, 'request-code']);
  });

  it('lets nobody guess more than a hundred codes a day, from however many networks and browsers', async () => {
    const site = await attacked();
    site.walk.at(plusMs(site.walk.store.now, DAY));
    const began = site.codes().length;
    for (let hour = 0; hour < 3; hour += 1) {
      for (let network = 0; network < 10; network += 1) {
        const guesser = site.somebody();
        const from = { 'x-forwarded-for': `203.0.113.${hour * 10 + network}` };
        const asked = hiddenIn(await guesser.post(site.link, { step: 'request-code' }, from));
        for (const code of wrongCodes(lastCode(site.walk), CODE_TRIES + 2)) {
          await guesser.post(site.link, { ...asked, step: 'verify-code', code }, from);
        }
      }
      site.walk.at(plusMs(site.walk.store.now, 16 * MINUTE));
    }
    const tries = [...site.walk.store.visits.values()].reduce((sum, visit) => sum + visit.tries, 0);
    // Two days of the calendar may be met by one run.
    expect(tries).toBeLessThanOrEqual(2 * 20 * CODE_TRIES);
    expect(tries).toBe((site.codes().length - began) * CODE_TRIES);
  });

  it('is still good for its person after robots of two networks pressed the button as often as they could', async () => {
    const site = await attacked();
    for (let press = 0; press < 20; press += 1) {
      for (const robot of ['198.51.100.7', '198.51.100.9']) {
        await site.somebody().post(site.link, { step: 'request-code' }, { 'x-forwarded-for': robot });
      }
    }
    const { page } = await site.person();
    expect(stepOf(page)).toBe('act');
  });

  it('redeems one of 32 acts sent at once', async () => {
    const site = await attacked();
    const { person, act } = await site.person();
    const text = 'reason' in site.form ? 'reason' : 'statement';
    const forms = Array.from({ length: 32 }, (_, n) => ({ ...act, [text]: `${site.form[text]} ${n}` }));
    const answers = await Promise.all(forms.map((form) => person.post(site.link, form)));
    expect(answers.filter((answer) => resultOf(answer) === 'done')).toHaveLength(1);
    expect((await site.events()).filter(({ type }) => type === acted)).toHaveLength(1);
  });

  it('takes a replay for what was done already, and from another browser for nothing', async () => {
    const site = await attacked();
    const { person, act } = await site.person();
    await person.post(site.link, act);
    const moved = await site.moved(async () => {
      await person.post(site.link, act);
      const replayed = await site.somebody().post(site.link, act);
      expect([403, 404]).toContain(replayed.status);
      const stolen = site.somebody();
      for (const [name, cookie] of person.jar) stolen.jar.set(`${name}x`, cookie);
      expect([403, 404]).toContain((await stolen.post(site.link, act)).status);
    });
    expect(moved).toBe(false);
  });

  it('is dead once the act is done, for whoever had proven their mailbox as for everybody', async () => {
    const site = await attacked();
    const { person, act } = await site.person();
    await person.post(site.link, act);
    const never = (await site.somebody().get(madeUp)).body;
    const codes = site.codes().length;
    for (const visitor of [person, site.somebody()]) {
      expect((await visitor.get(site.link)).body).toBe(never);
      expect((await visitor.post(site.link, { step: 'request-code' })).body).toBe(never);
      expect((await visitor.get(`${site.link}/bukti/report`)).body).toBe(never);
    }
    expect(site.codes()).toHaveLength(codes);
  });

  it.each([
    { origin: 'https://evil.test' },
    { origin: `${BASE_URL}.evil.test` },
    { origin: BASE_URL.replace('https', 'http') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ])('takes no post from a page elsewhere: %j', async (headers) => {
    const site = await attacked();
    const { person, act } = await site.person();
    const moved = await site.moved(async () => {
      for (const form of [act, { step: 'request-code' }, { ...act, step: 'verify-code', code: '000000' }]) {
        const answer = await person.post(site.link, form, headers);
        expect([answer.status, resultOf(answer)]).toEqual([403, 'refused']);
      }
    });
    expect(moved).toBe(false);
  });

  it.each([
    ['none', () => ''],
    ['an invented one', () => 'f'.repeat(64)],
    ['the hash of the secret', (link: string) => secretHashOf(secretOf(link))],
  ])('takes no post with a form token that is %s', async (_what, csrf) => {
    const site = await attacked();
    const { person, act } = await site.person();
    const moved = await site.moved(() => person.post(site.link, { ...act, csrf: csrf(site.link) }));
    expect(moved).toBe(false);
  });

  it('names its browser in a cookie for these pages alone, out of reach of scripts and other sites', async () => {
    const site = await attacked();
    const [cookie = ''] = (await site.somebody().post(site.link, { step: 'request-code' })).headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Secure-tertib-t-\w{16}=[\w-]{43}; Path=\/t\/; HttpOnly; SameSite=Strict; Secure; Max-Age=4200$/,
    );
  });

  it('gives a browser a new name with every code, so that one that was planted proves nothing', async () => {
    const site = await attacked();
    const [attacker, victim] = [site.somebody(), site.somebody()];
    await attacker.post(site.link, { step: 'request-code' });
    for (const [name, cookie] of attacker.jar) victim.jar.set(name, cookie);
    const asked = hiddenIn(await victim.post(site.link, { step: 'request-code' }));
    await victim.post(site.link, { ...asked, code: lastCode(site.walk) });
    expect([stepOf(await victim.get(site.link)), stepOf(await attacker.get(site.link))]).toEqual([
      'act',
      'request-code',
    ]);
  });

  it('is not opened by a cookie of another task', async () => {
    const [mine, other] = [await attacked(), await attacked()];
    const { person } = await other.person();
    const thief = mine.somebody();
    const [cookie] = [...person.jar.values()];
    const name = [...person.jar.keys()][0]?.replace(/[0-9A-Z]{16}$/, /\/t\/(\w+)\./.exec(mine.link)?.[1] ?? '') ?? '';
    if (cookie !== undefined) thief.jar.set(name, cookie);
    expect(stepOf(await thief.get(mine.link))).toBe('request-code');
  });

  it('is shown in no frame, kept in no cache and told to no other site, whatever is answered', async () => {
    const site = await attacked();
    const { person, page } = await site.person();
    const answers = [page, await person.get(madeUp), await site.somebody().get(site.link)];
    answers.push(await person.post(site.link, { step: 'request-code' }), await person.post(site.link, { step: 'act' }));
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it.each([
    '?next=https://evil.test/',
    '?url=//evil.test',
    '?lang=https://evil.test',
    '/..//evil.test/',
    '#https://evil.test',
  ])('never leads to another place: %s', async (more) => {
    const site = await attacked();
    const { person, act } = await site.person();
    const asked = [await person.get(`${site.link}${more}`, { 'x-forwarded-host': 'evil.test' })];
    asked.push(await person.post(`${site.link}${more}`, { ...act, step: 'none', next: '//evil.test' }));
    for (const { headers, body } of asked) {
      expect(headers.get('location') ?? '/t/').toMatch(/^\/(?!\/)/);
      expect(`${JSON.stringify([...headers])}${body}`).not.toContain('evil.test');
    }
  });

  it.each(['%0d%0aSet-Cookie:%20a=b', '%0aLocation:%20//evil.test', '%E5%98%8A%E5%98%8DX-A:1', '%00', '%ff%fe'])(
    'puts nothing of an address into a header: %s',
    async (bad) => {
      const site = await attacked();
      const { person } = await site.person();
      const paths = [`/t/${bad}`, `${site.link}${bad}`, `${site.link}/bukti/${bad}`, `${site.link}?lang=${bad}`];
      for (const path of paths) {
        for (const answer of [await person.get(path), await person.post(path, { step: 'none' })]) {
          expect(answer.status).toBeLessThan(500);
          const names = [...answer.headers.keys()];
          expect(names).not.toContain('x-a');
          expect(answer.headers.getSetCookie().join()).not.toContain('a=b');
          expect(answer.headers.get('location') ?? '/t/').toMatch(/^\/t\//);
        }
      }
    },
  );

  it.each([
    (link: string) => link.toLowerCase(),
    (link: string) => link.toUpperCase(),
    (link: string) => `${link}x`,
    (link: string) => `${link};v=1`,
    (link: string) => `${link}%00`,
    (link: string) => `${link}%2f..`,
    (link: string) => link.replace('.', '%252E'),
    (link: string) => link.replace('.', ''),
    (link: string) => `${link}/bukti/..%2f..%2f..%2fkonsol`,
    (link: string) => `${link}/bukti/%2e%2e%2freport`,
    (link: string) => `/t//${link.slice(3)}`,
  ])('opens at no address but its own: %s', async (trick) => {
    const site = await attacked();
    const { person } = await site.person();
    const answer = await person.get(trick(site.link));
    expect([answer.status, CONTENTS.test(answer.body)]).toEqual([404, false]);
  });

  it('stands in no log, no answer and no other mail, also where everything fails', async () => {
    const site = await attacked();
    const { person, page, act } = await site.person();
    const secret = secretOf(site.link);
    const told = new Error(`cannot read ${site.link}`);
    const fails = (): Promise<never> => Promise.reject(told);
    const failed = await withPorts(site.ports, { trail: { read: fails } }, async () => [
      await person.get(site.link),
      await person.post(site.link, act),
      await site.somebody().post(site.link, { step: 'request-code' }),
    ]);
    expect(failed.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(site.lines.length).toBeGreaterThanOrEqual(3);
    expect(site.lines.join('\n')).not.toContain(secret);
    for (const { body, headers } of failed) expect(`${body}${JSON.stringify([...headers])}`).not.toContain(secret);
    const own = `/t/${/\/t\/(\w+)\./.exec(site.link)?.[1]}.${secret}`;
    for (const { text, html } of site.mails()) expect(`${text}${html}`.replaceAll(own, '')).not.toContain(secret);
    for (const { text, html } of site.codes()) expect(`${text}${html}`).not.toContain(secret);
    expect(JSON.stringify([...page.headers])).not.toContain(secret);
  });

  it('costs the same work whether its task is known or not, where the secret is wrong', async () => {
    const site = await attacked();
    const asked = async (link: string): Promise<string[]> => {
      const calls: string[] = [];
      const noted = Object.entries(site.ports).map(([name, port]) => {
        if (typeof port !== 'object' || port === null || name === 'clock' || name === 'rules') return [name, port];
        const get = (target: object, key: string | symbol): unknown => {
          const found: unknown = Reflect.get(target, key);
          if (typeof found !== 'function') return found;
          return (...args: unknown[]) => {
            calls.push(`${name}.${String(key)}`);
            return found.apply(target, args);
          };
        };
        return [name, new Proxy(port, { get })];
      });
      const kept = { ...site.ports };
      Object.assign(site.ports, Object.fromEntries(noted));
      await site.somebody().get(link);
      await site.somebody().post(link, { step: 'request-code' });
      await site.somebody().post(link, { step: 'verify-code', code: '123456', csrf: 'x' });
      await site.somebody().post(link, { step: 'act', csrf: 'x' });
      Object.assign(site.ports, kept);
      return calls;
    };
    const wrong = `${site.link.slice(0, site.link.indexOf('.') + 1)}${'A'.repeat(43)}`;
    const ofUnknown = await asked(madeUp);
    expect(await asked(wrong)).toEqual(ofUnknown);
    expect(ofUnknown.filter((call) => call === 'tasks.get')).toHaveLength(4);
  });
});

const reviewForm = { outcome: 'DISMISS', reason: REASON };
const reviewed = async (): Promise<Attacked> => officialsLink(await inReview(), reviewForm);
const answering = async (): Promise<Attacked> => respondentsLink(await isCalled(), lastWord);
const deciding = async (): Promise<Attacked> => {
  const walk = await onTheDay(await isCalled());
  await walk.through({ ...held, signing: 'SIGNED' });
  return officialsLink(walk, { outcome: 'DISMISS', reason: REASON });
};
const leaves = ({ walk, holder }: Attacked): void => {
  const person = [...walk.store.staff.values()].find(({ mail }) => mail === holder);
  if (person !== undefined) walk.store.staff.set(person.nip, { ...person, active: false });
};

/** How a link grows old while its person has the form before them. */
const aged: readonly [string, () => Promise<Attacked>, (site: Attacked) => unknown][] = [
  ['its holder stepped back', reviewed, ({ walk }) => walk.acted({ outcome: 'RECUSE' })],
  ['the task went up the line unanswered', reviewed, ({ walk }) => walk.lapse('review')],
  ['the case went back for more evidence', reviewed, ({ walk }) => walk.through({ outcome: 'MORE_EVIDENCE' })],
  ['the case was sent on to a higher official', deciding, ({ walk }) => walk.acted({ outcome: 'FORWARD' })],
  ['the respondent’s time passed', answering, ({ walk }) => walk.lapse('response')],
  ['the respondent left the service', answering, leaves],
  [
    'more was disclosed',
    async () => respondentsLink(await onTheDay(await isCalled()), lastWord),
    ({ walk }) => walk.through({ ...held, charges: ['3d', '3e'], signing: 'SIGNED' }),
  ],
];

describe('an old link', () => {
  it.each(aged)('is dead after %s, also to the form that was open meanwhile', async (_why, arrange, change) => {
    const site = await arrange();
    const { person, act } = await site.person();
    await change(site);
    const never = (await site.somebody().get(madeUp)).body;
    const codes = site.codes().length;
    const moved = await site.moved(async () => {
      const posted = await person.post(site.link, act);
      expect(['already-acted', 'refused']).toContain(resultOf(posted));
      expect(posted.body).not.toMatch(/Pegawai Biasa|bantuan sosial/);
      expect((await person.get(site.link)).body).toBe(never);
      expect((await site.somebody().get(site.link)).body).toBe(never);
      expect((await site.somebody().post(site.link, { step: 'request-code' })).body).toBe(never);
    });
    expect([moved, site.codes().length]).toEqual([false, codes]);
  });

  it('hands the task over and decides nothing where a form comes from an official who left the service', async () => {
    const site = await reviewed();
    const { person, act } = await site.person();
    leaves(site);
    const never = (await site.somebody().get(madeUp)).body;
    expect((await person.get(site.link)).body).toBe(never);
    expect((await person.post(site.link, act)).body).toContain('Tugas dialihkan');
    const types = (await site.events()).map(({ type }) => type);
    expect([types.at(-1), types.includes('CaseDismissed')]).toEqual(['TaskReassigned', false]);
    expect((await person.post(site.link, act)).body).not.toMatch(/bantuan sosial/);
    expect((await site.events()).map(({ type }) => type)).toEqual(types);
  });

  it('shows the case anew, and takes no act, where the case changed since its page was shown', async () => {
    const site = await reviewed();
    const { person, act } = await site.person();
    const moved = await site.moved(async () => {
      const stale = await person.post(site.link, { ...act, contentHash: 'e'.repeat(64) });
      expect([stale.status, stepOf(stale)]).toEqual([409, 'act']);
    });
    expect(moved).toBe(false);
  });
});

describe('a link that a gateway rewrote', () => {
  const rewritten = sameLink('https://tertib.test/t/x').map((_, place) => place);

  it.each(rewritten)('brings its person to the page, its files and the act: way %i', async (place) => {
    const site = await answering();
    const { person } = await site.person();
    const way = sameLink(`${BASE_URL}${site.link}`)[place];
    const path = way?.url.slice(BASE_URL.length) ?? 'none';
    const page = await person.get(path, way?.headers);
    expect(stepOf(page)).toBe('act');
    const [file = 'none'] = downloadsOn(page);
    expect((await person.get(file)).status).toBe(200);
    const action = /<form[^>]* action="([^"]*)"/.exec(page.body)?.[1] ?? 'none';
    expect(resultOf(await person.post(action, { ...hiddenIn(page), ...lastWord }))).toBe('done');
  });
});
