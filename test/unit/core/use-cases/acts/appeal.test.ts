import { currentDisclosure } from '../../../../../core/case/disclosure.ts';
import { parseAct } from '../../../../../core/tasks/act-forms.ts';
import { plusMs } from '../../../../../core/time.ts';
import { appealCommand } from '../../../../../core/use-cases/acts/appeal.ts';
import { agencyRules } from '../../../../../core/use-cases/agency-rules.ts';
import { takeEffectStep } from '../../../../../core/use-cases/take-effect.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { heavily, lightly, steps } from '../../../../support/sample-report.ts';
import { agency, nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusalOf } from '../refusals.ts';
import {
  appeal,
  choose,
  dayOff,
  heavyDecision,
  heavyRemedy,
  holderOf,
  instant,
  lightService,
  moved,
  nipOf,
  once,
  remedy,
} from '../worlds.ts';

const grounds = { outcome: 'FILE', grounds: 'Saya keberatan karena akun itu bukan milik saya.' };
const filed = async (walk: Walk): Promise<Walk> => {
  expect(await walk.own(grounds)).toEqual({ kind: 'done', outcome: 'FILE' });
  return walk.go();
};
const late = async (walk: Walk) => {
  const { code, path, citesALaw } = await refusalOf(walk, () => walk.own(grounds));
  return { code, path, citesALaw };
};
const tooLate = { code: 'APPEAL_LATE', path: 'outcome', citesALaw: true };
/** Received on Monday, 2 March: fourteen working days end on Friday, 27 March, in Jakarta. */
const LAST = instant('2026-03-27T16:59:59.999Z');

