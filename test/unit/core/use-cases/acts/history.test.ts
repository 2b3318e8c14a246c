import { Walk } from '../../../../support/memory/walk.ts';
import { lightly, sampleReport, steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses } from '../refusals.ts';
import { decision, once, remedy } from '../worlds.ts';

const at = (url: string) => ({ incident: { ...sampleReport().incident, urls: [url] } });
const deviationReason = 'Pelanggaran yang sama berulang, sehingga harus lebih berat daripada yang lalu.';

/** Another case of the same respondent, in the same world, up to its decision. */
const another = async (
  first: Walk,
  overrides: Record<string, unknown> = {},
  acts: typeof steps | typeof lightly = steps,
): Promise<Walk> => {
  const walk = await (await Walk.file(overrides, first.store)).go();
  return walk.through(acts.triage, acts.review, acts.examination);
};
const refused = (code: string, path = 'sanctionCode') => ({ code, path, citesALaw: true });

/** Somebody who was given S1 for a page that stands at an address. */
const sanctioned = once(async () => {
  const walk = await (await Walk.file(at('https://media.test/unggahan/1'))).go();
  return walk.through(steps.triage, steps.review, steps.examination, steps.decision);
});

describe('the same violation again', () => {
  it('calls for something heavier than the last', async () => {
    const walk = await another(await sanctioned());
    expect(await lawRefuses(walk, steps.decision)).toEqual(refused('RECIDIVISM_NOT_HEAVIER'));
    expect(await walk.act({ ...steps.decision, sanctionCode: 'S2', deviationReason })).toMatchObject({ kind: 'done' });
  });

  it('is raised above the level that impact and provisions give', async () => {
    const walk = await another(await sanctioned(), {}, lightly);
    expect(await lawRefuses(walk, lightly.decision)).toEqual(refused('RECIDIVISM_NOT_HEAVIER'));
  });

  it('is another violation, where it shares no provision', async () => {
    const first = await sanctioned();
    const walk = await (await Walk.file({}, first.store)).go();
    await walk.through(steps.triage, { ...steps.review, charges: ['3g'] }, { ...steps.examination, charges: ['3g'] });
    expect(await walk.act({ ...steps.decision, provisions: ['3g'] })).toMatchObject({ kind: 'done' });
  });

  it('of somebody else is none', async () => {
    const first = await sanctioned();
    const walk = await (await Walk.file({ respondent: { nip: nips.section } }, first.store)).go();
    await walk.through({ ...steps.triage, respondentNip: nips.section }, steps.review, steps.examination);
    expect(await walk.act(steps.decision)).toMatchObject({ kind: 'done' });
  });

  it('does not count a sanction that was annulled', async () => {
    const first = await remedy();
    await first.own({ outcome: 'FILE', grounds: 'Saya keberatan.' });
    await (await first.go()).through({ ...steps.appeal, outcome: 'ANNULLED' });
    expect((await first.state()).closed?.reason).toBe('ANNULLED');
    const walk = await another(first);
    expect(await walk.act(steps.decision)).toMatchObject({ kind: 'done' });
  });

  it('counts what a remedy made of the last one', async () => {
    const first = await remedy();
    await first.own({ outcome: 'FILE', grounds: 'Saya keberatan.' });
    await (await first.go()).through({ ...steps.appeal, outcome: 'CHANGED', sanctionCode: 'S3' });
    const walk = await another(first);
    const s3 = { ...steps.decision, sanctionCode: 'S3', deviationReason };
    expect(await lawRefuses(walk, s3)).toEqual(refused('RECIDIVISM_NOT_HEAVIER'));
  });

  it('does not count a case that was not decided yet', async () => {
    const walk = await another(await decision());
    expect(await walk.act(steps.decision)).toMatchObject({ kind: 'done' });
  });
});

describe('one act', () => {
  it.each([
    ['the same address', 'https://media.test/unggahan/1'],
    ['the same address, written otherwise', 'https://MEDIA.test/unggahan/1?utm_source=wa#atas'],
  ])('is not sanctioned twice: %s', async (_what, url) => {
    const walk = await another(await sanctioned(), at(url));
    expect(await lawRefuses(walk, { ...steps.decision, sanctionCode: 'S2', deviationReason })).toEqual(
      refused('NE_BIS_IN_IDEM'),
    );
  });

  it('at another address is another act', async () => {
    const walk = await another(await sanctioned(), at('https://media.test/unggahan/2'));
    expect(await walk.act({ ...steps.decision, sanctionCode: 'S2', deviationReason })).toMatchObject({ kind: 'done' });
  });
});
