import { type CaseWorld, sampleReport, startWorld, steps } from '../../support/case-world.ts';
import { quickLetters } from '../../support/with-ports.ts';

describe('an act older than every loaded rule', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await startWorld();
    Object.assign(world.runtime.ports, quickLetters);
  });
  afterAll(() => world.close());

  const atDecision = async () => {
    const { incident } = sampleReport();
    const { caseId } = await world.file({ incident: { ...incident, occurredAt: '2017-05-01' } });
    for (const fields of [steps.triage, steps.review, steps.examination]) await world.act(caseId, fields);
    return caseId;
  };

  it('is not sanctioned by a later rule', async () => {
    const caseId = await atDecision();
    expect(await world.act(caseId, steps.decision)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'RULE_NOT_IN_FORCE' },
      path: 'sanctionCode',
    });
    expect((await world.state(caseId)).status).toBe('DECISION');
  });

  it('can be dismissed, with its record', async () => {
    const caseId = await atDecision();
    expect(await world.act(caseId, { outcome: 'DISMISS' })).toEqual({ kind: 'done', outcome: 'DISMISS' });
    expect((await world.state(caseId)).closed?.reason).toBe('DISMISSED');
  });
});
