import type { AgencyId, Sha256 } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import type { MailEnvelope } from '../../inbound/parsed-mail.ts';
import { inboundAddress } from '../../inbound/reply-address.ts';
import { noVerdicts } from '../../inbound/verdicts.ts';
import type { Instant } from '../../time.ts';
import { sha256Hex } from '../../trail/digest.ts';
import type { Ports } from '../ports.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { sealEnvelope } from './inbound-rows.ts';
import { settleMail } from './settle-mail.ts';

export interface IncomingMail {
  /** The message as it came, to the byte. */
  readonly raw: Uint8Array;
  readonly envelope: MailEnvelope;
  readonly receivedAt: Instant;
}

/** Agencies of the directory that a mail is for. */
export const agenciesAddressed = async (
  { directory, mailDomain }: Pick<Ports, 'directory' | 'mailDomain'>,
  to: readonly string[],
): Promise<AgencyId[]> => {
  if (mailDomain === undefined) return [];
  const named = new Set(to.flatMap((address) => inboundAddress(address, mailDomain)?.agencyId ?? []));
  const known: AgencyId[] = [];
  for (const agencyId of named) if ((await directory.agency(agencyId)) !== undefined) known.push(agencyId);
  return known;
};

const mailIdOf = (agencyId: AgencyId, sha256: Sha256): Sha256 => sha256Hex(`mail:${agencyId}:${sha256}`);

/** The raw message and its row, before anything of it is read; of the same mail again, the row that stands. */
const keep = async (
  ports: InboundPorts,
  { raw, envelope, receivedAt }: IncomingMail,
  agencyId: AgencyId,
): Promise<InboundRow> => {
  const mailId = mailIdOf(agencyId, sha256Hex(raw));
  const { sha256, size } = await ports.evidence.put({ bytes: raw, mediaType: 'message/rfc822', heldFor: mailId });
  const standing = await ports.inbound.get(mailId);
  if (standing !== undefined) return standing;
  const row: InboundRow = {
    mailId,
    agencyId,
    sha256,
    size,
    receivedAt,
    status: 'RECEIVED',
    verdicts: noVerdicts,
    omitted: 0,
    sealedEnvelope: await sealEnvelope(ports, mailId, envelope),
    setup: 'NONE',
    acts: [],
    version: 0,
  };
  await ports.inbound.create(row);
  return (await ports.inbound.get(mailId)) ?? row;
};

/**
 * Takes a mail in: for each agency that it is addressed to, the raw message is stored as evidence before anything of it is parsed, and only
 * then is it judged. The same mail again completes what was interrupted, and nothing else.
 * @returns one row for each agency; none where no agency of the directory is addressed, and nothing was kept
 */
export const receiveMail = async (ports: InboundPorts, mail: IncomingMail): Promise<readonly InboundRow[]> => {
  const agencies = await agenciesAddressed(ports, mail.envelope.to);
  const kept: InboundRow[] = [];
  for (const agencyId of agencies) kept.push(await keep(ports, mail, agencyId));
  const settled: InboundRow[] = [];
  for (const row of kept) settled.push(await settleMail(ports, row, mail.raw));
  return settled;
};
