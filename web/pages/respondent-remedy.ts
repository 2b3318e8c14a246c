import { errorSummary, type FormState } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { layout, taskSurroundings } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { details, facts, notice, quote, section } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type FormLimits, ownForm, remedyFields } from './respondent-form.ts';
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

/** The decision as it was delivered. */
export interface DecisionView {
  readonly sanction: string;
  readonly level: string | null;
  readonly number: string | null;
  readonly decidedOn: Moment;
  readonly provisions: readonly ChargeView[];
  readonly principles: readonly ChargeView[];
  readonly reason: string;
  readonly file: FileView;
  readonly receivedOn: Moment;
  readonly refusedToSign: boolean;
  readonly effectiveOn: Moment;
  readonly derivation: string;
}

/** What may be filed against it; `OVER` once the time is. */
export type RemedyView =
  | { readonly kind: 'NONE'; readonly basis: string | null }
  | {
      readonly kind: 'OPEN' | 'OVER';
      readonly route: string;
      readonly addressee: string | null;
      readonly due: OwnDueView;
      /** `null` where no rule says. */
      readonly suspends: boolean | null;
      readonly basis: string | null;
    };

/** The page on which the respondent reads the decision, and objects or appeals. */
export interface RemedyPageView extends RespondentPlace {
  readonly case: OwnCaseView;
  readonly decision: DecisionView;
  readonly remedy: RemedyView;
  readonly letters: readonly FileView[];
  readonly disclosed: DisclosedView | null;
  readonly sent: readonly SentView[];
  readonly limits: FormLimits;
}

const decisionPart = (decision: DecisionView, lang: Lang): Html => {
  const { remedy: words, parts } = textsFor(lang).respondent;
  return section(
    'decision',
    words.decisionTitle,
    html`${facts([
      { label: words.sanction, value: html`<b>${decision.sanction}</b>` },
      { label: words.level, value: decision.level },
      { label: words.number, value: decision.number },
      { label: words.decidedOn, value: timeTag(decision.decidedOn) },
      { label: words.receivedOn, value: html`<b>${timeTag(decision.receivedOn)}</b>` },
      {
        label: words.effectiveOn,
        value: html`<b>${timeTag(decision.effectiveOn)}</b> <small>${words.effectiveNote}</small>`,
      },
    ])}${decision.refusedToSign && notice('info', words.refusedToSign)}${details(parts.derivation, html`<p>${decision.derivation}</p>`)}
<h3>${words.reason}</h3>${quote(decision.reason)}${
      decision.provisions.length > 0 && html`<h3>${words.provisions}</h3>${chargeList(decision.provisions, lang)}`
    }${
      decision.principles.length > 0 &&
      html`<h3>${words.principles}</h3><div lang="id">${chargeList(decision.principles, lang)}</div>`
    }${fileList([decision.file], lang)}`,
  );
};

const basisOf = (basis: string | null, lang: Lang): Html | null =>
  when(basis, (text) => html`<p class="hint">${textsFor(lang).respondent.parts.basis}: ${text}</p>`);

const remedyPart = (remedy: RemedyView, lang: Lang): Html => {
  const { remedy: words } = textsFor(lang).respondent;
  if (remedy.kind === 'NONE') {
    return section('remedy', words.remedyTitle, html`${notice('info', words.none)}${basisOf(remedy.basis, lang)}`);
  }
  const effect = remedy.suspends ? words.suspends : words.runs;
  return section(
    'remedy',
    words.remedyTitle,
    html`${remedy.kind === 'OVER' && notice('warn', words.over)}${ownDue(remedy.due, words.until, lang)}${facts([
      { label: words.route, value: html`<b>${remedy.route}</b>` },
      { label: words.addressee, value: remedy.addressee },
    ])}${remedy.suspends !== null && html`<p>${effect}</p>`}<p>${words.silence}</p>${basisOf(remedy.basis, lang)}`,
  );
};

/** Form `act` with `data-task-kind="remedy"`, as long as something may be filed. */
export const respondentRemedyPage = (view: RemedyPageView, lang: Lang): Html => {
  const { remedy: words, parts } = textsFor(lang).respondent;
  const state: FormState = { lang, errors: view.errors, values: view.typed };
  const form = () =>
    ownForm(view, state, {
      kind: 'remedy',
      title: words.formTitle,
      outcomes: ['FILE'],
      minutes: view.limits.minutes,
      hidden: {},
      fields: remedyFields(state, view.limits),
    });
  const isOpen = view.remedy.kind === 'OPEN';
  const body = html`${isOpen && errorSummary(state)}<p class="lede">${words.lede}</p>${isOpen && html`<p><a href="#act">${parts.toForm}</a></p>`}
${decisionPart(view.decision, lang)}${remedyPart(view.remedy, lang)}${ownCase(view.case, lang)}${ownLetters(view.letters, lang)}${when(
  view.disclosed,
  (disclosed) => disclosedEvidence(disclosed, lang),
)}${ownWords(view.sent, lang)}${isOpen && form()}`;
  return layout({ lang, frame: view.frame, title: words.title, body, ...taskSurroundings(view.frame) });
};
