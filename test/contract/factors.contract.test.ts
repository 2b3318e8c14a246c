import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoFactorStore } from '../../adapters/dynamo/dynamo-factor-store.ts';
import { DynamoStepUpStore } from '../../adapters/dynamo/dynamo-step-up-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, VersionConflict } from '../../core/errors.ts';
import { agencyIdSchema, nipSchema } from '../../core/ids.ts';
import type { Factors, StepUpVisits } from '../../core/ports.ts';
import type { PersonFactors, StepUpVisit } from '../../core/step-up/factors.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { instant } from '../support/rows.ts';
import { nips } from '../support/sample-staff.ts';

const AT = instant('2026-11-23T02:15:00.000Z');
const uji = agencyIdSchema.parse('uji');
const lain = agencyIdSchema.parse('lain');
const ppk = nipSchema.parse(nips.ppk);

const person = (change: Partial<PersonFactors> = {}): PersonFactors => ({
  agencyId: uji,
  nip: ppk,
  factors: [
    {
      kind: 'TOTP',
      factorId: '0000000000000001',
      sealedSecret: 'sealed',
      lastStep: 58_000_000,
      spentBy: sha256Hex('visit'),
      addedAt: AT,
    },
    {
      kind: 'PASSKEY',
      factorId: '0000000000000002',
      credentialId: 'abc_-9',
      publicKey: 'pQECAyYg',
      counter: 7,
      transports: ['internal'],
      addedAt: AT,
      usedAt: AT,
    },
  ],
  recoveries: [{ recoveryId: '0000000000000003', state: 'ASKED', askedAt: AT, askedBy: ppk, reason: 'Ponsel hilang.' }],
  untold: [{ noticeId: 'x', name: 'factorAdded', to: [ppk], at: AT }],
  version: 0,
  ...change,
});

describe('the factors of people', () => {
  let engine: TestDynamoDb;
  let factors: Factors;
  beforeEach(async () => {
    engine = await startTestDynamoDb();
    factors = new DynamoFactorStore({ ...engine.store('factors'), ids: randomIds });
  });
  afterEach(() => engine.close());

  it('are nobody else’s, in no other agency', async () => {
    expect(await factors.get(uji, ppk)).toBeUndefined();
    const written = await factors.put(person());
    expect(written).toEqual({ ...person(), version: 1 });
    expect(await factors.get(uji, ppk)).toEqual(written);
    expect(await factors.get(lain, ppk)).toBeUndefined();
    expect(await factors.get(uji, nipSchema.parse(nips.head))).toBeUndefined();
    expect(await factors.list(uji)).toEqual([written]);
    expect(await factors.list(lain)).toEqual([]);
  });

  it('change once for each version, of 32 at once', async () => {
    const written = await factors.put(person());
    await expect(factors.put(person())).rejects.toThrow(VersionConflict);
    const all = Array.from({ length: 32 }, () => factors.put({ ...written, factors: [] }));
    expect((await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await factors.get(uji, ppk)).toMatchObject({ factors: [], version: 2 });
  });

  it('are written once when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoFactorStore({ ...lossy.store('factors'), ids: randomIds });
    expect((await unreliable.put(person())).version).toBe(1);
  });

  it('are not read where they were altered', async () => {
    const item = { ...person({ version: 1 }), factors: [{ kind: 'PIN' }], schemaVersion: 1, writer: '0'.repeat(16) };
    await engine.client.send(new PutCommand({ TableName: engine.name('factors'), Item: item }));
    await expect(factors.get(uji, ppk)).rejects.toThrow(MalformedItem);
  });
});

describe('browsers on their way through step-up', () => {
  let engine: TestDynamoDb;
  let visits: StepUpVisits;
  beforeAll(async () => {
    engine = await startTestDynamoDb();
    visits = new DynamoStepUpStore({ ...engine.store('stepUps'), ids: randomIds });
  });
  afterAll(() => engine.close());

  const visit = (name: string, change: Partial<StepUpVisit> = {}): StepUpVisit => ({
    key: sha256Hex(name),
    tries: 0,
    triedFrom: AT,
    challenge: { value: 'abc', purpose: 'PROVE', until: AT },
    expiresAt: AT,
    version: 0,
    ...change,
  });

  it('are known by their key, with challenge and proof', async () => {
    expect(await visits.get(sha256Hex('one'))).toBeUndefined();
    const written = await visits.put(visit('one'));
    expect(written).toEqual({ ...visit('one'), version: 1 });
    const proof = { means: 'TOTP', factorId: '0000000000000001', at: AT } as const;
    const { challenge: _gone, ...rest } = written;
    const proven = await visits.put({ ...rest, tries: 1, proof });
    expect(await visits.get(proven.key)).toEqual({ ...rest, tries: 1, proof, version: 2 });
  });

  it('count one of 32 tries made at once, and refuse the others', async () => {
    const written = await visits.put(visit('many'));
    const all = Array.from({ length: 32 }, () => visits.put({ ...written, tries: 1 }));
    expect((await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await visits.get(written.key))?.tries).toBe(1);
  });

  it('are written once when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoStepUpStore({ ...lossy.store('stepUps'), ids: randomIds });
    expect((await unreliable.put(visit('lost'))).version).toBe(1);
  });

  it('are not read where they were altered', async () => {
    const item = { ...visit('bad', { version: 1, tries: -1 }), ttl: 1, schemaVersion: 1, writer: '0'.repeat(16) };
    await engine.client.send(new PutCommand({ TableName: engine.name('stepUps'), Item: item }));
    await expect(visits.get(item.key)).rejects.toThrow(MalformedItem);
  });
});
