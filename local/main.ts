import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonLog } from '../adapters/json-log.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { TertibError } from '../core/errors.ts';
import { listen } from './engines/listen.ts';
import { startOidc } from './engines/oidc.ts';
import { startSampleSite } from './engines/sample-site.ts';
import { startMailDoor } from './mail-door.ts';
import { startRuntime } from './runtime.ts';
import { peopleOf } from './sample/people.ts';
import { loadSampleAgency, sampleAgency } from './sample/sample-agency.ts';
import { readSettings, type Settings, UnusableSettings } from './settings.ts';
import { lateServer, webListener } from './web.ts';

const TICK_MS = 1000;
const STOP_MS = 4500;

const start = async (settings: Settings): Promise<{ baseUrl: string; stop: () => Promise<void> }> => {
  const { folder } = settings;
  const { server, serve } = lateServer();
  const baseUrl = `http://127.0.0.1:${await listen(server, settings.port)}`;
  const log = new JsonLog({
    clock: systemClock,
    write: (line) => appendFileSync(join(folder, 'log.jsonl'), `${line}\n`),
  });
  const sample = await startSampleSite();
  const runtime = await startRuntime({
    folder,
    baseUrl,
    log,
    samplePort: sample.port,
    timeStamping: settings.timeStamping,
    chromium: settings.chromium,
    clamAv: settings.clamAv,
    tickMs: TICK_MS,
  });
  const smtp = await startMailDoor(runtime.ports, { port: settings.smtpPort, log });
  if (settings.sample) await loadSampleAgency(runtime.ports);
  const oidc = await startOidc({
    issuer: `${baseUrl}/oidc`,
    folder,
    now: runtime.clock.now,
    people: settings.sample ? peopleOf(await sampleAgency()) : [],
    client: { redirectUris: [`${baseUrl}/konsol/masuk/selesai`] },
  });
  serve(webListener({ runtime, oidc, baseUrl, sampleUrl: sample.url }));
  await runtime.redrive();
  return {
    baseUrl,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await smtp.close();
      await sample.close();
      await oidc.close();
      await runtime.close();
    },
  };
};

/** Says that every part answers, on a line of its own (contract.md). */
const announce = async (baseUrl: string): Promise<void> => {
  const health = await fetch(`${baseUrl}/healthz`);
  if (!health.ok) throw new Error(`not healthy: ${await health.text()}`);
  console.log(`Tertib is ready at ${baseUrl}`);
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const explain = (error: unknown, folder: string): string => {
  if (error instanceof UnusableSettings) return error.message;
  if (error instanceof TertibError && error.name === 'DataFolderInUse')
    return `Data di ${folder} sedang dipakai oleh Tertib lain. Hentikan dahulu, atau pilih TERTIB_DATA lain.\nThe data in ${folder} is in use by another Tertib. Stop it first, or choose another TERTIB_DATA.`;
  if (error instanceof Error && ['EACCES', 'EEXIST', 'ENOTDIR', 'EROFS'].includes(codeOf(error)))
    return `${error.message}\nTidak dapat dipakai: periksa TERTIB_DATA (${folder}), PORT dan SMTP_PORT.\nCannot be used: look at TERTIB_DATA (${folder}), PORT and SMTP_PORT.`;
  if (error instanceof Error && codeOf(error) === 'EADDRINUSE')
    return `${error.message}\nPorta sudah dipakai: Tertib lain mungkin sedang berjalan. Pilih PORT atau SMTP_PORT lain.\nThe port is taken: another Tertib may be running. Choose another PORT or SMTP_PORT.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

let folder = '';
try {
  const settings = readSettings(process.env);
  folder = settings.folder;
  const { baseUrl, stop } = await start(settings);
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    // Everything acknowledged is durable: what does not close in time is simply left.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  await announce(baseUrl);
} catch (error) {
  console.error(explain(error, folder));
  process.exit(1);
}
