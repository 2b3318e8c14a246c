import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { captureEvidenceEnv } from '../../lambdas/env/capture-evidence.env.ts';
import { closeCaseEnv } from '../../lambdas/env/close-case.env.ts';
import { issueDecisionEnv } from '../../lambdas/env/issue-decision.env.ts';
import { mergeReportEnv } from '../../lambdas/env/merge-report.env.ts';
import { notifyEnv } from '../../lambdas/env/notify.env.ts';
import { openTaskEnv } from '../../lambdas/env/open-task.env.ts';
import { parkCaseEnv } from '../../lambdas/env/park-case.env.ts';
import { planCaptureEnv } from '../../lambdas/env/plan-capture.env.ts';
import { suggestPrinciplesEnv } from '../../lambdas/env/suggest-principles.env.ts';
import type { StepName } from '../../statemachines/case.contract.ts';
import { type DeployedFunction, TypedFunction } from '../constructs/typed-function.ts';
import { Uses } from '../uses/uses.ts';
import type { FunctionUses } from './function-uses.ts';

/** The fonts of the letters, as they lie in the bundle of a function. */
const FONT_DIR = '/var/task/fonts';
const fonts = {
  folder: 'node_modules/@expo-google-fonts/noto-serif',
  paths: ['400Regular/NotoSerif_400Regular.ttf', '700Bold/NotoSerif_700Bold.ttf'],
  to: 'fonts',
} as const;

const brief = { timeout: Duration.seconds(30) } as const;
/** For steps that hold whole artefacts. */
const heavy = { timeout: Duration.minutes(2), memorySize: 1024 } as const;

/** What every step does: reads the trail, appends to it, and brings the row up to it. */
const writesCase = ({ tables }: FunctionUses) => tables.trail.append.and(tables.cases.project);

const evidenceSteps = (scope: Construct, uses: FunctionUses) => ({
  PlanCapture: new TypedFunction(scope, 'PlanCapture', {
    ...brief,
    entry: 'workflow/plan-capture',
    schema: planCaptureEnv,
    uses: writesCase(uses),
    description: 'Plans which addresses of the report are to be captured',
    logKey: uses.logKey,
  }),
  CaptureEvidence: new TypedFunction(scope, 'CaptureEvidence', {
    ...heavy,
    entry: 'workflow/capture-evidence',
    schema: captureEvidenceEnv,
    // In no VPC on purpose: the one function that calls addresses of strangers can reach nothing private.
    uses: writesCase(uses).and(uses.evidence.write),
    description: 'Captures one address that a report names',
    logKey: uses.logKey,
  }),
  SuggestPrinciples: new TypedFunction(scope, 'SuggestPrinciples', {
    ...heavy,
    entry: 'workflow/suggest-principles',
    schema: suggestPrinciplesEnv,
    uses: writesCase(uses).and(uses.evidence.collect),
    description: 'Takes in finished uploads and proposes principles from all texts',
    logKey: uses.logKey,
  }),
});

const taskSteps = (scope: Construct, uses: FunctionUses) => ({
  OpenTask: new TypedFunction(scope, 'OpenTask', {
    ...brief,
    entry: 'workflow/open-task',
    schema: openTaskEnv,
    uses: writesCase(uses)
      .and(uses.tables.tasks.write)
      .and(uses.tables.directory.read)
      .and(uses.tables.people.matchTag)
      .and(uses.keys.secrets)
      .and(uses.keys.mac)
      .and(uses.workflow.answer)
      .and(uses.timers)
      .and(uses.mail)
      .and(uses.site),
    description: 'Opens a human task and mails its link',
    logKey: uses.logKey,
  }),
  MergeReport: new TypedFunction(scope, 'MergeReport', {
    ...brief,
    entry: 'workflow/merge-report',
    schema: mergeReportEnv,
    uses: writesCase(uses),
    description: 'Joins a duplicate to the case it repeats',
    logKey: uses.logKey,
  }),
});

const outcomeSteps = (scope: Construct, uses: FunctionUses) => ({
  IssueDecision: new TypedFunction(scope, 'IssueDecision', {
    ...heavy,
    entry: 'workflow/issue-decision',
    schema: issueDecisionEnv,
    uses: writesCase(uses)
      .and(uses.tables.directory.read)
      .and(uses.evidence.store)
      .and(uses.keys.signer)
      .and(new Uses({ FONT_DIR })),
    description: 'Writes, prints and signs the decision record',
    files: [fonts],
    logKey: uses.logKey,
  }),
  Notify: new TypedFunction(scope, 'Notify', {
    ...brief,
    entry: 'workflow/notify',
    schema: notifyEnv,
    uses: writesCase(uses)
      .and(uses.tables.directory.read)
      .and(uses.tables.people.reveal)
      .and(uses.keys.people.open)
      .and(uses.mail)
      .and(uses.site),
    description: 'Tells everyone concerned; the only function that may read who a reporter is',
    logKey: uses.logKey,
  }),
});

const endSteps = (scope: Construct, uses: FunctionUses) => ({
  CloseCase: new TypedFunction(scope, 'CloseCase', {
    ...brief,
    entry: 'workflow/close-case',
    schema: closeCaseEnv,
    uses: writesCase(uses),
    description: 'Closes the case',
    logKey: uses.logKey,
  }),
  ParkCase: new TypedFunction(scope, 'ParkCase', {
    ...brief,
    entry: 'workflow/park-case',
    schema: parkCaseEnv,
    uses: writesCase(uses),
    description: 'Parks a case whose flow cannot go on by itself',
    logKey: uses.logKey,
  }),
});

/** The function of every step of the flow, each with the uses of its use case. */
export const workflowSteps = (scope: Construct, uses: FunctionUses): Record<StepName, DeployedFunction> => ({
  ...evidenceSteps(scope, uses),
  ...taskSteps(scope, uses),
  ...outcomeSteps(scope, uses),
  ...endSteps(scope, uses),
});
