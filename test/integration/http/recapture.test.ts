import { replay } from '../../../core/case/fold.ts';
import { rowOf } from '../../../core/case/row.ts';
import type { CaseStatus } from '../../../core/case/transitions.ts';
import { pathTo, trailOf } from '../../support/builders/case.ts';
import { CASE } from '../../support/builders/drafts.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../../support/dynamodb.ts';
import {
  dynamoStores,
  type HttpWorld,
  noRates,
  OTHER_AGENCY,
  people,
  startHttpApp,
  type TokenClaims,
} from '../../support/http-app.ts';

let db: TestDynamoDb;
let world: HttpWorld;
const woken: string[] = [];

const begin = async (status: CaseStatus): Promise<void> => {
  db = await startTestDynamoDb();
  const captureWork = { wake: async ({ artifactId }: { artifactId: string }) => void woken.push(artifactId) };
  world = await startHttpApp({ stores: dynamoStores(db), config: { limits: noRates }, ports: { captureWork } });
  const events = trailOf(pathTo[status]);
  for (const event of events) await world.ports.trail.append(event);
  const state = replay(events);
  if (state !== undefined) await world.ports.cases.project(rowOf(state));
};
afterEach(async () => {
  woken.length = 0;
  await world.close();
  await db.close();
});

const ask = async (claims: TokenClaims, artifactId = 'capture-1') => {
  const answer = await world.app.request(`/v1/cases/${CASE}/evidence/${artifactId}/recapture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await world.token(claims)}`, 'accept-language': 'id' },
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
};

const triage: TokenClaims = { role: 'triage', nip: people.triage };
const AGAIN = 'capture-1-1-again-1';

describe('POST .../recapture', () => {
  it('is on record with who asked before it is answered, and is taken afterwards', async () => {
    await begin('REVIEW');
    expect(await ask(triage)).toEqual({ status: 202, body: { artifactId: AGAIN } });
    expect((await world.ports.trail.read(CASE)).at(-1)).toMatchObject({
      type: 'EvidenceRequested',
      actor: { kind: 'official', nip: people.triage, role: 'triage' },
      data: { captures: [{ artifactId: AGAIN }] },
    });
    expect(woken).toEqual([AGAIN]);
  });

  it('gives the same answer while it is under way, and adds nothing', async () => {
    await begin('REVIEW');
    const answers = [await ask(triage), await ask(triage)];
    expect(answers).toEqual([
      { status: 202, body: { artifactId: AGAIN } },
      { status: 202, body: { artifactId: AGAIN } },
    ]);
    const requests = (await world.ports.trail.read(CASE)).filter(({ type }) => type === 'EvidenceRequested');
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['whoever holds the task of review', { role: 'superior', nip: people.superior }, 202],
    ['a superior who holds it not', { role: 'superior', nip: people.auditor }, 404],
    ['an examiner who holds it not', { role: 'examiner', nip: people.auditor }, 404],
    ['the authority', { role: 'ppk', nip: people.ppk }, 404],
    ['an auditor', { role: 'auditor', nip: people.auditor }, 404],
    ['an administrator', { role: 'admin' }, 404],
    ['the accused, even in the personnel unit', { role: 'triage', nip: people.accused }, 404],
    ['the personnel unit of another agency', { role: 'triage', agency: OTHER_AGENCY }, 404],
    ['an expired token', { role: 'triage', expiresIn: -60 }, 401],
  ] satisfies [string, TokenClaims, number][])('is for %s: %j -> %i', async (_who, claims, status) => {
    await begin('REVIEW');
    expect((await ask(claims)).status).toBe(status);
    expect(woken).toHaveLength(status === 202 ? 1 : 0);
  });

  it.each(['DECISION', 'SERVICE', 'CLOSED', 'REJECTED'] as const)('is not there any more in %s', async (status) => {
    await begin(status);
    expect((await ask(triage)).status).toBe(404);
  });

  it('knows nothing to capture again in what is no capture', async () => {
    await begin('REVIEW');
    expect(await ask(triage, 'report')).toMatchObject({ status: 404, body: { code: 'NO_SUCH_CAPTURE' } });
  });

  it('says in words when an agency asked too often in an hour', async () => {
    await begin('REVIEW');
    const { agencyId } = (await world.ports.cases.get(CASE))?.row ?? { agencyId: '' };
    const limit = { max: 60, windowSeconds: 3600 };
    for (let time = 0; time < 60; time += 1) await world.ports.throttle.hit(`recapture:${agencyId}`, limit);
    expect(await ask(triage)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_RECAPTURES' } });
    expect(woken).toEqual([]);
  });
});
