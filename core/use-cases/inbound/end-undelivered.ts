import type { Principal } from '../../access/principal.ts';
import { append } from '../../case/append.ts';
import { handleBounce } from '../../case/commands/closing.ts';
import type { OtherWay } from '../../case/events.ts';
import { NotFound } from '../../errors.ts';
import { commandIdSchema, type Sha256 } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import type { Refused } from '../../refusal.ts';
import type { Ports } from '../ports.ts';
import { actOf, changeMail, done, type QueuePorts, type QueueResult, settledAlready } from './mail-queue.ts';

export type EndPorts = QueuePorts & Pick<Ports, 'trail' | 'cases'>;

interface Handled {
  readonly mailId: Sha256;
  readonly way: OtherWay;
  /** Stands with the item alone: it may name people. */
  readonly reason: string;
}

/** The case learns of it before the item is gone: whoever is cut off between finds the item again. */
const recordInCase = async (
  ports: EndPorts,
  { nip, role }: Principal,
  { row, way }: { readonly row: InboundRow; readonly way: OtherWay },
): Promise<Refused | undefined> => {
  const { undelivered, caseId, mailId } = row;
  if (nip === undefined) throw new NotFound('whoever ends a task is an employee');
  if (undelivered === undefined || caseId === undefined) throw new NotFound(`mail ${mailId} is no task`);
  const { status: _status, ...about } = undelivered;
  const commandId = commandIdSchema.parse(`bounce-handled:${mailId.slice(0, 24)}`);
  const actor = { kind: 'official', nip, role, via: 'CONSOLE' } as const;
  const recorded = await append(ports, { caseId, commandId, actor, command: handleBounce({ ...about, way }) });
  return recorded.kind === 'refused' ? recorded : undefined;
};

/**
 * Ends the task that a mail of ours did not arrive: its recipient was reached in another way, or is not to be reached. It stands in the
 * trail of the case; the reason stands with the item.
 * @throws NotFound
 */
export const endUndelivered = async (
  ports: EndPorts,
  principal: Principal,
  { mailId, way, reason }: Handled,
): Promise<QueueResult> =>
  done(
    await changeMail<Refused>(ports, { principal, mailId }, async (row) => {
      if (row.undelivered === undefined || row.status !== 'QUEUED') return settledAlready;
      const refused = await recordInCase(ports, principal, { row, way });
      if (refused !== undefined) return refused;
      const act = { ...actOf(ports, principal, { action: 'REACHED', reason }), way };
      return { ...row, status: 'ATTACHED', acts: [...row.acts, act] };
    }),
  );
