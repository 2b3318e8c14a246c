import type { CaseEvent } from '../../../core/case/events.ts';
import type { CaseId } from '../../../core/ids.ts';
import { addMessage } from '../../../core/use-cases/follow-report.ts';
import { flowOutcomes, flowStates } from '../../../statemachines/case.contract.ts';
import { type CaseWorld, heavily, lightly, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { nips, staff } from '../../support/sample-staff.ts';
import { quickLetters, withPorts } from '../../support/with-ports.ts';
import { definition, stateOf } from '../../unit/statemachines/asl.ts';
import { perform } from './fast-forward.harness.ts';
import type { Turn } from './scripts.ts';

let world: CaseWorld;
/** Where each execution stands, and which way it went from each choice. */
const standing = new Map<string, string>();
const taken = new Set<string>();
/** What became of the tasks of each case: `review PROCEED`. */
const said = new Set<string>();
const walked: CaseId[] = [];

const start = async (): Promise<void> => {
  world = await startWorld({
    realNow: marchClock(),
    flow: {
      onStateEntered: ({ execution, state }) => {
        taken.add(`${standing.get(execution)} -> ${state}`);
        standing.set(execution, state);
      },
    },
  });
  Object.assign(world.runtime.ports, quickLetters);
};
const stop = async (): Promise<void> => {
  for (const caseId of walked.splice(0)) {
    for (const { kind, outcome } of (await world.state(caseId)).endedTasks) said.add(`${kind} ${outcome}`);
  }
  await world.close();
};
beforeAll(start);

type Fields = Record<string, unknown>;

const walk = async (turns: readonly Turn[], overrides?: Fields): Promise<{ caseId: CaseId; receiptCode: string }> => {
  const filed = await world.file(overrides);
  walked.push(filed.caseId);
  for (const turn of turns) await perform(world, filed, turn);
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
const andAgain = [...everyone, 'RESPONDENT EMAIL', 'PERSONNEL_UNIT EMAIL'];

const notProven = { ...lightly.examination, recommendedSanction: 'NONE' };
const beyond = { ...lightly.examination, charges: ['3d', '4c'], recommendedSanction: 'NONE' };
const dismiss = { outcome: 'DISMISS' };
const file = { own: { outcome: 'FILE', grounds: 'Saya keberatan.' } };
const annul = { ...steps.appeal, outcome: 'ANNULLED' };
const reviewed = [lightly.triage, lightly.review] as const;
const served = [...reviewed, lightly.examination, lightly.decision, lightly.service] as const;

describe('every way a case may end', () => {
  test.each<[string, readonly Turn[], string, string[], boolean]>([
    ['rejected at triage', [{ outcome: 'REJECT' }], 'REJECTED', ['REPORTER EMAIL'], false],
    ['referred at triage', [{ outcome: 'REFER' }], 'REFERRED', ['REPORTER EMAIL'], false],
    ['dismissed at review', [steps.triage, dismiss], 'DISMISSED', everyone, true],
    ['dismissed by the authority', [...reviewed, notProven, dismiss], 'DISMISSED', everyone, true],
    ['sanctioned, and annulled', [...served, file, annul], 'ANNULLED', andAgain, true],
    ['sanctioned, and upheld', [...served, file, steps.appeal], 'SANCTIONED', andAgain, true],
  ])('a case %s is closed with that reason, and tells whom it concerns', async (_end, turns, reason, tells, signed) => {
    const { caseId } = await walk(turns);
    const state = await world.state(caseId);
    expect(state.closed?.reason).toBe(reason);
    expect(await told(caseId)).toEqual(tells);
    expect(state.signed !== undefined).toBe(signed);
    expect(state.parkedAt).toBeUndefined();
  });

  test('a case that only the President decides leaves as a proposal', async () => {
    const { directory } = world.runtime.ports;
    const free = staff.filter(({ nip }) => [nips.triageOne, nips.triageTwo, nips.auditor].some((one) => one === nip));
    for (const { superiorNip: _none, ...person } of free) {
      const isAuditor = person.nip === nips.auditor;
      await directory.putStaff(isAuditor ? { ...person, roles: ['ppk'], positionClass: 'JPT_UTAMA' } : person);
    }
    const { caseId } = await walk(
      [
        { ...steps.triage, respondentNip: nips.ppk },
        { ...steps.review, charges: ['3d', '3f'] },
        lightly.examination,
        { ...lightly.decision, outcome: 'PROPOSE' },
      ],
      { respondent: {} },
    );
    for (const person of free) await directory.putStaff(person);
    const state = await world.state(caseId);
    expect([state.status, state.closed?.reason]).toEqual(['REFERRED', 'PROPOSED']);
    expect(state.letters.at(-1)?.form).toBe('PROPOSAL');
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
  const again = ['EvidenceRequested', 'PrinciplesSuggested', 'TaskOpened'];

  test.each<[string, readonly Turn[], CaseEvent['type']]>([
    ['more evidence at review', [steps.triage, { outcome: 'MORE_EVIDENCE' }], 'ReviewDecided'],
    ['more evidence for the examination', [...reviewed, { outcome: 'RETURN_FOR_EVIDENCE' }], 'ExaminationReturned'],
  ])('%s raises the round and begins again with triage', async (_what, turns, event) => {
    const { caseId } = await walk(turns);
    const types = await typesOf(caseId);
    expect(types.slice(types.lastIndexOf(event) + 1)).toEqual(again);
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind, state.openTask?.round]).toEqual([
      'TRIAGE',
      2,
      'triage',
      2,
    ]);
    for (const turn of [...reviewed, notProven, dismiss]) await world.act(caseId, turn);
    const end = await world.state(caseId);
    expect(end.closed?.reason).toBe('DISMISSED');
    expect(await told(caseId)).toEqual(everyone);
    const ids = end.endedTasks.map(({ taskId }) => taskId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a return by the authority raises the round and begins again with the examination', async () => {
    const { caseId } = await walk([...reviewed, lightly.examination, { outcome: 'RETURN' }]);
    const types = await typesOf(caseId);
    expect(types.slice(types.lastIndexOf('DecisionReturned') + 1)).toEqual([
      'DisclosureFrozen',
      'SummonsIssued',
      'LetterIssued',
      'TaskOpened',
      'TaskOpened',
    ]);
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind]).toEqual(['EXAMINATION', 2, 'examination']);
    for (const turn of [notProven, dismiss]) await world.act(caseId, turn);
    expect((await world.state(caseId)).closed?.reason).toBe('DISMISSED');
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

describe('what an examination may come to', () => {
  test('a team is formed or left out, the day moved, the respondent released, and the track changed on the way', async () => {
    const { caseId } = await walk([
      steps.triage,
      { outcome: 'CHANGE_TRACK', track: 'ETHICS' },
      { outcome: 'CHANGE_TRACK', track: 'DISCIPLINE_PNS' },
      heavily.review,
      { outcome: 'DECLINE' },
      { outcome: 'RESCHEDULE', examinationOn: '2026-03-13' },
      { outcome: 'RELEASE' },
      { outcome: 'REQUEST_TEAM' },
      { outcome: 'FORM' },
      { outcome: 'CHANGE_TRACK', track: 'ETHICS' },
      { outcome: 'FORM' },
    ]);
    const state = await world.state(caseId);
    expect([state.status, state.openTask?.kind, state.parkedAt]).toEqual(['EXAMINATION', 'examination', undefined]);
    expect(state.teams.map(({ members }) => members.length)).toEqual([3, 5]);
  });

  test('what the respondent was not told of is told first, and they are heard', async () => {
    const { caseId } = await walk([...reviewed, beyond]);
    expect((await world.state(caseId)).openTask).toBeUndefined();
    await world.ownAct(caseId, { outcome: 'FINISH', statement: 'Tidak benar.' });
    expect((await world.state(caseId)).openTask?.kind).toBe('decision');
    await world.act(caseId, dismiss);
    expect((await world.state(caseId)).closed?.reason).toBe('DISMISSED');
  });
});

describe('who reported, and against whom', () => {
  test('an anonymous reporter is told on the tracking page, and no identity is read', async () => {
    const { caseId } = await walk([...reviewed, notProven, dismiss], { reporter: { anonymous: true } });
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
});

describe('what only time brings', () => {
  // The clock of a world only goes forward, and rings for every case in it.
  beforeAll(async () => {
    await stop();
    await start();
  });

  test('a respondent who stays away twice is judged on what there is; nobody objects; the sanction is served to its end', async () => {
    const { caseId } = await walk([steps.triage, steps.review]);
    for (let absences = 0; absences < 2; absences += 1) {
      const { summonses } = await world.state(caseId);
      const { issuedOn = '', examinationAt = '' } = summonses.at(-1) ?? {};
      await world.runtime.moveClock({ set: examinationAt });
      const absent = { outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', servedOn: issuedOn };
      await world.act(caseId, { ...absent, charges: ['3d', '3f'], impact: 'AGENCY' });
    }
    expect((await world.state(caseId)).openTask?.kind).toBe('decision');
    for (const fields of [steps.decision, { outcome: 'DISPATCHED' }, steps.service]) await world.act(caseId, fields);
    await world.runtime.moveClock({ set: (await world.state(caseId)).respondentTask?.dueAt ?? '' });
    const state = await world.state(caseId);
    expect(state.status).toBe('EFFECTIVE');
    const endsOn = state.status === 'EFFECTIVE' ? state.effect.endsOn : undefined;
    await world.runtime.moveClock({ set: `${endsOn}T01:00:00Z` });
    await world.act(caseId, steps.execution);
    expect((await world.state(caseId)).closed?.reason).toBe('SANCTIONED');
  });

  test('a remedy may change a sanction', async () => {
    const respondent = { name: 'Kepala Seksi', nip: nips.section };
    const turns = [{ ...steps.triage, respondentNip: nips.section }, steps.review, steps.examination, steps.decision];
    const { caseId } = await walk([...turns, steps.service, file], { respondent });
    await world.act(caseId, { ...steps.appeal, outcome: 'CHANGED', sanctionCode: 'S2' });
    const state = await world.state(caseId);
    expect(state.status === 'EFFECTIVE' && state.effect.sanctionCode).toBe('S2');
  });
});

describe('by now', () => {
  beforeAll(stop);

  test('every branch of every choice has been taken', () => {
    const machine = definition();
    const branches = flowStates.choices.flatMap((choice) =>
      (stateOf(machine, choice).Choices ?? []).map(({ Next }) => `${choice} -> ${Next}`),
    );
    // A new execution alone goes from the first notices straight to the effect of a remedy that was decided.
    const replaced = ['NotifyPath -> TakeEffect'];
    expect([...new Set(branches)].filter((branch) => !taken.has(branch))).toEqual(replaced);
  });

  test('every word that a choice reads from a person was said', () => {
    const asked = {
      triage: flowOutcomes.TriageOutcome,
      review: flowOutcomes.ReviewOutcome,
      examination: flowOutcomes.ExaminationOutcome,
      decision: flowOutcomes.DecisionOutcome,
      service: flowOutcomes.ServiceOutcome,
      remedy: flowOutcomes.RemedyOutcome,
      appeal: flowOutcomes.AppealOutcome,
    };
    const expected = Object.entries(asked).flatMap(([kind, outcomes]) => outcomes.map((word) => `${kind} ${word}`));
    expect(expected.filter((word) => !said.has(word))).toEqual([]);
  });
});
