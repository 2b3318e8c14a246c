import { trackOf } from '../../../../../core/case/state.ts';
import { steps } from '../../../../support/sample-report.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses, refusedAct } from '../refusals.ts';
import { examination, heavyDecision, holderOf, once, review, team, teamExamination } from '../worlds.ts';

const held = steps.examination;
const without = (...columns: string[]) =>
  Object.fromEntries(Object.entries(held).filter(([name]) => !columns.includes(name)));

describe('an examination that was held', () => {
  it.each(['findings', 'aggravating', 'mitigating', 'recommendedSanction', 'impact'])(
    'is refused without %s: every column of the report must be there',
    async (column) => {
      expect(await lawRefuses(await examination(), without(column))).toEqual({
        code: 'REPORT_COLUMNS_MISSING',
        path: column,
        citesALaw: true,
      });
    },
  );

  it('names all columns that are missing, in both languages', async () => {
    const walk = await examination();
    const result = await walk.act(without('findings', 'mitigating'));
    expect(result).toMatchObject({
      refusal: {
        id: expect.stringContaining('perbuatan yang terbukti, hal yang meringankan'),
        en: expect.stringContaining('the proven acts, mitigating factors'),
      },
    });
  });

  it('needs no impact, where no sanction is recommended', async () => {
    const walk = await (await examination()).through({ ...without('impact'), recommendedSanction: 'NONE' });
    expect((await walk.state()).status).toBe('DECISION');
  });

  it.each([
    ['nothing', {}],
    ['empty questions', { questions: ['', ' '], answers: ['', ''] }],
  ])('is refused where %s was said', async (_what, said) => {
    const fields = { ...without('statement'), ...said };
    expect(await refusedAct(await examination(), fields)).toEqual({ code: 'RECORD_EMPTY', path: 'statement' });
  });

  it('is filed with numbered questions and answers, who examined, and the disclosure; words stay out of the trail', async () => {
    const walk = await examination();
    await walk.through({
      ...without('statement'),
      questions: ['Apakah akun ini milik Saudara?', '', 'Mengapa?'],
      answers: ['Ya, milik saya.', '', ''],
    });
    const state = await walk.state();
    const [examined] = state.examinations;
    const bytes = walk.store.evidence.get(examined?.record.sha256 ?? '');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
      caseNumber: walk.caseId,
      examiners: [nips.section],
      examinee: nips.employee,
      disclosureHash: state.disclosures.at(-1)?.hash,
      questions: [
        { number: 1, question: 'Apakah akun ini milik Saudara?', answer: 'Ya, milik saya.' },
        { number: 2, question: 'Mengapa?', answer: '' },
      ],
      statement: null,
    });
    expect(JSON.stringify(await walk.ports.trail.read(walk.caseId))).not.toContain('milik saya');
    expect(examined).toMatchObject({ signing: 'PENDING', session: 1 });
  });

  it('is refused by its form, where a question or an answer hides characters', async () => {
    const walk = await examination();
    await expect(walk.act({ ...held, questions: ['Apa\u0000kah'], answers: ['Ya'] })).rejects.toThrow('control');
    await expect(walk.act({ ...held, questions: ['Apakah'], answers: ['\u202eaY'] })).rejects.toThrow('control');
  });

  it('may leave a question unanswered, and an answer without its question: both stand in the record', async () => {
    const walk = await examination();
    await walk.through({ ...held, questions: ['Mengapa?', ''], answers: ['', 'Saya menyesal.'] });
    const [, record] = (await walk.state()).letters;
    const pdf = record?.documents.find(({ mediaType }) => mediaType === 'application/pdf');
    const text = new TextDecoder().decode(walk.store.evidence.get(pdf?.sha256 ?? ''));
    for (const words of ['Mengapa?', 'tidak dijawab', 'Saya menyesal.']) expect(text).toContain(words);
  });

  it('of a team names every member as examiner', async () => {
    const walk = await heavyDecision();
    const bytes = walk.store.evidence.get((await walk.state()).examinations[0]?.record.sha256 ?? '');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
      examiners: [nips.section, nips.inspector, nips.personnel],
    });
  });

  it.each(['SIGNED', 'REFUSED'])('records that the record was %s in the room', async (signing) => {
    const walk = await (await examination()).through({ ...held, signing });
    expect((await walk.state()).examinations).toMatchObject([{ signing }]);
  });

  it('finds what was charged, where the examiner ticks nothing', async () => {
    const walk = await (await examination()).through(without('charges'));
    expect((await walk.state()).reports).toMatchObject([{ charges: ['3f', '3d', '3b'] }]);
  });
});

describe('the report of an examination', () => {
  it('writes the day of the act as a letter does', async () => {
    const walk = await (await examination()).through(held);
    const report = (await walk.state()).letters.find(({ form }) => form === 'EXAMINATION_REPORT');
    const page = report?.documents.find(({ mediaType }) => mediaType.startsWith('text/html'));
    const html = new TextDecoder().decode(walk.store.evidence.get(page?.sha256 ?? ''));
    expect(html).toContain('<td>2 Maret 2026</td>');
    expect(html).not.toContain('2026-03-02');
  });
});

