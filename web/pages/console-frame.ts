import { type Html, html } from '../design/html.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export type ConsolePlace = 'cases' | 'tasks';

/** The second row of navigation inside the console. */
export const consoleNav = (place: ConsolePlace, lang: Lang): Html => {
  const { list } = textsFor(lang).console;
  const items: readonly [ConsolePlace, string, string][] = [
    ['cases', '/konsol', list.navCases],
    ['tasks', '/konsol/tugas', list.navTasks],
  ];
  return html`<nav class="tabs" aria-label="${list.consoleNavigation}"><ul>${items.map(
    ([item, href, label]) =>
      html`<li><a href="${href}"${item === place && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>
`;
};
