import type { Principal } from '../../../core/access/principal.ts';
import type { Role } from '../../../core/case/actor.ts';
import { agencyIdSchema, type CaseId, nipSchema } from '../../../core/ids.ts';
import { HOUR, plusMs } from '../../../core/time.ts';
import { receiveMail } from '../../../core/use-cases/inbound/receive-mail.ts';
import { csrfToken } from '../../../core/use-cases/visit-link.ts';
import type { RouteInfo } from '../../../web/http/base/route.ts';
import { consoleRoutes } from '../../../web/http/console/console-routes.ts';
import { sealedSession, sessionCookie } from '../../../web/http/console/session.ts';
import { taskRoutes } from '../../../web/http/tasks/task-routes.ts';
import { plain, SENDER } from '../../support/mails/compose.ts';
import { LAPOR } from '../../support/mails/mail-world.ts';
import { nips } from '../../support/sample-staff.ts';
import { formSubjectOf } from '../console-forms.ts';
import {
  acts,
  type Browser,
  browser,
  type Desk,
  hiddenIn,
  noSignIn,
  prove,
  REASON,
  resultOf,
  startDesk,
  stepOf,
} from '../task-pages.harness.ts';

const ARTIFACT = 'report';
const uji = agencyIdSchema.parse('uji');
const table: readonly RouteInfo[] = consoleRoutes(noSignIn);

let desk: Desk;
let caseId: CaseId;
let link: string;
let holder: string;
/** Everything in a path that names something; a new name must be added here. */
let names: Readonly<Record<string, string>>;

beforeAll(async () => {
  desk = await startDesk();
  caseId = await desk.inTriage();
  link = await desk.linkOf(caseId);
  holder = await desk.holder(caseId);
  const taskId = (await desk.state(caseId)).openTask?.taskId ?? 'none';
  names = {
    caseNumber: caseId,
    artifactId: ARTIFACT,
    taskId,
    link: link.slice('/t/'.length),
    mailId: await waitingMail(),
  };
});
afterAll(() => desk.close());

/** A mail that waits for a person. */
const waitingMail = async (): Promise<string> => {
  const envelope = { from: SENDER, to: [LAPOR] };
  const [row] = await receiveMail(desk.ports, { raw: plain({}, ''), envelope, receivedAt: desk.clock.now() });
  return row?.mailId ?? 'none';
};

const pathOf = ({ path }: RouteInfo): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`say which ${name} to ask for at ${path}`);
    return value;
  });

const withCookie = (cookie: string): Browser => {
  const person = browser(desk.app);
  const [pair = ''] = cookie.split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};
const sealed = async (session: unknown, context = 'console-session') =>
  withCookie(`tertib-konsol=${await desk.ports.sealer.seal(JSON.stringify(session), context)}`);

interface Caller {
  readonly name: string;
  readonly sees: boolean;
  readonly holds: boolean;
  readonly who: () => Principal;
}

const caller = (name: string, role: Role, nip: () => string | undefined, agencyId = uji) => ({
  name,
  sees: false,
  holds: false,
  who: (): Principal => {
    const number = nip();
    return {
      subject: `${role}@test`,
      agencyId,
      role,
      nip: number === undefined ? undefined : nipSchema.parse(number),
    };
  },
});
const is = (nip: string) => () => nip;
const nobody = () => undefined;

/** Who may see the sample case, which waits for its triage officer, and who has that task. */
const known: readonly Caller[] = [
  { ...caller('the triage officer who has the task', 'triage', () => holder), sees: true, holds: true },
  { ...caller('a triage officer who has it not', 'triage', is(nips.head)), sees: true },
  { ...caller('an auditor', 'auditor', is(nips.auditor)), sees: true },
  { ...caller('an auditor without a number', 'auditor', nobody), sees: true },
  { ...caller('the authority', 'ppk', is(nips.ppk)), sees: true },
  caller('a superior without a task in the case', 'superior', is(nips.section)),
  caller('an examiner without a number', 'examiner', nobody),
  caller('an administrator', 'admin', nobody),
  caller('the accused, even as an auditor', 'auditor', is(nips.employee)),
  caller('an auditor of another agency', 'auditor', is(nips.auditor), agencyIdSchema.parse('lain')),
  caller('the holder’s number in another agency', 'triage', () => holder, agencyIdSchema.parse('lain')),
];
const signedIn = async ({ who }: Caller) => withCookie(await sessionCookie(desk.ports, desk.config, who()));

