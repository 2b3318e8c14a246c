import { chooseAssignee } from '../../../../core/use-cases/choose-assignee.ts';
import { nips } from '../../../support/sample-staff.ts';
import { appeal, change, filedAppeal, holderOf } from './worlds.ts';

describe('an objection against a decision of the PPK', () => {
  it('goes to somebody else', async () => {
    const walk = await appeal();

    expect(await walk.state()).toMatchObject({ status: 'APPEAL', sanction: { actor: { nip: nips.ppk } } });
    expect(await holderOf(walk)).not.toBe(nips.ppk);
  });

  it('goes to nobody, where only who decided is left', async () => {
    const walk = await filedAppeal();
    for (const { nip } of [...walk.store.staff.values()]) if (nip !== nips.ppk) change(walk, nip, { active: false });

    expect(await chooseAssignee(walk.ports, await walk.state(), 'appeal')).toBeUndefined();
    // The same official holds other tasks: it is the own decision that keeps them from this one.
    expect((await chooseAssignee(walk.ports, await walk.state(), 'service'))?.nip).toBe(nips.ppk);
  });
});
