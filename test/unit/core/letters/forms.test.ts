import fc from 'fast-check';
import { composeLetter } from '../../../../core/letters/compose-letter.ts';
import { LetterNotApplicable, LetterPlaceholderMissing } from '../../../../core/letters/fill-sentence.ts';
import type { LetterData } from '../../../../core/letters/letter-data.ts';
import {
  isDecisionForm,
  type LetterForm,
  letterFormSchema,
  sanctionLetterForm,
} from '../../../../core/letters/letter-forms.ts';
import { letterHtml } from '../../../../core/letters/letter-html.ts';
import { type LetterTemplate, letterTemplateSchema } from '../../../../core/letters/letter-template.ts';
import { templateFor } from '../../../../core/letters/template-for.ts';
import { disciplineCodeSchema, moralCodeSchema } from '../../../../core/rules/codes.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { letterTemplates } from '../../../../rules/letters/index.ts';
import { sampleLetters, sampleVariants } from '../../../../scripts/sample-letters/index.ts';
import { changed, textsOf, wordsOf } from './samples.ts';

const forms = letterFormSchema.options;
const templateOf = (form: LetterForm): LetterTemplate =>
  templateFor(letterTemplates, form, localDateSchema.parse(sampleLetters[form].letter.date));
const sample = (form: LetterForm) => composeLetter(templateOf(form), sampleLetters[form]);

/** Data is what the type says: a changed path is still data to the composer, which reads it by path. */
const composeChanged = (form: LetterForm, path: string, value: unknown) => {
  const data = changed(sampleLetters[form], path.split('.'), value);
  const isData = (candidate: unknown): candidate is LetterData => typeof candidate === 'object';
  return isData(data) ? composeLetter(templateOf(form), data) : undefined;
};

const isRefused = (compose: () => unknown): boolean => {
  try {
    compose();
    return false;
  } catch (error) {
    return error instanceof LetterPlaceholderMissing || error instanceof LetterNotApplicable;
  }
};

