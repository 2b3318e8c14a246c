import type { OpenTask } from '../../core/case/state.ts';
import type { Staff } from '../../core/directory/staff.ts';
import { IllegalTransition } from '../../core/errors.ts';
import { disclosable } from '../../core/evidence/disclosable.ts';
import type { KindInputs } from '../pages/task-kind.ts';
import type { ReviewInputs } from '../pages/task-review.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { appointmentOf, otherTracks } from './appointment.ts';
import { artifactName } from './artifact-names.ts';
import { proposedProvisions } from './charges.ts';
import { appealInputsOf, executionInputsOf, serviceInputsOf } from './closing-inputs.ts';
import { decisionInputsOf } from './decision-inputs.ts';
import type { HrefOf } from './evidence.ts';
import { examinationInputsOf } from './examination-inputs.ts';
import type { CaseMaterial } from './material.ts';
import { principlesOf } from './suggestion.ts';
import { teamInputsOf } from './team-inputs.ts';

/** The task that a page is about; what waits for reporter or respondent has no act page. */
export interface ActTask {
  readonly kind: TaskKind;
  readonly task: OpenTask;
  readonly official: Staff;
}

interface Place {
  readonly hrefOf: HrefOf;
  readonly lang: Lang;
}

const reviewInputsOf = (material: CaseMaterial, lang: Lang): ReviewInputs => ({
  kind: 'review',
  principles: principlesOf(material, lang),
  charges: proposedProvisions(material, lang),
  appointment: appointmentOf(material),
  disclosed: material.state.evidence
    .filter(({ kind }) => disclosable(kind))
    .map((artifact) => ({ artifactId: artifact.artifactId, name: artifactName(material, artifact, lang) })),
  tracks: otherTracks(material),
});

/** A task of this kind is only ever open in one status: anything else is a fault of the trail. */
const outOfPlace = ({ state }: CaseMaterial, kind: TaskKind): never => {
  throw new IllegalTransition(`${state.caseId}: a ${kind} task in ${state.status}`);
};

const closingInputsOf = (
  material: CaseMaterial,
  { kind, official }: { kind: 'service' | 'appeal' | 'execution'; official: Staff },
  place: Place,
): KindInputs => {
  const { state } = material;
  if (kind === 'service' && state.status === 'SERVICE') return serviceInputsOf({ ...material, state }, official, place);
  if (kind === 'appeal' && state.status === 'APPEAL') return appealInputsOf({ ...material, state }, place);
  if (kind === 'execution' && state.status === 'EFFECTIVE')
    return executionInputsOf({ ...material, state }, place.lang);
  return outOfPlace(material, kind);
};

/**
 * What the page of a task shows and asks for beyond the case itself.
 * @throws IllegalTransition where a task is open in a status that does not know its kind
 */
export const kindInputsOf = (material: CaseMaterial, { kind, official }: ActTask, place: Place): KindInputs => {
  const { lang } = place;
  switch (kind) {
    case 'triage':
      return { kind };
    case 'review':
      return reviewInputsOf(material, lang);
    case 'team':
      return teamInputsOf(material, lang);
    case 'examination':
      return examinationInputsOf(material, place);
    case 'decision':
      return decisionInputsOf(material, place);
    case 'service':
    case 'appeal':
    case 'execution':
      return closingInputsOf(material, { kind, official }, place);
    default:
      return kind satisfies never;
  }
};
