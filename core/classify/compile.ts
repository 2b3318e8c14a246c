import { buildLexicon, type Lexicon } from './lexicon.ts';
import type { Gate, Judgement, PrinciplePacks, Rule, RulePack } from './rule-pack.ts';

/** A rule and the numbers of its term groups in the lexicon. */
export interface CompiledRule {
  readonly principle: RulePack['principle'];
  readonly rule: Rule;
  readonly first: number;
  /** Only where the rule wants two terms near each other. */
  readonly second?: number;
  readonly unless: number;
}

/** A gate and the numbers of its term groups in the lexicon. */
export interface CompiledGate {
  readonly gate: Gate;
  readonly cues: number;
  readonly unless: number;
}

export interface CompiledPacks {
  readonly lexicon: Lexicon;
  readonly rules: readonly CompiledRule[];
  readonly gates: readonly CompiledGate[];
  readonly judgement: Judgement;
}

const compiled = new WeakMap<PrinciplePacks, CompiledPacks>();

/** Puts the terms of all packs into one lexicon, once for each set of packs: packs are never changed. */
export function compilePacks(packs: PrinciplePacks): CompiledPacks {
  const known = compiled.get(packs) ?? compile(packs);
  compiled.set(packs, known);
  return known;
}

function compile({ packs, judgement }: PrinciplePacks): CompiledPacks {
  const groups: (readonly string[])[] = [];
  const group = (terms: readonly string[] = []) => groups.push(terms) - 1;
  const rules = packs.flatMap(({ principle, rules: own }) =>
    own.map((rule): CompiledRule => ({ principle, rule, ...matchGroups(rule, group), unless: group(rule.unless) })),
  );
  const gates = judgement.gates.map(
    (gate): CompiledGate =>
      gate.kind === 'cue'
        ? { gate, cues: group(gate.terms), unless: group(gate.unless) }
        : { gate, cues: group(), unless: group() },
  );
  return { lexicon: buildLexicon(groups), rules, gates, judgement };
}

function matchGroups({ match }: Rule, group: (terms: readonly string[]) => number): { first: number; second?: number } {
  switch (match.kind) {
    case 'any':
      return { first: group(match.terms) };
    case 'near':
      return { first: group(match.first), second: group(match.second) };
    default:
      return match satisfies never;
  }
}
