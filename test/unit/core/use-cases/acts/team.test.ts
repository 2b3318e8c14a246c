import { Walk } from '../../../../support/memory/walk.ts';
import { heavily, steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses } from '../refusals.ts';
import {
  change,
  choose,
  examination,
  heavyDecision,
  holderOf,
  once,
  review,
  team,
  teamExamination,
  triage,
} from '../worlds.ts';

const membersOf = async (walk: Walk) => (await walk.state()).teams.at(-1)?.members;
const refusal = (walk: Walk, fields: Record<string, unknown>) => lawRefuses(walk, { outcome: 'FORM', ...fields });
const refusedAs = (code: string) => ({ code, path: 'members', citesALaw: true });

const proper = {
  members: [nips.section, nips.inspector, nips.personnel],
  chair: nips.section,
  secretary: nips.personnel,
};

describe('a team', () => {
  it('is asked for before anybody is summoned, where the charges and the impact are heavy', async () => {
    const state = await (await team()).state();
    expect([state.openTask?.kind, state.summonses, state.disclosures]).toEqual(['team', [], []]);
    expect(await holderOf(await team())).toBe(nips.ppk);
  });

  it.each([
    ['no impact was stated', { ...heavily.review, impact: undefined }],
    ['the impact makes the charges moderate', { ...steps.review, charges: ['3d'], impact: 'AGENCY' }],
  ])('is not, where %s', async (_what, fields) => {
    const walk = await (await review()).through(fields);
    expect((await walk.openTask()).kind).toBe('examination');
  });

  it('that the rules propose has the direct superior, oversight and personnel, none below the examinee', async () => {
    const walk = await (await team()).through({ outcome: 'FORM' });
    expect(await membersOf(walk)).toEqual([
      { nip: nips.section, element: 'SUPERIOR', position: 'CHAIR' },
      { nip: nips.inspector, element: 'OVERSIGHT', position: 'MEMBER' },
      { nip: nips.personnel, element: 'PERSONNEL', position: 'SECRETARY' },
    ]);
    expect((await walk.state()).letters.map(({ form }) => form)).toEqual(['EXAMINING_TEAM', 'SUMMONS']);
    expect(await holderOf(walk)).toBe(nips.section);
  });

  it('as the authority names it sits as it was named', async () => {
    const walk = await (await team()).through({ outcome: 'FORM', ...proper, chair: nips.inspector });
    expect(await membersOf(walk)).toMatchObject([
      { position: 'MEMBER' },
      { position: 'CHAIR' },
      { position: 'SECRETARY' },
    ]);
    expect(await holderOf(walk)).toBe(nips.inspector);
  });

  it.each([
    [
      'without oversight',
      { ...proper, members: [nips.section, nips.personnel, nips.head] },
      'TEAM_COMPOSITION_ELEMENT',
    ],
    [
      'without personnel',
      { members: [nips.section, nips.inspector, nips.auditor], chair: nips.section, secretary: nips.auditor },
      'TEAM_COMPOSITION_ELEMENT',
    ],
    [
      'without a superior',
      { members: [nips.inspector, nips.personnel], chair: nips.inspector, secretary: nips.personnel },
      'TEAM_COMPOSITION_ELEMENT',
    ],
    ['without a chair', { ...proper, chair: undefined }, 'TEAM_COMPOSITION_POSITION'],
    ['without a secretary', { ...proper, secretary: undefined }, 'TEAM_COMPOSITION_POSITION'],
    ['with the accused in it', { ...proper, members: [...proper.members, nips.employee] }, 'TEAM_COMPOSITION_CONFLICT'],
    [
      'with the authority that will decide in it',
      { ...proper, members: [...proper.members, nips.ppk] },
      'TEAM_COMPOSITION_CONFLICT',
    ],
    [
      'of people whom the directory does not know',
      { members: ['199101012016031001'], chair: '199101012016031001' },
      'TEAM_COMPOSITION_ELEMENT',
    ],
  ])('%s is refused', async (_what, fields, code) => {
    expect(await refusal(await team(), fields)).toEqual(refusedAs(code));
  });

  it('with somebody who reported the case is refused', async () => {
    const walk = await (
      await (await Walk.file({ reporter: { name: 'Warga', email: 'inspektur.pembantu@uji.tertib.test' } })).go()
    ).through(steps.triage, heavily.review);
    expect(await refusal(walk, proper)).toEqual(refusedAs('TEAM_COMPOSITION_CONFLICT'));
    await walk.through({ outcome: 'FORM' });
    expect((await membersOf(walk))?.map(({ nip }) => nip)).not.toContain(nips.inspector);
  });

  it('is refused, in words, where the directory has nobody of an element', async () => {
    const walk = await team();
    for (const nip of [nips.inspector, nips.auditor]) change(walk, nip, { active: false });
    expect(await refusal(walk, {})).toEqual(refusedAs('TEAM_NOT_POSSIBLE'));
  });

  it('may be left out, where none is needed: the superior examines', async () => {
    const walk = await (await examination()).through({ outcome: 'REQUEST_TEAM' }, { outcome: 'DECLINE' });
    expect([(await walk.openTask()).kind, await holderOf(walk)]).toEqual(['examination', nips.section]);
    expect((await walk.state()).teamsDeclined).toHaveLength(1);
  });

  it('that was left out can be asked for again', async () => {
    const walk = await (await team()).through({ outcome: 'DECLINE' }, { outcome: 'REQUEST_TEAM' });
    expect((await walk.openTask()).kind).toBe('team');
  });

  it('that was left out makes a heavy sanction impossible, until the case comes back and one examines', async () => {
    const walk = await (await team()).through({ outcome: 'DECLINE' }, heavily.examination);
    expect(await lawRefuses(walk, heavily.decision)).toMatchObject({ code: 'TEAM_REQUIRED' });
    await walk.through({ outcome: 'RETURN' });
    expect((await walk.openTask()).kind).toBe('team');
    await walk.through({ outcome: 'FORM' }, heavily.examination, heavily.decision);
    expect((await walk.state()).status).toBe('SERVICE');
  });

  it('examines again after a return, without being formed again', async () => {
    const walk = await (await heavyDecision()).through({ outcome: 'RETURN' });
    expect([(await walk.openTask()).kind, await holderOf(walk)]).toEqual(['examination', nips.section]);
    expect((await walk.state()).teams).toHaveLength(1);
  });
});