describe('every form', () => {
  it.each(forms)('%s has a template that names it', (form) => {
    expect(templateOf(form).forms).toContain(form);
  });

  it.each(forms)('%s is marked secret and named in its title', (form) => {
    const letter = sample(form);
    expect(letter.classification).toBe('RAHASIA');
    expect(letter.blocks.some((block) => block.kind === 'marking' && block.text === 'RAHASIA')).toBe(true);
    expect(letter.title).toContain(sampleLetters[form].letter.number);
  });

  it.each(forms)('%s prints whole from sample data: no placeholder, no undefined, no empty text', (form) => {
    expect(wordsOf(sample(form))).not.toMatch(/[{}]|undefined|NaN|\[object/);
    expect(textsOf(sample(form).blocks).filter((text) => text !== '' && text.trim() === '')).toEqual([]);
  });

  it.each(forms)('%s is the same whenever it is composed', (form) => {
    expect(letterHtml(sample(form))).toBe(letterHtml(sample(form)));
  });

  it.each(forms)('%s cites where its layout comes from, and how sure that is', (form) => {
    expect(templateOf(form).citations.length).toBeGreaterThan(1);
  });

  it('is refused where no template is in force yet', () => {
    expect(() => templateFor(letterTemplates, 'SUMMONS', localDateSchema.parse('2020-01-01'))).toThrow('in force');
  });

  it.each(sampleVariants)('also composes as $name', ({ form, data }) => {
    expect(composeLetter(templateOf(form), data).blocks.length).toBeGreaterThan(5);
  });
});

describe('what a letter must carry (Peraturan BKN 6/2022, annex)', () => {
  const identity = (person: string) => [`${person}.name`, `${person}.nip`, `${person}.position`];
  const everywhere = ['letter.number', 'letter.date', 'case.number'];
  const decisions = [
    ...identity('authority'),
    ...identity('respondent'),
    'agency.city',
    'decision.reason',
    'decision.disclosureHash',
  ];
  const sanctions = [
    ...decisions,
    'sanction.name',
    'sanction.level',
    'sanction.code',
    'examination.attendance',
    'violations',
  ];
  const meeting = ['meeting.date', 'meeting.time', 'meeting.place', 'meeting.mode'];

  it.each<[LetterForm, string[]]>([
    [
      'SUMMONS',
      [
        ...identity('person'),
        ...identity('reportTo'),
        ...meeting,
        'ordinal',
        'violations',
        'disclosureHash',
        'signatory.name',
        'signatory.nip',
        'agency.zone',
      ],
    ],
    [
      'EXAMINATION_RECORD',
      [
        ...identity('examinee'),
        ...identity('examiners'),
        'examination.date',
        'examination.place',
        'basis.number',
        'violations',
        'questions.question',
        'questions.answer',
        'disclosureHash',
      ],
    ],
    [
      'EXAMINATION_REPORT',
      [
        ...identity('respondent'),
        ...identity('examiners'),
        'to',
        'examination.date',
        'acts',
        'findings',
        'violations',
        'recommended.level',
        'authority',
        'signatory.name',
        'disclosureHash',
      ],
    ],
    [
      'EXAMINING_TEAM',
      [...identity('authority'), ...identity('respondent'), 'members', 'members.element', 'members.seat'],
    ],
    ['TEMPORARY_RELEASE', [...identity('authority'), ...identity('respondent'), 'violations', 'from']],
    ['SANCTION_R1', sanctions],
    ['SANCTION_R2', sanctions],
    ['SANCTION_R3', sanctions],
    ['SANCTION_S1', [...sanctions, 'manner']],
    ['SANCTION_S2', [...sanctions, 'manner']],
    ['SANCTION_S3', [...sanctions, 'manner']],
    ['SANCTION_B1', sanctions],
    ['SANCTION_B2', sanctions],
    ['SANCTION_B3', [...sanctions, 'examination.summonses']],
    ['CLASS_REDUCTION', sanctions],
    ['SANCTION_PPPK', [...sanctions, 'agencyRule']],
    ['MORAL_M1', [...decisions, 'principles', 'sanction.name']],
    ['MORAL_M2', [...decisions, 'principles', 'sanction.name']],
    ['DISMISSAL', decisions],
    [
      'DELIVERY_SUMMONS',
      [
        ...identity('person'),
        ...identity('reportTo'),
        'reportTo.unit',
        ...meeting,
        'decision.number',
        'decision.date',
        'decision.subject',
      ],
    ],
    [
      'DELIVERY_RECEIPT',
      [
        ...identity('recipient'),
        'deliveredBy.name',
        'decision.number',
        'decision.date',
        'receivedOn',
        'method',
        'effectiveOn',
        'remedy.route',
      ],
    ],
    [
      'APPEAL_RECEIPT',
      [...identity('appellant'), 'route', 'filedOn', 'decision.number', 'receivedOn', 'forwardedTo', 'receivedBy.name'],
    ],
    [
      'PROPOSAL',
      [
        ...identity('respondent'),
        ...identity('proposer'),
        'to',
        'sanction.name',
        'violations',
        'reason',
        'disclosureHash',
      ],
    ],
  ])('%s is refused without any of it', (form, paths) => {
    const accepted = [...everywhere, ...paths].filter(
      (path) =>
        !isRefused(() => composeChanged(form, path, undefined)) || !isRefused(() => composeChanged(form, path, ' ')),
    );
    expect(accepted).toEqual([]);
  });

  it.each<[LetterForm, string, unknown]>([
    ['SANCTION_R2', 'examination.attendance', 'NONE'],
    ['SANCTION_R2', 'sanction.code', 'B3'],
    ['SANCTION_B1', 'sanction.code', 'R1'],
    ['SANCTION_S1', 'manner', 'OTHER'],
    ['SANCTION_R2', 'case.track', 'ETHICS'],
    ['SANCTION_R2', 'case.track', 'DISCIPLINE_PPPK'],
    ['SANCTION_PPPK', 'case.track', 'DISCIPLINE_PNS'],
    ['MORAL_M1', 'case.track', 'DISCIPLINE_PNS'],
    ['MORAL_M1', 'sanction.code', 'R1'],
    ['SUMMONS', 'ordinal', 3],
  ])('%s is not for %s %s', (form, path, value) => {
    expect(() => composeChanged(form, path, value)).toThrow(LetterNotApplicable);
  });

  it('no sanction is written without an examination or two summonses', () => {
    for (const form of forms.filter((one) => isDecisionForm(one) && one !== 'DISMISSAL')) {
      expect(() => composeChanged(form, 'examination', { attendance: 'NONE' })).toThrow(LetterNotApplicable);
      expect(() => composeChanged(form, 'examination', { attendance: 'ABSENT' })).toThrow(LetterPlaceholderMissing);
    }
  });

  it('the second summons names the first', () => {
    expect(() => composeChanged('SUMMONS', 'ordinal', 2)).toThrow('{previous.number}');
  });
});

describe('any text in the data', () => {
  const paths: [LetterForm, string][] = [
    ['SUMMONS', 'meeting.place'],
    ['EXAMINATION_RECORD', 'questions.answer'],
    ['EXAMINATION_REPORT', 'acts.form'],
    ['EXAMINING_TEAM', 'members.position'],
    ['SANCTION_B1', 'decision.reason'],
    ['DELIVERY_RECEIPT', 'method'],
    ['PROPOSAL', 'reason'],
    ['APPEAL_RECEIPT', 'attachments'],
  ];

  it.each(paths)('of %s at %s is printed as it is, or refused where it is blank', (form, path) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const value = path === 'attachments' ? [text, 'x'] : text;
        let words: string;
        try {
          const letter = composeChanged(form, path, value);
          words = letter === undefined ? '' : wordsOf(letter);
        } catch (error) {
          expect(error).toBeInstanceOf(LetterPlaceholderMissing);
          return;
        }
        expect(words).not.toMatch(/\{[a-z]+(\.[a-zA-Z]+)+(:[a-z]+)?\}/);
        expect(words).not.toContain('undefined');
        expect(words.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('does not fill placeholders that stand in the data itself', () => {
    const letter = composeChanged('SANCTION_R2', 'decision.reason', 'lihat {authority.nip} dan $&');
    expect(letter === undefined ? '' : wordsOf(letter)).toContain('lihat {authority.nip} dan $&');
  });

  it('loses control and direction characters', () => {
    const letter = composeChanged('SANCTION_R2', 'respondent.name', 'Budi\u0000\u202e Raharja');
    expect(letter === undefined ? [] : textsOf(letter.blocks)).toContain('Budi  Raharja');
  });
});

describe('the form of a sanction', () => {
  it.each(disciplineCodeSchema.options)(
    '%s has one of its own for civil servants, and the one of PPPK for them',
    (code) => {
      expect(sanctionLetterForm(code, { track: 'DISCIPLINE_PNS', positionClass: 'PENGAWAS' })).toBe(`SANCTION_${code}`);
      expect(sanctionLetterForm(code, { track: 'DISCIPLINE_PPPK', positionClass: 'PELAKSANA' })).toBe('SANCTION_PPPK');
    },
  );

  it.each(['B1', 'B2'] as const)('%s of somebody in an executor post is a lower class of post', (code) => {
    const executor = { track: 'DISCIPLINE_PNS', positionClass: 'PELAKSANA' } as const;
    expect(sanctionLetterForm(code, executor)).toBe('CLASS_REDUCTION');
  });

  it.each(moralCodeSchema.options)('%s is a moral one', (code) => {
    expect(sanctionLetterForm(code, { track: 'ETHICS', positionClass: 'PELAKSANA' })).toBe(`MORAL_${code}`);
  });
});

describe('a letter template', () => {
  const template = templateOf('SANCTION_R2');
  const withText = (text: string) =>
    letterTemplateSchema.safeParse({ ...template, blocks: [{ kind: 'centred', text }] });

  it.each(['{letter.date:fancy}', 'a } brace', '{9x}', '{letter..date}', ''])(
    'is refused with the sentence %j',
    (text) => {
      expect(withText(text).success).toBe(false);
    },
  );

  it('is refused with a field that the schema does not know', () => {
    expect(letterTemplateSchema.safeParse({ ...template, extra: 1 }).success).toBe(false);
  });

  it('needs as many ordinals as dicta', () => {
    expect(() => composeLetter({ ...template, ordinals: ['KESATU'] }, sampleLetters.SANCTION_R2)).toThrow('no ordinal');
  });

  it('needs a word for each code that it writes as one', () => {
    expect(() => composeLetter({ ...templateOf('SUMMONS'), words: {} }, sampleLetters.SUMMONS)).toThrow(':word}');
  });
});
