import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { judgementSchema, rulePackSchema } from '../../../../core/classify/rule-pack.ts';
import { principleCodeSchema } from '../../../../core/rules/codes.ts';
import { principlePacks } from '../../../../rules/principle-packs/index.ts';
import { quotedBy, ruleOf } from './packs.ts';

const [p1] = principlePacks.packs;
const problemsOf = (change: object) =>
  rulePackSchema.safeParse({ ...p1, ...change }).error?.issues.map(({ message }) => message) ?? [];
const withTerms = (...terms: string[]) => ({ rules: [ruleOf({ kind: 'any', terms })] });

describe('a rule pack', () => {
  it.each([
    ['a term without a letter or digit', withTerms('?!'), 'has no letter or digit'],
    [
      'a term of nine words',
      withTerms('satu dua tiga empat lima enam tujuh delapan sembilan'),
      'has more than 8 words',
    ],
    ['a lone term that is too short to mean anything', withTerms('ppp'), 'needs a word of 3 letters'],
    [
      'a rule of another principle',
      { rules: [{ ...ruleOf({ kind: 'any', terms: ['satu'] }), id: 'P2.x1' }] },
      'a rule of another principle',
    ],
    [
      'a rule id that stands twice',
      { rules: [...withTerms('satu').rules, ...withTerms('dua').rules] },
      'a rule id stands twice',
    ],
    ['an id that names another principle', { id: 'p2' }, 'id and principle differ'],
  ])('may not hold %s', (_, change, message) => {
    expect(problemsOf(change)).toContain(message);
  });

  it('may not hold an expression in place of terms', () => {
    expect(
      problemsOf({
        rules: [{ ...ruleOf({ kind: 'any', terms: ['satu'] }), match: { kind: 'regex', source: '(a+)+$' } }],
      }),
    ).not.toEqual([]);
  });

  it('cannot be judged by thresholds in the wrong order', () => {
    expect(judgementSchema.safeParse({ ...principlePacks.judgement, thresholds: { high: 1, medium: 2 } }).success).toBe(
      false,
    );
  });
});

describe('the packs in force', () => {
  it('are one for each principle, in order', () => {
    expect(principlePacks.packs.map(({ principle }) => principle)).toEqual(principleCodeSchema.options);
  });

  it('cite the circular, by the number of the principle', () => {
    const cited = principlePacks.packs.map(({ citations }) => citations[0]?.text);
    expect(cited).toEqual(principleCodeSchema.options.map((code) => `SE Menpan-RB 137/2018 angka ${code.slice(1)}`));
  });

  it('have gates for negation, quotation, report and debunk, and hearsay is no gate for P6', () => {
    const byId = new Map(principlePacks.judgement.gates.map((gate) => [gate.id, gate.principles]));
    expect([...byId.keys()]).toEqual(expect.arrayContaining(['negation', 'quotation', 'report', 'debunk']));
    expect(byId.get('report')).not.toContain('P6');
  });

  it('do not change without a new version: raise `version` in the file, then the digest here', () => {
    const digests = [...principlePacks.packs, principlePacks.judgement].map(
      (file) =>
        `${file.id}@${file.version} ${createHash('sha256')
          .update(canonicalize(file) ?? '')
          .digest('hex')
          .slice(0, 16)}`,
    );
    expect(digests).toMatchInlineSnapshot(`
[
  "p1@1 414c5b12fbf7d308",
  "p2@1 193ed48629cd978f",
  "p3@1 581fccadae43c5a5",
  "p4@1 a8139b3761c66834",
  "p5@1 884da461733b6994",
  "p6@1 33a9abd29ae20efc",
  "p7@1 d75f453fafa4e209",
  "p8@1 6b6adabc02a14a6c",
  "judgement@1 61d2c4ec6ef39ef2",
]
`);
  });
});

describe('a rule of two terms', () => {
  const near = {
    kind: 'near',
    first: ['ayo bakar'],
    second: ['gedung'],
    within: 2,
    ordered: false,
    acrossSentences: false,
  } as const;
  const match = { ...near, first: [...near.first], second: [...near.second] };

  it.each([
    ['with as many words between as allowed', match, 'ayo bakar satu dua gedung', ['ayo bakar satu dua gedung']],
    ['with one word more', match, 'ayo bakar satu dua tiga gedung', []],
    ['in the other order', match, 'gedung itu ayo bakar', ['gedung itu ayo bakar']],
    ['in the other order where order counts', { ...match, ordered: true }, 'gedung itu ayo bakar', []],
    ['in two sentences', match, 'ayo bakar. gedung', []],
    [
      'in two sentences where that is allowed',
      { ...match, acrossSentences: true },
      'ayo bakar. gedung',
      ['ayo bakar. gedung'],
    ],
    ['at the nearest place', match, 'gedung satu gedung ayo bakar', ['gedung ayo bakar']],
    ['where one of them is missing', match, 'ayo bakar rumah', []],
    ['where a phrase is cut by the end of a sentence', match, 'ayo. bakar gedung', []],
  ])('is met %s: %#', (_, twoTerms, text, expected) => {
    expect(quotedBy(ruleOf(twoTerms), text)).toEqual(expected);
  });

  it('is not met by a term inside one of its exceptions', () => {
    const rule = ruleOf({ ...match, first: ['babi'], second: ['bali'] }, ['babi guling']);
    expect(quotedBy(rule, 'babi guling bali')).toEqual([]);
    expect(quotedBy(rule, 'babi bali')).toEqual(['babi bali']);
  });

  it('is not met by one word that is both terms', () => {
    expect(quotedBy(ruleOf({ ...match, first: ['gedung'] }), 'gedung')).toEqual([]);
  });
});

describe('a rule of one term', () => {
  it('is met by the term with a clitic', () => {
    expect(quotedBy(ruleOf({ kind: 'any', terms: ['gedung tua'] }), 'itu gedungnya tuanya')).toEqual([
      'gedungnya tuanya',
    ]);
  });

  it('is not met by a word that only contains the term', () => {
    expect(quotedBy(ruleOf({ kind: 'any', terms: ['gedung'] }), 'pergedungan gedungan')).toEqual([]);
  });
});
