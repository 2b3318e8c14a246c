import fc from 'fast-check';
import { PostalMailParser } from '../../adapters/mail-parser.ts';
import { agencyOf, caseIdSchema } from '../../core/ids.ts';
import { inboundAddress, isReplyToken, replyAddress } from '../../core/inbound/reply-address.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { LAPOR } from '../support/mails/mail-world.ts';
import { oddMails } from '../support/mails/odd-mails.ts';
import { memoryMac } from '../support/memory/outside.ts';
import { memoryPorts } from '../support/memory/ports.ts';
import { emptyStore } from '../support/memory/store.ts';

const names = [
  'From',
  'To',
  'Subject',
  'Date',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Disposition',
  'Auto-Submitted',
  'List-Id',
  'Precedence',
  'Return-Path',
  'In-Reply-To',
  'Message-ID',
  'MIME-Version',
  'Content-ID',
  'X-Failed-Recipients',
] as const;
const values = [
  'text/plain; charset=utf-8',
  'text/html',
  'multipart/mixed; boundary=b',
  'multipart/report; report-type=delivery-status; boundary=b',
  'message/rfc822',
  'text/calendar; method=REPLY',
  'base64',
  'quoted-printable',
  '8bit',
  'auto-replied',
  'no',
  '<>',
  'A <a@b.example>',
  '=?utf-8?B?w6kgbGFn?=',
  '=?x?Q?=ZZ?=',
  'attachment; filename="../a"',
  '<x@tertib.test>',
] as const;
const bodies = [
  '--b\r\n',
  '--b--\r\n',
  '\r\n',
  '\r\n\r\n',
  'begin 644 x\r\n',
  '=\r\n',
  '=C3=A9',
  'Z2JhYmE=',
  '<p>',
  '</p><script>',
  '<!--',
  'Final-Recipient: rfc822; a@b\r\nAction: failed\r\n',
] as const;

const field = fc
  .tuple(
    fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
    fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 60, unit: 'binary' })),
  )
  .map(([name, value]) => `${name}: ${value}\r\n`);
const body = fc.array(fc.oneof(fc.constantFrom(...bodies), fc.string({ maxLength: 80, unit: 'binary' }), field), {
  maxLength: 20,
});
const grown = fc
  .tuple(fc.array(field, { maxLength: 12 }), body)
  .map(([head, rest]) => Buffer.from(`${head.join('')}\r\n${rest.join('')}`));

/** A mail that somebody sent, with a piece cut out, doubled, or overwritten on its way. */
const damaged = fc
  .record({
    mail: fc.constantFrom(...oddMails.filter(({ raw }) => raw.length < 20_000)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    how: fc.constantFrom('cut', 'double', 'overwrite', 'shorten'),
    by: fc.uint8Array({ maxLength: 40 }),
  })
  .map(({ mail, at, length, how, by }) => {
    const raw = Buffer.from(mail.raw);
    const start = Math.floor(at * raw.length);
    const piece = raw.subarray(start, start + length);
    if (how === 'cut') return Buffer.concat([raw.subarray(0, start), raw.subarray(start + length)]);
    if (how === 'double') return Buffer.concat([raw.subarray(0, start), piece, piece, raw.subarray(start + length)]);
    if (how === 'shorten') return raw.subarray(0, start);
    return Buffer.concat([raw.subarray(0, start), Buffer.from(by), raw.subarray(start + by.length)]);
  });

const anyMail = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((raw) => Buffer.from(raw)),
  grown,
  damaged,
);

describe('whatever bytes come as a mail', () => {
  it('are kept to the byte and settled, without a throw, and opening at most one case', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        anyMail,
        fc.constantFrom('warga@surat.example', '', 'bukan alamat', '"x y"@z.example'),
        async (raw, from) => {
          const store = emptyStore();
          const [row] = await receiveMail(memoryPorts(store), {
            raw,
            envelope: { from, to: [LAPOR] },
            receivedAt: store.now,
          });
          expect(store.evidence.get(sha256Hex(raw))).toEqual(raw);
          expect(row?.status).not.toBe('RECEIVED');
          expect(store.cases.size).toBe(row?.status === 'FILED' ? 1 : 0);
          expect(store.mails.size).toBeLessThanOrEqual(row?.status === 'FILED' ? 1 : 0);
          if (from === '') expect(row?.status).not.toBe('FILED');
          seen.set(row?.status ?? '', (seen.get(row?.status ?? '') ?? 0) + 1);
        },
      ),
      { numRuns: 1500 },
    );
    expect([...seen.keys()].sort()).toEqual(['FILED', 'IGNORED', 'QUEUED']);
  }, 120_000);

  it('are parsed to an answer', async () => {
    const parser = new PostalMailParser();
    await fc.assert(
      fc.asyncProperty(anyMail, async (raw) => {
        expect(['parsed', 'unreadable']).toContain((await parser.parse(raw)).outcome);
      }),
      { numRuns: 1500 },
    );
  }, 120_000);
});

describe('the address of a case', () => {
  const caseId = caseIdSchema.parse('UJI-2026-7K3M9QXA');
  const ports = { mac: memoryMac };

  it('is read as what it was made of, and fits a local part', async () => {
    const address = await replyAddress(ports, { caseId, agencyId: agencyOf(caseId), domain: 'tertib.test' });
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    const read = inboundAddress(address.toUpperCase(), 'tertib.test');
    expect(read).toMatchObject({ agencyId: 'uji', reply: { caseId } });
    expect(read?.reply && (await isReplyToken(ports, read.reply))).toBe(true);
  });

  it('cannot be guessed, nor does any text break its reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9a-z]{26}$/), fc.string({ unit: 'binary' }), async (token, text) => {
        expect(await isReplyToken(ports, { caseId, token })).toBe(false);
        inboundAddress(text, 'tertib.test');
        inboundAddress(`lapor+${text}@uji.tertib.test`, 'tertib.test');
      }),
    );
  });
});
