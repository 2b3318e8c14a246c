import { readdir } from 'node:fs/promises';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { type Instant, instantOf } from '../../../core/time.ts';
import { type MailEngine, type MailEngineOptions, startMail } from '../../../local/engines/mail.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

const START = Date.parse('2026-11-23T02:00:00.000Z');

const setUp = async (changed: Partial<MailEngineOptions> = {}) => {
  const time = { now: (): Instant => instantOf(START) };
  const engine: MailEngine = await startMail({ folder: folder(), now: () => time.now(), ...changed });
  const client = new SESv2Client({
    endpoint: engine.endpoint,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  open.push({
    close: async () => {
      client.destroy();
      await engine.close();
    },
  });
  return {
    engine,
    time,
    send: async (mail: SendEmailCommandInput) => (await client.send(new SendEmailCommand(mail))).MessageId,
  };
};

const mime = (fields: { subject: string; mailId?: string }): Promise<Buffer> =>
  new MailComposer({
    from: 'Tertib <tertib@contoh.test>',
    to: 'budi@contoh.test',
    subject: fields.subject,
    text: 'Yth. Budi — tugas menunggu.',
    html: '<p>Yth. Budi</p>',
    headers: fields.mailId === undefined ? {} : { 'X-Tertib-Mail-Id': fields.mailId },
  })
    .compile()
    .build();

const rawMail = async (fields: { subject: string; mailId?: string }): Promise<SendEmailCommandInput> => ({
  FromEmailAddress: 'tertib@contoh.test',
  Destination: { ToAddresses: ['budi@contoh.test'] },
  Content: { Raw: { Data: await mime(fields) } },
});

describe('the local mail engine', () => {
  it('shows a raw mail in the inbox, read, with the bytes as they were sent', async () => {
    const { engine, send } = await setUp();
    const mail = await rawMail({ subject: 'Tugas baru: café ✓', mailId: 'task:1' });
    const id = await send(mail);

    expect(engine.inbox.list()).toEqual([
      {
        id,
        to: 'budi@contoh.test',
        from: 'tertib@contoh.test',
        subject: 'Tugas baru: café ✓',
        text: 'Yth. Budi — tugas menunggu.\n',
        html: '<p>Yth. Budi</p>\n',
        headers: expect.objectContaining({ 'x-tertib-mail-id': 'task:1', to: 'budi@contoh.test' }),
        receivedAt: '2026-11-23T02:00:00.000Z',
      },
    ]);
    expect(Buffer.from((await engine.inbox.raw(id ?? '')) ?? [])).toEqual(mail.Content?.Raw?.Data);
  });

  it('takes a simple mail too, with its headers', async () => {
    const { engine, send } = await setUp();
    await send({
      FromEmailAddress: 'tertib@contoh.test',
      Destination: { ToAddresses: ['a@contoh.test', 'b@contoh.test'] },
      Content: {
        Simple: {
          Subject: { Data: 'Halo' },
          Body: { Text: { Data: 'isi' }, Html: { Data: '<b>isi</b>' } },
          Headers: [{ Name: 'X-Tertib-Mail-Id', Value: 'm1' }],
        },
      },
    });
    const [row] = engine.inbox.list();
    expect(row).toMatchObject({ to: 'a@contoh.test, b@contoh.test', subject: 'Halo', html: '<b>isi</b>\n' });
    expect(row?.text.trim()).toBe('isi');
    expect(row?.headers['x-tertib-mail-id']).toBe('m1');
  });

  it('lists the newest first, also those of one moment', async () => {
    const { engine, time, send } = await setUp();
    for (const subject of ['1', '2', '3']) await send(await rawMail({ subject }));
    time.now = () => instantOf(START + 1);
    await send(await rawMail({ subject: '4' }));
    expect(engine.inbox.list().map(({ subject }) => subject)).toEqual(['4', '3', '2', '1']);
    expect(engine.inbox.list()[0]?.receivedAt).toBe('2026-11-23T02:00:00.001Z');
  });

  it('keeps one mail of 16 with the same mail id, and answers all with its message id', async () => {
    let ms = START;
    const { engine, send } = await setUp({ now: () => instantOf(ms++) });
    const mail = await rawMail({ subject: 'sekali', mailId: 'notify:1' });
    const ids = await Promise.all(Array.from({ length: 16 }, () => send(mail)));
    expect(new Set(ids).size).toBe(1);
    expect(engine.inbox.list()).toHaveLength(1);
    expect(engine.inbox.list()[0]?.receivedAt).toBe(instantOf(START));
    expect(ms).toBe(START + 1);
    expect(await send(await rawMail({ subject: 'lain', mailId: 'notify:2' }))).not.toBe(ids[0]);
  });

  it('keeps mails without a mail id apart', async () => {
    const { engine, send } = await setUp();
    const mail = await rawMail({ subject: 'dua kali' });
    expect(await send(mail)).not.toBe(await send(mail));
    expect(engine.inbox.list()).toHaveLength(2);
  });

  it('has every mail after a restart, in the same order, and still knows their mail ids', async () => {
    const first = await setUp();
    for (const subject of ['1', '2', '3']) await first.send(await rawMail({ subject, mailId: subject }));
    const before = first.engine.inbox.list();
    await open.pop()?.close();

    const again = await setUp();
    expect(again.engine.inbox.list()).toEqual(before);
    expect(await again.send(await rawMail({ subject: '2', mailId: '2' }))).toBe(before[1]?.id);
    await again.send(await rawMail({ subject: '4', mailId: '4' }));
    expect(again.engine.inbox.list().map(({ subject }) => subject)).toEqual(['4', '3', '2', '1']);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'is an outage to the sender when it fails %s the mail is kept, and one mail after the retry',
    async (phase, kept) => {
      let failures = 1;
      const { engine, send } = await setUp({
        onSend: (at) => {
          if (at === phase && failures-- > 0) throw new Error('outage');
        },
      });
      const mail = await rawMail({ subject: 'x', mailId: 'm' });
      await expect(send(mail)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
      expect(engine.inbox.list()).toHaveLength(kept);
      await send(mail);
      expect(engine.inbox.list()).toHaveLength(1);
    },
  );

  it.each([
    ['without a recipient', { Destination: { ToAddresses: [] } }],
    ['without content', { Content: {} }],
    ['from a template', { Content: { Template: { TemplateName: 't' } } }],
  ])('refuses a mail %s as SES does', async (_what, changed) => {
    const { engine, send } = await setUp();
    await expect(send({ ...(await rawMail({ subject: 'x' })), ...changed })).rejects.toMatchObject({
      name: 'BadRequestException',
    });
    expect(engine.inbox.list()).toEqual([]);
    expect(await readdir(folder())).toEqual([]);
  });

  it('refuses every other call', async () => {
    const { engine } = await setUp();
    expect((await fetch(`${engine.endpoint}/v2/email/identities`)).status).toBe(400);
    expect((await fetch(`${engine.endpoint}/v2/email/outbound-emails`, { method: 'POST', body: '{' })).status).toBe(
      400,
    );
  });

  it('knows no raw mail of an id it never gave', async () => {
    const { engine } = await setUp();
    expect(await engine.inbox.raw('../../etc/passwd')).toBeUndefined();
  });
});
