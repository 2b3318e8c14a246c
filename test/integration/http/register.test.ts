import { unzipSync } from 'fflate';
import type { EventDraft } from '../../../core/case/events.ts';
import { replay } from '../../../core/case/fold.ts';
import { rowOf } from '../../../core/case/row.ts';
import { type CaseId, caseIdSchema } from '../../../core/ids.ts';
import { bundleManifestSchema } from '../../../core/register/bundle.ts';
import { registerRecordSchema } from '../../../core/register/register-record.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { caseExportSchema } from '../../../core/trail/export.ts';
import { verifyExport } from '../../../core/trail/verify-export.ts';
import { pathTo, trailOf } from '../../support/builders/case.ts';
import {
  appealDecided,
  appealFiled,
  caseClosed,
  decisionServed,
  decisionSigned,
  evidenceStored,
  letterIssued,
  sanctionEffective,
  statementRecorded,
  taskOpened,
} from '../../support/builders/drafts.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import { dynamoStores, type HttpWorld, noRates, people, startHttpApp } from '../../support/http-app.ts';

let db: TestDynamoDb;
let world: HttpWorld;
const caseOf = (name: string): CaseId => caseIdSchema.parse(`CONTOH-2026-${name.padStart(8, '0')}`);
const decisionRecord = (name: string) =>
  evidenceStored(name, { kind: 'DECISION_RECORD', mediaType: 'application/pdf', method: 'GENERATED' });

/** What the reporter gave, in every form: none of it may leave. */
const secrets = ['report', 'message-1', 'attachment-1'];
const fromReporter = [
  evidenceStored('message-1', { kind: 'MESSAGE', mediaType: 'text/plain' }),
  evidenceStored('attachment-1', { kind: 'ATTACHMENT', mediaType: 'image/jpeg', method: 'UPLOAD' }),
];
const [first, second, ...later] = pathTo.SERVICE;
const service: readonly EventDraft[] = [first, second, ...fromReporter, ...later].filter(
  (draft) => draft !== undefined,
);
const heard = service.flatMap((draft): EventDraft[] =>
  draft.type === 'ExaminationHeld' ? [statementRecorded(), draft] : [draft],
);
const issued = [...heard, decisionRecord('decision'), decisionSigned, letterIssued('kirim', 'DELIVERY_SUMMONS')];
const served = [...issued, decisionServed(), letterIssued('terima', 'DELIVERY_RECEIPT')];
const appealed = [...served, taskOpened('remedy'), appealFiled(), taskOpened('appeal')];

const names = ['undecided', 'unissued', 'issued', 'effective', 'appealed', 'annulled'] as const;
type Name = (typeof names)[number];
const cases: Readonly<Record<Name, readonly EventDraft[]>> = {
  undecided: pathTo.DECISION,
  unissued: service,
  issued,
  effective: [...served, sanctionEffective()],
  appealed,
  annulled: [...appealed, appealDecided('ANNULLED'), caseClosed('ANNULLED')],
};
const idOf = (name: Name): CaseId => caseOf(String(names.indexOf(name) + 1));

/** The builders' hashes are those of the names of things: so the names are the bytes. */
const storeBytes = async (): Promise<void> => {
  const found = JSON.stringify(cases).matchAll(/"artifactId":"([\w-]+)"/g);
  const texts = new Set([...secrets, 'copy-1', ...[...found].map(([, name = '']) => name)]);
  for (const text of texts) {
    await world.ports.evidence.put({ bytes: new TextEncoder().encode(text), mediaType: 'text/plain' });
  }
};

beforeAll(async () => {
  db = await startTestDynamoDb();
  world = await startHttpApp({ stores: dynamoStores(db), config: { limits: noRates } });
  await storeBytes();
  for (const name of names) {
    const events = trailOf(cases[name], { caseId: idOf(name) });
    for (const event of events) await world.ports.trail.append(event);
    const state = replay(events);
    if (state !== undefined) await world.ports.cases.project(rowOf(state));
  }
});
afterAll(async () => {
  await world.close();
  await db.close();
});

