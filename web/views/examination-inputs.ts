import { currentDisclosure } from '../../core/case/disclosure.ts';
import { respondentNip } from '../../core/case/state.ts';
import { lastSummons, servedProof } from '../../core/case/summons.ts';
import type { ExaminationInputs } from '../pages/task-examination.ts';
import type { Lang } from '../text/lang.ts';
import { appointmentOf, otherTracks } from './appointment.ts';
import { foundProvisions } from './charges.ts';
import { derivationsOf } from './derivations.ts';
import type { HrefOf } from './evidence.ts';
import { hearingOf } from './hearing.ts';
import type { CaseMaterial } from './material.ts';
import { sanctionGroups } from './sanctions.ts';

const isOpened = ({ state }: CaseMaterial): boolean => {
  const summons = lastSummons(state);
  return summons !== undefined && servedProof(state, summons)?.manner === 'OPENED';
};

/** What an examination shows, and what its report is chosen from. */
export const examinationInputsOf = (
  material: CaseMaterial,
  place: { readonly hrefOf: HrefOf; readonly lang: Lang },
): ExaminationInputs => {
  const { state, people } = material;
  const { lang } = place;
  const employment = people.get(respondentNip(state) ?? '')?.employment;
  return {
    kind: 'examination',
    hearing: hearingOf(material, place),
    summonsOpened: isOpened(material),
    charges: foundProvisions(material, lang),
    derivations: derivationsOf(material, currentDisclosure(state)?.charges ?? [], lang),
    sanctions: sanctionGroups(material, { employment, offerOf: () => 'free' }, lang),
    appointment: appointmentOf(material),
    tracks: otherTracks(material),
  };
};
