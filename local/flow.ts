import { readFile } from 'node:fs/promises';
import type { Context } from 'aws-lambda';
import type { Log } from '../core/ports.ts';
import { captureEvidence } from '../core/use-cases/capture-evidence.ts';
import { closeCaseStep, parkCaseStep } from '../core/use-cases/close-case.ts';
import { forwardAppealStep } from '../core/use-cases/forward-appeal.ts';
import { issueDecisionStep } from '../core/use-cases/issue-decision.ts';
import { mergeReportStep } from '../core/use-cases/merge-report.ts';
import { notifyStep } from '../core/use-cases/notify.ts';
import { openTaskStep } from '../core/use-cases/open-task.ts';
import { planCapture } from '../core/use-cases/plan-capture.ts';
import type { Ports } from '../core/use-cases/ports.ts';
import { prepareExaminationStep } from '../core/use-cases/prepare-examination.ts';
import { reportExaminationStep } from '../core/use-cases/report-examination.ts';
import { suggestPrinciplesStep } from '../core/use-cases/suggest-principles.ts';
import { takeEffectStep } from '../core/use-cases/take-effect.ts';
import { stepHandler } from '../lambdas/shared/step-handler.ts';
import { flowSteps, type StepName, substitutionOf } from '../statemachines/case.contract.ts';
import type { LocalFunction } from './engines/step-functions.ts';

const definitionFile = new URL('../statemachines/case.asl.json', import.meta.url);

const stepNames = Object.keys(flowSteps);

/** The definition as deployed, with every function called by its step's name. */
export const localDefinition = async (): Promise<unknown> => {
  const text = await readFile(definitionFile, 'utf8');
  const named = new Map(stepNames.map((step) => [substitutionOf(step as StepName), step]));
  return JSON.parse(text.replace(/\$\{(\w+)\}/g, (whole, name: string) => named.get(name) ?? whole));
};

/** What a handler is told about its call; nothing here reads it. */
const contextOf = (functionName: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
  memoryLimitInMB: '512',
  awsRequestId: functionName,
  logGroupName: functionName,
  logStreamName: functionName,
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

/** The same handlers that are deployed, on the ports of this machine. */
export const localFunctions = (ports: Ports, log: Log): Record<StepName, LocalFunction> => {
  const local = <S extends StepName>(step: S, useCase: Parameters<typeof stepHandler<S>>[2]): LocalFunction => {
    const handler = stepHandler(step, log, useCase);
    return (payload) => handler(payload, contextOf(step));
  };
  return {
    PlanCapture: local('PlanCapture', (input) => planCapture(ports, input)),
    CaptureEvidence: local('CaptureEvidence', (input) => captureEvidence(ports, input)),
    SuggestPrinciples: local('SuggestPrinciples', (input) => suggestPrinciplesStep(ports, input)),
    OpenTask: local('OpenTask', (input) => openTaskStep(ports, input)),
    MergeReport: local('MergeReport', (input) => mergeReportStep(ports, input)),
    PrepareExamination: local('PrepareExamination', (input) => prepareExaminationStep(ports, input)),
    ReportExamination: local('ReportExamination', (input) => reportExaminationStep(ports, input)),
    IssueDecision: local('IssueDecision', (input) => issueDecisionStep(ports, input)),
    Notify: local('Notify', (input) => notifyStep(ports, input)),
    ForwardAppeal: local('ForwardAppeal', (input) => forwardAppealStep(ports, input)),
    TakeEffect: local('TakeEffect', (input) => takeEffectStep(ports, input)),
    CloseCase: local('CloseCase', (input) => closeCaseStep(ports, input)),
    ParkCase: local('ParkCase', (input) => parkCaseStep(ports, input)),
  };
};
