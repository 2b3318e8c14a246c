import type { TaskId } from '../../../core/ids.ts';
import type { Ids } from '../../../core/ports.ts';
import { MINUTE, SECOND } from '../../../core/time.ts';
import { toBase64Url } from '../../../core/use-cases/encoding.ts';
import { CODE_MINUTES, PROVEN_MINUTES } from '../../../core/use-cases/visit-link.ts';
import type { Call } from '../base/call.ts';
import { setCookie } from '../base/cookies.ts';

type Site = Pick<Call<unknown>, 'config'>;

const isSecure = ({ config }: Site): boolean => config.baseUrl.startsWith('https:');

/** One cookie a task, so that a code asked for in one tab does not undo the proof of another task. */
const nameOf = (site: Site, taskId: TaskId): string => `${isSecure(site) ? '__Secure-' : ''}tertib-t-${taskId}`;

/** The browser as it called itself when it asked for a code. */
export const browserOf = (call: Pick<Call<unknown>, 'config' | 'cookies'>, taskId: TaskId): string | undefined =>
  call.cookies.get(nameOf(call, taskId));

/** A name for a browser that nobody can guess. */
export const newBrowser = (ids: Ids): string => toBase64Url(ids.bytes(32));

/** Lives as long as a code and the proof that it gives. */
export const browserCookie = (site: Site, taskId: TaskId, browser: string): string =>
  setCookie(nameOf(site, taskId), browser, {
    path: '/t/',
    secure: isSecure(site),
    sameSite: 'Strict',
    maxAge: ((CODE_MINUTES + PROVEN_MINUTES) * MINUTE) / SECOND,
  });
