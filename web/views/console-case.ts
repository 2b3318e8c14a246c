import { actDateOf } from '../../core/case/act-date.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { type CaseState, trackOf } from '../../core/case/state.ts';
import { catalogueToReadBy, findSanction, sanctionForm } from '../../core/rules/catalogue.ts';
import type { SanctionCode } from '../../core/rules/codes.ts';
import type { Instant } from '../../core/time.ts';
import { type TrailVerdict, verifyTrail } from '../../core/trail/verify.ts';
import type { Frame } from '../design/layout.ts';
import { momentOf } from '../design/moment.ts';
import { capitalised } from '../design/words.ts';
import type { CaseView, TrailRow } from '../pages/console-case.ts';
import type { VerdictView } from '../pages/verdict.ts';
import type { VerdictCode } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { caseFactsOf } from './case-facts.ts';
import { evidenceOf, type HrefOf } from './evidence.ts';
import { outcomeLabel } from './history.ts';
import type { CaseMaterial } from './material.ts';
import { dueView } from './moments.ts';
import { actorName, personName } from './people.ts';
import { confirmedCodes, principlesOf, suggestionOf } from './suggestion.ts';

/** What surrounds the case on its console page. */
export interface ConsolePlace {
  readonly frame: Frame;
  readonly hrefOf: HrefOf;
  readonly exportHref: string;
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
  actor: actorName(material, actor, lang),
  type,
  hash,
});

const recordHref = (state: CaseState, hrefOf: HrefOf): string | null => {
  const record = state.evidence.find(
    ({ kind, mediaType }) => kind === 'DECISION_RECORD' && mediaType === 'application/pdf',
  );
  return record === undefined ? null : hrefOf(record.artifactId);
};

const sanctionText = ({ rules, state }: CaseMaterial, code: SanctionCode, lang: Lang): string => {
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const catalogue = catalogueToReadBy(rules, { track, date: actDateOf(state) });
  const sanction = catalogue && findSanction(catalogue, code);
  return sanction === undefined ? code : capitalised(sanctionForm(sanction, rules).name[lang]);
};

const decisionOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): CaseView['decision'] => {
  const { state, agency } = material;
  const shown = ({ at, reason }: { readonly at: Instant; readonly reason: string }, text: string) => ({
    text,
    at: momentOf(at, agency.zone, lang),
    reason,
    recordHref: recordHref(state, hrefOf),
  });
  if ('sanction' in state) return shown(state.sanction, sanctionText(material, state.sanction.sanctionCode, lang));
  return 'dismissal' in state ? shown(state.dismissal, outcomeLabel('decision', 'DISMISS', lang)) : null;
};

const openTasksOf = (material: CaseMaterial, lang: Lang): CaseView['openTasks'] => {
  const { openTask } = material.state;
  if (openTask === undefined) return [];
  const { kind, assignee, dueAt } = openTask;
  const { reporter } = textsFor(lang).views;
  return [
    {
      kind,
      assignee: assignee.kind === 'official' ? personName(material, assignee.nip) : reporter,
      due: dueView(dueAt, { zone: material.agency.zone, now: material.now, lang }),
    },
  ];
};

/** Everything about one case, with its trail and what the verifier says of it. */
export const caseViewOf = (
  material: CaseMaterial,
  events: readonly CaseEvent[],
  { place, lang }: { readonly place: ConsolePlace; readonly lang: Lang },
): CaseView => {
  const { frame, hrefOf, exportHref } = place;
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
    evidence: evidenceOf(material, hrefOf, lang),
    trail: events.map((event) => trailRow(material, event, lang)),
    verdict: verdictOf(verifyTrail(events), lang),
    exportHref,
  };
};