const strangers: readonly (readonly [name: string, person: () => Browser | Promise<Browser>])[] = [
  ['nobody', () => browser(desk.app)],
  ['a cookie that was made up', () => withCookie('tertib-konsol=l1.AAAA')],
  ['an expired session', () => sealed({ ...auditor, expiresAt: desk.clock.now() })],
  ['a session of no role that is known', () => sealed({ ...auditor, role: 'root', expiresAt: later() })],
  ['a session with more in it than ours', () => sealed({ ...auditor, expiresAt: later(), all: true })],
  ['a sealed value of another kind', () => sealed({ ...auditor, expiresAt: later() }, 'console-sign-in')],
];
const auditor = { subject: 'auditor@test', agencyId: 'uji', role: 'auditor', nip: nips.auditor };
const later = () => plusMs(desk.clock.now(), HOUR);

/** A form that the caller's own session made for this very thing: what is judged is the permission, not the token. */
const ownForm = async (route: RouteInfo, person: Browser): Promise<Record<string, string>> => {
  const cookies = new Map([...person.jar].map(([name, { value }]) => [name, value]));
  const path = pathOf(route);
  const csrf = await csrfToken(desk.ports, formSubjectOf(path), sealedSession(desk.config, cookies) ?? '');
  return { csrf, reason: REASON };
};

const ask = async (route: RouteInfo, person: Browser) => {
  switch (route.method) {
    case 'GET':
      return person.get(pathOf(route));
    case 'POST':
      return person.post(pathOf(route), await ownForm(route, person));
    default:
      throw new Error(`say how to ask for a ${route.method}`);
  }
};

const behindSession = table.filter(({ permission }) => permission === 'console');
const about = (name: string) => behindSession.filter(({ path }) => path.includes(`{${name}}`));
const accesses = async () =>
  (await desk.ports.accessLog.list(caseId)).map(({ accessId, action }) => ({ accessId, action }));
const addedBy = async (run: () => Promise<unknown>): Promise<string[]> => {
  const before = new Set((await accesses()).map(({ accessId }) => accessId));
  await run();
  return (await accesses()).filter(({ accessId }) => !before.has(accessId)).map(({ action }) => action);
};

/** The sample case has no sanction, no remedy and no captured page: a permitted look for their files ends so, on record all the same. */
const endsIn = ({ path }: RouteInfo): number => {
  if (/\/(gambar|ulang|asli)$/.test(path)) return 404;
  return /\/(register|upaya)$/.test(path) ? 409 : 200;
};

/** Who looked at a case is for those who watch over it. */
const seesIn = ({ path }: RouteInfo, { sees, who }: Caller): boolean =>
  sees === true && (!path.endsWith('/akses') || ['ppk', 'auditor'].includes(who().role));

