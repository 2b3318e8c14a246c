import type { FormState } from '../design/fields.ts';
import type { Html } from '../design/html.ts';
import { type AppealInputs, appealFields, appealSections } from './task-appeal.ts';
import { type DecisionInputs, decisionFields, decisionSections } from './task-decision.ts';
import { type ExaminationInputs, examinationFields, examinationSections } from './task-examination.ts';
import { type ExecutionInputs, executionFields, executionSections } from './task-execution.ts';
import { type ReviewInputs, reviewFields } from './task-review.ts';
import { type ServiceInputs, serviceFields, serviceSections } from './task-service.ts';
import { type TeamInputs, teamFields, teamSections } from './task-team.ts';
import { type TriageInputs, triageFields } from './task-triage.ts';

/** What a kind of task shows and asks for beyond the case, the outcome and the reason. */
export type KindInputs =
  | TriageInputs
  | ReviewInputs
  | TeamInputs
  | ExaminationInputs
  | DecisionInputs
  | ServiceInputs
  | AppealInputs
  | ExecutionInputs;

/** What a kind of task shows above its form. */
export const kindSections = (state: FormState, input: KindInputs): Html | null => {
  switch (input.kind) {
    case 'triage':
    case 'review':
      return null;
    case 'team':
      return teamSections(input, state);
    case 'examination':
      return examinationSections(input, state);
    case 'decision':
      return decisionSections(input, state);
    case 'service':
      return serviceSections(input, state);
    case 'appeal':
      return appealSections(input, state);
    case 'execution':
      return executionSections(input, state);
    default:
      return input satisfies never;
  }
};

/** What a kind of task asks for. */
export const kindFields = (state: FormState, input: KindInputs): Html => {
  switch (input.kind) {
    case 'triage':
      return triageFields(state);
    case 'review':
      return reviewFields(state, input);
    case 'team':
      return teamFields(state, input);
    case 'examination':
      return examinationFields(state, input);
    case 'decision':
      return decisionFields(state, input);
    case 'service':
      return serviceFields(state);
    case 'appeal':
      return appealFields(state, input);
    case 'execution':
      return executionFields(state);
    default:
      return input satisfies never;
  }
};
