import type { Actor } from '../../../core/case/actor.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { NotFound } from '../../../core/errors.ts';
import { artifactIdSchema } from '../../../core/ids.ts';
import { recapture } from '../../../core/use-cases/recapture.ts';
import { recapturePage } from '../../pages/recapture.ts';
import { evidenceOf } from '../../views/evidence.ts';
import { htmlAnswer, seeOther } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { loadMaterial } from './load-material.ts';
import { retried } from './retried.ts';
import type { ActPagePorts } from './task-page-ports.ts';

/** Which capture is asked for, and the pages around the question. */
export interface AskedRecapture {
  readonly state: CaseState;
  readonly artifactId: string;
  readonly csrf: string;
  /** The page of the case or task that the question comes from. */
  readonly backHref: string;
}

type RecaptureCall = Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang' | 'url'>;

/** The page that asks whether a page is to be captured again. @throws NotFound for what is no capture of a page */
export const recaptureFormAnswer = async (
  { ports, frame, lang, url }: RecaptureCall,
  { state, artifactId, csrf, backHref }: AskedRecapture,
  refused: string | null = null,
): Promise<Response> => {
  const listed = evidenceOf(await loadMaterial(ports, state), () => null, lang);
  const known = listed.find((item) => item.artifactId === artifactId);
  const isCapture = state.planned.some(({ captures }) => captures.some((one) => one.artifactId === artifactId));
  if (known === undefined || !isCapture) throw new NotFound(`${state.caseId} has no capture ${artifactId}`);
  const view = {
    frame,
    form: { action: url.pathname, hidden: { csrf } },
    caseNumber: state.caseId,
    title: known.title,
    sourceUrl: known.sourceUrl,
    backHref,
    refused,
  };
  return htmlAnswer(recapturePage(view, lang), { status: refused === null ? 200 : 409 });
};

/** Asks for the capture, and leads back to where it will be seen; where it is refused, says why. @throws NotFound */
export const recaptureAnswer = async (call: RecaptureCall, asked: AskedRecapture, actor: Actor): Promise<Response> => {
  const artifactId = artifactIdSchema.safeParse(asked.artifactId);
  if (!artifactId.success) throw new NotFound('no artefact has such a name');
  const { caseId } = asked.state;
  const result = await retried(() => recapture(call.ports, { caseId, artifactId: artifactId.data, actor }));
  return result.kind === 'planned'
    ? seeOther(`${asked.backHref}#evidence`)
    : recaptureFormAnswer(call, asked, result.refusal[call.lang]);
};
