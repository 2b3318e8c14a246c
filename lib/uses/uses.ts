import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** A statement as plain data, so that it can be merged and repeated. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Why the resources end in a wildcard, where they do. */
  readonly wildcard?: string;
}

/**
 * What a function uses: the variables that tell it where a thing is, together with the permissions on that thing. So no function has
 * a variable without the right to use it, or a right without the variable.
 *
 * @example
 * uses.trail.append.and(uses.cases.write)
 */
export class Uses<Env extends object> {
  readonly environment: Env;
  readonly permissions: readonly Permission[];

  constructor(environment: Env, permissions: readonly Permission[] = []) {
    this.environment = environment;
    this.permissions = permissions;
  }

  and<Other extends object>(other: Uses<Other>): Uses<Env & Other> {
    return new Uses({ ...this.environment, ...other.environment }, [...this.permissions, ...other.permissions]);
  }
}

export const statementOf = ({ actions, resources, conditions }: Permission): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [...resources],
    ...(conditions && { conditions: { ...conditions } }),
  });
