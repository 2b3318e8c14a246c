import type { Artifact } from '../../case/events.ts';
import { type ArtifactId, artifactIdSchema } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import type { MailPart } from '../../inbound/parsed-mail.ts';
import { mediaTypeOfPart } from '../../inbound/report-from-mail.ts';
import type { Ports } from '../ports.ts';

export type MailArtifact = Omit<Artifact, 'round'>;

/** The raw message as restricted evidence of its case: it names who reported. */
export const rawArtifact = ({ mailId, sha256, size, receivedAt }: InboundRow): MailArtifact => ({
  artifactId: artifactIdSchema.parse(`mail-${mailId.slice(0, 24)}`),
  kind: 'MAIL_RAW',
  sha256,
  size,
  mediaType: 'message/rfc822',
  method: 'MAIL',
  capturedAt: receivedAt,
});

/** Puts the parts of a mail into the evidence store, each as an artefact of its own. */
export const partArtifacts = async (
  { evidence }: Pick<Ports, 'evidence'>,
  { receivedAt }: InboundRow,
  { parts, nameOf }: { readonly parts: readonly MailPart[]; readonly nameOf: (place: number) => ArtifactId },
): Promise<MailArtifact[]> => {
  const artifacts: MailArtifact[] = [];
  for (const [place, part] of parts.entries()) {
    const mediaType = mediaTypeOfPart(part);
    const stored = await evidence.put({ bytes: part.bytes, mediaType });
    const artifactId = nameOf(place);
    artifacts.push({ artifactId, kind: 'ATTACHMENT', mediaType, method: 'MAIL', capturedAt: receivedAt, ...stored });
  }
  return artifacts;
};
