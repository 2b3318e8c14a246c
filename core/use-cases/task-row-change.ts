import { VersionConflict } from '../errors.ts';
import type { TaskId } from '../ids.ts';
import type { TaskRow } from '../ports.ts';
import type { Ports } from './ports.ts';

/** Each lost race means that another writer moved the row on; a row has few writers. */
const MAX_RACES = 16;

/**
 * Changes a task row as it stands now, unless `change` finds nothing to do. A writer who came first only means reading again.
 * @returns the row as it stands afterwards, or undefined where there is none
 * @throws VersionConflict after 16 lost races
 */
export const changeRow = async (
  ports: Pick<Ports, 'tasks'>,
  taskId: TaskId,
  change: (row: TaskRow) => TaskRow | undefined,
): Promise<TaskRow | undefined> => {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await ports.tasks.get(taskId);
    const next = row === undefined ? undefined : change(row);
    if (next === undefined) return row;
    try {
      return await ports.tasks.update(next);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  throw new VersionConflict(`task ${taskId} lost ${MAX_RACES} races`);
};

/** A task token may move to another row of the same task, never elsewhere. */
export const tokenContext = (row: Pick<TaskRow, 'caseId' | 'kind' | 'round'>): string =>
  `task-token:${row.caseId}:${row.kind}:${row.round}`;
