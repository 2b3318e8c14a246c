import fc from 'fast-check';
import { type Staff, staffSchema } from '../../../../core/directory/staff.ts';
import {
  type AgencyKind,
  agencyKindSchema,
  type PositionClass,
  positionClassSchema,
} from '../../../../core/rules/codes.ts';
import {
  competentHolders,
  type DeciderQuestion,
  type DeciderRanking,
  isCompetent,
  rankDeciders,
} from '../../../../core/rules/deciders.ts';
import { configureRules } from '../../../../core/rules/rule-book.ts';
import { type SanctionColumn, sanctionColumnSchema } from '../../../../core/rules/sanction-rules.ts';
import { ruleBook } from '../../../../rules/index.ts';

const strict = configureRules(ruleBook, { higherAuthorityMayAct: false });

/** Somebody of a class; `*` marks a PPK, `-` somebody who is away. The number is the place in the line. */
const person = (text: string, number: number): Staff =>
  staffSchema.parse({
    agencyId: 'contoh',
    nip: `19800101200001${text.startsWith('*') ? '2' : '1'}${String(number).padStart(3, '0')}`,
    name: text.replace(/^[*-]+/, ''),
    employment: 'PNS',
    positionClass: text.replace(/^[*-]+/, ''),
    position: 'Jabatan',
    unit: 'Unit',
    roles: text.includes('*') ? ['ppk'] : [],
    accounts: [],
    active: !text.includes('-'),
  });

const question = (
  [respondent = 'PELAKSANA', ...line]: readonly string[],
  change: Partial<DeciderQuestion> = {},
): DeciderQuestion => ({
  respondent: person(respondent, 0),
  agencyKind: 'CENTRAL',
  column: 'LIGHT',
  line: line.map((text, index) => person(text, index + 1)),
  ppks: [person('*JPT_UTAMA', 90)],
  ...change,
});

const said = (ranking: DeciderRanking): string =>
  ranking.kind === 'OFFICIALS'
    ? ranking.candidates
        .map(({ staff, reason }) => `${staff.roles.includes('ppk') ? 'PPK' : staff.positionClass}:${reason}`)
        .join(' ')
    : ranking.kind;
const first = (ranking: DeciderRanking): string => said(ranking).split(' ')[0] ?? '';

const CENTRAL = ['PELAKSANA', 'PENGAWAS', 'ADMINISTRATOR', 'JPT_PRATAMA', 'JPT_MADYA', '*JPT_UTAMA'];
const REGENCY = ['PELAKSANA', 'PENGAWAS', 'ADMINISTRATOR', 'JPT_PRATAMA', 'JPT_PRATAMA', '*JPT_MADYA'];
const from = (ladder: readonly string[], positionClass: string) => ladder.slice(ladder.indexOf(positionClass));

describe('who decides first, along the ordinary line, for light, moderate, B1/B2 and B3', () => {
  const COLUMNS: SanctionColumn[] = ['LIGHT', 'MODERATE', 'B1_B2', 'B3'];

  it.each<[string, AgencyKind, readonly string[], string]>([
    ['JPT_UTAMA', 'CENTRAL', ['JPT_UTAMA'], 'PRESIDENT PRESIDENT PRESIDENT PRESIDENT'],
    ['JPT_MADYA who is a PPK', 'CENTRAL', ['*JPT_MADYA'], 'PRESIDENT PRESIDENT PRESIDENT PRESIDENT'],
    ['JPT_MADYA', 'CENTRAL', ['JPT_MADYA', '*JPT_UTAMA'], 'PPK PPK PPK PRESIDENT'],
    ['JPT_MADYA', 'PROVINCE', ['JPT_MADYA'], 'PPK PPK PPK PRESIDENT'],
    ['JF_AHLI_UTAMA', 'REGENCY', ['JF_AHLI_UTAMA', 'JPT_PRATAMA'], 'PPK PPK PPK PRESIDENT'],
    ['JPT_PRATAMA', 'CENTRAL', from(CENTRAL, 'JPT_PRATAMA'), 'JPT_MADYA PPK PPK PPK'],
    ['JPT_PRATAMA', 'REGENCY', from(REGENCY, 'JPT_PRATAMA'), 'PPK PPK PPK PPK'],
    ['ADMINISTRATOR', 'PROVINCE', from(CENTRAL, 'ADMINISTRATOR'), 'JPT_PRATAMA JPT_MADYA PPK PPK'],
    ['ADMINISTRATOR', 'REGENCY', from(REGENCY, 'ADMINISTRATOR'), 'JPT_PRATAMA PPK PPK PPK'],
    ['PENGAWAS', 'CENTRAL', from(CENTRAL, 'PENGAWAS'), 'ADMINISTRATOR JPT_PRATAMA PPK PPK'],
    ['PENGAWAS', 'REGENCY', from(REGENCY, 'PENGAWAS'), 'ADMINISTRATOR PPK PPK PPK'],
    ['PELAKSANA', 'CENTRAL', CENTRAL, 'PENGAWAS ADMINISTRATOR PPK PPK'],
    ['PELAKSANA', 'REGENCY', REGENCY, 'PENGAWAS PPK PPK PPK'],
    ['JF_AHLI_MADYA', 'CENTRAL', ['JF_AHLI_MADYA', 'JPT_PRATAMA', 'JPT_MADYA'], 'JPT_PRATAMA JPT_PRATAMA PPK PPK'],
    [
      'JF_AHLI_MUDA',
      'REGENCY',
      ['JF_AHLI_MUDA', ...from(REGENCY, 'ADMINISTRATOR')],
      'ADMINISTRATOR ADMINISTRATOR PPK PPK',
    ],
  ])('%s in %s', (_post, agencyKind, line, expected) => {
    const found = COLUMNS.map((column) => first(rankDeciders(ruleBook, question(line, { agencyKind, column }))));
    expect(found.map((text) => text.replace(/:NAMED$/, '')).join(' ')).toBe(expected);
  });

  it('leaves dismissal from a post filled by the President to the President', () => {
    const posts = { isPresidential: true } as const;
    expect(said(rankDeciders(ruleBook, question(CENTRAL, { ...posts, column: 'B3' })))).toBe('PRESIDENT');
    expect(first(rankDeciders(ruleBook, question(CENTRAL, { ...posts, column: 'B1_B2' })))).toBe('PPK:NAMED');
  });

  it.each<[string, string]>([
    ['JPT_UTAMA', 'menteri yang mengoordinasikan'],
    ['JF_AHLI_UTAMA', 'Pejabat Pembina Kepegawaian (PPK)'],
  ])('%s is proposed to the President by %s', (positionClass, proposer) => {
    expect(rankDeciders(ruleBook, question([positionClass], { column: 'B3' }))).toMatchObject({
      kind: 'PRESIDENT',
      proposer: { id: proposer },
    });
  });

  it('does not know a post that the table does not', () => {
    expect(said(rankDeciders(ruleBook, question(['JPT_MADYA'], { agencyKind: 'REGENCY' })))).toBe('NOT_DEFINED');
  });
});

