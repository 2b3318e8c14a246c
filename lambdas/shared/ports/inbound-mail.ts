import type * as z from 'zod';
import { DynamoRequestStore } from '../../../adapters/dynamo/dynamo-request-store.ts';
import { DynamoTaskStore } from '../../../adapters/dynamo/dynamo-task-store.ts';
import { PostalMailParser } from '../../../adapters/mail-parser.ts';
import { sesMailOrigin } from '../../../adapters/ses-mail-origin.ts';
import { mailTexts } from '../../../rules/mails/index.ts';
import type { resumeMailsEnv } from '../../env/resume-mails.env.ts';
import { directoryOf } from './directory.ts';
import { evidenceOf, holdsOf } from './evidence.ts';
import { inboundOf } from './inbound.ts';
import { macOf, sealerOf, signerOf } from './keys.ts';
import { mailDomainOf } from './mail-domain.ts';
import { mailerOf } from './mailer.ts';
import { peopleOf } from './people.ts';
import { scannerOf } from './scanner.ts';
import { caseStores, clock, dynamo, ids, log } from './stores.ts';
import { workflowOf } from './workflow.ts';

/** Everything that settling a mail takes. */
export const inboundPorts = (env: z.output<typeof resumeMailsEnv>) => ({
  ...caseStores(env),
  ids,
  log,
  tasks: new DynamoTaskStore({ client: dynamo, table: env.TASKS_TABLE, ids }),
  requests: new DynamoRequestStore({ client: dynamo, table: env.REQUESTS_TABLE, clock, ids }),
  directory: directoryOf(env),
  people: peopleOf(env),
  inbound: inboundOf(env),
  evidence: evidenceOf(env),
  scanner: scannerOf(env),
  holds: holdsOf(env),
  mac: macOf(env),
  sealer: sealerOf(env),
  signer: signerOf(env),
  workflow: workflowOf(env),
  mailer: mailerOf(env),
  mailParser: new PostalMailParser(),
  mailOrigin: sesMailOrigin,
  mailTexts,
  mailDomain: mailDomainOf(env),
  baseUrl: env.BASE_URL,
});
