import type { Actor } from '../../core/case/actor.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';

type People = Pick<CaseMaterial, 'people'>;

/** Name and NIP; the NIP alone of someone who is not in the directory any more. */
export const personName = ({ people }: People, nip: string): string => {
  const name = people.get(nip)?.name;
  return name === undefined ? nip : `${name} (${nip})`;
};

/** Who did something, in words. */
export const actorName = (material: People, actor: Actor, lang: Lang): string => {
  const { views } = textsFor(lang);
  switch (actor.kind) {
    case 'official':
      return personName(material, actor.nip);
    case 'respondent':
      return views.respondent;
    case 'reporter':
      return views.reporter;
    case 'system':
      return views.system;
    default:
      return actor satisfies never;
  }
};

/** The same in the trail, with what they proved themselves with where the agency asked for it. */
export const actorInTrail = (material: People, actor: Actor, lang: Lang): string => {
  const name = actorName(material, actor, lang);
  const stepUp = 'stepUp' in actor ? actor.stepUp : undefined;
  return stepUp === undefined ? name : `${name}, ${textsFor(lang).stepUp.means[stepUp]}`;
};
