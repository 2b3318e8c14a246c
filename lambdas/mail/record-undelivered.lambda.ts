import middy from '@middy/core';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { recordUndelivered } from '../../core/use-cases/inbound/record-undelivered.ts';
import { mailTexts } from '../../rules/mails/index.ts';
import { recordUndeliveredEnv } from '../env/record-undelivered.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { inboundOf } from '../shared/ports/inbound.ts';
import { sealerOf } from '../shared/ports/keys.ts';
import { mailerOf } from '../shared/ports/mailer.ts';
import { caseStores, dynamo, ids, log } from '../shared/ports/stores.ts';
import { mailUndelivered } from '../shared/ses-events.ts';

const env = parseEnv(recordUndeliveredEnv);
const ports = {
  ...caseStores(env),
  tasks: new DynamoTaskStore({ client: dynamo, table: env.TASKS_TABLE, ids }),
  directory: directoryOf(env),
  evidence: evidenceOf(env),
  inbound: inboundOf(env),
  sealer: sealerOf(env),
  mailer: mailerOf(env),
  mailTexts,
  baseUrl: env.BASE_URL,
};

/** A mail of ours did not arrive: on record in its case, and a task for the personnel unit. SES itself says so, so it is believed. */
export const handler = middy().handler(async (event: unknown) => {
  const told = mailUndelivered(event);
  if (told === undefined) return { recorded: false };
  const bytes = new TextEncoder().encode(JSON.stringify(event));
  const source = await ports.evidence.put({ bytes, mediaType: 'application/json' });
  const caseId = await recordUndelivered(ports, { ...told, source });
  log.info('mail-undelivered', { cause: told.cause, known: caseId !== undefined });
  return { recorded: caseId !== undefined };
});
