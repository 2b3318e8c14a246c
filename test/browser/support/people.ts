import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Fields } from '../../../scripts/people/browser.ts';
import { actOnNewestTask, inbox, settle, taskMail } from '../../../scripts/people/official.ts';
import { baseUrl } from './site.ts';

/** An ordinary employee of the sample agency, about whom all these reports are. */
export const RESPONDENT_NIP = '199002282015021007';
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
  readonly urls?: readonly string[];
  /** Whether to wait until the case stands still. */
  readonly wait?: boolean;
}

/** A report by the API, as a rule about a posting that can be captured and one address that cannot. */
export const fileReport = async (parts: Filing = {}): Promise<Filed> => {
  const { url } = await json(z.object({ url: z.string() }), '/dev/sample');
  const filed = await json(
    filedSchema,
    '/v1/reports',
    post({
      agencyId: 'contoh',
      reporter: { anonymous: true },
      respondent: {
        name: 'Rizky Ramadhan',
        nip: RESPONDENT_NIP,
        accounts: [{ platform: 'Instagram', handle: '@rizky.ramadhan.contoh' }],
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

const choices: Readonly<Record<string, Fields>> = {
  triage: { outcome: 'PROCEED', respondentNip: RESPONDENT_NIP, track: 'DISCIPLINE_PNS', reason: REASON },
  review: { outcome: 'PROCEED', principles: ['P6', 'P7'], reason: REASON },
  decision: { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['3d', '3f'], impact: 'AGENCY', reason: REASON },
};

/** Whoever has the newest task of the case does it, as said here or as things usually go. */
export const actNext = (caseNumber: string, fields?: Fields): Promise<unknown> =>
  actOnNewestTask(baseUrl, caseNumber, (kind) => fields ?? choices[kind] ?? {});

/** A report, and its case as far as that stage. */
export const caseAt = async (stage: 'triage' | 'review' | 'decision' | 'closed'): Promise<Filed> => {
  const filed = await fileReport();
  const acts = ['triage', 'review', 'decision', 'closed'].indexOf(stage);
  for (let done = 0; done < acts; done += 1) await actNext(filed.caseNumber);
  return filed;
};

/** The newest task of a case: its mailed link, and whose mailbox that is. */
export const mailedTask = async (caseNumber: string): Promise<{ link: string; to: string }> => {
  const { link, mail } = await taskMail(baseUrl, caseNumber);
  return { link, to: mail.to };
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

/** Opens a mailed link and proves the mailbox, by pressing what the pages offer. */
export const enterTask = async (page: Page, { link, to }: { link: string; to: string }): Promise<void> => {
  await page.goto(link);
  const code = await codeAfter(to, () => page.locator('form[data-step="request-code"] button').click());
  await page.locator('input[name="code"]').fill(code);
  await page.locator('form[data-step="verify-code"] button').click();
  await page.locator('form[data-step="act"]').waitFor();
};

/** The newest task of the case, opened by the one who has it. */
export const openTask = async (page: Page, caseNumber: string): Promise<{ link: string; to: string }> => {
  const task = await mailedTask(caseNumber);
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

export const settled = (): Promise<void> => settle(baseUrl);

/** What a reporter adds to the report. */
export const addMessage = async (receiptCode: string, text: string): Promise<void> => {
  const headers = { Authorization: `Receipt ${receiptCode}`, 'Content-Type': 'application/json' };
  await json(z.unknown(), '/v1/reports/messages', { method: 'POST', headers, body: JSON.stringify({ text }) });
};
