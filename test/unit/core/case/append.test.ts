import { systemActor } from '../../../../core/case/actor.ts';
import { type Appending, append, loadCase } from '../../../../core/case/append.ts';
import { closeCase, parkCase } from '../../../../core/case/commands/closing.ts';
import { mergeReport, storeEvidence } from '../../../../core/case/commands/evidence.ts';
import { openTask } from '../../../../core/case/commands/tasks.ts';
import type { CaseEvent } from '../../../../core/case/events.ts';
import { TrailBroken, TrailContended } from '../../../../core/errors.ts';
import { commandIdSchema } from '../../../../core/ids.ts';
import type { Trail } from '../../../../core/ports.ts';
import { type Instant, plusMs } from '../../../../core/time.ts';
import { verifyTrail } from '../../../../core/trail/verify.ts';
import { pathTo, trailOf } from '../../../support/builders/case.ts';
import {
  CASE,
  evidenceStored,
  OTHER_CASE,
  principlesSuggested,
  START,
  taskIdOf,
  taskOpened,
} from '../../../support/builders/drafts.ts';
import { type CrashPoint, crashingOnce, MemoryCases, MemoryTrail } from '../../../support/memory-trail.ts';

const WRITERS = 32;

const setUp = (events: readonly CaseEvent[] = trailOf(pathTo.CAPTURING), now: Instant = plusMs(START, 3_600_000)) => {
  const trail = new MemoryTrail(events);
  const cases = new MemoryCases();
  return { trail, cases, clock: { now: () => now } };
};

const evidence = (name: string) => {
  const { round: _round, ...artifact } = evidenceStored(name).data;
  return storeEvidence(artifact);
};

const appending = (commandId: string, command: Appending['command'] = evidence(commandId)): Appending => ({
  caseId: CASE,
  commandId: commandIdSchema.parse(commandId),
  actor: systemActor('test'),
  command,
});

describe('appending', () => {
  it('puts the decided event behind the head and brings the row up to it', async () => {
    const ports = setUp();
    const result = await append(ports, appending('capture-1'));
    expect(result).toMatchObject({
      kind: 'appended',
      event: {
        seq: 3,
        type: 'EvidenceStored',
        at: '2026-11-23T03:15:00.000Z',
        commandId: 'capture-1',
        actor: systemActor('test'),
      },
      state: { seq: 3 },
    });
    expect(ports.cases.rows.get(CASE)).toMatchObject({ seq: 3, status: 'CAPTURING' });
    expect(verifyTrail(await ports.trail.read(CASE))).toMatchObject({ verdict: 'valid', events: 3 });
  });

  it('returns a refusal as it is and appends nothing', async () => {
    const ports = setUp();
    expect(await append(ports, appending('close', closeCase))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'NOT_DECIDED' },
    });
    expect(await ports.trail.read(CASE)).toHaveLength(2);
    expect(ports.cases.projections).toBe(0);
  });

  it('takes a command id once, and repairs the row when it comes again', async () => {
    const ports = setUp();
    await append(ports, appending('capture-1'));
    ports.cases.rows.clear();
    expect(await append(ports, appending('capture-1', mergeReport(OTHER_CASE)))).toMatchObject({
      kind: 'already',
      state: { seq: 3 },
    });
    expect(await ports.trail.read(CASE)).toHaveLength(3);
    expect(ports.cases.rows.get(CASE)).toMatchObject({ seq: 3 });
  });

  it('never dates an event before its predecessor, even where the clock was set back', async () => {
    const ports = setUp(trailOf(pathTo.CAPTURING), plusMs(START, -1));
    const result = await append(ports, appending('capture-1'));
    const [, last] = trailOf(pathTo.CAPTURING);
    expect(result).toMatchObject({ event: { at: last?.at } });
  });

  it('fails for a case that has no trail', async () => {
    await expect(append(setUp([]), appending('capture-1'))).rejects.toThrow(TrailBroken);
    expect(await loadCase(new MemoryTrail(), CASE)).toBeUndefined();
  });

  it('gives up as contended after 64 lost races', async () => {
    const { trail, ...ports } = setUp();
    let races = 0;
    const losing: Trail = {
      read: (caseId) => trail.read(caseId),
      append: async () => {
        races += 1;
        return 'conflict';
      },
    };
    await expect(append({ ...ports, trail: losing }, appending('capture-1'))).rejects.toThrow(TrailContended);
    expect(races).toBe(64);
  });
});

