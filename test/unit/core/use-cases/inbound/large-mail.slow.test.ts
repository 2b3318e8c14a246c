import { MAX_MAIL_BYTES } from '../../../../../core/use-cases/inbound/inbound-ports.ts';
import { receiveMail } from '../../../../../core/use-cases/inbound/receive-mail.ts';
import { joined, plain, SENDER } from '../../../../support/mails/compose.ts';
import { LAPOR, MailWorld } from '../../../../support/mails/mail-world.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { failuresOf, prepare, same } from '../crash-points.ts';

const raw = joined(plain(), new Uint8Array(MAX_MAIL_BYTES));

describe('a mail that got past the door and is larger than it lets in', () => {
  it('is kept and its sender told, however often it is cut short', async () => {
    const trial = await prepare({
      name: 'a mail of more than 30 MB',
      world: async () => {
        const walk = await Walk.file();
        walk.store.randomCalls = 1000;
        return walk;
      },
      input: async () => ({ raw, envelope: { from: SENDER, to: [LAPOR] } }),
      run: async ({ ports, store }, mail) =>
        (await receiveMail(ports, { ...mail, receivedAt: store.now })).map(({ status, reason }) => [status, reason]),
      sameAnswer: true,
    });
    expect(trial.points.map(({ call }) => call)).toContain('mailer.send');
    expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
  }, 300_000);
});

describe('a mail that is too large', () => {
  const huge = (fields: Record<string, string>) => joined(plain(fields), new Uint8Array(MAX_MAIL_BYTES));

  it.each([
    ['an automatic mail', { 'Auto-Submitted': 'auto-replied' }, SENDER],
    ['a list', { 'List-Id': '<warga.surat.example>' }, SENDER],
    ['a mail without a sender', {}, ''],
    ['a mail of our own', { 'X-Tertib-Mail-Id': 'notice:x' }, SENDER],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, SENDER],
  ])('waits for a person, and is not answered where a machine wrote it: %s', async (_name, fields, from) => {
    const world = new MailWorld();
    expect(await world.take(huge(fields), { from })).toMatchObject({ status: 'QUEUED', reason: 'TOO_LARGE' });
    expect(world.store.mails.size).toBe(0);
  });

  it('and comes with others is answered once in an hour', async () => {
    const world = new MailWorld();
    await world.take(plain());
    await world.take(huge({ 'X-Nomor': '1' }));
    await world.take(huge({ 'X-Nomor': '2' }));
    expect([...world.store.mails.values()].map(({ mailId }) => mailId.split(':')[0])).toEqual(['mail-ack']);
  });
});
