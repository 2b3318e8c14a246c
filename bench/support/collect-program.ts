import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { sha256Schema } from '../../core/ids.ts';
import { defaultIntakeLimits, reportSchema } from '../../core/report.ts';
import { instantOf } from '../../core/time.ts';
import { collectUploads } from '../../core/use-cases/collect-uploads.ts';
import { requireCase } from '../../core/use-cases/load-case.ts';
import { receiveReport } from '../../core/use-cases/receive-report.ts';
import { respondents } from './employees.ts';
import { startLocalSite } from './local-site.ts';
import { sampleReport } from './sample-report.ts';

/** The most memory since the last {@link forgetPeak}, in MB. */
const peakMb = async (): Promise<number> => {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
};
/** 5: the peak is what is held now (proc(5)). */
const forgetPeak = (): Promise<void> => writeFile('/proc/self/clear_refs', '5');

const DAY = 86_400_000;

/**
 * Takes one announced upload in, in a process of its own: `node collect-program.ts FOLDER FILE TYPE SIZE SHA256` prints the memory before, the
 * most of it, and what the file came to.
 */
const [folder = '', file = '', mediaType = '', size = '0', sha256 = ''] = process.argv.slice(2);
const { runtime } = await startLocalSite(folder, ({ ports }) => {
  Object.assign(ports, {
    workflow: { start: async () => {}, isRunning: async () => true, succeed: async () => 'gone' },
  });
});
const { ports } = runtime;
const attachments = [{ fileName: 'bukti', mediaType, size: Number(size), sha256 }];
const report = reportSchema(defaultIntakeLimits).parse({ ...sampleReport(respondents[0] ?? ''), attachments });
const received = await receiveReport(ports, { report, channel: 'API' });
if (received.kind !== 'filed') throw new Error(received.kind);
const caseId = received.filed.caseNumber;
const [promised] = (await requireCase(ports, caseId)).report.attachments;
if (promised === undefined) throw new Error('nothing was promised');
const ticket = await ports.evidence.uploadUrl({
  caseId,
  artifactId: promised.artifactId,
  mediaType,
  size: Number(size),
  sha256: sha256Schema.parse(sha256),
  expiresAt: instantOf(Date.now() + DAY),
});
const outcome = await ports.evidence.receiveUpload(ticket.url.split('/').at(-1) ?? '', createReadStream(file));
if (outcome !== 'STORED') throw new Error(outcome);
const state = await requireCase(ports, caseId);
globalThis.gc?.();
await forgetPeak();
const before = await peakMb();
const { evidence } = await collectUploads(ports, state);
const [artifact] = evidence;
console.log(
  JSON.stringify({
    before,
    peak: await peakMb(),
    copy: artifact?.copy?.outcome ?? 'none',
    scan: artifact?.scan?.verdict,
  }),
);
process.exit(0);
