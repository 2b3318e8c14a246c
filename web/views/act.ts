import { contentHash } from '../../core/case/content-hash.ts';
import type { FieldError } from '../design/fields.ts';
import type { Frame } from '../design/layout.ts';
import type { ActView } from '../pages/task-act.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { type CaptureLinks, noCaptureLinks, withCaptures } from './captures.ts';
import { caseFactsOf } from './case-facts.ts';
import type { HrefOf } from './evidence.ts';
import { withFiles } from './files.ts';
import { historyOf } from './history.ts';
import { type ActTask, kindInputsOf } from './kind-inputs.ts';
import type { CaseMaterial } from './material.ts';
import { dueView } from './moments.ts';
import { reportTextOf } from './report-text.ts';
import { suggestionOf } from './suggestion.ts';
import { visibleEvidence } from './visible-evidence.ts';

/** What surrounds the case on its act page. */
export interface ActPlace {
  readonly frame: Frame;
  /** Where the form goes: the page's own path. */
  readonly action: string;
  readonly csrf: string;
  readonly hrefOf: HrefOf;
  readonly captures?: CaptureLinks | undefined;
  /** Where the original of a file from outside is asked for; `null` where it cannot be had. */
  readonly originalHref?: HrefOf | undefined;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** Whoever decides, delivers or follows a decision is not shown the reporter's words: the respondent never saw them. */
const readsReport = (kind: TaskKind): boolean => kind === 'triage' || kind === 'review' || kind === 'examination';

/** What the machine suggests is for those who establish the principles. */
const readsSuggestion = (kind: TaskKind): boolean => kind === 'triage' || kind === 'review';

/** The act page of an open task. Its fingerprint is of the state that everything else on it shows. */
export const actViewOf = (
  material: CaseMaterial,
  acting: ActTask,
  { place, lang }: { place: ActPlace; lang: Lang },
): ActView => {
  const { hrefOf, captures: links = noCaptureLinks, originalHref, ...around } = place;
  const evidence = visibleEvidence(material, { kind: acting.kind, hrefOf }, lang);
  const { task, kind } = acting;
  const due = dueView(task.dueAt, { zone: material.agency.zone, now: material.now, lang });
  return {
    ...around,
    contentHash: contentHash(material.state),
    round: task.round,
    due: due.at,
    overdue: due.overdue,
    caseFacts: caseFactsOf(material, lang),
    reportText: readsReport(kind) ? reportTextOf(material, lang) : null,
    evidence:
      evidence && withFiles(withCaptures(evidence, material, { links, lang }), material, { originalHref, lang }),
    history: historyOf(material, lang),
    suggestion: readsSuggestion(kind) ? suggestionOf(material, lang) : null,
    input: kindInputsOf(material, acting, { hrefOf, lang }),
  };
};
