import type { PrincipleCode } from '../rules/codes.ts';
import type { Finding } from './findings.ts';
import type { Judgement } from './rule-pack.ts';
import type { Abstention, Suggestion } from './suggestion.ts';

/** A suggestion or abstention with the weight of the rule behind it, by which it is ranked. */
export interface Ranked<T extends Suggestion | Abstention> {
  readonly item: T;
  readonly weight: number;
}

/** What one text gives rise to. */
export interface TextJudgement {
  readonly suggestions: readonly Ranked<Suggestion>[];
  readonly abstentions: readonly Ranked<Abstention>[];
}

/**
 * Weighs the findings of one text. The weights of the rules that stand free are added by principle: from `thresholds.medium` on the
 * principle is suggested, below it the signal is too weak and becomes an abstention, as does every finding behind a gate.
 */
export function judgeText(findings: readonly Finding[], { thresholds, weakSignal }: Judgement): TextJudgement {
  const scores = scoreByPrinciple(findings);
  const suggestions: Ranked<Suggestion>[] = [];
  const abstentions: Ranked<Abstention>[] = [];
  for (const { principle, rule, span, gate } of findings) {
    const score = scores.get(principle) ?? 0;
    const { weight, reason, id } = rule;
    if (gate !== undefined) {
      abstentions.push({ weight, item: { principle, gate: gate.id, span, reason: gate.reason } });
    } else if (score < thresholds.medium) {
      abstentions.push({ weight, item: { principle, gate: weakSignal.gate, span, reason: weakSignal.reason } });
    } else {
      const confidence = score >= thresholds.high ? 'high' : 'medium';
      suggestions.push({ weight, item: { principle, confidence, span, reason, ruleId: id } });
    }
  }
  return { suggestions, abstentions };
}

function scoreByPrinciple(findings: readonly Finding[]): Map<PrincipleCode, number> {
  const scores = new Map<PrincipleCode, number>();
  for (const { principle, rule, gate } of findings) {
    if (gate === undefined) scores.set(principle, (scores.get(principle) ?? 0) + rule.weight);
  }
  return scores;
}

/** By principle, strongest rule first, then in the order of the texts; at most `limit` of each principle. */
export function listed<T extends Suggestion | Abstention>(ranked: readonly Ranked<T>[], limit: number): T[] {
  const byStrength = [...ranked].sort((a, b) => compare(a.item.principle, b.item.principle) || b.weight - a.weight);
  const counts = new Map<PrincipleCode, number>();
  return byStrength
    .map(({ item }) => item)
    .filter(({ principle }) => {
      const count = (counts.get(principle) ?? 0) + 1;
      counts.set(principle, count);
      return count <= limit;
    });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
