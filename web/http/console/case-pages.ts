import * as z from 'zod';
import type { Principal } from '../../../core/access/principal.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { NotFound } from '../../../core/errors.ts';
import { isHandedIn } from '../../../core/evidence/make-copy.ts';
import { caseIdSchema } from '../../../core/ids.ts';
import { mayReadAccesses } from '../../../core/use-cases/read-accesses.ts';
import { readCaptures } from '../../../core/use-cases/read-captures.ts';
import { readCase, readTrail } from '../../../core/use-cases/read-case.ts';
import { exportTrail } from '../../../core/use-cases/read-custody.ts';
import { mayAskRecapture } from '../../../core/use-cases/recapture.ts';
import {
  type ExportKind,
  exportForRegister,
  isExportable,
  mayExportRegister,
} from '../../../core/use-cases/register-export.ts';
import { casePage } from '../../pages/console-case.ts';
import { evidenceAccessPage } from '../../pages/console-evidence.ts';
import type { RegisterView } from '../../pages/console-outcome.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';
import { caseViewOf } from '../../views/console-case.ts';
import { evidenceOf } from '../../views/evidence.ts';
import { mayReadArtifact, mayReadOriginal } from '../../views/may-read-artifact.ts';
import { htmlAnswer, jsonAnswer } from '../base/answers.ts';
import { downloadReason } from '../staff/schemas.ts';
import { evidenceFile, findArtifact, type HandedOut, workingFile } from '../tasks/evidence-file.ts';
import { type FormFields, textOf } from '../tasks/form-fields.ts';
import { loadMaterial } from '../tasks/load-material.ts';
import { registerAnswer } from '../views/register-file.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';

export const casePath = z.object({ caseNumber: caseIdSchema });
export const evidencePath = casePath.extend({ artifactId: z.string() });
type CasePath = z.infer<typeof casePath>;
type EvidencePath = z.infer<typeof evidencePath>;

const hrefOf = ({ caseNumber }: CasePath): string => `/konsol/perkara/${caseNumber}`;

/** The files that leave the system, for whoever may take them, once there is something to tell. */
const registerOf = ({ principal }: ConsoleCall, state: CaseState): RegisterView => {
  const mayTake = mayExportRegister(principal);
  const place = hrefOf({ caseNumber: state.caseId });
  return {
    recordHref: mayTake && isExportable(state, 'REGISTER') ? `${place}/register` : null,
    appealHref: mayTake && isExportable(state, 'APPEAL') ? `${place}/upaya` : null,
  };
};

/** `/konsol/perkara/<number>`. @throws NotFound */
export const caseAnswer = async (call: ConsoleCall, path: CasePath): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const { state, events } = await readCase(ports, principal, { caseId: path.caseNumber, action: 'case-viewed' });
  const fileHref = (artifactId: string) => {
    const artifact = findArtifact(state, artifactId);
    const isForThem = artifact === undefined || mayReadArtifact(state, principal, artifact);
    return isForThem ? `${hrefOf(path)}/bukti/${artifactId}` : null;
  };
  const mayAsk = mayAskRecapture(state, principal);
  const place = {
    frame,
    hrefOf: fileHref,
    captures: {
      pictureHref: (artifactId: string) => `${hrefOf(path)}/bukti/${artifactId}/gambar`,
      againHref: (artifactId: string) => (mayAsk ? `${hrefOf(path)}/bukti/${artifactId}/ulang` : null),
    },
    historyHref: (artifactId: string) => `${hrefOf(path)}/bukti/${artifactId}/riwayat`,
    exportHref: `${hrefOf(path)}/ekspor`,
    accessHref: mayReadAccesses(principal) ? `${hrefOf(path)}/akses` : null,
    register: registerOf(call, state),
  };
  const material = { ...(await loadMaterial(ports, state)), captures: await readCaptures(ports, state) };
  return htmlAnswer(casePage(caseViewOf(material, events, { place, lang }), lang));
};

/** The file that the offline verifier takes. @throws NotFound */
export const exportAnswer = async ({ ports, principal }: ConsoleCall, path: CasePath): Promise<Response> => {
  const trail = await readTrail(ports, principal, { caseId: path.caseNumber, action: 'case-exported' });
  return jsonAnswer(await exportTrail(ports, path.caseNumber, trail), {
    headers: { 'Content-Disposition': `attachment; filename="${path.caseNumber}.tertib.json"` },
  });
};

