import type { Page } from 'playwright-core';
import { textsFor } from '../../web/text/texts.ts';
import { choose, submitDone } from './support/act-form.ts';
import { openBrowser, type Visit } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { press, tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { withAuthenticator } from './support/passkey.ts';
import { advance, codeAfter, MARIA, mailedTask, REASON, typeStepUp } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { namedUrl } from './support/site.ts';
import { caseAt } from './support/stages.ts';

const visit = openBrowser();
const { stepUp } = textsFor('id');
const STEP = 'form[data-step="step-up"]';
const PASSKEY = '[data-passkey] button';
const WHY = 'Ponselnya hilang; sudah ditemui langsung dan diperiksa kartu pegawainya.';

/** The link as it is reached by a name. */
const named = (link: string): string => `${namedUrl}${new URL(link).pathname}`;

/** Proves the mailbox of whoever has the case's task, by the site's name; the page that comes then. */
const atStep = async (caseNumber: string, how: Visit = {}): Promise<{ page: Page; to: string; link: string }> => {
  const page = await visit(how);
  const { link, to } = await mailedTask(caseNumber);
  await page.goto(named(link));
  const code = await codeAfter(to, () => page.locator('form[data-step="request-code"] button').click());
  await page.locator('input[name="code"]').fill(code);
  await page.locator('form[data-step="verify-code"] button').click();
  await page.locator(STEP).waitFor();
  return { page, to, link };
};

/** Goes to the same page by the site's name, with the session that was begun by its address. */
const atName = async (page: Page): Promise<void> => {
  const { hostname } = new URL(namedUrl);
  const cookies = await page.context().cookies();
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: hostname })));
  await page.goto(named(page.url()));
};

const admin = async (name: string): Promise<Page> => {
  const page = await visit();
  await signIn(page, name);
  await page.goto('/konsol/pemulihan');
  return page;
};

/** Takes all factors from somebody, as two administrators do. */
const recover = async (nip: string, see: (page: Page, at: string) => Promise<void> = async () => {}): Promise<void> => {
  const first = await admin('Fajar Hidayat');
  await first.locator('#nip').fill(nip);
  await first.locator('#ask-reason').fill(WHY);
  await see(first, 'pemulihan-minta');
  await first.getByRole('button', { name: stepUp.recovery.ask }).click();
  await first.getByText(stepUp.recovery.ownAsk).waitFor();
  await see(first, 'pemulihan-menunggu');
  const second = await admin('Lestari Wulandari');
  await second.locator('textarea[id^="reason-"]').fill(WHY);
  await see(second, 'pemulihan-setujui');
  await second.getByRole('button', { name: stepUp.recovery.confirm }).click();
  await second.locator('table').waitFor();
  await see(second, 'pemulihan-catatan');
};

const DECIDER = '197105231996031003';

