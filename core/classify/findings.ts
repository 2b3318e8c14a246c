import type { PrincipleCode } from '../rules/codes.ts';
import type { CompiledPacks, CompiledRule } from './compile.ts';
import { readDocument, type Token } from './document.ts';
import { gatesOf, type TextGate } from './gates.ts';
import { type Hit, hitsOf } from './hits.ts';
import { findAll } from './lexicon.ts';
import type { Gate, Rule } from './rule-pack.ts';
import type { ClassifiedText, Span } from './suggestion.ts';

/** A rule that is met in a text; `gate` is the first gate that closed on it, absent where one of its hits stands free. */
export interface Finding {
  readonly principle: PrincipleCode;
  readonly rule: Rule;
  readonly span: Span;
  readonly gate: Gate | undefined;
}

/** The findings of one text: one a rule, for its first free hit, else for its first hit. */
export function findingsIn({ text, artifactSha256 }: ClassifiedText, packs: CompiledPacks): Finding[] {
  const tokens = readDocument(text, packs.judgement.clitics);
  const found = findAll(tokens, packs.lexicon);
  const gates = gatesOf(packs.gates, found, tokens);
  return packs.rules.flatMap((source) => {
    const chosen = choose(source, hitsOf(source, found, tokens), gates);
    if (chosen === undefined) return [];
    const { principle, rule } = source;
    return [{ principle, rule, span: { artifactSha256, ...stretchOf(chosen.hit, tokens) }, gate: chosen.gate }];
  });
}

function choose({ principle }: CompiledRule, hits: readonly Hit[], gates: readonly TextGate[]) {
  const own = gates.filter(({ gate }) => gate.principles.includes(principle));
  const gateOn = (hit: Hit) => own.find((gate) => gate.closesOn(hit))?.gate;
  const hit = hits.find((candidate) => gateOn(candidate) === undefined) ?? hits[0];
  return hit && { hit, gate: gateOn(hit) };
}

function stretchOf({ from, to }: Hit, tokens: readonly Token[]): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
