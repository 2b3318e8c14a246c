import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIds } from '../../../../adapters/random-ids.ts';
import { noAnchors, parseAnchors } from '../../../../adapters/rfc3161/anchors.ts';
import { HttpTimeStamper } from '../../../../adapters/rfc3161/http-time-stamper.ts';
import { judgeStampBy } from '../../../../adapters/rfc3161/judge-token.ts';
import { caseExportSchema } from '../../../../core/trail/export.ts';
import { type StampProblem, stampSummary, stampWords, verifyStamps } from '../../../../core/trail/verify-stamps.ts';
import { exportTrail } from '../../../../core/use-cases/read-custody.ts';
import { documentsFor } from '../../../../core/use-cases/register-documents.ts';
import type { Walk } from '../../../support/memory/walk.ts';
import { runScript } from '../../../support/run-script.ts';
import { startTimeStampWorld, type TimeStampWorld } from '../../../support/time-stamp-authority.ts';
import { withPage } from '../use-cases/worlds.ts';

let authority: TimeStampWorld;
let text: string;
let folder: string;

/** A case whose captures were stamped by a real authority, exported as staff would. */
const exported = async (): Promise<string> => {
  const walk: Walk = await withPage();
  const anchors = parseAnchors(authority.root);
  const timeStamper = new HttpTimeStamper({ url: authority.url, anchors, ids: randomIds });
  await (await walk.with({ ...walk.ports, timeStamper }).plan()).suggest();
  const events = await walk.ports.trail.read(walk.caseId);
  const last = events.at(-1);
  if (last === undefined) throw new Error('no events');
  const signer = { ...walk.ports.signer, publicKeys: async () => ({ keys: [] }) };
  const head = { seq: last.seq, hash: last.hash };
  return JSON.stringify(await exportTrail({ ...walk.ports, signer }, walk.caseId, { events, head }));
};

beforeAll(async () => {
  authority = await startTimeStampWorld();
  text = await exported();
  folder = await mkdtemp(join(tmpdir(), 'tertib-stamps-'));
}, 30_000);
afterAll(async () => {
  await authority.close();
  await rm(folder, { recursive: true });
});

const parsed = () => caseExportSchema.parse(JSON.parse(text));
const byRoot = () => judgeStampBy(parseAnchors(authority.root));

describe('the time stamps of an exported case', () => {
  it('hold, and are anchored for somebody who has the root of the authority', async () => {
    const verdict = await verifyStamps(parsed(), byRoot());
    expect(verdict).toMatchObject({ findings: [], authorities: ['Cap Waktu Contoh'] });
    expect(verdict?.valid).toBeGreaterThan(1);
    expect(verdict?.anchored).toBe(verdict?.valid);
  });

  it('are valid but not anchored for somebody who has no root, and that is said', async () => {
    const verdict = await verifyStamps(parsed(), judgeStampBy(noAnchors));
    expect(verdict).toMatchObject({ findings: [], anchored: 0 });
    expect(verdict && stampSummary(verdict).en).toContain('not anchored');
  });

  it('are nothing to speak of where the trail records none', async () => {
    const file = parsed();
    const events = file.events.slice(0, 1);
    expect(await verifyStamps({ ...file, events }, byRoot())).toBeUndefined();
  });

  const [first, second] = [0, 1];
  const swapped = (list: { artifactId: string; token: string }[]) =>
    list.map((item, place) => ({
      ...item,
      token: list[place === first ? second : place === second ? first : place]?.token ?? '',
    }));

  it.each<[string, (list: { artifactId: string; token: string }[]) => unknown[], StampProblem]>([
    ['left out', (list) => list.slice(1), 'TOKEN_MISSING'],
    ['put with another artefact', swapped, 'OTHER_TOKEN'],
  ])('are a finding with a token that was %s', async (_what, change, problem) => {
    const file = JSON.parse(text);
    const altered = caseExportSchema.parse({ ...file, timestamps: change(file.timestamps) });
    const verdict = await verifyStamps(altered, byRoot());
    expect(verdict?.findings.map((finding) => finding.problem)).toContain(problem);
    expect(verdict?.findings.map((finding) => stampWords(finding).id)).toEqual(
      expect.arrayContaining([expect.stringContaining('tidak dapat dipercaya')]),
    );
  });

  it('are a finding where the trail claims another time than the token', async () => {
    const file = JSON.parse(text);
    const events = file.events.map((event: { type: string; data: object }) =>
      event.type === 'EvidenceTimestamped'
        ? { ...event, data: { ...event.data, genTime: '2020-01-01T00:00:00.000Z' } }
        : event,
    );
    const verdict = await verifyStamps(caseExportSchema.parse({ ...file, events }), byRoot());
    expect(verdict?.valid).toBe(0);
    expect(new Set(verdict?.findings.map(({ problem }) => problem))).toEqual(new Set(['OTHER_FACTS']));
  });

  it('come with the history of every artefact', () => {
    const { custody = [], evidence } = parsed();
    expect(custody.map(({ artifactId }) => artifactId)).toEqual(evidence.map(({ artifactId }) => artifactId));
    expect(custody.every(({ entries }) => entries.some(({ act }) => act === 'STORED'))).toBe(true);
    expect(JSON.stringify(custody)).not.toContain('P-');
  });
});

describe('the trail in the package for whoever decides an appeal', () => {
  it('verifies with its time stamps too, and tells nobody who looked', async () => {
    const walk = await withPage();
    const anchors = parseAnchors(authority.root);
    const timeStamper = new HttpTimeStamper({ url: authority.url, anchors, ids: randomIds });
    await (await walk.with({ ...walk.ports, timeStamper }).plan()).suggest();
    const events = await walk.ports.trail.read(walk.caseId);
    const signer = { ...walk.ports.signer, publicKeys: async () => ({ keys: [] }) };
    const state = await walk.state();
    const [document] = await documentsFor({ ...walk.ports, signer }, { state, events }, { may: ['TRAIL'] });
    const file = caseExportSchema.parse(JSON.parse(new TextDecoder().decode(document?.bytes)));
    expect(await verifyStamps(file, byRoot())).toMatchObject({ findings: [] });
    expect(file.custody).toEqual([]);
  });
});

describe('npm run verify', () => {
  const file = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('says that stamps are anchored where roots are given with --tsa, and that they are not where none are', async () => {
    const path = await file('case.json', text);
    const roots = await file('roots.pem', authority.root);
    const anchored = await runScript('verify', ['--tsa', roots, path]);
    expect([anchored.code, anchored.stdout]).toEqual([
      0,
      expect.stringContaining('vouched for by a given root: Cap Waktu Contoh'),
    ]);
    const loose = await runScript('verify', [path]);
    expect([loose.code, loose.stdout]).toEqual([0, expect.stringContaining('is not anchored')]);
  });

  it('calls a case broken whose authority the given roots do not vouch for', async () => {
    const path = await file('case.json', text);
    const roots = await file('stranger.pem', authority.stranger);
    const { code, stdout } = await runScript('verify', ['--tsa', roots, path]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('no given root vouches for its authority')]);
  });

  it('says so where the roots cannot be read', async () => {
    const path = await file('case.json', text);
    const { code, stdout } = await runScript('verify', ['--tsa', path, path]);
    expect([code, stdout]).toEqual([2, expect.stringContaining('no root among the certificates')]);
  });
});
