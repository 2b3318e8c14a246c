import { ownMessageId } from '../../../../../core/inbound/own-message-id.ts';
import { replyAddress } from '../../../../../core/inbound/reply-address.ts';
import { HOUR, MINUTE, plusMs } from '../../../../../core/time.ts';
import { sha256Hex } from '../../../../../core/trail/digest.ts';
import { MAX_MAIL_BYTES } from '../../../../../core/use-cases/inbound/inbound-ports.ts';
import { receiveMail } from '../../../../../core/use-cases/inbound/receive-mail.ts';
import { resumeMails } from '../../../../../core/use-cases/inbound/resume-mails.ts';
import {
  bytes,
  file,
  joined,
  multipart,
  part,
  plain,
  SENDER,
  STORY,
  story,
} from '../../../../support/mails/compose.ts';
import { LAPOR, MailWorld } from '../../../../support/mails/mail-world.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { agency } from '../../../../support/sample-staff.ts';

const answerTo = async (world: MailWorld, caseId: Parameters<typeof replyAddress>[1]['caseId']) =>
  replyAddress(world.ports, { caseId, agencyId: agency.agencyId, domain: 'tertib.test' });

describe('a mail that is a report', () => {
  it('opens a case with its words, its parts and its sender, each where it belongs', async () => {
    const world = new MailWorld();
    const raw = multipart([story(), file('layar.png', 'image/png', 'gambar')]);
    const row = await world.take(raw);
    const state = await world.caseOf(row);
    expect(state.report).toMatchObject({ channel: 'MAIL', anonymous: false, urlCount: 1 });
    expect(state.evidence.map(({ artifactId, kind, method }) => [artifactId, kind, method])).toEqual([
      ['attachment-1', 'ATTACHMENT', 'MAIL'],
      [`mail-${row.mailId.slice(0, 24)}`, 'MAIL_RAW', 'MAIL'],
    ]);
    expect(state.evidence.at(-1)?.sha256).toBe(sha256Hex(raw));
    const report = JSON.parse(new TextDecoder().decode(world.store.evidence.get(state.report.report.sha256)));
    expect(report).toMatchObject({
      incident: {
        description: `Laporan pelanggaran di media sosial\n\n${STORY}`,
        urls: ['https://medsos.example/p/1'],
      },
      attachments: [{ fileName: 'layar.png', mediaType: 'image/png', size: 6 }],
    });
    const [person] = [...world.store.people.values()];
    expect(person?.person.reporter).toEqual({ email: SENDER, name: 'Warga Pelapor' });
  });

  it('is the same report when it comes again', async () => {
    const world = new MailWorld();
    const first = await world.take(plain());
    expect(await world.take(plain())).toEqual(first);
    expect([world.store.cases.size, world.store.mails.size, world.store.inbound.size]).toEqual([1, 1, 1]);
  });

  it('sent to two agencies is one for each that is known', async () => {
    const world = new MailWorld();
    const to = [LAPOR, 'lapor@lain.tertib.test', 'lapor@uji.tertib.test'];
    const rows = await receiveMail(world.ports, {
      raw: plain(),
      envelope: { from: SENDER, to },
      receivedAt: world.store.now,
    });
    expect(rows.map(({ agencyId }) => agencyId)).toEqual(['uji']);
  });

  it('keeps nothing that nobody here is addressed by', async () => {
    const world = new MailWorld();
    const rows = await receiveMail(world.ports, {
      raw: plain(),
      envelope: { from: SENDER, to: ['lapor@lain.tertib.test', 'x@uji.tertib.test'] },
      receivedAt: world.store.now,
    });
    expect([rows.length, world.store.evidence.size, world.store.inbound.size]).toEqual([0, 0, 0]);
  });

  it('without an address of its own is anonymous, and nobody is answered who did not write', async () => {
    const world = new MailWorld();
    const row = await world.take(plain({ From: 'siapa saja' }), { from: 'bukan alamat' });
    expect((await world.caseOf(row)).anonymous).toBe(true);
    expect(world.store.mails.size).toBe(0);
  });

  it('says how many parts were left in the raw message', async () => {
    const world = new MailWorld();
    const files = Array.from({ length: 23 }, (_none, place) => file(`f${place}.txt`, 'text/plain', `isi ${place}`));
    const row = await world.take(multipart([story(), ...files, file('kosong', 'text/plain', '')]));
    expect(row.omitted).toBe(4);
    expect((await world.caseOf(row)).evidence.filter(({ kind }) => kind === 'ATTACHMENT')).toHaveLength(20);
  });

  it('that is too large is kept for a person, and its sender is told', async () => {
    const world = new MailWorld();
    const row = await world.take(joined(plain(), new Uint8Array(MAX_MAIL_BYTES)));
    expect([row.status, row.reason]).toEqual(['QUEUED', 'TOO_LARGE']);
    expect(world.sent('mail-refused:')).toMatchObject({ to: SENDER, isReply: true });
    expect(world.store.cases.size).toBe(0);
  });
});

