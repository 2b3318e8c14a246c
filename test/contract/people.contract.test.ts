import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoPeopleStore } from '../../adapters/dynamo/dynamo-people-store.ts';
import { LocalSealer } from '../../adapters/local-sealer.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, SealBroken, VersionConflict } from '../../core/errors.ts';
import { newPersonRef } from '../../core/ids.ts';
import type { People } from '../../core/ports.ts';
import { personSchema } from '../../core/report.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';

const budi = personSchema.parse({
  reporter: { name: 'Budi Santoso', email: 'budi@surat.test', phone: '+62 812 0000 0000' },
  salt: 's'.repeat(32),
});

describe('the people', () => {
  let engine: TestDynamoDb;
  let people: People;
  let folder: string;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    folder = await mkdtemp(join(tmpdir(), 'tertib-people-'));
    const sealer = await LocalSealer.open(join(folder, 'seal.json'), randomIds);
    people = new DynamoPeopleStore({ ...engine.store('people'), sealer });
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const stored = async (personRef: string) =>
    (await engine.client.send(new GetCommand({ TableName: engine.name('people'), Key: { personRef } }))).Item;

  it('reveals the person that was put', async () => {
    const personRef = newPersonRef(randomIds);
    await people.put(personRef, budi, 'tag');
    expect(await people.reveal(personRef)).toEqual(budi);
    expect(await people.matchTag(personRef)).toBe('tag');
  });

  it('stores nothing readable of the person', async () => {
    const personRef = newPersonRef(randomIds);
    await people.put(personRef, budi, undefined);
    const text = JSON.stringify(await stored(personRef));
    expect(text).toContain('sealed');
    for (const secret of ['Budi', 'surat.test', '812', budi.salt]) expect(text).not.toContain(secret);
  });

  it('takes the same person again and refuses another under the same reference', async () => {
    const personRef = newPersonRef(randomIds);
    await people.put(personRef, budi, undefined);
    await people.put(personRef, budi, undefined);
    const other = { ...budi, salt: 't'.repeat(32) };
    await expect(people.put(personRef, other, undefined)).rejects.toThrow(VersionConflict);
    expect(await people.reveal(personRef)).toEqual(budi);
  });

  it('puts once when the answer is lost', async () => {
    const personRef = newPersonRef(randomIds);
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const sealer = await LocalSealer.open(join(folder, 'seal.json'), randomIds);
    await new DynamoPeopleStore({ ...lossy.store('people'), sealer }).put(personRef, budi, undefined);
    expect(await people.reveal(personRef)).toEqual(budi);
  });

  it('knows nothing of a person who was erased, or never was', async () => {
    const personRef = newPersonRef(randomIds);
    await people.put(personRef, budi, 'tag');
    await people.erase(personRef);
    await people.erase(personRef);
    expect(await people.reveal(personRef)).toBeUndefined();
    expect(await people.matchTag(personRef)).toBeUndefined();
    expect(await stored(personRef)).toBeUndefined();
  });

  it('does not open a record that was moved to another reference', async () => {
    const [from, to] = [newPersonRef(randomIds), newPersonRef(randomIds)];
    await people.put(from, budi, undefined);
    const item = { ...(await stored(from)), personRef: to };
    await engine.client.send(new PutCommand({ TableName: engine.name('people'), Item: item }));
    await expect(people.reveal(to)).rejects.toThrow(SealBroken);
  });

  it('refuses to read a sealed text that is no person, and does not quote it', async () => {
    const personRef = newPersonRef(randomIds);
    const sealer = await LocalSealer.open(join(folder, 'seal.json'), randomIds);
    const sealed = await sealer.seal('{"reporter":"Budi', `person:${personRef}`);
    const item = { personRef, sealed, digest: sha256Hex('anything'), schemaVersion: 1 };
    await engine.client.send(new PutCommand({ TableName: engine.name('people'), Item: item }));
    const error = await people.reveal(personRef).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(MalformedItem);
    expect(String(error)).not.toContain('Budi');
    expect(error).not.toHaveProperty('cause');
  });

  it('refuses to read a record of an unknown shape', async () => {
    const personRef = newPersonRef(randomIds);
    await people.put(personRef, budi, undefined);
    await engine.client.send(
      new UpdateCommand({
        TableName: engine.name('people'),
        Key: { personRef },
        UpdateExpression: 'SET plain = :plain',
        ExpressionAttributeValues: { ':plain': 'Budi' },
      }),
    );
    await expect(people.reveal(personRef)).rejects.toThrow(MalformedItem);
  });
});
