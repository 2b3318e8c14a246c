import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { explain } from './explained.ts';

export interface StateMachineFromAslProps {
  readonly stateMachineName: string;
  readonly definitionFile: string;
  /** The function of each substitution in the file. */
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly logKey: IKey;
}

/**
 * A Standard state machine whose flow is in a file alone. Its role may call the functions the file names and nothing else: from a
 * file nothing is granted by itself. It logs errors without what went through: inputs carry task tokens.
 */
export class StateMachineFromAsl extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: StateMachineFromAslProps) {
    super(scope, id);
    const destination = new LogGroup(this, 'Log', {
      retention: RetentionDays.SIX_MONTHS,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const named = Object.entries(props.functions);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: props.stateMachineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(props.definitionFile),
      definitionSubstitutions: Object.fromEntries(named.map(([name, { functionArn }]) => [name, functionArn])),
      logs: { destination, level: LogLevel.ERROR, includeExecutionData: false },
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: named.map(([, { functionArn }]) => functionArn),
      }),
    );
    explain(
      this.stateMachine,
      'AwsSolutions-SF1',
      'Logs errors only: the trail is the record of what happened, and inputs carry task tokens.',
    );
    explain(
      this.stateMachine,
      'AwsSolutions-IAM5[Resource::*]',
      'Log delivery and X-Ray know no resources: their actions take only *.',
    );
  }
}
