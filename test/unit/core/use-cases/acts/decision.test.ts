import type { Walk } from '../../../../support/memory/walk.ts';
import { heavily, lightly, steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusalOf, refusedAct } from '../refusals.ts';
import {
  change,
  choose,
  decision,
  examination,
  heavyDecision,
  holderOf,
  lightDecision,
  nipOf,
  once,
  president,
  review,
} from '../worlds.ts';

const onField = (code: string, path = 'sanctionCode') => ({ code, path, citesALaw: true });

/** The respondent stayed away twice; `fields` are what the examiner found all the same. */
const missedTwice = async (fields: Record<string, unknown> = {}): Promise<Walk> => {
  const walk = await examination();
  for (const day of ['11', '27']) {
    walk.at((await walk.state()).summonses.at(-1)?.examinationAt ?? walk.store.now);
    await walk.through({ outcome: 'ABSENT', serviceMethod: 'HANDED_OVER', servedOn: walk.today(), ...fields });
    expect(walk.today()).toBe(`2026-03-${day}`);
  }
  return walk;
};

describe('who decides', () => {
  it.each([
    ['light, the direct superior who examined', lightDecision, nips.section],
    ['moderate in a regency, the PPK: both readings of the overlap accept them', decision, nips.ppk],
    ['heavy, the PPK', heavyDecision, nips.ppk],
  ])('where the report recommends something %s', async (_what, world, holder) => {
    expect(await holderOf(await world())).toBe(holder);
  });

  it.each([
    ['LIGHT', { impact: 'UNIT' }, nips.section],
    ['MODERATE', { impact: 'AGENCY' }, nips.ppk],
  ])(
    'follows from charges and impact, where the examiner missed the respondent and recommends nothing: %s',
    async (_level, fields, holder) => {
      const walk = await missedTwice({ charges: ['3d'], ...fields });
      expect(await holderOf(walk)).toBe(holder);
    },
  );

  it('is somebody else than who examined, where anybody else is competent', async () => {
    const walk = await examination();
    await walk.act({ outcome: 'RECUSE' });
    change(walk, nips.ppk, { active: false });
    await walk.through(steps.examination);
    // The division head examined, and is named for it two levels up; the head above is competent too.
    expect(await holderOf(walk)).toBe(nips.head);
  });
});

/** The division head examined, and got the decision while nobody else could have it. */
const examinerDecides = once(async () => {
  const walk = await examination();
  await walk.act({ outcome: 'RECUSE' });
  for (const nip of [nips.ppk, nips.head]) change(walk, nip, { active: false });
  return walk.through(steps.examination);
});

describe('who examined', () => {
  it('decides on a light sanction', async () => {
    const walk = await (await lightDecision()).through(lightly.decision);
    expect((await walk.state()).status).toBe('SERVICE');
  });

  it('does not decide on more, where somebody else is competent', async () => {
    const walk = await examinerDecides();
    expect(await holderOf(walk)).toBe(nips.division);
    change(walk, nips.head, { active: true });
    expect(await lawRefuses(walk, steps.decision)).toEqual(onField('EXAMINER_MAY_NOT_DECIDE'));
  });

  it('decides where nobody else is', async () => {
    const walk = await (await examinerDecides()).through(steps.decision);
    expect((await walk.state()).status).toBe('SERVICE');
  });
});

