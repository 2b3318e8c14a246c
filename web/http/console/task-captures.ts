import type * as z from 'zod';
import { NotFound } from '../../../core/errors.ts';
import { weighsEvidence } from '../../../core/use-cases/recapture.ts';
import { holderOf, recordView } from '../tasks/act-page.ts';
import { openableArtifact, screenshotOf } from '../tasks/evidence-file.ts';
import type { FormFields } from '../tasks/form-fields.ts';
import { recaptureAnswer, recaptureFormAnswer } from '../tasks/recapture-form.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';
import { requireLive, type taskEvidencePath } from './task-pages.ts';

type TaskEvidencePath = z.infer<typeof taskEvidencePath>;

/** A screenshot within the act page; the look is on record before it is given. @throws NotFound */
export const taskPictureAnswer = async (
  call: ConsoleCall,
  { taskId, artifactId }: TaskEvidencePath,
): Promise<Response> => {
  const live = await requireLive(call, taskId);
  await recordView(call.ports, live, { via: 'CONSOLE', action: 'evidence-viewed', detail: artifactId });
  const artifact = openableArtifact(live, artifactId);
  const picture = artifact && (await screenshotOf(call.ports, artifact));
  if (picture === undefined) throw new NotFound(`${live.state.caseId} has no screenshot of that name`);
  return picture;
};

const recaptureSubject = ({ taskId, artifactId }: TaskEvidencePath): string => `recapture:${taskId}:${artifactId}`;

/** What the holder of a task asks to have captured again, where their task weighs evidence. @throws NotFound */
const askedFrom = async (call: ConsoleCall, path: TaskEvidencePath) => {
  const live = await requireLive(call, path.taskId);
  await recordView(call.ports, live, { via: 'CONSOLE', action: 'recapture-asked', detail: path.artifactId });
  if (!weighsEvidence(live.task.kind)) throw new NotFound(`a ${live.task.kind} task weighs no evidence`);
  const csrf = await sessionToken(call, recaptureSubject(path));
  return {
    live,
    asked: { state: live.state, artifactId: path.artifactId, csrf, backHref: `/konsol/tugas/${path.taskId}` },
  };
};

/** `GET /konsol/tugas/<taskId>/bukti/<artefact>/ulang`. @throws NotFound */
export const taskRecaptureQuestion = async (call: ConsoleCall, path: TaskEvidencePath): Promise<Response> =>
  recaptureFormAnswer(call, (await askedFrom(call, path)).asked);

/** The request itself. @throws NotFound */
export const taskRecaptureRequest = async (
  call: ConsoleCall,
  path: TaskEvidencePath,
  fields: FormFields,
): Promise<Response> => {
  await requireOwnForm(call, recaptureSubject(path), fields);
  const { live, asked } = await askedFrom(call, path);
  return recaptureAnswer(call, asked, holderOf(live, 'CONSOLE'));
};