describe('a decision that asks for one more proof', () => {
  let caseNumber: string;
  beforeAll(async () => {
    ({ caseNumber } = await caseAt('decision', MARIA));
    const { to } = await mailedTask(caseNumber);
    // Whoever decides here may have enrolled in an earlier file: they begin anew, as after a lost phone.
    expect(to).toBe('bambang.setiadi@contoh.tertib.test');
  });

  it('is recovered by two administrators, who see nothing of the factors', async () => {
    const seen: string[] = [];
    await recover(DECIDER, async (page, at) => {
      seen.push(at);
      await look(page, at);
      if (at === 'pemulihan-setujui') await picture(page, 'pemulihan', { maxHeight: 900 });
      const { pathname } = new URL(page.url());
      if (at === 'pemulihan-catatan') {
        await page.goto(`${pathname}?lang=en`);
        await look(page, at);
        await page.goto(`${pathname}?lang=id`);
      }
    });
    expect(seen).toHaveLength(4);
    const auditor = await visit();
    await signIn(auditor, 'Nurul Hidayah');
    await auditor.goto('/konsol/pemulihan');
    expect(await auditor.locator('main form').count()).toBe(0);
    await look(auditor, 'pemulihan-auditor');
  });

  it('offers both ways to enrol, in both languages, on every screen', async () => {
    const { page, link } = await atStep(caseNumber);
    await withAuthenticator(page);
    for (const lang of ['id', 'en'] as const) {
      await page.goto(`${named(link)}?lang=${lang}`);
      await page.locator(PASSKEY).waitFor();
      await look(page, 'bukti-diri-daftar');
      if (lang === 'id') await picture(page, 'bukti-diri-daftar', { maxHeight: 1300 });
    }
    await page.goto(`${named(link)}?lang=id`);
    await tabThrough(page);
  });

  it('enrols a passkey by the keyboard, which opens the case', async () => {
    const { page } = await atStep(caseNumber);
    const device = await withAuthenticator(page);
    await page.reload();
    await press(page, PASSKEY);
    await page.locator('form[data-step="act"]').waitFor();
    expect(await device.count()).toBe(1);
  });

  it('stays closed to a device that does not have the key', async () => {
    const { page, link } = await atStep(caseNumber);
    const stranger = await withAuthenticator(page);
    await page.reload();
    await look(page, 'bukti-diri');
    // A device that does not have the key.
    await page.locator(PASSKEY).click();
    await page.locator('[data-passkey-failed]:visible').waitFor({ timeout: 10_000 });
    expect(await stranger.count()).toBe(0);
    await look(page, 'bukti-diri-gagal');
    await page.goto(`${named(link)}?lang=en`);
    await look(page, 'bukti-diri');
  });

  it('takes the passkey at the next visit, not without verification, and not by a copy of the device', async () => {
    await recover(DECIDER);
    const { page, link } = await atStep(caseNumber);
    const device = await withAuthenticator(page);
    await page.reload();
    await page.locator(PASSKEY).click();
    await page.locator('form[data-step="act"]').waitFor();

    // The same person on the same device, with a new visit.
    await page.context().clearCookies();
    await page.goto(named(link));
    const { to } = await mailedTask(caseNumber);
    const code = await codeAfter(to, () => page.locator('form[data-step="request-code"] button').click());
    await page.locator('input[name="code"]').fill(code);
    await page.locator('form[data-step="verify-code"] button').click();
    await page.locator(PASSKEY).waitFor();
    await picture(page, 'bukti-diri', { maxHeight: 700 });
    await device.verifies(false);
    await page.locator(PASSKEY).click();
    await page.locator('[data-passkey-failed]:visible').waitFor({ timeout: 10_000 });
    await device.verifies(true);

    await device.clone();
    await page.locator(PASSKEY).click();
    await page.locator('.summary').waitFor();
    expect(await page.locator(STEP).count()).toBe(1);
    await look(page, 'bukti-diri-galat');

    // The copy's counter is past the known one with its next answer: then it counts, as one of a device that was moved would.
    await page.locator(PASSKEY).click();
    await page.locator('form[data-step="act"]').waitFor();
  });

  it('works without JavaScript by the code alone, and the act records it', async () => {
    await recover(DECIDER);
    // So many codes are not mailed at once.
    await advance('PT15M');
    const { page, to } = await atStep(caseNumber, { javaScript: false });
    expect(await page.locator(PASSKEY).isVisible()).toBe(false);
    await typeStepUp(page, to);
    await page.locator('form[data-step="act"]').waitFor();
    // Ends the case, so that it is nobody's history.
    await choose(page, 'DISMISS');
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    const auditor = await visit();
    await signIn(auditor, 'Nurul Hidayah');
    await auditor.goto(`/konsol/perkara/${caseNumber}`);
    expect(await auditor.getByText(stepUp.means.TOTP).count()).toBeGreaterThan(0);
  });
});

describe('one’s own factors', () => {
  it('are added and removed at their own page, by name, with a proof', async () => {
    const page = await visit();
    await withAuthenticator(page);
    await signIn(page, 'Teguh Wibowo');
    await page.getByRole('link', { name: stepUp.factors.nav }).click();
    await atName(page);
    await page.locator('form[data-step="enrol"]').waitFor();
    await look(page, 'faktor-kosong');
    await page.locator(PASSKEY).click();
    await page.locator('table').waitFor();
    await look(page, 'faktor');
    await picture(page, 'faktor', { maxHeight: 1100 });
    await page.goto(`${named(page.url())}?lang=en`);
    await look(page, 'faktor');
    await page.goto(`${named(page.url())}?lang=id`);
    // The device that is enrolled is not enrolled again.
    await page.locator(PASSKEY).click();
    await page.locator('[data-passkey-failed]:visible').waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: stepUp.factors.remove }).click();
    await page.getByText(stepUp.factors.none).waitFor();
  });
});
