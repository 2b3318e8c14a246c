import { type ProcessRefusal, type ProcessRefusalCode, processRefusal } from './process-texts.ts';
import { latestRule, type RuleBook } from './rule-book.ts';
import type { Bilingual } from './rule-file.ts';
import {
  byRank,
  mayExamine,
  type TeamElement,
  type TeamMember,
  type TeamPosition,
  type TeamQuestion,
  type TeamRules,
  teamPositionSchema,
  teamRulesOn,
} from './team-rules.ts';
import { allOfText, type TextTerms } from './texts.ts';

export type TeamVerdict = { readonly ok: true } | { readonly ok: false; readonly refusal: ProcessRefusal };
export type TeamProposal =
  | { readonly ok: true; readonly members: readonly TeamMember[] }
  | { readonly ok: false; readonly refusal: ProcessRefusal };

/** Somebody who could be a member, for one element; the same person may stand for several. */
export type TeamCandidate = Omit<TeamMember, 'position'>;

interface TeamCase {
  readonly book: RuleBook;
  readonly rules: TeamRules;
  readonly question: TeamQuestion;
}
type Objection = readonly [ProcessRefusalCode, TextTerms];

const caseOf = (book: RuleBook, question: TeamQuestion): TeamCase => ({
  book,
  rules: teamRulesOn(book, question.date),
  question,
});

/** Whether these people may examine: nobody involved, nobody twice, elements, positions, size of a panel, and rank. */
export const checkTeam = (
  book: RuleBook,
  question: TeamQuestion & { readonly members: readonly TeamMember[] },
): TeamVerdict => {
  const item = caseOf(book, question);
  const objection = objections.map((object) => object(item, question.members)).find((found) => found !== undefined);
  return objection === undefined ? { ok: true } : { ok: false, refusal: processRefusal(book, ...objection) };
};

const named = (members: readonly TeamCandidate[]): string => members.map(({ name, nip }) => name ?? nip).join(', ');

const titles = <K extends string>(names: Readonly<Record<K, Bilingual>>, keys: readonly K[]): Bilingual =>
  allOfText(keys.map((key) => names[key]));

const objections: readonly ((item: TeamCase, members: readonly TeamMember[]) => Objection | undefined)[] = [
  ({ question }, members) => {
    const involved = members.filter(({ nip }) => question.barred?.includes(nip) === true);
    return involved.length > 0 ? ['TEAM_COMPOSITION_CONFLICT', { members: named(involved) }] : undefined;
  },
  (_item, members) => {
    const repeated = members.filter(({ nip }, at) => members.findIndex((one) => one.nip === nip) < at);
    return repeated.length > 0 ? ['TEAM_COMPOSITION_REPEATED', { members: named(repeated) }] : undefined;
  },
  ({ rules, question }, members) => {
    if (question.track === 'ETHICS') return undefined;
    const lacking = rules.team.mandatoryElements.filter((one) => !members.some(({ element }) => element === one));
    return lacking.length > 0 ? ['TEAM_COMPOSITION_ELEMENT', { elements: titles(rules.elements, lacking) }] : undefined;
  },
  ({ rules }, members) => {
    const wrong = teamPositionSchema.options.filter((position) => !isFilled(members, position));
    return wrong.length > 0 ? ['TEAM_COMPOSITION_POSITION', { positions: titles(rules.positions, wrong) }] : undefined;
  },
  ({ rules: { panel }, question }, members) => {
    if (question.track !== 'ETHICS' || isPanelSize(panel, members.length)) return undefined;
    return ['TEAM_COMPOSITION_PANEL', { minimum: String(panel.minimum), count: String(members.length) }];
  },
  ({ book, rules, question }, members) => {
    const { examineePositionClass: examinee } = question;
    const lower = members.filter(({ positionClass }) => !mayExamine(rules, positionClass, examinee));
    const post = latestRule(book.authority).titles[examinee];
    return lower.length > 0 ? ['TEAM_COMPOSITION_RANK', { examinee: post, members: named(lower) }] : undefined;
  },
];

/** One chair, one secretary, and somebody beside them. */
const isFilled = (members: readonly TeamMember[], position: TeamPosition): boolean => {
  const count = members.filter((one) => one.position === position).length;
  return position === 'MEMBER' ? count >= 1 : count === 1;
};

const isPanelSize = ({ minimum, odd }: TeamRules['panel'], count: number): boolean =>
  count >= minimum && (!odd || count % 2 === 1);

/**
 * A team from candidates, or why there is none. The order of the candidates is that of preference, so the same candidates always give the
 * same team: superiors nearest first, as the law wants a superior who is involved to be replaced by the next higher one.
 */
export const proposeTeam = (
  book: RuleBook,
  question: TeamQuestion & { readonly candidates: readonly TeamCandidate[] },
): TeamProposal => {
  const item = caseOf(book, question);
  const { rules } = item;
  const able = question.candidates.filter(
    ({ nip, positionClass }) =>
      question.barred?.includes(nip) !== true && mayExamine(rules, positionClass, question.examineePositionClass),
  );
  return question.track === 'ETHICS' ? proposePanel(item, able) : proposeElements(item, able);
};

const notPossible = ({ book, rules }: TeamCase, elements: readonly TeamElement[]): TeamProposal => ({
  ok: false,
  refusal: processRefusal(book, 'TEAM_NOT_POSSIBLE', { elements: titles(rules.elements, elements) }),
});

const proposeElements = (item: TeamCase, able: readonly TeamCandidate[]): TeamProposal => {
  const { mandatoryElements, usualPositions } = item.rules.team;
  const chosen = onePerElement(able, mandatoryElements, []);
  if (chosen === undefined) {
    const lacking = mandatoryElements.filter((element) => !able.some((one) => one.element === element));
    return notPossible(item, lacking.length > 0 ? lacking : mandatoryElements);
  }
  return { ok: true, members: chosen.map((one) => ({ ...one, position: usualPositions[one.element] })) };
};

/** One person per element, nobody twice: the first who leaves the other elements somebody. */
const onePerElement = (
  able: readonly TeamCandidate[],
  [element, ...rest]: readonly TeamElement[],
  chosen: readonly TeamCandidate[],
): readonly TeamCandidate[] | undefined => {
  if (element === undefined) return chosen;
  for (const one of able) {
    if (one.element !== element || chosen.some(({ nip }) => nip === one.nip)) continue;
    const found = onePerElement(able, rest, [...chosen, one]);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The first of every person, as many as a panel needs; the highest of them chairs. */
const proposePanel = (item: TeamCase, able: readonly TeamCandidate[]): TeamProposal => {
  const { panel } = item.rules;
  const people = able.filter(({ nip }, at) => able.findIndex((one) => one.nip === nip) === at);
  const size = panel.odd && panel.minimum % 2 === 0 ? panel.minimum + 1 : panel.minimum;
  if (people.length < size) return notPossible(item, ['OTHER']);
  const chosen = people.slice(0, size).toSorted(byRank(item.rules));
  const position = (at: number): TeamPosition => (at === 0 ? 'CHAIR' : at === 1 ? 'SECRETARY' : 'MEMBER');
  return { ok: true, members: chosen.map((one, at) => ({ ...one, position: position(at) })) };
};