describe('every route of the console, every role', () => {
  it('knows no permission that this matrix does not judge', () => {
    expect(new Set(table.map(({ permission }) => permission))).toEqual(new Set(['public', 'console']));
    const judged = [...about('caseNumber'), ...about('taskId'), ...about('mailId')];
    const own = behindSession.filter((route) => !judged.includes(route)).map(({ method, path }) => `${method} ${path}`);
    expect(own).toEqual([
      'GET /konsol/keluar',
      'POST /konsol/keluar',
      'GET /konsol/papan',
      'GET /konsol/kelalaian',
      'GET /konsol/kelalaian.csv',
      'GET /konsol/tugas',
      'GET /konsol/surat',
      'GET /konsol/faktor',
      'POST /konsol/faktor',
      'GET /konsol/pemulihan',
      'POST /konsol/pemulihan',
    ]);
  });

  it.each(strangers)('leads %s to the sign-in, and shows nothing', async (_name, person) => {
    for (const route of behindSession) {
      const added = await addedBy(async () => {
        const answer = await ask(route, await person());
        expect([route.path, answer.status, answer.body]).toEqual([route.path, 303, '']);
        expect(answer.headers.get('location')).toMatch(/^\/konsol(\?kembali=%2Fkonsol[\w%-]*)?$/);
      });
      expect(added).toEqual([]);
    }
  });

  it.each(known)('shows $name the case only as permitted ($sees), on record', async (who) => {
    for (const route of about('caseNumber')) {
      const person = await signedIn(who);
      const added = await addedBy(async () => {
        const answer = await ask(route, person);
        const status = seesIn(route, who) ? endsIn(route) : 404;
        expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, status]);
        if (!seesIn(route, who)) expect(answer.body).not.toContain(caseId);
      });
      expect(added).toEqual(seesIn(route, who) ? [route.access] : []);
    }
  });

  it.each(known)('gives $name the task only as its holder ($holds), on record', async (who) => {
    for (const route of about('taskId')) {
      const person = await signedIn(who);
      const added = await addedBy(async () => {
        const answer = await ask(route, person);
        const whole = /\/(gambar|ulang|asli)$/.test(route.path) ? 404 : route.method === 'POST' ? 422 : 200;
        expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, who.holds ? whole : 404]);
        if (!who.holds) expect(answer.body).not.toContain(caseId);
      });
      expect(added).toEqual(who.holds ? [route.access] : []);
    }
  });

  it.each(known.filter(({ who }) => who().agencyId === uji))(
    'lists for $name what is theirs, on record',
    async (who) => {
      const person = await signedIn(who);
      for (const [path, theirs, action] of [
        ['/konsol', who.sees, 'case-listed'],
        ['/konsol/papan', who.sees, 'board-listed'],
        ['/konsol/tugas', who.holds, 'task-listed'],
      ] as const) {
        const added = await addedBy(async () => {
          const answer = await person.get(path);
          expect([path, answer.status, answer.body.includes(caseId)]).toEqual([path, 200, theirs]);
        });
        expect(added).toEqual(theirs ? [action] : []);
      }
    },
  );

  it.each(known)('shows $name the silence report only in their role', async (who) => {
    const { role, agencyId } = who.who();
    const isTheirs = agencyId === uji && (role === 'ppk' || role === 'auditor');
    for (const path of ['/konsol/kelalaian', '/konsol/kelalaian.csv']) {
      const answer = await (await signedIn(who)).get(path);
      expect([path, answer.status]).toEqual([path, isTheirs ? 200 : 404]);
    }
    const tabs = (await (await signedIn(who)).get('/konsol')).body;
    if (agencyId === uji) expect(tabs.includes('href="/konsol/kelalaian"')).toBe(isTheirs);
  });

  it.each(known.filter(({ who }) => who().agencyId === uji))(
    'shows $name their own proofs, and recoveries only in their role',
    async (who) => {
      const { role, nip } = who.who();
      const sees = role === 'admin' || role === 'auditor';
      expect((await (await signedIn(who)).get('/konsol/faktor')).status).toBe(200);
      expect((await (await signedIn(who)).get('/konsol/pemulihan')).status).toBe(sees ? 200 : 404);
      const recovery = table.find(({ method, path }) => method === 'POST' && path === '/konsol/pemulihan');
      const person = await signedIn(who);
      const form = recovery === undefined ? {} : await ownForm(recovery, person);
      const answer = await person.post('/konsol/pemulihan', { ...form, step: 'ask', nip: '12345' });
      // An administrator who is an employee is told what is wrong with the form; for everyone else it is not there.
      expect(answer.status).toBe(role === 'admin' && nip !== undefined ? 422 : 404);
    },
  );

  it.each(known)('shows $name incoming mail only in their role', async (who) => {
    const { role, agencyId } = who.who();
    const isTheirs = agencyId === uji && role === 'triage';
    const list = await (await signedIn(who)).get('/konsol/surat');
    if (role !== 'triage') expect(list.status).toBe(404);
    else if (isTheirs) expect(list.status).toBe(200);
    else expect(list.body).not.toContain(names.mailId);
    for (const route of about('mailId')) {
      const answer = await ask(route, await signedIn(who));
      // Set aside once, it cannot be set aside again. What the other two ask for beside the reason is not sent.
      const whole = /(laporan|selesai)$/.test(route.path) ? [422] : route.path.endsWith('sisih') ? [303, 409] : [200];
      expect([route.path, (isTheirs ? whole : [404]).includes(answer.status)]).toEqual([route.path, true]);
    }
  });

  it.each(known)(
    'takes from $name no form without the token of their session, nor one that another site made',
    async (who) => {
      for (const route of table.filter(({ method }) => method === 'POST')) {
        const person = await signedIn(who);
        const own = await ownForm(route, person);
        const forms = [
          ...(route.permission === 'console' ? ([[{ reason: REASON }, {}]] as const) : []),
          [own, { origin: 'https://jahat.test' }],
          [own, { 'sec-fetch-site': 'cross-site' }],
        ] as const;
        for (const [fields, headers] of forms) {
          const answer = await person.post(pathOf(route), fields, headers);
          expect([route.path, answer.status]).toEqual([route.path, 404]);
        }
      }
    },
  );

  it('answers a HEAD of any route without a word and without a record', async () => {
    const [first] = known;
    if (first === undefined) throw new Error('nobody is known');
    const person = await signedIn(first);
    const added = await addedBy(async () => {
      for (const route of table) expect((await person.head(pathOf(route))).body).toBe('');
    });
    expect(added).toEqual([]);
  });
});

