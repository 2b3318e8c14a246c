import { mayReadCase, type Principal } from '../../access/principal.ts';
import { loadCase } from '../../case/append.ts';
import { rowOf } from '../../case/row.ts';
import { NotFound, VersionConflict } from '../../errors.ts';
import type { Sha256 } from '../../ids.ts';
import type { InboundAct, InboundRow, InboundStatus } from '../../inbound/inbound-row.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { type Refused, refused } from '../../refusal.ts';
import type { Ports } from '../ports.ts';
import { sealOrder } from './inbound-rows.ts';

export type ReadMailPorts = Pick<Ports, 'inbound' | 'trail'>;
export type QueuePorts = ReadMailPorts & Pick<Ports, 'clock' | 'sealer' | 'inboundWork'>;

/** Who looks at mails: those who take reports in, and nobody else. A mail names who wrote it. */
export const mayHandleMail = ({ role }: Pick<Principal, 'role'>): boolean => role === 'triage';

/** @throws NotFound for whoever it is not for: nobody needs to know that there is a queue */
const requireHandler = (principal: Principal): void => {
  if (!mayHandleMail(principal)) throw new NotFound(`no mails for ${principal.role}`);
};

/** Who may not know of a case may not know of its mails either: the accused take no part in who reported them. */
const isTheirs = async ({ trail }: Pick<Ports, 'trail'>, principal: Principal, row: InboundRow): Promise<boolean> => {
  if (row.agencyId !== principal.agencyId) return false;
  const state = row.caseId && (await loadCase(trail, row.caseId));
  return !state || mayReadCase(principal, rowOf(state));
};

/** Mails of the agency in one status. @throws NotFound */
export const listMails = async (
  ports: ReadMailPorts,
  principal: Principal,
  query: { readonly status: InboundStatus } & PageRequest,
): Promise<Page<InboundRow>> => {
  requireHandler(principal);
  const page = await ports.inbound.list({ agencyId: principal.agencyId, ...query });
  const items: InboundRow[] = [];
  for (const row of page.items) if (await isTheirs(ports, principal, row)) items.push(row);
  return { ...page, items };
};

/** @throws NotFound */
export const readMail = async (ports: ReadMailPorts, principal: Principal, mailId: Sha256): Promise<InboundRow> => {
  requireHandler(principal);
  const row = await ports.inbound.get(mailId);
  if (row === undefined || !(await isTheirs(ports, principal, row))) throw new NotFound(`no mail ${mailId}`);
  return row;
};

export const actOf = (
  ports: QueuePorts,
  { nip }: Principal,
  act: Pick<InboundAct, 'action' | 'reason'>,
): InboundAct => ({
  at: ports.clock.now(),
  nip,
  ...act,
});

const RACES = 8;

/** Changes a row by what is decided on its newest version. @throws NotFound for whoever it is not for */
export const changeMail = async <R>(
  ports: QueuePorts,
  { principal, mailId }: { readonly principal: Principal; readonly mailId: Sha256 },
  decide: (row: InboundRow) => Promise<InboundRow | R>,
): Promise<InboundRow | R> => {
  for (let race = 1; ; race += 1) {
    const next = await decide(await readMail(ports, principal, mailId));
    if (typeof next !== 'object' || next === null || !('mailId' in next)) return next;
    try {
      return await ports.inbound.update(next);
    } catch (error) {
      if (!(error instanceof VersionConflict) || race === RACES) throw error;
    }
  }
};

export interface Wish {
  readonly mailId: Sha256;
  readonly reason: string;
}

export const settledAlready = refused(
  'MAIL_SETTLED',
  'Surel ini sudah ditangani atau sedang diproses.',
  'This mail has been dealt with, or is being filed.',
);

export type QueueResult = { readonly kind: 'done'; readonly row: InboundRow } | Refused;

export const done = (result: InboundRow | Refused): QueueResult =>
  'mailId' in result ? { kind: 'done', row: result } : result;

/** Whether triage may make a report of it: it waits, and it is no task about a mail of ours. */
export const mayBecomeReport = ({ status, undelivered }: InboundRow): boolean =>
  undelivered === undefined && (status === 'QUEUED' || status === 'IGNORED');

export const mayBeSetAside = ({ status, undelivered }: InboundRow): boolean =>
  undelivered === undefined && status === 'QUEUED';

/** Turns a mail into a report with the words of triage; whoever settles mails files it. @throws NotFound */
export const orderReport = async (
  ports: QueuePorts,
  principal: Principal,
  { mailId, reason, description }: Wish & { readonly description: string },
): Promise<QueueResult> => {
  const sealedOrder = await sealOrder(ports, mailId, { description });
  const result = await changeMail<Refused>(ports, { principal, mailId }, async ({ reason: _why, ...row }) =>
    mayBecomeReport(row)
      ? {
          ...row,
          status: 'RECEIVED',
          sealedOrder,
          acts: [...row.acts, actOf(ports, principal, { action: 'FILED', reason })],
        }
      : settledAlready,
  );
  if ('mailId' in result) await ports.inboundWork.wake();
  return done(result);
};

/** Sets a mail aside: it stays where it is, and nobody is asked about it again. @throws NotFound */
export const setMailAside = async (
  ports: QueuePorts,
  principal: Principal,
  { mailId, reason }: Wish,
): Promise<QueueResult> =>
  done(
    await changeMail<Refused>(ports, { principal, mailId }, async (row) =>
      mayBeSetAside(row)
        ? {
            ...row,
            status: 'IGNORED',
            reason: 'SET_ASIDE',
            acts: [...row.acts, actOf(ports, principal, { action: 'SET_ASIDE', reason })],
          }
        : settledAlready,
    ),
  );
