import * as z from 'zod';
import { caseIdSchema, nipSchema, sha256Schema } from '../ids.ts';
import { plainText } from '../plain-text.ts';
import { impactScopeSchema, principleCodeSchema, sanctionCodeSchema, trackSchema } from '../rules/codes.ts';

const digitsOnly = (typed: unknown) => (typeof typed === 'string' ? typed.replace(/[\s.-]/g, '') : typed);
const upper = (typed: unknown) => (typeof typed === 'string' ? typed.trim().toUpperCase() : typed);
const nothing = (typed: unknown) => (typed === '' ? undefined : typed);
const many = (typed: unknown) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]);

const signed = { reason: plainText(10, 5000), contentHash: sha256Schema };

/** The act forms of contract.md, as they are posted. No outcome has a default; fields that an outcome does not use are ignored. */
export const triageForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    outcome: z.literal('PROCEED'),
    respondentNip: z.preprocess(digitsOnly, nipSchema),
    track: trackSchema,
  }),
  z.object({ ...signed, outcome: z.literal('MERGE'), caseNumber: z.preprocess(upper, caseIdSchema) }),
  z.object({ ...signed, outcome: z.enum(['REFER', 'REJECT', 'ASK_REPORTER']) }),
]);
export type TriageForm = z.infer<typeof triageForm>;

export const reviewForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    outcome: z.literal('PROCEED'),
    principles: z.preprocess(many, z.array(principleCodeSchema).min(1).max(8)),
  }),
  z.object({ ...signed, outcome: z.enum(['DISMISS', 'MORE_EVIDENCE', 'RECUSE']) }),
]);
export type ReviewForm = z.infer<typeof reviewForm>;

export const decisionForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    outcome: z.literal('SANCTION'),
    disclosureHash: sha256Schema,
    sanctionCode: sanctionCodeSchema,
    provisions: z.preprocess(many, z.array(z.string().trim().max(12)).max(40)),
    impact: z.preprocess(nothing, impactScopeSchema.optional()),
  }),
  z.object({ ...signed, outcome: z.literal('DISMISS'), disclosureHash: sha256Schema }),
  z.object({ ...signed, outcome: z.literal('RETURN') }),
]);
export type DecisionForm = z.infer<typeof decisionForm>;

export type ActForm =
  | { readonly kind: 'triage'; readonly form: TriageForm }
  | { readonly kind: 'review'; readonly form: ReviewForm }
  | { readonly kind: 'decision'; readonly form: DecisionForm };

/** Where a form says no: the field and what to change. */
export interface FormIssue {
  readonly path: string;
  readonly message: string;
}
export type ParsedAct =
  | { readonly ok: true; readonly act: ActForm }
  | { readonly ok: false; readonly issues: readonly FormIssue[] };

const issuesOf = (error: z.ZodError): FormIssue[] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));

const parsed = <T>(result: z.ZodSafeParseResult<T>, act: (form: T) => ActForm): ParsedAct =>
  result.success ? { ok: true, act: act(result.data) } : { ok: false, issues: issuesOf(result.error) };

/** Parses a posted act form for the kind of task it answers. */
export const parseAct = (kind: ActForm['kind'], fields: Readonly<Record<string, unknown>>): ParsedAct => {
  switch (kind) {
    case 'triage':
      return parsed(triageForm.safeParse(fields), (form) => ({ kind, form }));
    case 'review':
      return parsed(reviewForm.safeParse(fields), (form) => ({ kind, form }));
    case 'decision':
      return parsed(decisionForm.safeParse(fields), (form) => ({ kind, form }));
    default:
      return kind satisfies never;
  }
};