describe('the acknowledgement', () => {
  it('carries the case number, a link and the address for answers, and nothing of what was written', async () => {
    const world = new MailWorld();
    const row = await world.take(plain());
    const mail = world.sent('mail-ack:');
    expect(mail).toMatchObject({ to: SENDER, isReply: true });
    expect(mail.subject).toContain(String(row.caseId));
    expect(mail.replyTo).toBe(await answerTo(world, (await world.caseOf(row)).caseId));
    expect(mail.text).toMatch(/https:\/\/tertib\.test\/lacak\/surat\/[0-9a-f]{64}\.[\w-]{43}/);
    for (const word of ['media sosial', 'berita bohong', 'medsos.example', 'Warga']) {
      expect(mail.text + mail.html + mail.subject).not.toContain(word);
    }
  });

  it('goes to a sender once in an hour, whatever they write', async () => {
    const world = new MailWorld();
    for (let number = 1; number <= 5; number += 1) {
      await world.take(plain({ 'Message-ID': `<m${number}@surat.example>` }));
    }
    expect([world.store.cases.size, world.store.mails.size]).toEqual([5, 1]);
    await world.take(plain({ Subject: 'huruf besar' }), { from: SENDER.toUpperCase() });
    expect(world.store.mails.size).toBe(1);
    world.store.now = plusMs(world.store.now, HOUR - MINUTE);
    await world.take(plain({ Subject: 'hampir satu jam' }));
    expect(world.store.mails.size).toBe(1);
    world.store.now = plusMs(world.store.now, 2 * MINUTE);
    await world.take(plain({ Subject: 'lewat satu jam' }));
    expect(world.store.mails.size).toBe(2);
  });

  it('goes the way the mail came, not to whom it names', async () => {
    const world = new MailWorld();
    await world.take(plain({ From: 'Orang Lain <korban@lain.example>' }));
    expect([...world.store.mails.values()].map(({ to }) => to)).toEqual([SENDER]);
  });

  it.each(['lapor@uji.tertib.test', 'tertib@tertib.test', 'lapor@lain.tertib.test'])(
    'never goes to an address of ours: %s',
    async (from) => {
      const world = new MailWorld();
      await world.take(plain(), { from });
      expect(world.store.mails.size).toBe(0);
    },
  );
});

