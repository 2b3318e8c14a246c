import fc from 'fast-check';
import { type PositionClass, positionClassSchema, type SanctionLevel } from '../../../../core/rules/codes.ts';
import { configureRules, latestRule } from '../../../../core/rules/rule-book.ts';
import { checkTeam, proposeTeam, type TeamCandidate } from '../../../../core/rules/team-check.ts';
import {
  mayExamine,
  type TeamElement,
  type TeamMember,
  type TeamPosition,
  teamElementSchema,
  teamNeed,
  teamRulesSchema,
} from '../../../../core/rules/team-rules.ts';
import { ruleBook } from '../../../../rules/index.ts';

const rules = latestRule(ruleBook.teams);
const discipline = { track: 'DISCIPLINE_PNS', examineePositionClass: 'PENGAWAS' } as const;

const member = (
  nip: string,
  [element, position]: readonly [TeamElement, TeamPosition],
  positionClass: PositionClass = 'ADMINISTRATOR',
): TeamMember => ({ nip, element, position, positionClass });
const sound = [
  member('A', ['SUPERIOR', 'CHAIR']),
  member('B', ['PERSONNEL', 'SECRETARY']),
  member('C', ['OVERSIGHT', 'MEMBER']),
];
const said = (verdict: ReturnType<typeof checkTeam>) => (verdict.ok ? 'OK' : verdict.refusal.code);
const seats: readonly TeamPosition[] = ['CHAIR', 'SECRETARY', 'MEMBER', 'MEMBER', 'MEMBER', 'MEMBER', 'MEMBER'];
const panel = (size: number) => seats.slice(0, size).map((position, at) => member(String(at), ['OTHER', position]));

describe('an examining team', () => {
  it.each<[string, readonly TeamMember[], string]>([
    ['superior, oversight and personnel, chair, secretary and member', sound, 'OK'],
    ['with another appointed official', [...sound, member('D', ['OTHER', 'MEMBER'])], 'OK'],
    ['without oversight', [...sound.slice(0, 2), member('C', ['OTHER', 'MEMBER'])], 'TEAM_COMPOSITION_ELEMENT'],
    ['of nobody', [], 'TEAM_COMPOSITION_ELEMENT'],
    ['without a chair', sound.map((one) => ({ ...one, position: 'MEMBER' as const })), 'TEAM_COMPOSITION_POSITION'],
    ['with two chairs', [...sound, member('D', ['OTHER', 'CHAIR'])], 'TEAM_COMPOSITION_POSITION'],
    [
      'with nobody beside chair and secretary',
      [...sound.slice(0, 2), member('C', ['OVERSIGHT', 'CHAIR'])],
      'TEAM_COMPOSITION_POSITION',
    ],
    ['with one person twice', [...sound, member('A', ['OTHER', 'MEMBER'])], 'TEAM_COMPOSITION_REPEATED'],
    ['with a lower post', [...sound, member('D', ['OTHER', 'MEMBER'], 'PELAKSANA')], 'TEAM_COMPOSITION_RANK'],
  ])('%s: %s', (_what, members, expected) => {
    expect(said(checkTeam(ruleBook, { ...discipline, members }))).toBe(expected);
  });

  it('has nobody who is involved in the case', () => {
    const verdict = checkTeam(ruleBook, { ...discipline, members: sound, barred: ['A'] });
    expect(verdict).toMatchObject({
      ok: false,
      refusal: { code: 'TEAM_COMPOSITION_CONFLICT', citation: { text: 'Peraturan BKN 6/2022 Pasal 29 ayat (6)' } },
    });
  });

  it('is refused with names, posts and the article', () => {
    const members = [...sound, { ...member('D', ['OTHER', 'MEMBER'], 'PELAKSANA'), name: 'Budi' }];
    const verdict = checkTeam(ruleBook, { ...discipline, members });
    expect(verdict.ok || verdict.refusal.id).toBe(
      'Jabatan anggota tim tidak boleh lebih rendah daripada jabatan terlapor (Pejabat Pengawas). Ganti: Budi. (Peraturan BKN 6/2022 Pasal 29)',
    );
    const lacking = checkTeam(ruleBook, { ...discipline, members: [] });
    expect(lacking.ok || lacking.refusal.en).toMatch(
      /lacks the element of the direct superior, the element of oversight and the element of personnel\./,
    );
  });
});

describe('an ethics panel', () => {
  it.each<[number, string]>([
    [3, 'TEAM_COMPOSITION_PANEL'],
    [4, 'TEAM_COMPOSITION_PANEL'],
    [5, 'OK'],
    [6, 'TEAM_COMPOSITION_PANEL'],
    [7, 'OK'],
  ])('of %i members: %s', (size, expected) => {
    expect(said(checkTeam(ruleBook, { ...discipline, track: 'ETHICS', members: panel(size) }))).toBe(expected);
  });

  it('needs no element, but chair, secretary and rank', () => {
    const headless = panel(5).map((one) => ({ ...one, position: 'MEMBER' as const }));
    const low = panel(5).map((one) => ({ ...one, positionClass: 'PELAKSANA' as const }));
    const asked = { ...discipline, track: 'ETHICS' } as const;
    expect(said(checkTeam(ruleBook, { ...asked, members: headless }))).toBe('TEAM_COMPOSITION_POSITION');
    expect(said(checkTeam(ruleBook, { ...asked, members: low }))).toBe('TEAM_COMPOSITION_RANK');
  });
});

