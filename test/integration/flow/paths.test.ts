import type { CaseEvent } from '../../../core/case/events.ts';
import type { CaseId } from '../../../core/ids.ts';
import { addMessage } from '../../../core/use-cases/follow-report.ts';
import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { nips } from '../../support/sample-staff.ts';
import { quickLetters, withPorts } from '../../support/with-ports.ts';

let world: CaseWorld;
beforeAll(async () => {
  world = await startWorld({ realNow: marchClock() });
  Object.assign(world.runtime.ports, quickLetters);
});
afterAll(() => world.close());

type Fields = Record<string, unknown>;

const walk = async (acts: readonly Fields[], overrides?: Fields): Promise<{ caseId: CaseId; receiptCode: string }> => {
  const filed = await world.file(overrides);
  for (const fields of acts) {
    const result = await world.act(filed.caseId, fields);
    if (result.kind === 'refused') throw new Error(result.refusal.en);
  }
  return filed;
};

const typesOf = async (caseId: CaseId): Promise<CaseEvent['type'][]> =>
  (await world.events(caseId)).map(({ type }) => type);

const mailsTo = (address: string, caseId: CaseId) =>
  world.runtime.mail.inbox
    .list()
    .filter((mail) => mail.to === address && mail.headers['x-tertib-mail-id']?.includes(caseId));

const told = async (caseId: CaseId): Promise<string[]> =>
  (await world.state(caseId)).notifications.map(({ recipient, channel }) => `${recipient} ${channel}`);

const everyone = ['RESPONDENT EMAIL', 'REPORTER EMAIL', 'SUPERIOR EMAIL', 'PERSONNEL_UNIT EMAIL'];

describe('every way a case may end', () => {
  test.each([
    ['dismissed at review', [steps.triage, { outcome: 'DISMISS' }], 'DISMISSED', everyone, true],
    ['dismissed by the authority', [steps.triage, steps.review, { outcome: 'DISMISS' }], 'DISMISSED', everyone, true],
    ['sanctioned', [steps.triage, steps.review, steps.decision], 'SANCTIONED', everyone, true],
    ['rejected at triage', [{ outcome: 'REJECT' }], 'REJECTED', ['REPORTER EMAIL'], false],
    ['referred at triage', [{ outcome: 'REFER' }], 'REFERRED', ['REPORTER EMAIL'], false],
  ])('a case %s is closed with that reason, and tells whom it concerns', async (_end, acts, reason, tells, signed) => {
    const { caseId } = await walk(acts);
    const state = await world.state(caseId);
    expect(state.closed?.reason).toBe(reason);
    expect(await told(caseId)).toEqual(tells);
    expect(state.signed !== undefined).toBe(signed);
    expect(state.parkedAt).toBeUndefined();
  });

  test('a merged report is told so, and the trail of the other case names it', async () => {
    const into = await walk([]);
    const { caseId } = await walk([{ outcome: 'MERGE', caseNumber: into.caseId }]);
    expect((await world.state(caseId)).closed?.reason).toBe('MERGED');
    expect(await told(caseId)).toEqual(['REPORTER EMAIL']);
    expect((await world.state(into.caseId)).merged).toEqual([caseId]);
    expect((await world.state(into.caseId)).status).toBe('TRIAGE');
  });

  test.each([
    ['itself', (own: CaseId) => own],
    ['a case that nobody knows', () => 'UJI-2026-00000000'],
  ])('a report cannot be merged into %s', async (_what, into) => {
    const { caseId } = await walk([]);
    expect(await world.act(caseId, { outcome: 'MERGE', caseNumber: into(caseId) })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'NOT_MERGEABLE' },
    });
  });

  test('a report cannot be merged into a case that is over', async () => {
    const over = await walk([{ outcome: 'REJECT' }]);
    const { caseId } = await walk([]);
    expect(await world.act(caseId, { outcome: 'MERGE', caseNumber: over.caseId })).toMatchObject({ kind: 'refused' });
  });
});

