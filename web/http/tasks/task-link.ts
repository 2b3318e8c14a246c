import { taskIdSchema } from '../../../core/ids.ts';
import type { TaskRow } from '../../../core/ports.ts';
import { isSecretOf } from '../../../core/use-cases/task-link.ts';
import type { Link, LinkPorts } from '../../../core/use-cases/visit-link.ts';

/** `<taskId>.<secret>`; the secret is 256 bits in base64url. */
const LINK = /^([0-9A-HJKMNP-TV-Z]{16})\.([A-Za-z0-9_-]{43})$/;

/** Reads the last part of a mailed address; undefined for what was never one. */
export const parseLink = (text: string | undefined): Link | undefined => {
  const [, taskId, secret] = LINK.exec(text ?? '') ?? [];
  return taskId === undefined || secret === undefined ? undefined : { taskId: taskIdSchema.parse(taskId), secret };
};

/** A task row whose link was presented with its secret, whether or not the task is still open. */
export type HeldRow = TaskRow & { readonly assigneeNip: NonNullable<TaskRow['assigneeNip']> };

export const heldRow = async ({ tasks }: Pick<LinkPorts, 'tasks'>, link: Link): Promise<HeldRow | undefined> => {
  const row = await tasks.get(link.taskId);
  if (!isSecretOf(row, link.secret) || row?.assigneeNip === undefined) return undefined;
  return { ...row, assigneeNip: row.assigneeNip };
};
