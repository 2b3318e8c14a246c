import { closeCaseStep } from '../../../../../core/use-cases/close-case.ts';
import { takeEffectStep } from '../../../../../core/use-cases/take-effect.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { lightly, steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses } from '../refusals.ts';
import { choose, dayOff, decision, holderOf, instant, lightService, moved, service } from '../worlds.ts';

const onDay = (walk: Walk, day: string): Walk => walk.at(instant(`${day}T02:00:00.000Z`));
/** A moderate sanction that was imposed on a day. */
const decidedOn = async (day: string): Promise<Walk> => onDay(await decision(), day).through(steps.decision);
const refused = (code: string, path: string) => ({ code, path, citesALaw: true });
const served = async (walk: Walk) => (await walk.state()).services.at(-1);

describe('the delivery of a decision', () => {
  it('is for the personnel unit, which has 14 working days by law', async () => {
    const walk = await decidedOn('2026-03-16');
    expect([nips.triageOne, nips.triageTwo]).toContain(await holderOf(walk));
    expect((await walk.openTask()).dueAt.slice(0, 10)).toBe('2026-04-13');
  });

  it('has a summons to receive it, and is told to everyone whom it concerns before', async () => {
    const state = await (await service()).state();
    expect(state.letters.at(-1)).toMatchObject({ form: 'DELIVERY_SUMMONS' });
    expect(state.notifications.map(({ recipient }) => recipient)).toEqual([
      'RESPONDENT',
      'REPORTER',
      'SUPERIOR',
      'PERSONNEL_UNIT',
    ]);
  });

  it.each([
    ['SERVED', '2026-03-17', 'RECEIPT_IN_FUTURE'],
    ['SERVED', '2026-03-13', 'RECEIPT_BEFORE_DECISION'],
    ['REFUSED_TO_SIGN', '2026-03-17', 'RECEIPT_IN_FUTURE'],
    ['REFUSED_TO_SIGN', '2026-03-13', 'RECEIPT_BEFORE_DECISION'],
    ['DISPATCHED', '2026-03-17', 'RECEIPT_IN_FUTURE'],
    ['DISPATCHED', '2026-03-13', 'RECEIPT_BEFORE_DECISION'],
  ])('of 16 March, recorded as %s on %s, is refused', async (outcome, receivedOn, code) => {
    expect(await lawRefuses(await decidedOn('2026-03-16'), { outcome, receivedOn })).toEqual(
      refused(code, 'receivedOn'),
    );
  });

  it.each([
    ['2026-03-17', 'RECEIPT_IN_FUTURE'],
    ['2026-03-13', 'RECEIPT_BEFORE_DECISION'],
  ])('that was sent on %s is refused', async (dispatchedOn, code) => {
    const walk = await decidedOn('2026-03-16');
    expect(await lawRefuses(walk, { outcome: 'DISPATCHED', dispatchedOn })).toEqual(refused(code, 'dispatchedOn'));
  });

  it.each([
    ['2026-04-13', false],
    ['2026-04-14', true],
  ])('on %s is late, and says so on the record: %s', async (day, isLate) => {
    const walk = onDay(await decidedOn('2026-03-16'), day);
    await walk.acted(steps.service);
    const warning = (await served(walk))?.warning;
    expect(warning === undefined ? undefined : warning.id).toEqual(
      isLate ? expect.stringContaining('batas 14 hari kerja') : undefined,
    );
  });

  it('may be recorded later than it happened: what counts is the day it arrived', async () => {
    const walk = onDay(await decidedOn('2026-03-16'), '2026-03-30');
    await walk.acted({ ...steps.service, receivedOn: '2026-03-17', method: 'Diserahkan di kantor' });
    const receipt = await served(walk);
    expect(receipt).toMatchObject({ receivedOn: '2026-03-17', method: 'Diserahkan di kantor' });
    expect(receipt?.warning).toBeUndefined();
    expect(receipt?.derivation.id).toContain('17 Maret 2026');
  });

  it('that is recorded when the time for a remedy was over already starts that time with the recording', async () => {
    const walk = onDay(await decidedOn('2026-03-16'), '2026-05-04');
    await walk.acted({ ...steps.service, receivedOn: '2026-03-17' });
    const receipt = await served(walk);
    expect(receipt?.receivedOn).toBe('2026-03-17');
    expect(receipt?.warning?.id).toContain('4 Mei 2026');
    expect((receipt?.effectiveOn ?? '') > '2026-05-04').toBe(true);
    expect((receipt?.remedy.until ?? '') > '2026-05-04').toBe(true);
    expect(receipt?.derivation.id).toContain('4 Mei 2026');
  });
});

