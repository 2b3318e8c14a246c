import type { Principal } from '../../access/principal.ts';
import { crockford, type Nip } from '../../ids.ts';
import { mayAskRecovery, type PersonFactors, RECOVERY_HOURS, type Recovery } from '../../step-up/factors.ts';
import { HOUR, isBefore, plusMs } from '../../time.ts';
import type { StepUpPorts } from './place.ts';
import { tellFactors } from './tell.ts';

export type RecoveryPorts = Pick<
  StepUpPorts,
  'factors' | 'directory' | 'mailer' | 'mailTexts' | 'baseUrl' | 'clock' | 'ids'
>;

/** Why nothing was done. Nothing tells whether the person has a factor. */
export type RecoveryRefusal =
  | 'UNKNOWN_PERSON'
  | 'OWN_FACTORS'
  | 'ASKED_ALREADY'
  | 'SAME_ADMINISTRATOR'
  | 'NOT_OPEN'
  | 'TOO_MANY';
export type RecoveryResult = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly code: RecoveryRefusal };

const done: RecoveryResult = { kind: 'done' };
const no = (code: RecoveryRefusal): RecoveryResult => ({ kind: 'refused', code });

export type Administrator = Principal & { readonly nip: Nip };

/** An administrator as somebody the trail of recoveries can name. */
export const isAdministrator = (principal: Principal): principal is Administrator =>
  principal.role === 'admin' && principal.nip !== undefined;

/** Who may read what became of recoveries. */
export const maySeeRecoveries = ({ role }: Principal): boolean => role === 'admin' || role === 'auditor';

export const isOpenRecovery = ({ clock }: Pick<RecoveryPorts, 'clock'>, { state, askedAt }: Recovery): boolean =>
  state === 'ASKED' && isBefore(clock.now(), plusMs(askedAt, RECOVERY_HOURS * HOUR));

const heldOf = async ({ factors }: RecoveryPorts, { agencyId }: Principal, nip: Nip): Promise<PersonFactors> =>
  (await factors.get(agencyId, nip)) ?? { agencyId, nip, factors: [], recoveries: [], untold: [], version: 0 };

/** Those who can confirm or decline. */
const administrators = async ({ directory }: RecoveryPorts, { agencyId }: Principal): Promise<Nip[]> =>
  (await directory.listStaff(agencyId))
    .filter(({ active, roles }) => active && roles.includes('admin'))
    .map(({ nip }) => nip);

const MAX_TOLD = 50;
const everyone = (nips: readonly Nip[]): Nip[] => [...new Set(nips)].slice(0, MAX_TOLD);

/** Asks for all factors of a person to be removed. The same wish of the same administrator again is the same wish. */
export const askRecovery = async (
  ports: RecoveryPorts,
  admin: Administrator,
  { nip, reason }: { readonly nip: Nip; readonly reason: string },
): Promise<RecoveryResult> => {
  if (nip === admin.nip) return no('OWN_FACTORS');
  const person = await ports.directory.staff(admin.agencyId, nip);
  if (person?.active !== true) return no('UNKNOWN_PERSON');
  const held = await tellFactors(ports, await heldOf(ports, admin, nip));
  const open = held.recoveries.find((recovery) => isOpenRecovery(ports, recovery));
  if (open !== undefined) return open.askedBy === admin.nip && open.reason === reason ? done : no('ASKED_ALREADY');
  if (!mayAskRecovery(held)) return no('TOO_MANY');
  const askedAt = ports.clock.now();
  const recoveryId = crockford(ports.ids.bytes(10), 16);
  const to = everyone([nip, admin.nip, ...(await administrators(ports, admin))]);
  const asked = await ports.factors.put({
    ...held,
    recoveries: [...held.recoveries, { recoveryId, state: 'ASKED', askedAt, askedBy: admin.nip, reason }],
    untold: [...held.untold, { noticeId: recoveryId, name: 'recoveryAsked', to, at: askedAt }],
  });
  await tellFactors(ports, asked);
  return done;
};

export interface Closing {
  readonly nip: Nip;
  readonly recoveryId: string;
  readonly reason: string;
  readonly state: 'CONFIRMED' | 'DECLINED';
}

/** Whether this administrator closed it so before: a form sent twice. */
const isClosedSo = (recovery: Recovery, admin: Administrator, { state, reason }: Closing): boolean =>
  recovery.state === state && recovery.closedBy === admin.nip && recovery.closingReason === reason;

const refusalOf = (
  ports: RecoveryPorts,
  admin: Administrator,
  { recovery, closing }: { recovery: Recovery | undefined; closing: Closing },
): RecoveryRefusal | undefined => {
  if (recovery === undefined || !isOpenRecovery(ports, recovery)) return 'NOT_OPEN';
  if (closing.nip === admin.nip) return 'OWN_FACTORS';
  return closing.state === 'CONFIRMED' && recovery.askedBy === admin.nip ? 'SAME_ADMINISTRATOR' : undefined;
};

/**
 * Confirms or declines. One write closes the recovery and, where it was confirmed, ends every factor; proofs that open pages hold are
 * of factors that are gone. Whoever asked may withdraw, but not confirm.
 */
export const closeRecovery = async (
  ports: RecoveryPorts,
  admin: Administrator,
  closing: Closing,
): Promise<RecoveryResult> => {
  const { nip, recoveryId, reason, state } = closing;
  const held = await tellFactors(ports, await heldOf(ports, admin, nip));
  const recovery = held.recoveries.find((one) => one.recoveryId === recoveryId);
  if (recovery !== undefined && isClosedSo(recovery, admin, closing)) return done;
  const refusal = refusalOf(ports, admin, { recovery, closing });
  if (refusal !== undefined || recovery === undefined) return no(refusal ?? 'NOT_OPEN');
  const closedAt = ports.clock.now();
  const closed: Recovery = { ...recovery, state, closedAt, closedBy: admin.nip, closingReason: reason };
  const name = state === 'CONFIRMED' ? 'recoveryConfirmed' : 'recoveryDeclined';
  const written = await ports.factors.put({
    ...held,
    factors: state === 'CONFIRMED' ? [] : held.factors,
    recoveries: held.recoveries.map((one) => (one.recoveryId === recoveryId ? closed : one)),
    untold: [
      ...held.untold,
      { noticeId: `${recoveryId}-end`, name, to: everyone([nip, recovery.askedBy, admin.nip]), at: closedAt },
    ],
  });
  await tellFactors(ports, written);
  return done;
};

export interface ListedRecovery extends Recovery {
  readonly nip: Nip;
  readonly isOpen: boolean;
}

/** Every recovery of the agency, newest first. Says nothing of anyone's factors. */
export const listRecoveries = async (ports: RecoveryPorts, { agencyId }: Principal): Promise<ListedRecovery[]> => {
  const people = await ports.factors.list(agencyId);
  const told = await Promise.all(people.map((held) => tellFactors(ports, held)));
  return told
    .flatMap(({ nip, recoveries }) =>
      recoveries.map((recovery) => ({ ...recovery, nip, isOpen: isOpenRecovery(ports, recovery) })),
    )
    .toSorted((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
};
