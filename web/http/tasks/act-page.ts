import type { Actor } from '../../../core/case/actor.ts';
import { newReceiptCode } from '../../../core/ids.ts';
import { roleFor } from '../../../core/use-cases/act-on-task.ts';
import { collectUploads } from '../../../core/use-cases/collect-uploads.ts';
import { weighsEvidence } from '../../../core/use-cases/recapture.ts';
import type { LiveTask } from '../../../core/use-cases/visit-link.ts';
import type { FieldError } from '../../design/fields.ts';
import type { Html } from '../../design/html.ts';
import { taskActPage } from '../../pages/task-act.ts';
import { hasActPage } from '../../text/codes.ts';
import { actViewOf } from '../../views/act.ts';
import type { Call } from '../base/call.ts';
import { HttpProblem } from '../base/http-problem.ts';
import { hrefsFor } from './evidence-file.ts';
import { type FormFields, filledIn } from './form-fields.ts';
import { loadActMaterial } from './load-act-material.ts';
import type { ActPagePorts } from './task-page-ports.ts';

/** What was posted before and is shown again; nothing on the first view. */
export interface Posted {
  readonly errors: readonly FieldError[];
  readonly fields: FormFields;
}

export interface ActPageOptions {
  readonly via: 'LINK' | 'CONSOLE';
  readonly csrf: string;
  readonly posted?: Posted | undefined;
}

type Via = ActPageOptions['via'];

/** The holder of an open task as the access log names them. */
export const holderOf = ({ task, official }: LiveTask, via: Via): Actor => {
  const { kind, assignee } = task;
  if (assignee.kind === 'respondent') return { kind: 'respondent', nip: assignee.nip };
  if (!hasActPage(kind)) throw new HttpProblem('not-found');
  return { kind: 'official', nip: official.nip, role: roleFor[kind], via };
};

/** Puts on record that the holder looks at the case, before anything is shown. */
export const recordView = async (
  ports: Pick<ActPagePorts, 'accessLog' | 'clock' | 'ids'>,
  live: LiveTask,
  view: { readonly via: Via; readonly action: string; readonly detail: string },
): Promise<void> => {
  const { via, action, detail } = view;
  const accessId = newReceiptCode(ports.ids);
  const { caseId } = live.state;
  await ports.accessLog.record({ caseId, accessId, at: ports.clock.now(), actor: holderOf(live, via), action, detail });
};

/** The case and its one form, for the holder of the task; uploads that have arrived meanwhile are part of it. */
export const actPage = async (
  call: Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang' | 'url'>,
  live: LiveTask,
  { via, csrf, posted = { errors: [], fields: {} } }: ActPageOptions,
): Promise<Html> => {
  const { ports, frame, lang, url } = call;
  const { task, official } = live;
  const { kind } = task;
  if (!hasActPage(kind)) throw new HttpProblem('not-found');
  await recordView(ports, live, { via, action: 'task-viewed', detail: task.taskId });
  const state = await collectUploads(ports, live.state);
  const action = url.pathname;
  const place = {
    frame,
    action,
    csrf,
    ...hrefsFor({ state, task }, action),
    captures: {
      pictureHref: (artifactId: string) => `${action}/bukti/${artifactId}/gambar`,
      againHref: (artifactId: string) => (weighsEvidence(kind) ? `${action}/bukti/${artifactId}/ulang` : null),
    },
    errors: posted.errors,
    ...filledIn(posted.fields),
  };
  const material = await loadActMaterial(ports, state, { kind, official });
  return taskActPage(actViewOf(material, { kind, task, official }, { place, lang }), lang);
};
