import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { endQueue } from '../constructs/dead-letters.ts';
import type { Deployment } from '../deployment.ts';
import { Uses } from '../uses/uses.ts';

export interface MailStackProps extends StackProps {
  readonly deployment: Deployment;
}

/** Mail leaves from one domain, encrypted on the way, and what does not arrive is kept for people to look at. */
export class MailStack extends Stack {
  /** Mails that bounced, were complained about or rejected. */
  readonly undelivered: Queue;
  readonly configurationSet: ConfigurationSet;
  /** What a function needs to send mail from the one address, through the one configuration set. */
  readonly send: Uses<{ MAIL_FROM: string; MAIL_CONFIGURATION_SET: string }>;

  constructor(scope: Construct, id: string, { deployment, ...props }: MailStackProps) {
    super(scope, id, props);
    this.configurationSet = new ConfigurationSet(this, 'Mails', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(deployment.domainName),
      configurationSet: this.configurationSet,
      mailFromDomain: `mail.${deployment.domainName}`,
    });
    identity.dkimRecords.forEach(({ name, value }, place) => {
      const id = `DkimRecord${place + 1}`;
      new CfnOutput(this, id, { value: `${name} CNAME ${value}`, description: 'DNS record that signs our mail' });
    });
    this.undelivered = this.#keepUndelivered();
    const from = `no-reply@${deployment.domainName}`;
    this.send = new Uses({ MAIL_FROM: from, MAIL_CONFIGURATION_SET: this.configurationSet.configurationSetName }, [
      {
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [identity.emailIdentityArn, this.#configurationSetArn()],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      },
    ]);
  }

  /** What SES says on the default bus of a mail of ours that did not arrive. */
  get undeliveredPattern(): EventPattern {
    return {
      source: ['aws.ses'],
      detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
      detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } },
    };
  }

  #configurationSetArn(): string {
    const resourceName = this.configurationSet.configurationSetName;
    return this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
  }

  #keepUndelivered(): Queue {
    const queue = endQueue(this, 'Undelivered');
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    new Rule(this, 'UndeliveredMail', {
      description: 'Mails of Tertib that bounced, were complained about or rejected',
      eventPattern: this.undeliveredPattern,
      targets: [new SqsQueue(queue)],
    });
    return queue;
  }
}
