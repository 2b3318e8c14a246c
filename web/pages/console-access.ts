import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { badge, facts, table } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { consoleNav } from './console-frame.ts';

export interface AccessRow {
  readonly at: Moment;
  readonly who: string;
  /** Nobody proved to be a person: a scanner of mail, or someone who only had the link. */
  readonly isRobot: boolean;
  readonly what: string;
  /** How often in a row. */
  readonly times: number;
  readonly detail: string | null;
}

export interface AccessView {
  readonly frame: Frame;
  readonly caseNumber: string;
  readonly caseHref: string;
  readonly robots: number;
  readonly rows: readonly AccessRow[];
}

const accessTable = ({ rows }: AccessView, lang: Lang): Html => {
  const { access } = textsFor(lang);
  const columns = [access.time, access.who, access.what, access.detail].map((label) => ({ label }));
  const cells = rows.map(({ at, who, isRobot, what, times, detail }) => [
    timeTag(at),
    isRobot ? badge('info', who) : who,
    times === 1 ? what : access.times(what, times),
    detail ?? '',
  ]);
  return table(access.caption, columns, cells);
};

/** `/konsol/perkara/.../akses`: who looked at a case. */
export const accessPage = (view: AccessView, lang: Lang): Html => {
  const { access, task } = textsFor(lang);
  const body = html`${consoleNav('cases', lang, view.frame)}<p class="lede">${access.lede}</p>
${facts([
  { label: task.act.caseNumber, value: view.caseNumber },
  { label: access.robots, value: String(view.robots) },
])}
${accessTable(view, lang)}
<p class="hint">${access.robotNote}</p>
<p class="actions"><a class="button quiet" href="${view.caseHref}">${access.back}</a></p>`;
  return layout({ lang, frame: view.frame, title: access.title, body, nav: 'console', width: 'wide' });
};
