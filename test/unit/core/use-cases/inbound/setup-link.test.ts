import { DAY, plusMs } from '../../../../../core/time.ts';
import { followReport } from '../../../../../core/use-cases/follow-report.ts';
import { showReceiptCode, touchSetup } from '../../../../../core/use-cases/inbound/setup-link.ts';
import { notifyStep } from '../../../../../core/use-cases/notify.ts';
import { plain } from '../../../../support/mails/compose.ts';
import { MailWorld } from '../../../../support/mails/mail-world.ts';

const offered = async () => {
  const world = new MailWorld();
  const row = await world.take(plain());
  const token = /surat\/(\S+)/.exec(world.sent('mail-ack:').text)?.[1] ?? '';
  const { caseId } = await world.caseOf(row);
  return { world, row, token, caseNumber: String(caseId), caseId };
};

describe('the link in an acknowledgement', () => {
  it('gives the receipt code that follows the case, once', async () => {
    const { world, token, caseNumber, caseId } = await offered();
    expect(await touchSetup(world.ports, token)).toBe(true);
    expect(await touchSetup(world.ports, token)).toBe(true);
    const shown = await showReceiptCode(world.ports, token, { caseNumber: caseNumber.toLowerCase(), anonymous: false });
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    expect((await followReport(world.ports, shown.receiptCode))?.caseId).toBe(caseId);
    expect(await touchSetup(world.ports, token)).toBe(false);
    const again = await showReceiptCode(world.ports, token, { caseNumber, anonymous: false });
    expect(again).toEqual({ kind: 'not-offered' });
    expect([...world.store.inbound.values()].map(({ sealedSecrets }) => sealedSecrets)).toEqual([undefined]);
  });

  it('gives nothing to a program that presses the button without the number in the mail', async () => {
    const { world, token } = await offered();
    for (const caseNumber of ['', '1', 'test', 'UJI-2026-00000000', token]) {
      const shown = await showReceiptCode(world.ports, token, { caseNumber, anonymous: true });
      expect(shown).toEqual({ kind: 'wrong-number' });
    }
    expect(await touchSetup(world.ports, token)).toBe(true);
  });

  it('gives its code to one of many who ask at once', async () => {
    const { world, token, caseNumber } = await offered();
    const asking = Array.from({ length: 32 }, () =>
      showReceiptCode(world.ports, token, { caseNumber, anonymous: false }),
    );
    const answers = await Promise.allSettled(asking);
    const shown = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.kind === 'shown');
    expect(shown).toHaveLength(1);
  });

  it('is dead after thirty days', async () => {
    const { world, token } = await offered();
    world.store.now = plusMs(world.store.now, 30 * DAY);
    expect(await touchSetup(world.ports, token)).toBe(false);
  });

  it.each(['', 'x', `${'0'.repeat(64)}.${'A'.repeat(43)}`])('is no other text: %j', async (token) => {
    const { world } = await offered();
    expect(await touchSetup(world.ports, token)).toBe(false);
  });

  it('of one mail does not open another', async () => {
    const { world, token, row } = await offered();
    const other = `${row.mailId}.${'A'.repeat(43)}`;
    expect(await touchSetup(world.ports, other)).toBe(false);
    expect(await touchSetup(world.ports, `${'1'.repeat(64)}${token.slice(64)}`)).toBe(false);
  });
});

describe('a reporter who wants to be anonymous after all', () => {
  it('is looked up no more, and mailed no more', async () => {
    const { world, row, token, caseNumber, caseId } = await offered();
    await showReceiptCode(world.ports, token, { caseNumber, anonymous: true });
    const before = world.store.mails.size;
    const events = world.store.trail.get(caseId) ?? [];
    expect(events.at(-1)).toMatchObject({ type: 'AnonymityRequested', actor: { kind: 'reporter' }, data: {} });
    await notifyStep(world.ports, {
      caseId,
      agencyId: row.agencyId,
      round: 1,
    });
    const types = (world.store.trail.get(caseId) ?? []).map(({ type }) => type);
    expect(types).not.toContain('IdentityRevealed');
    expect(world.store.mails.size).toBe(before);
    expect(world.store.people.size).toBe(1);
  });
});
