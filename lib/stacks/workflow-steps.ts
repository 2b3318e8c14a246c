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

const brief = Duration.seconds(30);

/** The function of every step of the flow, each with the uses of its use case. */
export const workflowSteps = (scope: Construct, uses: FunctionUses): Record<StepName, DeployedFunction> => {
  const { trail, cases, tasks, directory, people } = uses.tables;
  const { logKey } = uses;
  const writesCase = trail.append.and(cases.project);
  return {
    PlanCapture: new TypedFunction(scope, 'PlanCapture', {
      entry: 'workflow/plan-capture',
      schema: planCaptureEnv,
      uses: writesCase,
      description: 'Plans which addresses of the report are to be captured',
      timeout: brief,
      logKey,
    }),
    CaptureEvidence: new TypedFunction(scope, 'CaptureEvidence', {
      entry: 'workflow/capture-evidence',
      schema: captureEvidenceEnv,
      // In no VPC on purpose: the one function that calls addresses of strangers can reach nothing private.
      uses: writesCase.and(uses.evidence.write),
      description: 'Captures one address that a report names',
      timeout: Duration.minutes(1),
      memorySize: 1024,
      logKey,
    }),
    SuggestPrinciples: new TypedFunction(scope, 'SuggestPrinciples', {
      entry: 'workflow/suggest-principles',
      schema: suggestPrinciplesEnv,
      uses: writesCase.and(uses.evidence.collect),
      description: 'Takes in finished uploads and proposes principles from all texts',
      timeout: Duration.minutes(2),
      memorySize: 1024,
      logKey,
    }),
    OpenTask: new TypedFunction(scope, 'OpenTask', {
      entry: 'workflow/open-task',
      schema: openTaskEnv,
      uses: writesCase
        .and(tasks.write)
        .and(directory.read)
        .and(people.matchTag)
        .and(uses.keys.secrets)
        .and(uses.keys.mac)
        .and(uses.workflow.answer)
        .and(uses.timers)
        .and(uses.mail)
        .and(uses.site),
      description: 'Opens a human task and mails its link',
      timeout: brief,
      logKey,
    }),
    MergeReport: new TypedFunction(scope, 'MergeReport', {
      entry: 'workflow/merge-report',
      schema: mergeReportEnv,
      uses: writesCase,
      description: 'Joins a duplicate to the case it repeats',
      timeout: brief,
      logKey,
    }),
    IssueDecision: new TypedFunction(scope, 'IssueDecision', {
      entry: 'workflow/issue-decision',
      schema: issueDecisionEnv,
      uses: writesCase.and(directory.read).and(uses.evidence.write).and(uses.keys.signer).and(new Uses({ FONT_DIR })),
      description: 'Writes, prints and signs the decision record',
      timeout: Duration.minutes(1),
      memorySize: 1024,
      files: [fonts],
      logKey,
    }),
    Notify: new TypedFunction(scope, 'Notify', {
      entry: 'workflow/notify',
      schema: notifyEnv,
      uses: writesCase.and(directory.read).and(people.reveal).and(uses.keys.people.open).and(uses.mail).and(uses.site),
      description: 'Tells everyone concerned; the only function that may read who a reporter is',
      timeout: Duration.minutes(2),
      logKey,
    }),
    CloseCase: new TypedFunction(scope, 'CloseCase', {
      entry: 'workflow/close-case',
      schema: closeCaseEnv,
      uses: writesCase,
      description: 'Closes the case',
      timeout: brief,
      logKey,
    }),
    ParkCase: new TypedFunction(scope, 'ParkCase', {
      entry: 'workflow/park-case',
      schema: parkCaseEnv,
      uses: writesCase,
      description: 'Parks a case whose flow cannot go on by itself',
      timeout: brief,
      logKey,
    }),
  };
};
