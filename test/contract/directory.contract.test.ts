import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDirectoryStore } from '../../adapters/dynamo/dynamo-directory-store.ts';
import { type Agency, agencySchema, type Staff, staffSchema } from '../../core/directory/staff.ts';
import { MalformedItem, VersionConflict } from '../../core/errors.ts';
import { agencyIdSchema } from '../../core/ids.ts';
import type { Directory } from '../../core/ports.ts';
import { agencySettingsSchema } from '../../core/rules/agency-settings.ts';
import { sampleAgency } from '../../local/sample/sample-agency.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { eventually } from '../support/eventually.ts';
import { memoryDirectory } from '../support/memory/ports.ts';
import { emptyStore } from '../support/memory/store.ts';
import { contoh, nipA, nipB, otherAgency } from '../support/rows.ts';

const agency = (change: Partial<Agency> = {}): Agency =>
  agencySchema.parse({
    agencyId: 'contoh',
    name: 'Instansi Contoh',
    kind: 'CENTRAL',
    zone: 'WIB',
    personnelUnitMail: 'kepegawaian@contoh.test',
    ...change,
  });

const employee = (change: Partial<Staff> = {}): Staff =>
  staffSchema.parse({
    agencyId: 'contoh',
    nip: nipA,
    name: 'Siti',
    employment: 'PNS',
    positionClass: 'PELAKSANA',
    position: 'Analis',
    unit: 'Bagian Umum',
    superiorNip: nipB,
    mail: 'siti@contoh.test',
    roles: ['triage'],
    accounts: [{ platform: 'x', handle: '@siti' }],
    active: true,
    ...change,
  });

describe('the directory', () => {
  let engine: TestDynamoDb;
  let directory: Directory;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    directory = new DynamoDirectoryStore(engine.store('directory'));
  });
  afterAll(() => engine.close());

  it('is empty at first', async () => {
    expect(await directory.agencies()).toEqual([]);
    expect(await directory.agency(contoh)).toBeUndefined();
    expect(await directory.staff(contoh, nipA)).toBeUndefined();
    expect(await directory.listStaff(contoh)).toEqual([]);
  });

  it('gives back agencies, all of them and one by one', async () => {
    const other = agency({ agencyId: otherAgency, name: 'Kabupaten Lain', kind: 'REGENCY', region: 'Bali' });
    await directory.putAgency(agency());
    await directory.putAgency(other);
    expect(await directory.agency(otherAgency)).toEqual(other);
    await eventually(async () => expect(await directory.agencies()).toEqual([agency(), other]));
  });

  it('keeps staff apart by agency and apart from the agency itself', async () => {
    const superior = employee({ nip: nipB, superiorNip: undefined, mail: undefined, roles: [], accounts: [] });
    await directory.putStaff(employee());
    await directory.putStaff(superior);
    await directory.putStaff(employee({ agencyId: otherAgency, name: 'Orang lain' }));
    expect(await directory.staff(contoh, nipA)).toEqual(employee());
    expect(await directory.listStaff(contoh)).toEqual([employee(), superior]);
    expect((await directory.staff(otherAgency, nipA))?.name).toBe('Orang lain');
  });

  it('lets a later import replace a record whole', async () => {
    await directory.putStaff(employee());
    const moved = employee({ unit: 'Bagian Hukum', mail: undefined, active: false });
    await directory.putStaff(moved);
    expect(await directory.staff(contoh, nipA)).toEqual(moved);
  });

  it('reads more staff than one page of 1 MB holds', async () => {
    const agencyId = agencyIdSchema.parse('besar');
    const nips = Array.from({ length: 12 }, (_, place) => `1985010120100110${String(place + 10)}`);
    const accounts = Array.from({ length: 900 }, () => ({ platform: 'x'.repeat(40), handle: 'y'.repeat(100) }));
    for (const nip of nips) await directory.putStaff(staffSchema.parse({ ...employee(), agencyId, nip, accounts }));
    expect((await directory.listStaff(agencyId)).map(({ nip }) => nip)).toEqual(nips);
  });

  it('does not overwrite a record of a newer shape', async () => {
    const agencyId = agencyIdSchema.parse('masadepan');
    const item = { agencyId, nip: nipA, schemaVersion: 2, anything: true };
    await engine.client.send(new PutCommand({ TableName: engine.name('directory'), Item: item }));
    await expect(directory.putStaff(employee({ agencyId }))).rejects.toThrow(VersionConflict);
    await expect(directory.staff(agencyId, nipA)).rejects.toThrow(MalformedItem);
  });
});

describe.each([
  [
    'DynamoDB',
    async () => {
      const engine = await startTestDynamoDb();
      return { directory: new DynamoDirectoryStore(engine.store('directory')), close: () => engine.close() };
    },
  ],
  ['memory', async () => ({ directory: memoryDirectory(emptyStore()), close: async () => {} })],
] as const)('the settings of an agency in %s', (_engine, open) => {
  let opened: { readonly directory: Directory; readonly close: () => Promise<void> };
  const agencyId = agencyIdSchema.parse('pengaturan');

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('are given back whole, and stand apart from its staff and from other agencies', async () => {
    const { directory } = opened;
    const { settings: sample } = await sampleAgency();
    const settings = { ...sample, agencyId, refusalToSignIsReceipt: false };
    expect(await directory.settings(agencyId)).toBeUndefined();
    await directory.putSettings(settings);
    await directory.putStaff(employee({ agencyId }));
    expect(await directory.settings(agencyId)).toEqual(settings);
    expect(await directory.settings(otherAgency)).toBeUndefined();
    expect(await directory.listStaff(agencyId)).toEqual([employee({ agencyId })]);
    expect(await directory.agency(agencyId)).toBeUndefined();
  });

  it('are replaced whole by the next ones', async () => {
    const { directory } = opened;
    await directory.putSettings(agencySettingsSchema.parse({ agencyId, ethicsPanelRequired: true }));
    await directory.putSettings(agencySettingsSchema.parse({ agencyId }));
    expect(await directory.settings(agencyId)).toEqual({ agencyId, sixDayUnits: [], daysOff: [] });
  });
});
