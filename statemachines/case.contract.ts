import * as z from 'zod';
import { taskKindSchema } from '../core/case/events.ts';
import { agencyIdSchema, artifactIdSchema, caseIdSchema } from '../core/ids.ts';

/** What travels between the states: ids and outcome words, never people or text. */
const flow = { caseId: caseIdSchema, agencyId: agencyIdSchema, round: z.int().min(1) };

/** Error names that the flow matches. Only the States.* names are safe: emulators lose class names. */
export const flowErrors = {
  taskFailed: 'States.TaskFailed',
  timeout: 'States.Timeout',
  all: 'States.ALL',
} as const;

/** Outcome words that the Choice states read, by Choice. */
export const flowOutcomes = {
  CaptureOrAsk: ['CAPTURE', 'AWAIT_REPORTER'],
  TriageOutcome: ['PROCEED', 'ASK_REPORTER', 'MERGE', 'REFER', 'REJECT'],
  ReviewOutcome: ['PROCEED', 'DISMISS', 'MORE_EVIDENCE', 'CHANGE_TRACK'],
  ExaminationPath: ['TEAM', 'EXAMINE'],
  ExaminationOutcome: [
    'HELD',
    'IN_ABSENTIA',
    'ABSENT',
    'RESCHEDULE',
    'REQUEST_TEAM',
    'RELEASE',
    'CHANGE_TRACK',
    'RETURN_FOR_EVIDENCE',
  ],
  ReportPath: ['REPORTED', 'AWAIT_RESPONSE'],
  DecisionOutcome: ['SANCTION', 'DISMISS', 'RETURN', 'PROPOSE'],
  NotifyPath: ['SERVE', 'CLOSE', 'EFFECT'],
  ServiceOutcome: ['SERVED', 'DISPATCHED'],
  RemedyOutcome: ['FILED', 'SILENT'],
  AppealOutcome: ['UPHELD', 'CHANGED', 'ANNULLED'],
  AppealPath: ['EFFECT', 'CLOSE'],
  EffectPath: ['EXECUTE', 'DONE'],
} as const;

export const flowOutput = z.object({ ...flow, outcome: z.string() });

const flowInput = z.object(flow);
const failure = z.object({ Error: z.string().optional(), Cause: z.string().optional() });

/** Every function the flow invokes: the substitution that names it, and what goes in and comes out. */
export const flowSteps = {
  PlanCapture: { input: flowInput, output: flowOutput.extend({ captures: z.array(artifactIdSchema) }) },
  CaptureEvidence: { input: flowInput.extend({ artifactId: artifactIdSchema }), output: flowOutput },
  SuggestPrinciples: { input: flowInput, output: flowOutput },
  OpenTask: {
    input: flowInput.extend({ kind: taskKindSchema, taskToken: z.string().min(1).max(2048) }),
    output: flowOutput,
  },
  MergeReport: { input: flowInput, output: flowOutput },
  PrepareExamination: { input: flowInput, output: flowOutput },
  ReportExamination: { input: flowInput, output: flowOutput },
  IssueDecision: { input: flowInput, output: flowOutput },
  Notify: { input: flowInput, output: flowOutput },
  ForwardAppeal: { input: flowInput, output: flowOutput },
  TakeEffect: { input: flowInput, output: flowOutput },
  CloseCase: { input: flowInput, output: flowOutput },
  ParkCase: {
    input: flowInput.extend({ outcome: z.string().optional(), failure: failure.optional() }),
    output: flowOutput,
  },
} as const;
export type StepName = keyof typeof flowSteps;

/** The substitution of a step's function name in the definition: `${PlanCaptureFunction}`. */
export const substitutionOf = (step: StepName): string => `${step}Function`;

/** The states of the definition that are not steps of the same name. */
export const flowStates = {
  callbacks: {
    Triage: 'triage',
    AwaitReporter: 'answer',
    Review: 'review',
    FormTeam: 'team',
    Examine: 'examination',
    AwaitResponse: 'response',
    Decide: 'decision',
    Serve: 'service',
    AwaitRemedy: 'remedy',
    Appeal: 'appeal',
    Execute: 'execution',
  },
  choices: [
    'CaptureOrAsk',
    'TriageOutcome',
    'ReviewOutcome',
    'ExaminationPath',
    'ExaminationOutcome',
    'ReportPath',
    'DecisionOutcome',
    'NotifyPath',
    'ServiceOutcome',
    'RemedyOutcome',
    'AppealOutcome',
    'AppealPath',
    'EffectPath',
  ],
  /** States that run another step's function. */
  aliases: { AskReporter: 'Notify', NotifyAppeal: 'Notify', ConfirmService: 'ForwardAppeal' },
  others: ['CaptureAll', 'CaptureGaveUp', 'Done', 'Parked'],
} as const;

/** A callback waits at most this long before the flow is re-driven: 90 days, a safety net beside the case's own deadlines. */
export const callbackTimeoutSeconds = 7_776_000;
