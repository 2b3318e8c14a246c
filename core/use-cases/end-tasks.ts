import type { CaseState, EndedTask } from '../case/state.ts';
import { roundAfter } from '../case/transitions.ts';
import type { TaskRow } from '../ports.ts';
import type { Ports } from './ports.ts';
import { changeRow, tokenContext } from './task-row-change.ts';

/** What ending a task's row takes: less than opening one. */
export type EndRowPorts = Pick<Ports, 'tasks' | 'sealer' | 'workflow'>;

/** Tells the waiting execution the outcome. `gone` is fine: an execution that no longer waits is replaced by the sweep. */
export const deliverCallback = async (ports: EndRowPorts, row: TaskRow): Promise<void> => {
  if (row.callback !== 'PENDING') return;
  if (row.sealedToken !== undefined && row.outcome !== undefined) {
    const token = await ports.sealer.open(row.sealedToken, tokenContext(row));
    const { caseId, agencyId, outcome } = row;
    await ports.workflow.succeed(token, { caseId, agencyId, round: roundAfter(row.round, outcome), outcome });
  }
  await changeRow(ports, row.taskId, (now) =>
    now.callback === 'PENDING' ? { ...now, callback: 'DELIVERED' } : undefined,
  );
};

const endRow = async (ports: EndRowPorts, { taskId, outcome }: EndedTask): Promise<void> => {
  const closed = await changeRow(ports, taskId, (row) => {
    if (row.status === 'ENDED') return undefined;
    return outcome === undefined
      ? { ...row, status: 'ENDED', callback: 'DELIVERED' }
      : { ...row, status: 'ENDED', callback: 'PENDING', outcome };
  });
  if (closed !== undefined) await deliverCallback(ports, closed);
};

/** Closes the rows of tasks that the trail has ended, and calls back those whose outcome the flow waits for. */
export const endTasks = async (ports: EndRowPorts, state: CaseState): Promise<void> => {
  for (const ended of state.endedTasks) await endRow(ports, ended);
};
