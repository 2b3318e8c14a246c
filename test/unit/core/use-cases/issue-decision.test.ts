import { issueDecisionStep } from '../../../../core/use-cases/issue-decision.ts';
import { faultyPorts } from '../../../support/faulty-ports.ts';
import { nips } from '../../../support/sample-staff.ts';
import { decided } from './worlds.ts';

describe('the decision record', () => {
  test('that is signed is the one on record, though the directory changed between a crash and the retry', async () => {
    const walk = await decided();
    const dying = faultyPorts(walk.ports);
    const counting = faultyPorts(walk.copy().ports);
    await issueDecisionStep(counting.ports, await walk.place());
    dying.dieAt(counting.calls.indexOf('trail.append') + 1, 'after');
    await expect(issueDecisionStep(dying.ports, await walk.place())).rejects.toMatchObject({ name: 'OutsideFailure' });

    const respondent = walk.store.staff.get(nips.employee);
    if (respondent !== undefined) walk.store.staff.set(nips.employee, { ...respondent, position: 'Analis Kebijakan' });
    await issueDecisionStep(walk.ports, await walk.place());

    const { evidence, signed } = await walk.state();
    const onRecord = evidence.filter(({ kind }) => kind === 'DECISION_RECORD').map(({ sha256 }) => sha256);
    expect(onRecord).toHaveLength(2);
    expect(signed?.documents.map(({ sha256 }) => sha256)).toEqual(onRecord);
  });

  test('has one number per case and round, and is signed once', async () => {
    const walk = await decided();
    for (let run = 0; run < 3; run += 1) await issueDecisionStep(walk.ports, await walk.place());
    const signed = (await walk.ports.trail.read(walk.caseId)).filter(({ type }) => type === 'DecisionSigned');
    expect(signed).toMatchObject([{ data: { decisionNumber: `HD-S1/${walk.caseId}/1.1/III/2026` } }]);
  });
});