describe('a sanction', () => {
  it.each([
    ['of another level than provisions and impact give', { sanctionCode: 'R2' }, 'LEVEL_MISMATCH', 'sanctionCode'],
    ['of a level that the impact does not reach', { impact: 'UNIT' }, 'LEVEL_MISMATCH', 'sanctionCode'],
    [
      'that the report does not recommend, without a reason',
      { sanctionCode: 'S2' },
      'DEVIATION_NEEDS_REASON',
      'deviationReason',
    ],
    [
      'that the report does not recommend, with a word for a reason',
      { sanctionCode: 'S2', deviationReason: 'karena berat' },
      'DEVIATION_NEEDS_REASON',
      'deviationReason',
    ],
    ['of the ethics track', { sanctionCode: 'M1' }, 'TRACK_HAS_NO_MORAL_SANCTION', 'sanctionCode'],
    ['for a provision that there is not', { provisions: ['3d', '9z'] }, 'PROVISION_UNKNOWN', 'provisions'],
  ])('%s is refused', async (_what, fields, code, path) => {
    expect(await lawRefuses(await decision(), { ...steps.decision, ...fields })).toEqual(onField(code, path));
  });

  it('that the report does not recommend is refused in words that people know, not in codes', async () => {
    const walk = await decision();
    const { refusal } = await refusalOf(walk, () => walk.act({ ...steps.decision, sanctionCode: 'S2' }));
    expect(refusal.id).toMatch(/merekomendasikan pemotongan .*6 \(enam\) bulan, sedangkan yang dipilih pemotongan .*9/);
    const { refusal: dismissal } = await refusalOf(walk, () =>
      walk.act({ outcome: 'DISMISS', reason: 'Tidak cukup.' }),
    );
    expect(dismissal.id).toMatch(/merekomendasikan pemotongan .*yang dipilih tanpa hukuman/);
  });

  it('that the report does not recommend is imposed with its reasons, which stay on record', async () => {
    const deviationReason = 'Perbuatan ini diulang setelah teguran lisan, sehingga patut lebih berat.';
    const walk = await (await decision()).through({ ...steps.decision, sanctionCode: 'S2', deviationReason });
    const state = await walk.state();
    expect('sanction' in state && state.sanction).toMatchObject({ sanctionCode: 'S2', deviationReason });
  });

  it('rests on what the report found, where no provision is ticked, and says which rules judged', async () => {
    const walk = await (await decision()).through({ outcome: 'SANCTION', sanctionCode: 'S1' });
    const state = await walk.state();
    expect('sanction' in state && state.sanction).toMatchObject({
      provisions: ['3d', '3f'],
      impact: 'AGENCY',
      level: 'MODERATE',
      ruleVersions: expect.arrayContaining([expect.stringMatching(/^sanctions@\d+$/)]),
    });
  });

  it.each([
    ['moderate', { ...steps.decision, deviationReason: 'Dampaknya mencapai instansi, bukan unit kerja saja.' }],
    [
      'heavy',
      {
        outcome: 'SANCTION',
        sanctionCode: 'B1',
        impact: 'STATE',
        deviationReason: 'Dampaknya mencapai negara, bukan unit kerja saja.',
      },
    ],
  ])('beyond the power of whoever has the decision is refused: %s', async (_level, fields) => {
    expect(await lawRefuses(await lightDecision(), fields)).toEqual(onField('AUTHORITY_NOT_COMPETENT'));
  });

  it('is refused to a higher official, where the agency wants the named one', async () => {
    const walk = await lightDecision();
    await walk.act({ outcome: 'FORWARD' });
    expect(await holderOf(walk)).toBe(nips.division);
    await choose(walk, { higherAuthorityMayAct: false });
    expect(await lawRefuses(walk, lightly.decision)).toEqual(onField('AUTHORITY_NOT_COMPETENT'));
  });

  it('that is heavy is refused without a team', async () => {
    const walk = await (await review()).through({ ...heavily.review, impact: undefined }, heavily.examination);
    expect(await lawRefuses(walk, heavily.decision)).toEqual(onField('TEAM_REQUIRED'));
  });

  it('is refused, where the respondent is gone from the directory', async () => {
    const walk = await decision();
    walk.store.staff.delete(nips.employee);
    expect(await refusedAct(walk, steps.decision)).toEqual({ code: 'UNKNOWN_RESPONDENT', path: 'sanctionCode' });
  });
});

