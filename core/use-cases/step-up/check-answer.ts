import { crockford } from '../../ids.ts';
import {
  type Factor,
  isFull,
  type PersonFactors,
  passkeysOf,
  type StepUpVisit,
  totpOf,
} from '../../step-up/factors.ts';
import { stepOfCode } from '../../step-up/totp.ts';
import { epochOf, isBefore } from '../../time.ts';
import { sealContext } from './offer.ts';
import type { StepUpPlace, StepUpPorts } from './place.ts';

/** What somebody answered: a typed code, or what a passkey signed (the browser's JSON, parsed). */
export type StepUpAnswer = { readonly code: string } | { readonly credential: unknown };

export interface Asked {
  readonly place: StepUpPlace;
  readonly answer: StepUpAnswer;
  readonly held: PersonFactors;
  readonly visit: StepUpVisit;
  /** As it stood before this answer used it up. */
  readonly challenge: StepUpVisit['challenge'];
}

/** `used`: right, but taken before. `full`: no room for more. Else the factor as it is to be kept. */
export type Checked = 'wrong' | 'used' | 'full' | { readonly factor: Factor; readonly isNew: boolean };

const challengeOf = ({ clock }: StepUpPorts, { challenge }: Asked, purpose: 'ENROL' | 'PROVE'): string | undefined =>
  challenge?.purpose === purpose && isBefore(clock.now(), challenge.until) ? challenge.value : undefined;

const checkedCode = async (ports: StepUpPorts, { held, visit, place }: Asked, code: string): Promise<Checked> => {
  const factor = totpOf(held);
  if (factor === undefined) return 'wrong';
  const now = ports.clock.now();
  const secret = await ports.sealer.open(factor.sealedSecret, sealContext(place.who));
  const step = stepOfCode(secret, code, epochOf(now));
  if (step === undefined) return 'wrong';
  // The same form sent again, because its answer was lost, is the same use of the code.
  const isAgain = step === factor.lastStep && factor.spentBy === visit.key;
  if (step <= factor.lastStep && !isAgain) return 'used';
  return { factor: { ...factor, lastStep: step, spentBy: visit.key, usedAt: now }, isNew: false };
};

const checkedPasskey = async (ports: StepUpPorts, asked: Asked, response: unknown): Promise<Checked> => {
  const challenge = challengeOf(ports, asked, 'PROVE');
  const { site } = asked.place;
  if (challenge === undefined || site === undefined) return 'wrong';
  const known = passkeysOf(asked.held);
  const verified = await ports.passkeys.verifyRequest({ site, challenge, response, known });
  const factor = known.find(({ factorId }) => factorId === verified?.factorId);
  if (verified === undefined || factor === undefined) return 'wrong';
  return { factor: { ...factor, counter: verified.counter, usedAt: ports.clock.now() }, isNew: false };
};

const newFactorId = ({ ids }: StepUpPorts): string => crockford(ids.bytes(10), 16);

const newApp = async (ports: StepUpPorts, asked: Asked, code: string): Promise<Checked> => {
  const { held, visit, place } = asked;
  // An enrolment that was cut short after it took effect.
  if (totpOf(held) !== undefined) return checkedCode(ports, asked, code);
  const sealedSecret = visit.offered;
  if (sealedSecret === undefined) return 'wrong';
  const now = ports.clock.now();
  const step = stepOfCode(await ports.sealer.open(sealedSecret, sealContext(place.who)), code, epochOf(now));
  if (step === undefined) return 'wrong';
  const base = { kind: 'TOTP', factorId: newFactorId(ports), sealedSecret } as const;
  return { factor: { ...base, lastStep: step, spentBy: visit.key, addedAt: now, usedAt: now }, isNew: true };
};

const newPasskey = async (ports: StepUpPorts, asked: Asked, response: unknown): Promise<Checked> => {
  const challenge = challengeOf(ports, asked, 'ENROL');
  const { site } = asked.place;
  if (challenge === undefined || site === undefined) return 'wrong';
  const made = await ports.passkeys.verifyCreation({ site, challenge, response });
  const isKnown = passkeysOf(asked.held).some(({ credentialId }) => credentialId === made?.credentialId);
  if (made === undefined || isKnown) return 'wrong';
  const now = ports.clock.now();
  return { factor: { kind: 'PASSKEY', factorId: newFactorId(ports), ...made, addedAt: now, usedAt: now }, isNew: true };
};

/** Checks an answer against what the person has. */
export const checkProof = (ports: StepUpPorts, asked: Asked): Promise<Checked> =>
  'code' in asked.answer
    ? checkedCode(ports, asked, asked.answer.code)
    : checkedPasskey(ports, asked, asked.answer.credential);

/** Checks an answer that enrols a factor: a code of the offered secret, or a new passkey. */
export const checkEnrolment = async (ports: StepUpPorts, asked: Asked): Promise<Checked> => {
  if (isFull(asked.held)) return 'full';
  return 'code' in asked.answer
    ? newApp(ports, asked, asked.answer.code)
    : newPasskey(ports, asked, asked.answer.credential);
};
