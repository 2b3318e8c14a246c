import middy from '@middy/core';
import * as z from 'zod';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { recordUndelivered } from '../../core/use-cases/inbound/record-undelivered.ts';
import { mailTexts } from '../../rules/mails/index.ts';
import { recordUndeliveredEnv } from '../env/record-undelivered.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { inboundOf } from '../shared/ports/inbound.ts';
import { mailerOf } from '../shared/ports/mailer.ts';
import { caseStores, dynamo, ids, log } from '../shared/ports/stores.ts';

const env = parseEnv(recordUndeliveredEnv);
const ports = {
  ...caseStores(env),
  tasks: new DynamoTaskStore({ client: dynamo, table: env.TASKS_TABLE, ids }),
  directory: directoryOf(env),
  inbound: inboundOf(env),
  mailer: mailerOf(env),
  mailTexts,
  baseUrl: env.BASE_URL,
};

const headers = z.array(z.object({ name: z.string(), value: z.string() })).default([]);
const status = z.object({ status: z.string().optional() });

/** An event of SES about one mail (`aws.ses` on the default bus). */
const event = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ headers }),
    bounce: z.object({ bouncedRecipients: z.array(status).default([]) }).optional(),
  }),
});

const causes: Readonly<Record<string, 'BOUNCED' | 'COMPLAINED' | 'REJECTED'>> = {
  'Email Bounced': 'BOUNCED',
  'Email Complaint Received': 'COMPLAINED',
  'Email Rejected': 'REJECTED',
};

/** A mail of ours did not arrive: on record in its case, and the personnel unit is told. SES itself says so, so it is believed. */
export const handler = middy().handler(async (given: unknown) => {
  const { 'detail-type': what, detail } = event.parse(given);
  const cause = causes[what];
  const mailId = detail.mail.headers.find(({ name }) => name.toLowerCase() === 'x-tertib-mail-id')?.value;
  if (cause === undefined || mailId === undefined) return { recorded: false };
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(detail.bounce?.bouncedRecipients[0]?.status ?? '')?.[0];
  const caseId = await recordUndelivered(ports, { mailId, cause, status: code });
  log.info('mail-undelivered', { cause, known: caseId !== undefined });
  return { recorded: caseId !== undefined };
});
