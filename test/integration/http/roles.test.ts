import { replay } from '../../../core/case/fold.ts';
import { rowOf } from '../../../core/case/row.ts';
import type { RouteInfo } from '../../../web/http/base/route.ts';
import { pathTo, trailOf } from '../../support/builders/case.ts';
import { CASE } from '../../support/builders/drafts.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import {
  dynamoStores,
  type HttpWorld,
  noRates,
  OTHER_AGENCY,
  people,
  startHttpApp,
  type TokenClaims,
} from '../../support/http-app.ts';

let db: TestDynamoDb;
let world: HttpWorld;
const html = new TextEncoder().encode('<p>unggahan</p>');

beforeAll(async () => {
  db = await startTestDynamoDb();
  world = await startHttpApp({ stores: dynamoStores(db), config: { limits: noRates } });
  const events = trailOf(pathTo.CLOSED);
  for (const event of events) await world.ports.trail.append(event);
  const state = replay(events);
  if (state !== undefined) await world.ports.cases.project(rowOf(state));
});
afterAll(async () => {
  await world.close();
  await db.close();
});

/** A value for every `{name}` of a path, and what a route asks for besides; a new one must be added here. */
const pathValues: Readonly<Record<string, string>> = { caseNumber: CASE, artifactId: 'capture-1', token: 'x.y' };
const queries: Readonly<Record<string, string>> = {
  '/v1/cases/{caseNumber}/evidence/{artifactId}': '?reason=Pemeriksaan%20berkala',
};

const urlOf = ({ path }: RouteInfo): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = pathValues[name];
    if (value === undefined) throw new Error(`say which ${name} to ask for at ${path}`);
    return value;
  });
  return `${filled}${queries[path] ?? ''}`;
};

type Caller = {
  readonly name: string;
  /** Whether the sample case is theirs to see. */
  readonly sees: boolean;
  readonly role?: string;
  readonly authorization: () => Promise<string | undefined>;
};

const bearer = (claims: TokenClaims) => async () => `Bearer ${await world.token(claims)}`;
const signed = (name: string, sees: boolean, claims: TokenClaims): Caller => ({
  name,
  sees,
  role: claims.role,
  authorization: bearer(claims),
});

/** Who may see the sample case, as architecture.md section 1 and the rule of mayReadCase have it. */
const known: readonly Caller[] = [
  signed('a triage officer', true, { role: 'triage', nip: people.triage }),
  signed('the superior with a task in the case', true, { role: 'superior', nip: people.superior }),
  signed('a superior without a task in the case', false, { role: 'superior', nip: people.auditor }),
  signed('an examiner without a task in the case', false, { role: 'examiner', nip: people.auditor }),
  signed('an examiner without a number', false, { role: 'examiner' }),
  signed('the authority', true, { role: 'ppk', nip: people.ppk }),
  signed('an auditor', true, { role: 'auditor', nip: people.auditor }),
  signed('an administrator', false, { role: 'admin' }),
  signed('an auditor of another agency', false, { role: 'auditor', agency: OTHER_AGENCY }),
  signed('the accused, even as an auditor', false, { role: 'auditor', nip: people.accused }),
  signed('the accused, even as the authority', false, { role: 'ppk', nip: people.accused }),
];

const unknown: readonly Caller[] = [
  { name: 'nobody', sees: false, authorization: async () => undefined },
  { name: 'a garbage token', sees: false, authorization: async () => 'Bearer abc.def.ghi' },
  { name: 'no token at all', sees: false, authorization: async () => 'Bearer' },
  { name: 'a reporter', sees: false, authorization: async () => 'Receipt 0000-0000-0000-0000' },
  signed('an expired token', false, { role: 'auditor', expiresIn: -60 }),
  signed('a token for another service', false, { role: 'auditor', audience: 'other' }),
  signed('a token of another issuer', false, { role: 'auditor', issuer: 'https://lain.test' }),
  signed('an unknown role', false, { role: 'nobody-knows' }),
  signed('an agency that is not here', false, { role: 'auditor', agency: 'asing' }),
  signed('a number that cannot be', false, { role: 'auditor', nip: '123' }),
];

const ask = async (route: RouteInfo, caller: Caller) => {
  const authorization = await caller.authorization();
  return world.app.request(urlOf(route), {
    method: route.method,
    headers: authorization === undefined ? {} : { authorization },
  });
};

const tableOf = () => world.table;
const staffOnly = () => tableOf().filter(({ permission }) => typeof permission === 'object');
const aboutOneCase = () => staffOnly().filter(({ path }) => path.includes('{caseNumber}'));
/** Whether a route about the sample case is theirs: by their role, and by what they may see. */
const isTheirs = ({ permission }: RouteInfo, { sees, role }: Caller): boolean =>
  sees && typeof permission === 'object' && permission.roles.some((one) => one === role);
