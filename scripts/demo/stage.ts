import * as z from 'zod';
import type { Fields } from '../people/browser.ts';
import { inbox, linkIn, Official, type ReadMail, settle } from '../people/official.ts';
import type { SamplePerson } from './sample-people.ts';

const filedSchema = z.object({ caseNumber: z.string(), receiptCode: z.string(), receipt: z.string() });
const statusSchema = z.object({ caseNumber: z.string(), status: z.string(), statusText: z.string() });
const trailSchema = z.object({
  events: z.array(
    z.looseObject({
      seq: z.int(),
      type: z.string(),
      at: z.string(),
      hash: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type TrailEvent = z.infer<typeof trailSchema>['events'][number];

export const asJson = async <T>(schema: z.ZodType<T>, response: Response): Promise<T> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
  return schema.parse(JSON.parse(text));
};

export const check = (held: boolean, what: string): void => {
  if (!held) throw new Error(`did not hold: ${what}`);
};

const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** One case and the people around it, over HTTP and the inbox only. */
export class Stage {
  readonly #baseUrl: string;
  readonly #say: (who: string, what: string) => void;
  readonly respondent: SamplePerson;
  caseNumber = '';
  receiptCode = '';
  receipt = '';

  constructor(baseUrl: string, respondent: SamplePerson, say: (who: string, what: string) => void) {
    this.#baseUrl = baseUrl;
    this.respondent = respondent;
    this.#say = say;
  }

  /** Somebody reports what an employee posted. */
  async report(options: { description?: string; urls?: readonly string[]; key: string }): Promise<void> {
    const { url } = await asJson(z.object({ url: z.string() }), await fetch(`${this.#baseUrl}/dev/sample`));
    const body = {
      agencyId: 'contoh',
      reporter: { name: 'Warga Contoh', email: 'warga@pelapor.tertib.test' },
      respondent: { name: this.respondent.name, nip: this.respondent.nip },
      incident: {
        description:
          options.description ??
          'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial lewat akun media sosialnya dan mengajak warga rusuh.',
        occurredAt: '2026-03-02',
        urls: options.urls ?? [url],
      },
    };
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': options.key };
    const response = await fetch(`${this.#baseUrl}/v1/reports`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    Object.assign(this, await asJson(filedSchema, response));
    this.#say('Pelapor / reporter', `melapor / files a report: ${this.caseNumber}`);
    await settle(this.#baseUrl);
  }

  /** Whoever the newest mailed task of the case is for does what is asked. */
  async official(kind: string, fields: Fields): Promise<void> {
    const { page, who } = await this.#act(kind, fields, (mail) => mail.to !== this.respondent.mail);
    check(page.status === 200, `${kind} ${String(fields.outcome)}: ${plain(page.html).slice(0, 1500)}`);
    this.#say(who, `${kind}: ${String(fields.outcome)}`);
    await settle(this.#baseUrl);
  }

  /** What must be refused is refused, and says why. */
  async refused(kind: string, fields: Fields, why: RegExp): Promise<void> {
    const { page, who } = await this.#act(kind, fields, (mail) => mail.to !== this.respondent.mail);
    const text = plain(page.html);
    check(page.status === 422, `${kind} ${String(fields.outcome)} is refused, not ${page.status}`);
    check(why.test(text), `the refusal says ${why}: ${text.slice(0, 1500)}`);
    this.#say(who, `${kind}: ${String(fields.outcome)} ditolak / refused: ${why.source}`);
  }

  /** The respondent acts through their own link. */
  async accused(kind: string, fields: Fields): Promise<void> {
    const { page, who } = await this.#act(kind, fields, (mail) => mail.to === this.respondent.mail);
    check(page.status === 200, `${kind} ${String(fields.outcome)}: ${plain(page.html).slice(0, 1500)}`);
    this.#say(who, `${kind}: ${String(fields.outcome)}`);
    await settle(this.#baseUrl);
  }

  async #act(kind: string, fields: Fields, from: (mail: ReadMail) => boolean) {
    const mails = await inbox(this.#baseUrl);
    const mail = mails.find((one) => one.subject.includes(this.caseNumber) && linkIn(one) !== undefined && from(one));
    const link = mail === undefined ? undefined : linkIn(mail);
    if (mail === undefined || link === undefined) throw new Error(`no mail with a ${kind} task of ${this.caseNumber}`);
    const person = new Official(this.#baseUrl, mail.to);
    const { form } = await person.open(link);
    check(form.kind === kind, `the open task is ${kind}, not ${form.kind}`);
    return { page: await person.submit(form, fields), who: mail.to };
  }

  /** Time passes; whatever falls due on the way happens. */
  async pass(advance: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ advance });
    const response = await fetch(`${this.#baseUrl}/dev/clock`, { method: 'POST', headers, body });
    check(response.ok, `the clock moves by ${advance}`);
    await settle(this.#baseUrl);
    this.#say('Waktu / time', advance);
  }

  /** The date as the agency writes it now. */
  async today(): Promise<string> {
    const { now } = await asJson(z.looseObject({ now: z.string() }), await fetch(`${this.#baseUrl}/dev/clock`));
    return new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
  }

  async status(): Promise<string> {
    const headers = { Authorization: `Receipt ${this.receiptCode}` };
    return (await asJson(statusSchema, await fetch(`${this.#baseUrl}/v1/reports/status`, { headers }))).status;
  }

  async staff(role = 'auditor'): Promise<{ headers: Record<string, string> }> {
    const response = await fetch(`${this.#baseUrl}/dev/token?role=${role}&agency=contoh`);
    const { token } = await asJson(z.object({ token: z.string() }), response);
    return { headers: { Authorization: `Bearer ${token}` } };
  }

  async trail(): Promise<TrailEvent[]> {
    const response = await fetch(`${this.#baseUrl}/v1/cases/${this.caseNumber}/trail`, await this.staff());
    return (await asJson(trailSchema, response)).events;
  }

  async exported(): Promise<string> {
    const response = await fetch(`${this.#baseUrl}/v1/cases/${this.caseNumber}/export`, await this.staff());
    check(response.ok, 'the trail can be exported');
    return response.text();
  }

  async mails(): Promise<ReadMail[]> {
    return (await inbox(this.#baseUrl)).filter((mail) => `${mail.subject} ${mail.text}`.includes(this.caseNumber));
  }
}
