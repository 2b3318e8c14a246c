import { type SanctionCode, sanctionCodeSchema, type Track } from '../../../../core/rules/codes.ts';
import { type Remedy, type RemedyQuestion, remedyFor } from '../../../../core/rules/remedy-rules.ts';
import { deadlineOn } from '../../../../core/rules/rule-book.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { samplePppkRules } from './sample-pppk-rules.ts';

const date = localDateSchema.parse('2026-11-01');
const book = { ...ruleBook, pppkSanctions: [samplePppkRules] };
const remedy = (change: Partial<RemedyQuestion> = {}): Remedy =>
  remedyFor(book, {
    sanctionCode: 'R2',
    track: 'DISCIPLINE_PNS',
    employment: 'PNS',
    decidedBy: 'OFFICIAL',
    date,
    ...change,
  });
const said = (found: Remedy) => (found.route === 'NONE' ? 'NONE' : `${found.route} ${found.addressedTo}`);

describe('the administrative remedy', () => {
  it.each<[Track, SanctionCode, RemedyQuestion['decidedBy'], string]>([
    ['DISCIPLINE_PNS', 'R1', 'OFFICIAL', 'OBJECTION SUPERIOR'],
    ['DISCIPLINE_PNS', 'S2', 'OFFICIAL', 'OBJECTION SUPERIOR'],
    ['DISCIPLINE_PNS', 'S2', 'PPK', 'OBJECTION PPK'],
    ['DISCIPLINE_PNS', 'B1', 'PPK', 'OBJECTION PPK'],
    ['DISCIPLINE_PNS', 'B2', 'PPK', 'OBJECTION PPK'],
    ['DISCIPLINE_PNS', 'B3', 'PPK', 'BPASN BPASN'],
    ['DISCIPLINE_PPPK', 'R2', 'OFFICIAL', 'OBJECTION SUPERIOR'],
    ['DISCIPLINE_PPPK', 'S3', 'PPK', 'OBJECTION PPK'],
    ['DISCIPLINE_PPPK', 'B3', 'PPK', 'BPASN BPASN'],
    ['ETHICS', 'M1', 'PPK', 'OBJECTION PPK'],
    ['ETHICS', 'M2', 'OFFICIAL', 'OBJECTION SUPERIOR'],
  ])('on track %s against %s by %s: %s', (track, sanctionCode, decidedBy, expected) => {
    expect(said(remedy({ track, sanctionCode, decidedBy }))).toBe(expected);
  });

  it('is none against a decision of the President', () => {
    for (const sanctionCode of sanctionCodeSchema.options)
      expect(said(remedy({ sanctionCode, decidedBy: 'PRESIDENT' }))).toBe('NONE');
  });

  it('of PPPK is the appeal also where the rule of the agency is not loaded', () => {
    const question = { sanctionCode: 'B3', track: 'DISCIPLINE_PPPK', employment: 'PPPK', decidedBy: 'PPK' } as const;
    expect(said(remedyFor(ruleBook, question))).toBe('BPASN BPASN');
  });

  it('suspends the sanction, and says what may come of it', () => {
    expect(remedy()).toMatchObject({
      suspends: true,
      deadline: 'objection',
      answerDeadline: 'remedyAnswer',
      outcomes: { UPHELD: { sanction: 'STANDS' }, CHANGED: { sanction: 'REPLACED' }, ANNULLED: { sanction: 'GONE' } },
    });
    expect(remedy({ sanctionCode: 'B3', decidedBy: 'PPK' })).toMatchObject({
      deadline: 'appeal',
      answerDeadline: 'remedyAnswer',
      decisionDeadline: 'bpasnDecision',
    });
    expect(remedy()).not.toHaveProperty('decisionDeadline');
  });

  it('counts in times that are loaded', () => {
    for (const decidedBy of ['PPK', 'OFFICIAL'] as const)
      for (const sanctionCode of sanctionCodeSchema.options) {
        const found = remedy({ sanctionCode, decidedBy });
        if (found.route === 'NONE') continue;
        for (const name of [found.deadline, found.answerDeadline, found.decisionDeadline ?? found.deadline])
          expect(deadlineOn(ruleBook, name, date)).toBeDefined();
      }
  });

  it('tags what is known from memory only', () => {
    const certainties = ({ citations }: Remedy) => citations.map(({ certainty }) => certainty);
    expect(certainties(remedy({ decidedBy: 'PPK' }))).toContain('FROM_MEMORY');
    expect(certainties(remedy({ decidedBy: 'PRESIDENT' }))).toEqual(['FROM_MEMORY']);
    expect(certainties(remedy({ track: 'ETHICS', sanctionCode: 'M1' }))).toContain('ANALYSIS');
  });
});
