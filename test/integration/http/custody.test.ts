import * as z from 'zod';
import { replay } from '../../../core/case/fold.ts';
import { rowOf } from '../../../core/case/row.ts';
import { custodyEntrySchema } from '../../../core/evidence/custody-entry.ts';
import { type CaseId, nipSchema } from '../../../core/ids.ts';
import { caseExportSchema } from '../../../core/trail/export.ts';
import { sessionCookie } from '../../../web/http/console/session.ts';
import { pathTo, trailOf } from '../../support/builders/case.ts';
import { CASE } from '../../support/builders/drafts.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import { dynamoStores, type HttpWorld, noRates, people, startHttpApp } from '../../support/http-app.ts';
import { type Browser, browser, type Desk, prove, REPORT, startDesk } from '../task-pages.harness.ts';

describe('the history of a piece of evidence in the API', () => {
  let db: TestDynamoDb;
  let world: HttpWorld;
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

  const ask = async (path: string) => {
    const authorization = `Bearer ${await world.token({ role: 'auditor', nip: people.auditor })}`;
    return world.app.request(`https://tertib.test/v1/cases/${CASE}${path}`, { headers: { authorization } });
  };
  const answerOf = async <T>(schema: z.ZodType<T>, path: string): Promise<T> =>
    schema.parse(await (await ask(path)).json());
  const historySchema = z.looseObject({ custody: z.array(custodyEntrySchema) });
  const listSchema = z.array(z.looseObject({ artifactId: z.string(), held: z.unknown(), timestamp: z.unknown() }));

  it('tells where it came from, what happened, and that the hold of a closed case is lifted', async () => {
    const { custody, ...rest } = await answerOf(historySchema, '/evidence/capture-1/custody');
    expect(rest).toMatchObject({ artifactId: 'capture-1', held: false, timestamp: { state: 'OFF' } });
    expect(custody.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['CAPTURED', 'STORED', 'HELD', 'DISCLOSED', 'RELEASED']),
    );
  });

  it('names every download with its reason, from the next time on', async () => {
    await ask('/evidence/capture-1?reason=Diminta%20penyidik');
    const { custody } = await answerOf(historySchema, '/evidence/capture-1/custody');
    expect(custody).toContainEqual(
      expect.objectContaining({
        act: 'DOWNLOADED',
        reason: 'Diminta penyidik',
        actor: expect.objectContaining({ nip: people.auditor, role: 'auditor' }),
      }),
    );
  });

  it('is not there for what the case does not have', async () => {
    expect((await ask('/evidence/capture-77/custody')).status).toBe(404);
  });

  it('stands in the list as hold and time stamp, and in the export for every artefact', async () => {
    const list = await answerOf(listSchema, '/evidence');
    expect(list.map(({ held, timestamp }) => [typeof held, timestamp])).toEqual(
      list.map(({ artifactId }) => ['boolean', { state: artifactId === 'capture-1' ? 'OFF' : 'NOT_STAMPED' }]),
    );
    const file = await answerOf(caseExportSchema, '/export');
    expect(file.custody?.map(({ artifactId }) => artifactId)).toEqual(
      file.evidence.map(({ artifactId }) => artifactId),
    );
    expect(JSON.stringify(file.custody)).toContain('Diminta penyidik');
  });
});

describe('the history of a piece of evidence in the console', () => {
  let desk: Desk;
  let caseId: CaseId;
  let holder: Browser;

  const signedIn = async (role: 'triage' | 'auditor', nip: string): Promise<Browser> => {
    const { agencyId } = await desk.state(caseId);
    const principal = { subject: 'x@test', agencyId, role, nip: nipSchema.parse(nip) };
    const [pair = ''] = (await sessionCookie(desk.ports, desk.config, principal)).split('; ');
    const person = browser(desk.app);
    const at = pair.indexOf('=');
    person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
    return person;
  };

  beforeAll(async () => {
    desk = await startDesk();
    caseId = await desk.inTriage({ reporter: { name: 'Siti Pelapor', email: 'siti@warga.test' } });
    holder = await signedIn('triage', await desk.holder(caseId));
  });
  afterAll(() => desk.close());

  const history = () => `/konsol/perkara/${caseId}/bukti/report/riwayat`;

  it('is reached from the page of the case, in both languages', async () => {
    expect((await holder.get(`/konsol/perkara/${caseId}`)).body).toContain(history());
    expect((await holder.get(history())).body).toContain('Riwayat bukti');
    expect((await holder.get(`${history()}?lang=en`)).body).toContain('History of evidence');
    expect((await holder.get(`${history()}?lang=id`)).body).toContain('Riwayat bukti');
  });

  it('names no reporter: neither who they are nor how to reach them', async () => {
    const { body, status } = await holder.get(history());
    expect(status).toBe(200);
    expect(body).toContain('Pelapor');
    expect(body).not.toMatch(/Siti|siti@warga|P-[0-9A-Z]{20}/);
    expect(body).not.toContain(REPORT.incident.description.slice(0, 30));
  });

  it('shows who looked, also behind the mailed link, and each look at itself is on record', async () => {
    const person = browser(desk.app);
    const link = await desk.linkOf(caseId);
    await prove(desk, person, link);
    expect((await person.get(`${link}/bukti/report`)).status).toBe(200);
    const { body } = await holder.get(history());
    expect(body).toContain('Dibuka');
    expect(body).toContain(await desk.holder(caseId));
    const reads = (await desk.ports.accessLog.list(caseId)).filter(({ action }) => action === 'custody-read');
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.every(({ detail }) => detail === 'report')).toBe(true);
  });

  it('is not there for nobody, and not for an artefact of another name', async () => {
    expect((await browser(desk.app).get(history())).status).not.toBe(200);
    expect((await holder.get(`/konsol/perkara/${caseId}/bukti/capture-9-9/riwayat`)).status).toBe(404);
  });

  it('says that evidence is held while the case is open, and what is not stamped and why', async () => {
    const { body } = await holder.get(history());
    expect(body).toContain('Tidak dapat dihapus siapa pun');
    expect(body).toContain('Dibuat atau diketik di sistem ini');
  });
});
