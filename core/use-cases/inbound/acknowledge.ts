import * as z from 'zod';
import { type CaseId, newCaseId, type Sha256 } from '../../ids.ts';
import { inboundAddress, replyAddress } from '../../inbound/reply-address.ts';
import { composeMail, type MailRequest } from '../../mails/compose-mail.ts';
import { epochOf, HOUR, plusMs } from '../../time.ts';
import { sha256Hex } from '../../trail/digest.ts';
import { toHex } from '../encoding.ts';
import { type InboundPorts, MAX_MAIL_BYTES } from './inbound-ports.ts';
import type { MailAtHand } from './settle-mail.ts';
import { setupLink } from './setup-link.ts';

const address = z.email().max(254);

/** Where an answer goes (RFC 3834, section 4): back the way the mail came, and never to an address of ours. */
const answerable = ({ mailDomain }: InboundPorts, { envelope }: Pick<MailAtHand, 'envelope'>): string | undefined => {
  const to = address.safeParse(envelope.from).data;
  if (to === undefined || mailDomain === undefined) return undefined;
  const host = to.slice(to.lastIndexOf('@') + 1).toLowerCase();
  return host === mailDomain || inboundAddress(to, mailDomain) !== undefined ? undefined : to;
};

/**
 * Claims the one answer that a sender gets in an hour. The claim names its mail, so that a repeated attempt finds it its own; it is kept
 * under a keyed hash, so that nobody can tell who wrote.
 */
const mayAnswer = async (ports: InboundPorts, to: string, { mailId, caseId }: { mailId: Sha256; caseId: CaseId }) => {
  const sender = toHex(await ports.mac.mac(`mail-sender:${to.toLowerCase()}`));
  const claimed = await ports.requests.claim(sha256Hex(`mail-answer:${sender}`), {
    bodyHash: mailId,
    caseId,
    sealedSecrets: '',
    expiresAt: plusMs(ports.clock.now(), HOUR),
  });
  return claimed.outcome === 'claimed' || claimed.claim.bodyHash === mailId;
};

type Answer = Pick<MailRequest, 'name' | 'lang' | 'values' | 'replyTo'> & { readonly to: string };

const answer = async (ports: InboundPorts, mailId: string, request: Answer): Promise<void> => {
  await ports.mailer.send(composeMail(ports.mailTexts, { ...request, mailId, isReply: true }));
};

const languageOf = ({ mail }: Pick<MailAtHand, 'mail'>): 'id' | 'en' =>
  mail.headers.some(({ name, value }) => name === 'content-language' && /^en\b/i.test(value)) ? 'en' : 'id';

/**
 * Tells the sender the case number and how to follow the case without mail; nothing of what they wrote. At most one answer for a sender in
 * an hour.
 * @returns whether the receipt code was offered
 */
export const acknowledge = async (ports: InboundPorts, at: MailAtHand, caseId: CaseId): Promise<boolean> => {
  const { row } = at;
  const to = answerable(ports, at);
  if (to === undefined || ports.mailDomain === undefined) return false;
  if (!(await mayAnswer(ports, to, { mailId: row.mailId, caseId }))) return false;
  const agency = await ports.directory.agency(row.agencyId);
  await answer(ports, `mail-ack:${row.mailId}`, {
    to,
    name: 'mailAcknowledged',
    lang: languageOf(at),
    replyTo: await replyAddress(ports, { caseId, agencyId: row.agencyId, domain: ports.mailDomain }),
    values: {
      caseNumber: caseId,
      agencyName: agency?.name ?? row.agencyId,
      link: await setupLink(ports, row.mailId),
    },
  });
  return true;
};

/** Tells a sender whose mail got past the door that it is too large to become a report by itself. */
export const tellTooLarge = async (ports: InboundPorts, at: Omit<MailAtHand, 'mail'>): Promise<void> => {
  const { row } = at;
  const to = answerable(ports, at);
  if (to === undefined) return;
  const year = new Date(epochOf(row.receivedAt)).getUTCFullYear();
  // A claim names a case; this one will never be.
  const caseId = newCaseId(ports.ids, row.agencyId, year);
  if (!(await mayAnswer(ports, to, { mailId: row.mailId, caseId }))) return;
  const agency = await ports.directory.agency(row.agencyId);
  await answer(ports, `mail-refused:${row.mailId}`, {
    to,
    name: 'mailRefused',
    lang: 'id',
    values: {
      agencyName: agency?.name ?? row.agencyId,
      megabytes: String(MAX_MAIL_BYTES / 1024 / 1024),
      link: `${ports.baseUrl}/lapor`,
    },
  });
};
