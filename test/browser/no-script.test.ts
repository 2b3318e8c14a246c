import { textsFor } from '../../web/text/texts.ts';
import { choose } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { openTask, PUTRI, REASON, settled, today, type Whose } from './support/people.ts';
import { FINDINGS } from './support/stages.ts';

const visit = openBrowser();
const { report, domain } = textsFor('id');

type Step = () => Promise<void>;

describe('without JavaScript', () => {
  it('a report goes all the way from the form to the news of a decision', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/lapor');
    await page.locator('#description').fill('Akun ini menyebarkan kabar bohong tentang bantuan sosial di grup warga.');
    await page.locator('#agencyId').selectOption('contoh');
    await page.locator('#respondentNip').fill(PUTRI.nip);
    await page.locator('#reporterKind').check();
    await page.getByRole('button', { name: report.form.submit }).click();
    const receiptCode = (await page.locator('[data-receipt-code]').textContent()) ?? '';
    const caseNumber = (await page.locator('.receipt .number').textContent()) ?? '';

    const act = async (kind: string, outcome: string, fill: Step, whose: Whose = 'official'): Promise<void> => {
      await settled();
      await openTask(page, caseNumber, whose);
      const form = page.locator(`form[data-task-kind="${kind}"]`);
      await choose(page, outcome);
      await fill();
      if (whose === 'official') await form.locator('#reason').fill(REASON);
      await form.locator('button[type="submit"]').click();
      await page.locator('main[data-result="done"]').waitFor();
    };
    const tick = (name: string, value: string): Promise<void> =>
      page.locator(`input[name="${name}"][value="${value}"]`).check();
    const { findings, impactReason, aggravating, mitigating } = FINDINGS;
    await act('triage', 'PROCEED', async () => {
      await page.locator('#respondentNip').fill(PUTRI.nip);
      await tick('track', 'DISCIPLINE_PNS');
    });
    await act('review', 'PROCEED', () => tick('principles', 'P6'));
    await act(
      'response',
      'ANSWER',
      async () => {
        await page.locator('#statement').fill('Unggahan itu bukan milik saya.');
        await page.locator('#files').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
      },
      'respondent',
    );
    await act('examination', 'HELD', async () => {
      await page.locator('#questions').fill('Apakah akun itu milik Anda?');
      await page.locator('#answers').fill('Bukan.');
      for (const [name, text] of Object.entries({ findings, impactReason, aggravating, mitigating }))
        await page.locator(`#${name}`).fill(text);
      await tick('impact', FINDINGS.impact);
      await page.locator('#recommendedSanction').selectOption(FINDINGS.recommendedSanction);
    });
    await act('response', 'SIGN_RECORD', async () => {}, 'respondent');
    await act('decision', 'SANCTION', async () => {
      await page.locator('#sanctionCode').selectOption('S1');
    });
    await act('service', 'SERVED', async () => page.locator('#receivedOn').fill(await today()));
    await act('remedy', 'FILE', () => page.locator('#grounds').fill('Akun itu bukan milik saya.'), 'respondent');
    await act('appeal', 'ANNULLED', async () => {
      await page.locator('#body').fill('Bupati Contoh');
      await page.locator('#decisionNumber').fill('KEP/13/2026');
    });

    await settled();
    await page.goto('/lacak');
    await page.locator('#receiptCode').fill(receiptCode);
    await page.getByRole('button', { name: report.follow.submit }).click();
    expect(await page.locator('.standing .state').textContent()).toBe(domain.status.CLOSED.label);
  });
});