describe('who may examine whom', () => {
  it.each<[PositionClass, PositionClass, boolean]>([
    ['ADMINISTRATOR', 'ADMINISTRATOR', true],
    ['PENGAWAS', 'ADMINISTRATOR', false],
    ['JF_AHLI_MADYA', 'ADMINISTRATOR', true],
    ['JF_AHLI_MUDA', 'ADMINISTRATOR', false],
    ['JF_AHLI_MUDA', 'PENGAWAS', true],
    ['JF_AHLI_PERTAMA', 'PELAKSANA', true],
    ['JPT_PRATAMA', 'JF_AHLI_UTAMA', false],
    ['JF_AHLI_UTAMA', 'JPT_PRATAMA', true],
    ['JPT_MADYA', 'JPT_UTAMA', false],
  ])('%s examines %s: %s', (examiner, examinee, expected) => {
    expect(mayExamine(rules, examiner, examinee)).toBe(expected);
  });

  it('every post stands on the ladder once', () => {
    const doubled = { ...rules, ranks: { ...rules.ranks, ladder: [...rules.ranks.ladder, ['PELAKSANA']] } };
    expect(teamRulesSchema.safeParse(doubled).error?.issues[0]?.message).toBe('PELAKSANA must stand once');
  });
});

describe('the need of a team', () => {
  it.each<[SanctionLevel, string]>([
    ['LIGHT', 'NONE'],
    ['MODERATE', 'OPTIONAL'],
    ['HEAVY', 'MANDATORY'],
    ['MORAL', 'MANDATORY'],
  ])('for a %s sanction is %s', (level, expected) => {
    expect(teamNeed(ruleBook, { level })).toBe(expected);
  });

  it('of a panel is for the agency to drop', () => {
    expect(teamNeed(configureRules(ruleBook, { ethicsPanelRequired: false }), { level: 'MORAL' })).toBe('OPTIONAL');
  });
});

describe('a proposed team', () => {
  const candidates: TeamCandidate[] = [
    { nip: 'A', element: 'SUPERIOR', positionClass: 'PENGAWAS' },
    { nip: 'B', element: 'SUPERIOR', positionClass: 'ADMINISTRATOR' },
    { nip: 'C', element: 'PERSONNEL', positionClass: 'ADMINISTRATOR' },
    { nip: 'D', element: 'OVERSIGHT', positionClass: 'JF_AHLI_MADYA' },
  ];
  const proposed = (change: Partial<Parameters<typeof proposeTeam>[1]> = {}) =>
    proposeTeam(ruleBook, { ...discipline, candidates, ...change });
  const nips = (proposal: ReturnType<typeof proposeTeam>) =>
    proposal.ok ? proposal.members.map(({ nip, position }) => `${nip}:${position}`).join(' ') : proposal.refusal.code;

  it.each<[string, Partial<Parameters<typeof proposeTeam>[1]>, string]>([
    ['takes the nearest superior', {}, 'A:CHAIR D:MEMBER C:SECRETARY'],
    ['takes the next higher one where the nearest is involved', { barred: ['A'] }, 'B:CHAIR D:MEMBER C:SECRETARY'],
    ['takes nobody below the respondent', { examineePositionClass: 'ADMINISTRATOR' }, 'B:CHAIR D:MEMBER C:SECRETARY'],
    ['is impossible without an element', { barred: ['D'] }, 'TEAM_NOT_POSSIBLE'],
    ['is impossible for a post above all', { examineePositionClass: 'JPT_MADYA' }, 'TEAM_NOT_POSSIBLE'],
    ['as a panel needs five people', { track: 'ETHICS' }, 'TEAM_NOT_POSSIBLE'],
  ])('%s', (_what, change, expected) => {
    expect(nips(proposed(change))).toBe(expected);
  });

  it('keeps one who is needed elsewhere for that element', () => {
    const both: TeamCandidate[] = [
      { nip: 'A', element: 'SUPERIOR', positionClass: 'ADMINISTRATOR' },
      { nip: 'B', element: 'SUPERIOR', positionClass: 'ADMINISTRATOR' },
      { nip: 'A', element: 'PERSONNEL', positionClass: 'ADMINISTRATOR' },
      { nip: 'D', element: 'OVERSIGHT', positionClass: 'ADMINISTRATOR' },
    ];
    expect(nips(proposed({ candidates: both }))).toBe('B:CHAIR D:MEMBER A:SECRETARY');
  });

  it('as a panel is chaired by the highest', () => {
    const people: TeamCandidate[] = ['1', '2', '3', '4', '5', '6'].map((nip) => ({
      nip,
      element: 'OTHER',
      positionClass: nip === '3' ? 'JPT_PRATAMA' : 'ADMINISTRATOR',
    }));
    expect(nips(proposed({ track: 'ETHICS', candidates: people }))).toBe(
      '3:CHAIR 1:SECRETARY 2:MEMBER 4:MEMBER 5:MEMBER',
    );
  });

  const candidate = fc.record({
    nip: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    element: fc.constantFrom<TeamElement[]>(...teamElementSchema.options),
    positionClass: fc.constantFrom<PositionClass[]>(...positionClassSchema.options),
  });

  it('is always one that may examine, and always the same', () => {
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 12 }),
        fc.constantFrom('ETHICS' as const, 'DISCIPLINE_PNS' as const),
        fc.constantFrom<PositionClass[]>(...positionClassSchema.options),
        (people, track, examineePositionClass) => {
          const asked = { track, examineePositionClass, barred: ['F'], candidates: people };
          const proposal = proposeTeam(ruleBook, asked);
          expect(proposeTeam(ruleBook, asked)).toEqual(proposal);
          if (proposal.ok) expect(checkTeam(ruleBook, { ...asked, members: proposal.members })).toEqual({ ok: true });
        },
      ),
    );
  });
});
