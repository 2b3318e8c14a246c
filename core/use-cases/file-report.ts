import { append } from '../case/append.ts';
import { storeEvidence } from '../case/commands/evidence.ts';
import type { Artifact, CaseEvent } from '../case/events.ts';
import { fold } from '../case/fold.ts';
import { rowOf } from '../case/row.ts';
import { ServiceUnavailable } from '../errors.ts';
import { type CaseId, commandIdSchema } from '../ids.ts';
import {
  attachmentArtifactId,
  type IntakeSecrets,
  mailOf,
  personOf,
  reportBytes,
  reporterMailMessage,
  reportReceived,
} from '../intake/intake.ts';
import type { UploadTicket } from '../ports.ts';
import type { Report } from '../report.ts';
import { DAY, plusMs } from '../time.ts';
import { chained } from '../trail/chain.ts';
import { canonicalJson, sha256Hex } from '../trail/digest.ts';
import { toHex } from './encoding.ts';
import type { Ports } from './ports.ts';
import { startNewCase } from './start-case.ts';

export interface FiledReport {
  readonly caseNumber: CaseId;
  readonly receiptCode: string;
  /** Compact JWS: proves the filing to a third party. */
  readonly receipt: string;
  readonly statusUrl: string;
  readonly uploads: readonly (UploadTicket & { readonly fileName: string })[];
}

export interface Filing {
  readonly report: Report;
  readonly channel: 'FORM' | 'API' | 'MAIL';
  /** What came with the report and is in the evidence store already: on record before the case begins to move. */
  readonly artifacts?: readonly Omit<Artifact, 'round'>[];
}

export type FilingPorts = Pick<
  Ports,
  'trail' | 'cases' | 'people' | 'evidence' | 'signer' | 'mac' | 'workflow' | 'clock' | 'log' | 'baseUrl'
>;

const firstEvent = async (ports: FilingPorts, input: Filing, secrets: IntakeSecrets): Promise<CaseEvent> => {
  const { report, channel } = input;
  const { caseId } = secrets;
  const bytes = reportBytes(report);
  const stored = await ports.evidence.put({ bytes, mediaType: 'application/json', heldFor: caseId });
  const mail = mailOf(report.reporter);
  const tag = mail === undefined ? undefined : toHex(await ports.mac.mac(reporterMailMessage(mail)));
  await ports.people.put(secrets.personRef, personOf(report, secrets), tag);
  return chained(reportReceived({ report, channel, secrets, stored }), {
    caseId,
    head: undefined,
    at: ports.clock.now(),
    actor: { kind: 'reporter' },
    commandId: commandIdSchema.parse(`report:${caseId}`),
  });
};

/** The row stands before the event, so that a case whose filer crashed in between is still found. */
const announce = async (ports: FilingPorts, event: CaseEvent): Promise<void> => {
  const row = { ...rowOf(fold(undefined, event)), seq: 0 };
  if ((await ports.cases.announce(row)) === 'announced') return;
  const standing = await ports.cases.get(row.caseId);
  if (standing?.row.receiptHash !== row.receiptHash) {
    throw new ServiceUnavailable(`case number ${row.caseId} was taken by another report; file again`);
  }
};

/** Appends the first event, or returns the one that an interrupted attempt of the same filing left. */
const appendFirst = async (ports: FilingPorts, event: CaseEvent): Promise<CaseEvent> => {
  if ((await ports.trail.append(event)) === 'appended') return event;
  const [standing] = await ports.trail.read(event.caseId);
  if (standing?.commandId !== event.commandId) throw new ServiceUnavailable(`${event.caseId} was taken; file again`);
  return standing;
};

/** Records what came with the report; what an earlier attempt recorded stays as it is. */
const recordArtifacts = async (ports: FilingPorts, { artifacts = [] }: Filing, caseId: CaseId): Promise<void> => {
  for (const artifact of artifacts) {
    await append(ports, {
      caseId,
      commandId: commandIdSchema.parse(`evidence:${artifact.artifactId}`),
      actor: { kind: 'reporter' },
      command: storeEvidence(artifact),
    });
  }
};

const answerTo = async (
  ports: FilingPorts,
  { report, channel }: Filing,
  secrets: IntakeSecrets,
  event: CaseEvent,
): Promise<FiledReport> => {
  const expiresAt = plusMs(ports.clock.now(), DAY);
  // Awaited before anything else is asked: a ticket that fails meanwhile must find somebody who hears it.
  const uploads = await Promise.all(
    (channel === 'MAIL' ? [] : (report.attachments ?? [])).map(
      async ({ fileName, mediaType, size, sha256 }, index) => ({
        fileName,
        ...(await ports.evidence.uploadUrl({
          caseId: secrets.caseId,
          artifactId: attachmentArtifactId(index),
          mediaType,
          size,
          sha256,
          expiresAt,
        })),
      }),
    ),
  );
  const receipt = {
    iss: ports.baseUrl,
    caseNumber: event.caseId,
    agencyId: report.agencyId,
    receivedAt: event.at,
    eventHash: event.hash,
    reportSha256: sha256Hex(reportBytes(report)),
  };
  return {
    caseNumber: event.caseId,
    receiptCode: secrets.receiptCode,
    receipt: await ports.signer.sign(canonicalJson(receipt), 'tertib-receipt+jws'),
    statusUrl: `${ports.baseUrl}/lacak`,
    uploads,
  };
};

/**
 * Files a report under identifiers that are already fixed: artefact, reporter record, announced row, first event, and then the answer.
 * Repeated under the same identifiers it completes what was interrupted.
 */
export const fileReport = async (ports: FilingPorts, input: Filing, secrets: IntakeSecrets): Promise<FiledReport> => {
  const event = await firstEvent(ports, input, secrets);
  await announce(ports, event);
  const standing = await appendFirst(ports, event);
  await ports.cases.project(rowOf(fold(undefined, standing)));
  await recordArtifacts(ports, input, secrets.caseId);
  const filed = await answerTo(ports, input, secrets, standing);
  try {
    await startNewCase(ports, { caseId: secrets.caseId, agencyId: input.report.agencyId, round: 1 });
  } catch (error) {
    // The report is durable; the sweep starts every open case that has no running execution.
    ports.log.error('case-start-deferred', error, { caseId: secrets.caseId });
  }
  return filed;
};
