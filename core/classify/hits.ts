import type { CompiledRule } from './compile.ts';
import type { Token } from './document.ts';
import { type Neighbours, neighboursOf, type Occurrence, outside } from './lexicon.ts';
import type { Rule } from './rule-pack.ts';

/** Where a rule is met: the tokens from its first term to the end of its last, and the one or two terms themselves, in text order. */
export interface Hit extends Occurrence {
  readonly terms: readonly Occurrence[];
}

type Near = Extract<Rule['match'], { kind: 'near' }>;

/**
 * Every place where a rule is met, gates aside.
 * @param found the result of `findAll` for the same tokens
 */
export function hitsOf(compiled: CompiledRule, found: readonly Occurrence[][], tokens: readonly Token[]): Hit[] {
  const { match } = compiled.rule;
  const termsOf = (group: number) => outside(found[group] ?? [], found[compiled.unless] ?? [], tokens.length);
  const firsts = termsOf(compiled.first);
  if (match.kind === 'any' || compiled.second === undefined) return firsts.map((term) => ({ ...term, terms: [term] }));
  const seconds = termsOf(compiled.second);
  if (firsts.length === 0 || seconds.length === 0) return [];
  const hits = pairs(match, firsts, neighboursOf(seconds, tokens.length));
  return match.acrossSentences ? hits : hits.filter((pair) => standsInOneSentence(pair, tokens));
}

function standsInOneSentence({ from, to }: Hit, tokens: readonly Token[]): boolean {
  return tokens[from]?.sentence === tokens[to - 1]?.sentence;
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
