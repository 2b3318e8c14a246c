import { type AgencyId, agencyIdSchema, type CaseId, caseIdSchema, crockford, normaliseCrockford } from '../ids.ts';
import type * as ports from '../ports.ts';
import { sameText } from '../use-cases/encoding.ts';

/** 130 bits: a local part has 64 characters (RFC 5321), and mail servers may change their case. */
const TOKEN_LENGTH = 26;
const LOCAL_PART = 'lapor';
const ADDRESS = /^lapor(?:\+([a-z0-9]{2,16}-\d{4}-[0-9a-z]{8})\.([0-9a-z]{26}))?@([^@\s]+)$/i;

/** The address of an agency: `lapor@<agencyId>.<domain>`. */
export const reportAddress = (agencyId: AgencyId, domain: string): string => `${LOCAL_PART}@${agencyId}.${domain}`;

/** What an address of ours says: whose it is and, in the answer to a mail about a case, which case it claims. */
export interface InboundAddress {
  readonly agencyId: AgencyId;
  readonly reply?: { readonly caseId: CaseId; readonly token: string } | undefined;
}

/** Reads an address of ours; undefined for any other. */
export const inboundAddress = (address: string, domain: string): InboundAddress | undefined => {
  const [, number, token, host = ''] = ADDRESS.exec(address.trim()) ?? [];
  const suffix = `.${domain.toLowerCase()}`;
  if (!host.toLowerCase().endsWith(suffix)) return undefined;
  const agencyId = agencyIdSchema.safeParse(host.toLowerCase().slice(0, -suffix.length));
  if (!agencyId.success) return undefined;
  if (number === undefined || token === undefined) return { agencyId: agencyId.data };
  const caseId = caseIdSchema.safeParse(number.toUpperCase());
  return caseId.success
    ? { agencyId: agencyId.data, reply: { caseId: caseId.data, token } }
    : { agencyId: agencyId.data };
};

const tokenOf = async (mac: ports.Mac, caseId: CaseId): Promise<string> =>
  crockford(await mac.mac(`mail-reply:${caseId}`), TOKEN_LENGTH);

/** The address that answers to a mail about a case come back to. Only the reporter is told it. */
export const replyAddress = async (
  { mac }: { readonly mac: ports.Mac },
  { caseId, agencyId, domain }: { readonly caseId: CaseId; readonly agencyId: AgencyId; readonly domain: string },
): Promise<string> => `${LOCAL_PART}+${caseId}.${await tokenOf(mac, caseId)}@${agencyId}.${domain}`.toLowerCase();

/** Whether a presented token is the case's, in constant time. */
export const isReplyToken = async (
  { mac }: { readonly mac: ports.Mac },
  { caseId, token }: { readonly caseId: CaseId; readonly token: string },
): Promise<boolean> => sameText(await tokenOf(mac, caseId), normaliseCrockford(token));
