import { type FormState, type OptionGroup, selectField, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, section } from '../design/parts.ts';
import type { RemedyRoute } from '../text/codes.ts';
import { textsFor } from '../text/texts.ts';
import { type PaperView, paperList } from './hearing-parts.ts';
import { outcomeFields } from './outcome-group.ts';

export interface AppealInputs {
  readonly kind: 'appeal';
  readonly route: RemedyRoute;
  readonly filedOn: Moment;
  readonly grounds: readonly PaperView[];
  /** The decision that is contested. */
  readonly decisionNumber: string | null;
  readonly sanction: string;
  readonly papers: readonly PaperView[];
  /** What a changed decision may come to. */
  readonly sanctions: readonly OptionGroup[];
}

/** What stands above the form. */
export const appealSections = (input: AppealInputs, { lang }: FormState): Html => {
  const {
    task: { parts },
    domain,
  } = textsFor(lang);
  return section(
    'appeal',
    parts.appealTitle,
    facts([
      { label: parts.route, value: domain.remedyRoute[input.route] },
      { label: parts.filedOn, value: timeTag(input.filedOn) },
      { label: parts.grounds, value: paperList(input.grounds, lang) },
      { label: parts.decisionNumber, value: input.decisionNumber },
      { label: parts.sanction, value: html`<b>${input.sanction}</b>` },
      { label: parts.papers, value: input.papers.length === 0 ? null : paperList(input.papers, lang) },
    ]),
  );
};

/** Inputs `body`, `decisionNumber`, `decidedOn`, `sanctionCode`. */
export const appealFields = (state: FormState, { sanctions }: AppealInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const changed = selectField(state, {
    name: 'sanctionCode',
    label: fields.newSanction,
    keep: true,
    groups: sanctions,
  });
  return html`${outcomeFields({ kind: 'appeal', outcomes: ['CHANGED'] }, changed)}${textField(state, {
    name: 'body',
    label: fields.body,
    hint: fields.bodyHint,
    required: true,
    maxlength: 200,
    autocomplete: 'off',
  })}${textField(state, {
    name: 'decisionNumber',
    label: fields.decisionNumber,
    required: true,
    maxlength: 120,
    autocomplete: 'off',
  })}${textField(state, {
    name: 'decidedOn',
    type: 'date',
    label: fields.decidedOn,
    hint: fields.decidedOnHint,
    size: 'middle',
  })}`;
};
