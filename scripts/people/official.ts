import * as z from 'zod';
import { Browser, type Fields, type Form, formOf, type Page } from './browser.ts';
import { passStepUp } from './step-up.ts';

const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** By their names in lower case. */
  headers: z.record(z.string(), z.string()),
  receivedAt: z.string(),
});
export type ReadMail = z.infer<typeof mailSchema>;

/** The mailboxes of everyone, as the inbox page shows them. Newest first. */
export const inbox = async (baseUrl: string): Promise<ReadMail[]> =>
  z.array(mailSchema).parse(await (await fetch(`${baseUrl}/dev/inbox.json`)).json());

export const settle = async (baseUrl: string): Promise<void> => {
  await fetch(`${baseUrl}/dev/settle`, { method: 'POST' });
};

/** The link of a mailed task. */
export const linkIn = (mail: ReadMail): string | undefined => /https?:\/\/\S+\/t\/[\w.-]+/.exec(mail.text)?.[0];

/** The newest task mail of a case. */
export const taskMail = async (baseUrl: string, caseNumber: string): Promise<{ mail: ReadMail; link: string }> => {
  for (const mail of await inbox(baseUrl)) {
    const link = linkIn(mail);
    if (link !== undefined && mail.subject.includes(caseNumber)) return { mail, link };
  }
  throw new Error(`no task mail for ${caseNumber}`);
};

const codeFor = async (baseUrl: string, to: string, seen: ReadonlySet<string>): Promise<string> => {
  const mails = await inbox(baseUrl);
  const fresh = mails.find((mail) => mail.to === to && !seen.has(mail.id));
  const code = fresh === undefined ? undefined : /\b(\d{6})\b/.exec(fresh.text)?.[1];
  if (code === undefined) throw new Error(`no code for ${to}`);
  return code;
};

/** An official who opens a mailed link, proves their mailbox and reads the case. */
export class Official {
  readonly #browser = new Browser();
  readonly #baseUrl: string;
  readonly name: string;

  constructor(baseUrl: string, name: string) {
    this.#baseUrl = baseUrl;
    this.name = name;
  }

  async open(link: string): Promise<{ page: Page; form: Form }> {
    const asked = formOf(await this.#browser.get(link));
    const seen = new Set((await inbox(this.#baseUrl)).map(({ id }) => id));
    const entering = formOf(await this.#browser.submit(asked, {}));
    const code = await codeFor(this.#baseUrl, this.name, seen);
    const entered = await this.#browser.submit(entering, { code });
    const page = await passStepUp(entered, { baseUrl: this.#baseUrl, browser: this.#browser, mail: this.name });
    return { page, form: formOf(page) };
  }

  /** Posts the form, whatever comes of it. */
  async submit(form: Form, fields: Fields): Promise<Page> {
    return this.#browser.submit(form, fields);
  }

  async act(form: Form, fields: Fields): Promise<Page> {
    const page = await this.submit(form, fields);
    if (page.status !== 200)
      throw new Error(`the act was refused (${page.status}): ${page.html.replace(/<[^>]*>/g, ' ')}`);
    return page;
  }
}
