import { sha256Hex } from '../../../../../core/trail/digest.ts';
import { receiveMail } from '../../../../../core/use-cases/inbound/receive-mail.ts';
import { type OddMail, oddMails } from '../../../../support/mails/odd-mails.ts';
import { memoryPorts } from '../../../../support/memory/ports.ts';
import { emptyStore } from '../../../../support/memory/store.ts';

const received = async ({ raw, envelope }: OddMail) => {
  const store = emptyStore();
  const ports = memoryPorts(store);
  const rows = await receiveMail(ports, { raw, envelope, receivedAt: store.now });
  return { store, rows };
};

describe('mails of every kind that people, machines and pranksters send', () => {
  it('are at least a hundred, and no two the same', () => {
    expect(oddMails.length).toBeGreaterThanOrEqual(100);
    expect(new Set(oddMails.map(({ name }) => name)).size).toBe(oddMails.length);
  });

  it.each(oddMails.map((mail) => [mail.name, mail.status, mail.reason ?? '', mail] as const))(
    '%s: kept to the byte, and %s %s',
    async (_name, status, reason, mail) => {
      const { store, rows } = await received(mail);
      expect(rows.map((row) => [row.status, row.reason ?? ''])).toEqual([[status, reason]]);
      const [row] = rows;
      expect(row?.sha256).toBe(sha256Hex(mail.raw));
      expect(store.evidence.get(sha256Hex(mail.raw))).toEqual(mail.raw);
      // Only what a person may have written opens a case or is answered.
      expect(store.cases.size).toBe(status === 'FILED' ? 1 : 0);
      if (status !== 'FILED') expect(store.mails.size).toBe(0);
    },
  );
});
