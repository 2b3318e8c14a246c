import type { PrincipleCode } from '../../core/rules/codes.ts';
import { type Html, html, when } from '../design/html.ts';
import { badge, details, notice } from '../design/parts.ts';
import type { Confidence, SuggestionVerdict } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** One place that the classifier points at: the quoted span within its surroundings. */
export interface HitView {
  readonly before: string;
  readonly span: string;
  readonly after: string;
  /** Which text the span stands in, e.g. "Isi laporan". */
  readonly source: string;
  readonly reason: string;
  /** `null` where the classifier withheld the hit because of its context. */
  readonly confidence: Confidence | null;
}

/** What the classifier said about a report as a whole. */
export interface SuggestionView {
  readonly verdict: SuggestionVerdict;
  /** Name and version of the rule pack. */
  readonly by: string;
}

/** A principle with its official wording and what points at it. */
export interface PrincipleView {
  readonly code: PrincipleCode;
  readonly title: string;
  readonly wording: string;
  readonly hits: readonly HitView[];
}

const hit = (view: HitView, lang: Lang): Html => {
  const { act } = textsFor(lang).task;
  const said =
    view.confidence === null
      ? badge('info', act.withheld)
      : badge('warn', `${act.suggested}, ${act.confidence[view.confidence]}`);
  return html`<div class="hit">${said}<p class="span">${view.before}<mark>${view.span}</mark>${view.after} <small>(${view.source})</small></p><p class="why">${act.reasonOfMachine}: ${view.reason}</p></div>`;
};

export const hits = (views: readonly HitView[], lang: Lang): Html | null =>
  views.length === 0 ? null : html`${views.map((view) => hit(view, lang))}`;

/** What the machine says, and that it only suggests; "no signal" is never shown as clean. */
export const suggestionNotice = (view: SuggestionView | null, lang: Lang): Html | null => {
  const { act, verdicts } = textsFor(lang).task;
  return when(view, ({ verdict, by }) =>
    notice(
      verdict === 'confident' ? 'info' : 'warn',
      html`<p><b>${act.suggestionTitle}.</b> ${verdicts[verdict]}</p>${details(act.suggestionBy, html`<p><code>${by}</code></p>`)}`,
    ),
  );
};
