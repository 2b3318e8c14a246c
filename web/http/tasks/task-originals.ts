import * as z from 'zod';
import { csrfToken, isCsrfToken } from '../../../core/use-cases/visit-link.ts';
import { type Route, routesFor } from '../base/route.ts';
import { downloadReason } from '../staff/schemas.ts';
import { recordView } from './act-page.ts';
import { evidenceFile, openableFile } from './evidence-file.ts';
import { type FormFields, formFields, textOf } from './form-fields.ts';
import { linkCall, refusal, type TaskCall } from './link-visit.ts';
import { originalQuestion } from './original-form.ts';
import { isFromOwnPage } from './same-origin.ts';
import { type Held, held } from './task-captures.ts';
import type { TaskPagePorts } from './task-page-ports.ts';

const route = routesFor<TaskPagePorts>();
const subjectOf = ({ link }: Held, artifactId: string): string => `${link.taskId}:original:${artifactId}`;

/** Asks what the original is needed for; with what was wrong, where it was asked before. */
const question = async (call: TaskCall, holder: Held, asked: { artifactId: string; typed?: string | undefined }) => {
  const { artifactId, typed } = asked;
  await recordView(call.ports, holder.live, { via: 'LINK', action: 'evidence-asked', detail: artifactId });
  if (openableFile(holder.live, artifactId, 'ORIGINAL') === undefined) return refusal(call);
  const csrf = await csrfToken(call.ports, subjectOf(holder, artifactId), holder.browser);
  return originalQuestion(call, { state: holder.live.state, artifactId, csrf, typed });
};

const ask = async (call: TaskCall, text: string, artifactId: string): Promise<Response> => {
  const holder = await held(call, text);
  return holder === undefined ? refusal(call) : question(call, holder, { artifactId });
};

/** Gives the original to someone who said what for; the reason is on record before the first byte. */
const give = async (call: TaskCall, text: string, asked: { artifactId: string; fields: FormFields }) => {
  const { artifactId, fields } = asked;
  if (!isFromOwnPage(call)) return refusal(call, 403);
  const holder = await held(call, text);
  if (holder === undefined) return refusal(call);
  const form = { browser: holder.browser, token: textOf(fields, 'csrf') };
  if (!(await isCsrfToken(call.ports, subjectOf(holder, artifactId), form))) return refusal(call, 403);
  const typed = textOf(fields, 'reason');
  const reason = downloadReason.safeParse(typed);
  if (!reason.success) return question(call, holder, { artifactId, typed });
  const file = openableFile(holder.live, artifactId, 'ORIGINAL');
  if (file === undefined) return refusal(call);
  const detail = `${artifactId}: ${reason.data}`;
  await recordView(call.ports, holder.live, { via: 'LINK', action: 'evidence-downloaded', detail });
  return (await evidenceFile(call.ports, holder.live.state, file)) ?? refusal(call);
};

const originalPath = z.object({ link: z.string(), artifactId: z.string() });
const shared = { answers: 'page', path: '/t/{link}/bukti/{artifactId}/asli', limit: 'links' } as const;

/** The original of a file from outside, from a task page: asked for with a reason. */
export const originalRoutes: readonly Route<TaskPagePorts>[] = [
  route.taskLink({
    ...shared,
    method: 'GET',
    summary: { id: 'Keperluan mengunduh berkas asli', en: 'Purpose of downloading an original' },
    access: 'evidence-asked',
    request: { params: originalPath },
    handle: ({ params }, call) => ask(linkCall(call), params.link, params.artifactId),
  }),
  route.taskLink({
    ...shared,
    method: 'POST',
    summary: { id: 'Berkas asli', en: 'Original file' },
    access: 'evidence-asked',
    bodyKind: 'form',
    request: { params: originalPath, body: formFields },
    handle: ({ params, body }, call) =>
      give(linkCall(call), params.link, { artifactId: params.artifactId, fields: body }),
  }),
];
