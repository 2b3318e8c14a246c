import type { CaseState } from '../../../core/case/state.ts';
import { NotFound } from '../../../core/errors.ts';
import { actorOf, readCase } from '../../../core/use-cases/read-case.ts';
import { mayAskRecapture } from '../../../core/use-cases/recapture.ts';
import { mayReadArtifact } from '../../views/may-read-artifact.ts';
import { findArtifact, screenshotOf } from '../tasks/evidence-file.ts';
import type { FormFields } from '../tasks/form-fields.ts';
import { type AskedRecapture, recaptureAnswer, recaptureFormAnswer } from '../tasks/recapture-form.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';

interface EvidencePath {
  readonly caseNumber: CaseState['caseId'];
  readonly artifactId: string;
}

const subjectOf = ({ caseNumber, artifactId }: EvidencePath): string => `recapture:${caseNumber}:${artifactId}`;

/** The case, for whoever may ask for a capture in it. @throws NotFound */
const askedIn = async (call: ConsoleCall, path: EvidencePath): Promise<AskedRecapture> => {
  const { ports, principal } = call;
  const { caseNumber: caseId, artifactId } = path;
  const { state } = await readCase(ports, principal, { caseId, action: 'recapture-asked', detail: artifactId });
  if (!mayAskRecapture(state, principal)) throw new NotFound(`nothing is captured again in ${caseId} for them`);
  const csrf = await sessionToken(call, subjectOf(path));
  return { state, artifactId, csrf, backHref: `/konsol/perkara/${caseId}` };
};

/** `GET /konsol/perkara/<number>/bukti/<artefact>/ulang`. @throws NotFound */
export const recaptureQuestion = async (call: ConsoleCall, path: EvidencePath): Promise<Response> =>
  recaptureFormAnswer(call, await askedIn(call, path));

/** The request itself. @throws NotFound */
export const recaptureRequest = async (
  call: ConsoleCall,
  path: EvidencePath,
  fields: FormFields,
): Promise<Response> => {
  await requireOwnForm(call, subjectOf(path), fields);
  return recaptureAnswer(call, await askedIn(call, path), actorOf(call.principal));
};

/** A screenshot within the page of the case; the look is on record before it is given. @throws NotFound */
export const pictureAnswer = async ({ ports, principal }: ConsoleCall, path: EvidencePath): Promise<Response> => {
  const { caseNumber: caseId, artifactId } = path;
  const { state } = await readCase(ports, principal, { caseId, action: 'evidence-viewed', detail: artifactId });
  const artifact = findArtifact(state, artifactId);
  const isForThem = artifact !== undefined && mayReadArtifact(state, principal, artifact);
  const picture = isForThem ? await screenshotOf(ports, artifact) : undefined;
  if (picture === undefined) throw new NotFound(`${caseId} has no screenshot of that name`);
  return picture;
};