/** A file for the national register, or for whoever decides an objection or appeal. @throws NotFound @throws HttpProblem 409 */
export const registerFileAnswer = async (
  { ports, principal, lang }: ConsoleCall,
  { caseNumber: caseId }: CasePath,
  kind: ExportKind,
): Promise<Response> => registerAnswer(await exportForRegister(ports, principal, { caseId, kind }), lang);

const artifactIn = (state: CaseState, artifactId: string, principal: Principal) => {
  const artifact = findArtifact(state, artifactId);
  if (artifact === undefined || !mayReadArtifact(state, principal, artifact))
    throw new NotFound(`${state.caseId} has no artefact of that name`);
  return artifact;
};

type Found = ReturnType<typeof artifactIn>;

/** A file that is opened here against all advice, and where it can be chosen what to open. */
const choiceOf = ({ state, artifact }: { state: CaseState; artifact: Found }, principal: Principal, lang: Lang) => {
  const { original, engine } = textsFor(lang).files;
  const { scan } = artifact;
  const isInfected = scan?.verdict === 'INFECTED';
  const isPending = scan?.verdict === 'PENDING';
  return {
    notes: [
      ...(isInfected ? [{ tone: 'bad' as const, text: original.danger(scan.signature ?? engine[scan.engine]) }] : []),
      ...(isPending ? [{ tone: 'warn' as const, text: original.dangerPending }] : []),
    ],
    offersCopy:
      isHandedIn(artifact) && workingFile(artifact) !== undefined && mayReadOriginal(state, principal, artifact),
  };
};

/** What was chosen: the working copy for whoever may have nothing else, too. @throws NotFound */
const chosenFile = (state: CaseState, artifact: Found, asked: { principal: Principal; version: string }): HandedOut => {
  const mayHaveOriginal = mayReadOriginal(state, asked.principal, artifact);
  const file = asked.version === 'working' || !mayHaveOriginal ? workingFile(artifact) : artifact;
  if (file === undefined) throw new NotFound(`${state.caseId} has no copy of that name`);
  return file;
};

/** Asks what a file is opened for; with what was wrong, where it was asked before. @throws NotFound */
export const evidenceReasonAnswer = async (
  call: ConsoleCall,
  path: EvidencePath,
  typed?: string,
): Promise<Response> => {
  const { ports, principal, frame, lang, url } = call;
  const { caseNumber: caseId, artifactId } = path;
  const { state } = await readCase(ports, principal, { caseId, action: 'evidence-asked', detail: artifactId });
  const artifact = artifactIn(state, artifactId, principal);
  const { sha256 } = artifact;
  const listed = evidenceOf(await loadMaterial(ports, state), () => null, lang);
  const view = {
    frame,
    form: { action: url.pathname, hidden: { csrf: await sessionToken(call, artifactId) } },
    caseNumber: caseId,
    title: listed.find((item) => item.artifactId === artifactId)?.title ?? artifactId,
    sha256,
    errors: typed === undefined ? [] : [{ field: 'reason', message: textsFor(lang).views.evidenceAccess.reasonError }],
    reason: typed ?? '',
    ...choiceOf({ state, artifact }, principal, lang),
  };
  return htmlAnswer(evidenceAccessPage(view, lang), { status: typed === undefined ? 200 : 422 });
};

/** Gives a file to someone who said what for; the reason is on record before the first byte. @throws NotFound */
export const evidenceAnswer = async (call: ConsoleCall, path: EvidencePath, fields: FormFields): Promise<Response> => {
  const { ports, principal } = call;
  const { caseNumber: caseId, artifactId } = path;
  await requireOwnForm(call, artifactId, fields);
  const typed = textOf(fields, 'reason');
  const reason = downloadReason.safeParse(typed);
  if (!reason.success) return evidenceReasonAnswer(call, path, typed);
  const detail = `${artifactId}: ${reason.data}`;
  const { state } = await readCase(ports, principal, { caseId, action: 'evidence-opened', detail });
  const artifact = artifactIn(state, artifactId, principal);
  const version = textOf(fields, 'version');
  const file = await evidenceFile(ports, state, chosenFile(state, artifact, { principal, version }));
  if (file === undefined) throw new NotFound(`artefact ${artifactId} of ${caseId} is not in the evidence store`);
  return file;
};
