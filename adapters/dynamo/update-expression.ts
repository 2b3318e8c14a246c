import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';

type Update = Omit<UpdateCommandInput, 'TableName' | 'Key'>;

/**
 * An update that gives an item exactly these attributes: the defined ones are set, the undefined ones removed, others stay. In
 * the condition, `#name` and `:name` stand for an attribute and its new value.
 */
export const updateOf = (attributes: Readonly<Record<string, unknown>>, condition: string): Update => {
  const names = Object.keys(attributes);
  const set = names.filter((name) => attributes[name] !== undefined);
  const removed = names.filter((name) => attributes[name] === undefined);
  const assignments = set.map((name) => `#${name} = :${name}`).join(', ');
  const removals = removed.map((name) => `#${name}`).join(', ');
  return {
    UpdateExpression: `SET ${assignments}${removals && ` REMOVE ${removals}`}`,
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(set.map((name) => [`:${name}`, attributes[name]])),
  };
};
