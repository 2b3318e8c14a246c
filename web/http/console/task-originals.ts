import type * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import type { LiveTask } from '../../../core/use-cases/visit-link.ts';
import type { Route } from '../base/route.ts';
import { downloadReason } from '../staff/schemas.ts';
import { recordView } from '../tasks/act-page.ts';
import { evidenceFile, type HandedOut, openableFile } from '../tasks/evidence-file.ts';
import { type FormFields, formFields, textOf } from '../tasks/form-fields.ts';
import { originalQuestion } from '../tasks/original-form.ts';
import { type ConsoleCall, requireOwnForm, sessionToken, withAccount } from './console-call.ts';
import { type ConsolePorts, consoleRoute } from './console-ports.ts';
import { requireLive, taskEvidencePath } from './task-pages.ts';

type EvidencePath = z.infer<typeof taskEvidencePath>;

const subjectOf = ({ taskId, artifactId }: EvidencePath): string => `original:${taskId}:${artifactId}`;

const asked = ({ ports }: ConsoleCall, live: LiveTask, artifactId: string): Promise<void> =>
  recordView(ports, live, { via: 'CONSOLE', action: 'evidence-asked', detail: artifactId });

const original = (live: LiveTask, artifactId: string): HandedOut => {
  const file = openableFile(live, artifactId, 'ORIGINAL');
  if (file === undefined) throw new NotFound(`no original of that name in ${live.state.caseId}`);
  return file;
};

const question = async (call: ConsoleCall, path: EvidencePath, typed?: string): Promise<Response> => {
  const { artifactId, taskId } = path;
  const live = await requireLive(call, taskId);
  await asked(call, live, artifactId);
  original(live, artifactId);
  const csrf = await sessionToken(call, subjectOf(path));
  return originalQuestion(call, { state: live.state, artifactId, csrf, typed });
};

const give = async (call: ConsoleCall, path: EvidencePath, fields: FormFields): Promise<Response> => {
  const { artifactId, taskId } = path;
  const live = await requireLive(call, taskId);
  await requireOwnForm(call, subjectOf(path), fields);
  const typed = textOf(fields, 'reason');
  const reason = downloadReason.safeParse(typed);
  if (!reason.success || openableFile(live, artifactId, 'ORIGINAL') === undefined) return question(call, path, typed);
  const found = original(live, artifactId);
  const detail = `${artifactId}: ${reason.data}`;
  await recordView(call.ports, live, { via: 'CONSOLE', action: 'evidence-downloaded', detail });
  const file = await evidenceFile(call.ports, live.state, found);
  if (file === undefined) throw new NotFound(`artefact ${artifactId} is not in the evidence store`);
  return file;
};

const shared = { answers: 'page', limit: 'staff', path: '/konsol/tugas/{taskId}/bukti/{artifactId}/asli' } as const;

/** The original of a file from outside, from a task page of the console: asked for with a reason. @throws NotFound */
export const originalRoutes: readonly Route<ConsolePorts>[] = [
  consoleRoute.console({
    ...shared,
    method: 'GET',
    summary: { id: 'Keperluan mengunduh berkas asli', en: 'Purpose of downloading an original' },
    access: 'evidence-asked',
    request: { params: taskEvidencePath },
    handle: async ({ params }, call) => question(await withAccount(call), params),
  }),
  consoleRoute.console({
    ...shared,
    method: 'POST',
    summary: { id: 'Berkas asli', en: 'Original file' },
    access: 'evidence-asked',
    bodyKind: 'form',
    request: { params: taskEvidencePath, body: formFields },
    handle: async ({ params, body }, call) => give(await withAccount(call), params, body),
  }),
];
