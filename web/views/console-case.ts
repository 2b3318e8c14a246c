import { currentDisclosure, undisclosedEvidence } from '../../core/case/disclosure.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { type CaseState, type OpenTask, openTasks } from '../../core/case/state.ts';
import type { SanctionCode } from '../../core/rules/codes.ts';
import type { Instant } from '../../core/time.ts';
import { type TrailVerdict, verifyTrail } from '../../core/trail/verify.ts';
import type { Frame } from '../design/layout.ts';
import { momentOf } from '../design/moment.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { CaseView, TrailRow } from '../pages/console-case.ts';
import type { RegisterView } from '../pages/console-outcome.ts';
import type { VerdictView } from '../pages/verdict.ts';
import type { VerdictCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type CaptureLinks, noCaptureLinks, withCaptures } from './captures.ts';
import { caseFactsOf } from './case-facts.ts';
import { outcomeOf } from './console-outcome.ts';
import { processOf } from './console-process.ts';
import { evidenceOf, type HrefOf } from './evidence.ts';
import { withFiles } from './files.ts';
import { outcomeLabel } from './history.ts';
import type { CaseMaterial } from './material.ts';
import { dueView } from './moments.ts';
import { actorInTrail, personName } from './people.ts';
import { sanctionName } from './sanctions.ts';
import { confirmedCodes, principlesOf, suggestionOf } from './suggestion.ts';

/** What surrounds the case on its console page. */
export interface ConsolePlace {
  readonly frame: Frame;
  readonly hrefOf: HrefOf;
  readonly captures?: CaptureLinks | undefined;
  readonly exportHref: string;
  readonly accessHref?: string | null;
  readonly register: RegisterView;
  /** Where the history of an artefact is read. */
  readonly historyHref?: ((artifactId: string) => string) | undefined;
}

type BrokenKind = Extract<TrailVerdict, { verdict: 'broken' }>['kind'];

/** What does not parse or could not have happened cannot be read as a trail. */
const codeFor: Readonly<Record<BrokenKind, VerdictCode>> = {
  edit: 'EDIT',
  gap: 'GAP',
  fork: 'FORK',
  unsealed: 'UNSEALED',
  illegal: 'UNREADABLE',
  malformed: 'UNREADABLE',
};

/** What the verifier says, for the panel. */
export const verdictOf = (verdict: TrailVerdict, lang: Lang): VerdictView =>
  verdict.verdict === 'valid'
    ? { code: 'VALID', seq: null, detail: null }
    : { code: codeFor[verdict.kind], seq: verdict.seq || null, detail: verdict.explanation[lang] };

const trailRow = (material: CaseMaterial, { seq, at, actor, type, hash }: CaseEvent, lang: Lang): TrailRow => ({
  seq,
  at: momentOf(at, material.agency.zone, lang),
  actor: actorInTrail(material, actor, lang),
  type,
  hash,
});

const recordHref = (state: CaseState, hrefOf: HrefOf): string | null => {
  const record = state.evidence.find(
    ({ kind, mediaType }) => kind === 'DECISION_RECORD' && mediaType === 'application/pdf',
  );
  return record === undefined ? null : hrefOf(record.artifactId);
};

const proposalText = (material: CaseMaterial, code: SanctionCode, lang: Lang): string =>
  `${textsFor(lang).console.process.lineageStep.proposal}: ${sanctionName(material, code, lang)}`;

const decisionOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): CaseView['decision'] => {
  const { state, agency } = material;
  const shown = ({ at, reason }: { readonly at: Instant; readonly reason: string }, text: string) => ({
    text,
    at: momentOf(at, agency.zone, lang),
    reason,
    deviation: null,
    recordHref: recordHref(state, hrefOf),
  });
  if ('proposal' in state) return shown(state.proposal, proposalText(material, state.proposal.sanctionCode, lang));
  if ('sanction' in state) {
    const { sanction } = state;
    const { sanctionCode, deviationReason = null } = sanction;
    return { ...shown(sanction, sanctionName(material, sanctionCode, lang)), deviation: deviationReason };
  }
  return 'dismissal' in state ? shown(state.dismissal, outcomeLabel('decision', 'DISMISS', lang)) : null;
};

