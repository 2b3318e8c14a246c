import { Match } from 'aws-cdk-lib/assertions';
import { stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf();
const template = templateOf(stage.mail);

describe('mail', () => {
  it('leaves encrypted, and stops going to addresses that bounced', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('comes from the domain people know, signed', () => {
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'tertib.example',
      MailFromAttributes: { MailFromDomain: 'mail.tertib.example' },
    });
  });

  it('that bounces, is complained about or rejected is kept for people to look at', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint', 'reject'],
        EventBridgeDestination: Match.anyValue(),
      },
    });
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
      },
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] } })],
    });
  });
});
