import { currentDisclosure, supportsDecision } from '../../core/case/disclosure.ts';
import type { Artifact, TaskKind } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { isBarred } from '../../core/evidence/handing-out.ts';
import { isHandedIn } from '../../core/evidence/make-copy.ts';

export type Named = Pick<Artifact, 'artifactId' | 'kind'>;

/** The papers of the system itself, the same for whoever works on the case. */
const isPaper = ({ kind }: Named): boolean => kind === 'LETTER' || kind === 'DECISION_RECORD';

const isGrounds = ({ kind }: Named): boolean => kind === 'APPEAL' || kind === 'APPEAL_FILE';

/**
 * Whether the holder of a task may open an artefact. A decision rests on what the respondent was shown: nothing else can be opened from its
 * page, the report least of all. Whoever forms a team, delivers, or follows a sanction needs no evidence.
 */
export const mayOpen = (kind: TaskKind, state: CaseState, artifact: Named): boolean => {
  // Who reported is for nobody's task: the console gives it out, to those who take mail in, for a reason.
  if (artifact.kind === 'MAIL_RAW') return false;
  switch (kind) {
    case 'triage':
    case 'review':
    case 'examination':
      return true;
    case 'decision':
      return isPaper(artifact) || supportsDecision(currentDisclosure(state), artifact);
    case 'appeal':
      return isPaper(artifact) || isGrounds(artifact);
    case 'service':
    case 'execution':
      return isPaper(artifact);
    case 'team':
    case 'answer':
    case 'response':
    case 'remedy':
      return false;
    default:
      return kind satisfies never;
  }
};

/**
 * Whether the holder of a task may have the original of a file from outside, with what its working copy leaves out. Whoever decides rests on
 * what the respondent was shown, which was the copy; what the respondent sent they may have whole.
 */
export const mayOpenOriginal = (kind: TaskKind, state: CaseState, artifact: Named & Pick<Artifact, 'scan'>): boolean =>
  isHandedIn(artifact) &&
  !isBarred(artifact) &&
  mayOpen(kind, state, artifact) &&
  (kind !== 'decision' || artifact.kind !== 'ATTACHMENT');
