import fc from 'fast-check';
import type { CaseId } from '../../core/ids.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { csrfToken } from '../../core/use-cases/visit-link.ts';
import type { RouteInfo } from '../../web/http/base/route.ts';
import { consoleRoutes } from '../../web/http/console/console-routes.ts';
import { sealedSession, sessionCookie } from '../../web/http/console/session.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { formSubjectOf } from '../integration/console-forms.ts';
import {
  type Answer,
  type Browser,
  browser,
  type Desk,
  hiddenIn,
  noSignIn,
  prove,
  startDesk,
} from '../integration/task-pages.harness.ts';
import { plain, SENDER } from '../support/mails/compose.ts';
import { LAPOR } from '../support/mails/mail-world.ts';

const RUNS = 2000;

let desk: Desk;
let caseId: CaseId;
let link: string;
let mailId: string;
beforeAll(async () => {
  desk = await startDesk();
  caseId = await desk.inTriage();
  link = await desk.linkOf(caseId);
  const envelope = { from: SENDER, to: [LAPOR] };
  const [row] = await receiveMail(desk.ports, { raw: plain({}, ''), envelope, receivedAt: desk.clock.now() });
  mailId = row?.mailId ?? 'no mail';
});
afterAll(() => desk.close());

const names = fc.constantFrom(
  ...[
    'step',
    'csrf',
    'code',
    'credential',
    'factorId',
    'recoveryId',
    'nip',
    'outcome',
    'reason',
    'contentHash',
    'disclosureHash',
    'respondentNip',
    'track',
    'kembali',
  ],
  ...['caseNumber', 'principles', 'sanctionCode', 'provisions', 'impact', '__proto__', 'constructor', 'toString', ''],
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'request-code',
    'verify-code',
    'step-up',
    'enrol',
    'remove',
    'ask',
    'confirm',
    'act',
    'PROCEED',
    'MERGE',
    'SANCTION',
    'RECUSE',
    'P1',
    'R1',
    '\0',
    '‮',
  ),
  fc.constantFrom('0'.repeat(64), '198001012005011001', 'DISCIPLINE_PNS', 'UJI-2026-00000000', 'x'.repeat(6000)),
);
const pairs = fc.array(fc.tuple(fc.oneof(names, fc.string({ maxLength: 20 })), values), { maxLength: 14 });
const URLENCODED = 'application/x-www-form-urlencoded';
const types = fc.constantFrom(URLENCODED, 'multipart/form-data; boundary=x', 'text/plain', 'application/json', '');

const encoded = (fields: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value.toWellFormed()])).toString();

/** What is sent: a form, mostly, with or without what only the page knows; or any bytes of any type. */
const sent = fc.oneof(
  { weight: 3, arbitrary: fc.record({ knowsThePage: fc.boolean(), pairs }) },
  { weight: 1, arbitrary: fc.record({ type: types, bytes: fc.uint8Array({ maxLength: 400 }) }) },
);

type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never;

const holdersSession = async (): Promise<Browser> => {
  const nip = await desk.holder(caseId);
  const { agencyId } = await desk.state(caseId);
  const person = browser(desk.app);
  const cookie = await sessionCookie(desk.ports, desk.config, { subject: 'petugas', agencyId, role: 'triage', nip });
  const [pair = ''] = cookie.split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};

interface Door {
  readonly path: string;
  readonly person: Browser;
  /** What the page of the form would send along. */
  readonly hidden: Record<string, string>;
}

/** A page behind the mailed link, for whoever proved the mailbox; the form that it shows, if it shows one. */
const linkDoor = async (path: string): Promise<Door> => {
  const person = browser(desk.app);
  const actPage = await prove(desk, person, link);
  return { path, person, hidden: hiddenIn(path === link ? actPage : await person.get(path)) };
};

const consoleDoor = async (path: string): Promise<Door> => {
  const person = await holdersSession();
  const cookies = new Map([...person.jar].map(([name, { value }]) => [name, value]));
  return {
    path,
    person,
    hidden: { csrf: await csrfToken(desk.ports, formSubjectOf(path), sealedSession(desk.config, cookies) ?? '') },
  };
};

/** The way to a route for someone who may use it; a new name in a path must be added here. */
const doorTo = async ({ path }: RouteInfo): Promise<Door> => {
  const taskId = (await desk.state(caseId)).openTask?.taskId ?? 'none';
  const names = { caseNumber: caseId, artifactId: 'report', taskId, mailId, link: link.slice('/t/'.length) };
  const filled: Readonly<Record<string, string>> = names;
  const place = path.replace(/\{(\w+)\}/g, (_all, name: string) => filled[name] ?? `no ${name}`);
  return place.startsWith('/t/') ? linkDoor(place) : consoleDoor(place);
};

const posts = [...taskRoutes, ...consoleRoutes(noSignIn)].filter(({ method }) => method === 'POST');

describe('two thousand bodies at every POST behind a link or a session', () => {
  it.each(posts)(
    '$path: no answer is an error of ours, and nothing changes in the case',
    async (route) => {
      const { path, person, hidden } = await doorTo(route);
      expect(path).not.toMatch(/no /);
      const jar = [...person.jar];
      const before = await desk.events(caseId);
      const stranger = browser(desk.app);
      const send = (over: Sent): Promise<Answer> => {
        if ('bytes' in over) return person.postBytes(path, over.bytes, over.type);
        const known = over.knowsThePage ? Object.entries(hidden).filter(([name]) => name !== 'contentHash') : [];
        const form = new TextEncoder().encode(encoded([...known, ...over.pairs]));
        return (over.knowsThePage ? person : stranger).postBytes(path, form, URLENCODED);
      };
      await fc.assert(
        fc.asyncProperty(sent, async (over) => {
          for (const [name, cookie] of jar) person.jar.set(name, cookie);
          const { status } = await send(over);
          if (status >= 500) throw new Error(`${path}: ${status} ${desk.lines.at(-1)}`);
        }),
        { numRuns: RUNS },
      );
      expect(await desk.events(caseId)).toEqual(before);
    },
    120_000,
  );
});
