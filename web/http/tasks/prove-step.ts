import { csrfToken, isCsrfToken, type Link, liveTask } from '../../../core/use-cases/visit-link.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { arrive, mailboxBrowser, refusal, type TaskCall, visitorOf } from './link-visit.ts';
import { stepUpStep } from './step-up-gate.ts';

/** One more proof, from a browser that proved the holder's mailbox; no other learns whether anything is asked for. */
export const proveStep = async (call: TaskCall, link: Link, fields: FormFields): Promise<Response> => {
  const { ports } = call;
  const live = await liveTask(ports, link);
  if (live === undefined) return refusal(call);
  const browser = await mailboxBrowser(call, link);
  if (browser === undefined) return arrive(call, link, 403);
  const isOurs = await isCsrfToken(ports, link.taskId, { browser, token: textOf(fields, 'csrf') });
  if (!isOurs) return refusal(call, 403);
  const csrf = await csrfToken(ports, link.taskId, browser);
  const visitor = visitorOf({ ...live.row, assigneeNip: live.official.nip }, browser);
  return stepUpStep(call, visitor, { kind: live.task.kind, csrf, fields });
};
