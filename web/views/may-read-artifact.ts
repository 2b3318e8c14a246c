import type { CaseState } from '../../core/case/state.ts';
import type { Principal } from '../../core/access/principal.ts';
import { mayHandleMail } from '../../core/use-cases/inbound/mail-queue.ts';
import { mayOpen, type Named } from './may-open.ts';

/**
 * Whether a member of staff who may read the case may also open this artefact of it. A raw mail names who reported: it is for those who
 * take mail in. Whoever holds the decision may not open, by any way, what the respondent was never shown: what they have not read they
 * cannot rest on.
 */
export const mayReadArtifact = (state: CaseState, principal: Principal, artifact: Named): boolean => {
  if (artifact.kind === 'MAIL_RAW') return mayHandleMail(principal);
  const { openTask } = state;
  const decides =
    openTask?.kind === 'decision' && openTask.assignee.kind === 'official' && openTask.assignee.nip === principal.nip;
  return !decides || mayOpen('decision', state, artifact);
};
