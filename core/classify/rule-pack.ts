import * as z from 'zod';
import { principleCodeSchema } from '../rules/codes.ts';
import { bilingualSchema, ruleHeader } from '../rules/rule-file.ts';
import { normalise } from './normalise.ts';

const longestTerm = 8;
const shortestWord = 3;

const words = (term: string) => normalise(term).text.split(' ');

/**
 * A word or phrase as people write it; it is normalised like the texts it is looked for in. Terms are plain words, never
 * patterns: data cannot carry an expression that takes exponential time.
 */
const termSchema = z
  .string()
  .refine((term) => normalise(term).text !== '', 'has no letter or digit')
  .refine((term) => words(term).length <= longestTerm, `has more than ${longestTerm} words`);

/** A term that counts without a second one near it: too short a word would be met by chance. */
const loneTermSchema = termSchema.refine(
  (term) => words(term).some((word) => word.length >= shortestWord),
  `needs a word of ${shortestWord} letters`,
);

const termsSchema = z.array(termSchema).min(1);

const matchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any'), terms: z.array(loneTermSchema).min(1) }),
  z.strictObject({
    kind: z.literal('near'),
    first: termsSchema,
    second: termsSchema,
    /** Words that may stand between the two terms. */
    within: z.int().min(0).max(40),
    /** Whether `first` must come before `second`. */
    ordered: z.boolean(),
    acrossSentences: z.boolean(),
  }),
]);

const ruleSchema = z.strictObject({
  id: z.string().regex(/^P[1-8]\.[a-z][a-z0-9-]+$/),
  /** 3 carries a suggestion to high confidence alone, 2 to medium, 1 only beside another rule of the principle. */
  weight: z.int().min(1).max(3),
  match: matchSchema,
  /** A hit on a word that stands inside one of these is no hit ("babi guling" is a dish). */
  unless: termsSchema.optional(),
  reason: bilingualSchema,
});

/** Rules by which a text points to one principle of SE Menpan-RB 137/2018. */
export const rulePackSchema = z
  .strictObject({ ...ruleHeader, principle: principleCodeSchema, rules: z.array(ruleSchema).min(1) })
  .refine((pack) => pack.id === pack.principle.toLowerCase(), 'id and principle differ')
  .refine((pack) => pack.rules.every((rule) => rule.id.startsWith(`${pack.principle}.`)), 'a rule of another principle')
  .refine((pack) => new Set(pack.rules.map((rule) => rule.id)).size === pack.rules.length, 'a rule id stands twice');

const gateCommon = {
  id: z.string().regex(/^[a-z][a-z-]+$/),
  principles: z.array(principleCodeSchema).min(1),
  reason: bilingualSchema,
};

/** What makes a hit uncertain, so that no principle is suggested and the official is told why. */
const gateSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...gateCommon,
    kind: z.literal('cue'),
    terms: termsSchema,
    /** A cue that stands inside one of these is no cue ("bukan main" is no negation). */
    unless: termsSchema.optional(),
    /** How many words may stand between the cue and the hit, in front of the hit and behind it; `null` looks in no such place. */
    reach: z.strictObject({ before: z.int().min(0).nullable(), after: z.int().min(0).nullable() }),
    acrossSentences: z.boolean(),
  }),
  z.strictObject({ ...gateCommon, kind: z.literal('quotation') }),
]);

/** How hits become suggestions or abstentions: the same for every principle. */
export const judgementSchema = z
  .strictObject({
    ...ruleHeader,
    id: z.literal('judgement'),
    /** Endings that are no part of a word ("kafirnya"): tried with and without. */
    clitics: z.array(z.string().regex(/^[a-z]{2,4}$/)),
    /** Sum of the weights of the rules of one principle that hit one text. */
    thresholds: z.strictObject({ high: z.int(), medium: z.int() }),
    /** At most so many suggestions and so many abstentions of one principle are listed. */
    listed: z.int().min(1).max(20),
    gates: z.array(gateSchema).min(1),
    weakSignal: z.strictObject({ gate: z.literal('weak-signal'), reason: bilingualSchema }),
    noSignal: bilingualSchema,
  })
  .refine(({ thresholds }) => thresholds.medium <= thresholds.high, 'medium above high');

export type Rule = z.infer<typeof ruleSchema>;
export type RulePack = z.infer<typeof rulePackSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type Judgement = z.infer<typeof judgementSchema>;

/** One pack for each principle, P1 to P8, and how their hits are judged. */
export interface PrinciplePacks {
  readonly packs: readonly RulePack[];
  readonly judgement: Judgement;
}

/** Names every pack with its version, e.g. `p1@1 p2@3 ... judgement@2`: what a suggestion was made by. */
export function packVersion({ packs, judgement }: PrinciplePacks): string {
  return [...packs, judgement].map(({ id, version }) => `${id}@${version}`).join(' ');
}
