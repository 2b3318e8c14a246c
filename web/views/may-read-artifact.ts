import type { Principal } from '../../core/access/principal.ts';
import type { Artifact } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { isBarred } from '../../core/evidence/handing-out.ts';
import { isReporterHidden } from '../../core/inbound/names-reporter.ts';
import { mayHandleMail } from '../../core/use-cases/inbound/mail-queue.ts';
import { mayOpen, type Named } from './may-open.ts';

type Read = Named & Partial<Pick<Artifact, 'scan'>>;

/** Whoever takes files in, and whoever oversees, may have what an engine has not let through: nobody's task rests on it. */
const mayHandleBarred = ({ role }: Principal): boolean => role === 'triage' || role === 'auditor';

const decides = ({ openTask }: CaseState, { nip }: Principal): boolean =>
  openTask?.kind === 'decision' && openTask.assignee.kind === 'official' && openTask.assignee.nip === nip;

/**
 * Whether a member of staff who may read the case may also open this artefact of it. A raw mail names who reported: it is for those who
 * take mail in, until the reporter asks to be treated as anonymous. Whoever holds the decision may not open, by any way, what the respondent was never shown: what they have not read they
 * cannot rest on.
 */
export const mayReadArtifact = (state: CaseState, principal: Principal, artifact: Read): boolean => {
  if (artifact.kind === 'MAIL_RAW') {
    return mayHandleMail(principal) && !isReporterHidden(state) && !decides(state, principal);
  }
  if (isBarred(artifact) && !mayHandleBarred(principal)) return false;
  return !decides(state, principal) || mayOpen('decision', state, artifact);
};

/** The same for the original of a file from outside, which says more than the copy that the respondent was shown. */
export const mayReadOriginal = (state: CaseState, principal: Principal, artifact: Read): boolean =>
  mayReadArtifact(state, principal, artifact) && !(decides(state, principal) && artifact.kind === 'ATTACHMENT');
