import { headerBlock } from '../../inbound/header-block.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { judgeMail, type MailJudgement } from '../../inbound/judge-mail.ts';
import type { MailEnvelope, MailParse, ParsedMail } from '../../inbound/parsed-mail.ts';
import { type InboundAddress, inboundAddress } from '../../inbound/reply-address.ts';
import { tellTooLarge } from './acknowledge.ts';
import { attachAnswer, attachReply } from './attach-reply.ts';
import { fileMail } from './file-mail.ts';
import { type InboundPorts, MAX_MAIL_BYTES } from './inbound-ports.ts';
import { openEnvelope, openOrder, settle } from './inbound-rows.ts';
import { settleUndelivered } from './settle-undelivered.ts';

/** A mail on its way: its row, its bytes, what it says, and by which way it came. */
export interface MailAtHand {
  readonly row: InboundRow;
  readonly mail: ParsedMail;
  readonly envelope: MailEnvelope;
}

/** Of several addresses of one agency, that of a case says most. */
const addressFor = ({ agencyId }: InboundRow, envelope: MailEnvelope, domain: string): InboundAddress => {
  const ours = envelope.to
    .map((address) => inboundAddress(address, domain))
    .filter((address) => address?.agencyId === agencyId);
  return ours.find((address) => address?.reply !== undefined) ?? { agencyId };
};

const act = (ports: InboundPorts, at: MailAtHand, judgement: MailJudgement): Promise<InboundRow> => {
  const { row } = at;
  switch (judgement.kind) {
    case 'REPORT':
      return fileMail(ports, at);
    case 'REPLY':
      return attachReply(ports, at, judgement.reply);
    case 'DELIVERY_REPORT':
    case 'COMPLAINT':
      return settleUndelivered(ports, at, judgement);
    case 'AUTOMATIC':
      return settle(ports, row, { status: 'IGNORED' }, judgement.sign);
    case 'LIST':
      return settle(ports, row, { status: 'IGNORED' }, 'LIST');
    case 'STRAY_REPLY':
      return attachAnswer(ports, at, judgement.answers);
    case 'EMPTY':
      return settle(ports, row, { status: 'QUEUED' }, 'EMPTY');
    default:
      return judgement satisfies never;
  }
};

const nothing: ParsedMail = { headers: [], from: [], subject: '', text: '', textFrom: 'NONE', parts: [] };

/** What triage ordered is filed whatever the mail is; of one that cannot be read, nothing but their words. */
const fileOrdered = (ports: InboundPorts, at: Omit<MailAtHand, 'mail'>, parse: MailParse, description: string) =>
  fileMail(ports, { ...at, mail: parse.outcome === 'parsed' ? parse.mail : nothing }, description);

/** Told by the header alone: what is too large is not taken apart. */
const isOfMachine = ({ row, envelope, raw }: Omit<MailAtHand, 'mail'> & { readonly raw: Uint8Array }): boolean => {
  const mail = { ...nothing, headers: headerBlock(raw) };
  const { kind } = judgeMail({ mail, envelope, address: { agencyId: row.agencyId }, ownDomain: '' });
  return kind === 'AUTOMATIC' || kind === 'LIST' || kind === 'DELIVERY_REPORT' || kind === 'COMPLAINT';
};

const withVerdicts = async (
  ports: InboundPorts,
  row: InboundRow,
  mail: { readonly raw: Uint8Array; readonly envelope: MailEnvelope },
): Promise<InboundRow> =>
  row.verdicts.source === 'NONE' ? { ...row, verdicts: await ports.mailOrigin.verdicts(mail) } : row;

/**
 * Brings a mail that is kept to what becomes of it: a case, a part of one, nothing, or the queue of people. A settled mail stays as it is.
 */
export const settleMail = async (ports: InboundPorts, kept: InboundRow, raw: Uint8Array): Promise<InboundRow> => {
  if (kept.status !== 'RECEIVED' || ports.mailDomain === undefined) return kept;
  const envelope = await openEnvelope(ports, kept);
  const row = await withVerdicts(ports, kept, { raw, envelope });
  const order = await openOrder(ports, row);
  if (raw.byteLength > MAX_MAIL_BYTES) {
    if (order !== undefined) return fileMail(ports, { row, envelope, mail: nothing }, order.description);
    if (!isOfMachine({ row, envelope, raw })) await tellTooLarge(ports, { row, envelope });
    return settle(ports, row, { status: 'QUEUED' }, 'TOO_LARGE');
  }
  const parse = await ports.mailParser.parse(raw);
  if (order !== undefined) return fileOrdered(ports, { row, envelope }, parse, order.description);
  if (parse.outcome === 'unreadable') return settle(ports, row, { status: 'QUEUED' }, parse.reason);
  const { mail } = parse;
  const address = addressFor(row, envelope, ports.mailDomain);
  return act(ports, { row, mail, envelope }, judgeMail({ mail, envelope, address, ownDomain: ports.mailDomain }));
};
