import type { Route } from '../base/route.ts';
import { formFields } from '../tasks/form-fields.ts';
import { evidencePath } from './case-pages.ts';
import { withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';
import { pictureAnswer, recaptureQuestion, recaptureRequest } from './recapture-pages.ts';
import { taskPictureAnswer, taskRecaptureQuestion, taskRecaptureRequest } from './task-captures.ts';
import { taskEvidencePath } from './task-pages.ts';

const page = { answers: 'page', limit: 'staff' } as const;

/** Screenshots within the pages of a case and of a task, and the way to have a page captured again. */
export const captureRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}/gambar',
    summary: { id: 'Gambar layar', en: 'Screenshot' },
    access: 'evidence-viewed',
    request: { params: evidencePath },
    handle: ({ params }, call) => pictureAnswer(call, params),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman?', en: 'Capture a page again?' },
    access: 'recapture-asked',
    request: { params: evidencePath },
    handle: async ({ params }, call) => recaptureQuestion(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: '/konsol/perkara/{caseNumber}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman', en: 'Capture a page again' },
    access: 'recapture-asked',
    bodyKind: 'form',
    request: { params: evidencePath, body: formFields },
    handle: async ({ params, body }, call) => recaptureRequest(await withAccount(call), params, body),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/tugas/{taskId}/bukti/{artifactId}/gambar',
    summary: { id: 'Gambar layar', en: 'Screenshot' },
    access: 'evidence-viewed',
    request: { params: taskEvidencePath },
    handle: ({ params }, call) => taskPictureAnswer(call, params),
  }),
  consoleRoute.console({
    ...page,
    method: 'GET',
    path: '/konsol/tugas/{taskId}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman?', en: 'Capture a page again?' },
    access: 'recapture-asked',
    request: { params: taskEvidencePath },
    handle: async ({ params }, call) => taskRecaptureQuestion(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...page,
    method: 'POST',
    path: '/konsol/tugas/{taskId}/bukti/{artifactId}/ulang',
    summary: { id: 'Ambil ulang satu halaman', en: 'Capture a page again' },
    access: 'recapture-asked',
    bodyKind: 'form',
    request: { params: taskEvidencePath, body: formFields },
    handle: async ({ params, body }, call) => taskRecaptureRequest(await withAccount(call), params, body),
  }),
];
