import fc from 'fast-check';
import { normalise } from '../../core/classify/normalise.ts';
import { quotations } from '../../core/classify/quotations.ts';
import type { PrinciplePacks, Rule } from '../../core/classify/rule-pack.ts';
import { suggestPrinciples } from '../../core/classify/suggest-principles.ts';
import { quote } from '../../core/classify/suggestion.ts';
import { principlePacks } from '../../rules/principle-packs/index.ts';
import { evasions, someSha256 } from '../unit/core/classify/evasions.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('a', 'k4f1r', ' ', '2', '\u0301', '\u200b', '"', '\n', '.', '!', '😀', '\ud800', 'ﷺ', '*'), {
      maxLength: 80,
    })
    .map((parts) => parts.join('')),
);

/** Digits alone are a number, and so are two digits or a year at an end, whatever they were meant to hide. */
const hasNumber = /^\d+$|^(\d{2}|(19|20)\d{2})[a-z]{3,}$|^[a-z]{3,}(\d{2}|(19|20)\d{2})$/;

const termsOf = ({ match }: Rule) => (match.kind === 'any' ? match.terms : [...match.first, ...match.second]);
const allTerms = principlePacks.packs.flatMap(({ rules }) => rules.flatMap(termsOf));
const evasion = fc.constantFrom(...Object.values(evasions));
/** Evasions work on one word; what is between the words stays. */
const hidden = fc
  .tuple(fc.constantFrom(...allTerms), evasion)
  .map(([term, evade]) => term.replace(/[a-z]{3,}/g, (word) => evade(word)));
const fillers = fc.constantFrom(
  'bukan',
  'katanya',
  '"',
  'hoaks!',
  '. ',
  ',',
  '\n\n',
  '> ',
  'warga',
  'itu',
  '2024',
  'k',
  '😀',
  '\u0301',
);
const post = fc.array(fc.oneof(hidden, fillers), { maxLength: 30 }).map((parts) => parts.join(' '));

const unlimited: PrinciplePacks = { ...principlePacks, judgement: { ...principlePacks.judgement, listed: 20 } };
const suggest = (text: string, packs = unlimited) =>
  suggestPrinciples({ texts: [{ artifactSha256: someSha256, text }] }, packs);
const spansOf = (text: string) => {
  const { suggestions, abstentions } = suggest(text);
  return [...suggestions, ...abstentions];
};

describe('normalise', () => {
  it('maps every code unit to a stretch of the original that cuts no character, in order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, starts, ends } = normalise(original);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        const borders = new Set([0]);
        let border = 0;
        for (const character of original) {
          border += character.length;
          borders.add(border);
        }
        starts.forEach((start, i) => {
          const end = ends[i] ?? -1;
          expect(borders.has(start) && borders.has(end) && start <= end).toBe(true);
          expect(start >= (starts[i - 1] ?? 0) && end >= (ends[i - 1] ?? 0)).toBe(true);
        });
      }),
    );
  });

  it('changes nothing the second time, unless there are letters to spell together', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text } = normalise(original);
        fc.pre(!/(^| ). . /u.test(`${text} `) && !/\d/.test(text));
        expect(normalise(text).text).toBe(text);
      }),
    );
  });

  it('reads every word of a term back from the original of that word', () => {
    fc.assert(
      fc.property(fc.tuple(anyText, fc.constantFrom(...allTerms), evasion), ([noise, term, evade]) => {
        const word = term.split(' ').find((part) => /^[a-z]{3,}$/.test(part)) ?? 'kafir';
        fc.pre(!hasNumber.test(evade(word)));
        const original = `${noise}\n\n\n\n\n${evade(word)}`;
        const { text, starts } = normalise(original);
        const expected = normalise(word).text;
        expect(text.endsWith(expected)).toBe(true);
        const quoted = original.slice(starts[text.length - expected.length]);
        expect(normalise(quoted).text).toBe(expected);
      }),
    );
  });
});

describe('quotations', () => {
  it('are in order, apart from each other and inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of quotations(text)) {
          expect(start >= last && end >= start && end <= text.length).toBe(true);
          last = end;
        }
      }),
    );
  });
});

describe('suggestPrinciples', () => {
  it('never throws, and every span is a stretch of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { span } of spansOf(text)) expect(quote(text, span)).not.toBe('');
      }),
    );
  });

  it('points to words that alone point to the same principle', () => {
    fc.assert(
      fc.property(post, (text) => {
        for (const { principle, span } of spansOf(text)) {
          expect(spansOf(quote(text, span)).map((found) => found.principle)).toContain(principle);
        }
      }),
    );
  });

  it('points to words that alone meet the rule it names', () => {
    fc.assert(
      fc.property(post, (text) => {
        for (const { ruleId, span } of suggest(text).suggestions) {
          const alone = suggest(quote(text, span), onlyRule(ruleId));
          expect(alone.outcome).not.toBe('no-signal');
        }
      }),
    );
  });

  it('says the same of the same texts, in whatever is an integer, a code or a text of the packs', () => {
    fc.assert(
      fc.property(post, (text) => {
        const result = suggest(text);
        expect(suggest(text)).toEqual(result);
        const numbers = JSON.stringify(result).match(/(?<=:)-?\d[\d.eE+-]*/g) ?? [];
        expect(numbers.filter((number) => !/^\d+$/.test(number))).toEqual([]);
      }),
    );
  });

  it('is confident exactly if it suggests, and abstains exactly if it only abstains', () => {
    fc.assert(
      fc.property(post, (text) => {
        const { outcome, suggestions, abstentions } = suggest(text, principlePacks);
        const expected = suggestions.length > 0 ? 'confident' : abstentions.length > 0 ? 'abstain' : 'no-signal';
        expect(outcome).toBe(expected);
      }),
    );
  });

  it('proposes nothing for a text that stands in quotation marks as a whole', () => {
    fc.assert(
      fc.property(fc.array(hidden, { minLength: 1, maxLength: 8 }), (terms) => {
        expect(suggest(`“${terms.join(' ')}”`).suggestions).toEqual([]);
      }),
    );
  });
});

function onlyRule(id: string): PrinciplePacks {
  const packs = principlePacks.packs.map((pack) => ({ ...pack, rules: pack.rules.filter((rule) => rule.id === id) }));
  return { packs, judgement: principlePacks.judgement };
}
