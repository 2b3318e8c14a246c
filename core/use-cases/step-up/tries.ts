import type { PersonFactors, StepUpVisit } from '../../step-up/factors.ts';
import { HOUR, type Instant, isBefore, plusMs } from '../../time.ts';
import type { Ports } from '../ports.ts';

/** Of one browser at one place, in an hour. */
const VISIT_TRIES = 5;
/** Against the factors of one person in an hour, over all browsers that proved their mailbox. A right answer begins anew. */
const PERSON_TRIES = 15;

type Clocked = Pick<Ports, 'clock'>;

const isRecent = ({ clock }: Clocked, from: Instant): boolean => isBefore(clock.now(), plusMs(from, HOUR));

/** Whether more tries may be made; an hour after the first they count anew. */
export const isSpent = (ports: Clocked, { tries, triedFrom }: StepUpVisit): boolean =>
  tries >= VISIT_TRIES && isRecent(ports, triedFrom);

/** The same over all browsers of a person. */
export const isExhausted = (ports: Clocked, { tries }: PersonFactors): boolean =>
  tries !== undefined && tries.count >= PERSON_TRIES && isRecent(ports, tries.from);

/** The visit with one more try. */
export const triedOnce = (ports: Clocked, visit: StepUpVisit): StepUpVisit => {
  const now = ports.clock.now();
  const isAnew = visit.tries === 0 || !isRecent(ports, visit.triedFrom);
  return {
    ...visit,
    tries: isAnew ? 1 : visit.tries + 1,
    triedFrom: isAnew ? now : visit.triedFrom,
    expiresAt: plusMs(now, 2 * HOUR),
  };
};

/** The person with one more try. */
export const triedAgainst = (ports: Clocked, held: PersonFactors): PersonFactors => {
  const { tries } = held;
  const isAnew = tries === undefined || !isRecent(ports, tries.from);
  return { ...held, tries: isAnew ? { from: ports.clock.now(), count: 1 } : { ...tries, count: tries.count + 1 } };
};
