import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Deployment, mailRegionOf } from '../deployment.ts';
import { ApiStack } from '../stacks/api-stack.ts';
import { DataStack } from '../stacks/data-stack.ts';
import { InboundMailStack } from '../stacks/inbound-mail-stack.ts';
import { MailStack } from '../stacks/mail-stack.ts';
import { MonitoringStack } from '../stacks/monitoring-stack.ts';
import { ReceiveMailStack } from '../stacks/receive-mail-stack.ts';
import { WorkflowStack } from '../stacks/workflow-stack.ts';

/** Tertib, whole: what is kept, what mails, what moves cases, what people reach, and who watches. */
export class TertibStage extends Stage {
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly workflow: WorkflowStack;
  readonly api: ApiStack;
  /** Only where reports are taken by mail. */
  readonly door: InboundMailStack | undefined;
  readonly receiving: ReceiveMailStack | undefined;
  readonly monitoring: MonitoringStack;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { env: { region: deployment.region } });
    this.data = new DataStack(this, 'Data', { deployment });
    this.mail = new MailStack(this, 'Mail', { deployment });
    const { data, mail } = this;
    this.workflow = new WorkflowStack(this, 'Workflow', { deployment, data, mail });
    const { workflow } = this;
    this.api = new ApiStack(this, 'Api', { deployment, data, mail, workflow });
    const { mailDomain } = deployment;
    if (mailDomain !== undefined) {
      const env = { region: mailRegionOf(deployment) };
      this.door = new InboundMailStack(this, 'InboundMail', { deployment, mailDomain, env });
      this.receiving = new ReceiveMailStack(this, 'ReceiveMail', { deployment, data, mail, workflow });
      this.receiving.addStackDependency(this.door);
    }
    const { api, receiving } = this;
    this.monitoring = new MonitoringStack(this, 'Monitoring', { deployment, mail, workflow, api, receiving });
  }
}
