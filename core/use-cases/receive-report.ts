import { newCaseId, newPersonRef, newReceiptCode, type Sha256 } from '../ids.ts';
import { type IntakeSecrets, intakeSecretsSchema } from '../intake/intake.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import { DAY, epochOf, HOUR, plusMs } from '../time.ts';
import { hashOf, sha256Hex } from '../trail/digest.ts';
import { toHex } from './encoding.ts';
import { type FiledReport, type Filing, type FilingPorts, fileReport } from './file-report.ts';
import type { Ports } from './ports.ts';

export interface ReceiveReportInput extends Filing {
  /** The client's `Idempotency-Key`: the same key and body give the same answer for a day. */
  readonly idempotencyKey?: string | undefined;
}

export type Received =
  | { readonly kind: 'filed'; readonly filed: FiledReport }
  /** The key was used for another body. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

type IntakePorts = FilingPorts & Pick<Ports, 'requests' | 'directory' | 'sealer' | 'ids'>;

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

/** Identifiers and return credential of a filing that has not begun. */
export const newSecrets = (
  ports: Pick<Ports, 'ids' | 'clock'>,
  { agencyId }: Pick<Report, 'agencyId'>,
): IntakeSecrets => ({
  caseId: newCaseId(ports.ids, agencyId, Number(ports.clock.now().slice(0, 4))),
  personRef: newPersonRef(ports.ids),
  receiptCode: newReceiptCode(ports.ids),
  salt: toHex(ports.ids.bytes(16)),
});

type Claim =
  | { readonly kind: 'mine'; readonly secrets: IntakeSecrets }
  | { readonly kind: 'answered'; readonly filed: FiledReport }
  | { readonly kind: 'conflict' };

const openResponse = async ({ sealer }: IntakePorts, key: Sha256, sealed: string): Promise<FiledReport> =>
  JSON.parse(await sealer.open(sealed, `response:${key}`));

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
    return { kind: 'answered', filed: await openResponse(ports, key, claim.sealedResponse) };
  }
  const opened = await ports.sealer.open(claim.sealedSecrets, `request:${key}`);
  return { kind: 'mine', secrets: intakeSecretsSchema.parse(JSON.parse(opened)) };
};

/**
 * Takes a report in. It is durable (artefact, reporter record, first event) before the answer is given; repeating the same
 * filing under the same key completes what was interrupted and gives the same answer.
 */
export const receiveReport = async (ports: IntakePorts, input: ReceiveReportInput): Promise<Received> => {
  const objection = await checkReport(ports, input.report);
  if (objection !== undefined) return objection;
  if (input.idempotencyKey === undefined) {
    return { kind: 'filed', filed: await fileReport(ports, input, newSecrets(ports, input.report)) };
  }
  const key = sha256Hex(`idempotency:${input.report.agencyId}:${input.idempotencyKey}`);
  const claim = await claimKey(ports, input.report, key);
  if (claim.kind === 'conflict') return { kind: 'conflict' };
  if (claim.kind === 'answered') return { kind: 'filed', filed: claim.filed };
  const own = await fileReport(ports, input, claim.secrets);
  const sealed = await ports.sealer.seal(JSON.stringify(own), `response:${key}`);
  // A signature is never the same twice: of several at once, all give the answer of the first.
  const standing = await ports.requests.complete(key, sealed);
  return { kind: 'filed', filed: standing === sealed ? own : await openResponse(ports, key, standing) };
};
