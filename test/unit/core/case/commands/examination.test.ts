import type { Act } from '../../../../../core/case/commands/acts.ts';
import {
  changeTrack,
  declineTeam,
  formTeam,
  holdExamination,
  missExamination,
  orderRelease,
  requestTeam,
  rescheduleExamination,
  returnForEvidence,
} from '../../../../../core/case/commands/examination.ts';
import type { Command } from '../../../../../core/case/decision.ts';
import type { EventData, EventDraft } from '../../../../../core/case/events.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { actOn, outcomeOf, signedBy } from '../../../../support/builders/decisions.ts';
import {
  dayOf,
  disclosureFrozen,
  disclosureOf,
  examinationHeld,
  examinationMissed,
  RESPONDENT,
  shaOf,
  summonsIssued,
  taskOpened,
  teamFormed,
} from '../../../../support/builders/drafts.ts';
import { nipOf } from '../../../../support/builders/staff.ts';

const unsigned = <D extends Act & { round: number }>(data: Omit<D, 'nip'>) => {
  const { taskId: _task, round: _round, contentHash: _content, reason: _reason, ...rest } = data;
  return rest;
};

const examining = stateIn('EXAMINATION');
const forming = stateAfter([...paths.summoned, taskOpened('team')]);
const held = unsigned<EventData['ExaminationHeld'] & Act>(examinationHeld().data);
const missed = unsigned<EventData['ExaminationMissed'] & Act>(examinationMissed().data);
const { members } = teamFormed().data;
const appointment = { on: dayOf('2026-12-07') };

const acts: [string, typeof examining, (act: Act) => Command, Partial<EventDraft>][] = [
  ['asks for a team', examining, requestTeam, { type: 'TeamRequested' }],
  ['forms a team', forming, (act) => formTeam(act, members), { type: 'ExaminingTeamFormed' }],
  ['declines a team', forming, declineTeam, { type: 'ExaminingTeamDeclined' }],
  ['holds the examination', examining, (act) => holdExamination(act, held), { type: 'ExaminationHeld' }],
  ['notes an absence', examining, (act) => missExamination(act, missed), { type: 'ExaminationMissed' }],
  ['sets another day', examining, (act) => rescheduleExamination(act, appointment), { type: 'ExaminationRescheduled' }],
  ['returns for evidence', examining, returnForEvidence, { type: 'ExaminationReturned' }],
  [
    'releases from duties',
    examining,
    (act) => orderRelease(act, { from: dayOf('2026-11-25') }),
    { type: 'TemporaryReleaseOrdered' },
  ],
  [
    'changes the track',
    examining,
    (act) => changeTrack(act, { from: 'DISCIPLINE_PNS', to: 'ETHICS' }),
    { type: 'TrackChanged' },
  ],
];

describe('an act of the examination', () => {
  it.each(acts)('%s, signed with what its author saw', (_what, state, make, event) => {
    expect(outcomeOf(make(actOn(state)), state)).toMatchObject({ ...event, data: signedBy(state) });
  });

  it.each(acts)('(%s) is refused to anyone but the assignee', (_what, state, make) => {
    expect(outcomeOf(make({ ...actOn(state), nip: RESPONDENT }), state)).toBe('ALREADY_ACTED');
  });

  it.each(acts)('(%s) is refused on content that changed', (_what, state, make) => {
    expect(outcomeOf(make({ ...actOn(state), contentHash: shaOf('what was shown') }), state)).toBe('CONTENT_CHANGED');
  });

  it.each(acts)('(%s) is refused on a task of another kind', (_what, _state, make) => {
    for (const other of [stateIn('TRIAGE'), stateIn('DECISION'), stateIn('SERVICE')])
      expect(outcomeOf(make(actOn(other)), other)).toBe('ALREADY_ACTED');
  });

  it('may change the track at the review already', () => {
    const review = stateIn('REVIEW');
    const command = changeTrack(actOn(review), { from: 'DISCIPLINE_PNS', to: 'ETHICS' });
    expect(outcomeOf(command, review)).toMatchObject({ type: 'TrackChanged', data: { to: 'ETHICS' } });
  });

  it('names the acting official of a release where there is one, and leaves the field out where not', () => {
    const release = { from: dayOf('2026-11-25') };
    const named = outcomeOf(orderRelease(actOn(examining), { ...release, actingOfficial: nipOf(8) }), examining);
    expect(named).toMatchObject({ data: { ...release, actingOfficial: nipOf(8) } });
    const unnamed = outcomeOf(orderRelease(actOn(examining), release), examining);
    expect(typeof unnamed === 'object' && 'actingOfficial' in unnamed.data).toBe(false);
  });

  it('keeps the accused out of the team that examines them', () => {
    const [first, ...others] = members;
    const team = first === undefined ? others : [{ ...first, nip: RESPONDENT }, ...others];
    expect(outcomeOf(formTeam(actOn(forming), team), forming)).toBe('ACCUSED_CANNOT_HOLD');
  });
});