const get = async (name: Name, what: string, headers: Record<string, string> = {}) => {
  const token = await world.token({ role: 'auditor', nip: people.auditor });
  return world.app.request(`/v1/cases/${idOf(name)}/${what}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
};

const opened = async (name: Name, what: string) => {
  const answer = await get(name, what);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (path: string): string => new TextDecoder().decode(files[path]);
  const manifest = bundleManifestSchema.parse(JSON.parse(text('manifest.json')));
  return { files, text, manifest };
};
const foldersOf = (files: Record<string, unknown>) => new Set(Object.keys(files).map((path) => path.split('/')[0]));

describe('the file for the national register', () => {
  it.each(['undecided', 'unissued'] as const)('is not there for a case that is %s, and says why', async (name) => {
    const answer = await get(name, 'register', { 'accept-language': 'en' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({
      code: 'NO_SANCTION_YET',
      detail: expect.stringMatching(/only once a sanction was decided.*PP 94\/2021 Pasal 39/),
    });
    const inIndonesian = await (await get(name, 'register')).json();
    expect(inIndonesian).toMatchObject({ detail: expect.stringContaining('setelah hukuman diputus') });
  });

  it('holds the record, the documents and a manifest with the hash of each', async () => {
    const { files, text, manifest } = await opened('effective', 'register');
    for (const { path, sha256, size } of manifest.files) {
      expect([path, sha256Hex(files[path] ?? new Uint8Array()), files[path]?.length]).toEqual([path, sha256, size]);
    }
    expect(text('manifest.sha256')).toBe(`${sha256Hex(files['manifest.json'] ?? '')}  manifest.json\n`);
    expect(new Set(manifest.files.map(({ what }) => what))).toEqual(
      new Set(['RECORD', 'DECISION', 'EXAMINATION_REPORT', 'SUMMONS', 'DELIVERY_SUMMONS', 'RECEIPT']),
    );
    expect(manifest.missing).toEqual([]);
    expect(registerRecordSchema.parse(JSON.parse(text('siasn.json')))).toMatchObject({
      skNomor: 'HD/1/2026',
      jenisTingkatHukumanId: 'R',
      hukumanTanggal: '08-01-2027',
      skPembatalanNomor: null,
      keterangan: expect.stringContaining('Pasal 3 huruf f'),
    });
  });

  it('says what is missing while the decision was not received, and holds no date of effect', async () => {
    const { text, manifest } = await opened('issued', 'register');
    expect(manifest.missing).toEqual([['RECEIPT']]);
    expect(registerRecordSchema.parse(JSON.parse(text('siasn.json'))).hukumanTanggal).toBeNull();
  });

  it('tells of the annulment where there was one', async () => {
    const { text } = await opened('annulled', 'register');
    expect(registerRecordSchema.parse(JSON.parse(text('siasn.json')))).toMatchObject({
      skPembatalanNomor: 'KB/7/2027',
      skPembatalanTanggal: '15-01-2027',
    });
  });
});

describe('the package for whoever decides an objection or appeal', () => {
  it.each(['undecided', 'effective', 'annulled'] as const)('is not there for a case that is %s', async (name) => {
    const answer = await get(name, 'appeal-package');
    expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'NO_REMEDY_FILED' })]);
  });

  it('holds the clean copies that the respondent saw, their words, the appeal and the trail', async () => {
    const { files, text, manifest } = await opened('appealed', 'appeal-package');
    expect([manifest.purpose, manifest.missing]).toEqual(['OBJECTION', []]);
    expect([...foldersOf(files)]).toEqual(
      expect.arrayContaining(['09-bukti', '10-tanggapan-terlapor', '11-upaya-administratif', '14-jejak-perkara']),
    );
    expect(text('09-bukti/01-capture-1.txt')).toBe('copy-1');
    const trail = manifest.files.find(({ what }) => what === 'TRAIL');
    const exported = caseExportSchema.parse(JSON.parse(text(trail?.path ?? '')));
    expect(verifyExport(exported)).toMatchObject({ verdict: 'valid' });
  });
});

describe('what leaves', () => {
  it.each([
    ['effective', 'register'],
    ['annulled', 'register'],
    ['appealed', 'register'],
    ['appealed', 'appeal-package'],
  ] as const)('of a case that is %s, as %s, is nothing of the reporter', async (name, what) => {
    const { files } = await opened(name, what);
    const texts = Object.values(files).map((bytes) => new TextDecoder().decode(bytes));
    for (const secret of secrets) expect(texts).not.toContain(secret);
    if (what === 'register') expect(texts.join('\n')).not.toMatch(/personRef|receiptHash|reporterCommitment/);
  });

  it('is on record each time, by name of the file', async () => {
    const actions = async () => (await world.ports.accessLog.list(idOf('appealed'))).map(({ action }) => action);
    const before = await actions();
    await get('appealed', 'register');
    await get('appealed', 'appeal-package');
    const added = (await actions()).slice().sort();
    expect(added).toEqual([...before, 'register-exported', 'appeal-exported'].sort());
  });
});
