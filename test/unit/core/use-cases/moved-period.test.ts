import type { TaskKind } from '../../../../core/case/events.ts';
import { type CaseState, type OpenTask, openTasks } from '../../../../core/case/state.ts';
import { agencySettingsSchema } from '../../../../core/rules/agency-settings.ts';
import { HOUR, instantSchema, plusMs } from '../../../../core/time.ts';
import { rulesUnder } from '../../../../core/use-cases/agency-rules.ts';
import { type MovedPeriod, movedPeriod } from '../../../../core/use-cases/moved-period.ts';
import { deadlineNameFor } from '../../../../core/use-cases/task-period.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { paths, stateAfter, stateIn } from '../../../support/builders/case.ts';
import { START } from '../../../support/builders/drafts.ts';
import { AGENCY, anAgency } from '../../../support/builders/staff.ts';

const agency = anAgency();
const soon = plusMs(START, HOUR);
const at = (text: string) => instantSchema.parse(text);

const taskOf = (state: CaseState, kind: TaskKind): OpenTask => {
  const task = openTasks(state).find((open) => open.kind === kind);
  if (task === undefined) throw new Error(`no open ${kind} task`);
  return task;
};
const bookWithout = (...dates: string[]) =>
  rulesUnder(
    ruleBook,
    agencySettingsSchema.parse({
      agencyId: AGENCY,
      daysOff: dates.map((date) => ({
        date,
        kind: 'N',
        name: 'Libur setempat',
        addedOn: '2026-11-23',
        citation: { text: 'Keputusan Bupati Contoh', certainty: 'ANALYSIS' },
      })),
    }),
  );
const moved = (
  state: CaseState,
  task: OpenTask,
  { now = soon, off = [] }: { now?: OpenTask['dueAt']; off?: string[] } = {},
): MovedPeriod | undefined => movedPeriod(bookWithout(...off), agency, { state, task, unit: undefined, now });

/** What each task of the builders' case counts from, and where that leads. Their own dates are later or earlier than that. */
const CASES: [string, TaskKind, CaseState, string, string][] = [
  [
    'a triage from its opening',
    'triage',
    stateIn('TRIAGE'),
    '2026-11-26T09:00:00.000Z',
    '3 hari kerja sejak 23 November',
  ],
  [
    'an answer of the accused',
    'response',
    stateIn('EXAMINATION'),
    '2026-12-02T16:59:59.999Z',
    '7 hari kerja sejak 23 November',
  ],
  [
    'an examination from its date',
    'examination',
    stateIn('EXAMINATION'),
    '2026-12-09T09:00:00.000Z',
    '5 hari kerja sejak 2 Desember',
  ],
  [
    'a decision from its opening',
    'decision',
    stateIn('DECISION'),
    '2026-12-07T09:00:00.000Z',
    '10 hari kerja sejak 23 November',
  ],
  [
    'a delivery from the decision',
    'service',
    stateIn('SERVICE'),
    '2026-12-11T09:00:00.000Z',
    '14 hari kerja sejak 23 November',
  ],
  [
    'the time for a remedy from receipt',
    'remedy',
    stateIn('APPEAL_WINDOW'),
    '2027-01-11T17:00:00.000Z',
    '15 hari kerja sejak 16 Desember',
  ],
  [
    'an objection from its filing',
    'appeal',
    stateIn('APPEAL'),
    '2026-12-22T09:00:00.000Z',
    '21 hari kerja sejak 23 November',
  ],
  [
    'the end of a sanction from its last day',
    'execution',
    stateAfter(paths.serving),
    '2028-01-14T16:59:59.999Z',
    '7 hari kalender sejak 7 Januari 2028',
  ],
];

describe('where the calendar puts an open deadline', () => {
  it.each(CASES)('%s', (_what, kind, state, dueAt, derivation) => {
    const task = { ...taskOf(state, kind), dueAt: at('2026-11-24T02:00:00.000Z') };
    expect(moved(state, task)).toMatchObject({ dueAt, derivation: { id: expect.stringContaining(derivation) } });
  });

  it.each(CASES)('leaves it where it is there already: %s', (_what, kind, state, dueAt) => {
    expect(moved(state, { ...taskOf(state, kind), dueAt: at(dueAt) })).toBeUndefined();
  });

  it('reminds of the end of a remedy as the last day for it begins, and of the end of a sanction a month ahead', () => {
    const early = at('2026-11-24T02:00:00.000Z');
    const remedy = stateIn('APPEAL_WINDOW');
    expect(moved(remedy, { ...taskOf(remedy, 'remedy'), dueAt: early })?.remindAt).toBe('2027-01-10T17:00:00.000Z');
    const serving = stateAfter(paths.serving);
    const task = { ...taskOf(serving, 'execution'), dueAt: early };
    expect(moved(serving, task)?.remindAt).toBe('2027-12-08T00:30:00.000Z');
  });

  it('does not remind at a time that has passed', () => {
    const state = stateIn('TRIAGE');
    const task = { ...taskOf(state, 'triage'), dueAt: at('2026-11-27T09:00:00.000Z') };
    expect(moved(state, task, { now: at('2026-11-26T02:00:00.000Z') })).toMatchObject({
      dueAt: '2026-11-26T09:00:00.000Z',
      remindAt: '2026-11-26T09:00:00.000Z',
    });
  });
});

describe('a deadline stays', () => {
  const triage = stateIn('TRIAGE');
  const due = at('2026-11-26T09:00:00.000Z');
  const holder = taskOf(triage, 'triage');

  it('once it has passed', () => {
    expect(moved(triage, { ...holder, dueAt: due }, { now: due, off: ['2026-11-25'] })).toBeUndefined();
    expect(moved(triage, { ...holder, dueAt: due }, { off: ['2026-11-25'] })?.dueAt).toBe('2026-11-27T09:00:00.000Z');
  });

  it('where it would now lie in the past', () => {
    const later = at('2026-11-27T09:00:00.000Z');
    expect(moved(triage, { ...holder, dueAt: later })?.dueAt).toBe(due);
    expect(moved(triage, { ...holder, dueAt: later }, { now: due })).toBeUndefined();
  });

  it.each<[TaskKind, CaseState, string]>([
    ['response', stateIn('EXAMINATION'), '2026-12-03T16:59:59.999Z'],
    ['remedy', stateIn('APPEAL_WINDOW'), '2027-01-12T17:00:00.000Z'],
  ])('for the accused, where it would come earlier than they were told: %s', (kind, state, told) => {
    expect(moved(state, { ...taskOf(state, kind), dueAt: at(told) })).toBeUndefined();
  });
});

describe('the duration a task runs under', () => {
  it.each<[TaskKind, string, string]>([
    ['remedy', 'objection', 'appeal'],
    ['appeal', 'remedyAnswer', 'bpasnDecision'],
    ['service', 'delivery', 'delivery'],
  ])('%s is %s for an objection and %s for BPASN', (kind, objection, bpasn) => {
    expect(deadlineNameFor(kind, 'OBJECTION')).toBe(objection);
    expect(deadlineNameFor(kind, 'BPASN')).toBe(bpasn);
    expect(deadlineNameFor(kind)).toBe(bpasn);
  });
});
