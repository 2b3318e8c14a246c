import * as z from 'zod';
import { Browser, type Fields, type Form, formOf, type Page } from '../../scripts/people/browser.ts';
import { inbox, linkIn, settle } from '../../scripts/people/official.ts';
import { passStepUp } from '../../scripts/people/step-up.ts';
import type { RunningSystem } from '../../scripts/people/system.ts';
import { aReport, type Filed, held, Outside, people, reason, resultOf } from './world.ts';

export const employeeMail = 'rizky.ramadhan@contoh.tertib.test';

const viewSchema = z.looseObject({
  status: z.string(),
  disclosures: z.array(z.looseObject({ hash: z.string(), current: z.boolean() })),
  examination: z.looseObject({ examinations: z.array(z.looseObject({ signing: z.string() })) }),
  openTasks: z.array(z.looseObject({ kind: z.string(), dueAt: z.string() })),
  letters: z.array(
    z.looseObject({
      form: z.string(),
      documents: z.array(z.looseObject({ artifactId: z.string(), sha256: z.string(), mediaType: z.string() })),
    }),
  ),
});

interface Door {
  readonly browser: Browser;
  readonly link: string;
  readonly who: string;
}
export interface Answered {
  readonly page: Page;
  readonly who: string;
  readonly result: string | undefined;
}

/** One case and whoever holds its tasks; a link is opened with one code, however often it is used. */
export class Affair {
  readonly #system: () => RunningSystem;
  readonly #doors = new Map<string, Browser>();
  readonly filed: Filed;

  private constructor(system: () => RunningSystem, filed: Filed) {
    this.#system = system;
    this.filed = filed;
  }

  static async file(system: () => RunningSystem, report: Readonly<Record<string, unknown>> = {}): Promise<Affair> {
    return new Affair(system, await new Outside(system).open(aReport(report)));
  }

  get #baseUrl(): string {
    return this.#system().baseUrl;
  }

  get caseNumber(): string {
    return this.filed.caseNumber;
  }

  /** The newest mailed link of an official, or of the respondent. */
  async door(own = false): Promise<Door> {
    const mails = await inbox(this.#baseUrl);
    const mail = mails.find(
      (one) => one.subject.includes(this.caseNumber) && linkIn(one) !== undefined && (one.to === employeeMail) === own,
    );
    const link = mail === undefined ? undefined : linkIn(mail);
    if (mail === undefined || link === undefined) throw new Error(`nobody has a task of ${this.caseNumber}`);
    const browser = this.#doors.get(link) ?? new Browser();
    this.#doors.set(link, browser);
    return { browser, link, who: mail.to };
  }

  async form(own = false): Promise<Door & { readonly form: Form; readonly page: Page }> {
    const door = await this.door(own);
    const page = await door.browser.get(door.link);
    if (formOf(page).step !== 'request-code') return { ...door, page, form: formOf(page) };
    const seen = new Set((await inbox(this.#baseUrl)).map(({ id }) => id));
    const entering = formOf(await door.browser.submit(formOf(page), {}));
    const mail = (await inbox(this.#baseUrl)).find(({ id, to }) => to === door.who && !seen.has(id));
    const opened = await door.browser.submit(entering, { code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '' });
    const entered = await passStepUp(opened, { baseUrl: this.#baseUrl, browser: door.browser, mail: door.who });
    return { ...door, page: entered, form: formOf(entered) };
  }

  /** Posts what somebody chose to post, whatever comes of it. */
  async post(fields: Fields, own = false): Promise<Answered> {
    const { browser, form, who } = await this.form(own);
    const page = await browser.submit(form, own ? fields : { reason, ...fields });
    await settle(this.#baseUrl);
    return { page, who, result: resultOf(page) };
  }

  /** Does what must be possible. */
  async act(kind: string, fields: Fields, own = false): Promise<Answered> {
    expect((await this.form(own)).form.kind).toBe(kind);
    const answered = await this.post(fields, own);
    expect([kind, answered.page.status, answered.result]).toEqual([kind, 200, 'done']);
    return answered;
  }

  async toExamination(review: Fields = { principles: ['P6', 'P7'] }): Promise<void> {
    await this.act('triage', { outcome: 'PROCEED', respondentNip: people.employee, track: 'DISCIPLINE_PNS' });
    await this.act('review', { outcome: 'PROCEED', ...review });
  }

  async toDecision(examination: Fields = {}): Promise<string> {
    await this.toExamination();
    await this.act('examination', { ...held, ...examination });
    return (await this.form()).form.hidden.disclosureHash ?? '';
  }

  /** Tokens live an hour of the program's time: each question has a fresh one. */
  async staff(path: string, role = 'auditor'): Promise<Response> {
    return new Outside(this.#system).staff(path, role);
  }

  async view() {
    return viewSchema.parse(await (await this.staff(`/v1/cases/${this.caseNumber}`)).json());
  }

  async trail() {
    return new Outside(this.#system).trail(this.caseNumber);
  }

  async types(): Promise<string[]> {
    return (await this.trail()).events.map(({ type }) => type);
  }
}

export const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