describe('a unit with fewer levels', () => {
  const regency = { agencyKind: 'REGENCY' } as const;

  it('of a regency counts the actual line: the direct superior gives light sanctions', () => {
    const line = ['PELAKSANA', 'JPT_PRATAMA', 'JPT_PRATAMA', '*JPT_MADYA'];
    expect(said(rankDeciders(strict, question(line, regency)))).toBe('JPT_PRATAMA:NAMED');
  });

  it('of a regency has moderate ones given two levels up, after the PPK, whom every reading accepts', () => {
    const moderate = { ...regency, column: 'MODERATE' } as const;
    const line = ['PELAKSANA', 'ADMINISTRATOR', 'JPT_PRATAMA', '*JPT_MADYA'];
    expect(said(rankDeciders(strict, question(line, moderate)))).toBe(
      'PPK:NAMED PPK:NAMED ADMINISTRATOR:NAMED JPT_PRATAMA:NAMED',
    );
  });

  it('elsewhere passes to the next higher official', () => {
    const ranking = rankDeciders(strict, question(['PELAKSANA', 'ADMINISTRATOR', 'JPT_PRATAMA']));
    expect(ranking).toMatchObject({ kind: 'OFFICIALS', isVacant: true });
    expect(first(ranking)).toBe('ADMINISTRATOR:HIGHER');
  });

  it('may have a functional official whom the PPK designated, for light sanctions only', () => {
    const line = ['PELAKSANA', 'JF_AHLI_MUDA', 'JPT_PRATAMA'];
    const designated = [person('JF_AHLI_MUDA', 1).nip];
    expect(first(rankDeciders(ruleBook, question(line, { designated })))).toBe('JF_AHLI_MUDA:NAMED');
    expect(said(rankDeciders(ruleBook, question(line, { designated, column: 'MODERATE' })))).not.toContain('JF_');
    expect(said(rankDeciders(ruleBook, question(line)))).not.toContain('JF_');
  });
});

describe('who is not there', () => {
  it.each<[string, readonly string[], Partial<DeciderQuestion>]>([
    ['is away', ['PELAKSANA', '-PENGAWAS', 'ADMINISTRATOR', 'JPT_PRATAMA'], {}],
    ['is barred', ['PELAKSANA', 'PENGAWAS', 'ADMINISTRATOR', 'JPT_PRATAMA'], { barred: [person('PENGAWAS', 1).nip] }],
  ])('%s: the authority passes upwards', (_why, line, change) => {
    expect(said(rankDeciders(strict, question(line, change)))).toBe(
      'ADMINISTRATOR:HIGHER JPT_PRATAMA:HIGHER PPK:HIGHER',
    );
  });

  it('still counts as a level of the line', () => {
    const line = ['PELAKSANA', '-PENGAWAS', 'JPT_PRATAMA', 'JPT_PRATAMA'];
    const ranking = rankDeciders(ruleBook, question(line, { agencyKind: 'REGENCY', column: 'MODERATE' }));
    expect(ranking.kind === 'OFFICIALS' && ranking.candidates.map(({ lineStep }) => lineStep)).toEqual([null, 2, 3]);
  });

  it('leaves nobody where even the PPK is missing', () => {
    expect(rankDeciders(ruleBook, question(['PELAKSANA', 'PENGAWAS'], { column: 'B3', ppks: [] }))).toMatchObject({
      kind: 'NOBODY',
      titles: [{ id: 'Pejabat Pembina Kepegawaian (PPK)' }],
    });
  });
});

