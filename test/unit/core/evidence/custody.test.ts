import fc from 'fast-check';
import { custodyOf } from '../../../../core/evidence/custody.ts';
import { custodyEntrySchema } from '../../../../core/evidence/custody-entry.ts';
import { artifactIdSchema, nipSchema } from '../../../../core/ids.ts';
import type { Access } from '../../../../core/ports.ts';
import { instantSchema } from '../../../../core/time.ts';
import { evidenceIn } from '../../../../core/trail/export.ts';
import { closeCaseStep } from '../../../../core/use-cases/close-case.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { steps } from '../../../support/sample-report.ts';
import { nips } from '../../../support/sample-staff.ts';
import { rejected, withPage } from '../use-cases/worlds.ts';

const idOf = (name: string) => artifactIdSchema.parse(name);
const official = { kind: 'official', nip: nipSchema.parse(nips.triageOne), role: 'triage', via: 'CONSOLE' } as const;
const respondent = { kind: 'respondent', nip: nipSchema.parse(nips.employee) } as const;

const captured = async (): Promise<Walk> => (await (await withPage()).plan()).suggest();
const eventsOf = (walk: Walk) => walk.ports.trail.read(walk.caseId);
const actsOf = async (walk: Walk, name: string, accesses: readonly Access[] = []) =>
  custodyOf(await eventsOf(walk), accesses, idOf(name)).map(({ act }) => act);

const look = (walk: Walk, over: Partial<Access>): Access => ({
  caseId: walk.caseId,
  accessId: 'AAAA-BBBB-CCCC-DDDD',
  at: instantSchema.parse('2026-03-02T03:00:00.000Z'),
  actor: official,
  action: 'evidence-opened',
  ...over,
});

describe('the history of a piece of evidence', () => {
  test('of the report begins with the reporter, who is not named', async () => {
    const walk = await Walk.file();
    const entries = custodyOf(await eventsOf(walk), [], idOf('report'));
    expect(entries.map(({ act, seq }) => [act, seq])).toEqual([
      ['RECEIVED', 1],
      ['STORED', 1],
      ['HELD', 1],
    ]);
    expect(entries.map(({ actor }) => actor.kind)).toEqual(['reporter', 'system', 'system']);
    expect(entries[0]?.actor).toEqual({ kind: 'reporter' });
  });

  test('of a captured page: captured, stored, held, time-stamped', async () => {
    const walk = await captured();
    expect(await actsOf(walk, 'capture-1-1')).toEqual(['CAPTURED', 'STORED', 'HELD', 'STAMPED']);
    const stamped = custodyOf(await eventsOf(walk), [], idOf('capture-1-1')).at(-1);
    expect(stamped).toMatchObject({ act: 'STAMPED', authority: 'TSA', actor: { kind: 'system' } });
  });

  test('says that the respondent was shown it, and which event disclosed it', async () => {
    const walk = await (await (await captured()).open('triage')).through(steps.triage, steps.review);
    const shown = (await walk.state()).disclosures.at(-1);
    const entries = custodyOf(await eventsOf(walk), [], idOf(shown?.evidence[0]?.artifactId ?? ''));
    expect(entries.find(({ act }) => act === 'DISCLOSED')?.seq).toBe(shown?.seq);
  });

  test('tells every look with who and why, and mixes none with those at other pieces', async () => {
    const walk = await captured();
    const accesses = [
      look(walk, { detail: 'capture-1-1' }),
      look(walk, { action: 'evidence-asked', detail: 'capture-1-1' }),
      look(walk, { action: 'evidence-downloaded', detail: 'capture-1-1: Diminta penyidik: surat 12' }),
      look(walk, { action: 'evidence-viewed', detail: 'capture-1-1-screenshot' }),
      look(walk, { detail: 'capture-1-1', actor: respondent }),
      look(walk, { action: 'task-viewed', detail: '7K3M9QXA4E5F6G7H' }),
      look(walk, { action: 'case-listed' }),
    ];
    const looks = custodyOf(await eventsOf(walk), accesses, idOf('capture-1-1')).filter(({ seq }) => seq === undefined);
    expect(looks.map(({ act, actor, reason }) => [act, actor.kind, reason])).toEqual([
      ['OPENED', 'official', undefined],
      ['ASKED', 'official', undefined],
      ['DOWNLOADED', 'official', 'Diminta penyidik: surat 12'],
      ['OPENED', 'respondent', undefined],
    ]);
  });

  test('counts a page that shows the report as a look at the report, but not where the respondent sees their own page', async () => {
    const walk = await Walk.file();
    const accesses = [
      look(walk, { action: 'case-viewed' }),
      look(walk, { action: 'task-viewed', detail: '7K3M9QXA4E5F6G7H' }),
      look(walk, { action: 'task-viewed', detail: '7K3M9QXA4E5F6G7H', actor: respondent }),
      look(walk, { action: 'task-viewed', actor: { kind: 'robot' } }),
    ];
    expect(await actsOf(walk, 'report', accesses)).toEqual(['RECEIVED', 'STORED', 'HELD', 'VIEWED', 'VIEWED']);
  });

  test('ends with the hold of the case', async () => {
    const walk = await rejected();
    await closeCaseStep(walk.ports, await walk.place());
    expect((await actsOf(walk, 'report')).at(-1)).toBe('RELEASED');
  });

  test('is empty for what the case does not have, whatever the log says', async () => {
    const walk = await captured();
    expect(await actsOf(walk, 'capture-9-9', [look(walk, { detail: 'capture-9-9' })])).toEqual([]);
  });

  test('is in the order of time and fits its schema, for every artefact and any log', async () => {
    const walk = await (await (await captured()).open('triage')).through(steps.triage, steps.review);
    const events = await eventsOf(walk);
    const ids = evidenceIn(events).map(({ artifactId }) => artifactId);
    const access = fc.record({
      at: fc.date({ min: new Date('2026-03-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      action: fc.constantFrom('evidence-opened', 'evidence-downloaded', 'task-viewed', 'case-viewed', 'x'),
      detail: fc.oneof(
        fc.constantFrom(...ids),
        fc.constantFrom(...ids).map((id) => `${id}: alasan`),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(fc.array(access), fc.constantFrom(...ids), (looks, id) => {
        const log = looks.map(({ at, ...rest }) => look(walk, { ...rest, at: instantSchema.parse(at.toISOString()) }));
        const entries = custodyOf(events, log, id);
        expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
        expect(entries.every((entry) => custodyEntrySchema.safeParse(entry).success)).toBe(true);
        expect(entries.some(({ act }) => act === 'STORED')).toBe(true);
      }),
    );
  });
});
