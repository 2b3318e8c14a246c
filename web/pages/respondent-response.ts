import { errorSummary, type FormState } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { layout, taskSurroundings } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, facts, notice, quote, section } from '../design/parts.ts';
import type { RecordSigning } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type FormLimits, type OwnOutcome, ownForm, responseFields } from './respondent-form.ts';
import {
  type ChargeView,
  chargeList,
  type DisclosedView,
  disclosedEvidence,
  type FileView,
  fileList,
  type OwnCaseView,
  type OwnDueView,
  ownCase,
  ownDue,
  ownLetters,
  ownWords,
  type RespondentPlace,
  type SentView,
} from './respondent-parts.ts';

export interface SummonsView {
  readonly ordinal: number;
  readonly at: Moment;
  readonly place: string;
  readonly mode: string;
  readonly examiner: string;
  readonly workingDays: number;
  /** Where the interval is not the safe one. */
  readonly warning: string | null;
  readonly state: 'STANDS' | 'HELD' | 'OVER';
}

/** The record of the examination, as filed. */
export interface RecordView {
  readonly heldOn: Moment;
  readonly signing: RecordSigning;
  /** Whether it waits for their signature. */
  readonly pending: boolean;
  /** `null` where the filed record is gone. */
  readonly text: {
    readonly questions: readonly { readonly number: number; readonly question: string; readonly answer: string }[];
    readonly statement: string | null;
  } | null;
  readonly file: FileView;
  readonly sha256: string;
}

/** The page on which the respondent reads what is held against them, and answers. */
export interface ResponseView extends RespondentPlace {
  readonly case: OwnCaseView;
  readonly due: OwnDueView;
  readonly charges: readonly ChargeView[];
  /** Official wording, under a plain title. */
  readonly principles: readonly ChargeView[];
  readonly summons: SummonsView | null;
  readonly letters: readonly FileView[];
  readonly disclosed: DisclosedView;
  readonly record: RecordView | null;
  readonly sent: readonly SentView[];
  readonly limits: FormLimits;
}

const rights = (lang: Lang): Html => {
  const { rights: words } = textsFor(lang).respondent;
  return section('rights', words.title, html`<ul>${words.items.map((item) => html`<li>${item}</li>`)}</ul>`);
};

const heldAgainst = (view: ResponseView, lang: Lang): Html => {
  const { charges: words } = textsFor(lang).respondent;
  return section(
    'charges',
    words.title,
    html`<p>${words.note}</p>${
      view.charges.length === 0 ? html`<p>${words.ethics}</p>` : chargeList(view.charges, lang)
    }${view.principles.length > 0 && html`<h3>${words.principles}</h3><div lang="id">${chargeList(view.principles, lang)}</div>`}`,
  );
};

const summonsPart = (summons: SummonsView | null, lang: Lang): Html => {
  const { summons: words } = textsFor(lang).respondent;
  if (summons === null) return section('summons', words.title, html`<p>${words.none}</p>`);
  const { state } = summons;
  return section(
    'summons',
    words.title,
    html`${notice(state === 'STANDS' ? 'warn' : 'info', words.states[state])}${facts([
      { label: words.which, value: html`<b>${words.ordinal(summons.ordinal)}</b>` },
      { label: words.when, value: html`<b>${timeTag(summons.at)}</b>` },
      { label: words.place, value: summons.place },
      { label: words.mode, value: summons.mode },
      { label: words.examiner, value: summons.examiner },
      { label: words.interval, value: words.days(summons.workingDays) },
    ])}${when(summons.warning, (warning) => notice('info', warning))}`,
  );
};

const recordPart = (record: RecordView | null, lang: Lang): Html | null => {
  if (record === null) return null;
  const { respondent, domain } = textsFor(lang);
  const { record: words } = respondent;
  const tone = record.pending ? 'warn' : 'info';
  const body = when(
    record.text,
    ({ questions, statement }) =>
      html`<ol class="thread">${questions.map(
        ({ number, question, answer }) =>
          html`<li><p class="meta">${words.question(number)}</p><p class="typed">${question}</p><p class="meta">${words.answer}</p><p class="typed">${answer}</p></li>`,
      )}</ol>${when(statement, (text) => html`<h3>${words.statement}</h3>${quote(text)}`)}`,
  );
  return section(
    'record',
    words.title,
    html`${record.pending && notice('warn', words.pending)}${facts([
      { label: words.heldOn, value: timeTag(record.heldOn) },
      { label: words.signing, value: badge(tone, domain.recordSigning[record.signing]) },
    ])}${body ?? html`<p>${words.gone}</p>`}${fileList([record.file], lang)}`,
  );
};

/** What may be sent: an answer, and a word on the record as long as one waits for it. */
const outcomesFor = ({ record }: ResponseView): readonly OwnOutcome[] =>
  record?.pending ? ['ANSWER', 'FINISH', 'SIGN_RECORD', 'REFUSE_RECORD'] : ['ANSWER', 'FINISH'];

/** Form `act` with `data-task-kind="response"`. */
export const respondentResponsePage = (view: ResponseView, lang: Lang): Html => {
  const { response: words, parts } = textsFor(lang).respondent;
  const state: FormState = { lang, errors: view.errors, values: view.typed };
  const pending = view.record?.pending ? view.record.sha256 : undefined;
  const body = html`${errorSummary(state)}<p class="lede">${words.lede}</p>${ownDue(view.due, words.due, lang)}<p><a href="#act">${parts.toForm}</a></p>
${ownCase(view.case, lang)}${rights(lang)}${summonsPart(view.summons, lang)}${heldAgainst(view, lang)}${disclosedEvidence(view.disclosed, lang)}${recordPart(view.record, lang)}${ownLetters(view.letters, lang)}${ownWords(view.sent, lang)}${ownForm(
  view,
  state,
  {
    kind: 'response',
    title: words.formTitle,
    outcomes: outcomesFor(view),
    minutes: view.limits.minutes,
    hidden: pending === undefined ? {} : { record: pending },
    fields: responseFields(state, view.limits, pending !== undefined),
  },
)}`;
  return layout({ lang, frame: view.frame, title: words.title, body, ...taskSurroundings(view.frame) });
};
