import type { Log } from '../../core/ports.ts';
import { LOOPBACK, listen } from '../../local/engines/listen.ts';
import { startOidc } from '../../local/engines/oidc.ts';
import { startSampleSite } from '../../local/engines/sample-site.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { loadSampleAgency } from '../../local/sample/sample-agency.ts';
import { lateServer, webListener } from '../../local/web.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: (event, error) => console.error(event, error) };

/** The program's time begins here, so that a benchmark may move it a year on and calendars are known all the way. */
const BEGINNING = Date.parse('2026-04-06T03:00:00Z');

export interface LocalSite {
  readonly baseUrl: string;
  readonly runtime: Runtime;
  /** A posting that may be captured. */
  readonly sampleUrl: string;
  /** Requests answered so far, as API Gateway would count them. */
  requests(): number;
  close(): Promise<void>;
}

/**
 * The whole local system inside this process, so that a benchmark can change what it stands on before anyone calls.
 * @param prepare may exchange parts of `runtime.ports`
 */
export const startLocalSite = async (
  folder: string,
  prepare: (runtime: Runtime) => Promise<void> | void,
): Promise<LocalSite> => {
  const { server, serve } = lateServer();
  const baseUrl = `http://${LOOPBACK}:${await listen(server, 0)}`;
  const sample = await startSampleSite();
  const started = Date.now();
  const realNow = (): number => BEGINNING + Date.now() - started;
  const runtime = await startRuntime({ folder, baseUrl, log: silent, samplePort: sample.port, tickMs: 0, realNow });
  await loadSampleAgency(runtime.ports);
  await prepare(runtime);
  const oidc = await startOidc({
    issuer: `${baseUrl}/oidc`,
    folder,
    now: runtime.clock.now,
    people: [],
    client: { redirectUris: [`${baseUrl}/konsol/masuk/selesai`] },
  });
  const answer = webListener({ runtime, oidc, baseUrl, sampleUrl: sample.url });
  let requests = 0;
  serve((request, response) => {
    // The helpers of one machine stand for a watch and the like.
    if (!(request.url ?? '').startsWith('/dev/')) requests += 1;
    return answer(request, response);
  });
  return {
    baseUrl,
    runtime,
    sampleUrl: sample.url,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await sample.close();
      await oidc.close();
      await runtime.close();
    },
  };
};
