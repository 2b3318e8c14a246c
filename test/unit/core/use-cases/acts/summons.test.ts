import type { Walk } from '../../../../support/memory/walk.ts';
import { steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusedAct } from '../refusals.ts';
import { change, choose, examination, instant, once, review } from '../worlds.ts';

const summonses = async (walk: Walk) => (await walk.state()).summonses;
const summonsedOn = async (day: string, fields: Record<string, unknown> = {}): Promise<Walk> => {
  const walk = await review();
  walk.at(instant(`${day}T02:00:00.000Z`));
  return walk.through({ ...steps.review, ...fields });
};

describe('the distance between summons and examination', () => {
  it.each([
    ['2026-03-02', '2026-03-11'],
    ['2026-03-13', '2026-03-31'],
    ['2026-12-21', '2027-01-04'],
  ])('of a letter of %s is exactly seven working days: %s', async (issuedOn, on) => {
    expect(await summonses(await summonsedOn(issuedOn))).toMatchObject([
      { ordinal: 1, issuedOn, examinationAt: `${on}T02:00:00.000Z`, workingDays: 7 },
    ]);
  });

  it('is warned of nowhere else', async () => {
    expect(await summonses(await summonsedOn('2026-03-02'))).toEqual([
      expect.not.objectContaining({ warning: expect.anything() }),
    ]);
  });

  it.each([
    ['fewer', '2026-03-10', 6, 'kurang dari 7', 'fewer than 7'],
    ['more', '2026-03-12', 8, 'melampaui 7', 'beyond the 7'],
    ['one', '2026-03-03', 1, 'kurang dari 7', 'fewer than 7'],
  ])('is warned of where it is %s working days', async (_what, examinationOn, workingDays, id, en) => {
    const warning = { id: expect.stringContaining(id), en: expect.stringContaining(en) };
    expect(await summonses(await summonsedOn('2026-03-02', { examinationOn }))).toMatchObject([
      { workingDays, warning },
    ]);
  });

  it('counts the days off of the unit that examines', async () => {
    const walk = await choose(await review(), {
      daysOff: [
        {
          date: '2026-03-05',
          kind: 'N',
          name: 'Hari Jadi',
          addedOn: '2026-03-01',
          citation: { text: 'Keputusan Bupati Uji', certainty: 'CONFIRMED' },
        },
      ],
    });
    await walk.through(steps.review);
    expect(await summonses(walk)).toMatchObject([{ examinationAt: '2026-03-12T02:00:00.000Z', workingDays: 7 }]);
  });

  it('goes into the record of an examination that was held on it', async () => {
    const walk = await summonsedOn('2026-03-02', { examinationOn: '2026-03-12' });
    walk.at(instant('2026-03-12T02:30:00.000Z'));
    await walk.through(steps.examination);
    expect((await walk.state()).examinations).toMatchObject([
      { warning: { id: expect.stringContaining('melampaui') } },
    ]);
  });
});

describe('a day that was chosen', () => {
  it('is not the day any more, where the summons is written after its hour: nobody is called to what is over', async () => {
    const walk = await review();
    await walk.acted({ ...steps.review, examinationOn: '2026-03-02', examinationAt: '10:00' });
    walk.at(instant('2026-03-02T03:30:00.000Z'));
    await walk.go();
    expect(await summonses(walk)).toMatchObject([{ examinationAt: '2026-03-11T03:00:00.000Z', workingDays: 7 }]);
  });
});

