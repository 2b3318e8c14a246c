import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { nipOf } from '../../support/builders/staff.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import { aReport, dynamoStores, type HttpWorld, noRates, postJson, startHttpApp } from '../../support/http-app.ts';

let db: TestDynamoDb;
let world: HttpWorld;

beforeAll(async () => {
  db = await startTestDynamoDb();
  world = await startHttpApp({ stores: dynamoStores(db), config: { limits: noRates } });
});
afterAll(async () => {
  await world.close();
  await db.close();
});

const countOf = async (table: 'trail' | 'cases'): Promise<number> =>
  (await db.client.send(new ScanCommand({ TableName: db.name(table), Select: 'COUNT' }))).Count ?? 0;

const file = (body: unknown, headers: Record<string, string> = {}) =>
  world.app.request('/v1/reports', postJson(body, headers));

const problemSchema = z.looseObject({ errors: z.array(z.object({ path: z.string(), message: z.string() })) });
const filedSchema = z.looseObject({ caseNumber: z.string() });
const pageSchema = z.object({
  items: z.array(z.looseObject({ caseNumber: z.string(), receivedAt: z.string() })),
  cursor: z.string().nullable(),
});

const description = 'Menyebarkan berita bohong di akun media sosialnya.';
const incident = (over: Record<string, unknown>) => aReport({ incident: { description, urls: [], ...over } });
const respondent = (over: Record<string, unknown>) => aReport({ respondent: over });
const nip = (value: string) => respondent({ nip: value });

const violations: readonly (readonly [name: string, body: unknown, paths: readonly string[]])[] = [
  ['an empty object', {}, ['agencyId', 'reporter', 'respondent', 'incident']],
  ['a list', [], ['']],
  ['null', 'null', ['']],
  ['a number for a text', incident({ description: 7 }), ['incident.description']],
  ['a text for a list', incident({ urls: 'https://contoh.test' }), ['incident.urls']],
  ['a description that is too short', incident({ description: 'pendek' }), ['incident.description']],
  ['a description that is too long', incident({ description: 'x'.repeat(20_001) }), ['incident.description']],
  ['an unknown field', aReport({ severity: 1, rank: 2 }), ['severity', 'rank']],
  ['an unknown field inside', incident({ place: 'di sini' }), ['incident.place']],
  [
    'a field that names a prototype',
    '{"__proto__":{"x":1}}',
    ['agencyId', 'reporter', 'respondent', 'incident', '__proto__'],
  ],
  ['an anonymous reporter with a name', aReport({ reporter: { anonymous: true, name: 'Ani' } }), ['reporter.name']],
  ['a mail address that is none', aReport({ reporter: { email: 'ani' } }), ['reporter.email']],
  ['an agency that is not here', aReport({ agencyId: 'asing' }), ['agencyId']],
  ['21 addresses', incident({ urls: Array(21).fill('https://contoh.test') }), ['incident.urls']],
  ['a javascript: address', incident({ urls: ['javascript:alert(1)'] }), ['incident.urls.0']],
  ['a file: address', incident({ urls: ['https://contoh.test', 'file:///etc/passwd'] }), ['incident.urls.1']],
  ['an address with a password', incident({ urls: ['https://a:b@contoh.test'] }), ['incident.urls.0']],
  ['a control character', respondent({ name: 'Budi\u0000' }), ['respondent.name']],
  ['a bidirectional override', incident({ description: `${description}\u202E` }), ['incident.description']],
  ['half a character', respondent({ name: 'Budi \ud800' }), ['respondent.name']],
  ['a NIP of 17 digits', nip('19850315201001100'), ['respondent.nip']],
  ['a NIP with a letter', nip('19850315201001100X'), ['respondent.nip']],
  ['a NIP of the 31st of February', nip('198502312010011001'), ['respondent.nip']],
  ['a NIP with month 13', nip('198503152010131001'), ['respondent.nip']],
  ['a NIP of neither man nor woman', nip('198503152010013001'), ['respondent.nip']],
  ['a date in the future', incident({ occurredAt: '2026-12-25' }), ['incident.occurredAt']],
  ['a date that does not exist', incident({ occurredAt: '2026-02-30' }), ['incident.occurredAt']],
  [
    'a file name with a slash',
    aReport({ attachments: [{ fileName: '../x', mediaType: 'image/png', size: 1 }] }),
    ['attachments.0.fileName'],
  ],
  [
    'a file that is too large',
    aReport({ attachments: [{ fileName: 'x', mediaType: 'image/png', size: 26_214_401 }] }),
    ['attachments.0.size'],
  ],
];

