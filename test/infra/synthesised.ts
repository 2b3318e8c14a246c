import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { projectRoot } from '../../lib/constructs/function-code.ts';
import type { DeployedFunction } from '../../lib/constructs/typed-function.ts';
import { deploymentSchema } from '../../lib/deployment.ts';
import { TertibStage } from '../../lib/stages/tertib-stage.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** The feature flags that `cdk` gives the app, without bundling. */
const context = {
  ...cdkJson.parse(JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8'))).context,
  'aws:cdk:bundling-stacks': [],
};

/** The stage as `bin/app.ts` makes it, with `given` in place of defaults. */
export const stageOf = (given: Partial<z.input<typeof deploymentSchema>> = {}): { app: App; stage: TertibStage } => {
  const app = new App({ context });
  return { app, stage: new TertibStage(app, 'Tertib-prod', deploymentSchema.parse(given)) };
};

export const templateOf = (stack: Stack): Template => Template.fromStack(stack);

export interface SynthesisedFunction {
  readonly name: string;
  readonly deployed: DeployedFunction;
  readonly stack: Stack;
  readonly template: Template;
}

/** Every function of the stage, with the stack it is in and what that became. */
export const functionsOf = ({ workflow, api, receiving }: TertibStage): SynthesisedFunction[] =>
  [workflow, api, ...(receiving === undefined ? [] : [receiving])].flatMap((stack) => {
    const template = templateOf(stack);
    return Object.entries(stack.functions).map(([name, deployed]) => ({ name, deployed, stack, template }));
  });

const arnSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const resourceSchema = z.looseObject({ Properties: z.record(z.string(), z.unknown()) });

/** Logical id of the construct that the ARN belongs to. */
const logicalIdOf = (stack: Stack, arn: string): string => arnSchema.parse(stack.resolve(arn))['Fn::GetAtt'][0];

/** Properties of a function in its template. */
export const propertiesOf = ({ template, stack, deployed }: SynthesisedFunction): Record<string, unknown> => {
  const id = logicalIdOf(stack, deployed.function.functionArn);
  return resourceSchema.parse(template.findResources('AWS::Lambda::Function')[id]).Properties;
};
