import type { Undelivered } from '../../inbound/delivery-report.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import type { MailJudgement } from '../../inbound/judge-mail.ts';
import { mailOfMessageId } from '../../inbound/own-message-id.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { settle } from './inbound-rows.ts';
import { recordUndelivered } from './record-undelivered.ts';
import type { MailAtHand } from './settle-mail.ts';

type Report = Extract<MailJudgement, { kind: 'DELIVERY_REPORT' | 'COMPLAINT' }>;

const factsOf = (judgement: Report): Undelivered =>
  judgement.kind === 'COMPLAINT' ? judgement.complaint : judgement.report;

/**
 * Believes a report of delivery by the message id that it returns: only who was sent the mail knows it. What cannot be placed waits for a
 * person; a delay is no failure.
 */
export const settleUndelivered = async (
  ports: InboundPorts,
  at: MailAtHand,
  judgement: Report,
): Promise<InboundRow> => {
  const { row } = at;
  if (judgement.kind === 'DELIVERY_REPORT' && !judgement.report.failed) {
    return settle(ports, row, { status: 'IGNORED' }, 'DELAYED');
  }
  const { messageId, status } = factsOf(judgement);
  const mailId = messageId === undefined ? undefined : await mailOfMessageId(ports, messageId);
  const cause = judgement.kind === 'COMPLAINT' ? 'COMPLAINED' : 'BOUNCED';
  const source = { sha256: row.sha256, size: row.size };
  const caseId = mailId === undefined ? undefined : await recordUndelivered(ports, { mailId, cause, status, source });
  return caseId === undefined
    ? settle(ports, row, { status: 'QUEUED' }, 'UNKNOWN_BOUNCE')
    : settle(ports, row, { status: 'ATTACHED', caseId }, judgement.kind);
};
