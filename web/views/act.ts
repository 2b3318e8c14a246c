import { contentHash } from '../../core/case/content-hash.ts';
import { type OpenTask, respondentNip } from '../../core/case/state.ts';
import type { Staff } from '../../core/directory/staff.ts';
import type { FieldError } from '../design/fields.ts';
import type { Frame } from '../design/layout.ts';
import type { ActView } from '../pages/task-act.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { caseFactsOf } from './case-facts.ts';
import { type Deciding, decisionInputsOf } from './decision-inputs.ts';
import { evidenceOf, type HrefOf } from './evidence.ts';
import { historyOf } from './history.ts';
import type { CaseMaterial } from './material.ts';
import { dueView } from './moments.ts';
import { reportTextOf } from './report-text.ts';
import { principlesOf, suggestionOf } from './suggestion.ts';

/** What surrounds the case on its act page. */
export interface ActPlace {
  readonly frame: Frame;
  /** Where the form goes: the page's own path. */
  readonly action: string;
  readonly csrf: string;
  readonly hrefOf: HrefOf;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
}

/** The task that the page is about; a reporter's answer has no act page. */
export interface ActTask {
  readonly kind: TaskKind;
  readonly task: OpenTask;
  readonly official: Staff;
}

const inputsOf = (material: CaseMaterial, { kind, official }: ActTask, lang: Lang): ActView['input'] => {
  switch (kind) {
    case 'triage':
      return { kind };
    case 'review':
      return { kind, principles: principlesOf(material, lang) };
    case 'decision': {
      const deciding: Deciding = { official, respondent: material.people.get(respondentNip(material.state) ?? '') };
      return decisionInputsOf(material, deciding, lang);
    }
    default:
      return kind satisfies never;
  }
};

/** The act page of an open task. Its fingerprint is of the state that everything else on it shows. */
export const actViewOf = (
  material: CaseMaterial,
  acting: ActTask,
  { place, lang }: { place: ActPlace; lang: Lang },
): ActView => {
  const { hrefOf, ...around } = place;
  const { task } = acting;
  const due = dueView(task.dueAt, { zone: material.agency.zone, now: material.now, lang });
  return {
    ...around,
    contentHash: contentHash(material.state),
    round: task.round,
    due: due.at,
    overdue: due.overdue,
    caseFacts: caseFactsOf(material, lang),
    reportText: reportTextOf(material, lang),
    evidence: evidenceOf(material, hrefOf, lang),
    history: historyOf(material, lang),
    suggestion: suggestionOf(material, lang),
    input: inputsOf(material, acting, lang),
  };
};
