import type { CompiledRule } from './compile.ts';
import type { Token } from './document.ts';
import { type Neighbours, neighboursOf, type Occurrence, outside } from './lexicon.ts';
import type { Rule } from './rule-pack.ts';

/** Where a rule is met: the tokens from its first term to the end of its last, and the one or two terms themselves, in text order. */
export interface Hit extends Occurrence {
  readonly terms: readonly Occurrence[];
}

type Near = Extract<Rule['match'], { kind: 'near' }>;

/** Every place where a rule is met, gates aside. @param found the result of `findAll` for the same tokens. */
export function hitsOf(
  { rule, first, second, unless }: CompiledRule,
  found: readonly Occurrence[][],
  tokens: readonly Token[],
): Hit[] {
  const termsOf = (group: number) => outside(found[group] ?? [], found[unless] ?? [], tokens.length);
  const firsts = termsOf(first);
  if (rule.match.kind === 'any' || second === undefined) return firsts.map((term) => ({ ...term, terms: [term] }));
  const seconds = termsOf(second);
  if (firsts.length === 0 || seconds.length === 0) return [];
  return pairs(rule.match, firsts, neighboursOf(seconds, tokens.length)).filter((hit) => isWithin(hit, tokens));

  function isWithin({ from, to }: Hit, all: readonly Token[]): boolean {
    return (rule.match.kind === 'near' && rule.match.acrossSentences) || all[from]?.sentence === all[to - 1]?.sentence;
  }
}

function pairs(near: Near, firsts: readonly Occurrence[], seconds: Neighbours): Hit[] {
  return firsts.flatMap((term) => {
    const behind = seconds.after(term.to);
    const ahead = near.ordered ? undefined : seconds.before(term.from);
    const candidates = [ahead && hit(ahead, term), behind && hit(term, behind)];
    return candidates.filter((found) => found !== undefined).filter(({ terms: [a, b] }) => gap(a, b) <= near.within);
  });
}

function hit(left: Occurrence, right: Occurrence): Hit {
  return { from: left.from, to: right.to, terms: [left, right] };
}

function gap(left: Occurrence | undefined, right: Occurrence | undefined): number {
  return (right?.from ?? 0) - (left?.to ?? 0);
}