describe('every route behind a mailed link, every visitor', () => {
  /** Links that give nothing: never one, of no task, of this task with another secret, of this task with the secret of another. */
  const dead = async () => {
    const other = await desk.linkOf(await desk.inTriage());
    const [taskId, secret = ''] = link.slice('/t/'.length).split('.');
    const [otherTask] = other.slice('/t/'.length).split('.');
    return ['x', `${'0'.repeat(16)}.${secret}`, `${taskId}.${'A'.repeat(43)}`, `${otherTask}.${secret}`];
  };
  const at = (route: RouteInfo, dead: string) => pathOf(route).replace(names.link ?? '', dead);
  const send = (route: RouteInfo, person: Browser, path: string) =>
    route.method === 'GET' ? person.get(path) : person.post(path, { step: 'act', ...acts.triage });

  it('knows no permission that this matrix does not judge, and no method that it does not ask with', () => {
    expect(new Set(taskRoutes.map(({ permission }) => permission))).toEqual(new Set(['task-link']));
    expect(new Set(taskRoutes.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']));
  });

  it('refuses every dead link in the same words, proven browser or not', async () => {
    const proven = browser(desk.app);
    await prove(desk, proven, link);
    const bodies = new Set<string>();
    for (const route of taskRoutes) {
      for (const each of await dead()) {
        for (const person of [browser(desk.app), proven]) {
          const answer = await send(route, person, at(route, each));
          expect([route.path, each, answer.status]).toEqual([route.path, each, 404]);
          bodies.add(answer.body);
        }
      }
    }
    expect(bodies.size).toBe(1);
  });

  it('shows a browser that proved nothing no more than the neutral page, even one that is signed in as the holder', async () => {
    const [first] = known;
    if (first === undefined) throw new Error('nobody is known');
    const session = await signedIn(first);
    for (const [name, cookie] of [...session.jar]) session.jar.set(name, { ...cookie, path: '/' });
    for (const route of taskRoutes) {
      for (const person of [browser(desk.app), session]) {
        const answer = await send(route, person, pathOf(route));
        expect(stepOf(answer) ?? resultOf(answer)).toBe(route.path.includes('bukti') ? 'refused' : 'request-code');
        expect(answer.body).not.toContain(caseId);
      }
    }
    expect((await desk.state(caseId)).status).toBe('TRIAGE');
  });

  /** The report is no captured page, and the token of one form is not that of another. */
  const provenEndsIn = ({ method, path }: RouteInfo): number => {
    if (/\/(gambar|ulang|asli)$/.test(path)) return method === 'GET' ? 404 : 403;
    return method === 'GET' ? 200 : 422;
  };

  it('shows the proven browser its case, each look on record', async () => {
    const proven = browser(desk.app);
    const page = await prove(desk, proven, link);
    for (const route of taskRoutes) {
      const added = await addedBy(async () => {
        const path = pathOf(route);
        const answer =
          route.method === 'GET' ? await proven.get(path) : await proven.post(path, { ...hiddenIn(page), reason: '' });
        expect([route.path, answer.status]).toEqual([route.path, provenEndsIn(route)]);
      });
      // A form with the token of another form is no look.
      expect(added).toEqual(provenEndsIn(route) === 403 ? [] : [route.access]);
    }
  });

  it('answers a HEAD of any route without a word, and with no more on record than that a robot came', async () => {
    const added = await addedBy(async () => {
      for (const route of taskRoutes) {
        const answer = await browser(desk.app).head(pathOf(route));
        expect([route.path, answer.status, answer.body]).toEqual([route.path, 200, '']);
      }
    });
    expect(new Set(added)).toEqual(new Set(['link-touched']));
    expect(
      (await desk.ports.accessLog.list(caseId))
        .filter(({ action }) => action === 'link-touched')
        .every(({ actor }) => actor.kind === 'robot'),
    ).toBe(true);
  });
});
