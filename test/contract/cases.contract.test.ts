import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoCaseStore } from '../../adapters/dynamo/dynamo-case-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { InvalidCursor, MalformedItem } from '../../core/errors.ts';
import { type AgencyId, agencyIdSchema, type CaseId } from '../../core/ids.ts';
import type { CaseRow, Cases, Page, PageRequest } from '../../core/ports.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { eventually } from '../support/eventually.ts';
import { caseRow, instant, nipA, nipB } from '../support/rows.ts';

const idsOf = (rows: readonly CaseRow[]): CaseId[] => rows.map(({ caseId }) => caseId);

const all = async (list: (page: PageRequest) => Promise<Page<CaseRow>>, limit: number): Promise<CaseRow[]> => {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
};

describe('the case rows', () => {
  let engine: TestDynamoDb;
  let cases: Cases;
  let agencyId: AgencyId;
  let count = 0;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    cases = new DynamoCaseStore(engine.store('cases'));
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    count += 1;
    agencyId = agencyIdSchema.parse(`agency${count}`);
  });

  const row = (change: Partial<CaseRow> = {}) => caseRow(randomIds, { agencyId, ...change });
  const stored = async (change: Partial<CaseRow> = {}) => {
    const written = row(change);
    await cases.project(written);
    return written;
  };
  const list = (page: PageRequest) => cases.list({ agencyId, ...page });

  it('announces a case once', async () => {
    const announced = row({ seq: 0 });
    expect(await cases.announce(announced)).toBe('announced');
    expect(await cases.announce({ ...announced, receiptHash: sha256Hex('another report') })).toBe('exists');
    expect((await cases.get(announced.caseId))?.row).toEqual(announced);
  });

  it('takes the announcement of the same report again', async () => {
    const announced = row({ seq: 0 });
    await cases.announce(announced);
    expect(await cases.announce(announced)).toBe('announced');
  });

  it('announces a case when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    expect(await new DynamoCaseStore(lossy.store('cases')).announce(row({ seq: 0 }))).toBe('announced');
  });

  it('brings a row up to a newer one and takes away what no longer holds', async () => {
    const before = await stored({ parkedAt: instant('2026-11-23T03:00:00.000Z'), claimedRespondentNip: nipA });
    const { parkedAt: _parked, ...rest } = before;
    const after: CaseRow = { ...rest, seq: 2, status: 'REVIEW', respondentNip: nipB, participants: [nipA] };
    await cases.project(after);
    expect((await cases.get(before.caseId))?.row).toEqual(after);
  });

  it.each([1, 2])('leaves a row alone that is as new as, or newer than, seq %i', async (seq) => {
    const newest = await stored({ seq: 2, status: 'TRIAGE' });
    await cases.project({ ...newest, seq, status: 'RECEIVED' });
    expect((await cases.get(newest.caseId))?.row).toEqual(newest);
  });

  it('keeps the newest of 32 rows projected at once', async () => {
    const { caseId } = await stored();
    const rows = Array.from({ length: 32 }, (_, place) => row({ caseId, seq: place + 2 }));
    await Promise.all(rows.map((next) => cases.project(next)));
    expect((await cases.get(caseId))?.row.seq).toBe(33);
  });

  it('knows no case that was not written', async () => {
    expect(await cases.get(row().caseId)).toBeUndefined();
    expect(await cases.byReceipt(sha256Hex('nothing'))).toBeUndefined();
  });

  it('lists the cases of an agency newest first, each once, page by page', async () => {
    const hours = ['01', '02', '03', '04', '05', '06', '07'];
    const rows: CaseRow[] = [];
    for (const hour of hours) rows.push(await stored({ receivedAt: instant(`2026-11-23T${hour}:00:00.000Z`) }));
    await stored({ agencyId: agencyIdSchema.parse('otheragency') });
    await eventually(async () => expect(idsOf(await all(list, 3))).toEqual(idsOf(rows.toReversed())));
  });

  it('ends a list that fills its last page without a cursor', async () => {
    await stored();
    await stored();
    await eventually(async () => expect((await list({ limit: 2 })).items).toHaveLength(2));
    expect((await list({ limit: 2 })).cursor).toBeUndefined();
  });

  it('lists cases that came in the same millisecond each once', async () => {
    const rows = await Promise.all(Array.from({ length: 5 }, () => stored()));
    await eventually(async () => expect(idsOf(await all(list, 2)).sort()).toEqual(idsOf(rows).sort()));
  });

  it('lists by status, and a case that moved on under its new status only', async () => {
    const staying = await stored({ status: 'TRIAGE' });
    const moving = await stored({ status: 'TRIAGE' });
    await cases.project({ ...moving, seq: 2, status: 'REVIEW' });
    const inStatus = async (status: CaseRow['status']) =>
      idsOf((await cases.list({ agencyId, status, limit: 10 })).items);
    await eventually(async () => expect(await inStatus('TRIAGE')).toEqual([staying.caseId]));
    await eventually(async () => expect(await inStatus('REVIEW')).toEqual([moving.caseId]));
  });

  it('lists by respondent: as claimed until identified, then as identified', async () => {
    const claimed = await stored({ claimedRespondentNip: nipA });
    const identified = await stored({ claimedRespondentNip: nipA, respondentNip: nipB });
    const against = async (nip: typeof nipA) =>
      idsOf((await cases.listByRespondent({ agencyId, nip, limit: 10 })).items);
    await eventually(async () => expect(await against(nipA)).toEqual([claimed.caseId]));
    await eventually(async () => expect(await against(nipB)).toEqual([identified.caseId]));
  });

  it('finds the case of a receipt', async () => {
    const written = await stored();
    await eventually(async () => expect(await cases.byReceipt(written.receiptHash)).toEqual(written));
  });

  it.each(['', 'x', '%%%', 'bnVsbA', Buffer.from('{"caseId":"X"}').toString('base64url'), 'A'.repeat(2_000)])(
    'names a cursor it did not hand out: %s',
    async (cursor) => {
      await expect(list({ limit: 10, cursor })).rejects.toThrow(InvalidCursor);
      await expect(cases.listOpen({ limit: 10, cursor })).rejects.toThrow(InvalidCursor);
    },
  );

  it('shows nothing of the list a cursor was carried from', async () => {
    const mine = await stored({ receivedAt: instant('2026-11-20T01:00:00.000Z') });
    await stored({ receivedAt: instant('2026-11-23T01:00:00.000Z') });
    await eventually(async () => expect((await list({ limit: 5 })).items).toHaveLength(2));
    const { cursor } = await list({ limit: 1 });
    const foreign = agencyIdSchema.parse('strangers');
    const page = await cases.list({ agencyId: foreign, limit: 10, cursor });
    expect(idsOf(page.items)).not.toContain(mine.caseId);
    expect(page.items).toEqual([]);
  });

  it('lists every open case once for the sweep, in pages, and no closed one', async () => {
    const open = await Promise.all(Array.from({ length: 20 }, () => stored()));
    const closing = await stored();
    await cases.project({ ...closing, seq: 2, closed: true });
    const mine = async () => {
      const rows = await all((page) => cases.listOpen(page), 3);
      return idsOf(rows.filter((candidate) => candidate.agencyId === agencyId)).sort();
    };
    await eventually(async () => expect(await mine()).toEqual(idsOf(open).sort()));
  });

  it('lists the open cases of an agency by what is due first, each once, page by page, what has no due date last', async () => {
    const days = ['03', '01', '02', '02', '02', '04'];
    const dues = [];
    for (const [place, day] of days.entries()) {
      const status = place % 2 === 0 ? ('TRIAGE' as const) : ('DECISION' as const);
      dues.push(await stored({ status, nextDueAt: instant(`2026-12-${day}T09:00:00.000Z`) }));
    }
    const [third, first, a, b, c, fourth] = dues;
    const never = await stored({ status: 'SERVICE', nextKind: 'ISSUE_DECISION' });
    await stored({ status: 'CLOSED', closed: true, nextDueAt: instant('2026-12-01T09:00:00.000Z') });
    await stored({ agencyId: agencyIdSchema.parse('otheragency'), nextDueAt: instant('2026-12-01T09:00:00.000Z') });
    const tied = idsOf([a, b, c].filter((row) => row !== undefined)).sort();
    const expected = [first?.caseId, ...tied, third?.caseId, fourth?.caseId, never.caseId];
    for (const limit of [1, 2, 3, 50]) {
      await eventually(async () => {
        expect(idsOf(await all((page) => cases.listByDue({ agencyId, ...page }), limit))).toEqual(expected);
      });
    }
    const decided = await all((page) => cases.listByDue({ agencyId, status: 'DECISION', ...page }), 2);
    expect(decided.map(({ status }) => status)).toEqual(['DECISION', 'DECISION', 'DECISION']);
  });

  it('moves a case in the list by due date as it moves on, and takes it out once it is closed', async () => {
    const due = (day: string) => instant(`2026-12-${day}T09:00:00.000Z`);
    const early = await stored({ nextDueAt: due('01') });
    const late = await stored({ nextDueAt: due('02') });
    await cases.project({ ...early, seq: 2, nextDueAt: due('03') });
    const listed = async () => idsOf((await cases.listByDue({ agencyId, limit: 9 })).items);
    await eventually(async () => expect(await listed()).toEqual([late.caseId, early.caseId]));
    const { nextDueAt: _due, ...rest } = late;
    await cases.project({ ...rest, seq: 2, status: 'CLOSED', closed: true });
    await eventually(async () => expect(await listed()).toEqual([early.caseId]));
  });

  it('lists the cases in which a deadline passed since a time, oldest last time first', async () => {
    const silence = (day: string) => {
      const at = instant(`2026-12-${day}T09:00:00.000Z`);
      return { nip: nipA, kind: 'review' as const, dueAt: at, at };
    };
    await stored();
    await stored({ silences: [silence('01')] });
    const twice = await stored({ silences: [silence('01'), silence('09')], closed: true });
    const once = await stored({ silences: [silence('05')] });
    const since = (page: PageRequest) =>
      cases.listSilent({ agencyId, from: instant('2026-12-05T09:00:00.000Z'), ...page });
    for (const limit of [1, 50]) {
      await eventually(async () => expect(await all(since, limit)).toEqual([once, twice]));
    }
  });

  it.each(['{"dueKey":"2026-12-01"}', '{"silentKey":"2026-01-01","caseId":"CONTOH-2026-7K3M9QXA"}'])(
    'names a cursor of another list or from before its beginning: %s',
    async (place) => {
      const cursor = Buffer.from(place).toString('base64url');
      const from = instant('2026-12-05T09:00:00.000Z');
      await expect(cases.listByDue({ agencyId, limit: 10, cursor })).rejects.toThrow(InvalidCursor);
      await expect(cases.listSilent({ agencyId, from, limit: 10, cursor })).rejects.toThrow(InvalidCursor);
    },
  );

  it('reads a row of a version that knew no board, and writes it anew for the same event', async () => {
    const { silences: _none, ...old } = row({ nextDueAt: undefined });
    const item = { ...old, agencyStatus: `${agencyId}#RECEIVED`, openShard: '0', schemaVersion: 1 };
    await engine.client.send(new PutCommand({ TableName: engine.name('cases'), Item: item }));
    expect((await cases.get(old.caseId))?.row).toEqual(old);
    const next = { ...old, silences: [], nextKind: 'COLLECT_EVIDENCE' as const };
    await cases.project(next);
    expect((await cases.get(old.caseId))?.row).toEqual(next);
    await eventually(async () =>
      expect(idsOf((await cases.listByDue({ agencyId, limit: 9 })).items)).toEqual([old.caseId]),
    );
  });

  it('does not believe an index that has a case which its item says is closed', async () => {
    const written = await stored();
    const closed = { ...written, closed: true, agencyStatus: `${agencyId}#RECEIVED`, openShard: '0', schemaVersion: 1 };
    await engine.client.send(new PutCommand({ TableName: engine.name('cases'), Item: closed }));
    expect(idsOf(await all((page) => cases.listOpen(page), 50))).not.toContain(written.caseId);
  });

  it('records an execution, keeps it through projections, and sees a concurrent one', async () => {
    const written = await stored();
    const { caseId } = written;
    expect((await cases.get(caseId))?.execution).toBeUndefined();
    expect(await cases.setExecution(caseId, { name: `${caseId}-1`, attempt: 1 }, 0)).toBe('set');
    await cases.project({ ...written, seq: 2 });
    expect((await cases.get(caseId))?.execution).toEqual({ name: `${caseId}-1`, attempt: 1 });
    expect(await cases.setExecution(caseId, { name: `${caseId}-2`, attempt: 2 }, 0)).toBe('conflict');
    expect(await cases.setExecution(caseId, { name: `${caseId}-2`, attempt: 2 }, 1)).toBe('set');
    expect(await cases.setExecution(caseId, { name: `${caseId}-3`, attempt: 3 }, 1)).toBe('conflict');
    expect((await cases.get(caseId))?.execution).toEqual({ name: `${caseId}-2`, attempt: 2 });
  });

  it('records no execution for a case that is not there', async () => {
    const { caseId } = row();
    expect(await cases.setExecution(caseId, { name: `${caseId}-1`, attempt: 1 }, 0)).toBe('conflict');
    expect(await cases.get(caseId)).toBeUndefined();
  });

  it('records an execution when the answer is lost', async () => {
    const { caseId } = await stored();
    const lossy = await engine.unreliable();
    lossy.loseAnswers('UpdateItem', 1);
    const unreliable = new DynamoCaseStore(lossy.store('cases'));
    expect(await unreliable.setExecution(caseId, { name: `${caseId}-1`, attempt: 1 }, 0)).toBe('set');
  });

  it('forgets a case that never got its first event, and no other', async () => {
    const announced = row({ seq: 0 });
    await cases.announce(announced);
    await cases.forget(announced.caseId);
    expect(await cases.get(announced.caseId)).toBeUndefined();
    const begun = await stored();
    await cases.forget(begun.caseId);
    expect((await cases.get(begun.caseId))?.row).toEqual(begun);
  });

  it.each([
    ['an unknown attribute', { note: 'added' }],
    ['an unknown status', { status: 'LOST' }],
    ['a shape of another version', { schemaVersion: 2 }],
  ])('refuses to read a row with %s', async (_what, change) => {
    const written = await stored();
    const item = { ...written, agencyStatus: 'x', schemaVersion: 1, ...change };
    await engine.client.send(new PutCommand({ TableName: engine.name('cases'), Item: item }));
    await expect(cases.get(written.caseId)).rejects.toThrow(MalformedItem);
  });
});
