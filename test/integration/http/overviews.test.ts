import * as z from 'zod';
import { randomIds } from '../../../adapters/random-ids.ts';
import { caseIdSchema } from '../../../core/ids.ts';
import type { CaseRow } from '../../../core/ports.ts';
import { instantSchema } from '../../../core/time.ts';
import { AGENCY } from '../../support/builders/staff.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import { eventually } from '../../support/eventually.ts';
import { dynamoStores, type HttpWorld, noRates, OTHER_AGENCY, people, startHttpApp } from '../../support/http-app.ts';
import { caseRow } from '../../support/rows.ts';

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

const at = (text: string) => instantSchema.parse(`${text}:00.000Z`);
const store = async (change: Partial<CaseRow>): Promise<CaseRow> => {
  const row = caseRow(randomIds, { agencyId: AGENCY, ...change });
  await world.ports.cases.project(row);
  return row;
};
const get = async (
  path: string,
  claims: Parameters<HttpWorld['token']>[0] = { role: 'auditor', nip: people.auditor },
) => world.app.request(path, { headers: { authorization: `Bearer ${await world.token(claims)}` } });

const board = z.strictObject({
  items: z.array(
    z.strictObject({
      caseNumber: caseIdSchema,
      status: z.string(),
      next: z.string().nullable(),
      responsible: z.strictObject({ kind: z.string(), nip: z.string().nullable(), name: z.string().nullable() }),
      dueAt: z.string().nullable(),
      overdue: z.boolean(),
      parkedAt: z.string().nullable(),
    }),
  ),
  cursor: z.string().nullable(),
});
const readBoard = async (query = '', claims?: Parameters<HttpWorld['token']>[0]) =>
  board.parse(await (await get(`/v1/board${query}`, claims)).json());

describe('the board', () => {
  let overdue: CaseRow;
  let soon: CaseRow;
  let mine: CaseRow;
  let asked: CaseRow;
  let stopped: CaseRow;

  beforeAll(async () => {
    const { superior, ppk, accused } = people;
    asked = await store({ status: 'CAPTURING', nextKind: 'answer', nextDueAt: at('2026-12-30T09:00') });
    soon = await store({
      status: 'DECISION',
      nextKind: 'decision',
      nextNip: ppk,
      nextDueAt: at('2026-12-02T09:00'),
      respondentNip: accused,
    });
    overdue = await store({
      status: 'REVIEW',
      nextKind: 'review',
      nextNip: superior,
      nextDueAt: at('2026-11-01T09:00'),
      participants: [superior],
    });
    mine = await store({
      status: 'APPEAL_WINDOW',
      nextKind: 'remedy',
      nextNip: accused,
      nextDueAt: at('2026-12-09T09:00'),
    });
    stopped = await store({ status: 'SERVICE', nextKind: 'ISSUE_DECISION', parkedAt: at('2026-11-20T09:00') });
    await store({ status: 'CLOSED', closed: true });
    await store({ status: 'TRIAGE', seq: 0, nextKind: 'triage', nextDueAt: at('2026-11-02T09:00') });
    await store({ agencyId: OTHER_AGENCY, status: 'REVIEW', nextKind: 'review', nextDueAt: at('2026-11-02T09:00') });
  });

  it('lists open cases with what is overdue first and what only the system does last', async () => {
    await eventually(async () =>
      expect((await readBoard()).items.map(({ caseNumber }) => caseNumber)).toEqual(
        [overdue, soon, mine, asked, stopped].map(({ caseId }) => caseId),
      ),
    );
  });

  it('says for each what is next, who is responsible by name, and whether it is overdue; a reporter is never named', async () => {
    const { items } = await readBoard();
    expect(items.map(({ next, responsible, overdue: late }) => [next, responsible, late])).toEqual([
      ['review', { kind: 'official', nip: people.superior, name: 'Atasan Langsung' }, true],
      ['decision', { kind: 'official', nip: people.ppk, name: 'Pejabat Berwenang' }, false],
      ['remedy', { kind: 'respondent', nip: people.accused, name: 'Terlapor Pertama' }, false],
      ['answer', { kind: 'reporter', nip: null, name: null }, false],
      ['ISSUE_DECISION', { kind: 'system', nip: null, name: null }, false],
    ]);
    expect(items.at(-1)?.parkedAt).toBe(stopped.parkedAt);
  });

  it('goes from page to page and misses none, and filters by status', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: z.infer<typeof board> = await readBoard(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ caseNumber }) => caseNumber));
      cursor = page.cursor;
    }
    expect(seen).toEqual([overdue, soon, mine, asked, stopped].map(({ caseId }) => caseId));
    expect((await readBoard('?status=DECISION')).items.map(({ caseNumber }) => caseNumber)).toEqual([soon.caseId]);
    expect((await readBoard('?status=CLOSED')).items).toEqual([]);
  });

  it('shows nobody a case against themselves, and a superior only where they have a task', async () => {
    const accused = await readBoard('', { role: 'auditor', nip: people.accused });
    expect(accused.items.map(({ caseNumber }) => caseNumber)).not.toContain(soon.caseId);
    const superior = await readBoard('', { role: 'superior', nip: people.superior });
    expect(superior.items.map(({ caseNumber }) => caseNumber)).toEqual([overdue.caseId]);
  });

  it('puts each look on record', async () => {
    const looks = async () =>
      (await world.ports.accessLog.list(overdue.caseId)).filter(({ action }) => action === 'board-listed').length;
    const before = await looks();
    await readBoard();
    expect(await looks()).toBe(before + 1);
  });

  it.each(['limit=0', 'limit=101', 'status=HILANG', 'cursor=xxxx', 'nama=x', 'status=TRIAGE&status=REVIEW'])(
    'refuses %s',
    async (query) => expect((await get(`/v1/board?${query}`)).status).toBe(422),
  );
});

