import { SESv2Client } from '@aws-sdk/client-sesv2';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { SesMailer } from '../../adapters/ses-mailer.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import type { Mail } from '../../core/ports.ts';
import { MINUTE } from '../../core/time.ts';
import { type Answer, serve, type TestServer } from '../support/serve.ts';
import { type StillClock, stillClock } from '../support/still-clock.ts';

const requestSchema = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()) }),
  Content: z.strictObject({ Raw: z.strictObject({ Data: z.base64() }) }),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string().regex(/^[\w-]{1,256}$/) })),
  ConfigurationSetName: z.string().optional(),
});

const mail: Mail = {
  mailId: 'task:7K3M9QXA4E5F6G7H:invite',
  to: 'atasan@contoh.test',
  subject: 'Tugas baru — mohon ditindaklanjuti',
  text: 'Buka tautan: https://tertib.test/t/abc — terima kasih 🙏\n',
  html: '<p>Buka <a href="https://tertib.test/t/abc">tautan</a> — terima kasih 🙏</p>',
};

describe('the mailer', () => {
  let server: TestServer;
  let client: SESv2Client;
  let clock: StillClock;
  let answers: Answer[];

  beforeAll(async () => {
    server = await serve(() => answers.shift() ?? { status: 200, body: { MessageId: 'ses-1' } });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    client = new SESv2Client(awsClientOptions({ region: 'ap-southeast-3', endpoint: server.endpoint, credentials }));
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });
  beforeEach(() => {
    answers = [];
    clock = stillClock();
  });

  const mailer = (configurationSet?: string) =>
    new SesMailer({ client, from: 'tertib@contoh.test', clock, configurationSet });
  const lastRequest = () => requestSchema.parse(JSON.parse(server.seen.at(-1)?.body ?? ''));
  const lastMime = () => Buffer.from(lastRequest().Content.Raw.Data, 'base64');
  const headersOf = async () =>
    Object.fromEntries((await PostalMime.parse(lastMime())).headers.map(({ key, value }) => [key, value]));

  it('sends one mail to one address and gives its message id', async () => {
    expect(await mailer().send(mail)).toEqual({ messageId: 'ses-1' });
    const { FromEmailAddress, Destination, ConfigurationSetName } = lastRequest();
    expect(server.seen.at(-1)).toMatchObject({ method: 'POST', path: '/v2/email/outbound-emails' });
    expect({ FromEmailAddress, Destination }).toEqual({
      FromEmailAddress: 'tertib@contoh.test',
      Destination: { ToAddresses: ['atasan@contoh.test'] },
    });
    expect(ConfigurationSetName).toBeUndefined();
  });

  it('carries subject, text and HTML whole', async () => {
    await mailer().send(mail);
    const parsed = await PostalMime.parse(lastMime());
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html?.trim()).toBe(mail.html);
    expect(parsed.from?.address).toBe('tertib@contoh.test');
    expect(parsed.to?.map(({ address }) => address)).toEqual(['atasan@contoh.test']);
    expect(parsed.attachments).toEqual([]);
  });

  it('tells other machines that a machine wrote, and ours which mail it is', async () => {
    await mailer().send(mail);
    expect(await headersOf()).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'x-tertib-mail-id': mail.mailId,
    });
  });

  it('dates a mail by the clock of the program', async () => {
    await mailer().send(mail);
    expect((await headersOf()).date).toBe('Mon, 23 Nov 2026 02:15:00 +0000');
  });

  it('composes the same mail at the same instant byte for byte, and keeps its message id later', async () => {
    await mailer().send(mail);
    const first = { mime: lastMime(), id: (await headersOf())['message-id'] };
    await mailer().send(mail);
    expect(lastMime().equals(first.mime)).toBe(true);
    clock.advance(MINUTE);
    await mailer().send(mail);
    expect((await headersOf())['message-id']).toBe(first.id);
    expect(first.id).toMatch(/^<[0-9a-f]{32}@contoh\.test>$/);
    await mailer().send({ ...mail, mailId: 'another' });
    expect((await headersOf())['message-id']).not.toBe(first.id);
  });

  it('tags a mail with its id in the letters that SES takes, and names the configuration set', async () => {
    await mailer('tertib').send(mail);
    expect(lastRequest().EmailTags).toEqual([{ Name: 'mailId', Value: 'task-7K3M9QXA4E5F6G7H-invite' }]);
    expect(lastRequest().ConfigurationSetName).toBe('tertib');
  });

  it('puts no line of its own choosing into the headers, whatever the subject says', async () => {
    await mailer().send({ ...mail, subject: 'Halo\r\nBcc: orang@lain.test' });
    expect(await headersOf()).not.toHaveProperty('bcc');
  });

  it('says that the service is unavailable in an outage', async () => {
    const failed = { status: 500, headers: { 'x-amzn-errortype': 'InternalServiceErrorException' }, body: {} };
    answers = Array.from({ length: 4 }, () => failed);
    await expect(mailer().send(mail)).rejects.toThrow(ServiceUnavailable);
  });

  it('passes on that SES refused the mail: trying again would not help', async () => {
    answers = [{ status: 400, headers: { 'x-amzn-errortype': 'MessageRejected' }, body: { message: 'not verified' } }];
    await expect(mailer().send(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
  });
});
