import { type TaskKind, taskKindSchema } from '../../../core/case/event-parts.ts';
import { repeatsTask, roundAfter } from '../../../core/case/transitions.ts';
import { flowOutcomes, flowStates } from '../../../statemachines/case.contract.ts';
import { paths, pathTo, stateAfter } from '../../support/builders/case.ts';
import {
  appealDecided,
  appealFiled,
  decisionReturned,
  examinationHeld,
  examinationMissed,
  examinationRescheduled,
  examinationReturned,
  releaseOrdered,
  reviewDecided,
  serviceAttempted,
  TASKS,
  teamRequested,
  trackChanged,
  triageDecided,
} from '../../support/builders/drafts.ts';
import { definition, type Machine, stateOf, targetsOf } from './asl.ts';

type ChoiceName = keyof typeof flowOutcomes;

/** Where every word leads. What is not here must not be in the flow. */
const ways: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>> = {
  CaptureOrAsk: { CAPTURE: 'CaptureAll', AWAIT_REPORTER: 'AskReporter' },
  TriageOutcome: {
    PROCEED: 'Review',
    ASK_REPORTER: 'PlanCapture',
    MERGE: 'MergeReport',
    REFER: 'Notify',
    REJECT: 'Notify',
  },
  ReviewOutcome: {
    PROCEED: 'PrepareExamination',
    DISMISS: 'IssueDecision',
    MORE_EVIDENCE: 'PlanCapture',
    CHANGE_TRACK: 'Review',
  },
  ExaminationPath: { TEAM: 'FormTeam', EXAMINE: 'Examine' },
  ExaminationOutcome: {
    HELD: 'ReportExamination',
    IN_ABSENTIA: 'ReportExamination',
    ABSENT: 'PrepareExamination',
    RESCHEDULE: 'PrepareExamination',
    REQUEST_TEAM: 'PrepareExamination',
    RELEASE: 'PrepareExamination',
    CHANGE_TRACK: 'PrepareExamination',
    RETURN_FOR_EVIDENCE: 'PlanCapture',
  },
  ReportPath: { REPORTED: 'Decide', AWAIT_RESPONSE: 'AwaitResponse' },
  DecisionOutcome: {
    SANCTION: 'IssueDecision',
    DISMISS: 'IssueDecision',
    RETURN: 'PrepareExamination',
    PROPOSE: 'IssueDecision',
  },
  NotifyPath: { SERVE: 'Serve', CLOSE: 'CloseCase', EFFECT: 'TakeEffect' },
  ServiceOutcome: { SERVED: 'ConfirmService', DISPATCHED: 'Serve' },
  RemedyOutcome: { FILED: 'ForwardAppeal', SILENT: 'TakeEffect' },
  AppealOutcome: { UPHELD: 'NotifyAppeal', CHANGED: 'NotifyAppeal', ANNULLED: 'NotifyAppeal' },
  AppealPath: { EFFECT: 'TakeEffect', CLOSE: 'CloseCase' },
  EffectPath: { EXECUTE: 'Execute', DONE: 'CloseCase' },
};

const isChoice = (name: string): name is ChoiceName => Object.hasOwn(flowOutcomes, name);
const choices = Object.keys(flowOutcomes).filter(isChoice);

const waysIn = (machine: Machine, choice: ChoiceName) =>
  Object.fromEntries((stateOf(machine, choice).Choices ?? []).map(({ StringEquals, Next }) => [StringEquals, Next]));

/** States that the flow can come to without ever entering one; a time-out re-drives and a failure parks, neither goes on. */
const reachableWithout = (barred: string): ReadonlySet<string> => {
  const { StartAt, States } = definition();
  const seen = new Set<string>();
  const queue = [StartAt];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const state = States[name];
    if (state === undefined || name === barred || seen.has(name)) continue;
    seen.add(name);
    queue.push(...targetsOf(state));
  }
  return seen;
};

describe('every word leads where it should', () => {
  it.each(choices)('%s', (choice) => {
    expect(waysIn(definition(), choice)).toEqual(ways[choice]);
  });
});

