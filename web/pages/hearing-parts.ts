import { type Html, html, when } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, details, facts, hash, notice, section, type Tone } from '../design/parts.ts';
import type { ExaminationMode, TeamElement, TeamPosition } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** A file that can be opened, or that only has a name here. */
export interface PaperView {
  readonly title: string;
  readonly href: string | null;
}

/** What the respondent was shown, and what they were not. */
export interface DisclosureView {
  readonly version: number;
  readonly at: Moment;
  readonly hash: string;
  /** Provisions as a letter cites them, each with its wording. */
  readonly charges: readonly string[];
  readonly principles: readonly string[];
  readonly shown: readonly PaperView[];
  /** Never with a way to open it where a decision rests on this. */
  readonly hidden: readonly PaperView[];
}

/** One summons and what became of it. */
export interface SummonsView {
  readonly ordinal: number;
  readonly letter: PaperView | null;
  readonly issuedOn: Moment;
  readonly examinationAt: Moment;
  readonly place: string;
  readonly mode: ExaminationMode;
  readonly examiner: string;
  /** What the law makes of the interval, where it is not the safe one. */
  readonly warning: string | null;
  /** How it is known to have arrived; `null`: not known. */
  readonly served: string | null;
  readonly standing: 'STANDS' | 'MISSED' | 'OVER';
}

/** What the respondent answered at one time. */
export interface StatementView {
  readonly at: Moment;
  readonly papers: readonly PaperView[];
  readonly complete: boolean;
}

export interface TeamMemberView {
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly element: TeamElement;
  readonly place: TeamPosition;
}

/** Everything about how the respondent is heard. */
export interface HearingView {
  readonly disclosure: DisclosureView | null;
  readonly summonses: readonly SummonsView[];
  readonly statements: readonly StatementView[];
  readonly isPanel: boolean;
  readonly team: readonly TeamMemberView[];
}

const paper = ({ title, href }: PaperView): Html =>
  href === null ? html`${title}` : html`<a href="${href}">${title}</a>`;

export const paperList = (papers: readonly PaperView[], lang: Lang): Html =>
  papers.length === 0
    ? html`${textsFor(lang).task.parts.none}`
    : html`<ul class="plain">${papers.map((one) => html`<li>${paper(one)}</li>`)}</ul>`;

const textList = (texts: readonly string[]): Html | null =>
  texts.length === 0 ? null : html`<ul class="plain">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;

const disclosurePart = (view: DisclosureView | null, lang: Lang): Html => {
  const { parts } = textsFor(lang).task;
  if (view === null) return section('disclosure', parts.disclosureTitle, html`<p>${parts.noDisclosure}</p>`);
  const hidden = html`<p class="hint">${parts.hiddenNote}</p>${paperList(view.hidden, lang)}`;
  return section(
    'disclosure',
    parts.disclosureTitle,
    html`<p class="hint">${parts.disclosureNote}</p>${facts([
      { label: parts.version, value: html`${view.version}, ${timeTag(view.at)}` },
      { label: parts.charges, value: textList(view.charges) },
      { label: parts.principles, value: textList(view.principles) },
      { label: parts.shownEvidence, value: paperList(view.shown, lang) },
      { label: parts.hiddenEvidence, value: view.hidden.length === 0 ? null : hidden },
    ])}${details(parts.disclosureHash, hash(view.hash))}`,
  );
};

const tones: Readonly<Record<SummonsView['standing'], Tone>> = { STANDS: 'good', MISSED: 'warn', OVER: 'info' };

const summonsItem = (view: SummonsView, lang: Lang): Html => {
  const {
    task: { parts },
    domain,
  } = textsFor(lang);
  const standing = { STANDS: parts.standing, MISSED: parts.missed, OVER: parts.over }[view.standing];
  return html`<li><div class="head"><h3>${parts.summons(view.ordinal)}</h3>${badge(tones[view.standing], standing)}</div>${when(
    view.warning,
    (text) => notice('warn', text),
  )}${facts([
    { label: parts.summonsWhen, value: html`<b>${timeTag(view.examinationAt)}</b>` },
    { label: parts.summonsPlace, value: view.place },
    { label: parts.summonsMode, value: domain.examinationMode[view.mode] },
    { label: parts.summonsBy, value: view.examiner },
    {
      label: parts.summonsIssued,
      value: html`${timeTag(view.issuedOn)}${when(view.letter, (letter) => html`: ${paper(letter)}`)}`,
    },
    { label: parts.summonsProof, value: view.served ?? badge('warn', parts.notServed) },
  ])}</li>`;
};

const summonsPart = (views: readonly SummonsView[], lang: Lang): Html => {
  const { parts } = textsFor(lang).task;
  const body =
    views.length === 0
      ? html`<p>${parts.noSummons}</p>`
      : html`<ul class="evidence">${views.map((view) => summonsItem(view, lang))}</ul>`;
  return section('summons', parts.summonsTitle, body);
};

const statementsPart = (views: readonly StatementView[], lang: Lang): Html => {
  const { parts } = textsFor(lang).task;
  const items = views.map(
    ({ at, papers, complete }) =>
      html`<li><p class="meta">${timeTag(at)}</p>${paperList(papers, lang)}${complete && html`<p class="meta">${parts.complete}</p>`}</li>`,
  );
  const body = views.length === 0 ? html`<p>${parts.noStatements}</p>` : html`<ul class="evidence">${items}</ul>`;
  return section('statements', parts.statementsTitle, body);
};

const teamPart = ({ team, isPanel }: HearingView, lang: Lang): Html => {
  const {
    task: { parts },
    domain,
  } = textsFor(lang);
  const rows = team.map(({ name, position, unit, element, place }) => ({
    label: domain.teamPosition[place],
    value: html`<b>${name}</b><br>${position}, ${unit}<br><small>${domain.teamElement[element]}</small>`,
  }));
  const body = team.length === 0 ? html`<p>${parts.noTeam}</p>` : facts(rows);
  return section('team', isPanel ? parts.panelTitle : parts.teamTitle, body);
};

/** Disclosure, summonses, statements and team, each as a part of the page. */
export const hearingParts = (view: HearingView, lang: Lang): Html =>
  html`${disclosurePart(view.disclosure, lang)}${summonsPart(view.summonses, lang)}${statementsPart(view.statements, lang)}${teamPart(view, lang)}`;
