import { type CaseEvent, caseEventSchema } from '../case/events.ts';
import { type ExportedEvidence, evidenceIn, type ParsedCaseExport, type RecordedEvidence } from './export.ts';
import { type TrailVerdict, type VerifyOptions, verifyTrail } from './verify.ts';
import { type Finding, found } from './verify-words.ts';

const isSame = (listed: ExportedEvidence, recorded: RecordedEvidence): boolean =>
  listed.sha256 === recorded.sha256 && listed.size === recorded.size && listed.mediaType === recorded.mediaType;

const evidenceBreak = (listed: readonly ExportedEvidence[], events: readonly CaseEvent[]): Finding | undefined => {
  const recorded = evidenceIn(events);
  const list = new Map(listed.map((artifact) => [artifact.artifactId, artifact]));
  for (const artifact of recorded) {
    const standing = list.get(artifact.artifactId);
    if (standing === undefined) return found.missingEvidence(artifact.artifactId, artifact.seq);
    if (!isSame(standing, artifact)) return found.otherEvidence(artifact.artifactId, artifact.seq);
  }
  const known = new Set(recorded.map((artifact) => artifact.artifactId));
  const stranger = listed.find((artifact) => !known.has(artifact.artifactId));
  return stranger === undefined ? undefined : found.unknownEvidence(stranger.artifactId);
};

/**
 * Judges an exported case: its trail as {@link verifyTrail} does, against the head that the file states; then that the file speaks of
 * the same case, and that its list of evidence is what the events record. The list is not judged where events are of an unknown kind.
 */
export const verifyExport = (file: ParsedCaseExport, options: VerifyOptions = {}): TrailVerdict => {
  const verdict = verifyTrail(file.events, { ...options, head: file.head });
  if (verdict.verdict === 'broken') return verdict;
  if (verdict.caseId !== file.caseNumber) {
    return { verdict: 'broken', ...found.otherCase(file.caseNumber, verdict.caseId) };
  }
  if (verdict.unknown > 0) return verdict;
  const finding = evidenceBreak(
    file.evidence,
    file.events.map((event) => caseEventSchema.parse(event)),
  );
  return finding === undefined ? verdict : { verdict: 'broken', ...finding };
};
