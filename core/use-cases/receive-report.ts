import type { CaseEvent } from '../case/events.ts';
import { fold } from '../case/fold.ts';
import { rowOf } from '../case/row.ts';
import { ServiceUnavailable } from '../errors.ts';
import { type CaseId, commandIdSchema, newCaseId, newPersonRef, newReceiptCode, type Sha256 } from '../ids.ts';
import {
  attachmentArtifactId,
  type IntakeSecrets,
  intakeSecretsSchema,
  mailOf,
  personOf,
  reportBytes,
  reporterMailMessage,
  reportReceived,
} from '../intake/intake.ts';
import type { UploadTicket } from '../ports.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import { DAY, epochOf, HOUR, plusMs } from '../time.ts';
import { chained } from '../trail/chain.ts';
import { canonicalJson, hashOf, sha256Hex } from '../trail/digest.ts';
import { toHex } from './encoding.ts';
import type { Ports } from './ports.ts';
import { startCase } from './start-case.ts';

export interface ReceiveReportInput {
  readonly report: Report;
  readonly channel: 'FORM' | 'API';
  /** The client's `Idempotency-Key`: the same key and body give the same answer for a day. */
  readonly idempotencyKey?: string | undefined;
}

export interface FiledReport {
  readonly caseNumber: CaseId;
  readonly receiptCode: string;
  /** Compact JWS: proves the filing to a third party. */
  readonly receipt: string;
  readonly statusUrl: string;
  readonly uploads: readonly (UploadTicket & { readonly fileName: string })[];
}

export type Received =
  | { readonly kind: 'filed'; readonly filed: FiledReport }
  /** The key was used for another body. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

type IntakePorts = Pick<
  Ports,
  | 'trail'
  | 'cases'
  | 'people'
  | 'requests'
  | 'evidence'
  | 'directory'
  | 'signer'
  | 'sealer'
  | 'mac'
  | 'workflow'
  | 'clock'
  | 'ids'
  | 'log'
  | 'baseUrl'
>;

const refuse = (path: string, what: Refusal): Received => ({ kind: 'refused', path, refusal: what });

const checkReport = async (ports: IntakePorts, report: Report): Promise<Received | undefined> => {
  if ((await ports.directory.agency(report.agencyId)) === undefined) {
    return refuse('agencyId', refusal('UNKNOWN_AGENCY', 'Instansi tidak dikenal.', 'Unknown agency.'));
  }
  const { occurredAt } = report.incident;
  // A date without a time may already have begun in the easternmost zone (UTC+9).
  const latest = epochOf(ports.clock.now()) + 9 * HOUR;
  if (occurredAt !== undefined && Date.parse(occurredAt) > latest) {
    return refuse(
      'incident.occurredAt',
      refusal('DATE_IN_FUTURE', 'Tanggal kejadian belum terjadi.', 'The date of the incident lies in the future.'),
    );
  }
  return undefined;
};

const newSecrets = (ports: IntakePorts, report: Report): IntakeSecrets => ({
  caseId: newCaseId(ports.ids, report.agencyId, Number(ports.clock.now().slice(0, 4))),
  personRef: newPersonRef(ports.ids),
  receiptCode: newReceiptCode(ports.ids),
  salt: toHex(ports.ids.bytes(16)),
});

type Claim =
  | { readonly kind: 'mine'; readonly secrets: IntakeSecrets }
  | { readonly kind: 'answered'; readonly filed: FiledReport }
  | { readonly kind: 'conflict' };

const claimKey = async (ports: IntakePorts, report: Report, key: Sha256): Promise<Claim> => {
  const bodyHash = hashOf(report);
  const secrets = newSecrets(ports, report);
  const claimed = await ports.requests.claim(key, {
    bodyHash,
    caseId: secrets.caseId,
    sealedSecrets: await ports.sealer.seal(JSON.stringify(secrets), `request:${key}`),
    expiresAt: plusMs(ports.clock.now(), DAY),
  });
  if (claimed.outcome === 'claimed') return { kind: 'mine', secrets };
  const { claim } = claimed;
  if (claim.bodyHash !== bodyHash) return { kind: 'conflict' };
  if (claim.sealedResponse !== undefined) {
    const filed: FiledReport = JSON.parse(await ports.sealer.open(claim.sealedResponse, `response:${key}`));
    return { kind: 'answered', filed };
  }
  const opened = await ports.sealer.open(claim.sealedSecrets, `request:${key}`);
  return { kind: 'mine', secrets: intakeSecretsSchema.parse(JSON.parse(opened)) };
};

const firstEvent = async (
  ports: IntakePorts,
  input: ReceiveReportInput,
  secrets: IntakeSecrets,
): Promise<CaseEvent> => {
  const { report, channel } = input;
  const stored = await ports.evidence.put({ bytes: reportBytes(report), mediaType: 'application/json' });
  const mail = mailOf(report.reporter);
  const tag = mail === undefined ? undefined : toHex(await ports.mac.mac(reporterMailMessage(mail)));
  await ports.people.put(secrets.personRef, personOf(report, secrets), tag);
  return chained(reportReceived({ report, channel, secrets, stored }), {
    caseId: secrets.caseId,
    head: undefined,
    at: ports.clock.now(),
    actor: { kind: 'reporter' },
    commandId: commandIdSchema.parse(`report:${secrets.caseId}`),
  });
};

/** The row stands before the event, so that a case whose filer crashed in between is still found. */
const announce = async (ports: IntakePorts, event: CaseEvent): Promise<void> => {
  const row = { ...rowOf(fold(undefined, event)), seq: 0 };
  if ((await ports.cases.announce(row)) === 'announced') return;
  const standing = await ports.cases.get(row.caseId);
  if (standing?.row.receiptHash !== row.receiptHash) {
    throw new ServiceUnavailable(`case number ${row.caseId} was taken by another report; file again`);
  }
};

