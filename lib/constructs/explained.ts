import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** Accepts one finding of the policy checks on this construct and what is inside it; the reason stays beside the resource. */
export const explain = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};

/** Accepts that a role may use `resource` although it ends in a wildcard. */
export const explainWildcard = (role: IConstruct, resource: string, reason: string): void => {
  explain(role, `AwsSolutions-IAM5[Resource::${written(Stack.of(role).resolve(resource))}]`, reason);
};

const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const reference = z.object({ Ref: z.string() });
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const imported = z.object({ 'Fn::ImportValue': z.string() });

/** A resolved value as the policy checks write it: `arn:aws:states:…:<AWS::AccountId>:execution:…`. */
const written = (value: unknown): string => {
  const joined = join.safeParse(value).data;
  if (joined !== undefined) return joined['Fn::Join'][1].map(written).join(joined['Fn::Join'][0]);
  const referred = reference.safeParse(value).data;
  if (referred !== undefined) return `<${referred.Ref}>`;
  const got = attribute.safeParse(value).data?.['Fn::GetAtt'];
  if (got !== undefined) return `<${got.join('.')}>`;
  return imported.safeParse(value).data?.['Fn::ImportValue'] ?? z.string().parse(value);
};
