import { trackOf } from '../../core/case/state.ts';
import { chargesAtReview } from '../../core/use-cases/charges.ts';
import type { CandidateView, TeamInputs } from '../pages/task-team.ts';
import type { Lang } from '../text/lang.ts';
import { derivationsOf } from './derivations.ts';
import type { CaseMaterial, TeamCandidate } from './material.ts';

const candidateView = ({ staff, element, proposed }: TeamCandidate): CandidateView => ({
  nip: staff.nip,
  name: staff.name,
  position: staff.position,
  unit: staff.unit,
  element,
  proposed,
});

/** Whom a team can be formed of, and how heavy the case may become. */
export const teamInputsOf = (material: CaseMaterial, lang: Lang): TeamInputs => ({
  kind: 'team',
  isPanel: trackOf(material.state) === 'ETHICS',
  candidates: (material.candidates ?? []).map(candidateView),
  derivations: derivationsOf(material, chargesAtReview(material.rules, material.state), lang),
});
