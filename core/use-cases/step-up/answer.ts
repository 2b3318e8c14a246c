import type { Factor, FactorNotice, PersonFactors, StepUpVisit } from '../../step-up/factors.ts';
import type { StepUpSettings } from '../../step-up/settings.ts';
import { type Asked, type Checked, checkEnrolment, checkProof, type StepUpAnswer } from './check-answer.ts';
import { provenBy, type Standing, type StepUpPlace, type StepUpPorts, standingAt } from './place.ts';
import { isExhausted, isSpent, triedAgainst, triedOnce } from './tries.ts';

export type { StepUpAnswer } from './check-answer.ts';

/**
 * `used`: right, but taken before. `spent`: too many tries. `elsewhere`: no factor may be enrolled here. `unproven`: whoever has a factor
 * has to prove it before they change anything. `full`: no room for more.
 */
export type StepUpResult = 'proven' | 'wrong' | 'used' | 'spent' | 'elsewhere' | 'unproven' | 'full';

/** Counts the try under the visit's version before anything is compared; a challenge is gone whatever its answer comes to. */
const counted = (ports: StepUpPorts, visit: StepUpVisit, answer: StepUpAnswer): Promise<StepUpVisit> =>
  ports.stepUps.put({
    ...triedOnce(ports, visit),
    challenge: 'credential' in answer ? undefined : visit.challenge,
  });

const added = ({ nip }: PersonFactors, { factorId, addedAt }: Factor): FactorNotice => ({
  noticeId: factorId,
  name: 'factorAdded',
  to: [nip],
  at: addedAt,
});

const withFactor = (held: PersonFactors, { factor, isNew }: Exclude<Checked, string>): PersonFactors =>
  isNew
    ? { ...held, factors: [...held.factors, factor], untold: [...held.untold, added(held, factor)] }
    : { ...held, factors: held.factors.map((other) => (other.factorId === factor.factorId ? factor : other)) };

/** An answer on its way: what it is checked against, and whether guessing it would gain anything. */
interface Taken {
  readonly place: StepUpPlace;
  readonly answer: StepUpAnswer;
  readonly standing: Standing;
  readonly check: (ports: StepUpPorts, asked: Asked) => Promise<Checked>;
}

/**
 * Takes one answer. Its try is counted first, for the browser and for the person; a right one spends its time step or moves its counter
 * under the version of the factors, so that of many at once one counts; then the browser is proven.
 * @throws VersionConflict where another answer came in between
 */
const take = async (ports: StepUpPorts, { place, answer, standing, check }: Taken): Promise<StepUpResult> => {
  const { challenge } = standing.visit;
  if (isSpent(ports, standing.visit) || isExhausted(ports, standing.held)) return 'spent';
  const visit = await counted(ports, standing.visit, answer);
  const isGuess = check === checkProof;
  const held = isGuess ? await ports.factors.put(triedAgainst(ports, standing.held)) : standing.held;
  const checked = await check(ports, { place, answer, held, visit, challenge });
  if (typeof checked === 'string') return checked;
  await ports.factors.put({ ...withFactor(held, checked), tries: undefined });
  const { kind: means, factorId } = checked.factor;
  const proof = { means, factorId, at: ports.clock.now() };
  await ports.stepUps.put({ ...visit, tries: 0, proof, offered: means === 'TOTP' ? undefined : visit.offered });
  // Sends the mail about what was added.
  await standingAt(ports, place);
  return 'proven';
};

/** An answer at a place that asks for step-up: proves a factor, or enrols the first one where the agency allows it. */
export const answerStepUp = async (
  ports: StepUpPorts,
  place: StepUpPlace,
  { answer, enrolment }: { readonly answer: StepUpAnswer } & Pick<StepUpSettings, 'enrolment'>,
): Promise<StepUpResult> => {
  const standing = await standingAt(ports, place);
  if (provenBy(ports, standing) !== undefined) return 'proven';
  if (standing.held.factors.length > 0) return take(ports, { place, answer, standing, check: checkProof });
  if (enrolment !== 'ON_FIRST_USE') return 'elsewhere';
  return take(ports, { place, answer, standing, check: checkEnrolment });
};

/** Whether a person may change their factors here: they have none yet, or have proven one. */
const mayChange = (ports: StepUpPorts, standing: Standing): boolean =>
  standing.held.factors.length === 0 || provenBy(ports, standing) !== undefined;

/** A further factor, at the person's own page. */
export const addFactor = async (
  ports: StepUpPorts,
  place: StepUpPlace,
  answer: StepUpAnswer,
): Promise<StepUpResult> => {
  const standing = await standingAt(ports, place);
  const isCutShort = standing.held.factors.some(
    (factor) => factor.kind === 'TOTP' && factor.spentBy === standing.visit.key,
  );
  if (!mayChange(ports, standing) && !isCutShort) return 'unproven';
  return take(ports, { place, answer, standing, check: checkEnrolment });
};

/** Removes a factor at the person's own page; one that is gone is removed. */
export const removeFactor = async (
  ports: StepUpPorts,
  place: StepUpPlace,
  factorId: string,
): Promise<'removed' | 'unproven'> => {
  const standing = await standingAt(ports, place);
  const { held } = standing;
  const isHere = held.factors.some((factor) => factor.factorId === factorId);
  if (!isHere) return 'removed';
  if (provenBy(ports, standing) === undefined) return 'unproven';
  await ports.factors.put({
    ...held,
    factors: held.factors.filter((factor) => factor.factorId !== factorId),
    untold: [
      ...held.untold,
      { noticeId: `${factorId}-gone`, name: 'factorRemoved', to: [held.nip], at: ports.clock.now() },
    ],
  });
  await standingAt(ports, place);
  return 'removed';
};