describe('the silence report', () => {
  const silent = (nip: CaseRow['participants'][number], when: string, kind: 'review' | 'decision' = 'review') => ({
    nip,
    kind,
    dueAt: at(when),
    at: at(when),
  });
  let twice: CaseRow;
  let own: CaseRow;

  beforeAll(async () => {
    const { superior, ppk, accused } = people;
    twice = await store({
      silences: [silent(superior, '2026-02-03T09:00'), silent(ppk, '2026-03-31T17:30', 'decision')],
    });
    own = await store({ respondentNip: accused, silences: [silent(superior, '2026-03-10T09:00')], closed: true });
    await store({ silences: [silent(superior, '2025-12-31T16:59')] });
    await store({ agencyId: OTHER_AGENCY, silences: [silent(superior, '2026-02-03T09:00')] });
  });

  const read = async (query: string, claims?: Parameters<HttpWorld['token']>[0]) =>
    z
      .looseObject({
        total: z.unknown(),
        byPerson: z.array(z.looseObject({})),
        byUnit: z.array(z.looseObject({})),
        items: z.array(z.looseObject({ caseNumber: z.string() })),
        rule: z.looseObject({ citation: z.looseObject({ text: z.string() }) }),
      })
      .parse(await (await get(`/v1/silence${query}`, claims)).json());

  it('counts by person and by unit in a period of the agency’s days, with the rule', async () => {
    await eventually(async () =>
      expect((await read('?from=2026-01-01&to=2026-12-31')).total).toEqual({ silences: 3, cases: 2 }),
    );
    const report = await read('?from=2026-01-01&to=2026-12-31');
    expect(report.rule.citation.text).toBe('PP 94/2021 Pasal 28');
    expect(report.byPerson).toMatchObject([
      { nip: people.superior, name: 'Atasan Langsung', unit: 'Dinas Contoh', silences: 2, cases: 2 },
      { nip: people.ppk, silences: 1, cases: 1 },
    ]);
    expect(report.byUnit).toEqual([{ unit: 'Dinas Contoh', silences: 3, cases: 2 }]);
    expect(report.items.map(({ caseNumber }) => caseNumber)).toEqual([twice.caseId, own.caseId, twice.caseId]);
  });

  it.each([
    ['2026-03-31', '2026-03-31', []],
    ['2026-04-01', '2026-04-01', ['decision']],
    ['2026-02-03', '2026-03-10', ['review', 'review']],
    ['2026-05-01', '2026-05-31', []],
    ['2025-12-31', '2025-12-31', ['review']],
  ])('from %s to %s holds %j: days begin and end with the agency’s own', async (from, to, kinds) => {
    await eventually(async () =>
      expect((await read(`?from=${from}&to=${to}`)).items.map(({ kind }) => kind)).toEqual(kinds),
    );
  });

  it('tells the year so far where no period is asked for', async () => {
    expect(await read('')).toMatchObject({ from: '2026-01-01', to: '2026-11-23' });
  });

  it('shows nobody a case against themselves, and puts every case in it on record', async () => {
    const looks = async (row: CaseRow) =>
      (await world.ports.accessLog.list(row.caseId)).filter(({ action }) => action === 'silence-listed').length;
    const [before, hidden] = [await looks(twice), await looks(own)];
    const report = await read('?from=2026-01-01', { role: 'auditor', nip: people.accused });
    expect(new Set(report.items.map(({ caseNumber }) => caseNumber))).toEqual(new Set([twice.caseId]));
    expect([await looks(twice), await looks(own)]).toEqual([before + 1, hidden]);
  });

  it.each(['from=2026-13-01', 'from=kemarin', 'from=2026-02-01&to=2026-01-01', 'nama=x'])('refuses %s', async (query) =>
    expect((await get(`/v1/silence?${query}`)).status).toBe(422),
  );
});
