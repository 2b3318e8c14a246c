import type { Artifact } from '../../case/events.ts';
import { type ArtifactId, artifactIdSchema, type CaseId } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import type { MailPart } from '../../inbound/parsed-mail.ts';
import { mediaTypeOfPart } from '../../inbound/report-from-mail.ts';
import type { Ports } from '../ports.ts';
import { type TakeInPorts, takeInFile } from '../take-in-file.ts';

export type MailArtifact = Omit<Artifact, 'round'>;

/** The raw message as restricted evidence of its case, which needs it from now on: it names who reported. */
export const rawArtifact = async (
  { evidence }: Pick<Ports, 'evidence'>,
  { mailId, sha256, size, receivedAt }: InboundRow,
  caseId: CaseId,
): Promise<MailArtifact> => {
  await evidence.hold(sha256, caseId);
  return {
    artifactId: artifactIdSchema.parse(`mail-${mailId.slice(0, 24)}`),
    kind: 'MAIL_RAW',
    sha256,
    size,
    mediaType: 'message/rfc822',
    method: 'MAIL',
    capturedAt: receivedAt,
  };
};

interface MailParts {
  readonly caseId: CaseId;
  readonly parts: readonly MailPart[];
  readonly nameOf: (place: number) => ArtifactId;
}

/** Takes the parts of a mail in as any file from outside is, each as an artefact of its own. */
export const partArtifacts = async (
  ports: TakeInPorts,
  { receivedAt }: InboundRow,
  { caseId, parts, nameOf }: MailParts,
): Promise<MailArtifact[]> => {
  const artifacts: MailArtifact[] = [];
  for (const [place, part] of parts.entries()) {
    const taken = await takeInFile(ports, {
      bytes: part.bytes,
      declaredType: mediaTypeOfPart(part),
      heldFor: caseId,
    });
    const artifactId = nameOf(place);
    artifacts.push({ artifactId, kind: 'ATTACHMENT', method: 'MAIL', capturedAt: receivedAt, ...taken });
  }
  return artifacts;
};