describe('the flow has no way', () => {
  it.each([
    ['to a decision but through a report', 'Decide', 'ReportExamination'],
    ['to an examination but through its preparation', 'Examine', 'PrepareExamination'],
    ['to a report but through an examination', 'ReportExamination', 'Examine'],
    ['to an examination but through a review', 'PrepareExamination', 'Review'],
    ['to a service but through the signed decision', 'Serve', 'Notify'],
    ['to a remedy but through service', 'AwaitRemedy', 'Serve'],
    ['to an effect but through the notice of the decision', 'TakeEffect', 'Notify'],
    ['to the decision on an appeal but through the time for it', 'Appeal', 'AwaitRemedy'],
    ['to an appeal but through its receipt', 'Appeal', 'ForwardAppeal'],
    ['to an execution but through the effect', 'Execute', 'TakeEffect'],
    ['to an answer on more but through a report that found it', 'AwaitResponse', 'ReportExamination'],
  ])('%s', (_what, state, gate) => {
    expect(reachableWithout('nothing').has(state)).toBe(true);
    expect(reachableWithout(gate).has(state)).toBe(false);
  });
});

/** The Choice behind the callback of a kind of task, where there is one. */
const choiceBehind = (kind: TaskKind): ChoiceName | undefined => {
  const [name = ''] = Object.entries(flowStates.callbacks).find(([, opened]) => opened === kind) ?? [];
  const next = stateOf(definition(), name).Next ?? '';
  return isChoice(next) ? next : undefined;
};

const appealed = [...pathTo.APPEAL_WINDOW, appealFiled()];
/** Every way in which a task that the flow waits for can end. */
const ends = [
  ...(['PROCEED', 'REFER', 'REJECT', 'MERGE', 'ASK_REPORTER'] as const).map((outcome) => [
    ...pathTo.TRIAGE,
    triageDecided(outcome),
  ]),
  ...(['PROCEED', 'DISMISS', 'MORE_EVIDENCE'] as const).map((outcome) => [...pathTo.REVIEW, reviewDecided(outcome)]),
  [...pathTo.REVIEW, trackChanged(TASKS.review)],
  ...[
    examinationHeld(),
    examinationMissed(),
    examinationRescheduled(),
    examinationReturned(),
    teamRequested(),
    releaseOrdered(),
    trackChanged(),
  ].map((draft) => [...pathTo.EXAMINATION, draft]),
  paths.missedTwice,
  paths.sanctioned,
  pathTo.DISMISSED,
  [...pathTo.DECISION, decisionReturned()],
  paths.proposed,
  [...pathTo.SERVICE, serviceAttempted()],
  paths.served,
  appealed,
  paths.unappealed,
  ...(['UPHELD', 'CHANGED', 'ANNULLED'] as const).map((outcome) => [...pathTo.APPEAL, appealDecided(outcome)]),
].map((path) => {
  const { endedTasks } = stateAfter(path);
  const { kind, outcome = '' } = endedTasks.findLast((task) => task.outcome !== undefined) ?? {
    kind: 'triage' as const,
  };
  return { kind, outcome };
});

describe('tasks and flow', () => {
  it('every kind of task is opened by one callback', () => {
    expect(Object.values(flowStates.callbacks).toSorted()).toEqual([...taskKindSchema.options].toSorted());
  });

  it.each(ends)('the end $outcome of a task of kind $kind is a word that the Choice behind it reads', (end) => {
    const choice = choiceBehind(end.kind);
    expect(choice === undefined ? [] : Object.keys(ways[choice])).toContain(end.outcome);
  });

  it('every word behind a task is one that ends it', () => {
    for (const kind of taskKindSchema.options) {
      const choice = choiceBehind(kind);
      const words = ends.filter((end) => end.kind === kind).map(({ outcome }) => outcome);
      if (choice !== undefined) expect(new Set(words)).toEqual(new Set(Object.keys(ways[choice])));
    }
  });

  it('a word that raises the round leads back, and one that repeats a task to where it is opened again', () => {
    for (const { kind, outcome } of ends) {
      const next = ways[choiceBehind(kind) ?? 'CaptureOrAsk'][outcome] ?? '';
      if (roundAfter(1, outcome) === 2) expect(['PlanCapture', 'PrepareExamination']).toContain(next);
      if (repeatsTask(outcome)) expect(['Review', 'PrepareExamination', 'Serve']).toContain(next);
    }
  });
});
