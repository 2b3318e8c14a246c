import { langs } from '../../web/text/lang.ts';
import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { look } from './support/look.ts';
import { act, fileReport, mailedTask, REASON } from './support/people.ts';

const visit = openBrowser();

describe.each(langs)('who looked at a case, in %s', (lang) => {
  it('is led to from the case, and tells robots from people', async () => {
    const { access } = textsFor(lang);
    const { caseNumber } = await fileReport({ urls: [] });
    const { link } = await mailedTask(caseNumber);
    for (const method of ['HEAD', 'GET', 'GET']) await fetch(link, { method });
    await fetch(link, { method: 'POST', body: new URLSearchParams({ step: 'request-code' }) });
    await act(caseNumber, { outcome: 'REJECT', reason: REASON });
    const page = await visit({ lang });
    await signIn(page, 'Nurul Hidayah', lang);
    await page.goto(`/konsol/perkara/${caseNumber}`);
    await page.getByRole('link', { name: access.link }).click();
    await page.getByRole('heading', { name: access.title, level: 1 }).waitFor();
    await page.getByText(access.times(access.action['link-touched'], 3)).waitFor();
    await page.getByText(access.action['task-viewed']).first().waitFor();
    await look(page, 'konsol-akses');
  });
});