describe('a moral sanction', () => {
  it('is for the PPK, or for whom the agency names', () => {
    expect(said(rankDeciders(ruleBook, question(CENTRAL, { column: 'MORAL', ppks: [] })))).toBe('PPK:NAMED');
    const delegated = configureRules(strict, { moralSanctionAuthority: ['JPT_PRATAMA'] });
    expect(said(rankDeciders(delegated, question(CENTRAL, { column: 'MORAL' })))).toBe('JPT_PRATAMA:NAMED');
  });
});

describe('the holders that the table names', () => {
  const post = { positionClass: 'PENGAWAS', agencyKind: 'REGENCY', isPpk: false } as const;

  it('are given with their titles, the ladder and the article', () => {
    expect(competentHolders(ruleBook, { post, column: 'MODERATE' })).toMatchObject({
      holders: ['PPK', 'JPT_PRATAMA'],
      titles: [{ en: 'the Personnel Supervisory Officer (PPK)' }, { en: 'a primary high-leadership official' }],
      citation: { certainty: 'DISPUTED' },
    });
    expect(competentHolders(ruleBook, { post, column: 'MORAL' })?.citation.text).toBe('PP 42/2004 Pasal 15');
    expect(competentHolders(ruleBook, { post: { ...post, positionClass: 'JPT_MADYA' }, column: 'B3' })).toBeUndefined();
  });

  it('say whether one official may act', () => {
    const pratama = { positionClass: 'JPT_PRATAMA', isPpk: false } as const;
    const asked = { post, column: 'LIGHT', official: pratama } as const;
    expect(isCompetent(ruleBook, asked)).toBe(true);
    expect(isCompetent(strict, asked)).toBe(false);
    expect(isCompetent(strict, { ...asked, isVacant: true })).toBe(true);
    expect(isCompetent(strict, { ...asked, official: { ...pratama, lineStep: 1 } })).toBe(true);
    expect(isCompetent(ruleBook, { ...asked, official: { ...pratama, lineStep: null } })).toBe(false);
    expect(isCompetent(ruleBook, { ...asked, column: 'B3' })).toBe(false);
  });
});

describe('whatever the line', () => {
  const someone = fc.tuple(fc.constantFrom('', '*', '-'), fc.constantFrom(...positionClassSchema.options));
  const asked = fc.record({
    line: fc.array(someone, { maxLength: 6 }),
    respondent: fc.constantFrom<PositionClass[]>(...positionClassSchema.options),
    agencyKind: fc.constantFrom<AgencyKind[]>(...agencyKindSchema.options),
    column: fc.constantFrom<SanctionColumn[]>(...sanctionColumnSchema.options),
    barred: fc.integer({ min: 0, max: 6 }),
    mayGoHigher: fc.boolean(),
  });

  it('nobody decides who is absent, barred, the respondent or not competent, and nobody twice', () => {
    fc.assert(
      fc.property(asked, ({ line, respondent, agencyKind, column, barred, mayGoHigher }) => {
        const people = [respondent, ...line.map(([mark, positionClass]) => mark + positionClass)];
        const all = question(people, { agencyKind, column });
        const out = all.line[barred]?.nip;
        const book = mayGoHigher ? ruleBook : strict;
        const ranking = rankDeciders(book, { ...all, barred: out === undefined ? [] : [out] });
        if (ranking.kind !== 'OFFICIALS') return;
        const nips = ranking.candidates.map(({ staff }) => staff.nip);
        expect(new Set(nips).size).toBe(nips.length);
        expect(nips).not.toContain(all.respondent.nip);
        expect(nips).not.toContain(out);
        const { isVacant } = ranking;
        for (const { staff, lineStep } of ranking.candidates) {
          const official = { positionClass: staff.positionClass, isPpk: staff.roles.includes('ppk'), lineStep };
          const post = { positionClass: respondent, agencyKind, isPpk: false };
          expect(staff.active && isCompetent(book, { post, column, official, isVacant })).toBe(true);
        }
      }),
    );
  });

  it('those who are named come before those who are higher', () => {
    fc.assert(
      fc.property(asked, ({ line, respondent, agencyKind, column }) => {
        const people = [respondent, ...line.map(([mark, positionClass]) => mark + positionClass)];
        const ranking = rankDeciders(ruleBook, question(people, { agencyKind, column }));
        if (ranking.kind !== 'OFFICIALS') return;
        expect(said(ranking)).toMatch(/^(\S+:NAMED ?)*(\S+:HIGHER ?)*$/);
      }),
    );
  });
});
