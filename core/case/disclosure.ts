import { disclosable } from '../evidence/disclosable.ts';
import type { ArtifactId, Sha256 } from '../ids.ts';
import type { PrincipleCode, ProvisionCode } from '../rules/codes.ts';
import { hashOf } from '../trail/digest.ts';
import type { Artifact, EventData } from './events.ts';
import type { CaseState, Recorded } from './state.ts';

export type Disclosure = Recorded<EventData['DisclosureFrozen']>;

/** The set a decision may rest on: what the respondent was shown last in this round. */
export const currentDisclosure = ({ disclosures, round }: CaseState): Disclosure | undefined =>
  disclosures.findLast((disclosed) => disclosed.round === round);

type Frozen = Omit<EventData['DisclosureFrozen'], 'hash'>;

/** Fingerprint of a disclosure: charges, principles, and each piece of evidence with the copy that was shown. */
export const disclosureHashOf = (caseId: CaseState['caseId'], frozen: Frozen): Sha256 =>
  hashOf({
    caseId,
    round: frozen.round,
    version: frozen.version,
    track: frozen.track,
    principles: frozen.principles,
    charges: frozen.charges,
    evidence: frozen.evidence.map(({ artifactId, sha256, copy }) => ({ artifactId, sha256, copy })),
  });

/** Charges or principles that the respondent was not told of. */
export const beyondDisclosure = (
  disclosed: Disclosure,
  { charges, principles }: { charges: readonly ProvisionCode[]; principles: readonly PrincipleCode[] },
): readonly string[] => [
  ...charges.filter((code) => !disclosed.charges.includes(code)),
  ...principles.filter((code) => !disclosed.principles.includes(code)),
];

/** Whether an artefact may support a decision: it was disclosed, or it is the respondent's own, or the record of their examination. */
export const supportsDecision = (
  disclosed: Disclosure | undefined,
  artifact: Pick<Artifact, 'artifactId' | 'kind'>,
) => {
  switch (artifact.kind) {
    case 'STATEMENT':
    case 'STATEMENT_FILE':
    case 'EXAMINATION_RECORD':
      return true;
    case 'REPORT':
    case 'MESSAGE':
    case 'ATTACHMENT':
    case 'CAPTURE':
    case 'CAPTURE_MANIFEST':
    case 'CAPTURE_TEXT':
    case 'CAPTURE_SCREENSHOT':
    case 'CAPTURE_PAGE':
      return disclosed?.evidence.some(({ artifactId }) => artifactId === artifact.artifactId) ?? false;
    case 'CAPTURE_ARCHIVE':
    case 'APPEAL':
    case 'APPEAL_FILE':
    case 'LETTER':
    case 'DECISION_RECORD':
    case 'MAIL_RAW':
      return false;
    default:
      return artifact.kind satisfies never;
  }
};

/** Evidence of the case that the respondent has not seen: it cannot support a decision until it is disclosed with time to answer. */
export const undisclosedEvidence = (state: CaseState): readonly ArtifactId[] => {
  const disclosed = currentDisclosure(state);
  return state.evidence
    .filter(({ kind }) => disclosable(kind))
    .filter((artifact) => !supportsDecision(disclosed, artifact))
    .map(({ artifactId }) => artifactId);
};

/**
 * Whether the respondent has had their say on the newest disclosure: they were examined or missed two summonses on it, they answered it, or
 * the time to answer it is over.
 */
export const wasHeard = (state: CaseState): boolean => {
  const disclosed = currentDisclosure(state);
  if (disclosed === undefined) return false;
  const onIt = ({ disclosureHash }: { disclosureHash: Sha256 }) => disclosureHash === disclosed.hash;
  const answered = state.endedTasks.some(
    // A new disclosure ends what was open on the older one, without an outcome. Events may bear the same time, never the same number.
    ({ kind, endedSeq, outcome }) => kind === 'response' && endedSeq > disclosed.seq && outcome !== undefined,
  );
  return state.examinations.some(onIt) || state.absences.some((missed) => missed.final && onIt(missed)) || answered;
};