const assigneeName = (material: CaseMaterial, { assignee }: OpenTask, lang: Lang): string =>
  assignee.kind === 'reporter' ? textsFor(lang).views.reporter : personName(material, assignee.nip);

const openTasksOf = (material: CaseMaterial, lang: Lang): CaseView['openTasks'] =>
  openTasks(material.state).map((task) => ({
    kind: task.kind,
    assignee: assigneeName(material, task, lang),
    due: dueView(task.dueAt, { zone: material.agency.zone, now: material.now, lang }),
  }));

/** Evidence with the mark whether the respondent was shown it; letters stand in a part of their own. */
const evidenceViews = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): EvidenceView[] => {
  const { state } = material;
  const letters = new Set<string>(
    state.evidence.filter(({ kind }) => kind === 'LETTER').map(({ artifactId }) => artifactId),
  );
  const shown = new Set<string>(currentDisclosure(state)?.evidence.map(({ artifactId }) => artifactId));
  const hidden = new Set<string>(state.disclosures.length === 0 ? [] : undisclosedEvidence(state));
  const markOf = (artifactId: string): Pick<EvidenceView, 'isShown'> =>
    shown.has(artifactId) || hidden.has(artifactId) ? { isShown: shown.has(artifactId) } : {};
  return evidenceOf(material, hrefOf, lang)
    .filter(({ artifactId }) => !letters.has(artifactId))
    .map((item) => ({ ...item, ...markOf(item.artifactId) }));
};

/** What could not be had has no bytes and no history of its own. */
const withHistory = (items: readonly EvidenceView[], historyHref: ConsolePlace['historyHref']): EvidenceView[] =>
  items.map((item) =>
    historyHref === undefined || item.sha256 === null ? item : { ...item, historyHref: historyHref(item.artifactId) },
  );

/** Whom mails did not reach, where nobody has said yet how they were told. */
const unreachedOf = ({ state }: CaseMaterial, lang: Lang): string[] => {
  const { recipients } = textsFor(lang).mail.undelivered;
  const open = state.bounces.filter(
    ({ mailId, cause }) => !state.bouncesHandled.some((done) => done.mailId === mailId && done.cause === cause),
  );
  return [...new Set(open.map(({ recipient }) => recipients[recipient]))];
};

/** Everything about one case, with its trail and what the verifier says of it. */
export const caseViewOf = (
  material: CaseMaterial,
  events: readonly CaseEvent[],
  { place, lang }: { readonly place: ConsolePlace; readonly lang: Lang },
): CaseView => {
  const {
    frame,
    hrefOf,
    exportHref,
    accessHref = null,
    register,
    captures: links = noCaptureLinks,
    historyHref,
  } = place;
  const confirmed = confirmedCodes(material.state);
  return {
    frame,
    status: material.state.status,
    facts: caseFactsOf(material, lang),
    suggestion: suggestionOf(material, lang),
    principles: principlesOf(material, lang)
      .map((principle) => ({ ...principle, confirmed: confirmed.includes(principle.code) }))
      .filter((principle) => principle.hits.length > 0 || principle.confirmed),
    decision: decisionOf(material, hrefOf, lang),
    openTasks: openTasksOf(material, lang),
    unreached: unreachedOf(material, lang),
    process: processOf(material, hrefOf, lang),
    outcome: outcomeOf(material, lang),
    register,
    evidence: withHistory(
      withFiles(withCaptures(evidenceViews(material, hrefOf, lang), material, { links, lang }), material, {
        originalHref: undefined,
        lang,
      }),
      historyHref,
    ),
    trail: events.map((event) => trailRow(material, event, lang)),
    verdict: verdictOf(verifyTrail(events), lang),
    exportHref,
    accessHref,
  };
};