describe('many writers to one case', () => {
  it('all append when all are legal: no fork, no gap, no lost event', async () => {
    const ports = setUp();
    const names = Array.from({ length: WRITERS }, (_, index) => `capture-${index}`);
    const results = await Promise.all(names.map((name) => append(ports, appending(name))));
    expect(results.map((result) => result.kind)).toEqual(names.map(() => 'appended'));
    const events = await ports.trail.read(CASE);
    expect(verifyTrail(events)).toMatchObject({ verdict: 'valid', events: 2 + WRITERS });
    expect(new Set(events.slice(2).map((event) => event.commandId))).toEqual(new Set(names));
    expect(ports.trail.conflicts).toBeGreaterThan(0);
    expect(ports.cases.rows.get(CASE)?.seq).toBe(2 + WRITERS);
  });

  it('append one event when all carry the same command', async () => {
    const ports = setUp();
    const results = await Promise.all(Array.from({ length: WRITERS }, () => append(ports, appending('capture-1'))));
    expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'already')).toHaveLength(WRITERS - 1);
    expect(await ports.trail.read(CASE)).toHaveLength(3);
  });

  it('decide again after a lost race: of 32 that would open the one task, one does', async () => {
    const ports = setUp(trailOf([...pathTo.CAPTURING, principlesSuggested()]));
    const opening = (number: number) => {
      const { round: _round, ...task } = taskOpened('triage', number).data;
      return append(ports, appending(`open:${number}`, openTask(task)));
    };
    const results = await Promise.all(Array.from({ length: WRITERS }, (_, number) => opening(number + 1)));
    expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
    expect(
      results
        .filter((result) => result.kind === 'refused')
        .map((result) => result.kind === 'refused' && result.refusal.code),
    ).toEqual(Array.from({ length: WRITERS - 1 }, () => 'TASK_IS_OPEN'));
    expect((await loadCase(ports.trail, CASE))?.openTask?.taskId).toEqual(
      expect.stringMatching(taskIdOf(1).slice(0, 14)),
    );
  });
});

describe('a crash in the middle, then the same command again', () => {
  const points: CrashPoint[] = ['before', 'after'];

  it.each(points)('leaves one event where it struck %s the conditional put', async (point) => {
    const { trail, ...ports } = setUp();
    const crash = crashingOnce((event: CaseEvent) => trail.append(event), point);
    const crashing = { ...ports, trail: { read: trail.read.bind(trail), append: crash } };
    await expect(append(crashing, appending('capture-1'))).rejects.toThrow('crash');
    const again = await append(crashing, appending('capture-1'));
    expect(again.kind).toBe(point === 'after' ? 'already' : 'appended');
    expect(await trail.read(CASE)).toHaveLength(3);
    expect(ports.cases.rows.get(CASE)?.seq).toBe(3);
  });

  it.each(points)('leaves one event and a row that follows where it struck %s the projection', async (point) => {
    const { cases, ...ports } = setUp();
    const project = crashingOnce((row: Parameters<typeof cases.project>[0]) => cases.project(row), point);
    const crashing = { ...ports, cases: Object.assign(Object.create(cases), { project }) };
    await expect(append(crashing, appending('capture-1'))).rejects.toThrow('crash');
    expect(await append(crashing, appending('capture-1'))).toMatchObject({ kind: 'already', state: { seq: 3 } });
    expect(await ports.trail.read(CASE)).toHaveLength(3);
    expect(cases.rows.get(CASE)).toMatchObject({ seq: 3 });
  });

  it.each(points)('is harmless where it struck %s the put and another writer came in between', async (point) => {
    const { trail, ...ports } = setUp();
    const crash = crashingOnce((event: CaseEvent) => trail.append(event), point);
    const crashing = { ...ports, trail: { read: trail.read.bind(trail), append: crash } };
    await expect(append(crashing, appending('capture-1'))).rejects.toThrow('crash');
    await append({ ...ports, trail }, appending('park', parkCase({ state: 'Notify', error: 'E' })));
    await append(crashing, appending('capture-1'));
    const events = await trail.read(CASE);
    expect(events.filter((event) => event.commandId === 'capture-1')).toHaveLength(1);
    expect(verifyTrail(events)).toMatchObject({ verdict: 'valid', events: 4 });
    expect(ports.cases.rows.get(CASE)?.seq).toBe(4);
  });
});
