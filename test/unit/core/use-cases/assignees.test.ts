import type { Staff } from '../../../../core/directory/staff.ts';
import type { Nip } from '../../../../core/ids.ts';
import { type ActResult, actOnTask } from '../../../../core/use-cases/act-on-task.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { steps } from '../../../support/sample-report.ts';
import { nips } from '../../../support/sample-staff.ts';

const change = (walk: Walk, nip: string, fields: Partial<Staff>): void => {
  const person = walk.store.staff.get(nip);
  if (person === undefined) throw new Error(`no ${nip} in the sample agency`);
  walk.store.staff.set(nip, { ...person, ...fields });
};

const holderOf = async (walk: Walk): Promise<string> => {
  const { assignee } = await walk.openTask();
  return assignee.kind === 'official' ? assignee.nip : assignee.kind;
};

/** The officers as the directory spreads this case over them, best first. */
const officers = async (walk: Walk): Promise<[string, string]> => {
  const copy = walk.copy();
  const first = await holderOf(await (await copy.suggest()).open('triage'));
  return first === nips.triageOne ? [nips.triageOne, nips.triageTwo] : [nips.triageTwo, nips.triageOne];
};

const against = async (nip: string, overrides: Record<string, unknown> = {}): Promise<Walk> =>
  Walk.file({ respondent: { nip }, ...overrides });

const triaged = async (walk: Walk, respondentNip: string): Promise<ActResult> => {
  await (await walk.suggest()).open('triage');
  return walk.act({ ...steps.triage, respondentNip });
};

const reviewer = async (respondentNip: string, overrides: Record<string, unknown> = {}): Promise<string> => {
  const walk = await Walk.file({ respondent: {}, ...overrides });
  await triaged(walk, respondentNip);
  return holderOf(await walk.open('review'));
};

describe('who gets the triage', () => {
  test.each([
    ['the accused officer', nips.triageOne, nips.triageTwo],
    ['the other accused officer', nips.triageTwo, nips.triageOne],
  ])('never %s', async (_who, accused, holder) => {
    const walk = await (await (await against(accused)).suggest()).open('triage');
    expect(await holderOf(walk)).toBe(holder);
  });

  test('never the officer who reported, known by mailbox and not by name', async () => {
    const plain = await Walk.file();
    const [first, second] = await officers(plain);
    const mail = plain.store.staff.get(first)?.mail?.toUpperCase();
    for (let tries = 0; tries < 8; tries += 1) {
      const walk = await Walk.file({ reporter: { name: 'Warga', email: mail } });
      expect(await holderOf(await (await walk.suggest()).open('triage'))).toBe(second);
    }
  });

  test.each([
    ['away', { active: false }],
    ['without a mailbox', { mail: undefined }],
  ])('never one who is %s', async (_how, fields) => {
    const walk = await Walk.file();
    const [first, second] = await officers(walk);
    change(walk, first, fields);
    expect(await holderOf(await (await walk.suggest()).open('triage'))).toBe(second);
  });

  test.each([
    ['the head of both officers', nips.head],
    ['the authority, below whom everyone stands', nips.ppk],
  ])('nobody, where the report names %s', async (_who, accused) => {
    const walk = await (await against(accused)).suggest();
    await expect(walk.open('triage')).rejects.toMatchObject({ name: 'NoEligibleAssignee' });
    expect((await walk.state()).openTask).toBeUndefined();
  });

  test('an officer outside the line of an accused authority', async () => {
    const walk = await (await against(nips.ppk)).suggest();
    change(walk, nips.triageOne, { superiorNip: undefined });
    expect(await holderOf(await walk.open('triage'))).toBe(nips.triageOne);
  });

  test('another officer, when the one who acts names somebody above themselves', async () => {
    const walk = await Walk.file({ respondent: {} });
    const [first, second] = await officers(walk);
    change(walk, second, { superiorNip: undefined });
    await (await walk.suggest()).open('triage');
    expect(await walk.act({ ...steps.triage, respondentNip: nips.head })).toEqual({
      kind: 'handed-over',
      cause: 'INELIGIBLE',
    });
    expect(await holderOf(walk)).toBe(second);
    const state = await walk.state();
    expect(state.triages).toEqual([]);
    expect(state.endedTasks.at(-1)).toMatchObject({ end: 'REASSIGNED', assignee: { nip: first } });
  });

  test('nobody else, in words, where no other officer may take it', async () => {
    const walk = await Walk.file({ respondent: {} });
    expect(await triaged(walk, nips.ppk)).toMatchObject({ kind: 'refused', refusal: { code: 'NOBODY_ELSE' } });
  });
});

