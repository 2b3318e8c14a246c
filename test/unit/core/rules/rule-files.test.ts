import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provisionRulesSchema } from '../../../../core/rules/charge-rules.ts';
import { latestRule, type RuleBook } from '../../../../core/rules/rule-book.ts';
import { ruleBookProblems } from '../../../../core/rules/rule-book-check.ts';
import { parseRuleFile, RuleFileBroken, ruleHeaderSchema } from '../../../../core/rules/rule-file.ts';
import { ruleBook } from '../../../../rules/index.ts';

const root = join(import.meta.dirname, '../../../../rules');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
/** Packs, letters, mails, what goes to the register and texts that change by themselves are other kinds of text: their folders have loaders, and tests, of their own. */
const isOurs = (file: string) =>
  file.endsWith('.json') && !/^(principle-packs|letters|mails|register|capture)[\\/]/.test(file);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isOurs).toSorted();
const named = ({ id, version }: { id: string; version: number }) => `${id} ${version}`;

describe('every rule file', () => {
  it.each(files)('%s is dated, and cited with a certainty', (file) => {
    expect(ruleHeaderSchema.safeParse(read(file)).error).toBeUndefined();
  });

  it('is read through its schema into the rule book', () => {
    const present = files.map((file) => named(ruleHeaderSchema.parse(read(file))));
    expect(Object.values(ruleBook).flat().map(named).toSorted()).toEqual(present.toSorted());
  });
});

describe('a broken rule file is named with the path that is wrong', () => {
  const sound = latestRule(ruleBook.provisions);
  const [first] = sound.provisions;

  it.each<[string, unknown, string]>([
    ['nothing at all', null, '(root): Invalid input'],
    ['an unknown field', { ...sound, colour: 'red' }, '(root): Unrecognized key: "colour"'],
    ['no citation', { ...sound, citations: [] }, 'citations: Too small'],
    [
      'a citation without certainty',
      { ...sound, citations: [{ text: 'PP' }] },
      'citations[0].certainty: Invalid option',
    ],
    ['an impossible date', { ...sound, effectiveFrom: '2021-02-30' }, 'effectiveFrom: Invalid ISO date'],
    ['an end before its beginning', { ...sound, effectiveTo: '2021-08-30' }, 'effectiveTo: 2021-08-30 is before'],
    ['a wrong code', { ...sound, provisions: [first, { ...first, code: '9z' }] }, 'provisions[1].code: Invalid string'],
  ])('%s', (_what, value, path) => {
    const parse = () => parseRuleFile('rules/provisions/contoh.json', provisionRulesSchema, value);
    expect(parse).toThrow(RuleFileBroken);
    expect(parse).toThrow(`rules/provisions/contoh.json: ${path}`);
  });
});

describe('rule files that contradict each other are named', () => {
  const provisions = latestRule(ruleBook.provisions);
  const sanctions = latestRule(ruleBook.sanctions);
  const moral = latestRule(ruleBook.moralSanctions);
  const authority = latestRule(ruleBook.authority);
  const chargeMap = latestRule(ruleBook.chargeMaps);
  const lacking = { ...provisions, provisions: provisions.provisions.filter(({ code }) => code !== '3c') };

  it('and the loaded ones do not', () => {
    expect(ruleBookProblems(ruleBook)).toEqual([]);
  });

  it.each<[string, Partial<RuleBook>, string[]]>([
    [
      'a provision that is charged and levelled but not listed',
      { provisions: [lacking] },
      [
        'chargeMaps: provision 3c is not in the provision file',
        'impactLevels: provision 3c is not in the provision file',
      ],
    ],
    [
      'a provision that stands twice',
      { provisions: [{ ...provisions, provisions: [...provisions.provisions, ...provisions.provisions.slice(0, 1)] }] },
      ['provisions: 3a stands twice'],
    ],
    [
      'a principle without charges',
      { chargeMaps: [{ ...chargeMap, charges: chargeMap.charges.slice(1) }] },
      ['chargeMaps: P1 is missing'],
    ],
    [
      'a catalogue without one of the sanctions',
      { sanctions: [{ ...sanctions, sanctions: sanctions.sanctions.slice(0, -1) }] },
      ['sanctions: B3 is missing'],
    ],
    [
      'a catalogue without one of the moral sanctions',
      { moralSanctions: [{ ...moral, sanctions: moral.sanctions.slice(1) }] },
      ['moralSanctions: M1 is missing'],
    ],
    [
      'an official who is not on the ladder',
      { authority: [{ ...authority, ladder: authority.ladder.filter((holder) => holder !== 'PENGAWAS') }] },
      ['authority: PENGAWAS is not on the ladder', 'authority: PENGAWAS is not on the ladder'],
    ],
    [
      'two rows for one post',
      { authority: [{ ...authority, rows: [...authority.rows, ...authority.rows.slice(2, 3)] }] },
      ['authority: two rows for one post in CENTRAL', 'authority: two rows for one post in PROVINCE'],
    ],
    [
      'a year loaded twice',
      { holidays: [...ruleBook.holidays, ...ruleBook.holidays.slice(0, 1)] },
      ['holidays: 2025 stands twice'],
    ],
  ])('%s', (_what, change, problems) => {
    const found = ruleBookProblems({ ...ruleBook, ...change }).map(({ rule, message }) => `${rule}: ${message}`);
    expect(found).toEqual(problems);
  });
});

describe('the loaded law', () => {
  it('knows 37 obligations and prohibitions, eight principles, nine sanctions and two moral ones', () => {
    expect(latestRule(ruleBook.provisions).provisions).toHaveLength(37);
    expect(latestRule(ruleBook.principles).principles).toHaveLength(8);
    expect(latestRule(ruleBook.sanctions).sanctions).toHaveLength(9);
    expect(latestRule(ruleBook.moralSanctions).sanctions).toHaveLength(2);
  });

  it('says of every principle that it begins its key with its code', () => {
    for (const { code, key } of latestRule(ruleBook.principles).principles)
      expect(key.startsWith(`${code}_`)).toBe(true);
  });
});
