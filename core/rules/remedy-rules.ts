import * as z from 'zod';
import type { LocalDate } from '../time.ts';
import { type DeadlineName, deadlineNameSchema } from './calendar-rules.ts';
import { catalogueToReadBy, findSanction, versionToReadOn } from './catalogue.ts';
import type { Employment, SanctionCode, Track } from './codes.ts';
import { latestRule, type RuleBook } from './rule-book.ts';
import { type Bilingual, bilingualSchema, type Citation, citationSchema, ruleHeader } from './rule-file.ts';
import { sanctionColumnSchema } from './sanction-rules.ts';

export const remedyRouteSchema = z.enum(['NONE', 'OBJECTION', 'BPASN']);
export type RemedyRoute = z.infer<typeof remedyRouteSchema>;

/** Who decides on the remedy. */
export const remedyBodySchema = z.enum(['SUPERIOR', 'PPK', 'BPASN']);
export type RemedyBody = z.infer<typeof remedyBodySchema>;

export const remedyOutcomeSchema = z.enum(['UPHELD', 'CHANGED', 'ANNULLED']);
export type RemedyOutcome = z.infer<typeof remedyOutcomeSchema>;

const cited = z.strictObject({ name: bilingualSchema, citation: citationSchema });

const objectionTimes = { file: deadlineNameSchema, answer: deadlineNameSchema };

/** Administrative remedies: which way is open, to whom, in what time, and what may come of it. */
export const remedyRulesSchema = z.strictObject({
  ...ruleHeader,
  routes: z.record(remedyRouteSchema, cited),
  /** Columns of the authority table whose sanctions end the employment: against them, if the PPK decided, lies the appeal to BPASN. */
  appealColumns: z.array(sanctionColumnSchema).min(1),
  addressees: z.record(remedyBodySchema, cited),
  deadlines: z.strictObject({
    OBJECTION: z.strictObject(objectionTimes),
    BPASN: z.strictObject({ ...objectionTimes, decide: deadlineNameSchema }),
  }),
  /** `names`: what the deciding bodies call it; `sanction`: what becomes of the sanction. */
  outcomes: z.record(
    remedyOutcomeSchema,
    z.strictObject({ names: z.array(bilingualSchema).min(1), sanction: z.enum(['STANDS', 'REPLACED', 'GONE']) }),
  ),
  stay: z.strictObject({ suspends: z.boolean(), citation: citationSchema }),
  ethics: z.strictObject({ citation: citationSchema }),
});
export type RemedyRules = z.infer<typeof remedyRulesSchema>;

export interface RemedyQuestion {
  readonly sanctionCode: SanctionCode;
  readonly track: Track;
  readonly employment: Employment;
  readonly decidedBy: 'PPK' | 'OFFICIAL' | 'PRESIDENT';
  /** The day of the decision; without it the newest rule. */
  readonly date?: LocalDate | undefined;
  /** The date of the act, where the sanction is read in the catalogue of another day than the decision. */
  readonly actDate?: LocalDate | undefined;
}

export type Remedy =
  | { readonly route: 'NONE'; readonly name: Bilingual; readonly citations: readonly Citation[] }
  | {
      readonly route: 'OBJECTION' | 'BPASN';
      readonly name: Bilingual;
      readonly addressedTo: RemedyBody;
      readonly addressee: Bilingual;
      /** Counted from receipt of the decision. */
      readonly deadline: DeadlineName;
      /** Counted from the filing: to answer an objection, or to respond to BPASN. */
      readonly answerDeadline: DeadlineName;
      /** Counted from the filing: for BPASN to decide. */
      readonly decisionDeadline?: DeadlineName | undefined;
      readonly outcomes: RemedyRules['outcomes'];
      /** Whether the sanction waits for the outcome. */
      readonly suspends: boolean;
      /** Where route, addressee and stay come from; what is not CONFIRMED is shown with its tag. */
      readonly citations: readonly Citation[];
    };

/** The administrative remedy against a decision (PP 79/2021): the same for PNS and PPPK. */
export const remedyFor = (book: RuleBook, question: RemedyQuestion): Remedy => {
  const rules = versionToReadOn(question.date)(book.remedies) ?? latestRule(book.remedies);
  const route = routeFor(book, rules, question);
  const { name, citation } = rules.routes[route];
  if (route === 'NONE') return { route, name, citations: [citation] };
  const addressedTo = bodyFor(route, question);
  const addressee = rules.addressees[addressedTo];
  const { file, answer } = rules.deadlines[route];
  return {
    route,
    name,
    addressedTo,
    addressee: addressee.name,
    deadline: file,
    answerDeadline: answer,
    ...(route === 'BPASN' && { decisionDeadline: rules.deadlines.BPASN.decide }),
    outcomes: rules.outcomes,
    suspends: rules.stay.suspends,
    citations: [
      citation,
      addressee.citation,
      rules.stay.citation,
      ...(question.track === 'ETHICS' ? [rules.ethics.citation] : []),
    ],
  };
};

const routeFor = (book: RuleBook, rules: RemedyRules, question: RemedyQuestion): RemedyRoute => {
  if (question.decidedBy === 'PRESIDENT') return 'NONE';
  const date = question.actDate ?? question.date;
  const catalogue =
    catalogueToReadBy(book, { track: question.track, date }) ??
    catalogueToReadBy(book, { track: 'DISCIPLINE_PNS', date });
  const column = catalogue && findSanction(catalogue, question.sanctionCode)?.authorityColumn;
  const ends = column !== undefined && rules.appealColumns.includes(column);
  return ends && question.decidedBy === 'PPK' ? 'BPASN' : 'OBJECTION';
};

const bodyFor = (route: 'OBJECTION' | 'BPASN', { decidedBy }: RemedyQuestion): RemedyBody => {
  if (route === 'BPASN') return 'BPASN';
  return decidedBy === 'PPK' ? 'PPK' : 'SUPERIOR';
};
