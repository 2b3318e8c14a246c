import { recordOpening } from '../../../core/use-cases/respondent/record-opening.ts';
import {
  isCsrfToken,
  isProven,
  type Link,
  liveTask,
  recordTouch,
  requestCode,
  verifyCode,
} from '../../../core/use-cases/visit-link.ts';
import { seeOther } from '../base/answers.ts';
import { browserCookie, browserOf, newBrowser } from './browser-cookie.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { codeAnswer, refusal, type TaskCall } from './link-visit.ts';
import { retried } from './retried.ts';

/** Mails a code. The browser gets a new name each time: one that was planted from elsewhere proves nothing. */
export const requestCodeStep = async (call: TaskCall, link: Link): Promise<Response> => {
  const { ports } = call;
  const live = await liveTask(ports, link);
  if (live === undefined) return refusal(call);
  await recordTouch(ports, live, 'code-requested');
  const browser = newBrowser(ports.ids);
  if ((await requestCode(ports, live, { browser, client: await call.client() })) === 'sent') {
    return codeAnswer(call, { link, browser }, { cookie: browserCookie(call, link.taskId, browser) });
  }
  const earlier = browserOf(call, link.taskId) ?? '';
  return codeAnswer(call, { link, browser: earlier, error: 'throttled' }, { status: 429 });
};

/** Checks a typed code; from then on the browser that asked for it may see the case. */
export const verifyCodeStep = async (call: TaskCall, link: Link, fields: FormFields): Promise<Response> => {
  const { ports } = call;
  const { taskId } = link;
  const live = await liveTask(ports, link);
  if (live === undefined) return refusal(call);
  const browser = browserOf(call, taskId) ?? '';
  const asked = await isCsrfToken(ports, taskId, { browser, token: textOf(fields, 'csrf') });
  if (browser === '' || !asked) {
    await recordTouch(ports, live, 'code-refused');
    return codeAnswer(call, { link, browser, error: 'expired' }, { status: 422 });
  }
  const result = await retried(() => verifyCode(ports, taskId, { browser, code: textOf(fields, 'code') }));
  // Of one code sent twice at once, the second finds it spent by the first.
  if (result === 'proven' || (await isProven(ports, taskId, browser))) {
    // A summons counts as received where its holder proves to be there, and nowhere else: no robot gets this far.
    await recordOpening(ports, live);
    return seeOther(call.url.pathname);
  }
  await recordTouch(ports, live, 'code-refused');
  return codeAnswer(call, { link, browser, error: result }, { status: 422 });
};