describe('another day for the examination', () => {
  it('takes a new letter of the same ordinal; the first one stays on record', async () => {
    const walk = await (await examination()).through({ outcome: 'RESCHEDULE', examinationOn: '2026-03-13' });
    const state = await walk.state();
    expect(state.summonses).toMatchObject([
      { session: 1, ordinal: 1, examinationAt: '2026-03-11T02:00:00.000Z' },
      { session: 2, ordinal: 1, examinationAt: '2026-03-13T02:00:00.000Z', workingDays: 9 },
    ]);
    expect(state.letters.map(({ letterId }) => letterId)).toEqual(['letter-summons-1-1', 'letter-summons-1-2']);
    expect(new Set(state.letters.map(({ number }) => number)).size).toBe(2);
    expect(state.openTask).toMatchObject({ kind: 'examination', session: 2 });
  });

  it('must be a working day', async () => {
    const fields = { outcome: 'RESCHEDULE', examinationOn: '2026-03-08' };
    expect(await refusedAct(await examination(), fields)).toEqual({
      code: 'EXAMINATION_DAY_OFF',
      path: 'examinationOn',
    });
  });
});

/** On the day of the examination, at the hour or later. */
const due = once(async () => (await examination()).at(instant('2026-03-11T03:00:00.000Z')));
const byHand = { outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', servedOn: '2026-03-03' };

describe('an absence', () => {
  it.each([
    ['2026-03-02T02:00:00.000Z', true],
    ['2026-03-11T01:59:59.999Z', true],
    ['2026-03-11T02:00:00.000Z', false],
  ])('noted at %s, before the set time: %s', async (now, isEarly) => {
    const walk = (await examination()).at(instant(now));
    if (isEarly) {
      expect(await lawRefuses(walk, byHand)).toEqual({ code: 'EXAMINATION_NOT_DUE', path: 'outcome', citesALaw: true });
    } else expect(await walk.act(byHand)).toMatchObject({ kind: 'done' });
  });

  it.each([
    ['without a word on how the summons arrived', {}, 'SUMMONS_NOT_PROVEN', 'serviceMethod'],
    [
      'with its page opened, which only the page itself can tell',
      { serviceMethod: 'OPENED' },
      'SUMMONS_NOT_PROVEN',
      'serviceMethod',
    ],
    ['handed over on no day', { serviceMethod: 'HANDED_OVER' }, 'SUMMONS_NOT_PROVEN', 'servedOn'],
    ['sent on no day', { serviceMethod: 'POSTED' }, 'SUMMONS_NOT_PROVEN', 'servedOn'],
    [
      'handed over before it was written',
      { serviceMethod: 'HANDED_OVER', servedOn: '2026-03-01' },
      'SERVICE_BEFORE_SUMMONS',
      'servedOn',
    ],
    [
      'handed over after the examination',
      { serviceMethod: 'HANDED_OVER', servedOn: '2026-03-12' },
      'SUMMONS_NOT_PROVEN',
      'servedOn',
    ],
  ])('is refused %s', async (_what, fields, code, path) => {
    expect(await lawRefuses(await due(), { outcome: 'ABSENT', ...fields })).toEqual({ code, path, citesALaw: true });
  });

  it.each([
    ['handed over', { serviceMethod: 'HANDED_OVER', servedOn: '2026-03-03' }],
    ['sent by post', { serviceMethod: 'POSTED', servedOn: '2026-03-04' }],
  ])('after a summons that was %s calls a second time, and seven working days on', async (_how, fields) => {
    const walk = await (await due()).through({ outcome: 'ABSENT', ...fields });
    const state = await walk.state();
    expect(state.absences).toMatchObject([
      { ordinal: 1, final: false, proof: { manner: fields.serviceMethod, servedOn: fields.servedOn } },
    ]);
    expect(state.summonses.at(-1)).toMatchObject({ ordinal: 2, issuedOn: '2026-03-11', workingDays: 7 });
    expect(state.summonses.at(-1)?.examinationAt).toBe('2026-03-27T02:00:00.000Z');
  });

  it('is proven by a summons that was sent, on whatever day it arrived, where the agency lets dispatch suffice', async () => {
    const walk = await choose(await due(), { summonsProof: 'DISPATCH_SUFFICES' });
    for (const fields of [{}, { serviceMethod: 'HANDED_OVER' }]) {
      expect((await lawRefuses(walk, { outcome: 'ABSENT', ...fields })).code).toBe('SUMMONS_NOT_PROVEN');
    }
    await walk.through({ outcome: 'ABSENT', serviceMethod: 'POSTED' });
    const state = await walk.state();
    expect(state.absences.map(({ proof }) => proof)).toEqual([{ manner: 'POSTED' }]);
    expect(state.summonses.at(-1)).toMatchObject({ ordinal: 2 });
  });

  it('after a summons that did not arrive calls a first time again', async () => {
    const walk = await (await due()).through({ outcome: 'ABSENT', serviceMethod: 'NOT_SERVED' });
    expect((await walk.state()).summonses.map(({ ordinal }) => ordinal)).toEqual([1, 1]);
  });

  it('sets the day of the second examination, where the examiner chose one', async () => {
    const walk = await (await due()).through({ ...byHand, examinationOn: '2026-03-30', examinationPlace: 'Ruang B' });
    expect((await summonses(walk)).at(-1)).toMatchObject({
      examinationAt: '2026-03-30T02:00:00.000Z',
      place: 'Ruang B',
      workingDays: 8,
      warning: { id: expect.stringContaining('melampaui') },
    });
  });
});

/** Called a second time, and the hour has come. */
const secondDue = once(async () => (await (await due()).through(byHand)).at(instant('2026-03-27T03:00:00.000Z')));
const again = { ...byHand, servedOn: '2026-03-12', ...{ impact: 'AGENCY' } };

describe('an examination in absence', () => {
  it('takes two proven summonses: the second that did not arrive is called again', async () => {
    const walk = await (await secondDue()).through({ outcome: 'ABSENT', serviceMethod: 'NOT_SERVED' });
    const state = await walk.state();
    expect([state.status, state.openTask?.kind]).toEqual(['EXAMINATION', 'examination']);
    expect(state.summonses.map(({ ordinal }) => ordinal)).toEqual([1, 2, 2]);
  });

  it('does not count a first summons that did not arrive', async () => {
    const walk = await (await due()).through({ outcome: 'ABSENT', serviceMethod: 'NOT_SERVED' });
    walk.at(instant('2026-03-27T03:00:00.000Z'));
    await walk.through({ ...byHand, servedOn: '2026-03-12' });
    const state = await walk.state();
    expect(state.status).toBe('EXAMINATION');
    expect(state.absences.map(({ final }) => final)).toEqual([false, false]);
    expect(state.summonses.map(({ ordinal }) => ordinal)).toEqual([1, 1, 2]);
  });

  it('goes up with the evidence at hand, without a record of what nobody said', async () => {
    const walk = await (await secondDue()).through({ ...again, findings: 'Terbukti dari tangkapan layar.' });
    const state = await walk.state();
    expect(state.status).toBe('DECISION');
    expect(state.reports).toMatchObject([{ inAbsentia: true, findings: 'Terbukti dari tangkapan layar.' }]);
    expect(state.letters.map(({ form }) => form)).toEqual(['SUMMONS', 'SUMMONS', 'EXAMINATION_REPORT']);
    expect(state.examinations).toEqual([]);
  });

  it('can end in a sanction', async () => {
    const walk = await (await secondDue()).through(again, { outcome: 'SANCTION', sanctionCode: 'S1' });
    expect((await walk.state()).status).toBe('SERVICE');
  });

  it('rests on the reason of the examiner where no findings were written', async () => {
    const walk = await (await secondDue()).through(again);
    expect((await walk.state()).reports).toMatchObject([{ findings: expect.stringContaining('beralasan') }]);
  });
});

describe('an examiner who is not there any more', () => {
  it('is followed by the next one in line, who signs the second summons', async () => {
    const walk = await due();
    await walk.acted(byHand);
    change(walk, nips.section, { active: false });
    await walk.go();
    expect((await summonses(walk)).map(({ examiner }) => examiner)).toEqual([nips.section, nips.division]);
  });
});
