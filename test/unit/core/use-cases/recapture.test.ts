import type { Principal } from '../../../../core/access/principal.ts';
import { systemActor } from '../../../../core/case/actor.ts';
import { artifactIdSchema, nipSchema } from '../../../../core/ids.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { HOUR, MINUTE, plusMs } from '../../../../core/time.ts';
import { captureEvidence } from '../../../../core/use-cases/capture-evidence.ts';
import {
  MOST_RECAPTURES,
  mayAskRecapture,
  pendingRecaptures,
  RECAPTURES_PER_HOUR,
  recapture,
} from '../../../../core/use-cases/recapture.ts';
import { BY_BROWSER } from '../../../support/memory/outside.ts';
import { parsedReport, Walk } from '../../../support/memory/walk.ts';
import { agency, nips } from '../../../support/sample-staff.ts';

const url = `${BY_BROWSER}1`;
const first = artifactIdSchema.parse('capture-1-1');
const actor = systemActor('Test');

const captured = async (): Promise<Walk> => {
  const { incident } = parsedReport();
  const walk = await Walk.file({ incident: { ...incident, urls: [url] } });
  walk.store.pages.set(url, '<p>Ini berita bohong.</p>');
  return walk.suggest();
};

const ask = (walk: Walk, artifactId = first) => recapture(walk.ports, { caseId: walk.caseId, artifactId, actor });

const take = async (walk: Walk): Promise<void> => {
  for (const { artifactId } of pendingRecaptures(await walk.state()))
    await captureEvidence(walk.ports, { ...(await walk.place()), artifactId });
};

const again = async (walk: Walk, artifactId = first) => {
  const planned = await ask(walk, artifactId);
  if (planned.kind === 'refused') return planned.refusal.code;
  await take(walk);
  const { evidence } = await walk.state();
  return evidence.find((known) => known.artifactId === planned.artifactId)?.comparison ?? 'FAILED';
};

const swept = async (walk: Walk) => (await sweep(walk.ports, { minAgeMs: 0, maxCases: 100 }))['capture-not-taken'];

describe('capturing a page again', () => {
  it('tells nothing of earlier captures where there are none', async () => {
    const { evidence } = await (await captured()).state();
    expect(evidence.find(({ artifactId }) => artifactId === first)).not.toHaveProperty('comparison');
  });

  it('records that it is the same', async () => {
    expect(await again(await captured())).toEqual({ with: 'capture-1-1', change: 'SAME' });
  });

  it('records that it changed, beside the newest capture', async () => {
    const walk = await captured();
    await again(walk);
    walk.store.pages.set(url, '<p>Maaf, itu keliru.</p>');
    expect(await again(walk)).toEqual({ with: 'capture-1-1-again-1', change: 'CHANGED' });
  });

  it('records that it is the same where only a counter changed', async () => {
    const walk = await captured();
    walk.store.pages.set(url, '<p>Ini berita bohong.</p>\n<b>12 suka</b>');
    await again(walk);
    walk.store.pages.set(url, '<p>Ini berita bohong.</p>\n<b>345 suka</b>');
    expect(await again(walk)).toEqual({ with: 'capture-1-1-again-1', change: 'SAME' });
  });

  it('says the same in the manifest, for whoever has only the files', async () => {
    const walk = await captured();
    await again(walk);
    const manifest = (await walk.state()).evidence.find(({ artifactId }) => artifactId.endsWith('again-1-manifest'));
    const text = new TextDecoder().decode(walk.store.evidence.get(manifest?.sha256 ?? ''));
    expect(JSON.parse(text).comparison).toEqual({ with: 'capture-1-1', change: 'SAME' });
  });

  it('records as a failure that the site does not answer any more', async () => {
    const walk = await captured();
    walk.store.pages.delete(url);
    expect(await again(walk)).toBe('FAILED');
    expect((await walk.state()).captureFailures).toMatchObject([{ artifactId: 'capture-1-1-again-1' }]);
  });

  it('leaves the first capture as it was', async () => {
    const walk = await captured();
    const before = (await walk.state()).evidence;
    await again(walk);
    expect((await walk.state()).evidence.slice(0, before.length)).toEqual(before);
  });

  it('is recorded with who asked before anything is fetched', async () => {
    const walk = await captured();
    walk.store.pages.clear();
    await ask(walk);
    const last = walk.store.trail.get(walk.caseId)?.at(-1);
    expect(last).toMatchObject({
      type: 'EvidenceRequested',
      actor,
      data: { captures: [{ artifactId: 'capture-1-1-again-1' }] },
    });
    expect(walk.store.woken).toEqual(['capture-1-1-again-1']);
  });

  it.each(['capture-9-9', 'report', 'capture-1-1-text'])('is refused for what is no capture: %s', async (id) => {
    expect(await again(await captured(), artifactIdSchema.parse(id))).toBe('NO_SUCH_CAPTURE');
  });

  it('gives the same answer while it is under way, and plans nothing more', async () => {
    const walk = await captured();
    const answers = [await ask(walk), await ask(walk), await ask(walk)];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await walk.state()).planned.flatMap(({ captures }) => captures)).toHaveLength(2);
  });

  it('is refused once it was done often enough in a round', async () => {
    const walk = await captured();
    for (let time = 0; time < MOST_RECAPTURES; time += 1) await again(walk);
    expect(await again(walk)).toBe('RECAPTURED_ENOUGH');
  });

  it('is refused once an agency asked for as many as it may in an hour', async () => {
    const walk = await captured();
    walk.store.hits.set(`recapture:${agency.agencyId}`, RECAPTURES_PER_HOUR);
    expect(await again(walk)).toBe('TOO_MANY_RECAPTURES');
  });

  it('plans once when it is asked for by several at once', async () => {
    const walk = await captured();
    const answers = await Promise.all([ask(walk), ask(walk), ask(walk)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['planned', 'planned', 'planned']);
    expect((await walk.state()).planned.flatMap(({ captures }) => captures)).toHaveLength(2);
  });

  it('goes on from one record where it is taken twice at once', async () => {
    const walk = await captured();
    await ask(walk);
    const place = { ...(await walk.place()), artifactId: artifactIdSchema.parse('capture-1-1-again-1') };
    let taken = 0;
    const capture = walk.ports.pageCapture;
    const changing: typeof capture = {
      capture: async (request) => {
        taken += 1;
        walk.store.pages.set(url, `<p>isi ke-${taken}</p>`);
        return capture.capture(request);
      },
    };
    const ports = { ...walk.ports, pageCapture: changing };
    await Promise.all([captureEvidence(ports, place), captureEvidence(ports, place)]);
    const { evidence } = await walk.state();
    const partOf = (part: string) => evidence.find(({ artifactId }) => artifactId === `capture-1-1-again-1${part}`);
    const manifest = JSON.parse(new TextDecoder().decode(walk.store.evidence.get(partOf('-manifest')?.sha256 ?? '')));
    expect(taken).toBe(2);
    for (const [part, name] of [
      ['', 'body'],
      ['-text', 'text'],
      ['-screenshot', 'screenshot'],
    ] as const)
      expect(partOf(part)?.sha256).toBe(manifest[name].sha256);
  });
});

