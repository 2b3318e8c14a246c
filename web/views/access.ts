import type { Access } from '../../core/ports.ts';
import { momentOf } from '../design/moment.ts';
import type { AccessRow, AccessView } from '../pages/console-access.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';
import { actorName } from './people.ts';

const TOKEN = 'token:';

const whoLooked = (material: CaseMaterial, { actor }: Access, lang: Lang): string => {
  const { access, views } = textsFor(lang);
  if (actor.kind === 'robot') return access.robot;
  if (actor.kind === 'system' && actor.step.startsWith(TOKEN)) return access.token;
  const name = actorName(material, actor, lang);
  return actor.kind === 'official' ? `${name}, ${views.role[actor.role]}` : name;
};

const isAction = <T extends object>(words: T, action: string): action is Extract<keyof T, string> =>
  Object.hasOwn(words, action);

/** What an action is called; one that has no words of its own is told by its name. */
export const actionWords = (action: string, lang: Lang): string => {
  const { action: words } = textsFor(lang).access;
  return isAction(words, action) ? words[action] : action;
};

/** The same thing done again, by the same, with nothing in between: a scanner that knocks all night is one line. */
const isSame = (a: Access, b: Access): boolean =>
  a.actor.kind === 'robot' && b.actor.kind === 'robot' && a.action === b.action && a.detail === b.detail;

const grouped = (accesses: readonly Access[]): readonly (readonly [Access, number])[] => {
  const groups: [Access, number][] = [];
  for (const access of accesses) {
    const last = groups.at(-1);
    if (last !== undefined && isSame(last[0], access)) last[1] += 1;
    else groups.push([access, 1]);
  }
  return groups;
};

const rowOf = (material: CaseMaterial, [access, times]: readonly [Access, number], lang: Lang): AccessRow => ({
  at: momentOf(access.at, material.agency.zone, lang),
  who: whoLooked(material, access, lang),
  isRobot: access.actor.kind === 'robot',
  what: actionWords(access.action, lang),
  times,
  detail: access.detail ?? null,
});

/** Who looked at a case, in words. */
export const accessViewOf = (
  material: CaseMaterial,
  accesses: readonly Access[],
  { place, lang }: { readonly place: Pick<AccessView, 'frame' | 'caseHref'>; readonly lang: Lang },
): AccessView => ({
  ...place,
  caseNumber: material.state.caseId,
  robots: accesses.filter(({ actor }) => actor.kind === 'robot').length,
  rows: grouped(accesses).map((group) => rowOf(material, group, lang)),
});
