import type { TaskId } from '../ids.ts';
import { sha256Hex } from '../trail/digest.ts';
import { sameText, toBase64Url } from './encoding.ts';
import type { Ports } from './ports.ts';

/**
 * The 256-bit secret of a task's link. It is derived under a key that never leaves its keeper, so a reminder can carry the same link
 * while only the secret's SHA-256 is stored.
 */
export const linkSecret = async (ports: Pick<Ports, 'mac'>, taskId: TaskId): Promise<string> =>
  toBase64Url(await ports.mac.mac(`task-link:${taskId}`));

export const secretHashOf = (secret: string) => sha256Hex(`task-secret:${secret}`);

export const linkOf = async (ports: Pick<Ports, 'mac' | 'baseUrl'>, taskId: TaskId): Promise<string> =>
  `${ports.baseUrl}/t/${taskId}.${await linkSecret(ports, taskId)}`;

/** Compared with where no task has that id, so that the work is the same. */
const NO_TASK = { secretHash: '0'.repeat(64) };

/** Whether a presented secret is the task's, with the same work whether or not there is one. */
export const isSecretOf = (row: { readonly secretHash: string } | undefined, secret: string): boolean =>
  sameText((row ?? NO_TASK).secretHash, secretHashOf(secret)) && row !== undefined;
