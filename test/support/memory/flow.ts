import { captureEvidence } from '../../../core/use-cases/capture-evidence.ts';
import { closeCaseStep } from '../../../core/use-cases/close-case.ts';
import { forwardAppealStep } from '../../../core/use-cases/forward-appeal.ts';
import { issueDecisionStep } from '../../../core/use-cases/issue-decision.ts';
import { mergeReportStep } from '../../../core/use-cases/merge-report.ts';
import { notifyStep } from '../../../core/use-cases/notify.ts';
import { planCapture } from '../../../core/use-cases/plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from '../../../core/use-cases/ports.ts';
import { prepareExaminationStep } from '../../../core/use-cases/prepare-examination.ts';
import { reportExaminationStep } from '../../../core/use-cases/report-examination.ts';
import { suggestPrinciplesStep } from '../../../core/use-cases/suggest-principles.ts';
import { takeEffectStep } from '../../../core/use-cases/take-effect.ts';
import { flowStates, type StepName } from '../../../statemachines/case.contract.ts';
import { definition, isCallback, type State, stateOf, stepOf } from '../../unit/statemachines/asl.ts';

type AutomaticStep = Exclude<StepName, 'OpenTask' | 'CaptureEvidence' | 'ParkCase'>;

const steps: Readonly<Record<AutomaticStep, (ports: Ports, input: FlowCase) => Promise<FlowResult>>> = {
  PlanCapture: planCapture,
  SuggestPrinciples: suggestPrinciplesStep,
  MergeReport: mergeReportStep,
  PrepareExamination: prepareExaminationStep,
  ReportExamination: reportExaminationStep,
  IssueDecision: issueDecisionStep,
  Notify: notifyStep,
  ForwardAppeal: forwardAppealStep,
  TakeEffect: takeEffectStep,
  CloseCase: closeCaseStep,
};

export type CallbackState = keyof typeof flowStates.callbacks;
export const kindOf = (state: string) => {
  const kinds: Readonly<Record<string, (typeof flowStates.callbacks)[CallbackState]>> = flowStates.callbacks;
  return kinds[state];
};

const machine = definition();

/** Runs what a state runs, but for opening tasks. */
export const runState = async (ports: Ports, name: string, input: FlowCase): Promise<FlowResult> => {
  const state = stateOf(machine, name);
  if (state.Type === 'Map') return captureAll(ports, input);
  const run = Object.entries(steps).find(([step]) => step === stepOf(state))?.[1];
  if (run === undefined) throw new Error(`${name} runs nothing here`);
  return run(ports, input);
};

const captureAll = async (ports: Ports, input: FlowCase): Promise<FlowResult> => {
  const { captures } = await planCapture(ports, input);
  for (const artifactId of captures) await captureEvidence(ports, { ...input, artifactId });
  return { ...input, outcome: 'CAPTURED' };
};

const nextOf = (state: State, outcome: string): string =>
  state.Next ?? state.Choices?.find(({ StringEquals }) => StringEquals === outcome)?.Next ?? state.Default ?? 'Done';

/** Somebody to open a task at a callback state, and to say what came of it. */
export interface Walker {
  readonly ports: Ports;
  stand(state: CallbackState, place: FlowCase): Promise<FlowResult>;
}

const isCallbackState = (name: string): name is CallbackState => kindOf(name) !== undefined;

/**
 * Follows the definition from its beginning, as a new execution would: to the first task that is open, to its end, or up to a state that
 * is not entered. A step that fails throws: nothing is parked here.
 */
export const follow = async (walker: Walker, place: FlowCase, before?: string): Promise<void> => {
  let name = machine.StartAt;
  let input: FlowResult = { ...place, outcome: '' };
  for (let entered = 0; entered < 500 && name !== before; entered += 1) {
    const state = stateOf(machine, name);
    if (state.Type === 'Succeed') return;
    if (name === 'ParkCase') throw new Error(`${input.outcome} leads nowhere`);
    if (isCallbackState(name) && isCallback(state)) {
      input = await walker.stand(name, input);
      if (input.outcome === 'OPENED') return;
    } else if (state.Type !== 'Choice') {
      input = await runState(walker.ports, name, input);
    }
    name = nextOf(state, input.outcome);
  }
  if (name !== before) throw new Error(`the flow goes round in ${name}`);
};