describe('the time for a remedy', () => {
  it('ends with the last day, at its last moment', async () => {
    const walk = await remedy();
    walk.at(LAST);
    await filed(walk);
    expect((await walk.state()).appeals).toMatchObject([{ route: 'OBJECTION', filedOn: '2026-03-27' }]);
  });

  it('is over the moment after, though the sanction is not effective yet', async () => {
    const walk = await remedy();
    walk.at(plusMs(LAST, 1));
    expect(await late(walk)).toEqual(tooLate);
    expect((await walk.state()).status).toBe('APPEAL_WINDOW');
  });

  it('grows with a day off that is added later', async () => {
    const walk = await choose(await remedy(), { daysOff: [dayOff('2026-03-10')] });
    expect(await moved(walk)).toBe(1);
    walk.at(plusMs(LAST, 1));
    // The fourteenth working day is now Monday, 30 March.
    await filed(walk);
    expect((await walk.state()).appeals).toMatchObject([{ filedOn: '2026-03-28' }]);
  });

  it('does not shrink where a day off is taken away again', async () => {
    const walk = await choose(await remedy(), { daysOff: [dayOff('2026-03-10')] });
    await moved(walk);
    await choose(walk, {});
    expect(await moved(walk)).toBe(0);
    walk.at(LAST);
    await filed(walk);
  });

  it('suspends the sanction while the remedy is undecided', async () => {
    const walk = await appeal();
    walk.at(instant('2026-06-01T02:00:00.000Z'));
    await expect(takeEffectStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
    expect((await walk.state()).effects).toEqual([]);
  });

  it('has to pass: a sanction takes no effect before', async () => {
    const walk = await remedy();
    await expect(takeEffectStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
  });
});

/** A heavy sanction that ends the employment. */
const dismissal = once(async () => {
  const deviationReason = 'Kesetiaan kepada negara dilanggar berulang kali, sehingga pemberhentian patut.';
  return (await heavyDecision()).through({ ...heavily.decision, sanctionCode: 'B3', deviationReason }, heavily.service);
});

describe('the way of a remedy', () => {
  it.each([
    [
      'an official’s decision goes to their superior',
      async () => (await lightService()).through(lightly.service),
      'OBJECTION',
      [nips.division],
    ],
    [
      'a PPK’s decision goes to nobody who decided: the personnel unit records it',
      remedy,
      'OBJECTION',
      [nips.triageOne, nips.triageTwo],
    ],
    [
      'a dismissal goes to BPASN, whose decision the personnel unit records',
      dismissal,
      'BPASN',
      [nips.triageOne, nips.triageTwo],
    ],
  ])('against %s', async (_what, world, route, holders) => {
    const walk = await filed(await world());
    expect((await walk.state()).appeals).toMatchObject([{ route }]);
    expect(holders).toContain(await holderOf(walk));
    expect((await walk.state()).letters.map(({ form }) => form).slice(-2)).toEqual([
      'DELIVERY_RECEIPT',
      'APPEAL_RECEIPT',
    ]);
  });

  it('has 65 working days at BPASN, and 21 for an objection', async () => {
    const objection = await filed(await remedy());
    const bpasn = await filed(await dismissal());
    expect((await objection.openTask()).dueAt.slice(0, 10)).toBe('2026-04-08');
    expect((await bpasn.openTask()).dueAt.slice(0, 10)).toBe('2026-06-18');
  });

  it('keeps the grounds and files as artefacts, not as text of the trail', async () => {
    const walk = await remedy();
    const bytes = new TextEncoder().encode('%PDF-1.4 bukti');
    await walk.own(grounds, [{ bytes, mediaType: 'application/pdf' }]);
    const state = await walk.state();
    expect(state.evidence.slice(-2).map(({ kind }) => kind)).toEqual(['APPEAL', 'APPEAL_FILE']);
    expect(JSON.stringify(await walk.ports.trail.read(walk.caseId))).not.toContain('bukan milik saya');
  });
});

describe('whoever decided', () => {
  it('never gets the remedy against it, also where everybody else is silent', async () => {
    const walk = await filed(await (await lightService()).through(lightly.service));
    const holders = [await holderOf(walk)];
    for (let silences = 0; silences < 5; silences += 1) {
      await walk.lapse('appeal');
      holders.push(await holderOf(walk));
    }
    expect(holders).not.toContain(nips.section);
    expect(new Set(holders).size).toBeGreaterThan(1);
  });

  it('cannot decide it, by whatever way they came to it', async () => {
    const walk = await appeal();
    const state = await walk.state();
    const { ports } = walk;
    const official = await ports.directory.staff(agency.agencyId, nipOf(nips.ppk));
    const { act } = await walk.form(steps.appeal);
    if (official === undefined || act.kind !== 'appeal') throw new Error('no such act');
    const rules = await agencyRules(ports, agency.agencyId);
    const context = { state, task: await walk.openTask(), official, agency, rules };
    expect(appealCommand(ports, context, act.form)).toMatchObject({ refusal: { code: 'SAME_DECIDER' } });
  });
});

describe('the outcome of a remedy', () => {
  const s2 = { ...steps.appeal, outcome: 'CHANGED', sanctionCode: 'S2' };

  it.each([
    ['the sanction as it was', { ...s2, sanctionCode: 'S1' }, 'APPEAL_SANCTION_UNCHANGED', 'sanctionCode'],
    ['a heavy sanction that no team examined', { ...s2, sanctionCode: 'B3' }, 'APPEAL_NEEDS_TEAM', 'sanctionCode'],
    ['a sanction of another track', { ...s2, sanctionCode: 'M1' }, 'APPEAL_SANCTION_MISSING', 'sanctionCode'],
    ['a date before the filing', { ...steps.appeal, decidedOn: '2026-03-01' }, 'APPEAL_DATE_WRONG', 'decidedOn'],
    ['a date to come', { ...steps.appeal, decidedOn: '2026-03-03' }, 'APPEAL_DATE_WRONG', 'decidedOn'],
  ])('is refused with %s', async (_what, fields, code, path) => {
    expect(await lawRefuses(await appeal(), fields)).toEqual({ code, path, citesALaw: true });
  });

  it('may be a heavy sanction where a team examined', async () => {
    const walk = await (await heavyRemedy()).go();
    expect(await walk.own(grounds)).toEqual({ kind: 'done', outcome: 'FILE' });
    await (await walk.go()).through({ ...s2, sanctionCode: 'B1' });
    expect((await walk.state()).appealDecisions).toMatchObject([{ outcome: 'CHANGED', sanctionCode: 'B1' }]);
  });

  it('that changes must name the sanction: the form says so', () => {
    expect(parseAct('appeal', { ...s2, sanctionCode: undefined }).ok).toBe(false);
  });

  it.each([
    ['UPHELD', steps.appeal, 'S1', '2026-09-19'],
    ['CHANGED', s2, 'S2', '2026-12-19'],
  ])(
    '%s takes effect the day it was recorded, for as long as that sanction runs',
    async (_outcome, fields, code, endsOn) => {
      const walk = await appeal();
      walk.at(instant('2026-03-20T02:00:00.000Z'));
      await walk.through(fields);
      const state = await walk.state();
      expect(state.effects).toMatchObject([
        { sanctionCode: code, effectiveOn: '2026-03-20', basis: 'REMEDY_DECIDED', endsOn },
      ]);
      expect([state.status, state.openTask?.kind]).toEqual(['EFFECTIVE', 'execution']);
      expect('sanction' in state && state.sanction.sanctionCode).toBe('S1');
      expect(state.notifications.map(({ template }) => template).slice(-2)).toEqual([
        'respondentAppeal',
        'personnelAppeal',
      ]);
    },
  );

  it('ANNULLED ends the case: nothing takes effect, and everybody is told', async () => {
    const walk = await (await appeal()).through({ ...steps.appeal, outcome: 'ANNULLED' });
    const state = await walk.state();
    expect([state.closed?.reason, state.effects]).toEqual(['ANNULLED', []]);
    expect(state.notifications.map(({ template }) => template).slice(-2)).toEqual([
      'respondentAppeal',
      'personnelAppeal',
    ]);
  });

  it('is never told to the reporter', async () => {
    const walk = await (await appeal()).through({ ...steps.appeal, outcome: 'ANNULLED' });
    const told = (await walk.state()).notifications.filter(({ recipient }) => recipient === 'REPORTER');
    expect(told.map(({ template }) => template)).toEqual(['reporterOutcome']);
  });

  it('rests on the same disclosure as the decision', async () => {
    const walk = await (await appeal()).through(steps.appeal);
    const state = await walk.state();
    expect('sanction' in state && state.sanction.disclosureHash).toBe(currentDisclosure(state)?.hash);
  });
});
