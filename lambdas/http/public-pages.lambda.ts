import { assetFolder } from '../../adapters/asset-folder.ts';
import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoRequestStore } from '../../adapters/dynamo/dynamo-request-store.ts';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { createSite, publicRoutes } from '../../web/http/create-app.ts';
import { publicPagesEnv } from '../env/public-pages.env.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { directoryOf } from '../shared/ports/directory.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { inboundOf } from '../shared/ports/inbound.ts';
import { judgeStampLater } from '../shared/ports/judge-stamp.ts';
import { macOf, sealerOf, signerOf } from '../shared/ports/keys.ts';
import { peopleOf } from '../shared/ports/people.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { caseStores, clock, dynamo, ids, log } from '../shared/ports/stores.ts';
import { workflowOf } from '../shared/ports/workflow.ts';
import { siteConfig } from '../shared/site-config.ts';

const env = parseEnv(publicPagesEnv);
const config = siteConfig(env);
const directory = directoryOf(env);
const ports = {
  ...caseStores(env),
  ids,
  log,
  directory,
  tasks: new DynamoTaskStore({ client: dynamo, table: env.TASKS_TABLE, ids }),
  requests: new DynamoRequestStore({ client: dynamo, table: env.REQUESTS_TABLE, clock, ids }),
  throttle: new DynamoThrottleStore({ client: dynamo, table: env.THROTTLE_TABLE, clock }),
  accessLog: new DynamoAccessLog({ client: dynamo, table: env.ACCESS_TABLE }),
  inbound: inboundOf(env),
  people: peopleOf(env),
  evidence: evidenceOf(env),
  scanner: scannerOf(env),
  mac: macOf(env),
  sealer: sealerOf(env),
  signer: signerOf(env),
  judgeStamp: judgeStampLater,
  workflow: workflowOf(env),
  baseUrl: env.BASE_URL,
};
const healthy = async (): Promise<void> => {
  await Promise.all([directory.agencies(), ports.signer.publicKeys()]);
};
const readAsset = assetFolder(env.ASSET_DIR);
const routes = publicRoutes({ limits: config.limits.intake, readAsset, health: [healthy] });

/** Pages and API of reporters and of everyone. */
export const handler = httpHandler(createSite(routes, { ports, config, verifyToken: async () => undefined }));
