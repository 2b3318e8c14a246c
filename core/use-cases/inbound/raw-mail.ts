import type { Principal } from '../../access/principal.ts';
import { loadCase } from '../../case/append.ts';
import { NotFound } from '../../errors.ts';
import { newReceiptCode } from '../../ids.ts';
import type { InboundRow } from '../../inbound/inbound-row.ts';
import { isReporterHidden } from '../../inbound/names-reporter.ts';
import { type Refused, refused } from '../../refusal.ts';
import type { Ports } from '../ports.ts';
import { actorOf } from '../read-case.ts';
import { actOf, changeMail, type QueuePorts, type Wish } from './mail-queue.ts';

export type RawMailPorts = QueuePorts & Pick<Ports, 'evidence' | 'accessLog' | 'ids'>;

const hidden = refused(
  'REPORTER_ANONYMOUS',
  'Pelapor memilih diperlakukan sebagai pelapor anonim: surel aslinya tidak dibuka lagi.',
  'The reporter chose to be treated as anonymous: the original of their mail is not opened any more.',
);

/** What was sent to officials names no reporter. */
const namesReporter = ({ undelivered }: InboundRow): boolean =>
  undelivered === undefined || undelivered.recipient === 'REPORTER';

/** Whether a mail may still be opened by those who handle mail. */
export const isRawMailHidden = async ({ trail }: Pick<Ports, 'trail'>, row: InboundRow): Promise<boolean> => {
  const state = row.caseId && (await loadCase(trail, row.caseId));
  return state ? namesReporter(row) && isReporterHidden(state) : false;
};

/** The read stands with the mail, and where it has become a case, with the accesses to the case. */
const recordAccess = async (ports: RawMailPorts, principal: Principal, row: InboundRow, reason: string) => {
  if (row.caseId === undefined) return;
  await ports.accessLog.record({
    caseId: row.caseId,
    accessId: newReceiptCode(ports.ids),
    at: ports.clock.now(),
    actor: actorOf(principal),
    action: 'evidence-opened',
    detail: `mail-${row.mailId.slice(0, 24)}: ${reason}`,
  });
};

export type RawMail = { readonly kind: 'opened'; readonly raw: Uint8Array } | Refused;

/**
 * The raw message, for someone who said what for; the reason is on record before the first byte.
 * @throws NotFound for whoever it is not for
 */
export const openRawMail = async (
  ports: RawMailPorts,
  principal: Principal,
  { mailId, reason }: Wish,
): Promise<RawMail> => {
  const opened = { action: 'OPENED', reason } as const;
  const row = await changeMail<Refused>(ports, { principal, mailId }, async (now) =>
    (await isRawMailHidden(ports, now)) ? hidden : { ...now, acts: [...now.acts, actOf(ports, principal, opened)] },
  );
  if (!('mailId' in row)) return row;
  await recordAccess(ports, principal, row, reason);
  const raw = await ports.evidence.get(row.sha256);
  if (raw === undefined) throw new NotFound(`the raw message of mail ${mailId} is gone`);
  return { kind: 'opened', raw };
};
