import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import type { Moment } from '../design/moment.ts';
import { table } from '../design/parts.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { dueCell } from './console-cases.ts';
import { consoleNav } from './console-frame.ts';

export interface TaskRow {
  readonly kind: TaskKind;
  readonly caseNumber: string;
  readonly href: string;
  readonly due: { readonly at: Moment; readonly overdue: boolean };
}

export interface MyTasksView {
  readonly frame: Frame;
  readonly rows: readonly TaskRow[];
}

/** `/konsol/tugas`: the open tasks of whoever is signed in. */
export const myTasksPage = (view: MyTasksView, lang: Lang): Html => {
  const {
    console: { tasks },
    task,
  } = textsFor(lang);
  const columns = [tasks.task, tasks.case, tasks.due, tasks.open].map((label) => ({ label }));
  const rows = view.rows.map((row) => [
    task.kinds[row.kind].title,
    row.caseNumber,
    dueCell(row.due, lang),
    html`<a href="${row.href}">${tasks.open}<span class="sr"> ${tasks.openFor(row.caseNumber)}</span></a>`,
  ]);
  const body = html`${consoleNav('tasks', lang, view.frame)}${
    rows.length === 0 ? html`<p class="empty">${tasks.empty}</p>` : table(tasks.caption, columns, rows)
  }`;
  return layout({ lang, frame: view.frame, title: tasks.title, body, nav: 'console', width: 'wide' });
};
