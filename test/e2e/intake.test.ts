import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet } from 'jose';
import * as z from 'zod';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { aReport, description, Outside, people, problemSchema } from './world.ts';

let system: RunningSystem;
const outside = new Outside(() => system);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const caseCount = async (): Promise<number> => {
  const answer = await outside.staff('/v1/cases?limit=100');
  return z.object({ items: z.array(z.unknown()) }).parse(await answer.json()).items.length;
};

const incident = (over: Readonly<Record<string, unknown>>) => aReport({ incident: { description, urls: [], ...over } });
const attachment = { fileName: 'tangkapan.png', mediaType: 'image/png', size: 5 };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const everyField = aReport({
  reporter: { name: 'Ani Pelapor', email: 'ani@pelapor.tertib.test', phone: '+62 812-0000-1111' },
  respondent: {
    name: 'Rizky Ramadhan',
    nip: people.employee,
    position: 'Pengelola Media Sosial',
    unit: 'Dinas Komunikasi dan Informatika',
    accounts: [{ platform: 'instagram', handle: '@rizky.ramadhan.contoh' }],
  },
  incident: {
    description: `${description}\nBaris kedua.`,
    occurredAt: '2026-03-02',
    urls: ['https://contoh.test/a?b=c#d'],
  },
  attachments: [
    { ...attachment, sha256: sha256('12345') },
    { ...attachment, fileName: 'kedua.png' },
  ],
  language: 'en',
});

describe('a report', () => {
  it('may carry every field of the contract, and is answered in the shape of the contract', async () => {
    const filed = await outside.file(everyField);
    expect(filed.uploads.map(({ fileName }) => fileName)).toEqual(['tangkapan.png', 'kedua.png']);
    const status = await outside.status(filed);
    expect(status).toMatchObject({ caseNumber: filed.caseNumber, messages: [] });
  });

  it('may say no more than it must', async () => {
    const filed = await outside.file({
      agencyId: 'contoh',
      reporter: { anonymous: true },
      respondent: {},
      incident: { description: 'x'.repeat(20), urls: [] },
    });
    expect(filed.uploads).toEqual([]);
  });

  it('may come from a reporter who gives any part of who they are', async () => {
    for (const reporter of [{}, { name: 'Ani' }, { email: 'ani@pelapor.tertib.test' }, { phone: '08120000111' }])
      await outside.file(aReport({ reporter }));
  });

  it('takes 20 addresses, 20 attachments of 25 MiB and 20,000 characters', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `http://127.0.0.1:9/${n}`);
    const attachments = Array.from({ length: 20 }, () => ({ ...attachment, size: 25 * 1024 * 1024 }));
    const filed = await outside.file({ ...incident({ urls, description: 'y'.repeat(20_000) }), attachments });
    expect(filed.uploads).toHaveLength(20);
  });

  it('is proven by a receipt that verifies with the published keys', async () => {
    const filed = await outside.file();
    const keys = z
      .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
      .parse(await (await outside.send('/.well-known/tertib-keys.json')).json());
    const { payload, protectedHeader } = await compactVerify(filed.receipt, createLocalJWKSet(keys));
    expect(protectedHeader.alg).toBe('ES256');
    const said = z.looseObject({}).parse(JSON.parse(new TextDecoder().decode(payload)));
    const { events } = await outside.trail(filed.caseNumber);
    expect(said).toMatchObject({ caseNumber: filed.caseNumber, agencyId: 'contoh', eventHash: events[0]?.hash });
    for (const key of keys.keys) expect(key).not.toHaveProperty('d');
  });
});

