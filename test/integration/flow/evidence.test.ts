import { createServer, type Server } from 'node:http';
import { contentHash } from '../../../core/case/content-hash.ts';
import type { CaseId } from '../../../core/ids.ts';
import { artifactIdSchema } from '../../../core/ids.ts';
import { plusMs } from '../../../core/time.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { collectUploads } from '../../../core/use-cases/collect-uploads.ts';
import { type CaseWorld, sampleReport, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { down, quickLetters, withPorts } from '../../support/with-ports.ts';
import { finish } from './onward.ts';

const POSTING =
  '<html><head><title>Unggahan</title></head><body><p>Presiden abal-abal, hasil rampokan suara, gak usah diakui.</p></body></html>';
let hits = 0;
let server: Server;
let port: number;
let world: CaseWorld;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    const known = request.url === '/unggahan';
    response
      .writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(known ? POSTING : 'hilang');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
  world = await startWorld({ samplePort: port, realNow: marchClock() });
  Object.assign(world.runtime.ports, quickLetters);
});
afterAll(async () => {
  await world.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const withUrls = (urls: string[]) => ({ incident: { ...sampleReport().incident, urls } });
const text = async (sha256: Parameters<CaseWorld['runtime']['ports']['evidence']['get']>[0]) =>
  new TextDecoder().decode(await world.runtime.ports.evidence.get(sha256));

describe('evidence from reported addresses', () => {
  test('a page that answers is kept byte for byte, with its manifest and its text, and the text is judged', async () => {
    const { caseId } = await world.file(withUrls([`http://127.0.0.1:${port}/unggahan`]));
    const state = await world.state(caseId);
    expect(state.evidence.map(({ kind, method }) => [kind, method])).toEqual([
      ['CAPTURE_MANIFEST', 'HTTP'],
      ['CAPTURE_TEXT', 'HTTP'],
      ['CAPTURE', 'HTTP'],
    ]);
    const [, captureText, page] = state.evidence;
    expect(page?.quality).toBe('COMPLETE');
    expect(page?.sha256).toBe(sha256Hex(POSTING));
    expect(captureText && (await text(captureText.sha256))).toContain('hasil rampokan suara');
    const spans = state.suggestions.flatMap(({ suggestions }) => suggestions.map(({ span }) => span.artifactSha256));
    expect(spans).toContain(captureText?.sha256);
  });

  test('the second round asks each address again, under ids of its own', async () => {
    const { caseId } = await world.file(withUrls([`http://127.0.0.1:${port}/unggahan`]));
    const before = hits;
    await world.act(caseId, steps.triage);
    await world.act(caseId, { outcome: 'MORE_EVIDENCE' });
    expect(hits).toBe(before + 1);
    const captures = (await world.state(caseId)).evidence.filter(({ kind }) => kind === 'CAPTURE');
    expect(captures.map(({ artifactId, round }) => [artifactId, round])).toEqual([
      ['capture-1-1', 1],
      ['capture-2-1', 2],
    ]);
  });

  test('a missing page is kept as what it is', async () => {
    const { caseId } = await world.file(withUrls([`http://127.0.0.1:${port}/tidak-ada`]));
    const page = (await world.state(caseId)).evidence.find(({ kind }) => kind === 'CAPTURE');
    expect(page?.quality).toBe('NOT_FOUND');
  });

  test('refused addresses and dead hosts are recorded with their reason, beside a page that answers, and the case goes on', async () => {
    const urls = [
      'http://127.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::1]/',
      'http://10.0.0.1:8080/',
      'http://tidak-ada.invalid/',
      `http://127.0.0.1:${port}/unggahan`,
    ];
    const { caseId } = await world.file(withUrls(urls));
    const state = await world.state(caseId);
    const failures = new Map(state.captureFailures.map(({ artifactId, code }) => [artifactId, code]));
    expect([1, 2, 3, 4, 5].map((index) => failures.get(artifactIdSchema.parse(`capture-1-${index}`)))).toEqual([
      'REFUSED_ADDRESS',
      'REFUSED_ADDRESS',
      'REFUSED_ADDRESS',
      'REFUSED_URL',
      'DNS_FAILURE',
    ]);
    expect(state.captureFailures.every(({ reason }) => reason.id !== '' && reason.en !== '')).toBe(true);
    expect(state.evidence.filter(({ kind }) => kind === 'CAPTURE')).toHaveLength(1);
    expect(state.status).toBe('TRIAGE');
    await finish(world, caseId);
    expect((await world.state(caseId)).closed?.reason).toBe('ANNULLED');
  });

  test('a capture whose every attempt breaks is recorded as given up, and the case goes on', async () => {
    const { caseId } = await withPorts(world.runtime.ports, { pageCapture: { capture: down } }, () =>
      world.file(withUrls([`http://127.0.0.1:${port}/unggahan`])),
    );
    const state = await world.state(caseId);
    expect(state.captureFailures.map(({ code }) => code)).toEqual(['CAPTURE_GAVE_UP']);
    expect(state.status).toBe('TRIAGE');
  });
});

describe('files that a reporter announced', () => {
  const bytes = new TextEncoder().encode('tangkapan layar');
  const announced = { fileName: 'layar.png', mediaType: 'image/png', size: bytes.length, sha256: sha256Hex(bytes) };
  const first = artifactIdSchema.parse('attachment-1');

  const ticketOf = async (caseId: CaseId) => {
    const { evidence, clock } = world.runtime.ports;
    const { url } = await evidence.uploadUrl({
      caseId,
      artifactId: first,
      mediaType: announced.mediaType,
      size: announced.size,
      sha256: announced.sha256,
      expiresAt: plusMs(clock.now(), 60_000),
    });
    return url.slice(url.lastIndexOf('/') + 1);
  };

  const collected = async (caseId: CaseId) => collectUploads(world.runtime.ports, await world.state(caseId));

  test('one that arrives after the flow has passed is evidence all the same, once', async () => {
    const { caseId } = await world.file({ attachments: [announced] });
    expect((await world.state(caseId)).evidence).toEqual([]);
    expect(await world.runtime.ports.evidence.receiveUpload(await ticketOf(caseId), bytes)).toBe('STORED');
    await collected(caseId);
    const state = await collected(caseId);
    expect(state.evidence.map(({ artifactId, kind, sha256 }) => [artifactId, kind, sha256])).toEqual([
      ['attachment-1', 'ATTACHMENT', announced.sha256],
    ]);
  });

  test('an official who read the case before it arrived must read it again', async () => {
    const { caseId } = await world.file({ attachments: [announced] });
    await world.runtime.ports.evidence.receiveUpload(await ticketOf(caseId), bytes);
    const before = await world.state(caseId);
    await collected(caseId);
    expect(await world.act(caseId, { ...steps.triage, contentHash: contentHash(before) })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'CONTENT_CHANGED' },
    });
  });

  test('one that is not what was announced is recorded as that, and the case goes on', async () => {
    const { ports } = world.runtime;
    const { caseId } = await world.file({ attachments: [announced] });
    const other = { evidence: { readUpload: async () => new TextEncoder().encode('bukan berkas itu') } };
    const state = await withPorts(ports, other, () => collected(caseId));
    expect(state.captureFailures.map(({ artifactId, code }) => [artifactId, code])).toEqual([
      ['attachment-1', 'UPLOAD_MISMATCH'],
    ]);
    expect((await world.act(caseId, steps.triage)).kind).toBe('done');
  });

  test('one that never arrives holds nothing up', async () => {
    const { caseId } = await world.file({ attachments: [announced] });
    await finish(world, caseId);
    const state = await world.state(caseId);
    expect(state.closed?.reason).toBe('ANNULLED');
    expect(state.evidence.some(({ kind }) => kind === 'ATTACHMENT')).toBe(false);
    expect(state.disclosures.map(({ evidence }) => evidence)).toEqual([[]]);
  });
});
