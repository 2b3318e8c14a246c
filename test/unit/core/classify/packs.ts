import { type PrinciplePacks, type Rule, rulePackSchema } from '../../../../core/classify/rule-pack.ts';
import { suggestPrinciples } from '../../../../core/classify/suggest-principles.ts';
import { principlePacks } from '../../../../rules/principle-packs/index.ts';
import { someSha256 } from './evasions.ts';

const reason = { id: 'Alasan', en: 'Reason' };

/** A strong rule of P1 that is met by `match`. */
export const ruleOf = (match: Rule['match'], unless?: string[]): Rule => ({
  id: 'P1.sample',
  weight: 3,
  match,
  ...(unless && { unless }),
  reason,
});

/** The packs in force with all rules replaced by one of P1. */
export const packsOf = (rule: Rule): PrinciplePacks => ({
  packs: principlePacks.packs
    .filter(({ principle }) => principle === 'P1')
    .map((pack) => rulePackSchema.parse({ ...pack, rules: [rule] })),
  judgement: principlePacks.judgement,
});

/** The words that the one rule quotes in a text, suggested or not. */
export const quotedBy = (rule: Rule, text: string): string[] => {
  const { suggestions, abstentions } = suggestPrinciples(
    { texts: [{ artifactSha256: someSha256, text }] },
    packsOf(rule),
  );
  return [...suggestions, ...abstentions].map(({ span }) => text.slice(span.start, span.end));
};
