import fc from 'fast-check';
import { PostalMailParser } from '../../adapters/mail-parser.ts';
import { agencyOf, caseIdSchema } from '../../core/ids.ts';
import { inboundAddress, isReplyToken, replyAddress } from '../../core/inbound/reply-address.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { anyMail } from '../support/mails/any-mail.ts';
import { LAPOR } from '../support/mails/mail-world.ts';
import { memoryMac } from '../support/memory/outside.ts';
import { memoryPorts } from '../support/memory/ports.ts';
import { emptyStore } from '../support/memory/store.ts';

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