describe('what is wrong with a report', () => {
  it.each(violations)('is told for %s, every part by its path', async (_name, body, paths) => {
    const before = await countOf('trail');
    const answer = await file(body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = problemSchema.parse(await answer.json());
    expect(problem.errors.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(problem).toMatchObject({ type: 'urn:tertib:problem:invalid-input', status: 422 });
    expect(await countOf('trail')).toBe(before);
  });

  const unreadable: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, number, string])[] = [
    ['no JSON', '{"agencyId":', 400, 'application/json'],
    ['an empty body', '', 400, 'application/json'],
    ['bytes that are no UTF-8', new Uint8Array([123, 34, 255, 34, 125]), 400, 'application/json'],
    ['one key twice', '{"agencyId":"contoh","incident":{"urls":[],"urls":["x"]}}', 400, 'application/json'],
    ['one key twice, once escaped', '{"agencyId":"contoh","agency\\u0049d":"lain"}', 400, 'application/json'],
    ['brackets without end', '['.repeat(500_000), 400, 'application/json'],
    ['brackets as deep as they go', `${'['.repeat(400_000)}${']'.repeat(400_000)}`, 422, 'application/json'],
    ['a form', 'agencyId=contoh', 415, 'application/x-www-form-urlencoded'],
    ['plain text', JSON.stringify(aReport()), 415, 'text/plain'],
    ['2 MiB', JSON.stringify(incident({ description: 'x'.repeat(2 * 1024 * 1024) })), 413, 'application/json'],
  ];

  it.each(unreadable)('is told for %s', async (_name, body, status, contentType) => {
    const answer = await world.app.request('/v1/reports', {
      method: 'POST',
      body,
      headers: { 'content-type': contentType },
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
  });

  it('names the key that came twice', async () => {
    const answer = await file('{"incident":{"urls":[{"a":1},{"b":1,"b":2}]}}');
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'incident.urls.1.b' }] });
  });

  it('stops reading a body without a length at the limit', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
        if (sent > 64 * 1024 * 1024) controller.close();
      },
    });
    const answer = await world.app.request('/v1/reports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      ...{ duplex: 'half' },
    });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });

  it.each([
    ['id', 'Ada isian yang perlu diperbaiki', 'wajib diisi'],
    ['en-GB,en;q=0.9', 'Some of the input must be corrected', 'is required'],
    ['fr, en;q=0.5', 'Some of the input must be corrected', 'is required'],
    ['fr', 'Ada isian yang perlu diperbaiki', 'wajib diisi'],
  ])('is told in the language of Accept-Language %s', async (language, title, message) => {
    const answer = await file({ ...aReport(), agencyId: undefined }, { 'accept-language': language });
    expect(await answer.json()).toMatchObject({ title, errors: [{ path: 'agencyId', message }] });
  });

  it.each([
    ['id', 'mengandung karakter kendali atau pembalik arah'],
    ['en', 'contains control or bidirectional characters'],
  ])('is told in one language only where a schema brings both (%s)', async (language, message) => {
    const answer = await file(respondent({ name: 'Budi\u0007' }), { 'accept-language': language });
    expect(await answer.json()).toMatchObject({ errors: [{ message }] });
  });
});

describe('an idempotency key', () => {
  it.each(['', 'x'.repeat(256), 'kunci\u00e9'])('must be 1 to 255 printable characters: %j', async (key) => {
    const answer = await file(aReport(), { 'idempotency-key': key });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'idempotency-key' }] });
  });

  it('gives the same 201 for the same body', async () => {
    const headers = { 'idempotency-key': 'sama' };
    const [first, second] = [await file(aReport(), headers), await file(aReport(), headers)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
  });

  it('gives 409 for another body', async () => {
    const headers = { 'idempotency-key': 'lain' };
    expect((await file(aReport(), headers)).status).toBe(201);
    expect((await file(nip(nipOf(4)), headers)).status).toBe(409);
  });

  it('files one case however many come at once', async () => {
    const before = await countOf('cases');
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => file(aReport(), { 'idempotency-key': 'serentak' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const numbers = await Promise.all(answers.map(async (answer) => filedSchema.parse(await answer.json()).caseNumber));
    expect(new Set(numbers).size).toBe(1);
    expect(await countOf('cases')).toBe(before + 1);
  });
});

describe('the list of cases', () => {
  const list = async (query: string) => {
    const headers = { authorization: `Bearer ${await world.token({ role: 'auditor' })}` };
    return world.app.request(`/v1/cases${query}`, { headers });
  };

  it.each([
    ['?status=OPEN', 'status'],
    ['?status=TRIAGE&status=REVIEW', 'status'],
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=ten', 'limit'],
    ['?q=x', 'q'],
    ['?page=2', 'page'],
  ])('refuses %s by name', async (query, path) => {
    const answer = await list(query);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('refuses a cursor that it did not hand out', async () => {
    for (const cursor of ['x', 'e30', btoa('{"caseId":1}')]) expect((await list(`?cursor=${cursor}`)).status).toBe(422);
  });

  it('goes on from page to page, newest first, without missing or doubling a case', async () => {
    for (let n = 0; n < 5; n += 1) {
      world.clock.advance(1000);
      await file(aReport());
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await list(cursor === '' ? '?limit=2' : `?limit=2&cursor=${encodeURIComponent(cursor)}`);
      const page = pageSchema.parse(await answer.json());
      seen.push(...page.items.map((item) => `${item.receivedAt} ${item.caseNumber}`));
      cursor = page.cursor;
    }
    expect(seen).toHaveLength(await countOf('cases'));
    expect(new Set(seen).size).toBe(seen.length);
    const times = seen.map((line) => line.slice(0, 24));
    expect(times).toEqual(times.toSorted().reverse());
  });
});
