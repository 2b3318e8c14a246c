import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { captureEvidenceEnv } from '../../lambdas/env/capture-evidence.env.ts';
import { closeCaseEnv } from '../../lambdas/env/close-case.env.ts';
import { mergeReportEnv } from '../../lambdas/env/merge-report.env.ts';
import { notifyEnv } from '../../lambdas/env/notify.env.ts';
import { openTaskEnv } from '../../lambdas/env/open-task.env.ts';
import { parkCaseEnv } from '../../lambdas/env/park-case.env.ts';
import { planCaptureEnv } from '../../lambdas/env/plan-capture.env.ts';
import { suggestPrinciplesEnv } from '../../lambdas/env/suggest-principles.env.ts';
import { takeEffectEnv } from '../../lambdas/env/take-effect.env.ts';
import type { StepName } from '../../statemachines/case.contract.ts';
import { type DeployedFunction, TypedFunction } from '../constructs/typed-function.ts';
import type { FunctionUses } from './function-uses.ts';
import { letterSteps } from './letter-steps.ts';
import { brief, browserFiles, browses, browsing, heavy, opensTasks, writesCase } from './step-uses.ts';

const evidenceSteps = (scope: Construct, uses: FunctionUses, deadLetters: IQueue) => ({
  PlanCapture: new TypedFunction(scope, 'PlanCapture', {
    ...brief,
    entry: 'workflow/plan-capture',
    schema: planCaptureEnv,
    uses: writesCase(uses),
    description: 'Plans which addresses of the report are to be captured',
    logKey: uses.logKey,
  }),
  CaptureEvidence: new TypedFunction(scope, 'CaptureEvidence', {
    ...browsing,
    entry: 'workflow/capture-evidence',
    schema: captureEvidenceEnv,
    // In no VPC on purpose: the one function that calls addresses of strangers can reach nothing private.
    uses: writesCase(uses).and(uses.evidence.write).and(browses()),
    files: browserFiles(),
    // Also called by pages and sweep, which do not wait for it.
    deadLetters,
    description: 'Captures one address that a report names',
    logKey: uses.logKey,
  }),
  SuggestPrinciples: new TypedFunction(scope, 'SuggestPrinciples', {
    ...heavy,
    entry: 'workflow/suggest-principles',
    schema: suggestPrinciplesEnv,
    uses: writesCase(uses).and(uses.evidence.collect).and(uses.evidence.scan).and(uses.timeStamping),
    files: uses.anchorFiles,
    description: 'Takes in finished uploads and proposes principles from all texts',
    logKey: uses.logKey,
  }),
});

const taskSteps = (scope: Construct, uses: FunctionUses) => ({
  OpenTask: new TypedFunction(scope, 'OpenTask', {
    ...brief,
    entry: 'workflow/open-task',
    schema: openTaskEnv,
    uses: opensTasks(uses),
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
  Notify: new TypedFunction(scope, 'Notify', {
    ...brief,
    entry: 'workflow/notify',
    schema: notifyEnv,
    uses: writesCase(uses)
      .and(uses.tables.directory.read)
      .and(uses.tables.people.reveal)
      .and(uses.keys.people.open)
      .and(uses.keys.mac)
      .and(uses.mailDomain)
      .and(uses.mail)
      .and(uses.site),
    description: 'Tells everyone concerned; the only function that may read who a reporter is',
    logKey: uses.logKey,
  }),
  TakeEffect: new TypedFunction(scope, 'TakeEffect', {
    ...brief,
    entry: 'workflow/take-effect',
    schema: takeEffectEnv,
    uses: writesCase(uses).and(uses.tables.directory.read),
    description: 'Lets a sanction take effect',
    logKey: uses.logKey,
  }),
});

const endSteps = (scope: Construct, uses: FunctionUses) => ({
  CloseCase: new TypedFunction(scope, 'CloseCase', {
    ...brief,
    entry: 'workflow/close-case',
    schema: closeCaseEnv,
    uses: writesCase(uses).and(uses.evidence.write).and(uses.evidence.scan).and(uses.evidence.release),
    description: 'Closes the case, and lifts the legal holds that nothing else needs',
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
export const workflowSteps = (
  scope: Construct,
  uses: FunctionUses,
  deadLetters: IQueue,
): Record<StepName, DeployedFunction> => ({
  ...evidenceSteps(scope, uses, deadLetters),
  ...taskSteps(scope, uses),
  ...letterSteps(scope, uses),
  ...outcomeSteps(scope, uses),
  ...endSteps(scope, uses),
});
