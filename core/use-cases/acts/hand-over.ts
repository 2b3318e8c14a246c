import { reassignTask } from '../../case/commands/tasks.ts';
import { type Nip, newTaskId } from '../../ids.ts';
import { nextHolder } from '../choose-assignee.ts';
import { periodOf } from '../period-of.ts';
import { type ActCommand, type ActContext, type ActPorts, no, yes } from './act-command.ts';

export interface HandingOver {
  readonly cause: 'RECUSED' | 'INELIGIBLE' | 'FORWARDED';
  readonly reason?: string;
}

/** Hands the task to one official, with a period of its own. */
export const reassignTo = async (
  ports: ActPorts,
  { state, task }: ActContext,
  { to, ...why }: HandingOver & { readonly to: Nip },
): Promise<ActCommand> => {
  const period = await periodOf(ports, state, { kind: task.kind, assignee: { kind: 'official', nip: to } });
  return yes(reassignTask(task.taskId, { newTaskId: newTaskId(ports.ids), to, ...why, ...period }));
};

/** Hands the task to whoever may hold it instead; where there is nobody, the holder must ask an administrator. */
export const handOver = async (
  ports: ActPorts,
  context: ActContext,
  why: HandingOver,
  accused?: Nip,
): Promise<ActCommand> => {
  const { state, task, official } = context;
  const above = await nextHolder(ports, { state, kind: task.kind, holder: official.nip, accused });
  return above === undefined
    ? no(
        'outcome',
        'NOBODY_ELSE',
        'Tidak ada pejabat lain yang dapat mengambil alih; hubungi administrator.',
        'Nobody else can take over; contact the administrator.',
      )
    : reassignTo(ports, context, { to: above.nip, ...why });
};
