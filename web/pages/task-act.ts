import {
  areaField,
  button,
  choiceGroup,
  errorSummary,
  type FieldError,
  type FormState,
  hiddenFields,
} from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout, taskSurroundings } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, details, hash, section } from '../design/parts.ts';
import { outcomesOf, type TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type CaseFactsView, caseFacts, type EvidenceView, evidenceList, reportText } from './case-parts.ts';
import { type SuggestionView, suggestionNotice } from './suggestions.ts';
import { decisionHidden } from './task-decision.ts';
import { type KindInputs, kindFields, kindSections } from './task-kind.ts';

/** What was decided before, in this round or an earlier one. */
export interface RoundView {
  readonly round: number;
  readonly at: Moment;
  readonly actor: string;
  readonly what: string;
  readonly reason: string | null;
  /** What follows from it, or is doubtful about it. */
  readonly note?: string | null;
}

/** The act page of one task; `input` is what this kind of task asks for beyond outcome and reason. */
export interface ActView {
  readonly frame: Frame;
  readonly action: string;
  readonly csrf: string;
  /** SHA-256 over what the page shows; what is acted on. */
  readonly contentHash: string;
  readonly round: number;
  readonly due: Moment;
  readonly overdue: boolean;
  readonly caseFacts: CaseFactsView;
  /** The report as written; `null` when it was erased. */
  readonly reportText: string | null;
  /** `null` where the task is not about the evidence. */
  readonly evidence: readonly EvidenceView[] | null;
  readonly history: readonly RoundView[];
  readonly suggestion: SuggestionView | null;
  readonly errors: readonly FieldError[];
  /** What was filled in before. The outcome never comes back: it is chosen anew. */
  readonly typed: Readonly<Record<string, string>>;
  /** The same for inputs of one name: ticked boxes, repeated rows. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly input: KindInputs;
}

const historyPart = (rounds: readonly RoundView[], lang: Lang): Html | null => {
  const { act } = textsFor(lang).task;
  if (rounds.length === 0) return null;
  const items = rounds.map(
    ({ round, at, actor, what, reason, note }) =>
      html`<li><p><b>${what}</b></p><p class="meta">${act.round(round)}, ${actor}, ${timeTag(at)}</p>${when(reason, (text) => html`<p class="typed">${text}</p>`)}${when(note, (text) => html`<p class="meta">${text}</p>`)}</li>`,
  );
  return section('history', act.historyTitle, html`<ol class="thread">${items}</ol>`);
};

/** Radio buttons `outcome`: nothing is chosen for anyone, not even what they chose before. */
const outcomeField = (state: FormState, kind: TaskKind): Html => {
  const { act, outcomes } = textsFor(state.lang).task;
  const words: Readonly<Record<string, { label: string; meaning: string }>> = outcomes[kind];
  return choiceGroup(state, {
    type: 'radio',
    name: 'outcome',
    label: act.outcome,
    hint: act.outcomeHint,
    required: true,
    options: outcomesOf[kind].map((value) => ({
      value,
      label: words[value]?.label ?? value,
      hint: words[value]?.meaning,
    })),
  });
};

const actForm = (view: ActView, state: FormState): Html => {
  const { act, kinds } = textsFor(state.lang).task;
  const { kind } = view.input;
  const hidden = {
    step: 'act',
    csrf: view.csrf,
    contentHash: view.contentHash,
    ...(view.input.kind === 'decision' ? decisionHidden(view.input) : {}),
  };
  return html`<form method="post" action="${view.action}" data-step="act" data-task-kind="${kind}" accept-charset="utf-8">
${hiddenFields(hidden)}${state.errors.length > 0 && html`<p class="hint">${act.rechoose}</p>`}${outcomeField(state, kind)}${kindFields(state, view.input)}${areaField(
  state,
  { name: 'reason', label: act.reason, hint: act.reasonHint, required: true, rows: 6 },
)}<p class="final">${act.final}</p>${button(kinds[kind].submit)}
${details(act.contentHash, hash(view.contentHash))}</form>`;
};

const dueLine = (view: ActView, lang: Lang): Html => {
  const { act } = textsFor(lang).task;
  return html`<p class="due">${badge('info', act.round(view.round))} ${act.due} <b>${timeTag(view.due)}</b> ${
    view.overdue && badge('bad', act.overdue)
  }</p>`;
};

const evidencePart = ({ evidence }: ActView, lang: Lang): Html | null =>
  evidence && section('evidence', textsFor(lang).task.act.evidenceTitle, evidenceList(evidence, lang));

/** The case and the one form that acts on it. Form `act` with `data-task-kind`. */
export const taskActPage = (view: ActView, lang: Lang): Html => {
  const { act, kinds } = textsFor(lang).task;
  const state: FormState = { lang, errors: view.errors, values: view.typed, lists: view.lists ?? {} };
  const kind = kinds[view.input.kind];
  const body = html`${errorSummary(state)}${dueLine(view, lang)}<p class="lede">${kind.lede}</p><p><a href="#act">${act.toForm}</a></p>
${section('case', act.caseTitle, html`${caseFacts(view.caseFacts, lang)}${when(view.reportText, (text) => reportText(text, lang))}`)}
${kindSections(state, view.input)}${evidencePart(view, lang)}
${historyPart(view.history, lang)}
${section('act', act.actTitle, html`${suggestionNotice(view.suggestion, lang)}${actForm(view, state)}`)}`;
  return layout({ lang, frame: view.frame, title: kind.title, body, ...taskSurroundings(view.frame) });
};