/** Appends the first event, or returns the one that an interrupted attempt of the same filing left. */
const appendFirst = async (ports: IntakePorts, event: CaseEvent): Promise<CaseEvent> => {
  if ((await ports.trail.append(event)) === 'appended') return event;
  const [standing] = await ports.trail.read(event.caseId);
  if (standing?.commandId !== event.commandId) throw new ServiceUnavailable(`${event.caseId} was taken; file again`);
  return standing;
};

const answerTo = async (
  ports: IntakePorts,
  report: Report,
  secrets: IntakeSecrets,
  event: CaseEvent,
): Promise<FiledReport> => {
  const expiresAt = plusMs(ports.clock.now(), DAY);
  // Awaited before anything else is asked: a ticket that fails meanwhile must find somebody who hears it.
  const uploads = await Promise.all(
    (report.attachments ?? []).map(async ({ fileName, mediaType, size, sha256 }, index) => ({
      fileName,
      ...(await ports.evidence.uploadUrl({
        caseId: secrets.caseId,
        artifactId: attachmentArtifactId(index),
        mediaType,
        size,
        sha256,
        expiresAt,
      })),
    })),
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

const file = async (ports: IntakePorts, input: ReceiveReportInput, secrets: IntakeSecrets): Promise<FiledReport> => {
  const event = await firstEvent(ports, input, secrets);
  await announce(ports, event);
  const standing = await appendFirst(ports, event);
  await ports.cases.project(rowOf(fold(undefined, standing)));
  const filed = await answerTo(ports, input.report, secrets, standing);
  try {
    await startCase(ports, { caseId: secrets.caseId, agencyId: input.report.agencyId, round: 1 });
  } catch (error) {
    // The report is durable; the sweep starts every open case that has no running execution.
    ports.log.error('case-start-deferred', error, { caseId: secrets.caseId });
  }
  return filed;
};

/**
 * Takes a report in. It is durable (artefact, reporter record, first event) before the answer is given; repeating the same
 * filing under the same key completes what was interrupted and gives the same answer.
 */
export const receiveReport = async (ports: IntakePorts, input: ReceiveReportInput): Promise<Received> => {
  const objection = await checkReport(ports, input.report);
  if (objection !== undefined) return objection;
  if (input.idempotencyKey === undefined) {
    return { kind: 'filed', filed: await file(ports, input, newSecrets(ports, input.report)) };
  }
  const key = sha256Hex(`idempotency:${input.report.agencyId}:${input.idempotencyKey}`);
  const claim = await claimKey(ports, input.report, key);
  if (claim.kind === 'conflict') return { kind: 'conflict' };
  if (claim.kind === 'answered') return { kind: 'filed', filed: claim.filed };
  const filed = await file(ports, input, claim.secrets);
  await ports.requests.complete(key, await ports.sealer.seal(JSON.stringify(filed), `response:${key}`));
  return { kind: 'filed', filed };
};