describe('an examination', () => {
  const older = stateAfter([
    ...paths.disclosed,
    summonsIssued(),
    disclosureFrozen({ version: 2 }),
    taskOpened('examination'),
  ]);

  it('is on the newest disclosure or is refused', () => {
    expect(outcomeOf(holdExamination(actOn(older), held), older)).toBe('DISCLOSURE_CHANGED');
  });

  it('cannot be held before anything was disclosed', () => {
    const undisclosed = stateAfter([...paths.reviewed, taskOpened('examination')]);
    expect(outcomeOf(holdExamination(actOn(undisclosed), held), undisclosed)).toBe('DISCLOSURE_CHANGED');
  });
});

describe('an absence', () => {
  const second = stateAfter([
    ...pathTo.EXAMINATION,
    examinationMissed(),
    summonsIssued({ session: 2, ordinal: 2 }),
    taskOpened('examination', 24),
  ]);
  const mislabelled = stateAfter([
    ...pathTo.EXAMINATION,
    examinationMissed(),
    summonsIssued({ session: 2 }),
    taskOpened('examination', 24),
  ]);
  const unproven = stateAfter([
    ...pathTo.EXAMINATION,
    examinationMissed({ proof: { manner: 'NOT_SERVED' } }),
    summonsIssued({ session: 2, ordinal: 2 }),
    taskOpened('examination', 24),
  ]);
  const final = unsigned<EventData['ExaminationMissed'] & Act>(examinationMissed({ session: 2, final: true }).data);

  it('is final after two proven summonses', () => {
    expect(outcomeOf(missExamination(actOn(second), final), second)).toMatchObject({
      type: 'ExaminationMissed',
      data: { final: true, ordinal: 2 },
    });
  });

  it.each([
    ['the first time', examining, final],
    ['the second time on a summons that calls itself the first', mislabelled, final],
    ['the second time where the first summons never arrived', unproven, final],
    ['where the second summons never arrived', second, { ...final, proof: { manner: 'NOT_SERVED' as const } }],
  ])('is not final %s', (_what, state, absence) => {
    expect(outcomeOf(missExamination(actOn(state), absence), state)).toBe('SUMMONS_NOT_PROVEN');
  });

  it('is refused where nobody was summoned, or the summons is spent', () => {
    const unsummoned = stateAfter([...paths.disclosed, taskOpened('examination')]);
    const spent = stateAfter([...pathTo.EXAMINATION, examinationMissed(), taskOpened('examination', 24)]);
    for (const state of [unsummoned, spent])
      expect(outcomeOf(missExamination(actOn(state), missed), state)).toBe('NO_SUMMONS');
  });

  it('is on the newest disclosure or is refused', () => {
    const absence = { ...missed, disclosureHash: shaOf('another set') };
    expect(outcomeOf(missExamination(actOn(examining), absence), examining)).toBe('DISCLOSURE_CHANGED');
    expect(missed.disclosureHash).toBe(disclosureOf());
  });
});
