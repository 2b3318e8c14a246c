import { compilePacks } from './compile.ts';
import { findingsIn } from './findings.ts';
import { judgeText, listed } from './judge.ts';
import { type PrinciplePacks, packVersion } from './rule-pack.ts';
import type { ClassifiedText, Findings, PrincipleSuggestions } from './suggestion.ts';

/**
 * Proposes principles for the texts of a case. A machine suggests, a person decides: every proposal points to its words and names
 * its rule, and what is negated, quoted, reported or debunked is an abstention that names its gate. One proposal a rule and text;
 * at most `judgement.listed` a principle. Pure, deterministic, linear in the length of the texts; never throws.
 */
export function suggestPrinciples(
  { texts }: { readonly texts: readonly ClassifiedText[] },
  packs: PrinciplePacks,
): PrincipleSuggestions {
  const { judgement } = packs;
  const compiled = compilePacks(packs);
  const judged = texts.map((text) => judgeText(findingsIn(text, compiled), judgement));
  const findings: Findings = {
    suggestions: listed(
      judged.flatMap(({ suggestions }) => suggestions),
      judgement.listed,
    ),
    abstentions: listed(
      judged.flatMap(({ abstentions }) => abstentions),
      judgement.listed,
    ),
    packVersion: packVersion(packs),
  };
  if (findings.suggestions.length > 0) return { ...findings, outcome: 'confident' };
  if (findings.abstentions.length > 0) return { ...findings, outcome: 'abstain' };
  return { ...findings, outcome: 'no-signal', notice: judgement.noSignal };
}

/** The part of a suggestion that the event `PrinciplesSuggested` records, beside its round. */
export function recordedPart({ outcome, suggestions, abstentions, packVersion: version }: PrincipleSuggestions) {
  return { outcome, suggestions, abstentions, packVersion: version };
}
