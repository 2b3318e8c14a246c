import { localDate } from '../../calendar/zones.ts';
import type { Agency } from '../../directory/staff.ts';
import { newCaseId } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { composeMail } from '../../mails/compose-mail.ts';
import { DAY, epochOf, plusMs } from '../../time.ts';
import { sha256Hex } from '../../trail/digest.ts';
import type { InboundPorts } from './inbound-ports.ts';

/** So long a mail may wait for a person before the personnel unit hears of it. */
const WAITS_MS = DAY;

/** The mail that waits longest, where it waits too long. */
const longestWaiting = async (ports: InboundPorts, { agencyId }: Agency): Promise<InboundRow | undefined> => {
  const { items } = await ports.inbound.list({ agencyId, status: 'QUEUED', limit: 1 });
  const [oldest] = items;
  const waited = oldest === undefined ? 0 : epochOf(ports.clock.now()) - epochOf(oldest.receivedAt);
  return waited >= WAITS_MS ? oldest : undefined;
};

const remindAgency = async (ports: InboundPorts, agency: Agency): Promise<boolean> => {
  if ((await longestWaiting(ports, agency)) === undefined) return false;
  const { agencyId, zone, personnelUnitMail } = agency;
  const now = ports.clock.now();
  const day = localDate(now, zone);
  const mailId = `mails-waiting:${agencyId}:${day}`;
  const key = sha256Hex(mailId);
  const claim = await ports.requests.claim(key, {
    bodyHash: key,
    // A claim names a case; this one will never be.
    caseId: newCaseId(ports.ids, agencyId, Number(day.slice(0, 4))),
    sealedSecrets: '',
    expiresAt: plusMs(now, 2 * DAY),
  });
  if (claim.outcome === 'found' && claim.claim.sealedResponse !== undefined) return false;
  const values = { agencyName: agency.name, link: `${ports.baseUrl}/konsol/surat` };
  await ports.mailer.send(
    composeMail(ports.mailTexts, { mailId, to: personnelUnitMail, name: 'mailsWaiting', lang: 'id', values }),
  );
  await ports.requests.complete(key, 'sent');
  return true;
};

/** Tells each personnel unit, once a day, that mails wait for a person. Answers how many were told. */
export const remindOfMails = async (ports: InboundPorts): Promise<number> => {
  let told = 0;
  for (const agency of await ports.directory.agencies()) if (await remindAgency(ports, agency)) told += 1;
  return told;
};
