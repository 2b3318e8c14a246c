import * as z from 'zod';
import { artifactIdSchema, caseIdSchema, sha256Schema } from '../ids.ts';
import { plainText } from '../plain-text.ts';
import { impactScopeSchema, principleCodeSchema, sanctionCodeSchema, trackSchema } from '../rules/codes.ts';
import {
  type AppealForm,
  appealForm,
  type ExecutionForm,
  executionForm,
  type ServiceForm,
  serviceForm,
} from './closing-forms.ts';
import {
  appointmentInputs,
  type ExaminationForm,
  examinationForm,
  type TeamForm,
  teamForm,
} from './examination-form.ts';
import { maybe, nipInput, provisionInputs, several, signed } from './form-inputs.ts';

const upper = (typed: unknown) => (typeof typed === 'string' ? typed.trim().toUpperCase() : typed);

/** The act forms of contract.md, as they are posted. No outcome has a default; fields that an outcome does not use are ignored. */
export const triageForm = z.discriminatedUnion('outcome', [
  z.object({ ...signed, outcome: z.literal('PROCEED'), respondentNip: nipInput, track: trackSchema }),
  z.object({ ...signed, outcome: z.literal('MERGE'), caseNumber: z.preprocess(upper, caseIdSchema) }),
  z.object({ ...signed, outcome: z.enum(['REFER', 'REJECT', 'ASK_REPORTER']) }),
]);
export type TriageForm = z.infer<typeof triageForm>;

const many = (typed: unknown) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]);

export const reviewForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    ...appointmentInputs,
    outcome: z.literal('PROCEED'),
    principles: z.preprocess(many, z.array(principleCodeSchema).min(1).max(8)),
    charges: provisionInputs,
    impact: maybe(impactScopeSchema),
    withheld: several(artifactIdSchema, 200),
  }),
  z.object({ ...signed, outcome: z.literal('CHANGE_TRACK'), track: trackSchema }),
  z.object({ ...signed, outcome: z.enum(['DISMISS', 'MORE_EVIDENCE', 'RECUSE']) }),
]);
export type ReviewForm = z.infer<typeof reviewForm>;

const imposed = {
  disclosureHash: sha256Schema,
  sanctionCode: sanctionCodeSchema,
  provisions: several(z.string().trim().max(12), 40),
  impact: maybe(impactScopeSchema),
};

export const decisionForm = z.discriminatedUnion('outcome', [
  z.object({ ...signed, ...imposed, outcome: z.literal('SANCTION'), deviationReason: maybe(plainText(10, 5000)) }),
  z.object({ ...signed, ...imposed, outcome: z.literal('PROPOSE') }),
  z.object({ ...signed, outcome: z.literal('DISMISS'), disclosureHash: sha256Schema }),
  z.object({ ...signed, outcome: z.enum(['RETURN', 'FORWARD', 'RECUSE']) }),
]);
export type DecisionForm = z.infer<typeof decisionForm>;

const forms = {
  triage: triageForm,
  review: reviewForm,
  team: teamForm,
  examination: examinationForm,
  decision: decisionForm,
  service: serviceForm,
  appeal: appealForm,
  execution: executionForm,
} as const;

export type ActForm =
  | { readonly kind: 'triage'; readonly form: TriageForm }
  | { readonly kind: 'review'; readonly form: ReviewForm }
  | { readonly kind: 'team'; readonly form: TeamForm }
  | { readonly kind: 'examination'; readonly form: ExaminationForm }
  | { readonly kind: 'decision'; readonly form: DecisionForm }
  | { readonly kind: 'service'; readonly form: ServiceForm }
  | { readonly kind: 'appeal'; readonly form: AppealForm }
  | { readonly kind: 'execution'; readonly form: ExecutionForm };
export type ActKind = ActForm['kind'];

/** Where a form says no: the field and what to change. */
export interface FormIssue {
  readonly path: string;
  readonly message: string;
}
export type ParsedForm<T> =
  | { readonly ok: true; readonly act: T }
  | { readonly ok: false; readonly issues: readonly FormIssue[] };
export type ParsedAct = ParsedForm<ActForm>;

const issuesOf = (error: z.ZodError): FormIssue[] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));

/** Parses one posted form. */
export const parsedForm = <T, A>(result: z.ZodSafeParseResult<T>, act: (form: T) => A): ParsedForm<A> =>
  result.success ? { ok: true, act: act(result.data) } : { ok: false, issues: issuesOf(result.error) };

type Fields = Readonly<Record<string, unknown>>;

/** Parses a posted act form for the kind of task it answers. */
export const parseAct = (kind: ActKind, fields: Fields): ParsedAct => {
  switch (kind) {
    case 'triage':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'review':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'team':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'examination':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'decision':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'service':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'appeal':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    case 'execution':
      return parsedForm(forms[kind].safeParse(fields), (form) => ({ kind, form }));
    default:
      return kind satisfies never;
  }
};
