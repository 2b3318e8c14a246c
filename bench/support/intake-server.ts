import type { Ports } from '../../core/use-cases/ports.ts';
import { startLocalSite } from './local-site.ts';

/**
 * The local system with a workflow that begins nothing: intake alone, as on AWS, where every case is driven elsewhere. A program of its
 * own: `node intake-server.ts FOLDER` prints its address.
 */
const resting: Pick<Ports, 'workflow'> = {
  workflow: { start: async () => {}, isRunning: async () => true, succeed: async () => 'gone' },
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node intake-server.ts FOLDER');
const { baseUrl } = await startLocalSite(folder, (runtime) => {
  Object.assign(runtime.ports, resting);
});
process.once('SIGTERM', () => process.exit(0));
console.log(`${baseUrl}/v1/reports`);
