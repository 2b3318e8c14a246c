import { type FormState, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, section } from '../design/parts.ts';
import { textsFor } from '../text/texts.ts';

export interface ExecutionInputs {
  readonly kind: 'execution';
  readonly sanction: string;
  readonly decisionNumber: string | null;
  readonly effectiveOn: Moment;
  /** `null` for a sanction that is not served for a time. */
  readonly endsOn: Moment | null;
}

/** What stands above the form. */
export const executionSections = (input: ExecutionInputs, { lang }: FormState): Html => {
  const { parts } = textsFor(lang).task;
  return section(
    'effect',
    parts.effectTitle,
    facts([
      { label: parts.sanction, value: html`<b>${input.sanction}</b>` },
      { label: parts.decisionNumber, value: input.decisionNumber },
      { label: parts.effectiveOn, value: timeTag(input.effectiveOn) },
      { label: parts.endsOn, value: when(input.endsOn, timeTag) },
    ]),
  );
};

/** Input `restoredOn`. */
export const executionFields = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  return textField(state, {
    name: 'restoredOn',
    type: 'date',
    label: fields.restoredOn,
    hint: fields.restoredOnHint,
    size: 'middle',
  });
};