describe('a sanction that rests on a record which waits for its signature', () => {
  const sanctioned = async (walk: Walk) => {
    const state = await walk.state();
    return 'sanction' in state ? state.sanction : undefined;
  };

  it('says so on the record', async () => {
    const walk = await (await decision()).through(steps.decision);
    expect((await sanctioned(walk))?.warning?.id).toContain('berita acara');
  });

  it.each(['SIGNED', 'REFUSED'])('has nothing to say where the record was %s', async (signing) => {
    const walk = await (await examination()).through({ ...steps.examination, signing }, steps.decision);
    expect((await sanctioned(walk))?.warning).toBeUndefined();
  });

  it('can still be signed by a respondent who had said that they were done', async () => {
    const walk = await examination();
    await walk.own({ outcome: 'FINISH', statement: 'Saya tidak menambahkan apa pun.' });
    await walk.through(steps.examination);
    expect((await walk.taskOf('response')).assignee).toMatchObject({ kind: 'respondent' });
    await walk.own({ outcome: 'SIGN_RECORD' });
    await walk.through(steps.decision);
    expect((await sanctioned(walk))?.warning).toBeUndefined();
  });

  it('is refused while the respondent may still answer, where the agency wants that', async () => {
    const walk = await decision();
    await choose(walk, { unsignedRecord: 'REFUSE' });
    expect(await lawRefuses(walk, steps.decision)).toEqual(onField('RECORD_UNSIGNED', 'outcome'));
    await walk.own({ outcome: 'SIGN_RECORD' });
    await walk.through(steps.decision);
    expect((await walk.state()).status).toBe('SERVICE');
  });
});

describe('a sanction above the lightest that the provisions allow', () => {
  it('is refused, where neither the report nor the form says how far the impact reached', async () => {
    const walk = await missedTwice();
    while ((await holderOf(walk)) !== nips.ppk) await walk.act({ outcome: 'FORWARD' });
    const { impact, ...unweighed } = steps.decision;
    expect(await lawRefuses(walk, unweighed)).toEqual(onField('IMPACT_MISSING', 'impact'));
    await walk.through({ ...unweighed, impact });
    expect((await walk.state()).status).toBe('SERVICE');
  });
});

describe('a dismissal', () => {
  it('against the recommendation of a sanction needs reasons of its own', async () => {
    const walk = await decision();
    expect(await lawRefuses(walk, { outcome: 'DISMISS', reason: 'Tidak cukup.' })).toEqual(
      onField('DEVIATION_NEEDS_REASON', 'reason'),
    );
    expect(
      await walk.act({ outcome: 'DISMISS', reason: 'Akun itu terbukti bukan milik terlapor; bukti ada di berkas.' }),
    ).toMatchObject({ kind: 'done' });
  });

  it('that the report recommends needs none beyond its own', async () => {
    const walk = await (await examination()).through({ ...steps.examination, recommendedSanction: 'NONE' });
    await walk.through({ outcome: 'DISMISS', reason: 'Tidak cukup.' });
    expect((await walk.state()).closed?.reason).toBe('DISMISSED');
  });
});

describe('a decision that is sent up', () => {
  it('goes to the next higher official who may decide, one after the other', async () => {
    const walk = await lightDecision();
    const holders = [await holderOf(walk)];
    for (let ups = 0; ups < 3; ups += 1) {
      expect(await walk.act({ outcome: 'FORWARD' })).toEqual({ kind: 'handed-over', cause: 'FORWARDED' });
      holders.push(await holderOf(walk));
    }
    expect(holders).toEqual([nips.section, nips.division, nips.head, nips.ppk]);
    expect(await lawRefuses(walk, { outcome: 'FORWARD' })).toEqual(onField('NOBODY_COMPETENT', 'outcome'));
  });

  it('gives the next one a period of their own, and is nobody’s silence', async () => {
    const walk = await lightDecision();
    const { dueAt } = await walk.openTask();
    walk.at(dueAt);
    await walk.act({ outcome: 'FORWARD' });
    expect((await walk.openTask()).dueAt > dueAt).toBe(true);
    expect((await walk.state()).silences).toEqual([]);
  });

  it('passes over whoever may not hold it', async () => {
    const walk = await lightDecision();
    change(walk, nips.division, { active: false });
    await walk.act({ outcome: 'FORWARD' });
    expect(await holderOf(walk)).toBe(nips.head);
  });
});

