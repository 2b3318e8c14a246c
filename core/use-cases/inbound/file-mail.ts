import type { InboundRow } from '../../inbound/inbound-row.ts';
import { partsTakenOut, reportFromMail } from '../../inbound/report-from-mail.ts';
import { attachmentArtifactId, type IntakeSecrets } from '../../intake/intake.ts';
import { fileReport } from '../file-report.ts';
import { newSecrets } from '../receive-report.ts';
import { acknowledge } from './acknowledge.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { openSecrets, sealSecrets, settle } from './inbound-rows.ts';
import { partArtifacts, rawArtifact } from './mail-artifacts.ts';
import type { MailAtHand } from './settle-mail.ts';

/** Fixes under which identifiers a mail is filed, once: an attempt that is repeated files the same case. */
const planned = async (
  ports: InboundPorts,
  row: InboundRow,
): Promise<{ readonly row: InboundRow; readonly secrets: IntakeSecrets }> => {
  const standing = await openSecrets(ports, row);
  if (standing !== undefined) return { row, secrets: standing };
  const secrets = newSecrets(ports, row);
  const sealedSecrets = await sealSecrets(ports, row.mailId, secrets);
  return { row: await ports.inbound.update({ ...row, sealedSecrets }), secrets };
};

/**
 * Files a mail as a report: its words as the description, its parts as attachments, its sender in the People table and nowhere else. One
 * that says too little waits for a person.
 * @param description what triage wrote in the place of the mail's own words
 */
export const fileMail = async (ports: InboundPorts, at: MailAtHand, description?: string): Promise<InboundRow> => {
  const { mail } = at;
  const report = reportFromMail(mail, { agencyId: at.row.agencyId, description });
  if (report === undefined) return settle(ports, at.row, { status: 'QUEUED' }, 'TOO_SHORT');
  const { row, secrets } = await planned(ports, at.row);
  const { caseId } = secrets;
  const parts = partsTakenOut(mail);
  const attachments = await partArtifacts(ports, row, { caseId, parts, nameOf: attachmentArtifactId });
  const artifacts = [...attachments, await rawArtifact(ports, row, caseId)];
  await fileReport(ports, { report, channel: 'MAIL', artifacts }, secrets);
  // What a person had to look at first is not answered: who wrote it may be a machine.
  const offered = description === undefined && (await acknowledge(ports, { ...at, row }, caseId));
  return settle(ports, row, {
    status: 'FILED',
    caseId,
    setup: offered ? 'OFFERED' : 'NONE',
    omitted: mail.parts.length - parts.length,
  });
};
