import type { TaskKind } from '../../../../../core/case/events.ts';
import { actOnTask } from '../../../../../core/use-cases/act-on-task.ts';
import { fireTaskTimer } from '../../../../../core/use-cases/fire-task-timer.ts';
import { actAsRespondent } from '../../../../../core/use-cases/respondent/act-as-respondent.ts';
import type { SentFile } from '../../../../../core/use-cases/respondent/own-artifacts.ts';
import { runState } from '../../../../support/memory/flow.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { type Prepared, prepare } from '../crash-points.ts';

export type World = () => Promise<Walk>;
export const noInput = async (): Promise<undefined> => undefined;

/** A state of the definition that runs a step by itself, and where a case stands before it. */
export interface StateTrial {
  readonly state: string;
  readonly prepared: Promise<Prepared>;
}

export const entering = (state: string, what: string, world: World): StateTrial => ({
  state,
  prepared: prepare({
    name: `${state} ${what}`,
    world: async () => (await world()).go(state),
    input: noInput,
    run: async (walk) => runState(walk.ports, state, await walk.place()),
    sameAnswer: state !== 'CaptureAll',
  }),
});

export interface KindTrial {
  readonly kind: TaskKind;
  readonly prepared: Promise<Prepared>;
}

/** An execution comes to a task that is open for nobody yet, or joins one that was opened beside it. */
export const opening = (kind: TaskKind, world: World): KindTrial => ({
  kind,
  prepared: prepare({
    name: `openTaskStep opening the ${kind} task`,
    world,
    input: noInput,
    run: (walk, _none, attempt) => walk.stand(kind, attempt),
    sameAnswer: true,
  }),
});

export interface ActTrial {
  readonly kind: TaskKind;
  readonly outcome: string;
  readonly prepared: Promise<Prepared>;
}

type Fields = Readonly<Record<string, unknown>> & { readonly outcome: string };

export const acting = (kind: TaskKind, what: string, world: World, fields: Fields): ActTrial => ({
  kind,
  outcome: fields.outcome,
  prepared: prepare({
    name: `actOnTask: ${kind} ${fields.outcome} ${what}`.trim(),
    world,
    input: (walk) => walk.form(fields),
    run: ({ ports }, input) => actOnTask(ports, input),
    sameAnswer: true,
  }),
});

export const answering = (kind: TaskKind, world: World, fields: Fields, files: readonly SentFile[] = []): ActTrial => ({
  kind,
  outcome: fields.outcome,
  prepared: prepare({
    name: `actAsRespondent: ${fields.outcome}`,
    world,
    input: (walk) => walk.ownForm(fields, files),
    run: ({ ports }, input) => actAsRespondent(ports, input),
    sameAnswer: true,
  }),
});

/** A clock rings: at the reminder or at the due date of a task of a kind. */
export const ringing = (
  name: string,
  world: World,
  { kind, bell }: { readonly kind: TaskKind; readonly bell: 'task-remind' | 'task-due' },
): Promise<Prepared> =>
  prepare({
    name: `fireTaskTimer: ${name}`,
    world: async () => {
      const walk = await world();
      const { dueAt, remindAt } = await walk.taskOf(kind);
      return walk.at(bell === 'task-due' ? dueAt : remindAt);
    },
    input: async (walk) => ({ kind: bell, caseId: walk.caseId, taskId: (await walk.taskOf(kind)).taskId }),
    run: ({ ports }, target) => fireTaskTimer(ports, target),
    sameAnswer: false,
  });
