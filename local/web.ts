import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { assetFolder } from '../adapters/asset-folder.ts';
import { oidcVerifier } from '../adapters/oidc-verifier.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { type AppConfig, defaultLimits, type RateLimit, type RateName, rateNames } from '../web/http/base/config.ts';
import { consoleGate } from '../web/http/console/console-gate.ts';
import { consoleRoutes } from '../web/http/console/console-routes.ts';
import { oidcClient } from '../web/http/console/oidc-client.ts';
import { createApp } from '../web/http/create-app.ts';
import { taskRoutes } from '../web/http/tasks/task-routes.ts';
import { devApp } from './dev/dev-app.ts';
import { OIDC_AUDIENCE, OIDC_CLIENT_ID, type OidcEngine } from './engines/oidc.ts';
import type { Runtime } from './runtime.ts';
import { type Listener, onlyByOwnName } from './this-machine.ts';

/** Everyone on one machine has one address: only guessing at receipt codes is held back as it is on AWS. */
const generous = (name: RateName): RateLimit => (name === 'wrongCodes' ? defaultLimits.rates[name] : null);

const configOf = (baseUrl: string): AppConfig => ({
  baseUrl,
  // Passkeys need a name, which 127.0.0.1 is not; browsers take localhost for one, and for safe.
  passkeyOrigin: baseUrl.replace('//127.0.0.1', '//localhost'),
  limits: {
    ...defaultLimits,
    rates: Object.fromEntries(rateNames.map((name) => [name, generous(name)])) as AppConfig['limits']['rates'],
  },
  trustProxyHops: 0,
  inboxHref: '/dev/inbox',
});

export interface WebParts {
  readonly runtime: Runtime;
  readonly oidc: OidcEngine;
  readonly baseUrl: string;
  readonly sampleUrl: string;
}

/** The same site that is deployed in three functions, in one. */
const siteOf = ({ runtime, oidc, baseUrl }: WebParts) => {
  const { ports } = runtime;
  const config = configOf(baseUrl);
  const client = oidcClient({
    issuer: oidc.issuer,
    clientId: OIDC_CLIENT_ID,
    redirectUri: `${baseUrl}/konsol/masuk/selesai`,
    scope: 'openid konsol',
    clock: systemClock,
  });
  return createApp({
    ports,
    config,
    verifyToken: oidcVerifier({
      issuer: oidc.issuer,
      audience: OIDC_AUDIENCE,
      keys: { keys: [...oidc.jwks.keys] },
      clock: ports.clock,
      directory: ports.directory,
    }),
    receiveUpload: (token, body) => ports.evidence.receiveUpload(token, body),
    readAsset: assetFolder(join(import.meta.dirname, '../web/assets')),
    health: [
      async () => void (await ports.directory.agencies()),
      async () => void (await ports.signer.publicKeys()),
      async () => void runtime.mail.inbox.list(),
    ],
    consoleGate: consoleGate(ports, config),
    extraRoutes: [...taskRoutes, ...consoleRoutes(client)],
  });
};

/** One origin for everything: the site, the sign-in and what only one machine has. */
export const webListener = (parts: WebParts): Listener => {
  const site = getRequestListener(siteOf(parts).fetch);
  const dev = getRequestListener(devApp(parts).fetch);
  return onlyByOwnName((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/oidc/')) return parts.oidc.handler(request, response);
    return path.startsWith('/dev/') ? dev(request, response) : site(request, response);
  });
};

/** A server whose listener is set later: addresses must be known before the parts that name them are made. */
export const lateServer = (): { server: Server; serve: (listener: Listener) => void } => {
  let current: Listener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  const server = createServer((request, response) => current(request, response));
  return {
    server,
    serve: (listener) => {
      current = listener;
    },
  };
};