describe('a temporary release', () => {
  it('is refused where no heavy sanction is possible', async () => {
    const walk = await (await review()).through({ ...steps.review, charges: ['4g'] });
    expect(await lawRefuses(walk, { outcome: 'RELEASE' })).toEqual({
      code: 'RELEASE_NOT_POSSIBLE',
      path: 'outcome',
      citesALaw: true,
    });
  });

  it('is refused on the track of ethics', async () => {
    const walk = await (await review()).through({ outcome: 'CHANGE_TRACK', track: 'ETHICS' }, steps.review, {
      outcome: 'FORM',
    });
    expect(await refusedAct(walk, { outcome: 'RELEASE' })).toMatchObject({ code: 'RELEASE_NOT_POSSIBLE' });
  });

  it('where one is possible is a letter, names who acts meanwhile, and leaves the summons as it stands', async () => {
    const walk = await (await examination()).through({
      outcome: 'RELEASE',
      releaseFrom: '2026-03-04',
      actingOfficial: nips.division,
    });
    const state = await walk.state();
    expect(state.releases).toMatchObject([{ from: '2026-03-04', actingOfficial: nips.division }]);
    expect(state.letters.map(({ form }) => form)).toEqual(['SUMMONS', 'TEMPORARY_RELEASE']);
    expect(state.summonses).toHaveLength(1);
    expect(state.openTask).toMatchObject({ kind: 'examination', session: 2 });
  });

  it('begins today where no day is named', async () => {
    const walk = await (await teamExamination()).through({ outcome: 'RELEASE' });
    expect((await walk.state()).releases).toMatchObject([{ from: '2026-03-02' }]);
  });

  it.each([
    ['begins before today', { releaseFrom: '2026-03-01' }, 'RELEASE_DATE_WRONG', 'releaseFrom'],
    ['begins after the examination should be over', { releaseFrom: '2036-03-01' }, 'RELEASE_DATE_WRONG', 'releaseFrom'],
    [
      'has the respondent act for themselves',
      { actingOfficial: nips.employee },
      'RELEASE_ACTING_WRONG',
      'actingOfficial',
    ],
    [
      'has somebody act whom nobody knows',
      { actingOfficial: '199901012024011001' },
      'RELEASE_ACTING_WRONG',
      'actingOfficial',
    ],
  ])('is refused where it %s', async (_what, fields, code, path) => {
    const walk = await examination();
    expect(await lawRefuses(walk, { outcome: 'RELEASE', ...fields })).toEqual({ code, path, citesALaw: true });
  });

  it('is ordered once: it stands until the decision', async () => {
    const walk = await (await examination()).through({ outcome: 'RELEASE' });
    expect(await lawRefuses(walk, { outcome: 'RELEASE' })).toEqual({
      code: 'RELEASE_STANDS',
      path: 'outcome',
      citesALaw: true,
    });
  });
});

describe('an examiner', () => {
  it('changes the track: the respondent is told anew and called anew', async () => {
    const walk = await (await examination()).through({ outcome: 'CHANGE_TRACK', track: 'ETHICS' });
    // Ethics are for a panel to examine.
    expect([trackOf(await walk.state()), (await walk.openTask()).kind]).toEqual(['ETHICS', 'team']);
    await walk.through({ outcome: 'FORM' });
    const state = await walk.state();
    expect(state.disclosures.map(({ track, version }) => [track, version])).toEqual([
      ['DISCIPLINE_PNS', 1],
      ['ETHICS', 2],
    ]);
    expect(state.disclosures.at(-1)?.charges).toEqual([]);
    expect(state.summonses.at(-1)?.disclosureHash).toBe(state.disclosures.at(-1)?.hash);
    expect(state.summonses).toHaveLength(2);
    expect(state.respondentTask).toMatchObject({ kind: 'response', session: 2 });
  });

  it.each([
    ['the same', 'DISCIPLINE_PNS', 'TRACK_UNCHANGED'],
    ['that of contract employees', 'DISCIPLINE_PPPK', 'TRACK_DOES_NOT_FIT'],
  ])('cannot change the track to %s', async (_what, track, code) => {
    expect(await lawRefuses(await examination(), { outcome: 'CHANGE_TRACK', track })).toEqual({
      code,
      path: 'track',
      citesALaw: true,
    });
  });

  it('asks for a team, and the authority is asked to form it', async () => {
    const walk = await (await examination()).through({ outcome: 'REQUEST_TEAM' });
    expect([(await walk.openTask()).kind, await holderOf(walk)]).toEqual(['team', nips.ppk]);
  });

  it('who is a team already cannot ask for another', async () => {
    expect(await refusedAct(await teamExamination(), { outcome: 'REQUEST_TEAM' })).toEqual({
      code: 'TEAM_EXISTS',
      path: 'outcome',
    });
  });

  it('sends the case back for evidence: round 2 begins with triage, and nothing of the first is left open', async () => {
    const walk = await (await examination()).through({ outcome: 'RETURN_FOR_EVIDENCE' });
    const state = await walk.state();
    expect([state.status, state.round, state.openTask?.kind, state.respondentTask]).toEqual([
      'TRIAGE',
      2,
      'triage',
      undefined,
    ]);
    await walk.through(steps.triage, steps.review);
    const again = await walk.state();
    expect(again.disclosures.map(({ round, version }) => [round, version])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(again.summonses.map(({ round, session, ordinal }) => [round, session, ordinal])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ]);
  });

  it('steps back, and the next in line examines', async () => {
    const walk = await examination();
    expect(await walk.act({ outcome: 'RECUSE' })).toEqual({ kind: 'handed-over', cause: 'RECUSED' });
    expect([(await walk.openTask()).kind, await holderOf(walk)]).toEqual(['examination', nips.division]);
  });
});

/** Steps of a member of the team go to the others of it first. */
const chaired = once(async () => (await team()).through({ outcome: 'FORM' }));

describe('a chair who steps back', () => {
  it('is followed by the other members', async () => {
    const walk = await chaired();
    const holders = [await holderOf(walk)];
    for (let left = 0; left < 2; left += 1) {
      await walk.act({ outcome: 'RECUSE' });
      holders.push(await holderOf(walk));
    }
    expect(holders.toSorted()).toEqual([nips.inspector, nips.personnel, nips.section]);
  });
});