/**
 * Where a permitted look ends, behind the access record: the bytes of the sample case were never stored, and nobody decides a remedy of
 * a case that is closed, or has a page of it captured again.
 */
const endsIn = ({ path }: RouteInfo): number => {
  if (path.endsWith('{artifactId}') || path.endsWith('/recapture')) return 404;
  return path.endsWith('/appeal-package') ? 409 : 200;
};

describe('every route, every role', () => {
  it('knows no permission that this matrix does not judge', () => {
    const kinds = tableOf().map(({ permission }) => (typeof permission === 'object' ? 'roles' : permission));
    expect(new Set(kinds)).toEqual(new Set(['public', 'roles']));
    expect(staffOnly().length).toBeGreaterThanOrEqual(6);
  });

  it.each(unknown)('asks $name who they are at every staff route', async (caller) => {
    for (const route of staffOnly()) {
      const answer = await ask(route, caller);
      expect([route.path, answer.status]).toEqual([route.path, 401]);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it.each(known)('shows a case to $name only as permitted ($sees), at every route about one case', async (caller) => {
    for (const route of aboutOneCase()) {
      const answer = await ask(route, caller);
      const expected = isTheirs(route, caller) ? endsIn(route) : 404;
      expect([route.path, answer.status]).toEqual([route.path, expected]);
      if (!caller.sees) expect(await answer.text()).not.toContain(CASE);
    }
  });

  it.each(known)('puts every look of $name on record before it is given, and refused looks nowhere', async (caller) => {
    for (const route of aboutOneCase()) {
      const before = await world.ports.accessLog.list(CASE);
      await ask(route, caller);
      const after = await world.ports.accessLog.list(CASE);
      const added = after.filter(({ accessId }) => before.every((access) => access.accessId !== accessId));
      expect(added.map(({ action }) => action)).toEqual(isTheirs(route, caller) ? [route.access] : []);
    }
  });

  it.each(known)('lets $name look across cases only in their role', async (caller) => {
    for (const route of staffOnly().filter(({ path }) => !path.includes('{'))) {
      const { permission } = route;
      const isAllowed = typeof permission === 'object' && permission.roles.some((one) => one === caller.role);
      const answer = await ask(route, caller);
      expect([route.path, answer.status]).toEqual([route.path, isAllowed ? 200 : 404]);
      if (!caller.sees) expect(await answer.text()).not.toContain(CASE);
    }
  });

  it.each(known)('lists for $name only cases they may see', async (caller) => {
    const route = staffOnly().find(({ path }) => path === '/v1/cases');
    if (route === undefined) throw new Error('there is no list');
    for (const query of ['', `?q=${CASE}`, `?q=${people.accused}`, '?q=terlapor', '?status=CLOSED']) {
      const authorization = await caller.authorization();
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await world.app.request(`${urlOf(route)}${query}`, { headers });
      const text = await answer.text();
      expect([query, text.includes(CASE)]).toEqual([query, caller.sees]);
    }
  });

  it('never asks who is calling at a public route', async () => {
    for (const route of tableOf().filter(({ permission }) => permission === 'public')) {
      const answer = await ask(route, { name: 'nobody', sees: false, authorization: async () => undefined });
      const needsCode = route.credential === 'receipt' && route.method === 'GET';
      expect([route.path, answer.status === 401]).toEqual([route.path, needsCode]);
    }
    expect(world.logged).toEqual([]);
  });

  it('answers a HEAD of any staff route without a word and without a record', async () => {
    const caller = known.find(({ name }) => name === 'an auditor');
    const authorization = (await caller?.authorization()) ?? '';
    const before = await world.ports.accessLog.list(CASE);
    for (const route of staffOnly()) {
      const answer = await world.app.request(urlOf(route), { method: 'HEAD', headers: { authorization } });
      expect(await answer.text()).toBe('');
    }
    expect(await world.ports.accessLog.list(CASE)).toEqual(before);
  });
});

describe('downloading evidence', () => {
  const place = `/v1/cases/${CASE}/evidence/message-1`;

  it('asks for a reason', async () => {
    const authorization = await bearer({ role: 'auditor', nip: people.auditor })();
    const answer = await world.app.request(place, { headers: { authorization } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'reason', message: 'wajib diisi' }] });
  });

  it('refuses what is not in the case', async () => {
    const authorization = await bearer({ role: 'auditor', nip: people.auditor })();
    const { sha256 } = await world.ports.evidence.put({ bytes: html, mediaType: 'text/html' });
    const answer = await world.app.request(`/v1/cases/${CASE}/evidence/${sha256.slice(0, 20)}?reason=Pemeriksaan`, {
      headers: { authorization },
    });
    expect(answer.status).toBe(404);
  });
});
