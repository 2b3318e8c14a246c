import * as z from 'zod';
import { propertiesOf, type SynthesisedFunction } from './synthesised.ts';

const list = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const words = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: words,
  Resource: list,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const policySchema = z.object({
  Properties: z.object({
    PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
    Roles: z.array(z.object({ Ref: z.string() })),
  }),
});
const roleOf = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });

export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: string | undefined;
}

/** Everything the role of a function allows, from the template. */
export const permissionsOf = (synthesised: SynthesisedFunction): Permission[] => {
  const role = roleOf.parse(propertiesOf(synthesised).Role)['Fn::GetAtt'][0];
  return Object.values(synthesised.template.findResources('AWS::IAM::Policy'))
    .map((policy) => policySchema.parse(policy).Properties)
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Action, Resource, Condition }) => ({
      actions: [...Action].sort(),
      resources: Resource.map(readable).sort(),
      condition: Condition && readableCondition(Condition),
    }));
};

/** All that the functions may do, to be read by people. */
export const asText = (name: string, permissions: readonly Permission[]): string =>
  [name, ...permissions.map(paragraph).sort()].join('\n');

const paragraph = ({ actions, resources, condition }: Permission): string =>
  [
    `  ${actions.join(', ')}`,
    ...resources.map((resource) => `    on ${resource}`),
    ...(condition === undefined ? [] : [`    if ${condition}`]),
  ].join('\n');

const readableCondition = (condition: Record<string, Record<string, unknown>>): string =>
  Object.entries(condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => `${key} ${operator} ${words.parse(value).join(' | ')}`),
    )
    .join(' and ');

const shape = {
  join: z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  attribute: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  reference: z.object({ Ref: z.string() }),
  imported: z.object({ 'Fn::ImportValue': z.string() }),
};

/** Without the hashes that the CDK puts behind names. */
const plain = (name: string): string => name.replace(/[0-9A-F]{8}$/, '');

/** `Tertib-prod-Data:ExportsOutputFnGetAttTrailTableC49EC7E7ArnA1B2C3D4` is `Data/TrailTable`. */
const exportName = (name: string): string => {
  const [, stack, id] =
    /^Tertib-prod-(\w+):ExportsOutput(?:FnGetAtt|Ref)(\w+?)[0-9A-F]{8}(?:Arn)?[0-9A-F]{8}$/.exec(name) ?? [];
  return stack === undefined || id === undefined ? name : `${stack}/${id}`;
};

const readable = (value: unknown): string => {
  const joined = shape.join.safeParse(value).data?.['Fn::Join'];
  if (joined !== undefined) return joined[1].map(readable).join(joined[0]);
  const attribute = shape.attribute.safeParse(value).data?.['Fn::GetAtt'];
  if (attribute !== undefined) return plain(attribute[0]);
  const reference = shape.reference.safeParse(value).data?.Ref;
  if (reference !== undefined) return plain(reference);
  const imported = shape.imported.safeParse(value).data?.['Fn::ImportValue'];
  return imported === undefined ? z.string().parse(value) : exportName(imported);
};
