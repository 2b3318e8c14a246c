import { DAY, HOUR, MINUTE, plusMs } from '../../../../../core/time.ts';
import { remindOfMails } from '../../../../../core/use-cases/inbound/remind-of-mails.ts';
import { plain } from '../../../../support/mails/compose.ts';
import { MailWorld } from '../../../../support/mails/mail-world.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { agency } from '../../../../support/sample-staff.ts';
import { failuresOf, prepare, same } from '../crash-points.ts';

const waiting = async (store = new MailWorld().store): Promise<MailWorld> => {
  const world = new MailWorld(store);
  await world.take(plain({ Subject: undefined }, 'Tolong!'));
  return world;
};

describe('mails that wait for a person', () => {
  it('are told to the personnel unit after a day, once in each day, with nothing of what they say', async () => {
    const world = await waiting();
    expect(await remindOfMails(world.ports)).toBe(0);
    world.store.now = plusMs(world.store.now, DAY - MINUTE);
    expect(await remindOfMails(world.ports)).toBe(0);
    world.store.now = plusMs(world.store.now, 2 * MINUTE);
    expect([await remindOfMails(world.ports), await remindOfMails(world.ports)]).toEqual([1, 0]);
    const mail = world.sent('mails-waiting:');
    expect(mail).toMatchObject({ to: agency.personnelUnitMail });
    expect(mail.text).toContain('/konsol/surat');
    expect(mail.text + mail.subject).not.toMatch(/Tolong|surat\.example/);
    world.store.now = plusMs(world.store.now, DAY);
    expect(await remindOfMails(world.ports)).toBe(1);
  });

  it('are not told where none waits', async () => {
    const world = new MailWorld();
    await world.take(plain());
    await world.take(plain({ 'Auto-Submitted': 'auto-replied' }));
    world.store.now = plusMs(world.store.now, DAY + HOUR);
    expect(await remindOfMails(world.ports)).toBe(0);
  });

  it('are told once, however often the telling is cut short', async () => {
    const trial = await prepare({
      name: 'telling of mails that wait',
      world: async () => {
        const walk = await Walk.file();
        walk.store.randomCalls = 1000;
        await waiting(walk.store);
        walk.store.now = plusMs(walk.store.now, DAY);
        return walk;
      },
      input: async () => undefined,
      run: ({ ports }) => remindOfMails(ports),
      sameAnswer: false,
    });
    expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
  });
});