describe('a capture that was asked for and that nobody took', () => {
  const lost = async (): Promise<Walk> => {
    const walk = await captured();
    const captureWork = { wake: async () => Promise.reject(new Error('not reached')) };
    expect(await recapture({ ...walk.ports, captureWork }, { caseId: walk.caseId, artifactId: first, actor })).toEqual({
      kind: 'planned',
      artifactId: 'capture-1-1-again-1',
    });
    return walk;
  };

  it('is found by the sweep, which has it taken', async () => {
    const walk = await lost();
    expect(await swept(walk)).toBe(1);
    expect(walk.store.woken).toEqual(['capture-1-1-again-1']);
    await take(walk);
    expect(await swept(walk)).toBe(0);
  });

  it('is given up after a day, and that is recorded as any failure is', async () => {
    const walk = await lost();
    walk.at(plusMs(walk.ports.clock.now(), 24 * HOUR + MINUTE));
    await swept(walk);
    expect((await walk.state()).captureFailures).toMatchObject([
      { artifactId: 'capture-1-1-again-1', code: 'NEVER_TAKEN' },
    ]);
    expect(walk.store.woken).toEqual([]);
  });
});

describe('who may ask for it', () => {
  const as = (role: Principal['role'], nip?: string): Principal => ({
    subject: 'test',
    agencyId: agency.agencyId,
    role,
    nip: nip === undefined ? undefined : nipSchema.parse(nip),
  });

  it('is the personnel unit, and whoever holds the task that weighs the evidence', async () => {
    const walk = await captured();
    await walk.open('triage');
    const state = await walk.state();
    const holder = state.openTask?.assignee.kind === 'official' ? state.openTask.assignee.nip : undefined;
    expect(mayAskRecapture(state, as('triage', nips.auditor))).toBe(true);
    expect(mayAskRecapture(state, as('superior', holder))).toBe(true);
    for (const role of ['superior', 'examiner', 'ppk', 'auditor', 'admin'] as const)
      expect([role, mayAskRecapture(state, as(role, nips.auditor))]).toEqual([role, false]);
  });
});
