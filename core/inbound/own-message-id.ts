import type * as ports from '../ports.ts';
import { sameText, toHex } from '../use-cases/encoding.ts';

type WithMac = { readonly mac: ports.Mac };

const SIGNED = /^([A-Za-z0-9=._-]{3,200})\.([0-9a-f]{32})$/;

const signatureOf = async ({ mac }: WithMac, mailId: string): Promise<string> =>
  toHex(await mac.mac(`message-id:${mailId}`)).slice(0, 32);

/**
 * The left side of the message id of a mail of ours: it names the mail and proves that we wrote it. So a report of delivery is believed
 * by what it returns, and nobody who merely knows a case number can make a mail of it bounce.
 */
export const ownMessageId = async (ports: WithMac, mailId: string): Promise<string> =>
  `${mailId.replaceAll(':', '=')}.${await signatureOf(ports, mailId)}`;

/** The mail that a message id is of, where we wrote it. */
export const mailOfMessageId = async (ports: WithMac, messageId: string): Promise<string | undefined> => {
  const [, name = '', signature = ''] = SIGNED.exec(messageId.slice(0, Math.max(0, messageId.lastIndexOf('@')))) ?? [];
  const mailId = name.replaceAll('=', ':');
  return sameText(await signatureOf(ports, mailId), signature) ? mailId : undefined;
};
