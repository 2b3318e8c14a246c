import { localDate } from '../../calendar/zones.ts';
import { append } from '../../case/append.ts';
import { serveSummons } from '../../case/commands/process.ts';
import { lastSummons } from '../../case/summons.ts';
import { commandIdSchema } from '../../ids.ts';
import type { Ports } from '../ports.ts';
import type { LiveTask } from '../visit-link.ts';

/** The respondent has proven their mailbox and is let in: the summons that waits there has provably arrived. */
export const recordOpening = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock' | 'directory'>,
  { state, task, official }: LiveTask,
): Promise<void> => {
  const summons = lastSummons(state);
  const agency = await ports.directory.agency(state.agencyId);
  if (task.kind !== 'response' || summons === undefined || agency === undefined) return;
  const { session } = summons;
  const servedOn = localDate(ports.clock.now(), agency.zone);
  await append(ports, {
    caseId: state.caseId,
    commandId: commandIdSchema.parse(`opened:${state.round}:${session}`),
    actor: { kind: 'respondent', nip: official.nip },
    command: serveSummons({ session, manner: 'OPENED', servedOn }),
  });
};
