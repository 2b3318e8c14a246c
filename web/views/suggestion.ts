import { actDateOf } from '../../core/case/act-date.ts';
import type { CaseState } from '../../core/case/state.ts';
import { quote, type Span } from '../../core/classify/suggestion.ts';
import type { PrincipleCode } from '../../core/rules/codes.ts';
import { ruleToReadBy } from '../../core/rules/rule-book.ts';
import type { HitView, PrincipleView, SuggestionView } from '../pages/suggestions.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { artifactName } from './artifact-names.ts';
import type { CaseMaterial } from './material.ts';

type Suggested = CaseState['suggestions'][number];
type Pointing = Suggested['suggestions'][number] | Suggested['abstentions'][number];

/** Characters shown on each side of a quoted span. */
const CONTEXT = 90;

const latest = ({ state }: CaseMaterial): Suggested | undefined => state.suggestions.at(-1);

/** What the machine said about this round; `null` before it said anything. */
export const suggestionOf = (material: CaseMaterial, lang: Lang): SuggestionView | null => {
  const suggested = latest(material);
  return suggested === undefined
    ? null
    : { verdict: suggested.outcome, by: textsFor(lang).views.rulePack(suggested.packVersion) };
};

/** Cut at a word, and never in the middle of a character. */
const before = (text: string, start: number): string => {
  if (start <= CONTEXT) return text.slice(0, start);
  return `… ${text.slice(start - CONTEXT, start).replace(/^\S*\s/, '')}`.toWellFormed();
};

const after = (text: string, end: number): string => {
  if (text.length - end <= CONTEXT) return text.slice(end);
  return `${text.slice(end, end + CONTEXT).replace(/\s\S*$/, '')} …`.toWellFormed();
};

const isWithin = ({ start, end }: Span, text: string): boolean => start < end && end <= text.length;

const quoted = ({ texts }: CaseMaterial, span: Span, lang: Lang): Pick<HitView, 'before' | 'span' | 'after'> => {
  const text = texts.get(span.artifactSha256);
  if (text === undefined || !isWithin(span, text)) {
    return { before: '', span: textsFor(lang).views.erased, after: '' };
  }
  return { before: before(text, span.start), span: quote(text, span), after: after(text, span.end) };
};

const sourceOf = (material: CaseMaterial, span: Span, lang: Lang): string => {
  const artifact = material.state.evidence.find(({ sha256 }) => sha256 === span.artifactSha256);
  return artifact === undefined ? textsFor(lang).views.artifact.report : artifactName(material, artifact, lang);
};

const hitOf = (material: CaseMaterial, pointing: Pointing, lang: Lang): HitView => ({
  ...quoted(material, pointing.span, lang),
  source: sourceOf(material, pointing.span, lang),
  reason: pointing.reason[lang],
  confidence: 'confidence' in pointing ? pointing.confidence : null,
});

/** All principles in force for the case, in order, each with its official wording and what the machine points at. */
export const principlesOf = (material: CaseMaterial, lang: Lang): PrincipleView[] => {
  const suggested = latest(material);
  const pointings: readonly Pointing[] = [...(suggested?.suggestions ?? []), ...(suggested?.abstentions ?? [])];
  const { principles } = ruleToReadBy(material.rules.principles, actDateOf(material.state));
  return principles.map(({ code, title, wording }) => ({
    code,
    title: title[lang],
    wording,
    hits: pointings.filter(({ principle }) => principle === code).map((pointing) => hitOf(material, pointing, lang)),
  }));
};

/** What the superior confirmed; nothing before a review went on. */
export const confirmedCodes = (state: CaseState): readonly PrincipleCode[] =>
  'review' in state ? state.review.principles : [];
