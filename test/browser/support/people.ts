import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Fields } from '../../../scripts/people/browser.ts';
import { inbox, linkIn, Official, settle } from '../../../scripts/people/official.ts';
import { codeOf, nextCode } from '../../../scripts/people/step-up.ts';
import { baseUrl } from './site.ts';

/** An employee of the sample agency about whom a report may be. */
export interface Accused {
  readonly nip: string;
  readonly name: string;
  readonly mail: string;
}
const accused = (nip: string, name: string, mailbox: string): Accused => ({
  nip,
  name,
  mail: `${mailbox}@contoh.tertib.test`,
});
/** Each case that ends in a sanction has a respondent of its own: what one leaves behind must not be another's history. */
export const RIZKY = accused('199002282015021007', 'Rizky Ramadhan', 'rizky.ramadhan');
export const PUTRI = accused('199307092019032008', 'Putri Ayu Maharani', 'putri.maharani');
export const MARIA = accused('198607212011012019', 'Maria Goreti Wea', 'maria.wea');
const everyAccused = [RIZKY, PUTRI, MARIA];

/** About whom reports are where nothing else is said. */
export const RESPONDENT_NIP = RIZKY.nip;
export const REASON = 'Bukti sudah dibaca dan dibandingkan dengan unggahan aslinya.';

const filedSchema = z.object({ caseNumber: z.string(), receiptCode: z.string(), receipt: z.string() });
export type Filed = z.infer<typeof filedSchema>;

