import type { SummonsProof } from '../../core/case/process-events.ts';
import { type Summons, servedProof, standingSummons } from '../../core/case/summons.ts';
import type { SummonsView } from '../pages/hearing-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment, dueMoment } from './moments.ts';
import { letterOf } from './papers.ts';
import { personName } from './people.ts';

/** How a summons is known to have arrived, in words; null where it did not. */
export const proofText = ({ manner, servedOn }: SummonsProof, lang: Lang): string | null => {
  const { domain, task } = textsFor(lang);
  if (manner === 'NOT_SERVED') return null;
  const words = domain.summonsManner[manner];
  return servedOn === undefined ? words : task.parts.servedOn(words, dateMoment(servedOn, lang).text);
};

const missedOn = ({ state }: CaseMaterial, { round, session }: Summons) =>
  state.absences.find((missed) => missed.round === round && missed.session === session);

const servedText = (material: CaseMaterial, summons: Summons, lang: Lang): string | null => {
  const proof = servedProof(material.state, summons) ?? missedOn(material, summons)?.proof;
  return proof === undefined ? null : proofText(proof, lang);
};

const standingOf = (material: CaseMaterial, summons: Summons): SummonsView['standing'] => {
  if (missedOn(material, summons) !== undefined) return 'MISSED';
  return standingSummons(material.state)?.seq === summons.seq ? 'STANDS' : 'OVER';
};

const summonsView = (
  material: CaseMaterial,
  summons: Summons,
  { hrefOf, lang }: { hrefOf: HrefOf; lang: Lang },
): SummonsView => ({
  ordinal: summons.ordinal,
  letter: letterOf(material, summons.letterId, { hrefOf, lang }),
  issuedOn: dateMoment(summons.issuedOn, lang),
  examinationAt: dueMoment(summons.examinationAt, material.agency.zone, lang),
  place: summons.place,
  mode: summons.mode,
  examiner: personName(material, summons.examiner),
  warning: summons.warning?.[lang] ?? null,
  served: servedText(material, summons, lang),
  standing: standingOf(material, summons),
});

/** The summonses of this round in order, each with what became of it. */
export const summonsesOf = (material: CaseMaterial, place: { hrefOf: HrefOf; lang: Lang }): SummonsView[] =>
  material.state.summonses
    .filter(({ round }) => round === material.state.round)
    .map((summons) => summonsView(material, summons, place));
