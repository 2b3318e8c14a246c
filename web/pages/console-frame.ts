import { type Html, html } from '../design/html.ts';
import type { Frame } from '../design/layout.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

export type ConsolePlace = 'cases' | 'board' | 'silence' | 'tasks' | 'mails' | 'factors' | 'recovery';

/** The second row of navigation inside the console. */
export const consoleNav = (place: ConsolePlace, lang: Lang, { account }: Pick<Frame, 'account'>): Html => {
  const { list } = textsFor(lang).console;
  const items: readonly [ConsolePlace, string, string][] = [
    ['cases', '/konsol', list.navCases],
    ['board', '/konsol/papan', list.navBoard],
    ['silence', '/konsol/kelalaian', list.navSilence],
    ['tasks', '/konsol/tugas', list.navTasks],
    ['mails', '/konsol/surat', textsFor(lang).mail.queue.nav],
    ['factors', '/konsol/faktor', textsFor(lang).stepUp.factors.nav],
    ['recovery', '/konsol/pemulihan', textsFor(lang).stepUp.recovery.nav],
  ];
  const hidden: readonly (ConsolePlace | false)[] = [
    account?.seesSilence !== true && 'silence',
    account?.handlesMail !== true && 'mails',
    account?.hasFactors !== true && 'factors',
    account?.seesRecoveries !== true && 'recovery',
  ];
  const theirs = items.filter(([item]) => !hidden.includes(item));
  return html`<nav class="tabs" aria-label="${list.consoleNavigation}"><ul>${theirs.map(
    ([item, href, label]) =>
      html`<li><a href="${href}"${item === place && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>
`;
};
