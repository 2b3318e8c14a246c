import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { DynamoThrottleStore } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import { PostalMailParser } from '../../adapters/mail-parser.ts';
import { oidcVerifier } from '../../adapters/oidc-verifier.ts';
import { bundleRules, registerRules } from '../../rules/register/index.ts';
import { consoleGate } from '../../web/http/console/console-gate.ts';
import { consoleRoutes } from '../../web/http/console/console-routes.ts';
import { oidcClient } from '../../web/http/console/oidc-client.ts';
import { createSite, staffRoutes } from '../../web/http/create-app.ts';
import { NO_AUTHORITY } from '../env/fragments.ts';
import { staffPagesEnv } from '../env/staff-pages.env.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { captureWorkOf } from '../shared/ports/capture-work.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf } from '../shared/ports/evidence.ts';
import { inboundOf, waitsForTheTick } from '../shared/ports/inbound.ts';
import { signerOf } from '../shared/ports/keys.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { stepUpPorts } from '../shared/ports/step-up.ts';
import { clock, dynamo } from '../shared/ports/stores.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { siteConfig } from '../shared/site-config.ts';

const env = parseEnv(staffPagesEnv);
const config = siteConfig(env);
const ports = {
  ...taskPorts(env),
  ...stepUpPorts(env),
  throttle: new DynamoThrottleStore({ client: dynamo, table: env.THROTTLE_TABLE, clock }),
  accessLog: new DynamoAccessLog({ client: dynamo, table: env.ACCESS_TABLE }),
  inbound: inboundOf(env),
  inboundWork: waitsForTheTick,
  mailParser: new PostalMailParser(),
  evidence: evidenceOf(env),
  scanner: scannerOf(env),
  timeStamper: { isOn: env.TSA_URL !== NO_AUTHORITY },
  captureWork: captureWorkOf(env),
  signer: signerOf(env),
  registerRules: { codes: registerRules, bundles: bundleRules },
};
const oidc = oidcClient({
  issuer: env.OIDC_ISSUER,
  clientId: env.OIDC_CLIENT_ID,
  redirectUri: `${env.BASE_URL}/konsol/masuk/selesai`,
  clock,
});
const verifyToken = oidcVerifier({
  issuer: env.OIDC_ISSUER,
  audience: env.OIDC_AUDIENCE,
  clock,
  directory: ports.directory,
});

/** API and console of signed-in staff. */
export const handler = httpHandler(
  createSite([...staffRoutes, ...consoleRoutes(oidc)], {
    ports,
    config,
    verifyToken,
    consoleGate: consoleGate(ports, config),
  }),
);
