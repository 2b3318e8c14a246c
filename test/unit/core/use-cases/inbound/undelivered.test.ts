import type { Principal } from '../../../../../core/access/principal.ts';
import { nipSchema } from '../../../../../core/ids.ts';
import { ownMessageId } from '../../../../../core/inbound/own-message-id.ts';
import { sha256Hex } from '../../../../../core/trail/digest.ts';
import { endUndelivered } from '../../../../../core/use-cases/inbound/end-undelivered.ts';
import { orderReport, setMailAside } from '../../../../../core/use-cases/inbound/mail-queue.ts';
import { recordUndelivered } from '../../../../../core/use-cases/inbound/record-undelivered.ts';
import { multipart, part, plain } from '../../../../support/mails/compose.ts';
import { MailWorld } from '../../../../support/mails/mail-world.ts';
import { agency, nips } from '../../../../support/sample-staff.ts';
import { examination } from '../worlds.ts';

const officer: Principal = {
  subject: 'triage@test',
  agencyId: agency.agencyId,
  role: 'triage',
  nip: nipSchema.parse(nips.triageOne),
};
const REASON = 'Sudah ditelepon dan diberi tahu.';

const returned = (messageId: string) =>
  multipart(
    [
      part({ content: 'Tidak sampai.' }),
      part({
        type: 'message/delivery-status',
        content: 'Final-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n',
      }),
      part({ type: 'text/rfc822-headers', content: `Message-ID: <${messageId}>\r\n` }),
    ],
    { fields: { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary="batas"' } },
  );

const bounced = async () => {
  const world = new MailWorld();
  const row = await world.take(plain());
  const messageId = `${await ownMessageId(world.ports, world.sent('mail-ack:').mailId)}@tertib.test`;
  const report = await world.take(returned(messageId), { from: '' });
  const items = () => [...world.store.inbound.values()].filter(({ undelivered }) => undelivered !== undefined);
  const [item] = items();
  if (item === undefined) throw new Error('no task was opened');
  return { world, row, report, items, item };
};

describe('a mail of ours that did not arrive', () => {
  it('becomes a task of the personnel unit that names mail, recipient and cause, and no address', async () => {
    const { world, row, report, item } = await bounced();
    expect(item).toMatchObject({
      status: 'QUEUED',
      reason: 'UNDELIVERED',
      caseId: row.caseId,
      sha256: report.sha256,
      undelivered: { recipient: 'REPORTER', cause: 'BOUNCED', status: '5.1.1', mailId: `mail-ack:${row.mailId}` },
    });
    const { sealedEnvelope: _sealed, ...rest } = item;
    expect(JSON.stringify(rest)).not.toMatch(/y\.example|surat\.example/);
    expect(world.sent('bounced:')).toMatchObject({ to: agency.personnelUnitMail });
    expect(world.sent('bounced:').text).toContain(`/konsol/surat/${item.mailId}`);
  });

  it('told by a service becomes the same task, with what the service said as its evidence', async () => {
    const { world, row, items } = await bounced();
    const bytes = new TextEncoder().encode('{"detail-type":"Email Complaint Received"}');
    const source = await world.ports.evidence.put({ bytes, mediaType: 'application/json' });
    const told = { mailId: `mail-ack:${row.mailId}`, cause: 'COMPLAINED', source } as const;
    expect(await recordUndelivered(world.ports, told)).toBe(row.caseId);
    expect(await recordUndelivered(world.ports, told)).toBe(row.caseId);
    expect(items().map(({ undelivered, sha256 }) => [undelivered?.cause, sha256])).toEqual([
      ['BOUNCED', expect.any(String)],
      ['COMPLAINED', sha256Hex(bytes)],
    ]);
  });

  it('whose task was ended opens none again when the report comes once more', async () => {
    const { world, items, item } = await bounced();
    await endUndelivered(world.ports, officer, { mailId: item.mailId, way: 'CALLED', reason: REASON });
    const messageId = `${await ownMessageId(world.ports, item.undelivered?.mailId ?? '')}@tertib.test`;
    await world.take(returned(messageId).with(-1, 0x20), { from: '' });
    expect(items().map(({ status }) => status)).toEqual(['ATTACHED']);
  });

  it('is ended by somebody, once; the way is in the trail under their name, and their words are not', async () => {
    const { world, row, item } = await bounced();
    const wish = { mailId: item.mailId, way: 'HANDED_OVER', reason: REASON } as const;
    const ended = await endUndelivered(world.ports, officer, wish);
    expect(ended).toMatchObject({
      kind: 'done',
      row: { status: 'ATTACHED', acts: [{ action: 'REACHED', reason: REASON }] },
    });
    const again = await endUndelivered(world.ports, officer, { ...wish, way: 'CALLED' });
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'MAIL_SETTLED' } });
    const state = await world.caseOf(row);
    expect(state.bouncesHandled).toMatchObject([
      { way: 'HANDED_OVER', recipient: 'REPORTER', cause: 'BOUNCED', actor: { kind: 'official', nip: nips.triageOne } },
    ]);
    expect(JSON.stringify(world.store.trail.get(state.caseId))).not.toContain(REASON);
  });

  it('can be neither turned into a report nor set aside', async () => {
    const { world, item } = await bounced();
    const wish = { mailId: item.mailId, reason: REASON };
    const filed = await orderReport(world.ports, officer, { ...wish, description: 'Bukan laporan sama sekali, kan?' });
    const aside = await setMailAside(world.ports, officer, wish);
    expect([filed.kind, aside.kind]).toEqual(['refused', 'refused']);
    expect((await world.ports.inbound.get(item.mailId))?.status).toBe('QUEUED');
  });

  it('cannot be ended where the case does not know that it did not arrive', async () => {
    const { world, item } = await bounced();
    const { undelivered } = item;
    if (undelivered === undefined) throw new Error('no task');
    await world.ports.inbound.update({ ...item, undelivered: { ...undelivered, cause: 'REJECTED' } });
    const ended = await endUndelivered(world.ports, officer, { mailId: item.mailId, way: 'CALLED', reason: REASON });
    expect(ended).toMatchObject({ kind: 'refused', refusal: { code: 'MAIL_ARRIVED' } });
    expect((await world.ports.inbound.get(item.mailId))?.status).toBe('QUEUED');
  });

  it('to the respondent is a task about the respondent', async () => {
    const walk = await examination();
    const { taskId } = await walk.taskOf('response');
    const source = { sha256: sha256Hex('x'), size: 1 };
    await recordUndelivered(walk.ports, { mailId: `taskOpened:${taskId}:first`, cause: 'BOUNCED', source });
    expect((await walk.state()).bounces.map(({ recipient }) => recipient)).toEqual(['RESPONDENT']);
  });

  it('is nobody else’s to end', async () => {
    const { world, item } = await bounced();
    const wish = { mailId: item.mailId, way: 'CALLED', reason: REASON } as const;
    await expect(endUndelivered(world.ports, { ...officer, role: 'auditor' }, wish)).rejects.toThrow('no mails');
    await expect(endUndelivered(world.ports, { ...officer, nip: undefined }, wish)).rejects.toThrow('employee');
  });

  it('is no task where it is about no case', async () => {
    const world = new MailWorld();
    const source = { sha256: sha256Hex('x'), size: 1 };
    for (const mailId of ['mail-refused:x', 'code:none:x:1', 'notice:none:x:1', 'mail-ack:x', 'apa saja']) {
      expect(await recordUndelivered(world.ports, { mailId, cause: 'BOUNCED', source })).toBeUndefined();
    }
    expect(world.store.inbound.size).toBe(0);
  });
});
