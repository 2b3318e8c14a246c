import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { TertibStage } from '../../lib/stages/tertib-stage.ts';
import { stageOf } from './synthesised.ts';

const findingsIn = (stage: TertibStage): string[] =>
  new AwsSolutionsChecks(stage)
    .validateScope(stage)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );

/** Findings name what other stacks export, so the references must have been made. */
const synthesised = (): TertibStage => {
  const { stage } = stageOf();
  stage.synth();
  return stage;
};

describe('policy checks', () => {
  it('find nothing that is not explained beside the resource', () => {
    expect(findingsIn(synthesised())).toEqual([]);
  });

  it('find what is not explained', () => {
    const { stage } = stageOf();
    new Bucket(stage.data, 'Careless');

    expect(findingsIn(stage).some((finding) => finding.includes('Careless'))).toBe(true);
  });
});