describe('who gets the review', () => {
  test.each([
    ['the direct superior of an employee', nips.employee, nips.section],
    ['the direct superior of an accused superior', nips.section, nips.division],
    ["the head, where the superior's superior is accused", nips.division, nips.head],
  ])('%s', async (_who, accused, holder) => {
    expect(await reviewer(accused)).toBe(holder);
  });

  test('the next one up, where the direct superior is the reporter', async () => {
    const reporter = { name: 'Warga', email: 'kepala.seksi@uji.tertib.test' };
    expect(await reviewer(nips.employee, { reporter })).toBe(nips.division);
  });

  test('the one after both, where the direct superior is away and the next one reported', async () => {
    const walk = await Walk.file({
      respondent: {},
      reporter: { name: 'Warga', email: 'Kepala.Bidang@UJI.tertib.test' },
    });
    change(walk, nips.section, { active: false });
    await triaged(walk, nips.employee);
    expect(await holderOf(await walk.open('review'))).toBe(nips.head);
  });

  test('the authority, where nobody is recorded above the respondent', async () => {
    const walk = await Walk.file({ respondent: {} });
    change(walk, nips.employee, { superiorNip: undefined });
    await triaged(walk, nips.employee);
    expect(await holderOf(await walk.open('review'))).toBe(nips.ppk);
  });

  test('whoever triage found, not whom the report named, is kept out', async () => {
    const walk = await against(nips.contract);
    await triaged(walk, nips.section);
    expect(await holderOf(await walk.open('review'))).toBe(nips.division);
  });

  test('the next one up after a recusal, with the reason on record, and nobody gets a case back', async () => {
    const walk = await Walk.file();
    await triaged(walk, nips.employee);
    await walk.open('review');
    expect(await walk.act({ outcome: 'RECUSE' })).toEqual({ kind: 'handed-over', cause: 'RECUSED' });
    expect(await holderOf(walk)).toBe(nips.division);
    await walk.act({ outcome: 'RECUSE' });
    expect(await holderOf(walk)).toBe(nips.head);
    const event = (await walk.ports.trail.read(walk.caseId)).findLast(({ type }) => type === 'TaskReassigned');
    expect(event?.data).toMatchObject({ cause: 'RECUSED', to: nips.head, reason: expect.any(String) });
    await walk.act({ outcome: 'RECUSE' });
    expect(await walk.act({ outcome: 'RECUSE' })).toMatchObject({ kind: 'refused', refusal: { code: 'NOBODY_ELSE' } });
    expect(await holderOf(walk)).toBe(nips.ppk);
  });
});

describe('the right to hold a task is asked again at the act', () => {
  const withReview = async (): Promise<Walk> => {
    const walk = await Walk.file();
    await triaged(walk, nips.employee);
    return walk.open('review');
  };

  test('a holder who was put below the respondent meanwhile hands over instead of deciding', async () => {
    const walk = await withReview();
    const superiorNip: Nip | undefined = walk.store.staff.get(nips.employee)?.nip;
    change(walk, nips.section, { superiorNip });
    change(walk, nips.employee, { superiorNip: walk.store.staff.get(nips.division)?.nip });
    // The line above the former holder now leads through the respondent to the division.
    expect(await walk.act(steps.review)).toEqual({ kind: 'handed-over', cause: 'INELIGIBLE' });
    expect(await holderOf(walk)).toBe(nips.division);
    expect((await walk.state()).reviews).toEqual([]);
  });

  test('somebody else who has the form of the holder changes nothing', async () => {
    const walk = await withReview();
    const form = await walk.form(steps.review);
    const other = walk.store.staff.get(nips.division)?.nip ?? form.nip;
    expect(await actOnTask(walk.ports, { ...form, nip: other })).toMatchObject({ refusal: { code: 'ALREADY_ACTED' } });
    expect((await walk.state()).reviews).toEqual([]);
  });
});
