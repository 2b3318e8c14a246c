import { mailsReceived, mailUndelivered } from '../../../lambdas/shared/ses-events.ts';

/** As SES tells it: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
const notice = (change: { source?: string; recipients?: string[]; action?: Record<string, string> } = {}) => ({
  notificationType: 'Received',
  mail: {
    timestamp: '2026-11-23T02:15:00.000Z',
    source: change.source ?? 'warga@surat.example',
    messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
    destination: ['lapor@contoh.surel.example'],
    headersTruncated: false,
    headers: [{ name: 'From', value: 'Warga <warga@surat.example>' }],
    commonHeaders: { from: ['Warga <warga@surat.example>'], subject: 'Laporan' },
  },
  receipt: {
    timestamp: '2026-11-23T02:15:00.000Z',
    processingTimeMillis: 574,
    recipients: change.recipients ?? ['lapor@contoh.surel.example'],
    spamVerdict: { status: 'PASS' },
    virusVerdict: { status: 'PASS' },
    spfVerdict: { status: 'PASS' },
    dkimVerdict: { status: 'GRAY' },
    dmarcVerdict: { status: 'FAIL' },
    dmarcPolicy: 'reject',
    action: {
      type: 'S3',
      topicArn: 'arn:aws:sns:ap-southeast-1:111122223333:tertib-dev-surel-masuk',
      bucketName: 'tertib-dev-surel-masuk-111122223333',
      objectKeyPrefix: 'masuk/',
      objectKey: 'masuk/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
      ...change.action,
    },
  },
});

const sns = (...messages: readonly unknown[]) => ({
  Records: messages.map((message) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: 'arn:aws:sns:ap-southeast-1:111122223333:x:y',
    Sns: {
      Type: 'Notification',
      MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
      Subject: 'Amazon SES Email Receipt Notification',
      Message: typeof message === 'string' ? message : JSON.stringify(message),
      MessageAttributes: {},
    },
  })),
});

const KEY = 'masuk/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1';

describe('what SES says of mail that it took in', () => {
  it('names the raw message and its envelope, for every recipient', () => {
    const recipients = ['lapor@contoh.surel.example', 'lapor@lain.surel.example'];
    expect(mailsReceived(sns(notice({ recipients }), notice()))).toEqual([
      { objectKey: KEY, envelope: { from: 'warga@surat.example', to: recipients } },
      { objectKey: KEY, envelope: { from: 'warga@surat.example', to: ['lapor@contoh.surel.example'] } },
    ]);
  });

  it.each(['<>', ''])('reads the null sender as none: %j', (source) => {
    expect(mailsReceived(sns(notice({ source })))[0]?.envelope.from).toBe('');
  });

  it('finds the message where its key comes without the prefix of the rule', () => {
    const [mail] = mailsReceived(sns(notice({ action: { objectKey: KEY.slice('masuk/'.length) } })));
    expect(mail?.objectKey).toBe(KEY);
  });

  it.each([
    ['a text', sns('Successfully validated SNS topic for Amazon SES event publishing.')],
    ['a notice of something else', sns({ notificationType: 'AmazonSnsSubscriptionSucceeded' })],
    ['a notice without a place', sns(notice({ action: { objectKey: '' } }))],
    ['no event of SNS', { source: 'aws.ses' }],
    ['nothing', undefined],
  ])('throws for anything else, so that it ends with people: %s', (_name, event) => {
    expect(() => mailsReceived(event)).toThrow();
  });
});

/** As SES puts it on the bus: https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
const event = (what: string, detail: Record<string, unknown>, headers?: { name: string; value: string }[]) => ({
  version: '0',
  id: '12a18625-3bdf-4b9b-9f2e-2d3c5b6f7a8b',
  'detail-type': what,
  source: 'aws.ses',
  account: '111122223333',
  time: '2026-11-23T02:15:00Z',
  region: 'ap-southeast-3',
  resources: ['arn:aws:ses:ap-southeast-3:111122223333:configuration-set/tertib'],
  detail: {
    mail: {
      timestamp: '2026-11-23T02:15:00.000Z',
      source: 'no-reply@tertib.example',
      messageId: '0100017f',
      destination: ['warga@surat.example'],
      headersTruncated: false,
      headers: headers ?? [
        { name: 'From', value: 'no-reply@tertib.example' },
        { name: 'Auto-Submitted', value: 'auto-generated' },
        { name: 'X-Tertib-Mail-Id', value: 'notice:CONTOH-2026-7K3M9QXA:reporterOutcome:1' },
      ],
      commonHeaders: { subject: 'x' },
      tags: { 'ses:configuration-set': ['tertib'], mailId: ['notice-CONTOH-2026-7K3M9QXA-reporterOutcome-1'] },
    },
    ...detail,
  },
});

const bounced = (status?: string) => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: '0100',
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress: 'warga@surat.example', action: 'failed', status, diagnosticCode: 'smtp; 550' }],
    timestamp: '2026-11-23T02:15:01.000Z',
    reportingMTA: 'dns; mx.example',
  },
});
const complained = {
  eventType: 'Complaint',
  complaint: {
    feedbackId: '0100',
    complainedRecipients: [{ emailAddress: 'warga@surat.example' }],
    complaintFeedbackType: 'abuse',
  },
};
const mailId = 'notice:CONTOH-2026-7K3M9QXA:reporterOutcome:1';

describe('what SES says of mail of ours that did not arrive', () => {
  it.each([
    ['Email Bounced', bounced('5.1.1'), 'BOUNCED', '5.1.1'],
    ['Email Bounced', bounced(), 'BOUNCED', undefined],
    ['Email Bounced', bounced('apa saja'), 'BOUNCED', undefined],
    ['Email Bounced', { bounce: { bouncedRecipients: [] } }, 'BOUNCED', undefined],
    ['Email Complaint Received', complained, 'COMPLAINED', undefined],
    ['Email Rejected', { eventType: 'Reject', reject: { reason: 'Bad content' } }, 'REJECTED', undefined],
  ])('names the mail and the cause: %s', (what, detail, cause, status) => {
    expect(mailUndelivered(event(what, detail))).toEqual({ mailId, cause, status });
  });

  it('finds our mark in whatever case', () => {
    const headers = [{ name: 'x-tertib-mail-id', value: 'code:x:y:1' }];
    expect(mailUndelivered(event('Email Bounced', bounced(), headers))?.mailId).toBe('code:x:y:1');
  });

  it.each([
    ['a delivery', event('Email Delivered', { eventType: 'Delivery' })],
    ['a mail that is not ours', event('Email Bounced', bounced(), [{ name: 'From', value: 'x@y.example' }])],
  ])('says nothing of %s', (_name, given) => {
    expect(mailUndelivered(given)).toBeUndefined();
  });

  it.each([[undefined], [{}], [{ 'detail-type': 'Email Bounced' }], ['Email Bounced']])(
    'throws for what is no event: %j',
    (given) => {
      expect(() => mailUndelivered(given)).toThrow();
    },
  );
});
