import { NotFound } from '../../../core/errors.ts';
import { addFactor, answerStepUp, removeFactor, type StepUpResult } from '../../../core/use-cases/step-up/answer.ts';
import { offerEnrolment, offerProof } from '../../../core/use-cases/step-up/offer.ts';
import { provenBy, type Standing, type StepUpPlace, standingAt } from '../../../core/use-cases/step-up/place.ts';
import { isExhausted, isSpent } from '../../../core/use-cases/step-up/tries.ts';
import { factorsPage, noFactorsPage } from '../../pages/console-factors.ts';
import { factorRowsOf } from '../../views/factors.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { retried } from '../tasks/retried.ts';
import { answerIn, askOf, passkeyPolicy, placeOf, stepUpError } from '../tasks/step-up-gate.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';
import { FACTORS } from './return-path.ts';
import { sealedSession } from './session.ts';

const SUBJECT = 'factors';

/** The signed-in person at their own page; undefined for an account that belongs to no employee. */
const ownPlace = (call: ConsoleCall): StepUpPlace | undefined => {
  const { agencyId, nip } = call.principal;
  const browser = sealedSession(call.config, call.cookies) ?? '';
  return nip === undefined ? undefined : placeOf(call, { agencyId, nip, subject: SUBJECT, browser });
};

/** What the page's one form asks for: a factor where they may enrol one, else a proof of one that they have. */
const askAt = async ({ ports }: ConsoleCall, place: StepUpPlace, standing: Standing) => {
  const isNew = standing.held.factors.length === 0 || provenBy(ports, standing) !== undefined;
  if (isSpent(ports, standing.visit) || isExhausted(ports, standing.held)) return isNew ? null : ('spent' as const);
  return askOf(await (isNew ? offerEnrolment(ports, place, standing) : offerProof(ports, place, standing)));
};

/** `/konsol/faktor`: their own factors, and what they may do about them. @throws NotFound */
export const factorsAnswer = async (call: ConsoleCall, result?: Exclude<StepUpResult, 'proven'>): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const place = ownPlace(call);
  if (place === undefined) return htmlAnswer(noFactorsPage(frame, lang));
  const agency = await ports.directory.agency(principal.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
  const { standing, ask } = await retried(async () => {
    const now = await standingAt(ports, place);
    return { standing: now, ask: await askAt(call, place, now) };
  });
  const view = {
    frame,
    action: FACTORS,
    csrf: await sessionToken(call, FACTORS),
    errors: result === undefined || ask === 'spent' ? [] : stepUpError(lang, ask, result),
    rows: factorRowsOf(standing.held, agency, lang),
    mayRemove: provenBy(ports, standing) !== undefined,
    ask,
  };
  const status = result === undefined ? 200 : result === 'spent' ? 429 : 422;
  return htmlAnswer(factorsPage(view, lang), { status, headers: passkeyPolicy(call, ask ?? '') });
};

const changed = async (call: ConsoleCall, place: StepUpPlace, fields: FormFields): Promise<StepUpResult> => {
  const { ports } = call;
  switch (fields.step) {
    case 'remove': {
      const removed = await retried(() => removeFactor(ports, place, textOf(fields, 'factorId')));
      return removed === 'removed' ? 'proven' : removed;
    }
    case 'enrol':
      return retried(() => addFactor(ports, place, answerIn(fields)));
    default:
      // Enrolling the first one is the form above; here is proven what they have.
      return retried(() => answerStepUp(ports, place, { answer: answerIn(fields), enrolment: 'SIGNED_IN' }));
  }
};

/** Proves, adds or removes. @throws NotFound for a form that is not of this session */
export const factorsChangeAnswer = async (call: ConsoleCall, fields: FormFields): Promise<Response> => {
  await requireOwnForm(call, FACTORS, fields);
  const place = ownPlace(call);
  if (place === undefined) throw new NotFound('an account of no employee has no factors');
  const result = await changed(call, place, fields);
  return result === 'proven' ? seeOther(FACTORS) : factorsAnswer(call, result);
};
