import type { CaseId } from '../../../core/ids.ts';
import { type CaseWorld, heavily, lightly, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { nips } from '../../support/sample-staff.ts';

/** The whole system with its real letters. */
let world: CaseWorld;
beforeAll(async () => {
  world = await startWorld({ realNow: marchClock() });
});
afterAll(() => world.close());

const typesOf = async (caseId: CaseId): Promise<string[]> => (await world.events(caseId)).map(({ type }) => type);
const done = async (caseId: CaseId, ...acts: readonly Record<string, unknown>[]): Promise<void> => {
  for (const fields of acts) expect(await world.act(caseId, fields)).toEqual({ kind: 'done', outcome: fields.outcome });
};
/** Evidence that the case has on record and does not hold. */
const unheldOf = async (caseId: CaseId): Promise<string[]> => {
  const { report, evidence } = await world.state(caseId);
  const hashes = [report.report.sha256, ...evidence.map(({ sha256 }) => sha256)];
  const held = await Promise.all(hashes.map((sha256) => world.runtime.ports.evidence.isHeld(sha256)));
  const rows = await world.runtime.ports.holds.heldBy(caseId);
  return hashes.filter((sha256, place) => !held[place] || !rows.includes(sha256));
};

/** Lets the time of the respondent's page pass. */
const silence = async (caseId: CaseId): Promise<void> => {
  const { respondentTask } = await world.state(caseId);
  await world.runtime.moveClock({ set: respondentTask?.dueAt ?? '' });
};

describe('a case from intake to its end', () => {
  test('of a light sanction: heard, decided, served, unappealed, effective, closed', async () => {
    const { caseId } = await world.file();
    await done(caseId, lightly.triage);
    expect((await world.state(caseId)).openTask?.assignee).toEqual({ kind: 'official', nip: nips.section });
    await done(caseId, lightly.review, lightly.examination, lightly.decision, lightly.service);
    expect(await unheldOf(caseId)).toEqual([]);
    await silence(caseId);
    const state = await world.state(caseId);
    // Whatever the case was about to keep is free again, but for what the retention of the vault keeps.
    expect(await world.runtime.ports.holds.heldBy(caseId)).toEqual([]);
    expect(await world.runtime.ports.evidence.isHeld(state.report.report.sha256)).toBe(false);
    expect([state.status, state.closed?.reason]).toEqual(['CLOSED', 'SANCTIONED']);
    expect(state.notifications.map(({ recipient }) => recipient)).toEqual([
      'RESPONDENT',
      'REPORTER',
      'SUPERIOR',
      'PERSONNEL_UNIT',
    ]);
    expect(await typesOf(caseId)).toEqual([
      'ReportReceived',
      'EvidenceRequested',
      'PrinciplesSuggested',
      'TaskOpened',
      'TriageDecided',
      'TaskOpened',
      'ReviewDecided',
      'DisclosureFrozen',
      'SummonsIssued',
      'LetterIssued',
      'TaskOpened',
      'TaskOpened',
      'ExaminationHeld',
      'LetterIssued',
      'LetterIssued',
      'ExaminationReported',
      'TaskOpened',
      'SanctionDecided',
      'EvidenceStored',
      'EvidenceStored',
      'DecisionSigned',
      'LetterIssued',
      'NotificationSent',
      'IdentityRevealed',
      'NotificationSent',
      'NotificationSent',
      'NotificationSent',
      'TaskOpened',
      'DecisionServed',
      'LetterIssued',
      'TaskOpened',
      'TaskReminded',
      'TaskExpired',
      'SanctionEffective',
      'CaseClosed',
    ]);
  });

  test('of a heavy sanction: examined by a team, appealed, changed, served for a year, closed', async () => {
    const { caseId } = await world.file();
    await done(
      caseId,
      heavily.triage,
      heavily.review,
      heavily.team,
      heavily.examination,
      heavily.decision,
      heavily.service,
    );
    await world.ownAct(caseId, { outcome: 'FILE', grounds: 'Saya keberatan.' });
    await done(caseId, { ...steps.appeal, outcome: 'CHANGED', sanctionCode: 'B1' });
    const effective = await world.state(caseId);
    const endsOn = effective.status === 'EFFECTIVE' ? effective.effect.endsOn : undefined;
    await world.runtime.moveClock({ set: `${endsOn}T01:00:00Z` });
    await done(caseId, heavily.execution);
    const state = await world.state(caseId);
    expect(state.closed?.reason).toBe('SANCTIONED');
    expect(state.letters.map(({ form }) => form)).toEqual([
      'EXAMINING_TEAM',
      'SUMMONS',
      'EXAMINATION_RECORD',
      'EXAMINATION_REPORT',
      'DELIVERY_SUMMONS',
      'DELIVERY_RECEIPT',
      'APPEAL_RECEIPT',
    ]);
    const pdfs = [...state.letters.flatMap(({ documents }) => documents), ...(state.signed?.documents ?? [])].filter(
      ({ mediaType }) => mediaType === 'application/pdf',
    );
    for (const { sha256 } of pdfs) {
      const bytes = await world.runtime.ports.evidence.get(sha256);
      expect(new TextDecoder('latin1').decode(bytes?.subarray(0, 5))).toBe('%PDF-');
    }
    expect(pdfs).toHaveLength(8);
  });
});
