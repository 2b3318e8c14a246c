import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { checkerNames } from '../../core/sweep/sweep.ts';
import { sweepCheckers } from '../../lambdas/env/metrics.ts';
import { projectRoot } from '../../lib/constructs/function-code.ts';
import { functionsOf, stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf({ operationsMail: 'siaga@tertib.example' });
const template = templateOf(stage.monitoring);

const alarmSchema = z.object({
  Properties: z.object({ AlarmDescription: z.string(), AlarmActions: z.array(z.unknown()), MetricName: z.string() }),
});
const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(([id, alarm]) => ({
  id,
  ...alarmSchema.parse(alarm).Properties,
}));
const anchorOf = (description: string): string | undefined => /docs\/runbook\.md#([a-z0-9-]+)$/.exec(description)?.[1];
const anchors = [...new Set(alarms.map(({ AlarmDescription }) => anchorOf(AlarmDescription)))].sort();

/** The anchors that a Markdown viewer gives the headings of a text. */
const headingsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

describe('alarms', () => {
  it.each(anchors)('%s: the runbook says what to do', (anchor) => {
    expect(headingsOf(readFileSync(join(projectRoot, 'docs', 'runbook.md'), 'utf8'))).toContain(anchor);
  });

  it.each(alarms)('$id says what it means, and tells someone', ({ AlarmDescription, AlarmActions }) => {
    expect(AlarmDescription).toMatch(/^[A-Z].{20,}\. See docs\/runbook\.md#[a-z0-9-]+$/);
    expect(AlarmActions).toHaveLength(1);
  });

  it.each(['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted', 'ExecutionThrottled'])(
    'one %s of the flow is enough',
    (MetricName) => {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName, Threshold: 1, Period: 300 });
    },
  );

  it('every function that fails is noticed', () => {
    const watched = alarms.filter(({ MetricName, id }) => MetricName === 'Errors' && id !== '');

    expect(watched).toHaveLength(functionsOf(stage).length);
  });

  it('a sweep that does not run is noticed, although it sends nothing', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('every checker of the sweep is watched under the name it counts under', () => {
    expect([...sweepCheckers].sort()).toEqual([...checkerNames].sort());
    for (const checker of sweepCheckers) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Namespace: 'Tertib',
        MetricName: 'SweepRepairs',
        Dimensions: [
          { Name: 'checker', Value: checker },
          { Name: 'service', Value: 'run-sweep' },
        ],
      });
    }
  });

  it('both queues for what failed are watched', () => {
    const depths = alarms.filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible');

    expect(depths).toHaveLength(2);
  });

  it('reach whoever is on duty, over TLS', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'siaga@tertib.example' });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Effect: 'Deny', Action: 'sns:Publish' })]) },
    });
  });
});
