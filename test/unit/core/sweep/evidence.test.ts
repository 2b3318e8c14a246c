import type { Sha256 } from '../../../../core/ids.ts';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { HOUR, plusMs, SECOND } from '../../../../core/time.ts';
import { sha256Hex } from '../../../../core/trail/digest.ts';
import { closeCaseStep } from '../../../../core/use-cases/close-case.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { rejected, triage, withPage } from '../use-cases/worlds.ts';

const all = { minAgeMs: 0, maxCases: 100 };
const captured = async (): Promise<Walk> => (await (await withPage()).plan()).suggest();

const artifactOf = async (walk: Walk, kind: string) => {
  const found = (await walk.state()).evidence.find((artifact) => artifact.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

describe('the legal hold', () => {
  test('stands on everything that an open case has on record, and on nothing once the case is closed', async () => {
    const walk = await rejected();
    const { report } = (await walk.state()).report;
    expect(await walk.ports.evidence.isHeld(report.sha256)).toBe(true);
    await closeCaseStep(walk.ports, await walk.place());
    expect((await walk.state()).closed?.reason).toBe('REJECTED');
    expect([...walk.store.held]).toEqual([]);
    expect(await walk.ports.holds.closing()).toEqual([]);
  });

  test('stays where another open case has the same bytes', async () => {
    const walk = await rejected();
    const other = await Walk.file(
      { incident: { description: 'Uraian lain yang cukup panjang untuk dibaca.', urls: [] } },
      walk.store,
    );
    const shared = new TextEncoder().encode('tangkapan layar yang sama');
    for (const heldFor of [walk.caseId, other.caseId]) {
      await walk.ports.evidence.put({ bytes: shared, mediaType: 'image/png', heldFor });
    }
    await closeCaseStep(walk.ports, await walk.place());
    expect(await walk.ports.evidence.isHeld(sha256Hex(shared))).toBe(true);
    expect(await walk.ports.holds.holders(sha256Hex(shared))).toEqual([other.caseId]);
  });

  test('is put by the sweep on what has none: evidence from before there were holds', async () => {
    const walk = await triage();
    walk.store.holds.clear();
    walk.store.held.clear();
    expect((await sweep(walk.ports, all))['evidence-not-held']).toBe(1);
    const { report } = (await walk.state()).report;
    expect(await walk.ports.evidence.isHeld(report.sha256)).toBe(true);
    expect((await sweep(walk.ports, all))['evidence-not-held']).toBe(0);
  });

  test('is lifted by the sweep where the step that closed the case died after the event', async () => {
    const walk = await rejected();
    const dead = {
      ...walk.ports,
      evidence: { ...walk.ports.evidence, release: () => Promise.reject(new Error('killed')) },
    };
    await expect(closeCaseStep(dead, await walk.place())).rejects.toThrow('killed');
    expect(walk.store.held.size).toBeGreaterThan(0);
    expect((await sweep(walk.ports, all))['evidence-not-released']).toBe(1);
    expect(walk.store.held.size).toBe(0);
    expect((await sweep(walk.ports, all))['evidence-not-released']).toBe(0);
  });

  test('is not lifted where the step died before the event: the case is open', async () => {
    const walk = await rejected();
    await walk.ports.holds.close(walk.caseId);
    const before = walk.store.held.size;
    expect((await sweep(walk.ports, all))['evidence-not-released']).toBe(0);
    expect(walk.store.held.size).toBe(before);
  });

  test('of something that came after the end is lifted again', async () => {
    const walk = await rejected();
    await closeCaseStep(walk.ports, await walk.place());
    const late = new TextEncoder().encode('pesan yang terlambat');
    await walk.ports.evidence.put({ bytes: late, mediaType: 'text/plain', heldFor: walk.caseId });
    expect((await sweep(walk.ports, all))['evidence-not-released']).toBe(1);
    expect(await walk.ports.evidence.isHeld(sha256Hex(late))).toBe(false);
  });
});

describe('a time stamp', () => {
  test('is on record for what was captured before triage sees it, and changes nothing of what is disclosed or decided on', async () => {
    const walk = await captured();
    const state = await walk.state();
    const stamped = state.timestamps.map(({ artifactId }) => artifactId);
    expect(stamped).toContain((await artifactOf(walk, 'CAPTURE')).artifactId);
    expect(state.evidence.filter(({ kind }) => kind.startsWith('CAPTURE')).map(({ artifactId }) => artifactId)).toEqual(
      expect.arrayContaining(stamped),
    );
    expect(state.evidence.some(({ sha256 }) => state.timestamps.some(({ token }) => token.sha256 === sha256))).toBe(
      false,
    );
  });

  test('that cannot be had keeps no case back, and the sweep has it later', async () => {
    const walk = await withPage();
    const silent = { isOn: true, stamp: async () => ({ outcome: 'failed', cause: 'UNREACHABLE' }) as const };
    const without = walk.with({ ...walk.ports, timeStamper: silent });
    await (await without.plan()).suggest();
    expect((await walk.state()).status).toBe('TRIAGE');
    expect((await walk.state()).timestamps).toEqual([]);
    // A late stamp is no repair; one that is missing for an hour is, whether it can be had now or not.
    expect((await sweep({ ...walk.ports, timeStamper: silent }, all))['evidence-not-stamped']).toBe(0);
    walk.store.now = plusMs(walk.store.now, 2 * HOUR);
    expect((await sweep({ ...walk.ports, timeStamper: silent }, all))['evidence-not-stamped']).toBe(1);
    expect((await sweep(walk.ports, all))['evidence-not-stamped']).toBe(1);
    expect((await walk.state()).timestamps.length).toBeGreaterThan(0);
    expect((await sweep(walk.ports, all))['evidence-not-stamped']).toBe(0);
  });

  test('is asked for once for each artefact, however often the attempt is repeated', async () => {
    const walk = await captured();
    const before = (await walk.state()).timestamps.length;
    for (let run = 0; run < 3; run += 1) await sweep(memoryPorts(walk.store), all);
    expect((await walk.state()).timestamps).toHaveLength(before);
  });

  test('of a slow authority takes its time from no case: what is left is stamped by the next attempt', async () => {
    const walk = await withPage();
    const slow = {
      isOn: true,
      stamp: async (sha256: Sha256) => {
        walk.store.now = plusMs(walk.store.now, 16 * SECOND);
        return walk.ports.timeStamper.stamp(sha256);
      },
    };
    await (await walk.with({ ...walk.ports, timeStamper: slow }).plan()).suggest();
    expect((await walk.state()).timestamps).toHaveLength(1);
    await sweep(walk.ports, all);
    expect((await walk.state()).timestamps.length).toBeGreaterThan(1);
  });

  test('is no matter where no authority is configured', async () => {
    const walk = await withPage();
    const off = { isOn: false, stamp: async () => ({ outcome: 'off' }) as const };
    await (await walk.with({ ...walk.ports, timeStamper: off }).plan()).suggest();
    walk.store.now = plusMs(walk.store.now, 2 * HOUR);
    expect((await sweep({ ...walk.ports, timeStamper: off }, all))['evidence-not-stamped']).toBe(0);
    expect((await walk.state()).timestamps).toEqual([]);
  });
});
