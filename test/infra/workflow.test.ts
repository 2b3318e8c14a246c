import { Match } from 'aws-cdk-lib/assertions';
import { flowSteps, substitutionOf } from '../../statemachines/case.contract.ts';
import { stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf();
const template = templateOf(stage.workflow);

const isStep = (name: string): name is keyof typeof flowSteps => name in flowSteps;
const substitutions = Object.keys(flowSteps).filter(isStep).map(substitutionOf);

describe('the state machine', () => {
  it('is Standard, has the name that others know it by, and comes from the file', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'tertib-prod-case',
      StateMachineType: 'STANDARD',
      DefinitionS3Location: Match.anyValue(),
    });
  });

  it('is given a function for every substitution, and for nothing else', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      DefinitionSubstitutions: Object.fromEntries(
        substitutions.map((name) => [name, { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${name}`), 'Arn'] }]),
      ),
    });
    const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
    expect(Object.keys(machine?.Properties.DefinitionSubstitutions).sort()).toEqual([...substitutions].sort());
  });

  it('logs errors without what went through, because inputs carry task tokens', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('may call the steps and no other function', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: substitutions.map(() => Match.anyValue()) },
        ]),
      },
      Roles: [{ Ref: Match.stringLikeRegexp('^CaseStateMachineRole') }],
    });
  });
});

describe('timers', () => {
  it('stand in a group of their own', () => {
    template.hasResourceProperties('AWS::Scheduler::ScheduleGroup', { Name: 'tertib-prod-timers' });
  });

  it('call the function that has the name they are set with', () => {
    template.hasResourceProperties('AWS::Lambda::Function', { FunctionName: 'tertib-prod-fire-task-timer' });
  });

  it('run under a role that only schedules of this group and account can take on', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnEquals: { 'aws:SourceArn': Match.anyValue() },
            },
          },
        ],
      },
    });
  });
});

describe('the sweep', () => {
  it('runs every five minutes, and a run that never succeeds ends where an alarm looks', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
    });
  });

  it('ends before the next one starts', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('crash'),
      Timeout: 240,
    });
  });
});

describe('what is called without an answer', () => {
  it.each(['tertib-prod-fire-task-timer', Match.absent()])('has a queue for what failed for good', (FunctionName) => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName,
      DeadLetterConfig: { TargetArn: Match.anyValue() },
    });
  });

  it('keeps it encrypted for two weeks', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    });
  });
});

describe('logs', () => {
  it('are encrypted with our key, kept for half a year, and outlive the stack', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 180, KmsKeyId: Match.anyValue() });
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Retain' });
  });
});