const refusals: readonly (readonly [name: string, body: unknown, path: string])[] = [
  ['21 addresses', incident({ urls: Array(21).fill('https://contoh.test') }), 'incident.urls'],
  ['21 attachments', aReport({ attachments: Array(21).fill(attachment) }), 'attachments'],
  [
    'an attachment of 25 MiB and a byte',
    aReport({ attachments: [{ ...attachment, size: 26_214_401 }] }),
    'attachments.0.size',
  ],
  ['an attachment of nothing', aReport({ attachments: [{ ...attachment, size: 0 }] }), 'attachments.0.size'],
  ['a size that is no whole number', aReport({ attachments: [{ ...attachment, size: 1.5 }] }), 'attachments.0.size'],
  ['a hash that is none', aReport({ attachments: [{ ...attachment, sha256: 'zz' }] }), 'attachments.0.sha256'],
  [
    'a media type that is none',
    aReport({ attachments: [{ ...attachment, mediaType: 'gambar' }] }),
    'attachments.0.mediaType',
  ],
  [
    'a file name with a line break',
    aReport({ attachments: [{ ...attachment, fileName: 'a\r\nb' }] }),
    'attachments.0.fileName',
  ],
  ['a javascript: address', incident({ urls: ['javascript:alert(1)'] }), 'incident.urls.0'],
  ['a JaVaScRiPt: address', incident({ urls: [' JaVaScRiPt:alert(1)'] }), 'incident.urls.0'],
  ['a file: address', incident({ urls: ['file:///etc/passwd'] }), 'incident.urls.0'],
  ['a data: address', incident({ urls: ['data:text/html,x'] }), 'incident.urls.0'],
  ['an ftp: address', incident({ urls: ['ftp://contoh.test/'] }), 'incident.urls.0'],
  ['an address without a scheme', incident({ urls: ['contoh.test/a'] }), 'incident.urls.0'],
  [
    'an address with a bidirectional override',
    incident({ urls: ['https://contoh.test/\u202Egpj'] }),
    'incident.urls.0',
  ],
  ['a control character', incident({ description: `${description}\u0007` }), 'incident.description'],
  ['a null character', incident({ description: `${description}\u0000` }), 'incident.description'],
  ['a bidirectional isolate', aReport({ respondent: { name: 'Budi\u2066' } }), 'respondent.name'],
  ['a NIP of letters', aReport({ respondent: { nip: 'ABCDEFGHIJKLMNOPQR' } }), 'respondent.nip'],
  ['a NIP of 19 digits', aReport({ respondent: { nip: `${people.employee}1` } }), 'respondent.nip'],
  ['a NIP with digits of another script', aReport({ respondent: { nip: '١٩٩٠٠٢٢٨٢٠١٥٠٢١٠٠٧' } }), 'respondent.nip'],
  ['a NIP born on no day', aReport({ respondent: { nip: '199002302015021007' } }), 'respondent.nip'],
  ['a NIP as a number', aReport({ respondent: { nip: 199002282015021 } }), 'respondent.nip'],
  ['a date in the future', incident({ occurredAt: '2031-01-01' }), 'incident.occurredAt'],
  ['a moment in the future', incident({ occurredAt: '2031-01-01T00:00:00Z' }), 'incident.occurredAt'],
  ['a day that does not exist', incident({ occurredAt: '2026-02-30' }), 'incident.occurredAt'],
  ['a date that is none', incident({ occurredAt: 'kemarin' }), 'incident.occurredAt'],
  ['19 characters', incident({ description: 'x'.repeat(19) }), 'incident.description'],
  ['20,001 characters', incident({ description: 'x'.repeat(20_001) }), 'incident.description'],
  ['nothing but spaces', incident({ description: ' '.repeat(40) }), 'incident.description'],
  ['an unknown field', aReport({ admin: true }), 'admin'],
  ['an unknown field of the reporter', aReport({ reporter: { anonymous: false, nik: '1' } }), 'reporter.nik'],
  [
    'an anonymous reporter with a telephone',
    aReport({ reporter: { anonymous: true, phone: '08120000111' } }),
    'reporter.phone',
  ],
  ['a language that is not spoken here', aReport({ language: 'fr' }), 'language'],
  ['an agency that is unknown', aReport({ agencyId: 'asing' }), 'agencyId'],
  ['an agency that is none', aReport({ agencyId: '../x' }), 'agencyId'],
  ['no incident', aReport({ incident: undefined }), 'incident'],
  ['no reporter', aReport({ reporter: undefined }), 'reporter'],
  ['a list for an object', aReport({ respondent: [] }), 'respondent'],
];

