import { agencySettingsSchema } from '../../../../../core/rules/agency-settings.ts';
import { sampleAgency } from '../../../../../local/sample/sample-agency.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { lightly, sampleReport, steps } from '../../../../support/sample-report.ts';
import { agency, nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusedAct } from '../refusals.ts';
import { choose, once, triage } from '../worlds.ts';

const refused = (code: string, path = 'sanctionCode') => ({ code, path, citesALaw: true });
const codeOf = async (walk: Walk): Promise<string | undefined> => {
  const state = await walk.state();
  return 'sanction' in state ? state.sanction.sanctionCode : undefined;
};

const pppk = { ...steps.triage, respondentNip: nips.contract, track: 'DISCIPLINE_PPPK' };
const withRule = async (walk: Walk): Promise<Walk> => {
  const { settings } = await sampleAgency();
  await walk.ports.directory.putSettings(
    agencySettingsSchema.parse({ ...settings, stepUp: undefined, agencyId: agency.agencyId }),
  );
  return walk;
};

describe('a contract employee', () => {
  it('whose agency has loaded no rule of its own is examined and not sanctioned; nothing stands still', async () => {
    const walk = await (await triage()).through(pppk, steps.review, {
      ...lightly.examination,
      recommendedSanction: undefined,
    });
    expect((await walk.state()).status).toBe('DECISION');
    expect(await lawRefuses(walk, lightly.decision)).toEqual(refused('PPPK_RULE_NOT_LOADED'));
    await walk.through({ outcome: 'DISMISS', reason: 'Menunggu aturan instansi, perkara ini tidak dapat diputus.' });
    expect((await walk.state()).closed?.reason).toBe('DISMISSED');
  });

  it('is sanctioned by the rule of the agency once it is loaded, with its own names', async () => {
    const walk = await (await triage()).through(pppk, steps.review);
    expect(await lawRefuses(walk, lightly.examination)).toEqual(refused('PPPK_RULE_NOT_LOADED', 'recommendedSanction'));
    await withRule(walk);
    await walk.through(lightly.examination, lightly.decision);
    expect([(await walk.state()).status, await codeOf(walk)]).toEqual(['SERVICE', 'R2']);
  });

  it('cannot be given what the rule of the agency does not have', async () => {
    const walk = await withRule(await triage());
    await walk.through(pppk, steps.review, lightly.examination);
    const { settings } = await sampleAgency();
    const codes = settings?.pppkSanctions?.flatMap(({ sanctions }) => sanctions.map(({ code }) => code)) ?? [];
    const missing = ['R1', 'R2', 'R3', 'S1', 'S2', 'S3', 'B1', 'B2', 'B3'].find(
      (code) => !codes.some((one) => one === code),
    );
    if (missing === undefined) return;
    expect(await lawRefuses(walk, { ...lightly.decision, sanctionCode: missing })).toEqual(
      refused('SANCTION_NOT_IN_PPPK_RULE'),
    );
  });

  it('is judged by the catalogue of civil servants, where the agency says so', async () => {
    const walk = await choose(await triage(), { pppkCatalogueFallback: true });
    await walk.through(pppk, steps.review, lightly.examination, lightly.decision);
    expect(await codeOf(walk)).toBe('R2');
  });
});

const ethics = { ...steps.triage, track: 'ETHICS' };
const heard = {
  outcome: 'HELD',
  statement: 'Saya menyesal.',
  findings: 'Terbukti.',
  aggravating: 'Tidak ada.',
  mitigating: 'Mengaku.',
  recommendedSanction: 'M1',
};
const paneled = once(async () => (await triage()).through(ethics, steps.review, { outcome: 'FORM' }, heard));

describe('a breach of ethics', () => {
  it('needs neither charges nor impact in its report, and ends in a moral sanction by the PPK', async () => {
    const walk = await (await paneled()).through({ outcome: 'SANCTION', sanctionCode: 'M1' });
    const state = await walk.state();
    expect('sanction' in state && state.sanction).toMatchObject({
      sanctionCode: 'M1',
      level: 'MORAL',
      principles: ['P6', 'P7'],
    });
    expect(
      state.evidence.some(({ artifactId }) => artifactId.includes('decision') || artifactId.includes('moral')),
    ).toBe(true);
  });

  it.each([
    ['R1', 'TRACK_HAS_NO_DISCIPLINE_SANCTION'],
    ['B3', 'TRACK_HAS_NO_DISCIPLINE_SANCTION'],
  ])('knows no %s', async (sanctionCode, code) => {
    expect(await lawRefuses(await paneled(), { outcome: 'SANCTION', sanctionCode })).toEqual(refused(code));
  });

  it('is not sanctioned without a panel, unless the agency wants none', async () => {
    const walk = await choose(await triage(), { ethicsPanelRequired: false });
    await walk.through(ethics, steps.review, heard);
    await choose(walk, {});
    expect(await lawRefuses(walk, { outcome: 'SANCTION', sanctionCode: 'M1' })).toEqual(refused('PANEL_REQUIRED'));
    await choose(walk, { ethicsPanelRequired: false });
    await walk.through({ outcome: 'SANCTION', sanctionCode: 'M1' });
    expect(await codeOf(walk)).toBe('M1');
  });

  it('takes effect as any decision does, and is then over', async () => {
    const walk = await (await paneled()).through(
      {
        outcome: 'SANCTION',
        sanctionCode: 'M2',
        deviationReason: 'Pernyataan terbuka lebih patut karena tersebar luas.',
      },
      steps.service,
    );
    await walk.lapse('remedy');
    await walk.go();
    expect((await walk.state()).closed?.reason).toBe('SANCTIONED');
  });
});

describe('an examiner', () => {
  it.each([
    ['M1', 'DISCIPLINE_PNS', steps.triage, steps.examination],
    ['S1', 'ETHICS', ethics, heard],
    ['B1', 'DISCIPLINE_PPPK', pppk, steps.examination],
  ])(
    'cannot recommend %s on track %s: the report would name what there is not',
    async (recommendedSanction, _track, named, held) => {
      const walk = await withRule(await triage());
      await walk.through(named, steps.review);
      if ((await walk.openTask()).kind === 'team') await walk.through({ outcome: 'FORM' });
      expect(await refusedAct(walk, { ...held, recommendedSanction })).toMatchObject({ path: 'recommendedSanction' });
    },
  );
});

describe('an act before every loaded rule', () => {
  it('is not sanctioned by a later one, and can be dismissed', async () => {
    const { incident } = sampleReport();
    const walk = await (await Walk.file({ incident: { ...incident, occurredAt: '2017-05-01' } })).go();
    await walk.through(steps.triage, { ...steps.review, charges: ['3d', '3f'] }, steps.examination);
    expect(await refusedAct(walk, steps.decision)).toEqual({ code: 'RULE_NOT_IN_FORCE', path: 'sanctionCode' });
    await walk.through({ outcome: 'DISMISS', reason: 'Tidak ada aturan yang berlaku saat perbuatan dilakukan.' });
    expect((await walk.state()).closed?.reason).toBe('DISMISSED');
  });
});
