import * as z from 'zod';
import { weighsEvidence } from '../../../core/use-cases/recapture.ts';
import { csrfToken, isCsrfToken, type Link, type LiveTask, liveTask } from '../../../core/use-cases/visit-link.ts';
import { type Route, routesFor } from '../base/route.ts';
import { holderOf, recordView } from './act-page.ts';
import { openableArtifact, screenshotOf } from './evidence-file.ts';
import { type FormFields, formFields, textOf } from './form-fields.ts';
import { linkCall, provenBrowser, refusal, type TaskCall } from './link-visit.ts';
import { type AskedRecapture, recaptureAnswer, recaptureFormAnswer } from './recapture-form.ts';
import { isRespondents } from './respondent-page.ts';
import { isFromOwnPage } from './same-origin.ts';
import { parseLink } from './task-link.ts';
import type { TaskPagePorts } from './task-page-ports.ts';

const route = routesFor<TaskPagePorts>();

/** An official's open task in a browser that proved their mailbox. */
export interface Held {
  readonly link: Link;
  readonly live: LiveTask;
  readonly browser: string;
}

export const held = async (call: TaskCall, text: string): Promise<Held | undefined> => {
  const link = parseLink(text);
  const live = link && (await liveTask(call.ports, link));
  if (link === undefined || live === undefined || isRespondents(live.task)) return undefined;
  const browser = await provenBrowser(call, link);
  return browser === undefined ? undefined : { link, live, browser };
};

/** A screenshot within the task page; the look is on record before it is given. */
const picture = async (call: TaskCall, text: string, artifactId: string): Promise<Response> => {
  const holder = await held(call, text);
  const artifact = holder && openableArtifact(holder.live, artifactId);
  if (holder === undefined || artifact === undefined) return refusal(call);
  await recordView(call.ports, holder.live, { via: 'LINK', action: 'evidence-viewed', detail: artifact.artifactId });
  return (await screenshotOf(call.ports, artifact)) ?? refusal(call);
};

const subjectOf = ({ link }: Held, artifactId: string): string => `${link.taskId}:recapture:${artifactId}`;

const askedBy = async (call: TaskCall, holder: Held, artifactId: string): Promise<AskedRecapture | undefined> => {
  const { live, browser } = holder;
  if (!weighsEvidence(live.task.kind)) return undefined;
  await recordView(call.ports, live, { via: 'LINK', action: 'recapture-asked', detail: artifactId });
  const csrf = await csrfToken(call.ports, subjectOf(holder, artifactId), browser);
  const backHref = call.url.pathname.replace(/\/bukti\/[^/]+\/ulang$/, '');
  return { state: live.state, artifactId, csrf, backHref };
};

const question = async (call: TaskCall, text: string, artifactId: string): Promise<Response> => {
  const holder = await held(call, text);
  const asked = holder && (await askedBy(call, holder, artifactId));
  return asked === undefined ? refusal(call) : recaptureFormAnswer(call, asked);
};

const request = async (call: TaskCall, text: string, asked: { artifactId: string; fields: FormFields }) => {
  const { artifactId, fields } = asked;
  if (!isFromOwnPage(call)) return refusal(call, 403);
  const holder = await held(call, text);
  if (holder === undefined) return refusal(call);
  const form = { browser: holder.browser, token: textOf(fields, 'csrf') };
  if (!(await isCsrfToken(call.ports, subjectOf(holder, artifactId), form))) return refusal(call, 403);
  const recapture = await askedBy(call, holder, artifactId);
  return recapture === undefined ? refusal(call) : recaptureAnswer(call, recapture, holderOf(holder.live, 'LINK'));
};

const capturePath = z.object({ link: z.string(), artifactId: z.string() });
const shared = { answers: 'page', limit: 'links' } as const;

/** Screenshots within a task page, and the way to have a page captured again. */
export const captureRoutes: readonly Route<TaskPagePorts>[] = [
  route.taskLink({
    ...shared,
    method: 'GET',
    path: '/t/{link}/bukti/{artifactId}/gambar',
    summary: { id: 'Gambar layar', en: 'Screenshot' },
    access: 'evidence-viewed',
    request: { params: capturePath },
    handle: ({ params }, call) => picture(linkCall(call), params.link, params.artifactId),
  }),
  route.taskLink({
    ...shared,
    method: 'GET',
    path: '/t/{link}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman?', en: 'Capture a page again?' },
    access: 'recapture-asked',
    request: { params: capturePath },
    handle: ({ params }, call) => question(linkCall(call), params.link, params.artifactId),
  }),
  route.taskLink({
    ...shared,
    method: 'POST',
    path: '/t/{link}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman', en: 'Capture a page again' },
    access: 'recapture-asked',
    bodyKind: 'form',
    request: { params: capturePath, body: formFields },
    handle: ({ params, body }, call) =>
      request(linkCall(call), params.link, { artifactId: params.artifactId, fields: body }),
  }),
];
