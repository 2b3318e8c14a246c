import { ruleChoicesSchema } from '../../../../core/rules/configuration.ts';
import {
  configureRules,
  deadlineOn,
  findRuleInForce,
  latestRule,
  RuleNotInForce,
  ruleInForce,
} from '../../../../core/rules/rule-book.ts';
import { type RuleHeader, ruleHeaderSchema } from '../../../../core/rules/rule-file.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const day = (text: string) => localDateSchema.parse(text);
const rule = (version: number, effectiveFrom: string, effectiveTo: string | null): RuleHeader =>
  ruleHeaderSchema.parse({
    id: 'contoh',
    version,
    effectiveFrom,
    effectiveTo,
    citations: [{ text: 'Aturan contoh', certainty: 'ANALYSIS' }],
  });

const old = rule(1, '2010-06-06', '2021-08-30');
const current = rule(2, '2021-08-31', null);
const corrected = rule(3, '2021-08-31', null);

describe('the rule in force', () => {
  it.each([
    ['on its first day', '2010-06-06', 1],
    ['on its last day', '2021-08-30', 1],
    ['on the first day of its successor', '2021-08-31', 2],
    ['long after', '2030-01-01', 2],
  ])('%s', (_when, date, version) => {
    expect(ruleInForce([current, old], day(date)).version).toBe(version);
  });

  it('is a named error before the first version, and undefined where that is asked for', () => {
    expect(() => ruleInForce([old, current], day('2010-06-05'))).toThrow(RuleNotInForce);
    expect(() => ruleInForce([old, current], day('2010-06-05'))).toThrow(
      'no version of contoh is in force on 2010-06-05',
    );
    expect(findRuleInForce([old, current], day('2010-06-05'))).toBeUndefined();
  });

  it('is the higher version where two begin on the same day', () => {
    expect(ruleInForce([corrected, current, old], day('2026-01-01')).version).toBe(3);
    expect(latestRule([old, corrected, current]).version).toBe(3);
  });

  it('is a named error where nothing is loaded', () => {
    expect(() => latestRule([])).toThrow(RuleNotInForce);
  });
});

describe('the named durations', () => {
  it.each([
    ['triage', 3, 'SERVICE_LEVEL'],
    ['reporterAnswer', 10, 'SERVICE_LEVEL'],
    ['review', 5, 'SERVICE_LEVEL'],
    ['decision', 10, 'SERVICE_LEVEL'],
    ['reminderLead', 1, 'SERVICE_LEVEL'],
    ['summons', 7, 'LAW'],
    ['secondSummons', 7, 'LAW'],
    ['delivery', 14, 'LAW'],
    ['dispatch', 3, 'LAW'],
    ['effective', 15, 'LAW'],
    ['appeal', 14, 'LAW'],
  ] as const)('%s is %i working days, set by %s', (name, workingDays, basis) => {
    expect(deadlineOn(ruleBook, name, day('2026-11-23'))).toMatchObject({ workingDays, basis });
  });
});

describe("an agency's choices", () => {
  it('replace a default and keep its citation and the other defaults', () => {
    const { configuration } = configureRules(ruleBook, { higherAuthorityMayAct: false });
    expect(configuration.higherAuthorityMayAct).toEqual({
      ...ruleBook.configuration.higherAuthorityMayAct,
      value: false,
    });
    expect(configuration.moderateSanctionForm).toEqual(ruleBook.configuration.moderateSanctionForm);
    expect(ruleBook.configuration.higherAuthorityMayAct.value).toBe(true);
  });

  it('are checked, and every setting can be chosen', () => {
    const settings = Object.keys(ruleChoicesSchema.shape);
    expect(Object.keys(ruleBook.configuration)).toEqual(expect.arrayContaining(settings));
    const choices = ruleChoicesSchema.parse({
      higherAuthorityMayAct: false,
      moderateSanctionForm: 'PP53_SUBSTITUTE',
      pppkCatalogueFallback: true,
      refusalToSignIsReceipt: false,
      ethicsPanelRequired: false,
      summonsProof: 'DISPATCH_SUFFICES',
      moralSanctionAuthority: ['JPT_PRATAMA'],
      deviationReasonLength: 100,
      unsignedRecord: 'REFUSE',
    });
    expect(Object.keys(choices).toSorted()).toEqual(settings.toSorted());
    const { configuration } = configureRules(ruleBook, choices);
    for (const [name, value] of Object.entries(choices)) expect(configuration).toHaveProperty([name, 'value'], value);
    expect(ruleChoicesSchema.safeParse({ colour: 'red' }).success).toBe(false);
  });

  it('default to the safe reading', () => {
    const { configuration } = ruleBook;
    expect(configuration.pppkCatalogueFallback.value).toBe(false);
    expect(configuration.refusalToSignIsReceipt.value).toBe(true);
    expect(configuration.ethicsPanelRequired).toMatchObject({ value: true, citation: { certainty: 'FROM_MEMORY' } });
    expect(configuration.summonsProof).toMatchObject({
      value: 'RECEIPT_REQUIRED',
      citation: { certainty: 'ANALYSIS' },
    });
  });
});
