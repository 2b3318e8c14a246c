import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { statementOf, type Uses } from '../uses/uses.ts';
import { explain, explainWildcard } from './explained.ts';
import { type BundledFiles, bundlingOf, projectRoot } from './function-code.ts';

/** Exactly the variables of the schema: one too few or one too many does not compile. */
export type ExactlyFor<Schema extends z.ZodObject, Env extends object> =
  Env extends z.input<Schema> ? ([Exclude<keyof Env, keyof z.input<Schema>>] extends [never] ? Env : never) : never;

export interface TypedFunctionProps<Schema extends z.ZodObject, Env extends z.input<Schema>> {
  /** Entry below `lambdas/`, e.g. `workflow/open-task`. */
  readonly entry: `${string}/${string}`;
  /** The schema that the handler parses its environment with. */
  readonly schema: Schema;
  readonly uses: Uses<ExactlyFor<Schema, Env>>;
  readonly description: string;
  readonly timeout: Duration;
  readonly logKey: IKey;
  /** @default 512 */
  readonly memorySize?: number;
  /** @default - ARM, which costs less */
  readonly architecture?: Architecture;
  /** @default - generated */
  readonly functionName?: string;
  /** @default - the account's unreserved concurrency */
  readonly reservedConcurrency?: number;
  /** Where asynchronous calls end that failed three times. @default - the function is only called synchronously */
  readonly deadLetters?: IQueue;
  /** @default - none */
  readonly files?: readonly BundledFiles[];
}

/** A function as other constructs see it. */
export interface DeployedFunction {
  readonly function: NodejsFunction;
  /** Absolute path of the handler's source. */
  readonly entry: string;
  readonly schema: z.ZodObject;
}

/**
 * A handler with its own role, its own log, and exactly the environment its schema asks for.
 *
 * @example
 * new TypedFunction(this, 'CloseCase', {
 *   entry: 'workflow/close-case', schema: closeCaseEnv, uses: tables.trail.append.and(tables.cases.write), ...
 * });
 */
export class TypedFunction<Schema extends z.ZodObject, Env extends z.input<Schema>>
  extends Construct
  implements DeployedFunction
{
  readonly function: NodejsFunction;
  readonly entry: string;
  readonly schema: Schema;

  constructor(scope: Construct, id: string, props: TypedFunctionProps<Schema, Env>) {
    super(scope, id);
    this.entry = join(projectRoot, 'lambdas', `${props.entry}.lambda.ts`);
    this.schema = props.schema;
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.SIX_MONTHS,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.function = new NodejsFunction(this, 'Function', {
      entry: this.entry,
      description: props.description,
      // Pinned: an upgrade of the CDK must not change what runs.
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      projectRoot,
      bundling: bundlingOf(props.files ?? []),
      timeout: props.timeout,
      memorySize: props.memorySize ?? 512,
      tracing: Tracing.ACTIVE,
      role: this.#role(logGroup, props),
      logGroup,
      environment: { ...serviceVariables(props.entry), ...props.uses.environment },
      ...(props.functionName !== undefined && { functionName: props.functionName }),
      ...(props.reservedConcurrency !== undefined && { reservedConcurrentExecutions: props.reservedConcurrency }),
      ...(props.deadLetters && {
        deadLetterQueue: props.deadLetters,
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
      }),
    });
  }

  #role(logGroup: LogGroup, { uses, entry }: TypedFunctionProps<Schema, Env>): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Runs ${entry}`,
    });
    role.addToPolicy(
      statementOf({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    );
    for (const permission of uses.permissions) role.addToPolicy(statementOf(permission));
    explain(role, 'AwsSolutions-IAM5[Resource::*]', 'X-Ray knows no resources: its two write actions take only *.');
    for (const { resources, wildcard } of uses.permissions) {
      if (wildcard === undefined) continue;
      for (const resource of resources) explainWildcard(role, resource, wildcard);
    }
    return role;
  }
}

/** Variables that libraries read by themselves. */
const serviceVariables = (entry: string): Record<string, string> => ({
  NODE_OPTIONS: '--enable-source-maps',
  POWERTOOLS_SERVICE_NAME: entry.slice(entry.indexOf('/') + 1),
  POWERTOOLS_METRICS_NAMESPACE: 'Tertib',
});
