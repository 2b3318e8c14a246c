import fc from 'fast-check';
import { AGENCY } from '../support/builders/staff.ts';
import { aReport, type HttpWorld, noRates, startHttpApp } from '../support/http-app.ts';
import { type MemoryStores, memoryStores } from '../support/memory-stores.ts';

const RUNS = 10_000;

let world: HttpWorld;
let stores: MemoryStores;

beforeAll(async () => {
  stores = memoryStores();
  world = await startHttpApp({ stores: () => stores, config: { limits: noRates } });
});
afterAll(() => world.close());

/** JSON near a report: whole, with a part replaced, or anything at all. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('Menyebarkan berita bohong di akunnya.'));
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant({}), fc.constant([]));
const names = fc.constantFrom(
  'agencyId',
  'reporter',
  'respondent',
  'incident',
  'attachments',
  'language',
  '__proto__',
  'text',
);
const nearReport = fc.dictionary(names, leaf, { maxKeys: 2 }).map((over) => JSON.stringify({ ...aReport(), ...over }));
const jsonBody = fc.oneof(
  { weight: 4, arbitrary: nearReport },
  { weight: 4, arbitrary: fc.json() },
  { weight: 1, arbitrary: text.map((value) => JSON.stringify({ text: value })) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
);

const formNames = fc.constantFrom(
  'agencyId',
  'reporterKind',
  'email',
  'description',
  'occurredAt',
  'urls',
  'respondentNip',
  'formKey',
  'receiptCode',
  'text',
  'document',
  'file',
  '__proto__',
);
const formValue = fc.oneof(
  text,
  fc.constantFrom(
    AGENCY,
    'anonymous',
    'named',
    '0'.repeat(32),
    'https://contoh.test',
    '0000-0000-0000-0000',
    '{"a":1}',
  ),
);
const pairs = fc.array(fc.tuple(formNames, formValue), { maxLength: 8 });
const whole = {
  agencyId: AGENCY,
  reporterKind: 'anonymous',
  description: 'Menyebarkan berita bohong.',
  formKey: '0'.repeat(32),
};
const urlencoded = fc
  .tuple(fc.boolean(), pairs)
  .map(([complete, more]) =>
    new URLSearchParams(
      [...(complete ? Object.entries(whole) : []), ...more].map(([k, v]): [string, string] => [k, v.toWellFormed()]),
    ).toString(),
  );
const multipart = pairs.map(
  (parts) =>
    `${parts
      .map(
        ([name, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"${name === 'file' ? '; filename="x"' : ''}\r\n\r\n${value}\r\n`,
      )
      .join('')}--b--\r\n`,
);

const request = fc.oneof(
  fc.tuple(fc.constant('application/json'), jsonBody),
  fc.tuple(fc.constant('application/x-www-form-urlencoded'), fc.oneof(urlencoded, fc.string({ unit: 'binary' }))),
  fc.tuple(fc.constant('multipart/form-data; boundary=b'), fc.oneof(multipart, fc.string({ unit: 'binary' }))),
  fc.tuple(fc.constantFrom('', 'text/plain', 'multipart/form-data', 'application/json; charset=x'), jsonBody),
);

/** The content type that the route takes comes most often: a refusal of the type is soon told. */
const requestFor = (kind: 'json' | 'form') =>
  kind === 'json'
    ? fc.oneof(
        { weight: 4, arbitrary: fc.tuple(fc.constant('application/json'), jsonBody) },
        { weight: 1, arbitrary: request },
      )
    : request;

const ask = async (path: string, [contentType, body]: readonly [string, string]): Promise<Response> =>
  world.app.request(path, {
    method: 'POST',
    headers: { 'content-type': contentType, authorization: 'Receipt 0000-0000-0000-0000' },
    body: body.toWellFormed(),
  });

describe('ten thousand bodies at every POST', () => {
  it('finds no answer above 499 and no case that is written by half', async () => {
    const posts = world.table.filter(({ method }) => method === 'POST');
    expect(posts.length).toBeGreaterThanOrEqual(7);
    for (const route of posts) {
      const filed = stores.events.size;
      let created = 0;
      await fc.assert(
        fc.asyncProperty(requestFor(route.bodyKind ?? 'json'), async (sent) => {
          const answer = await ask(route.path, sent);
          if (answer.status === 201) created += 1;
          if (answer.status >= 500) throw new Error(`${route.path}: ${answer.status} ${world.logged.at(-1)}`);
        }),
        { numRuns: RUNS },
      );
      // Forms carry a key: the same form sent again is the same case.
      if (route.path === '/v1/reports') expect(stores.events.size - filed).toBe(created);
      else expect(stores.events.size - filed).toBeLessThanOrEqual(created);
    }
    expect(stores.events.size).toBeGreaterThan(100);
    expect(stores.broken()).toEqual([]);
    expect(world.logged).toEqual([]);
  }, 600_000);
});
