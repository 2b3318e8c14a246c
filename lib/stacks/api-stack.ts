import { Annotations, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { publicPagesEnv } from '../../lambdas/env/public-pages.env.ts';
import { staffPagesEnv } from '../../lambdas/env/staff-pages.env.ts';
import { taskPagesEnv } from '../../lambdas/env/task-pages.env.ts';
import { Firewall } from '../constructs/firewall.ts';
import { ProxyApi, stageArnOf } from '../constructs/proxy-api.ts';
import { type DeployedFunction, TypedFunction } from '../constructs/typed-function.ts';
import { type Deployment, isExample } from '../deployment.ts';
import { Uses } from '../uses/uses.ts';
import type { DataStack } from './data-stack.ts';
import { type FunctionUses, functionUses } from './function-uses.ts';
import type { MailStack } from './mail-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export interface ApiStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly workflow: WorkflowStack;
}

/** The static files of the pages, as they lie in the bundle of a function. */
const ASSET_DIR = '/var/task/assets';
const assets = { folder: 'web', paths: ['assets'], to: '' } as const;

/** A second below the API's own limit, so that a slow answer is ours. */
const HTTP = { timeout: Duration.seconds(28), memorySize: 1024 } as const;

/** What people reach: three functions behind one API, apart because they may see different things. */
export class ApiStack extends Stack {
  readonly api: RestApi;
  readonly publicPages: DeployedFunction;
  readonly taskPages: DeployedFunction;
  readonly staffPages: DeployedFunction;

  constructor(scope: Construct, id: string, { deployment, data, mail, workflow, ...props }: ApiStackProps) {
    super(scope, id, props);
    const uses = functionUses(this, { deployment, data, mail, timers: workflow.timers });
    this.publicPages = this.#publicPages(uses);
    this.taskPages = this.#taskPages(uses, workflow);
    this.staffPages = this.#staffPages(uses, workflow);
    this.api = new ProxyApi(this, 'Proxy', {
      deployment,
      logKey: uses.logKey,
      fallback: this.publicPages,
      paths: {
        '/t': this.taskPages,
        '/konsol': this.staffPages,
        '/v1': this.publicPages,
        '/v1/cases': this.staffPages,
        '/v1/board': this.staffPages,
        '/v1/silence': this.staffPages,
      },
    }).api;
    if (deployment.waf) {
      new Firewall(this, 'Firewall', { name: `Tertib-${deployment.stage}`, protects: stageArnOf(this.api) });
    }
    this.#tell(deployment);
  }

  /** Every function of the stack, by name. */
  get functions(): Readonly<Record<string, DeployedFunction>> {
    return { PublicPages: this.publicPages, TaskPages: this.taskPages, StaffPages: this.staffPages };
  }

  #publicPages(uses: FunctionUses): DeployedFunction {
    const { trail, cases, tasks, directory, people, requests, throttle, access } = uses.tables;
    return new TypedFunction(this, 'PublicPages', {
      ...HTTP,
      entry: 'http/public-pages',
      schema: publicPagesEnv,
      uses: trail.append
        .and(cases.project)
        .and(cases.announce)
        .and(cases.byReceipt)
        .and(tasks.write)
        .and(directory.read)
        .and(directory.agencies)
        .and(people.file)
        .and(requests)
        .and(throttle)
        .and(access.record)
        .and(uses.tables.inbound.write)
        .and(uses.evidence.intake)
        .and(uses.evidence.scan)
        .and(uses.keys.people.seal)
        .and(uses.keys.secrets)
        .and(uses.keys.mac)
        .and(uses.keys.signer)
        .and(uses.workflow.drive)
        .and(uses.site)
        .and(new Uses({ ASSET_DIR })),
      description: 'Pages and API of reporters and of everyone',
      files: [assets],
      logKey: uses.logKey,
    });
  }

  #taskPages(uses: FunctionUses, { capturing }: WorkflowStack): DeployedFunction {
    return new TypedFunction(this, 'TaskPages', {
      ...HTTP,
      entry: 'http/task-pages',
      schema: taskPagesEnv,
      uses: acting(uses)
        .and(uses.tables.visits)
        .and(uses.tables.factors.prove)
        .and(uses.tables.access.record)
        .and(capturing),
      description: 'The pages behind a mailed link',
      logKey: uses.logKey,
    });
  }

  #staffPages(uses: FunctionUses, { capturing }: WorkflowStack): DeployedFunction {
    const { cases, tasks, access } = uses.tables;
    return new TypedFunction(this, 'StaffPages', {
      ...HTTP,
      entry: 'http/staff-pages',
      schema: staffPagesEnv,
      uses: acting(uses)
        .and(cases.list)
        .and(cases.board)
        .and(tasks.openOf)
        .and(uses.tables.factors.prove)
        .and(uses.tables.factors.list)
        .and(access.record)
        .and(access.list)
        .and(uses.tables.inbound.write)
        .and(uses.tables.inbound.list)
        .and(uses.evidence.examine)
        .and(uses.timeStamping)
        .and(uses.keys.signerKeys)
        .and(uses.oidc)
        .and(capturing),
      description: 'API and console of signed-in staff',
      logKey: uses.logKey,
    });
  }

  #tell({ domainName, ...deployment }: Deployment): void {
    if (isExample({ domainName, ...deployment })) {
      Annotations.of(this).addWarningV2(
        'tertib:domainName',
        'still the example: set tertib:domainName before deploying',
      );
    }
    if (this.api.domainName !== undefined) {
      new CfnOutput(this, 'DnsTarget', {
        value: this.api.domainName.domainNameAliasDomainName,
        description: `Where the DNS record of ${domainName} points`,
      });
    }
    new CfnOutput(this, 'Address', { value: `https://${domainName}`, description: 'Where people reach Tertib' });
  }
}

/** To show a task, with uploads that have arrived meanwhile, and to do what it asks: acts file what they write down, and a sanction is weighed against others. */
const acting = (uses: FunctionUses) =>
  uses.tables.trail.append
    .and(uses.tables.cases.project)
    .and(uses.tables.cases.history)
    .and(uses.tables.tasks.write)
    .and(uses.tables.directory.read)
    .and(uses.tables.people.matchTag)
    .and(uses.tables.throttle)
    .and(uses.evidence.collect)
    .and(uses.evidence.scan)
    .and(uses.keys.secrets)
    .and(uses.keys.mac)
    .and(uses.workflow.answer)
    .and(uses.timers)
    .and(uses.mail)
    .and(uses.site);
