import type { CaseId } from '../../../core/ids.ts';
import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { nips, staff } from '../../support/sample-staff.ts';
import { quickLetters } from '../../support/with-ports.ts';

let world: CaseWorld;
beforeAll(async () => {
  world = await startWorld({ realNow: marchClock() });
  Object.assign(world.runtime.ports, quickLetters);
});
afterAll(() => world.close());

const setActive = async (active: boolean, ...whom: string[]): Promise<void> => {
  for (const person of staff.filter(({ nip }) => whom.includes(nip))) {
    await world.runtime.ports.directory.putStaff({ ...person, active });
  }
};
const parkings = async (caseId: CaseId): Promise<string[]> =>
  (await world.events(caseId)).flatMap((event) => (event.type === 'CaseParked' ? [event.data.error] : []));
const attempts = async (caseId: CaseId): Promise<number | undefined> =>
  (await world.runtime.ports.cases.get(caseId))?.execution?.attempt;
const wait = async (duration: string): Promise<void> => {
  await world.runtime.moveClock({ advance: duration });
  await world.runtime.redrive();
  await world.runtime.settle();
};

describe('a case that nobody may take', () => {
  test('is parked where everyone can see it, rests an hour between attempts, and goes on when the directory is right', async () => {
    await setActive(false, nips.triageOne, nips.triageTwo);
    const { caseId } = await world.file();
    expect(await parkings(caseId)).toEqual(['NoEligibleAssignee']);
    expect((await world.runtime.ports.cases.get(caseId))?.row.parkedAt).toBe((await world.state(caseId)).parkedAt);
    expect(await attempts(caseId)).toBe(1);

    await wait('PT59M');
    expect(await attempts(caseId)).toBe(1);
    await wait('PT2M');
    expect(await attempts(caseId)).toBe(2);
    // It stands where it stood, so the trail has nothing new to say; and the next attempt waits for another hour.
    expect(await parkings(caseId)).toEqual(['NoEligibleAssignee']);
    await wait('PT30M');
    expect(await attempts(caseId)).toBe(2);

    await setActive(true, nips.triageOne);
    await wait('PT31M');
    expect(await attempts(caseId)).toBe(3);
    const state = await world.state(caseId);
    expect(state.openTask).toMatchObject({ kind: 'triage', assignee: { nip: nips.triageOne } });
    expect(state.parkedAt).toBeUndefined();
    expect((await world.runtime.ports.cases.get(caseId))?.row.parkedAt).toBeUndefined();
  });

  test('and later stands still again for the same reason is parked again, where it stands then', async () => {
    await setActive(true, nips.triageOne, nips.triageTwo);
    await setActive(false, nips.ppk);
    const { caseId } = await world.file();
    await setActive(false, nips.section, nips.division, nips.head);
    await world.act(caseId, steps.triage);
    expect(await parkings(caseId)).toEqual(['NoEligibleAssignee']);
    await setActive(true, nips.section);
    await wait('PT61M');
    await world.act(caseId, steps.review);
    await world.act(caseId, steps.examination);
    expect(await parkings(caseId)).toEqual(['NoEligibleAssignee', 'NoEligibleAssignee']);
    await setActive(true, nips.ppk);
    await wait('PT61M');
    await world.act(caseId, steps.decision);
    expect((await world.state(caseId)).openTask?.kind).toBe('service');
  });

  test('because the authority is accused waits for an authority and an officer outside its line', async () => {
    await setActive(true, ...Object.values(nips));
    const { caseId } = await world.file({ respondent: { nip: nips.ppk } });
    expect(await parkings(caseId)).toEqual(['NoEligibleAssignee']);
    const { directory } = world.runtime.ports;
    const outside = staff.find(({ nip }) => nip === nips.auditor);
    if (outside === undefined) throw new Error('no such person');
    const { superiorNip: _none, ...free } = outside;
    await directory.putStaff({ ...free, roles: ['triage', 'ppk'], positionClass: 'JPT_UTAMA' });
    await wait('PT61M');
    expect((await world.state(caseId)).openTask?.assignee).toMatchObject({ nip: nips.auditor });
    await world.act(caseId, { ...steps.triage, respondentNip: nips.ppk });
    expect((await world.state(caseId)).openTask).toMatchObject({ kind: 'review', assignee: { nip: nips.auditor } });
    await directory.putStaff(outside);
  });
});
