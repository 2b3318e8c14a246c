import nodemailer from 'nodemailer';
import { type IncomingMail, type MailVerdict, type SmtpEngine, startSmtp } from '../../../local/engines/smtp.ts';

const open: SmtpEngine[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

const REPORT_ADDRESS = /^lapor(\+[\w.-]+)?@contoh\.tertib\.test$/i;

const setUp = async (onMail: (mail: IncomingMail) => Promise<MailVerdict>) => {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const isOurs = async (address: string): Promise<boolean> => REPORT_ADDRESS.test(address);
  const engine = await startSmtp({ isOurs, onMail, onError });
  open.push(engine);
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: engine.port, ignoreTLS: true });
  const send = (to: string | string[], raw: string | Buffer = 'Subject: Laporan\r\n\r\nisi\r\n') =>
    transport.sendMail({ envelope: { from: 'warga@example.test', to }, raw });
  return { send, errors };
};

const collecting = () => {
  const mails: IncomingMail[] = [];
  const onMail = async (mail: IncomingMail): Promise<MailVerdict> => {
    mails.push(mail);
    return { accepted: true };
  };
  return { mails, onMail };
};

describe('the door for reports by mail', () => {
  it('hands over the bytes, and what was said beside them', async () => {
    const { mails, onMail } = collecting();
    const { send } = await setUp(onMail);
    await send('Lapor@contoh.tertib.test', 'Subject: Laporan\r\n\r\n.titik\r\n\u00e9\r\n');
    expect(mails.map(({ envelope }) => envelope)).toEqual([
      {
        from: 'warga@example.test',
        to: ['Lapor@contoh.tertib.test'],
        remoteAddress: '127.0.0.1',
        helo: expect.any(String),
      },
    ]);
    expect(Buffer.from(mails[0]?.raw ?? []).toString('utf8')).toBe('Subject: Laporan\r\n\r\n.titik\r\n\u00e9\r\n');
  });

  it.each([
    'lapor@example.test',
    'lain@contoh.tertib.test',
    'lapor@contoh.tertib.test.example.com',
    'lapor@a.b.tertib.test',
    'lapor@lain.tertib.test',
  ])('relays nothing: %s is refused', async (address) => {
    const { mails, onMail } = collecting();
    const { send } = await setUp(onMail);
    await expect(send(address)).rejects.toMatchObject({ responseCode: 550 });
    expect(mails).toEqual([]);
  });

  it('drops the foreign recipient of two', async () => {
    const { mails, onMail } = collecting();
    const { send } = await setUp(onMail);
    await send(['lapor@contoh.tertib.test', 'x@example.test']);
    expect(mails[0]?.envelope.to).toEqual(['lapor@contoh.tertib.test']);
  });

  it('tells the sender why a mail is not accepted', async () => {
    const { send } = await setUp(async () => ({
      accepted: false,
      code: 554,
      text: 'Instansi tidak dikenal / Unknown agency',
    }));
    await expect(send('lapor@contoh.tertib.test')).rejects.toMatchObject({
      responseCode: 554,
      response: expect.stringContaining('Instansi tidak dikenal / Unknown agency'),
    });
  });

  it('asks for another try when keeping the mail failed', async () => {
    const { send, errors } = await setUp(async () => {
      throw new Error('the store is down at /secret/path');
    });
    const error = await send('lapor@contoh.tertib.test').catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ responseCode: 451, response: expect.not.stringContaining('secret') });
    expect(errors).toEqual([new Error('the store is down at /secret/path')]);
  });

  it('refuses more than 30 MB', async () => {
    const { mails, onMail } = collecting();
    const { send } = await setUp(onMail);
    const line = `${'x'.repeat(998)}\r\n`;
    await expect(send('lapor@contoh.tertib.test', Buffer.from(line.repeat(32_000)))).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(mails).toEqual([]);
  });
});
