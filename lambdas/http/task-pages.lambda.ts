import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { DynamoVisitStore } from '../../adapters/dynamo/dynamo-visit-store.ts';
import { createSite } from '../../web/http/create-app.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { taskPagesEnv } from '../env/task-pages.env.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { captureWorkOf } from '../shared/ports/capture-work.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { stepUpPorts } from '../shared/ports/step-up.ts';
import { clock, dynamo, ids } from '../shared/ports/stores.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { siteConfig } from '../shared/site-config.ts';

const env = parseEnv(taskPagesEnv);
const ports = {
  ...taskPorts(env),
  ...stepUpPorts(env),
  visits: new DynamoVisitStore({ client: dynamo, table: env.VISITS_TABLE, ids: ids }),
  throttle: new DynamoThrottleStore({ client: dynamo, table: env.THROTTLE_TABLE, clock }),
  accessLog: new DynamoAccessLog({ client: dynamo, table: env.ACCESS_TABLE }),
  evidence: evidenceOf(env),
  scanner: scannerOf(env),
  captureWork: captureWorkOf(env),
};

/** The pages behind a mailed link. */
export const handler = httpHandler(
  createSite(taskRoutes, { ports, config: siteConfig(env), verifyToken: async () => undefined }),
);
