import type { CaseState } from '../../../core/case/state.ts';
import { evidenceAccessPage } from '../../pages/console-evidence.ts';
import { textsFor } from '../../text/texts.ts';
import { evidenceOf } from '../../views/evidence.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { Call } from '../base/call.ts';
import { findArtifact } from './evidence-file.ts';
import { loadMaterial } from './load-material.ts';
import type { ActPagePorts } from './task-page-ports.ts';

export interface AskedOriginal {
  readonly state: CaseState;
  readonly artifactId: string;
  readonly csrf: string;
  /** What was typed before, where it was no reason. */
  readonly typed?: string | undefined;
}

/** The form that asks what an original is needed for; posts to its own path. */
export const originalQuestion = async (
  call: Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang' | 'url'>,
  { state, artifactId, csrf, typed }: AskedOriginal,
): Promise<Response> => {
  const { ports, frame, lang, url } = call;
  const { files, views } = textsFor(lang);
  const listed = evidenceOf(await loadMaterial(ports, state), () => null, lang);
  const view = {
    frame,
    form: { action: url.pathname, hidden: { csrf } },
    caseNumber: state.caseId,
    title: listed.find((item) => item.artifactId === artifactId)?.title ?? artifactId,
    sha256: findArtifact(state, artifactId)?.sha256 ?? '',
    errors: typed === undefined ? [] : [{ field: 'reason', message: views.evidenceAccess.reasonError }],
    reason: typed ?? '',
    words: files.original,
    backHref: url.pathname.replace(/\/bukti\/[^/]+\/asli$/, ''),
  };
  return htmlAnswer(evidenceAccessPage(view, lang), { status: typed === undefined ? 200 : 422 });
};
