import { oddMails } from '../../support/mails/odd-mails.ts';
import { disagreements } from '../../support/mails/oracle.ts';

describe('a second parser as oracle', () => {
  it('reads the odd mails as ours does, but for these', async () => {
    const found: Record<string, string> = {};
    for (const { name, raw } of oddMails) {
      const facts = await disagreements(raw);
      if (facts.length > 0) found[name] = facts.join(', ');
    }
    expect(found).toMatchSnapshot();
  });
});