describe('a report that cannot be taken', () => {
  it.each(refusals)('names what is wrong with %s, and leaves nothing behind', async (_name, body, path) => {
    const before = await caseCount();
    const answer = await outside.post('/v1/reports', body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.parse(await answer.json());
    expect(problem.errors.map((error) => error.path)).toContain(path);
    expect(await caseCount()).toBe(before);
  });

  it.each([
    ['JSON that ends early', '{"agencyId":', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a form', 'agencyId=contoh', 'application/x-www-form-urlencoded', 415],
    ['JSON that says it is text', JSON.stringify(aReport()), 'text/plain', 415],
    ['2 MiB', JSON.stringify(incident({ description: 'x'.repeat(2 * 1024 * 1024) })), 'application/json', 413],
    ['2 MiB of nonsense', 'x'.repeat(2 * 1024 * 1024), 'application/octet-stream', 413],
  ])('is told for %s', async (_name, body, type, status) => {
    const answer = await outside.post('/v1/reports', body, { 'Content-Type': type });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problemSchema.parse(await answer.json()).status).toBe(status);
  });

  it('is read with a charset in its content type', async () => {
    const answer = await outside.post('/v1/reports', aReport(), { 'Content-Type': 'Application/JSON; charset=utf-8' });
    expect(answer.status).toBe(201);
  });

  it.each([
    ['id', /wajib diisi/],
    ['en', /is required/],
    ['en-GB;q=0.8, id;q=0.1', /is required/],
    ['fr', /wajib diisi/],
    [';;;q=zz', /wajib diisi/],
  ])('is told in the language asked for: %s', async (language, words) => {
    const answer = await outside.post('/v1/reports', {}, { 'Accept-Language': language });
    const { errors } = problemSchema.parse(await answer.json());
    expect(errors[0]?.message).toMatch(words);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same 201 for the same body, and 409 for another', async () => {
    const headers = { 'Idempotency-Key': 'sama-1' };
    const first = await outside.file(everyField, headers);
    expect(await outside.file(everyField, headers)).toEqual(first);
    const other = await outside.post('/v1/reports', aReport(), headers);
    expect(other.status).toBe(409);
    problemSchema.parse(await other.json());
  });

  it('files one case of 32 sent at once', async () => {
    const before = await caseCount();
    const sent = Array.from({ length: 32 }, () => outside.file(aReport(), { 'Idempotency-Key': 'serentak' }));
    const filed = await Promise.all(sent);
    expect(new Set(filed.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await caseCount()).toBe(before + 1);
  });

  it('files one case of two bodies sent at once, sixteen times each', async () => {
    const bodies = [aReport(), incident({ description: `${description} Lain.` })];
    const sent = Array.from({ length: 32 }, (_, n) =>
      outside.post('/v1/reports', bodies[n % 2], { 'Idempotency-Key': 'bersaing' }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(16).fill(201), ...Array(16).fill(409)]);
  });

  it.each(['', 'x'.repeat(256)])('must have 1 to 255 characters: %j', async (key) => {
    expect((await outside.post('/v1/reports', aReport(), { 'Idempotency-Key': key })).status).toBe(422);
  });
});

describe('an announced attachment', () => {
  const put = ({ url, headers }: { url: string; headers: Record<string, string> }, body: string) =>
    fetch(url, { method: 'PUT', headers, body });

  it('is evidence once it was sent, byte for byte', async () => {
    const filed = await outside.file(
      aReport({ attachments: [{ ...attachment, sha256: sha256('12345') }, attachment] }),
    );
    const [first, second] = filed.uploads;
    if (first === undefined || second === undefined) throw new Error('no uploads');
    expect((await put(first, '12345')).ok).toBe(true);
    expect((await put(second, '54321')).ok).toBe(true);
    await outside.settle();
    const { page } = await outside.task(filed.caseNumber);
    expect(page.status).toBe(200);
    const list = z
      .array(z.looseObject({ artifactId: z.string(), kind: z.string(), sha256: z.string() }))
      .parse(await (await outside.staff(`/v1/cases/${filed.caseNumber}/evidence`)).json());
    const sent = list.filter(({ kind }) => kind === 'ATTACHMENT');
    expect(sent.map((artifact) => artifact.sha256)).toEqual([sha256('12345'), sha256('54321')]);
    const path = `/v1/cases/${filed.caseNumber}/evidence/${sent[0]?.artifactId}?reason=memeriksa`;
    expect(await (await outside.staff(path)).text()).toBe('12345');
  });

  it.each([
    ['another size', '123456'],
    ['other bytes than its hash', '54321'],
    ['nothing', ''],
  ])('is refused with %s', async (_name, body) => {
    const filed = await outside.file(aReport({ attachments: [{ ...attachment, sha256: sha256('12345') }] }));
    const [upload] = filed.uploads;
    if (upload === undefined) throw new Error('no upload');
    const answer = await put(upload, body);
    expect(answer.status).toBe(422);
    problemSchema.parse(await answer.json());
  });

  it('is refused at an address that nobody handed out', async () => {
    const filed = await outside.file(aReport({ attachments: [attachment] }));
    const url = filed.uploads[0]?.url ?? '';
    for (const wrong of [`${url}x`, `${url.slice(0, -2)}AA`, `${outside.baseUrl}/uploads/x`])
      expect((await put({ url: wrong, headers: {} }, '12345')).status).toBe(404);
  });
});

describe('the receipt code', () => {
  const follow = (authorization?: string) =>
    outside.send(
      '/v1/reports/status',
      authorization === undefined ? {} : { headers: { Authorization: authorization } },
    );

  it.each([
    ['none', undefined, 401],
    ['one of another scheme', 'Bearer abc', 401],
    ['an empty one', 'Receipt ', 401],
    ['one with odd characters', 'Receipt $$$$-$$$$', 401],
    ['a wrong one', 'Receipt 0000-0000-0000-0000', 404],
    ['half of one', 'Receipt 0000', 404],
  ])('opens nothing when it is %s', async (_name, authorization, status) => {
    const answer = await follow(authorization);
    expect(answer.status).toBe(status);
    problemSchema.parse(await answer.json());
  });

  it('opens its report however it is typed', async () => {
    const { receiptCode, caseNumber } = await outside.file();
    for (const typed of [receiptCode.toLowerCase(), receiptCode.replaceAll('-', ''), receiptCode.replaceAll('-', ' ')])
      expect(await (await follow(`Receipt ${typed}`)).json()).toMatchObject({ caseNumber });
  });

  it('lets the reporter add to the report', async () => {
    const filed = await outside.open();
    const say = (body: unknown, code = filed.receiptCode) =>
      outside.post('/v1/reports/messages', body, { Authorization: `Receipt ${code}` });
    expect((await say({ text: 'Saya punya saksi.' })).status).toBe(201);
    expect((await outside.status(filed)).messages).toMatchObject([{ text: 'Saya punya saksi.' }]);
    for (const wrong of [
      {},
      { text: '' },
      { text: 7 },
      { text: 'x'.repeat(5001) },
      { text: 'a\u202Eb' },
      { text: 'a', b: 1 },
      [],
    ])
      expect((await say(wrong)).status).toBe(422);
    expect((await say('{')).status).toBe(400);
    expect((await say({ text: 'Saya punya saksi.' }, '0000-0000-0000-0000')).status).toBe(404);
    expect((await outside.post('/v1/reports/messages', { text: 'Halo.' })).status).toBe(401);
  });
});
