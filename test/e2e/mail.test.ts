import { createTransport, type SendMailOptions } from 'nodemailer';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { description, freePort, Outside } from './world.ts';

let system: RunningSystem;
let smtpPort: number;
const outside = new Outside(() => system);
const LAPOR = 'lapor@contoh.tertib.test';
const SENDER = 'ani@pelapor.tertib.test';

beforeAll(async () => {
  smtpPort = await freePort();
  system = await startSystem({ env: { SMTP_PORT: String(smtpPort) } });
});
afterAll(() => system.stop());

/** Hands a mail over as any mail server would. */
const send = async (mail: SendMailOptions): Promise<void> => {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ from: SENDER, to: LAPOR, subject: 'Laporan', text: description, ...mail });
  } finally {
    transport.close();
  }
  await outside.settle();
};

const mailsTo = async (address: string) => (await outside.inbox()).filter(({ to }) => to === address);
const caseNumbers = async (): Promise<string[]> => {
  const listed = await (await outside.staff('/v1/cases?limit=100')).text();
  return [...new Set(listed.match(/CONTOH-\d{4}-[0-9A-Z]{8}/g) ?? [])];
};

describe('the door for mail', () => {
  it('takes a mail as a report, and answers with its number and without a word of it', async () => {
    await send({ attachments: [{ filename: 'tangkapan.txt', content: 'isi unggahan yang dilaporkan' }] });
    const [answer, ...others] = await mailsTo(SENDER);
    expect(others).toEqual([]);
    const [caseNumber] = await caseNumbers();
    expect(answer?.subject).toContain(caseNumber);
    expect(answer?.text).not.toContain(description);
    expect(answer?.headers).toMatchObject({ 'auto-submitted': 'auto-replied' });
    const { events } = await outside.trail(caseNumber ?? '');
    expect(events[0]).toMatchObject({ type: 'ReportReceived', data: { channel: 'MAIL' } });
    expect(JSON.stringify(events)).not.toContain(SENDER);
  });

  it('acknowledges one sender once an hour, and loses no report for it', async () => {
    const before = (await caseNumbers()).length;
    await send({ text: `${description} Ini laporan lain, tentang unggahan pada hari berikutnya.` });
    expect(await mailsTo(SENDER)).toHaveLength(1);
    expect(await caseNumbers()).toHaveLength(before + 1);
  });

  it('never answers a machine, and opens no case for it', async () => {
    const before = (await caseNumbers()).length;
    await send({ from: 'mesin@pelapor.tertib.test', headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await mailsTo('mesin@pelapor.tertib.test')).toEqual([]);
    expect(await caseNumbers()).toHaveLength(before);
  });

  it('relays nothing to elsewhere', async () => {
    await expect(send({ to: 'x@luar.test' })).rejects.toMatchObject({ responseCode: 550 });
  });

  it('says that a mail is too large before it takes it', async () => {
    const attachments = [{ filename: 'besar.bin', content: Buffer.alloc(24 * 1024 * 1024, 7) }];
    await expect(send({ attachments })).rejects.toMatchObject({ responseCode: 552 });
  });
});
