import { NotFound } from '../../../core/errors.ts';
import { MAX_OWN_FILES } from '../../../core/use-cases/respondent/act-as-respondent.ts';
import { type LiveTask, PROVEN_MINUTES } from '../../../core/use-cases/visit-link.ts';
import type { Html } from '../../design/html.ts';
import { respondentRemedyPage } from '../../pages/respondent-remedy.ts';
import { respondentResponsePage } from '../../pages/respondent-response.ts';
import { remedyViewOf } from '../../views/respondent-remedy.ts';
import { type OwnPlace, responseViewOf } from '../../views/respondent-response.ts';
import type { Call } from '../base/call.ts';
import { type ActPageOptions, recordView } from './act-page.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { respondentMaterial } from './respondent-material.ts';
import type { ActPagePorts } from './task-page-ports.ts';

const MIB = 1024 * 1024;
const typedTexts = ['statement', 'witnesses', 'companion', 'corrections', 'grounds'] as const;

const typedIn = (fields: FormFields): Record<string, string> =>
  Object.fromEntries(typedTexts.map((name) => [name, textOf(fields, name)]));

/** Whether a task is the respondent's own, which has pages of its own. */
export const isRespondents = ({ kind }: { readonly kind: string }): boolean => kind === 'response' || kind === 'remedy';

/**
 * What is held against the respondent, or was decided, and the one form to answer it. That they look at it is recorded first.
 * @throws NotFound where the case has nothing to show them
 */
export const respondentPage = async (
  call: Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang' | 'url' | 'config'>,
  live: LiveTask,
  { csrf, posted = { errors: [], fields: {} } }: Omit<ActPageOptions, 'via'>,
): Promise<Html> => {
  const { ports, frame, lang, url, config } = call;
  const { task } = live;
  await recordView(ports, live, { via: 'LINK', action: 'task-viewed', detail: task.taskId });
  const material = await respondentMaterial(ports, live);
  const action = url.pathname;
  const place: OwnPlace = {
    frame,
    action,
    csrf,
    hrefOf: (artifactId) => `${action}/bukti/${artifactId}`,
    errors: posted.errors,
    typed: typedIn(posted.fields),
    limits: {
      files: MAX_OWN_FILES,
      mib: Math.floor(config.limits.intake.attachmentBytes / MIB),
      minutes: PROVEN_MINUTES,
    },
  };
  const response = task.kind === 'response' ? responseViewOf(material, place, lang) : undefined;
  if (response !== undefined) return respondentResponsePage(response, lang);
  const remedy = task.kind === 'remedy' ? remedyViewOf(material, place, lang) : undefined;
  if (remedy === undefined) throw new NotFound(`nothing to show to the respondent of ${live.state.caseId}`);
  return respondentRemedyPage(remedy, lang);
};
