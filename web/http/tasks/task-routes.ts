import * as z from 'zod';
import { type Link, type LiveTask, liveTask, recordTouch } from '../../../core/use-cases/visit-link.ts';
import { findRespondentFile } from '../../views/respondent-files.ts';
import { seeOther } from '../base/answers.ts';
import { type Route, routesFor } from '../base/route.ts';
import { recordView } from './act-page.ts';
import { actStep } from './act-step.ts';
import { requestCodeStep, verifyCodeStep } from './code-steps.ts';
import { evidenceFile, openableFile } from './evidence-file.ts';
import { type FormFields, formFields } from './form-fields.ts';
import { arrive, linkCall, provenBrowser, refusal, type TaskCall } from './link-visit.ts';
import { proveStep } from './prove-step.ts';
import { isRespondents } from './respondent-page.ts';
import { isFromOwnPage } from './same-origin.ts';
import { captureRoutes } from './task-captures.ts';
import { parseLink } from './task-link.ts';
import { originalRoutes } from './task-originals.ts';
import type { TaskPagePorts } from './task-page-ports.ts';

const route = routesFor<TaskPagePorts>();

const step = (call: TaskCall, link: Link, fields: FormFields): Promise<Response> | Response => {
  switch (fields.step) {
    case 'request-code':
      return requestCodeStep(call, link);
    case 'verify-code':
      return verifyCodeStep(call, link, fields);
    case 'step-up':
      return proveStep(call, link, fields);
    case 'act':
      return actStep(call, link, fields);
    default:
      return seeOther(call.url.pathname);
  }
};

/** What the holder may have of the case by that name: the respondent only what was disclosed, written to them, or is their own. */
const fileFor = (live: LiveTask, artifactId: string) =>
  isRespondents(live.task) ? findRespondentFile(live.state, artifactId) : openableFile(live, artifactId, 'WORKING');

const openEvidence = async (call: TaskCall, link: Link | undefined, artifactId: string): Promise<Response> => {
  const live = link && (await liveTask(call.ports, link));
  if (link === undefined || live === undefined) return refusal(call);
  if ((await provenBrowser(call, link)) === undefined) {
    await recordTouch(call.ports, live);
    return refusal(call);
  }
  const artifact = fileFor(live, artifactId);
  if (artifact === undefined) return refusal(call);
  await recordView(call.ports, live, { via: 'LINK', action: 'evidence-opened', detail: artifact.artifactId });
  return (await evidenceFile(call.ports, live.state, artifact)) ?? refusal(call);
};

const linkPath = z.object({ link: z.string() });

/** A HEAD reads nothing, but that somebody came is on record like any other visit. */
const touchedByHead = async ({ ports }: TaskCall, text: string | undefined): Promise<void> => {
  const link = parseLink(text);
  const live = link && (await liveTask(ports, link));
  if (live !== undefined) await recordTouch(ports, live);
};

/** `/t/<taskId>.<secret>`: neutral page, code, act, and the evidence of the case. Every form posts to the page's own path. */
export const taskRoutes: readonly Route<TaskPagePorts>[] = [
  route.taskLink({
    method: 'GET',
    path: '/t/{link}',
    answers: 'page',
    summary: { id: 'Halaman tugas', en: 'Task page' },
    access: 'task-viewed',
    limit: 'links',
    request: { params: linkPath },
    head: (call) => touchedByHead(call, call.pathValues.link),
    handle: ({ params }, call) => arrive(linkCall(call), parseLink(params.link)),
  }),
  route.taskLink({
    method: 'POST',
    path: '/t/{link}',
    answers: 'page',
    summary: { id: 'Minta kode, masukkan kode, atau putuskan', en: 'Ask for a code, enter it, or decide' },
    access: 'task-viewed',
    limit: 'links',
    bodyKind: 'form',
    maxBody: ({ fileFormBytes }) => fileFormBytes,
    request: { params: linkPath, body: formFields },
    handle: ({ params, body }, asked) => {
      const call = linkCall(asked);
      const link = parseLink(params.link);
      if (!isFromOwnPage(call)) return refusal(call, 403);
      return link === undefined ? refusal(call) : step(call, link, body);
    },
  }),
  route.taskLink({
    method: 'GET',
    path: '/t/{link}/bukti/{artifactId}',
    answers: 'page',
    summary: { id: 'Berkas bukti', en: 'Evidence file' },
    access: 'evidence-opened',
    limit: 'links',
    request: { params: z.object({ link: z.string(), artifactId: z.string() }) },
    handle: ({ params }, call) => openEvidence(linkCall(call), parseLink(params.link), params.artifactId),
  }),
  ...captureRoutes,
  ...originalRoutes,
];
