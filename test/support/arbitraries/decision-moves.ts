import { dismissCase, imposeSanction, returnCase } from '../../../core/case/commands/acts.ts';
import {
  attemptService,
  completeExecution,
  decideAppeal,
  proposeDecision,
  serveDecision,
} from '../../../core/case/commands/after-decision.ts';
import { closeCase, signDecision } from '../../../core/case/commands/closing.ts';
import { fileAppeal } from '../../../core/case/commands/hearing.ts';
import { takeEffect } from '../../../core/case/commands/process.ts';
import { standingSanction } from '../../../core/case/state.ts';
import {
  appealDecided,
  appealFiled,
  decisionProposed,
  decisionServed,
  decisionSigned,
  executionCompleted,
  LAST_DAY,
  OTHER_CHARGE,
  paperOf,
  sanctionDecided,
  sanctionEffective,
  serviceAttempted,
} from '../builders/drafts.ts';
import { someDisclosure } from './examination-moves.ts';
import { acting, actingLate, type Make, type Moves, oneOf, own, unsigned } from './move.ts';

const { disclosureHash: _set, ...choice } = unsigned(sanctionDecided().data);
const proposal = unsigned(decisionProposed().data);
const { session: _session, ...attempt } = unsigned(serviceAttempted().data);
const service = unsigned(decisionServed().data);
const { taskId: _task, round: _round, ...appeal } = appealFiled().data;

export const sanction = acting((act) => imposeSanction(act, choice));
export const sign: Make = () => signDecision(decisionSigned.data);
export const serve = acting((act) => serveDecision(act, service));
export const file: Make = (seen, { number }) =>
  fileAppeal(own(seen), { ...appeal, artifacts: [paperOf('APPEAL', `appeal-${number}`, seen.round)] });
export const judge = acting((act, _seen, { variant }) =>
  decideAppeal(act, unsigned(appealDecided(oneOf(['UPHELD', 'CHANGED', 'ANNULLED'], variant)).data)),
);
/** Every other sanction is served for months. */
export const effect: Make = (seen, { variant }) =>
  takeEffect({
    ...sanctionEffective(variant % 2 === 0 ? {} : { endsOn: LAST_DAY }).data,
    sanctionCode: standingSanction(seen) ?? 'R2',
  });
export const complete = acting((act) => completeExecution(act, { restoredOn: executionCompleted.data.restoredOn }));
export const close: Make = () => closeCase;

/** What may be tried from the decision on, lawful or not. */
export const decisionMoves: Moves = {
  sanction,
  'sanction on an old set': acting((act, seen, { variant }) =>
    imposeSanction({ ...act, disclosureHash: someDisclosure(seen, 3 * variant) }, choice),
  ),
  'sanction for more': acting((act) => imposeSanction(act, { ...choice, provisions: [OTHER_CHARGE] })),
  'sanction too late': actingLate((act) => imposeSanction(act, choice)),
  dismiss: acting((act) => dismissCase(act)),
  return: acting((act) => returnCase(act)),
  propose: acting((act, seen, { variant }) =>
    proposeDecision(act, { ...proposal, disclosureHash: someDisclosure(seen, variant) }),
  ),
  sign,
  dispatch: acting((act) => attemptService(act, attempt)),
  serve,
  file,
  judge,
  effect,
  'effect of another': () => takeEffect(sanctionEffective({ sanctionCode: 'B3' }).data),
  complete,
  close,
};
