import { MAX_MAIL_BYTES } from '../../../../../core/use-cases/inbound/inbound-ports.ts';
import { receiveMail } from '../../../../../core/use-cases/inbound/receive-mail.ts';
import { joined, plain, SENDER } from '../../../../support/mails/compose.ts';
import { LAPOR } from '../../../../support/mails/mail-world.ts';
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
