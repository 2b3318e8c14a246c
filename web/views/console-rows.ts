import type { Agency, Staff } from '../../core/directory/staff.ts';
import type { CaseRow, TaskRow } from '../../core/ports.ts';
import type { Instant } from '../../core/time.ts';
import { momentOf } from '../design/moment.ts';
import type { CaseRow as CaseRowView } from '../pages/console-cases.ts';
import type { TaskRow as TaskRowView } from '../pages/console-tasks.ts';
import { hasActPage } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { dueView } from './moments.ts';

export interface RowPlace {
  readonly agency: Agency;
  readonly now: Instant;
  readonly lang: Lang;
}

/** A case with what its row in a list shows besides. */
export interface ListedCase {
  readonly row: CaseRow;
  readonly respondent: Staff | undefined;
  /** When its open task is due. */
  readonly dueAt: Instant | undefined;
}

export const caseRowOf = ({ row, respondent, dueAt }: ListedCase, { agency, now, lang }: RowPlace): CaseRowView => ({
  caseNumber: row.caseId,
  href: `/konsol/perkara/${row.caseId}`,
  status: row.status,
  receivedAt: momentOf(row.receivedAt, agency.zone, lang),
  respondent: respondent?.name ?? row.respondentNip ?? null,
  due: dueAt === undefined ? null : dueView(dueAt, { zone: agency.zone, now, lang }),
});

/** An open task in the list of its holder; those of reporter and respondent have pages of their own. */
export const taskRowOf = (row: TaskRow, { agency, now, lang }: RowPlace): TaskRowView[] =>
  !hasActPage(row.kind)
    ? []
    : [
        {
          kind: row.kind,
          caseNumber: row.caseId,
          href: `/konsol/tugas/${row.taskId}`,
          due: dueView(row.dueAt, { zone: agency.zone, now, lang }),
        },
      ];
