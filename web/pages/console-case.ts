import type { TaskKind } from '../../core/case/events.ts';
import { type Html, html, when } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, facts, hash, notice, quote, section, table } from '../design/parts.ts';
import { isEventType, type StatusCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type CaseFactsView, caseFacts, type EvidenceView, evidenceList } from './case-parts.ts';
import { dueCell, statusBadge } from './console-cases.ts';
import { consoleNav } from './console-frame.ts';
import { lineagePart, type OutcomeView, outcomePart, type RegisterView, registerPart } from './console-outcome.ts';
import {
  chargesPart,
  disclosuresPart,
  examinationPart,
  lettersPart,
  type ProcessView,
  reportPart,
} from './console-process.ts';
import { type HitView, hits, type PrincipleView, type SuggestionView, suggestionNotice } from './suggestions.ts';
import { type VerdictView, verdictPanel } from './verdict.ts';

export interface TrailRow {
  readonly seq: number;
  readonly at: Moment;
  readonly actor: string;
  /** Event type as in the envelope. */
  readonly type: string;
  /** SHA-256 in hexadecimal; the page shows its first twelve digits. */
  readonly hash: string;
}

export interface CaseView {
  readonly frame: Frame;
  readonly status: StatusCode;
  readonly facts: CaseFactsView;
  readonly suggestion: SuggestionView | null;
  /** Principles that were suggested or confirmed. */
  readonly principles: readonly (Pick<PrincipleView, 'code' | 'title'> & {
    readonly hits: readonly HitView[];
    /** By the review. */
    readonly confirmed: boolean;
  })[];
  readonly decision: {
    readonly text: string;
    readonly at: Moment;
    readonly reason: string;
    /** Why it is another sanction than the examination report recommends. */
    readonly deviation: string | null;
    readonly recordHref: string | null;
  } | null;
  readonly openTasks: readonly {
    readonly kind: TaskKind;
    readonly assignee: string;
    readonly due: { readonly at: Moment; readonly overdue: boolean };
  }[];
  /** Whom mails of the case did not reach, and nobody has told in another way yet. */
  readonly unreached: readonly string[];
  readonly process: ProcessView;
  /** What became of the sanction. */
  readonly outcome: OutcomeView | null;
  readonly register: RegisterView;
  readonly evidence: readonly EvidenceView[];
  readonly trail: readonly TrailRow[];
  readonly verdict: VerdictView;
  readonly exportHref: string;
  /** Where it is seen who looked; `null` for whom that is not. */
  readonly accessHref?: string | null;
}

/** An event type in words; a type that is newer than the texts is shown as it is. */
export const eventLabel = (type: string, lang: Lang): string => {
  const { event } = textsFor(lang).domain;
  return isEventType(type) ? event[type] : type;
};

const trailTable = (trail: readonly TrailRow[], lang: Lang): Html => {
  const { casePage } = textsFor(lang).console;
  const columns = [
    { label: casePage.seq, numeric: true },
    { label: casePage.type },
    { label: casePage.actor },
    { label: casePage.time },
    { label: casePage.hash },
  ];
  const rows = trail.map(({ seq, at, actor, type, hash: full }) => [
    String(seq),
    html`${eventLabel(type, lang)} <small class="code-name">${type}</small>`,
    actor,
    timeTag(at),
    html`<code title="${full}">${full.slice(0, 12)}</code>`,
  ]);
  return table(casePage.trailCaption, columns, rows);
};

const trailPart = (view: CaseView, lang: Lang): Html => {
  const { casePage } = textsFor(lang).console;
  const head = view.trail.at(-1);
  return section(
    'trail',
    casePage.trailTitle,
    html`${verdictPanel(view.verdict, lang)}<p class="actions"><a class="button quiet" href="${view.exportHref}">${casePage.export}</a>${when(
      view.accessHref,
      (href) => html` <a class="button quiet" href="${href}">${textsFor(lang).access.link}</a>`,
    )}</p>${trailTable(view.trail, lang)}${when(head, (last) =>
      facts([{ label: casePage.head, value: hash(last.hash) }]),
    )}`,
  );
};

const decisionPart = (view: CaseView, lang: Lang): Html | null => {
  const { casePage, process } = textsFor(lang).console;
  return when(view.decision, ({ text, at, reason, deviation, recordHref }) =>
    section(
      'decision',
      casePage.decision,
      html`<p><b>${text}</b>, ${timeTag(at)}</p>${quote(reason)}${when(
        deviation,
        (why) => html`<p>${process.deviation}:</p>${quote(why)}`,
      )}${when(recordHref, (href) => html`<p><a href="${href}">${casePage.decisionRecord}</a></p>`)}`,
    ),
  );
};

const tasksPart = (view: CaseView, lang: Lang): Html | null => {
  const {
    console: { casePage, tasks, next },
  } = textsFor(lang);
  if (view.openTasks.length === 0) return null;
  const columns = [tasks.task, casePage.assignee, tasks.due].map((label) => ({ label }));
  const rows = view.openTasks.map(({ kind, assignee, due }) => [next[kind], assignee, dueCell(due, lang)]);
  return section('tasks', casePage.openTasks, table(casePage.openTasks, columns, rows));
};

const principlesPart = (view: CaseView, lang: Lang): Html | null => {
  const { casePage } = textsFor(lang).console;
  return when(view.suggestion, (suggestion) =>
    section(
      'principles',
      casePage.principlesTitle,
      html`${suggestionNotice(suggestion, lang)}${view.principles.map(
        ({ code, title, hits: found, confirmed }) =>
          html`<h3>${code.slice(1)}. ${title}${confirmed && html` ${badge('good', casePage.confirmed)}`}</h3>${hits(found, lang)}`,
      )}`,
    ),
  );
};

const unreachedNotice = ({ unreached }: CaseView, lang: Lang): Html | null =>
  unreached.length === 0 ? null : notice('warn', `${textsFor(lang).mail.undelivered.open}: ${unreached.join(', ')}.`);

/** `/konsol/perkara/...`: everything about one case, with its trail and what the verifier says of it. */
export const casePage = (view: CaseView, lang: Lang): Html => {
  const {
    task,
    console: { casePage: words },
  } = textsFor(lang);
  const body = html`${consoleNav('cases', lang, view.frame)}<p class="due">${statusBadge(view.status, lang)} <small>${words.readRecorded}</small></p>
${unreachedNotice(view, lang)}${section('case', task.act.caseTitle, caseFacts(view.facts, lang))}
${[tasksPart(view, lang), decisionPart(view, lang), outcomePart(view.outcome, lang), lineagePart(view.outcome, lang)]}
${[registerPart(view.register, lang), chargesPart(view.process, lang), examinationPart(view.process, lang)]}
${[reportPart(view.process, lang), disclosuresPart(view.process, lang), lettersPart(view.process, lang)]}
${principlesPart(view, lang)}
${section('evidence', task.act.evidenceTitle, evidenceList(view.evidence, lang))}
${trailPart(view, lang)}`;
  return layout({ lang, frame: view.frame, title: view.facts.caseNumber, body, nav: 'console', width: 'wide' });
};
