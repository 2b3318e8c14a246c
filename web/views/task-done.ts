import type { CaseEvent } from '../../core/case/events.ts';
import type { Agency } from '../../core/directory/staff.ts';
import type { ActForm } from '../../core/tasks/act-forms.ts';
import type { ActResult } from '../../core/use-cases/act-on-task.ts';
import type { Frame } from '../design/layout.ts';
import { momentOf } from '../design/moment.ts';
import type { TaskDoneView } from '../pages/task-result.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { outcomeLabel } from './history.ts';

type Settled = Exclude<ActResult, { kind: 'refused' }>;

const wordsOf = (kind: ActForm['kind'], result: Settled, lang: Lang): Pick<TaskDoneView, 'outcome' | 'next'> => {
  const { views } = textsFor(lang);
  if (result.kind === 'done') {
    return { outcome: outcomeLabel(kind, result.outcome, lang), next: views.next[kind][result.outcome] ?? null };
  }
  return { outcome: views.handedOver.outcome, next: views.handedOver[result.cause] };
};

/** What the act came to, with the event that it is. */
export const taskDoneOf = (
  done: {
    readonly event: CaseEvent;
    readonly agency: Agency;
    readonly kind: ActForm['kind'];
    readonly result: Settled;
  },
  { frame, lang }: { readonly frame: Frame; readonly lang: Lang },
): TaskDoneView => {
  const { event, agency, kind, result } = done;
  return {
    frame,
    caseNumber: event.caseId,
    recordedAt: momentOf(event.at, agency.zone, lang),
    event: { seq: event.seq, hash: event.hash },
    ...wordsOf(kind, result, lang),
  };
};
