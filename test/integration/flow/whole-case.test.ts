import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { nips } from '../../support/sample-staff.ts';

describe('a case from intake to notification', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const types = async (caseId: Parameters<CaseWorld['events']>[0]) =>
    (await world.events(caseId)).map(({ type }) => type);

  test('a proven case runs through triage, review and decision to its notifications', async () => {
    const { caseId } = await world.file();
    expect((await world.state(caseId)).status).toBe('TRIAGE');
    expect(await world.act(caseId, steps.triage)).toEqual({ kind: 'done', outcome: 'PROCEED' });
    expect((await world.state(caseId)).openTask?.assignee).toEqual({ kind: 'official', nip: nips.section });
    expect(await world.act(caseId, steps.review)).toEqual({ kind: 'done', outcome: 'PROCEED' });
    expect(await world.act(caseId, steps.decision)).toEqual({ kind: 'done', outcome: 'SANCTION' });
    const state = await world.state(caseId);
    expect(state.status).toBe('CLOSED');
    expect(state.closed?.reason).toBe('SANCTIONED');
    expect(state.notifications.map(({ recipient }) => recipient)).toEqual([
      'RESPONDENT',
      'REPORTER',
      'SUPERIOR',
      'PERSONNEL_UNIT',
    ]);
    expect(await types(caseId)).toEqual([
      'ReportReceived',
      'EvidenceRequested',
      'PrinciplesSuggested',
      'TaskOpened',
      'TriageDecided',
      'TaskOpened',
      'ReviewDecided',
      'TaskOpened',
      'SanctionDecided',
      'EvidenceStored',
      'EvidenceStored',
      'DecisionSigned',
      'NotificationSent',
      'IdentityRevealed',
      'NotificationSent',
      'NotificationSent',
      'NotificationSent',
      'CaseClosed',
    ]);
  });
});