describe('a decision that could not be handed over', () => {
  it('is sent, which is an attempt and no receipt: the task stays with its holder', async () => {
    const walk = await (await service()).through({ outcome: 'DISPATCHED', method: 'Pos tercatat' });
    const state = await walk.state();
    expect([state.status, state.openTask?.kind, state.openTask?.session]).toEqual(['SERVICE', 'service', 2]);
    expect(state.serviceAttempts).toMatchObject([{ method: 'Pos tercatat', dispatchedOn: '2026-03-02', session: 1 }]);
    await walk.through({ outcome: 'DISPATCHED' }, steps.service);
    expect((await walk.state()).status).toBe('APPEAL_WINDOW');
    expect((await walk.state()).serviceAttempts).toHaveLength(2);
  });

  it('counts as received on the day the sent copy arrived', async () => {
    const walk = await decidedOn('2026-03-16');
    await walk.through({ outcome: 'DISPATCHED' });
    onDay(walk, '2026-03-27');
    await walk.through({ outcome: 'DISPATCHED', receivedOn: '2026-03-26' });
    expect(await served(walk)).toMatchObject({ outcome: 'SERVED', method: 'POST', receivedOn: '2026-03-26' });
  });

  it('never arrived before it was sent', async () => {
    const walk = await decidedOn('2026-03-16');
    await walk.through({ outcome: 'DISPATCHED', dispatchedOn: '2026-03-16' });
    onDay(walk, '2026-03-27');
    await walk.through({ outcome: 'DISPATCHED', dispatchedOn: '2026-03-26' });
    expect(await lawRefuses(walk, { ...steps.service, receivedOn: '2026-03-25' })).toEqual(
      refused('RECEIPT_BEFORE_DISPATCH', 'receivedOn'),
    );
  });

  it.each([
    ['2026-04-16', false],
    ['2026-04-17', true],
  ])('and is sent on %s, three working days after it should have been handed over: late %s', async (day, isLate) => {
    const walk = onDay(await decidedOn('2026-03-16'), day);
    await walk.acted({ outcome: 'DISPATCHED' });
    const [attempt] = (await walk.state()).serviceAttempts;
    expect(attempt?.warning === undefined).toBe(!isLate);
  });
});

describe('a respondent who refuses to accept', () => {
  it('has received it, by default', async () => {
    const walk = await (await service()).through({ outcome: 'REFUSED_TO_SIGN' });
    expect(await served(walk)).toMatchObject({ outcome: 'REFUSED_TO_SIGN', receivedOn: '2026-03-02' });
  });

  it('has not, where the agency says so: it is to be sent', async () => {
    const walk = await choose(await service(), { refusalToSignIsReceipt: false });
    expect(await lawRefuses(walk, { outcome: 'REFUSED_TO_SIGN' })).toEqual(refused('REFUSAL_IS_NO_RECEIPT', 'outcome'));
    await walk.through({ outcome: 'DISPATCHED' });
    expect((await walk.state()).status).toBe('SERVICE');
  });
});

describe('the day of effect', () => {
  it.each([
    ['2026-07-14', '2026-08-04', '2026-08-03'],
    ['2026-03-12', '2026-04-10', '2026-04-09'],
    ['2026-12-21', '2027-01-15', '2027-01-14'],
    ['2027-03-01', '2027-04-01', '2027-03-31'],
  ])('of a decision received on %s is %s; the last day to object %s', async (received, effectiveOn, until) => {
    const walk = await decidedOn(received);
    await walk.through(steps.service);
    expect(await served(walk)).toMatchObject({
      effectiveOn,
      derivation: { id: expect.stringContaining('15 hari kerja'), en: expect.stringContaining('15 working days') },
      remedy: { route: 'OBJECTION', until, derivation: { id: expect.stringContaining('14 hari kerja') } },
    });
    expect(await walk.lapse('remedy')).toBe('EXPIRED');
    await walk.go();
    expect((await walk.state()).effects).toMatchObject([{ effectiveOn, basis: 'NO_REMEDY', sanctionCode: 'S1' }]);
  });

  it('moves with a day off that is added later: the sanction takes effect where the calendar leads', async () => {
    const walk = await decidedOn('2026-07-14');
    await walk.through(steps.service);
    await choose(walk, { daysOff: [dayOff('2026-07-20')] });
    expect(await moved(walk)).toBe(1);
    await walk.lapse('remedy');
    await walk.go();
    expect((await walk.state()).effects).toMatchObject([{ effectiveOn: '2026-08-05' }]);
  });

  it('of a light sanction is its end: the case is closed', async () => {
    const walk = await (await lightService()).through(lightly.service);
    await walk.lapse('remedy');
    await walk.go();
    const state = await walk.state();
    expect([state.status, state.closed?.reason]).toEqual(['CLOSED', 'SANCTIONED']);
    expect(state.effects).toMatchObject([{ sanctionCode: 'R2' }]);
    expect(state.effects[0]?.endsOn).toBeUndefined();
  });
});

describe('an unserved decision', () => {
  it('never takes effect and never ends a case, however long nobody delivers it', async () => {
    const walk = await service();
    for (let silences = 0; silences < 6; silences += 1) {
      await walk.lapse('service');
      await walk.go();
      await expect(takeEffectStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
      await expect(closeCaseStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
    }
    const state = await walk.state();
    expect([state.status, state.openTask?.kind, state.effects, state.closed]).toEqual([
      'SERVICE',
      'service',
      [],
      undefined,
    ]);
    expect(state.silences.length).toBe(6);
  });

  it('that was sent does not take effect either', async () => {
    const walk = await (await service()).through({ outcome: 'DISPATCHED' });
    await expect(takeEffectStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
  });
});
