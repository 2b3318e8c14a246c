import type { Page } from 'playwright-core';
import { inbox } from '../../scripts/people/official.ts';
import { textsFor } from '../../web/text/texts.ts';
import { inEachLanguage } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { sendMail } from './support/mails.ts';
import { picture } from './support/pictures.ts';
import { baseUrl } from './support/site.ts';

const TRIAGE = 'Ratna Widyastuti';
const STORY =
  'Pegawai Dinas Contoh menyebarkan berita bohong tentang bantuan sosial lewat akun medsosnya, dan unggahannya masih tayang.';
const REASON = 'Memeriksa apakah ini laporan warga.';
const visit = openBrowser();

const sender = (name: string) => `Warga Pelapor <${name}@surat.example>`;

/** The newest mail that somebody got. */
const mailTo = async (address: string) => {
  const mail = (await inbox(baseUrl)).find(({ to }) => to === address);
  if (mail === undefined) throw new Error(`nothing came to ${address}`);
  return mail;
};

const caseNumberIn = (subject: string): string => /CONTOH-\d{4}-[0-9A-Z]{8}/.exec(subject)?.[0] ?? 'none';
const setupPathIn = (text: string): string => /\/lacak\/surat\/\S+/.exec(text)?.[0] ?? 'none';

/** Sends a mail of ours back, as the mail server of its recipient would. */
const bounce = async (address: string): Promise<void> => {
  const { headers } = await mailTo(address);
  await sendMail({
    envelope: { from: '', to: 'lapor@contoh.tertib.test' },
    raw: [
      'From: MAILER-DAEMON@surat.example',
      'To: lapor@contoh.tertib.test',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'Tidak sampai.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${headers['message-id']}`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  });
};

describe('the mails that wait for a person', () => {
  beforeAll(async () => {
    await sendMail({ from: sender('singkat'), subject: 'Mohon bantuan', text: 'Tolong!' });
    await sendMail({
      from: sender('gambar'),
      subject: 'Foto',
      html: '<p>Lihat <a href="https://jahat.example/x">ini</a></p><script>alert(1)</script>',
      attachments: [{ filename: 'tangkapan layar.png', content: Buffer.from('89504e470d0a1a0a', 'hex') }],
    });
    await sendMail({ from: sender('robot'), headers: { 'Auto-Submitted': 'auto-replied' }, text: STORY });
    await sendMail({ from: sender('hilang'), subject: 'Laporan', text: STORY });
    await bounce('hilang@surat.example');
  });

  const at = async (path: string): Promise<Page> => {
    const page = await visit();
    await signIn(page, TRIAGE);
    await page.goto(path);
    return page;
  };
  const reasonText = textsFor('id').mail.reason;
  const open = async (page: Page, reason: string): Promise<void> => {
    await page.locator('tr', { hasText: reason }).first().getByRole('link').click();
  };

  it('are listed with the reason, by state', async () => {
    const page = await at('/konsol/surat');
    await inEachLanguage(page, async (lang) => {
      const { mail } = textsFor(lang);
      await page.getByText(mail.reason.TOO_SHORT).first().waitFor();
      await page.getByText(mail.reason.UNDELIVERED).first().waitFor();
      await look(page, 'surat-masuk');
      if (lang === 'id') await picture(page, 'surat-masuk');
      await page.getByRole('link', { name: mail.status.IGNORED, exact: true }).click();
      await page.getByText(mail.reason.AUTO_SUBMITTED).first().waitFor();
      await look(page, 'surat-disisihkan');
      await page.goto('/konsol/surat');
    });
    await tabThrough(page);
  });

  it('are read on screen for a reason, with nothing in them alive', async () => {
    const page = await at('/konsol/surat');
    await open(page, reasonText.TOO_SHORT);
    await inEachLanguage(page, async (lang) => {
      const { one, read } = textsFor(lang).mail;
      await page.getByRole('heading', { name: one.rawTitle }).waitFor();
      await look(page, 'surat-satu');
      if (lang === 'id') await picture(page, 'surat-satu');
      await page.locator('#reason-open-raw').fill('lihat');
      await page.getByRole('button', { name: read.submit }).click();
      await page.locator('.summary').waitFor();
      await look(page, 'surat-satu-galat');
      await page.locator('#reason-open-raw').fill(REASON);
      await page.getByRole('button', { name: read.submit }).click();
      await page.getByRole('heading', { name: read.title, level: 1 }).waitFor();
      await look(page, 'surat-isi');
      if (lang === 'id') await picture(page, 'surat-isi');
      await page.getByRole('link', { name: read.back }).click();
    });
    expect(await page.getByText(REASON).count()).toBeGreaterThan(0);
  });

  it('become a report with the words of the officer', async () => {
    const page = await at('/konsol/surat');
    const { one, status } = textsFor('id').mail;
    await open(page, reasonText.TOO_SHORT);
    await page.locator('#description').fill(STORY);
    await page.locator('#reason-file-report').fill(REASON);
    await page.getByRole('button', { name: one.fileSubmit }).click();
    await page.getByText(status.FILED, { exact: true }).first().waitFor();
    expect(await page.getByRole('link', { name: /^CONTOH-/ }).count()).toBe(1);
    await look(page, 'surat-jadi-laporan');
  });

  it('are a task where a mail of ours did not arrive, and it ends with how its recipient was reached', async () => {
    const page = await at('/konsol/surat');
    await open(page, reasonText.UNDELIVERED);
    await inEachLanguage(page, async (lang) => {
      const { undelivered } = textsFor(lang).mail;
      await page.getByRole('heading', { name: undelivered.title, level: 1 }).waitFor();
      await look(page, 'surat-tidak-sampai');
      if (lang === 'id') await picture(page, 'surat-tidak-sampai');
    });
    await tabThrough(page);
    const { undelivered } = textsFor('id').mail;
    await page.getByLabel(undelivered.ways.CALLED).check();
    await page.locator('#reason-end-undelivered').fill('Pelapor ditelepon dan memberi alamat yang baru.');
    await page.getByRole('button', { name: undelivered.submit }).click();
    await page.getByText(`${textsFor('id').mail.one.action.REACHED}: ${undelivered.ways.CALLED}`).waitFor();
    expect(await page.getByRole('button', { name: undelivered.submit }).count()).toBe(0);
    await page.getByRole('link', { name: /^CONTOH-/ }).click();
    await page.getByText(textsFor('id').domain.event.BounceHandled).waitFor();
  });
});

describe('the link in an acknowledgement', () => {
  const offered = async (name: string) => {
    await sendMail({ from: sender(name), subject: `Laporan ${name}`, text: STORY });
    const { subject, text } = await mailTo(`${name}@surat.example`);
    return { caseNumber: caseNumberIn(subject), path: setupPathIn(text) };
  };

  it.each(['id', 'en'] as const)('shows the code once, with the choice to be anonymous, in %s', async (lang) => {
    const { setup } = textsFor(lang).mail;
    const { caseNumber, path } = await offered(`tautan-${lang}`);
    const page = await visit({ lang, javaScript: false });
    await page.goto(path);
    await page.getByRole('heading', { name: setup.title, level: 1 }).waitFor();
    await page.locator('#caseNumber').fill('CONTOH-2026-00000000');
    await page.getByLabel(setup.anonymous).check();
    await page.getByRole('button', { name: setup.submit }).click();
    await page.getByText(setup.caseNumberError).first().waitFor();
    await page.locator('#caseNumber').fill(caseNumber);
    await page.getByRole('button', { name: setup.submit }).click();
    await page.getByText(setup.shown).waitFor();
    await page.goto(path);
    await page.getByRole('heading', { name: setup.deadTitle, level: 1 }).waitFor();
  });

  it('is a page for a phone, a keyboard and a screen reader in all its states', async () => {
    const { caseNumber, path } = await offered('halaman');
    const page = await visit();
    await page.goto(path);
    await inEachLanguage(page, async (lang) => {
      const { setup } = textsFor(lang).mail;
      await page.getByRole('heading', { name: setup.title, level: 1 }).waitFor();
      await look(page, 'kode-surat');
      if (lang === 'id') await picture(page, 'kode-surat');
    });
    await tabThrough(page);
    const { setup } = textsFor('id').mail;
    await page.locator('#caseNumber').fill('CONTOH-2026-00000000');
    await page.getByLabel(setup.anonymous).check();
    await page.getByRole('button', { name: setup.submit }).click();
    await page.locator('.summary').waitFor();
    await look(page, 'kode-surat-galat');
    await page.locator('#caseNumber').fill(caseNumber);
    await page.getByRole('button', { name: setup.submit }).click();
    await page.getByText(setup.shown).waitFor();
    await look(page, 'kode-surat-tampil');
    await page.goto(path);
    await page.getByRole('heading', { name: setup.deadTitle, level: 1 }).waitFor();
    await look(page, 'kode-surat-mati');
  });
});
