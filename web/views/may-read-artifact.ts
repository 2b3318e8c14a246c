import type { CaseState } from '../../core/case/state.ts';
import type { Nip } from '../../core/ids.ts';
import { mayOpen, type Named } from './may-open.ts';

/**
 * Whether a member of staff who may read the case may also open this artefact of it. Whoever holds the decision may not, by any way, open
 * what the respondent was never shown: what they have not read they cannot rest on.
 */
export const mayReadArtifact = (state: CaseState, nip: Nip | undefined, artifact: Named): boolean => {
  const { openTask } = state;
  const decides =
    openTask?.kind === 'decision' && openTask.assignee.kind === 'official' && openTask.assignee.nip === nip;
  return !decides || mayOpen('decision', state, artifact);
};