describe('what comes back for another round', () => {
  const round2 = ['EvidenceRequested', 'PrinciplesSuggested', 'TaskOpened'];

  test.each([
    ['more evidence at review', [steps.triage, { outcome: 'MORE_EVIDENCE' }], 'ReviewDecided'],
    ['a return by the authority', [steps.triage, steps.review, { outcome: 'RETURN' }], 'DecisionReturned'],
  ])('%s raises the round and begins again with triage', async (_what, acts, event) => {
    const { caseId } = await walk(acts);
    const types = await typesOf(caseId);
    expect(types.slice(types.lastIndexOf(event as CaseEvent['type']) + 1)).toEqual(round2);
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind, state.openTask?.round]).toEqual([
      'TRIAGE',
      2,
      'triage',
      2,
    ]);
    for (const fields of [steps.triage, steps.review, steps.decision]) await world.act(caseId, fields);
    const end = await world.state(caseId);
    expect(end.closed?.reason).toBe('SANCTIONED');
    expect(await told(caseId)).toEqual(everyone);
    const ids = end.endedTasks.map(({ taskId }) => taskId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a question is mailed to the reporter without content, and the answer leads back to triage', async () => {
    const { caseId, receiptCode } = await walk([
      { outcome: 'ASK_REPORTER', reason: 'Mohon sebutkan tanggal unggahan.' },
    ]);
    expect((await world.state(caseId)).openTask).toMatchObject({ kind: 'answer', assignee: { kind: 'reporter' } });
    const [question, ...others] = mailsTo('warga@contoh.test', caseId);
    expect(others).toEqual([]);
    expect(question?.text).not.toContain('tanggal unggahan');
    await addMessage(world.runtime.ports, { receiptCode, text: 'Unggahannya pada 1 Maret, pagi.' });
    await world.runtime.settle();
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind]).toEqual(['TRIAGE', 2, 'triage']);
    expect(state.suggestions.map(({ round }) => round)).toEqual([1, 2]);
  });

  test('an answer that comes before the question is a task is not waited for a second time', async () => {
    const { ports } = world.runtime;
    const { mailer } = ports;
    const { caseId, receiptCode } = await walk([]);
    const send: typeof mailer.send = async (mail) => {
      const sent = await mailer.send(mail);
      if (mail.mailId.includes('reporterQuestion')) await addMessage(ports, { receiptCode, text: 'Tanggal 1 Maret.' });
      return sent;
    };
    await withPorts(ports, { mailer: { send } }, () => world.act(caseId, { outcome: 'ASK_REPORTER' }));
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind]).toEqual(['TRIAGE', 2, 'triage']);
    expect(state.endedTasks.some(({ kind }) => kind === 'answer')).toBe(false);
  });
});

describe('who reported, and against whom', () => {
  test('an anonymous reporter is told on the tracking page, and no identity is read', async () => {
    const { caseId } = await walk([steps.triage, steps.review, steps.decision], { reporter: { anonymous: true } });
    expect(await told(caseId)).toContain('REPORTER TRACKING_PAGE');
    expect(await typesOf(caseId)).not.toContain('IdentityRevealed');
  });

  test('an anonymous reporter is asked on the tracking page too', async () => {
    const { caseId, receiptCode } = await walk([{ outcome: 'ASK_REPORTER' }], { reporter: { anonymous: true } });
    expect(await told(caseId)).toEqual(['REPORTER TRACKING_PAGE']);
    expect(await addMessage(world.runtime.ports, { receiptCode, text: 'Ini jawaban saya.' })).toMatchObject({
      kind: 'stored',
    });
    await world.runtime.settle();
    expect((await world.state(caseId)).status).toBe('TRIAGE');
  });

  test('a contract employee has a track of their own, and the track of the others is refused', async () => {
    const { caseId } = await walk([], { respondent: { nip: nips.contract } });
    const triage = { ...steps.triage, respondentNip: nips.contract };
    expect(await world.act(caseId, triage)).toMatchObject({ kind: 'refused', refusal: { code: 'TRACK_DOES_NOT_FIT' } });
    for (const fields of [{ ...triage, track: 'DISCIPLINE_PPPK' }, steps.review]) await world.act(caseId, fields);
    expect((await world.state(caseId)).status).toBe('DECISION');
    await world.act(caseId, steps.decision);
    expect((await world.state(caseId)).closed?.reason).toBe('SANCTIONED');
  });

  test('the ethics track ends without a discipline sanction: one is refused, in words', async () => {
    const { caseId } = await walk([{ ...steps.triage, track: 'ETHICS' }, steps.review]);
    expect(await world.act(caseId, steps.decision)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'TRACK_HAS_NO_DISCIPLINE_SANCTION' },
    });
    expect((await world.state(caseId)).openTask?.kind).toBe('decision');
  });

  test('a respondent who is not in the directory is refused by field', async () => {
    const { caseId } = await walk([]);
    const unknown = await world.act(caseId, { ...steps.triage, respondentNip: '199101012016031001' });
    expect(unknown).toMatchObject({ kind: 'refused', path: 'respondentNip', refusal: { code: 'UNKNOWN_RESPONDENT' } });
  });
});