describe('a case that only the President decides', () => {
  it('cannot be decided here', async () => {
    expect(await lawRefuses(await president(), lightly.decision)).toEqual(onField('AUTHORITY_IS_PRESIDENT'));
  });

  it('leaves as a proposal, with its letter, and is closed as that', async () => {
    const walk = await (await president()).through({ ...lightly.decision, outcome: 'PROPOSE' });
    const state = await walk.state();
    expect([state.status, state.closed?.reason]).toEqual(['REFERRED', 'PROPOSED']);
    expect('proposal' in state && state.proposal).toMatchObject({ to: 'PRESIDENT', sanctionCode: 'R2' });
    expect(state.letters.map(({ form }) => form)).toContain('PROPOSAL');
    expect(state.notifications.map(({ recipient }) => recipient)).toEqual(['REPORTER']);
  });

  it.each([
    ['nothing that was not disclosed', { provisions: ['5a'] }, 'EVIDENCE_NOT_DISCLOSED', 'provisions'],
    ['no other level than provisions and impact give', { sanctionCode: 'S1' }, 'LEVEL_MISMATCH', 'sanctionCode'],
    ['no moral sanction', { sanctionCode: 'M1' }, 'TRACK_HAS_NO_MORAL_SANCTION', 'sanctionCode'],
  ])('is proposed with %s', async (_what, fields, code, path) => {
    const act = { ...lightly.decision, outcome: 'PROPOSE', ...fields };
    expect(await lawRefuses(await president(), act)).toEqual(onField(code, path));
  });

  it('is the only one that is proposed', async () => {
    const fields = { ...steps.decision, outcome: 'PROPOSE' };
    expect(await lawRefuses(await decision(), fields)).toEqual(onField('NOT_PRESIDENT_CASE', 'outcome'));
  });
});

describe('a decision that comes back', () => {
  it('is examined again in a new round: disclosed, summoned and heard anew, without triage and review', async () => {
    const walk = await (await decision()).through({ outcome: 'RETURN' });
    const state = await walk.state();
    expect([state.status, state.round, state.openTask?.kind, state.respondentTask?.kind]).toEqual([
      'EXAMINATION',
      2,
      'examination',
      'response',
    ]);
    expect(state.summonses.map(({ round, ordinal }) => [round, ordinal])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(state.triages).toHaveLength(1);
    await walk.through(steps.examination, steps.decision);
    const end = await walk.state();
    expect('sanction' in end && end.sanction).toMatchObject({ round: 2 });
    expect(end.letters.filter(({ form }) => form === 'EXAMINATION_REPORT').map(({ letterId }) => letterId)).toEqual([
      'letter-report-1',
      'letter-report-2',
    ]);
  });

  it('is stepped back from, and goes up', async () => {
    const walk = await lightDecision();
    expect(await walk.act({ outcome: 'RECUSE' })).toEqual({ kind: 'handed-over', cause: 'RECUSED' });
    expect(await holderOf(walk)).toBe(nips.division);
  });
});

describe('a holder who has become the respondent’s inferior', () => {
  it('hands the decision over instead of deciding', async () => {
    const walk = await lightDecision();
    change(walk, nips.section, { superiorNip: nipOf(nips.employee) });
    change(walk, nips.employee, { superiorNip: nipOf(nips.division) });
    expect(await walk.act(lightly.decision)).toEqual({ kind: 'handed-over', cause: 'INELIGIBLE' });
    expect(await holderOf(walk)).toBe(nips.division);
  });
});