const json = async <T>(schema: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> => {
  const response = await fetch(new URL(path, baseUrl), init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return schema.parse(JSON.parse(text));
};

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

interface Filing {
  readonly about?: Accused;
  readonly urls?: readonly string[];
  /** Whether to wait until the case stands still. */
  readonly wait?: boolean;
}

/** A report by the API, as a rule about a posting that can be captured and one address that cannot. */
export const fileReport = async (parts: Filing = {}): Promise<Filed> => {
  const { url } = await json(z.object({ url: z.string() }), '/dev/sample');
  const { name, nip } = parts.about ?? RIZKY;
  const filed = await json(
    filedSchema,
    '/v1/reports',
    post({
      agencyId: 'contoh',
      reporter: { anonymous: true },
      respondent: {
        name,
        nip,
        accounts: [{ platform: 'Instagram', handle: '@akun.contoh' }],
      },
      incident: {
        description:
          'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial lewat akun media sosialnya dan mengajak warga rusuh.',
        occurredAt: '2026-03-02',
        urls: parts.urls ?? [url, 'http://169.254.169.254/latest/meta-data/'],
      },
    }),
  );
  if (parts.wait ?? true) await settle(baseUrl);
  return filed;
};

/** Whose mailbox a task of a case came to. */
export type Whose = 'official' | 'respondent';

/** The newest task of a case that an official, or the respondent, has: its mailed link, and whose mailbox that is. */
export const mailedTask = async (
  caseNumber: string,
  whose: Whose = 'official',
): Promise<{ link: string; to: string }> => {
  for (const mail of await inbox(baseUrl)) {
    const link = linkIn(mail);
    const isTheirs = everyAccused.some(({ mail: box }) => box === mail.to);
    const fits = isTheirs === (whose === 'respondent') && mail.subject.includes(caseNumber);
    if (link !== undefined && fits) return { link, to: mail.to };
  }
  throw new Error(`no task of ${caseNumber} was mailed to the ${whose}`);
};

/** Whoever has the newest task of the case does what is said here, without a browser. */
export const act = async (caseNumber: string, fields: Fields, whose: Whose = 'official'): Promise<void> => {
  const { link, to } = await mailedTask(caseNumber, whose);
  const person = new Official(baseUrl, to);
  const { form } = await person.open(link);
  const page = await person.submit(form, fields);
  const [wrong = ''] = /<div class="notice bad summary"[\s\S]*?<\/div>/.exec(page.html) ?? [];
  if (page.status !== 200)
    throw new Error(`${form.kind} ${String(fields.outcome)}: ${page.status} ${wrong.replace(/<[^>]*>/g, ' ')}`);
  await settle(baseUrl);
};

/** The name of whoever has the newest task of a case, as the sample agency knows them. */
export const triageOfficer = async (caseNumber: string): Promise<string> => {
  const { to } = await mailedTask(caseNumber);
  return to.startsWith('ratna') ? 'Ratna Widyastuti' : 'Yohanes Ndiwa';
};

/** What `ask` makes arrive in a mailbox: the six digits of the newest mail. */
export const codeAfter = async (to: string, ask: () => Promise<unknown>): Promise<string> => {
  const seen = new Set((await inbox(baseUrl)).map(({ id }) => id));
  await ask();
  const mail = (await inbox(baseUrl)).find((one) => one.to === to && !seen.has(one.id));
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`no code reached ${to}`);
  return code;
};

/** Where a page asks for more than the mailbox: types the code of the app, which is enrolled where it was not. */
export const typeStepUp = async (page: Page, mail: string): Promise<void> => {
  const form = page.locator('form[data-step="step-up"]');
  if ((await form.count()) === 0) return;
  const offered = page.locator('[data-totp-secret]');
  const secret = (await offered.count()) === 0 ? null : await offered.getAttribute('data-totp-secret');
  const code = secret === null ? await nextCode(baseUrl, mail) : await codeOf(baseUrl, secret);
  await page.locator('input[name="code"]').fill(code);
  await form.locator('button[type="submit"]').click();
};

/** Opens a mailed link and proves the mailbox, by pressing what the pages offer; a browser that did so before need not again. */
export const enterTask = async (page: Page, { link, to }: { link: string; to: string }): Promise<void> => {
  await page.goto(link);
  if ((await page.locator('form[data-step="act"]').count()) > 0) return;
  const code = await codeAfter(to, () => page.locator('form[data-step="request-code"] button').click());
  await page.locator('input[name="code"]').fill(code);
  await page.locator('form[data-step="verify-code"] button').click();
  await page.locator('form[data-step="act"], form[data-step="step-up"]').waitFor();
  await typeStepUp(page, to);
  await page.locator('form[data-step="act"]').waitFor();
};

/** The newest task of the case, opened by the one who has it. */
export const openTask = async (
  page: Page,
  caseNumber: string,
  whose: Whose = 'official',
): Promise<{ link: string; to: string }> => {
  const task = await mailedTask(caseNumber, whose);
  await enterTask(page, task);
  return task;
};

/** A code that is nobody's, as a program would try it. */
export const guessReceiptCode = async (): Promise<void> => {
  const headers = { Authorization: 'Receipt AAAA-AAAA-AAAA-AAAA' };
  const response = await fetch(`${baseUrl}/v1/reports/status`, { headers });
  await response.arrayBuffer();
};

/** What an auditor exports of a case, as the file's text. */
export const exportOf = async (caseNumber: string): Promise<string> => {
  const { token } = await json(z.object({ token: z.string() }), '/dev/token?role=auditor&agency=contoh');
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${baseUrl}/v1/cases/${caseNumber}/export`, { headers })).text();
};

/** Moves the program's time on. */
export const advance = (duration: string): Promise<unknown> =>
  json(z.unknown(), '/dev/clock', post({ advance: duration }));

/** The date as the agency writes it now, or so many days later. */
export const today = async (later = 0): Promise<string> => {
  const { now } = await json(z.looseObject({ now: z.string() }), '/dev/clock');
  return new Date(Date.parse(now) + (later * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
};

export const settled = (): Promise<void> => settle(baseUrl);

/** What a reporter adds to the report. */
export const addMessage = async (receiptCode: string, text: string): Promise<void> => {
  const headers = { Authorization: `Receipt ${receiptCode}`, 'Content-Type': 'application/json' };
  await json(z.unknown(), '/v1/reports/messages', { method: 'POST', headers, body: JSON.stringify({ text }) });
};