/** The section head is accused: PENGAWAS, with the division head above. */
const superior = once(async () =>
  (await triage()).through({ ...steps.triage, respondentNip: nips.section }, heavily.review),
);

describe('the team of an accused superior', () => {
  it('has the next higher superior in it, and nobody of a lower post', async () => {
    const walk = await (await superior()).through({ outcome: 'FORM' });
    expect(await membersOf(walk)).toEqual([
      { nip: nips.division, element: 'SUPERIOR', position: 'CHAIR' },
      { nip: nips.inspector, element: 'OVERSIGHT', position: 'MEMBER' },
      { nip: nips.personnel, element: 'PERSONNEL', position: 'SECRETARY' },
    ]);
  });

  it('is refused with somebody of a lower post, by name', async () => {
    const walk = await superior();
    const members = [nips.division, nips.auditor, nips.personnel];
    const fields = { outcome: 'FORM', members, chair: nips.division, secretary: nips.personnel };
    expect(await refusal(walk, fields)).toEqual(refusedAs('TEAM_COMPOSITION_RANK'));
    expect(await walk.act(fields)).toMatchObject({ refusal: { id: expect.stringContaining('Auditor Uji') } });
  });

  it('is refused with somebody below the accused', async () => {
    const walk = await superior();
    change(walk, nips.employee, { positionClass: 'ADMINISTRATOR', roles: ['auditor'] });
    const members = [nips.division, nips.employee, nips.personnel];
    expect(await refusal(walk, { members, chair: nips.division, secretary: nips.personnel })).toEqual(
      refusedAs('TEAM_COMPOSITION_CONFLICT'),
    );
  });
});

/** The case is one of ethics. */
const ethics = once(async () => (await triage()).through({ ...steps.triage, track: 'ETHICS' }, steps.review));

describe('a panel for ethics', () => {
  it('is asked for, has an odd number of at least five, and is chaired by the highest of them', async () => {
    const walk = await ethics();
    expect((await walk.openTask()).kind).toBe('team');
    await walk.through({ outcome: 'FORM' });
    const members = (await membersOf(walk)) ?? [];
    expect(members).toHaveLength(5);
    expect(members.filter(({ position }) => position === 'CHAIR').map(({ nip }) => nip)).toEqual([nips.head]);
  });

  it('cannot be left out where the agency wants one', async () => {
    expect(await lawRefuses(await ethics(), { outcome: 'DECLINE' })).toEqual({
      code: 'PANEL_REQUIRED',
      path: 'outcome',
      citesALaw: true,
    });
  });

  it.each([
    ['three', [nips.section, nips.division, nips.head]],
    ['six', [nips.section, nips.division, nips.head, nips.inspector, nips.personnel, nips.auditor]],
  ])('of %s is refused', async (_count, members) => {
    expect(await refusal(await ethics(), { members, chair: nips.head, secretary: nips.section })).toEqual(
      refusedAs('TEAM_COMPOSITION_PANEL'),
    );
  });

  it('is not asked for, and may be left out, where the agency wants none', async () => {
    const walk = await choose(await triage(), { ethicsPanelRequired: false });
    await walk.through({ ...steps.triage, track: 'ETHICS' }, steps.review);
    expect((await walk.openTask()).kind).toBe('examination');
    await walk.through({ outcome: 'REQUEST_TEAM' }, { outcome: 'DECLINE' });
    expect((await walk.openTask()).kind).toBe('examination');
  });
});

describe('a case that becomes another kind of case', () => {
  it('needs the body of its new track: a team is no panel', async () => {
    const walk = await (await teamExamination()).through({ outcome: 'CHANGE_TRACK', track: 'ETHICS' });
    expect((await walk.openTask()).kind).toBe('team');
    await walk.through({ outcome: 'FORM' });
    expect(await membersOf(walk)).toHaveLength(5);
  });

  it('asks again, though a team was left out before', async () => {
    const walk = await (await team()).through({ outcome: 'DECLINE' }, { outcome: 'CHANGE_TRACK', track: 'ETHICS' });
    expect((await walk.openTask()).kind).toBe('team');
  });
});

describe('four roles are four people', () => {
  it('who forms the team and decides is in no team', async () => {
    const walk = await teamExamination();
    expect((await membersOf(walk))?.map(({ nip }) => nip)).not.toContain(nips.ppk);
  });
});