describe('an answer to a mail of ours', () => {
  const asked = async () => {
    const world = new MailWorld();
    const row = await world.take(plain());
    const { caseId } = await world.caseOf(row);
    return { world, row, caseId, to: await answerTo(world, caseId) };
  };

  it('by the address of its case becomes a message of the reporter, with its files', async () => {
    const { world, row, to } = await asked();
    const answer = await world.take(
      multipart([part({ content: 'Ini tambahan dari saya.' }), file('b.png', 'image/png', 'b')]),
      { to: [to] },
    );
    expect([answer.status, answer.caseId]).toEqual(['ATTACHED', row.caseId]);
    const state = await world.caseOf(answer);
    expect(state.evidence.slice(1).map(({ kind, method }) => [kind, method])).toEqual([
      ['MAIL_RAW', 'MAIL'],
      ['ATTACHMENT', 'MAIL'],
      ['MESSAGE', 'MAIL'],
    ]);
    const message = state.evidence.at(-1);
    expect(new TextDecoder().decode(message && world.store.evidence.get(message.sha256))).toBe(
      'Ini tambahan dari saya.',
    );
    expect([world.store.cases.size, world.store.mails.size]).toEqual([1, 1]);
  });

  it.each(['In-Reply-To', 'References'])(
    'sent to the address for reports is known by %s, which we signed',
    async (field) => {
      const { world, row } = await asked();
      const messageId = `${await ownMessageId(world.ports, world.sent('mail-ack:').mailId)}@tertib.test`;
      const answer = await world.take(plain({ [field]: `<lain@surat.example> <${messageId}>` }, 'Tambahan dari saya.'));
      expect([answer.status, answer.caseId, world.store.cases.size]).toEqual(['ATTACHED', row.caseId, 1]);
      expect((await world.caseOf(answer)).evidence.at(-1)?.kind).toBe('MESSAGE');
    },
  );

  it.each([
    ['forged', async (_world: MailWorld, caseId: string) => `notice=${caseId}=reporterOutcome=1.${'0'.repeat(32)}`],
    [
      'of a mail to somebody else',
      (world: MailWorld, caseId: string) => ownMessageId(world.ports, `bounced:${caseId}:x`),
    ],
    ['of a mail about no case', (world: MailWorld) => ownMessageId(world.ports, 'mail-refused:x')],
  ])('that names a message id %s waits for a person', async (_name, idOf) => {
    const { world, caseId } = await asked();
    const answer = await world.take(plain({ 'In-Reply-To': `<${await idOf(world, caseId)}@tertib.test>` }));
    expect([answer.status, answer.reason, world.store.cases.size]).toEqual(['QUEUED', 'STRAY_REPLY', 1]);
  });

  it('is kept without the mail of ours that it quotes; the raw mail has it', async () => {
    const { world, to } = await asked();
    const quoted = world.sent('mail-ack:').text.replace(/^/gm, '> ');
    const raw = plain({}, `Tambahan dari saya.\r\n\r\nPada Senin Tertib menulis:\r\n\r\n${quoted}`);
    const answer = await world.take(raw, { to: [to] });
    const message = (await world.caseOf(answer)).evidence.at(-1);
    expect(new TextDecoder().decode(message && world.store.evidence.get(message.sha256))).toBe('Tambahan dari saya.');
    expect(world.store.evidence.get(answer.sha256)).toEqual(raw);
  });

  it('is one message when it comes twice', async () => {
    const { world, to } = await asked();
    const first = await world.take(plain({}, 'Tambahan.'), { to: [to] });
    const seq = (await world.caseOf(first)).seq;
    await world.take(plain({}, 'Tambahan.'), { to: [to] });
    expect((await world.caseOf(first)).seq).toBe(seq);
  });

  it('survives that its address is written in capitals', async () => {
    const { world, to } = await asked();
    expect((await world.take(plain({}, 'Tambahan.'), { to: [to.toUpperCase()] })).status).toBe('ATTACHED');
  });

  it('with a token that is wrong waits for a person, and opens no case', async () => {
    const { world, to } = await asked();
    const wrong = to.replace(/\.(.)/, (_dot, first) => `.${first === '0' ? '1' : '0'}`);
    const row = await world.take(plain({}, 'Tambahan.'), { to: [wrong] });
    expect([row.status, row.reason, world.store.cases.size]).toEqual(['QUEUED', 'BAD_TOKEN', 1]);
  });

  it('with the token of another case waits for a person', async () => {
    const { world, to, caseId } = await asked();
    const other = await world.take(plain({ Subject: 'Laporan lain' }));
    const token = to.slice(to.indexOf('.') + 1);
    const row = await world.take(plain({}, 'x'), { to: [`lapor+${other.caseId}.${token}`.toLowerCase()] });
    expect([row.status, row.reason]).toEqual(['QUEUED', 'BAD_TOKEN']);
    expect(caseId).not.toBe(other.caseId);
  });

  it('by a vacation program says nothing, though its address is right', async () => {
    const { world, to, row } = await asked();
    const seq = (await world.caseOf(row)).seq;
    const answer = await world.take(plain({ 'Auto-Submitted': 'auto-replied' }), { to: [to] });
    expect([answer.status, (await world.caseOf(row)).seq]).toEqual(['IGNORED', seq]);
  });

  it('to an open question answers it', async () => {
    const walk = await Walk.file();
    const world = new MailWorld(walk.store);
    await (await walk.suggest()).open('triage');
    await walk.acted({ outcome: 'ASK_REPORTER' });
    await (await walk.plan()).open('answer');
    await world.take(plain({}, 'Akunnya @contoh.'), { to: [await answerTo(world, walk.caseId)] });
    const state = await walk.state();
    expect([state.openTask, state.endedTasks.at(-1)?.outcome]).toEqual([undefined, 'ANSWERED']);
  });
});

