import type { Principal } from '../../../../../core/access/principal.ts';
import { respondentNip } from '../../../../../core/case/state.ts';
import { nipSchema } from '../../../../../core/ids.ts';
import type { InboundRow } from '../../../../../core/inbound/inbound-row.ts';
import { listMails, readMail } from '../../../../../core/use-cases/inbound/mail-queue.ts';
import { openRawMail } from '../../../../../core/use-cases/inbound/raw-mail.ts';
import { plain } from '../../../../support/mails/compose.ts';
import { MailWorld } from '../../../../support/mails/mail-world.ts';
import { Walk } from '../../../../support/memory/walk.ts';
import { agency, nips } from '../../../../support/sample-staff.ts';

const officer = (nip: string): Principal => ({
  subject: `${nip}@test`,
  agencyId: agency.agencyId,
  role: 'triage',
  nip: nipSchema.parse(nip),
});

/** A mail that became a part of a case whose respondent is known. */
const accusing = async (): Promise<{ walk: Walk; row: InboundRow; accused: Principal }> => {
  const walk = await Walk.file();
  await (await walk.suggest()).open('triage');
  await walk.acted({ outcome: 'PROCEED', respondentNip: nips.employee, track: 'DISCIPLINE_PNS' });
  const nip = respondentNip(await walk.state());
  if (nip === undefined) throw new Error('nobody is accused');
  const taken = await new MailWorld(walk.store).take(plain({ Subject: 'Laporan lain' }));
  const row = await walk.ports.inbound.update({ ...taken, caseId: walk.caseId });
  return { walk, row, accused: officer(nip) };
};

describe('the mails of a case', () => {
  it('are neither listed, shown nor opened to an officer whom the case is about', async () => {
    const { walk, row, accused } = await accusing();
    const { ports } = walk;
    const list = (who: Principal) => listMails(ports, who, { status: row.status, limit: 50 });
    const wish = { mailId: row.mailId, reason: 'Memeriksa surel ini.' };
    expect((await list(accused)).items).toEqual([]);
    await expect(readMail(ports, accused, row.mailId)).rejects.toThrow('no mail');
    await expect(openRawMail(ports, accused, wish)).rejects.toThrow('no mail');
    const other = officer(nips.triageTwo);
    expect((await list(other)).items).toHaveLength(1);
    expect(await openRawMail(ports, other, wish)).toMatchObject({ kind: 'opened' });
  });
});
