import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface RunbookAlarmProps
  extends Pick<AlarmProps, 'metric' | 'evaluationPeriods' | 'comparisonOperator' | 'treatMissingData'> {
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** Heading in docs/runbook.md that says what to look at and what to do. */
  readonly anchor: string;
  readonly tell: ITopic;
  /** @default 1 */
  readonly threshold?: number;
}

/** An alarm cannot be made without the place in the runbook that says what to do. */
export const runbookAlarm = (scope: Construct, id: string, props: RunbookAlarmProps): Alarm => {
  const { meaning, anchor, tell, ...alarm } = props;
  const made = new Alarm(scope, id, {
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...alarm,
    alarmDescription: `${meaning} See docs/runbook.md#${anchor}`,
  });
  made.addAlarmAction(new SnsAction(tell));
  return made;
};
