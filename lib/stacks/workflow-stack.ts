import { join } from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { fireTaskTimerEnv } from '../../lambdas/env/fire-task-timer.env.ts';
import { recordUndeliveredEnv } from '../../lambdas/env/record-undelivered.env.ts';
import { runSweepEnv } from '../../lambdas/env/run-sweep.env.ts';
import { flowSteps, type StepName, substitutionOf } from '../../statemachines/case.contract.ts';
import { CaseTimers } from '../constructs/case-timers.ts';
import { endQueue } from '../constructs/dead-letters.ts';
import { projectRoot } from '../constructs/function-code.ts';
import { StateMachineFromAsl } from '../constructs/state-machine-from-asl.ts';
import { type DeployedFunction, TypedFunction } from '../constructs/typed-function.ts';
import type { Deployment } from '../deployment.ts';
import { namesOf } from '../names.ts';
import { Uses } from '../uses/uses.ts';
import type { DataStack } from './data-stack.ts';
import { type FunctionUses, functionUses } from './function-uses.ts';
import type { MailStack } from './mail-stack.ts';
import { workflowSteps } from './workflow-steps.ts';

export interface WorkflowStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly mail: MailStack;
}

/** What moves a case: the flow and its steps, the timers of tasks, and the sweep that repairs. */
export class WorkflowStack extends Stack {
  readonly stateMachine: StateMachine;
  readonly timers: CaseTimers;
  readonly steps: Readonly<Record<StepName, DeployedFunction>>;
  readonly fireTaskTimer: DeployedFunction;
  readonly runSweep: DeployedFunction;
  readonly recordUndelivered: DeployedFunction;
  /** Timers and sweeps that failed for good. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { deployment, data, mail, ...props }: WorkflowStackProps) {
    super(scope, id, props);
    this.deadLetters = endQueue(this, 'DeadLetters');
    this.timers = new CaseTimers(this, 'Timers', { deployment, deadLetters: this.deadLetters });
    const uses = functionUses(this, { deployment, data, mail, timers: this.timers });
    this.steps = workflowSteps(this, uses, this.deadLetters);
    this.stateMachine = new StateMachineFromAsl(this, 'Case', {
      stateMachineName: namesOf(deployment.stage).stateMachine,
      definitionFile: join(projectRoot, 'statemachines', 'case.asl.json'),
      functions: substitutions(this.steps),
      logKey: uses.logKey,
    }).stateMachine;
    this.fireTaskTimer = this.#fireTaskTimer(uses, deployment);
    this.runSweep = this.#runSweep(uses);
    this.recordUndelivered = this.#recordUndelivered(uses, mail);
  }

  /** To ask for a capture, without waiting for it. */
  get capturing() {
    const { functionArn } = this.steps.CaptureEvidence.function;
    return new Uses({ CAPTURE_FUNCTION_ARN: functionArn }, [
      { actions: ['lambda:InvokeFunction'], resources: [functionArn] },
    ]);
  }

  /** Every function of the stack, by name. */
  get functions(): Readonly<Record<string, DeployedFunction>> {
    return {
      ...this.steps,
      FireTaskTimer: this.fireTaskTimer,
      RunSweep: this.runSweep,
      RecordUndelivered: this.recordUndelivered,
    };
  }

  #fireTaskTimer(uses: FunctionUses, { stage }: Deployment): DeployedFunction {
    return new TypedFunction(this, 'FireTaskTimer', {
      entry: 'timers/fire-task-timer',
      schema: fireTaskTimerEnv,
      uses: taskCare(uses).and(uses.workflow.answer),
      description: 'Reminds or escalates when a task timer is due',
      functionName: namesOf(stage).timerTarget,
      timeout: Duration.seconds(30),
      deadLetters: this.deadLetters,
      logKey: uses.logKey,
    });
  }

  #recordUndelivered(uses: FunctionUses, mail: MailStack): DeployedFunction {
    const { tables } = uses;
    const record = new TypedFunction(this, 'RecordUndelivered', {
      entry: 'mail/record-undelivered',
      schema: recordUndeliveredEnv,
      uses: tables.trail.append
        .and(tables.cases.project)
        .and(tables.tasks.read)
        .and(tables.inbound.write)
        .and(tables.directory.read)
        .and(uses.evidence.store)
        .and(uses.keys.secrets)
        .and(uses.mail)
        .and(uses.site),
      description: 'Records in its case that a mail did not arrive, and tells the personnel unit',
      timeout: Duration.seconds(30),
      deadLetters: this.deadLetters,
      logKey: uses.logKey,
    });
    new Rule(this, 'Undelivered', {
      description: 'Mails of Tertib that did not arrive, for their cases',
      eventPattern: mail.undeliveredPattern,
      targets: [
        new LambdaFunction(record.function, {
          deadLetterQueue: this.deadLetters,
          retryAttempts: 2,
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
    return record;
  }

  #runSweep(uses: FunctionUses): DeployedFunction {
    const { cases, tasks } = uses.tables;
    const sweep = new TypedFunction(this, 'RunSweep', {
      entry: 'sweep/run-sweep',
      schema: runSweepEnv,
      uses: taskCare(uses)
        .and(cases.listOpen)
        .and(cases.forget)
        .and(tasks.listDue)
        .and(uses.workflow.drive)
        .and(uses.evidence.write)
        .and(uses.evidence.scan)
        .and(uses.evidence.release)
        .and(uses.timeStamping)
        .and(this.capturing),
      files: uses.anchorFiles,
      description: 'Repairs what a crash between two calls left',
      // Shorter than the tick, so that two sweeps do not do the same work twice.
      timeout: Duration.minutes(4),
      deadLetters: this.deadLetters,
      logKey: uses.logKey,
    });
    new Rule(this, 'SweepTick', {
      description: 'Runs the sweep every five minutes',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [
        new LambdaFunction(sweep.function, {
          deadLetterQueue: this.deadLetters,
          retryAttempts: 2,
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
    return sweep;
  }
}

/** To remind, to escalate, and to open the next task: what timer and sweep share. */
const taskCare = (uses: FunctionUses) =>
  uses.tables.trail.append
    .and(uses.tables.cases.project)
    .and(uses.tables.tasks.write)
    .and(uses.tables.directory.read)
    .and(uses.tables.people.matchTag)
    .and(uses.keys.secrets)
    .and(uses.keys.mac)
    .and(uses.timers)
    .and(uses.mail)
    .and(uses.site);

const isStep = (name: string): name is StepName => name in flowSteps;

const substitutions = (steps: Readonly<Record<StepName, DeployedFunction>>) =>
  Object.fromEntries(
    Object.keys(flowSteps)
      .filter(isStep)
      .map((step) => [substitutionOf(step), steps[step].function]),
  );
