import * as z from 'zod';
import type { Sha256 } from '../../ids.ts';
import type { InboundReason, InboundRow } from '../../inbound/inbound-row.ts';
import type { MailEnvelope } from '../../inbound/parsed-mail.ts';
import { type IntakeSecrets, intakeSecretsSchema } from '../../intake/intake.ts';
import type { Ports } from '../ports.ts';

type SealPorts = Pick<Ports, 'sealer'>;

const envelopeSchema = z.strictObject({
  from: z.string(),
  to: z.array(z.string()),
  remoteAddress: z.string().optional(),
  helo: z.string().optional(),
});

const contextOf = (what: 'envelope' | 'secrets' | 'order', mailId: Sha256): string => `mail-${what}:${mailId}`;

export const sealEnvelope = ({ sealer }: SealPorts, mailId: Sha256, envelope: MailEnvelope): Promise<string> =>
  sealer.seal(JSON.stringify(envelope), contextOf('envelope', mailId));

export const openEnvelope = async (
  { sealer }: SealPorts,
  { mailId, sealedEnvelope }: InboundRow,
): Promise<MailEnvelope> =>
  envelopeSchema.parse(JSON.parse(await sealer.open(sealedEnvelope, contextOf('envelope', mailId))));

export const sealSecrets = ({ sealer }: SealPorts, mailId: Sha256, secrets: IntakeSecrets): Promise<string> =>
  sealer.seal(JSON.stringify(secrets), contextOf('secrets', mailId));

export const openSecrets = async (
  { sealer }: SealPorts,
  { mailId, sealedSecrets }: InboundRow,
): Promise<IntakeSecrets | undefined> =>
  sealedSecrets === undefined
    ? undefined
    : intakeSecretsSchema.parse(JSON.parse(await sealer.open(sealedSecrets, contextOf('secrets', mailId))));

const orderSchema = z.strictObject({ description: z.string() });
/** What triage wrote for a mail that makes no report by itself. */
export type MailOrder = z.infer<typeof orderSchema>;

export const sealOrder = ({ sealer }: SealPorts, mailId: Sha256, order: MailOrder): Promise<string> =>
  sealer.seal(JSON.stringify(order), contextOf('order', mailId));

export const openOrder = async (
  { sealer }: SealPorts,
  { mailId, sealedOrder }: InboundRow,
): Promise<MailOrder | undefined> =>
  sealedOrder === undefined
    ? undefined
    : orderSchema.parse(JSON.parse(await sealer.open(sealedOrder, contextOf('order', mailId))));

type Settled = Pick<InboundRow, 'status'> & Partial<Pick<InboundRow, 'caseId' | 'setup' | 'omitted'>>;

/** Writes what became of a mail; whatever was sealed for the way there is gone, but for a receipt code that is still to be fetched. */
export const settle = async (
  { inbound, holds }: Pick<Ports, 'inbound' | 'holds'>,
  row: InboundRow,
  settled: Settled,
  reason?: InboundReason,
): Promise<InboundRow> => {
  const { sealedOrder: _order, sealedSecrets, reason: _reason, ...rest } = row;
  // A mail that became part of a case is held by the case; one that came to nothing is held by nobody.
  if (settled.status !== 'RECEIVED' && settled.status !== 'QUEUED') await holds.close(row.mailId);
  const keeps = settled.setup === 'OFFERED' && sealedSecrets !== undefined;
  return inbound.update({
    ...rest,
    ...settled,
    ...(keeps ? { sealedSecrets } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
};
