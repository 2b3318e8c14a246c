import type { Page } from 'playwright-core';
import { textsFor } from '../../web/text/texts.ts';
import { choose, inEachLanguage, submitDone, submitRefused, unfold } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { act, openTask, PUTRI, REASON, today, type Whose } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt, FINDINGS } from './support/stages.ts';

const visit = openBrowser();
const FORM = 'section[aria-labelledby="act"]';
const QUESTION = 'Apakah akun itu milik Anda, dan apakah Anda sendiri yang mengunggahnya?';
const ANSWER = 'Ya. Saya mengunggahnya sesudah menerima pesan itu dari grup warga.';
const REPLY = 'Saya menyesal. Unggahan itu sudah saya hapus pada hari yang sama.';

/** One case, from the review to the report; each test goes on where the one before it ended. */
describe('an examination', () => {
  let caseNumber: string;
  beforeAll(async () => {
    ({ caseNumber } = await caseAt('review', PUTRI));
  });

  const opened = async (whose: Whose = 'official'): Promise<Page> => {
    const page = await visit();
    await openTask(page, caseNumber, whose);
    return page;
  };
  /** Days until the next Sunday, so that a day is certainly no working day. */
  const nextSunday = async (): Promise<string> => {
    const weekday = new Date(`${await today()}T00:00:00Z`).getUTCDay();
    return today(7 - weekday);
  };

  it('begins with a review: what is optional unfolded, an appointment on a Sunday refused, everything else kept', async () => {
    const page = await opened();
    await inEachLanguage(page, async () => {
      await unfold(page);
      await look(page, 'tinjauan-terbuka');
      await choose(page, 'PROCEED');
      for (const code of ['P1', 'P6', 'P7']) await page.locator(`input[name="principles"][value="${code}"]`).check();
      for (const code of ['3a', '3d', '3f']) await page.locator(`input[name="charges"][value="${code}"]`).check();
      await page.locator('input[name="impact"][value="AGENCY"]').check();
      await page.locator('input[name="withheld"]').last().check();
      await page.locator('#examinationOn').fill(await nextSunday());
      await page.locator('#examinationPlace').fill('Ruang rapat lantai 2');
      await page.locator('#reason').fill(REASON);
      await submitRefused(page);
      await page.locator('#examinationOn-error').waitFor();
      expect(await page.locator('input[name="charges"]:checked').count()).toBe(3);
      expect(await page.locator('input[name="withheld"]:checked').count()).toBe(1);
      expect(await page.locator('#examinationPlace').inputValue()).toBe('Ruang rapat lantai 2');
      await look(page, 'tinjauan-galat');
    });
    await unfold(page);
    await picture(page, 'tinjauan-sangkaan', { from: 'details.optional', maxHeight: 900 });
    await tabThrough(page);
    await act(caseNumber, {
      outcome: 'PROCEED',
      principles: ['P1', 'P6', 'P7'],
      charges: ['3a', '3d', '3f'],
      reason: REASON,
    });
  });

  it('tells the respondent what is held against them, and takes an answer', async () => {
    const page = await opened('respondent');
    await inEachLanguage(page, async (lang) => {
      await look(page, 'terlapor');
      if (lang === 'id') {
        await picture(page, 'terlapor-panggilan', { maxHeight: 1300 });
        await picture(page, 'terlapor-sangkaan', { from: 'section[aria-labelledby="charges"]', maxHeight: 900 });
        await picture(page, 'terlapor-jawab', FORM);
      }
      await choose(page, 'ANSWER');
      await page.locator('#statement').fill('‮terbalik');
      await page.locator('#witnesses').fill('Budi, yang melihat unggahan itu dihapus.');
      await submitRefused(page);
      expect(await page.locator('#witnesses').inputValue()).toContain('Budi');
      await look(page, 'terlapor-galat');
    });
    await tabThrough(page);
    await choose(page, 'ANSWER');
    await page.locator('#statement').fill(REPLY);
    await page.locator('#companion').fill('Rina Marlina');
    await page.locator('#files').setInputFiles({
      name: 'bukti hapus.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Unggahan dihapus pada 2 Maret 2026.'),
    });
    await submitDone(page);
    expect(await page.locator('.files li').count()).toBeGreaterThan(1);
    await look(page, 'terlapor-terkirim');
    await picture(page, 'terlapor-terkirim');
    await page.locator('.actions a').click();
    await page.locator('section[aria-labelledby="sent"]').getByText(REPLY).waitFor();
    await inEachLanguage(page, () => look(page, 'terlapor-sesudah'));
  });

  it('comes back filled but for its outcome', async () => {
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'pemeriksaan');
      if (lang === 'id')
        await picture(page, 'pemeriksaan-dasar', { from: 'section[aria-labelledby="disclosure"]', maxHeight: 900 });
      if (lang === 'id') await picture(page, 'pemeriksaan-hasil', FORM);
      await choose(page, 'HELD');
      await page.locator('#questions').fill(QUESTION);
      await page.locator('#answers').fill(ANSWER);
      await page.locator('input[name="signing"][value="REFUSED"]').check();
      await page.locator('#findings').fill(FINDINGS.findings);
      await page.locator('input[name="charges"][value="3f"]').check();
      await page.locator('#reason').fill(REASON);
      await look(page, 'pemeriksaan-hadir');
      await submitRefused(page);
      expect(await page.locator('#questions').inputValue()).toBe(QUESTION);
      expect(await page.locator('#answers').inputValue()).toBe(ANSWER);
      expect(await page.locator('input[name="signing"]:checked').getAttribute('value')).toBe('REFUSED');
      expect(await page.locator('input[name="charges"]:checked').count()).toBe(1);
      expect(await page.locator('input[name="outcome"]:checked').count()).toBe(0);
      await look(page, 'pemeriksaan-galat');
    });
    await choose(page, 'HELD');
    await tabThrough(page);
  });

  it('is given to a team: as proposed, or refused where a named one lacks a chair', async () => {
    await act(caseNumber, { outcome: 'REQUEST_TEAM', reason: REASON });
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'tim');
      if (lang === 'id') await picture(page, 'tim', { from: FORM, maxHeight: 1300 });
      await choose(page, 'FORM');
      await page.locator('input[name="members"]').first().check();
      await page.locator('#reason').fill(REASON);
      await submitRefused(page);
      expect(await page.locator('input[name="members"]:checked').count()).toBe(1);
      await look(page, 'tim-galat');
    });
    await tabThrough(page);
    await choose(page, 'FORM');
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    await look(page, 'tim-selesai');
  });

  it('may release the respondent from their tasks on the way', async () => {
    // Only a superior of the respondent may: the team's chair is told so.
    const page = await opened();
    await inEachLanguage(page, async () => {
      await choose(page, 'RELEASE');
      await look(page, 'pemeriksaan-bebas');
    });
  });

  it('waits for the signature of the examinee, who reads the record and corrects it', async () => {
    const page = await opened();
    await choose(page, 'HELD');
    await unfold(page);
    await page.locator('#questions').fill(QUESTION);
    await page.locator('#answers').fill(ANSWER);
    await page.locator('#statement').fill('Saya tidak memeriksa kebenarannya lebih dahulu.');
    for (const [name, value] of Object.entries(FINDINGS)) {
      if (name === 'charges')
        for (const code of FINDINGS.charges) await page.locator(`input[name="charges"][value="${code}"]`).check();
      else if (name === 'impact') await page.locator(`input[name="impact"][value="${FINDINGS.impact}"]`).check();
      else if (name === 'recommendedSanction')
        await page.locator('#recommendedSanction').selectOption(FINDINGS.recommendedSanction);
      else await page.locator(`#${name}`).fill(String(value));
    }
    await page.locator('#reason').fill(REASON);
    await picture(page, 'pemeriksaan-bap', 'form[data-step="act"] fieldset.for-HELD');
    await submitDone(page);
    await look(page, 'pemeriksaan-selesai');

    await openTask(page, caseNumber, 'respondent');
    await inEachLanguage(page, async (lang) => {
      await look(page, 'terlapor-berita-acara');
      if (lang === 'id')
        await picture(page, 'terlapor-berita-acara', { from: 'section[aria-labelledby="record"]', maxHeight: 640 });
    });
    await tabThrough(page);
    await choose(page, 'SIGN_RECORD');
    await page.locator('#corrections').fill('Pesan itu saya terima pada malam hari, bukan pagi.');
    await submitDone(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(textsFor('id').respondent.done.title);
    await look(page, 'terlapor-menandatangani');
  });
});
