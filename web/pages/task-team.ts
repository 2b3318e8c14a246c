import { type ChoiceOption, choiceGroup, type FormState, selectField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { facts, notice, section } from '../design/parts.ts';
import type { TeamElement, TeamPosition } from '../text/codes.ts';
import { textsFor } from '../text/texts.ts';
import { type DerivationView, derivationLines } from './impact-field.ts';
import { outcomeFields } from './outcome-group.ts';

/** Someone who may sit in the team. */
export interface CandidateView {
  readonly nip: string;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly element: TeamElement;
  /** What the proposed team makes of them; `null`: they are not in it. */
  readonly proposed: TeamPosition | null;
}

export interface TeamInputs {
  readonly kind: 'team';
  /** An ethics panel is formed, not a team. */
  readonly isPanel: boolean;
  readonly candidates: readonly CandidateView[];
  /** How heavy it may become under each impact, which is why a team is formed. */
  readonly derivations: readonly DerivationView[];
}

/** What stands above the form: how heavy it may become, which is why a team is thought of. */
export const teamSections = ({ derivations }: TeamInputs, { lang }: FormState): Html | null => {
  const {
    task: { act, parts },
  } = textsFor(lang);
  const rows = derivations.map((view) => ({
    label: view.impact === null ? parts.sanction : act.impacts[view.impact],
    value: derivationLines(view),
  }));
  return rows.length === 0 ? null : section('level', parts.derivationTitle, facts(rows));
};

const optionOf = (state: FormState, { nip, name, position, unit, proposed }: CandidateView): ChoiceOption => {
  const { task, domain } = textsFor(state.lang);
  const mark = proposed === null ? '' : ` (${task.fields.proposedAs(domain.teamPosition[proposed].toLowerCase())})`;
  return {
    value: nip,
    label: `${name}${mark}`,
    hint: `${position}, ${unit}. NIP ${nip}`,
  };
};

/** Anybody of the agency may be asked; those who stand for nothing in particular are folded away. */
const isSeldom = ({ element, proposed }: CandidateView): boolean => element === 'OTHER' && proposed === null;

const membersField = (state: FormState, { candidates }: TeamInputs): Html => {
  const { domain, task } = textsFor(state.lang);
  const elements: readonly TeamElement[] = ['SUPERIOR', 'OVERSIGHT', 'PERSONNEL', 'OTHER'];
  const shown = candidates.filter((one) => !isSeldom(one));
  const parts = elements
    .map((element) => ({
      label: domain.teamElement[element],
      options: shown.filter((one) => one.element === element).map((one) => optionOf(state, one)),
    }))
    .filter(({ options }) => options.length > 0);
  const others = candidates.filter(isSeldom).map((one) => optionOf(state, one));
  const { members, membersHint } = task.fields;
  return choiceGroup(state, {
    type: 'checkbox',
    name: 'members',
    label: members,
    hint: membersHint,
    keep: true,
    options: [],
    parts,
    more: { label: (count) => `${domain.teamElement.OTHER} (${count})`, options: others },
  });
};

const placeField = (state: FormState, { candidates }: TeamInputs, name: 'chair' | 'secretary'): Html => {
  const { fields } = textsFor(state.lang).task;
  const options = candidates.map(({ nip, name: label, position }) => ({ value: nip, label: `${label}, ${position}` }));
  return selectField(state, {
    name,
    label: fields[name],
    empty: fields.asProposed,
    keep: true,
    groups: [{ label: null, options }],
  });
};

/** Checkboxes `members`, lists `chair` and `secretary`. */
export const teamFields = (state: FormState, input: TeamInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const body =
    input.candidates.length === 0
      ? notice('warn', fields.noCandidates)
      : html`${membersField(state, input)}${placeField(state, input, 'chair')}${placeField(state, input, 'secretary')}`;
  return outcomeFields({ kind: 'team', outcomes: ['FORM'] }, body);
};