describe('a report that a mail of ours did not arrive', () => {
  const returned = (messageId: string) =>
    multipart(
      [
        part({ content: 'Tidak sampai.' }),
        part({
          type: 'message/delivery-status',
          content: 'Final-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        }),
        part({ type: 'text/rfc822-headers', content: `Message-ID: <${messageId}>\r\nTo: x@y.example\r\n` }),
      ],
      { fields: { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary="batas"' } },
    );
  const bounced = async () => {
    const world = new MailWorld();
    const row = await world.take(plain());
    const messageId = `${await ownMessageId(world.ports, world.sent('mail-ack:').mailId)}@tertib.test`;
    return { world, row, messageId };
  };

  it('is on record in its case, without the address, and the personnel unit is asked to find another way', async () => {
    const { world, row, messageId } = await bounced();
    const report = await world.take(returned(messageId), { from: '' });
    expect([report.status, report.reason, report.caseId]).toEqual(['ATTACHED', 'DELIVERY_REPORT', row.caseId]);
    const state = await world.caseOf(row);
    expect(state.bounces).toMatchObject([{ recipient: 'REPORTER', cause: 'BOUNCED', status: '5.1.1' }]);
    expect(JSON.stringify(world.store.trail.get(state.caseId))).not.toContain('y.example');
    expect(world.sent('bounced:')).toMatchObject({ to: agency.personnelUnitMail });
  });

  it('told twice is one event and one mail', async () => {
    const { world, row, messageId } = await bounced();
    await world.take(returned(messageId), { from: '' });
    await world.take(joined('X-Lain: 1\r\n', returned(messageId)), { from: '' });
    expect((await world.caseOf(row)).bounces).toHaveLength(1);
    expect(world.store.mails.size).toBe(2);
  });

  it('about the mail to the personnel unit itself ends there', async () => {
    const { world, row, messageId } = await bounced();
    await world.take(returned(messageId), { from: '' });
    const own = `${await ownMessageId(world.ports, world.sent('bounced:').mailId)}@tertib.test`;
    await world.take(returned(own), { from: '' });
    expect((await world.caseOf(row)).bounces.map(({ recipient }) => recipient)).toEqual(['REPORTER', 'PERSONNEL_UNIT']);
    expect(world.store.mails.size).toBe(2);
  });

  it('by somebody who knows the number of the case and no more is not believed', async () => {
    const { world, row } = await bounced();
    const forged = `notice=${row.caseId}=reporterOutcome=1.${'0'.repeat(32)}@tertib.test`;
    expect(await world.take(returned(forged), { from: '' })).toMatchObject({
      status: 'QUEUED',
      reason: 'UNKNOWN_BOUNCE',
    });
    expect((await world.caseOf(row)).bounces).toEqual([]);
  });

  it('as a complaint is on record as one', async () => {
    const { world, row, messageId } = await bounced();
    const complaint = multipart(
      [
        part({ content: 'Spam.' }),
        part({ type: 'message/feedback-report', content: 'Feedback-Type: abuse\r\n' }),
        part({ type: 'message/rfc822', content: `Message-ID: <${messageId}>\r\n\r\nisi` }),
      ],
      { fields: { 'Content-Type': 'multipart/report; report-type=feedback-report; boundary="batas"' } },
    );
    await world.take(complaint, { from: 'fbl@surat.example' });
    expect((await world.caseOf(row)).bounces).toMatchObject([{ cause: 'COMPLAINED' }]);
  });
});

describe('what was kept and not settled', () => {
  it('is settled later, by whoever looks', async () => {
    const dead = new MailWorld();
    dead.ports.mailParser.parse = () => Promise.reject(new Error('the process died'));
    await expect(dead.take(plain())).rejects.toThrow('died');
    expect([...dead.store.inbound.values()].map(({ status }) => status)).toEqual(['RECEIVED']);
    const world = new MailWorld(dead.store);
    expect(await resumeMails(world.ports)).toBe(0);
    world.store.now = plusMs(world.store.now, 3 * MINUTE);
    expect(await resumeMails(world.ports)).toBe(1);
    expect([...world.store.inbound.values()].map(({ status }) => status)).toEqual(['FILED']);
  });
});

describe('who wrote', () => {
  it('stands in no event, row, log line, address or mail to others; only in the raw message, sealed, and in the People table', async () => {
    const lines: unknown[] = [];
    const world = new MailWorld(undefined, (ports) => ({
      ...ports,
      log: {
        info: (...said) => void lines.push(said),
        warn: (...said) => void lines.push(said),
        error: (...said) => void lines.push(said),
      },
    }));
    const row = await world.take(multipart([story(), file('a.txt', 'text/plain', 'isi')]));
    await world.take(plain({ 'Auto-Submitted': 'auto-replied' }));
    await world.take(bytes('rusak'));
    const state = await world.caseOf(row);
    const report = world.store.evidence.get(state.report.report.sha256);
    const places = [
      [...world.store.trail.values()],
      [...world.store.cases.values()],
      [...world.store.inbound.values()].map(({ sealedEnvelope: _sealed, ...rest }) => rest),
      [...world.store.requests],
      [...world.store.executions],
      [...world.store.mails.values()].map(({ to: _to, ...rest }) => rest),
      new TextDecoder().decode(report),
      lines,
    ];
    for (const place of places) {
      expect(JSON.stringify(place)).not.toMatch(/warga\.pelapor|surat\.example|Warga Pelapor/i);
    }
  });
});
