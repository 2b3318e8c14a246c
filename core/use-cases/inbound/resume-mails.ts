import type { AgencyId } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { epochOf, MINUTE } from '../../time.ts';
import type { InboundPorts } from './inbound-ports.ts';
import { settleMail } from './settle-mail.ts';

const PAGE = 50;
/** Younger mails are left to whoever received them. */
export const MIN_MAIL_AGE_MS = 2 * MINUTE;

/** A mail may be in the hands of whoever received it; what triage ordered is in nobody's. */
const isWaiting = (ports: InboundPorts, row: InboundRow, minAgeMs: number): boolean =>
  row.sealedOrder !== undefined || epochOf(ports.clock.now()) - epochOf(row.receivedAt) >= minAgeMs;

const resume = async (ports: InboundPorts, row: InboundRow): Promise<boolean> => {
  try {
    const raw = await ports.evidence.get(row.sha256);
    if (raw === undefined) return false;
    return (await settleMail(ports, row, raw)).status !== 'RECEIVED';
  } catch (error) {
    // One mail that cannot be settled now must not keep the others: the next run tries again.
    ports.log.error('mail-not-settled', error, { mailId: row.mailId });
    return false;
  }
};

const resumeAgency = async (ports: InboundPorts, agencyId: AgencyId, minAgeMs: number): Promise<number> => {
  let settled = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.inbound.list({ agencyId, status: 'RECEIVED', limit: PAGE, cursor });
    for (const row of page.items) {
      if (isWaiting(ports, row, minAgeMs) && (await resume(ports, row))) settled += 1;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return settled;
};

/** Settles what is kept and not settled: mails whose receiver died, and what triage ordered. Answers how many it settled. */
export const resumeMails = async (
  ports: InboundPorts,
  { minAgeMs } = { minAgeMs: MIN_MAIL_AGE_MS },
): Promise<number> => {
  let settled = 0;
  for (const { agencyId } of await ports.directory.agencies()) settled += await resumeAgency(ports, agencyId, minAgeMs);
  return settled;
};
