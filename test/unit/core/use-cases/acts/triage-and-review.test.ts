import { currentDisclosure } from '../../../../../core/case/disclosure.ts';
import { trackOf } from '../../../../../core/case/state.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusedAct } from '../refusals.ts';
import { holderOf, once, review, triage } from '../worlds.ts';

const contract = once(async () =>
  (await triage()).through({ ...steps.triage, respondentNip: nips.contract, track: 'DISCIPLINE_PPPK' }),
);

describe('a triage is refused', () => {
  it.each([
    [
      'for somebody whom the directory does not know',
      { respondentNip: '199101012016031001' },
      'UNKNOWN_RESPONDENT',
      'respondentNip',
    ],
    [
      'on the track of contract employees, for a civil servant',
      { track: 'DISCIPLINE_PPPK' },
      'TRACK_DOES_NOT_FIT',
      'track',
    ],
    [
      'on the track of civil servants, for a contract employee',
      { respondentNip: nips.contract },
      'TRACK_DOES_NOT_FIT',
      'track',
    ],
    [
      'into a case that there is not',
      { outcome: 'MERGE', caseNumber: 'UJI-2026-00000000' },
      'NOT_MERGEABLE',
      'caseNumber',
    ],
  ])('%s', async (_what, fields, code, path) => {
    expect(await refusedAct(await triage(), { ...steps.triage, ...fields })).toEqual({ code, path });
  });

  it('into itself', async () => {
    const walk = await triage();
    expect(await refusedAct(walk, { outcome: 'MERGE', caseNumber: walk.caseId })).toMatchObject({
      code: 'NOT_MERGEABLE',
    });
  });

  it('by whoever has not seen what the case came to meanwhile', async () => {
    const walk = await triage();
    const contentHash = 'a'.repeat(64);
    expect(await refusedAct(walk, { ...steps.triage, contentHash })).toMatchObject({ code: 'CONTENT_CHANGED' });
  });
});

describe('a triage', () => {
  it.each([
    ['DISCIPLINE_PNS', nips.employee],
    ['ETHICS', nips.employee],
    ['DISCIPLINE_PPPK', nips.contract],
    ['ETHICS', nips.contract],
  ])('names the respondent and puts the case on track %s', async (track, respondentNip) => {
    const walk = await (await triage()).through({ ...steps.triage, track, respondentNip });
    const state = await walk.state();
    expect([state.status, trackOf(state), state.openTask?.kind]).toEqual(['REVIEW', track, 'review']);
  });
});

const charged = async (walk: Walk) => currentDisclosure(await walk.state());

describe('a review', () => {
  it.each([
    ['2026-03-07', 'a Saturday'],
    ['2026-03-19', 'a holiday'],
    ['2026-03-18', 'joint leave'],
    ['2026-02-27', 'yesterday, or before'],
  ])('is refused with an examination on %s, %s', async (examinationOn) => {
    expect(await refusedAct(await review(), { ...steps.review, examinationOn })).toEqual({
      code: 'EXAMINATION_DAY_OFF',
      path: 'examinationOn',
    });
  });

  it.each([
    ['an hour that has passed', { examinationOn: '2026-03-02', examinationAt: '08:59' }],
    ['the hour it is', { examinationOn: '2026-03-02', examinationAt: '09:00' }],
    ['no hour, on the day itself, after the usual one', { examinationOn: '2026-03-02' }],
  ])('is refused with an examination at %s: nobody can be called to what is over', async (_what, fields) => {
    expect(await lawRefuses(await review(), { ...steps.review, ...fields })).toEqual({
      code: 'EXAMINATION_OVER',
      path: 'examinationOn',
      citesALaw: true,
    });
  });

  it('charges the primary provisions of the confirmed principles, where nothing was ticked', async () => {
    const walk = await (await review()).through(steps.review);
    expect(await charged(walk)).toMatchObject({ charges: ['3f', '3d', '3b'], principles: ['P6', 'P7'] });
  });

  it('charges what was ticked, each once, and nothing else', async () => {
    const walk = await (await review()).through({ ...steps.review, charges: ['3f', '3g', '3f'] });
    expect(await charged(walk)).toMatchObject({ charges: ['3f', '3g'] });
  });

  it('has the examination on the day, at the hour and place that the superior chose', async () => {
    const walk = await (await review()).through({
      ...steps.review,
      examinationOn: '2026-03-12',
      examinationAt: '13.30',
      examinationPlace: 'Ruang Rapat A',
      examinationMode: 'VIRTUAL',
    });
    expect((await walk.state()).summonses).toMatchObject([
      { examinationAt: '2026-03-12T06:30:00.000Z', place: 'Ruang Rapat A', mode: 'VIRTUAL', examiner: nips.section },
    ]);
  });

  it.each([
    ['the same', steps.triage.track, 'TRACK_UNCHANGED'],
    ['one that is for other employees', 'DISCIPLINE_PPPK', 'TRACK_DOES_NOT_FIT'],
  ])('cannot move the case to %s track', async (_what, track, code) => {
    expect(await refusedAct(await review(), { outcome: 'CHANGE_TRACK', track })).toEqual({ code, path: 'track' });
  });

  it('cannot move a contract employee to the track of civil servants', async () => {
    const fields = { outcome: 'CHANGE_TRACK', track: 'DISCIPLINE_PNS' };
    expect(await refusedAct(await contract(), fields)).toMatchObject({ code: 'TRACK_DOES_NOT_FIT' });
  });

  it('moves the case to another track with the reason, and stays with the superior', async () => {
    const walk = await (await review()).through({ outcome: 'CHANGE_TRACK', track: 'ETHICS' });
    const state = await walk.state();
    expect([state.status, trackOf(state), await holderOf(walk)]).toEqual(['REVIEW', 'ETHICS', nips.section]);
    expect(state.trackChanges).toMatchObject([
      { from: 'DISCIPLINE_PNS', to: 'ETHICS', reason: expect.stringContaining('beralasan') },
    ]);
    await walk.through({ outcome: 'CHANGE_TRACK', track: 'DISCIPLINE_PNS' }, steps.review);
    expect(await charged(walk)).toMatchObject({ track: 'DISCIPLINE_PNS' });
  });

  it.each([
    ['DISMISS', 'DISMISSED', undefined, 1],
    ['MORE_EVIDENCE', 'TRIAGE', 'triage', 2],
  ])('with %s leads to %s', async (outcome, status, task, round) => {
    const walk = await (await review()).through({ outcome });
    const state = await walk.state();
    expect([state.status, state.openTask?.kind, state.round]).toEqual([status, task, round]);
    expect(state.summonses).toEqual([]);
  });
});
