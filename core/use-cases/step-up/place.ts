import type { Staff } from '../../directory/staff.ts';
import type { Sha256 } from '../../ids.ts';
import type { RelyingParty } from '../../ports.ts';
import type { Factor, PersonFactors, StepUpVisit } from '../../step-up/factors.ts';
import type { StepUpMeans } from '../../step-up/means.ts';
import { HOUR, isBefore, MINUTE, plusMs } from '../../time.ts';
import { sha256Hex } from '../../trail/digest.ts';
import type { Ports } from '../ports.ts';
import { tellFactors } from './tell.ts';

/** How long a proof holds; at a mailed link also no longer than that of the mailbox. */
const PROOF_MINUTES = 60;

export type StepUpPorts = Pick<
  Ports,
  'factors' | 'stepUps' | 'passkeys' | 'sealer' | 'clock' | 'ids' | 'directory' | 'mailer' | 'mailTexts' | 'baseUrl'
>;

export type Who = Pick<Staff, 'agencyId' | 'nip'>;

/** Where somebody proves themselves: one browser at one task, or at their own page of factors. */
export interface StepUpPlace {
  readonly who: Who;
  /** The task, or `factors`. */
  readonly subject: string;
  /** What the browser alone knows: its cookie of the task, or its session. */
  readonly browser: string;
  /** Absent where passkeys cannot work: at an address without a name. */
  readonly site: RelyingParty | undefined;
}

const keyOf = ({ who, subject, browser }: StepUpPlace): Sha256 =>
  sha256Hex(`step-up:${subject}:${who.agencyId}#${who.nip}:${sha256Hex(browser)}`);

const freshVisit = ({ clock }: StepUpPorts, key: Sha256, version: number): StepUpVisit => ({
  key,
  tries: 0,
  triedFrom: clock.now(),
  expiresAt: plusMs(clock.now(), 2 * HOUR),
  version,
});

export interface Standing {
  readonly held: PersonFactors;
  readonly visit: StepUpVisit;
}

/** A person's factors, and this browser's visit; both begin empty. Mails that were not sent yet are sent. */
export const standingAt = async (ports: StepUpPorts, place: StepUpPlace): Promise<Standing> => {
  const { agencyId, nip } = place.who;
  const key = keyOf(place);
  const stored = await ports.factors.get(agencyId, nip);
  const empty: PersonFactors = { agencyId, nip, factors: [], recoveries: [], untold: [], version: 0 };
  const held = stored === undefined ? empty : await tellFactors(ports, stored);
  const visit = await ports.stepUps.get(key);
  const isOver = visit === undefined || !isBefore(ports.clock.now(), visit.expiresAt);
  return { held, visit: isOver ? freshVisit(ports, key, visit?.version ?? 0) : visit };
};

/** The factor that this browser proved here, as long as the proof lasts and the person still has the factor. */
export const provenBy = (
  { clock }: Pick<StepUpPorts, 'clock'>,
  { held, visit: { proof } }: Standing,
): Factor | undefined => {
  if (proof === undefined || !isBefore(clock.now(), plusMs(proof.at, PROOF_MINUTES * MINUTE))) return undefined;
  return held.factors.find(({ factorId }) => factorId === proof.factorId);
};

/** With what somebody proved themselves here; undefined where they did not, or no longer count as having. */
export const stepUpProof = async (ports: StepUpPorts, place: StepUpPlace): Promise<StepUpMeans | undefined> =>
  provenBy(ports, await standingAt(ports, place))?.kind;
