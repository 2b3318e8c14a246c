import { once } from 'node:events';
import { createServer } from 'node:net';
import * as z from 'zod';
import { type Fields, type Form, formOf, type Page } from '../../scripts/people/browser.ts';
import { Official, settle, taskMail } from '../../scripts/people/official.ts';
import type { RunningSystem } from '../../scripts/people/system.ts';

/** People of the sample agency. */
export const people = {
  ppk: '196803121990031002',
  headOfOffice: '197408171999032004',
  headOfField: '197911022005011005',
  headOfSection: '198504142010012006',
  employee: '199002282015021007',
  contractor: '199701302023212010',
} as const;

export const description = 'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial di akunnya.';
export const reason = 'Bukti sudah dibaca dan dinilai cukup jelas.';

export const aReport = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  agencyId: 'contoh',
  reporter: { anonymous: true },
  respondent: { nip: people.employee },
  incident: { description, urls: [] },
  ...over,
});

/** Only what the surface promises for an examination that was held. */
export const held: Fields = {
  outcome: 'HELD',
  statement: 'Saya mengunggahnya tanpa memeriksa kebenarannya.',
  findings: 'Terlapor terbukti mengunggah kabar yang tidak benar.',
  charges: ['3d', '3f'],
  impact: 'UNIT',
  aggravating: 'Unggahan dibiarkan beredar.',
  mitigating: 'Terlapor mengakui perbuatannya.',
  recommendedSanction: 'R2',
};

const filedSchema = z.strictObject({
  caseNumber: z.string().regex(/^CONTOH-\d{4}-[0-9A-HJKMNP-TV-Z]{8}$/),
  receiptCode: z.string().min(16),
  receipt: z.string(),
  statusUrl: z.url(),
  uploads: z.array(
    z.strictObject({
      fileName: z.string(),
      url: z.url(),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.iso.datetime({ precision: 3 }),
    }),
  ),
});
export type Filed = z.infer<typeof filedSchema>;

export const problemSchema = z.looseObject({
  title: z.string().min(1),
  status: z.int(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string().min(1) })),
});

export const trailSchema = z.strictObject({
  events: z.array(
    z.looseObject({
      seq: z.int(),
      type: z.string(),
      at: z.iso.datetime({ precision: 3 }),
      hash: z.string(),
      data: z.looseObject({}),
    }),
  ),
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  log: z.null(),
});
export type Trail = z.infer<typeof trailSchema>;

const tokenSchema = z.object({ token: z.string(), access_token: z.string() });
const statusSchema = z.strictObject({
  caseNumber: z.string(),
  status: z.string(),
  statusText: z.string().min(1),
  updatedAt: z.iso.datetime({ precision: 3 }),
  messages: z.array(z.looseObject({ text: z.string() })),
});

/** Asks the running system over HTTP, as a program outside would. */
export class Outside {
  readonly #system: () => RunningSystem;
  readonly #tokens = new Map<string, string>();

  constructor(system: () => RunningSystem) {
    this.#system = system;
  }

  get baseUrl(): string {
    return this.#system().baseUrl;
  }

  send(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, { redirect: 'manual', ...init });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: text });
  }

  /** Files a report that must be taken. */
  async file(report: unknown = aReport(), headers: Readonly<Record<string, string>> = {}): Promise<Filed> {
    const answer = await this.post('/v1/reports', report, headers);
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`not filed: ${answer.status} ${text}`);
    return filedSchema.parse(JSON.parse(text));
  }

  /** Files a report and waits until its first task is open. */
  async open(report: unknown = aReport()): Promise<Filed> {
    const filed = await this.file(report);
    await this.settle();
    return filed;
  }

  settle(): Promise<void> {
    return settle(this.baseUrl);
  }

  async token(role: string, query = 'agency=contoh'): Promise<string> {
    const key = `${role}?${query}`;
    const held = this.#tokens.get(key);
    if (held !== undefined) return held;
    const answer = await this.send(`/dev/token?role=${role}&${query}`);
    const { token } = tokenSchema.parse(await answer.json());
    this.#tokens.set(key, token);
    return token;
  }

  /** Asks as staff of the sample agency. */
  async staff(path: string, role = 'auditor'): Promise<Response> {
    return this.send(path, { headers: { Authorization: `Bearer ${await this.token(role)}` } });
  }

  async trail(caseNumber: string): Promise<Trail> {
    return trailSchema.parse(await (await this.staff(`/v1/cases/${caseNumber}/trail`)).json());
  }

  async types(caseNumber: string): Promise<string[]> {
    return (await this.trail(caseNumber)).events.map(({ type }) => type);
  }

  async status({ receiptCode }: Pick<Filed, 'receiptCode'>) {
    const headers = { Authorization: `Receipt ${receiptCode}` };
    return statusSchema.parse(await (await this.send('/v1/reports/status', { headers })).json());
  }

  /** The holder of the newest task of a case proves their mailbox and stands before the act form. */
  async task(caseNumber: string): Promise<OpenedTask> {
    const { mail, link } = await taskMail(this.baseUrl, caseNumber);
    const official = new Official(this.baseUrl, mail.to);
    const { page, form } = await official.open(link);
    return { official, link, who: mail.to, page, form };
  }

  /** The holder acts, and what can move without a person moves. */
  async act(caseNumber: string, fields: Fields): Promise<Page> {
    const { official, form } = await this.task(caseNumber);
    const page = await official.act(form, { reason, ...fields });
    await this.settle();
    return page;
  }

  async triage(caseNumber: string, respondentNip: string = people.employee): Promise<void> {
    const track = respondentNip === people.contractor ? 'DISCIPLINE_PPPK' : 'DISCIPLINE_PNS';
    await this.act(caseNumber, { outcome: 'PROCEED', respondentNip, track });
  }

  async review(caseNumber: string): Promise<void> {
    await this.act(caseNumber, { outcome: 'PROCEED', principles: ['P6', 'P7'] });
  }

  /** The respondent came to the examination, and its report recommends what the fields say. */
  async examine(caseNumber: string, fields: Fields = {}): Promise<void> {
    await this.act(caseNumber, { ...held, ...fields });
  }

  /** The decision was handed over today. */
  async serve(caseNumber: string): Promise<void> {
    await this.act(caseNumber, { outcome: 'SERVED', receivedOn: await this.today(), method: 'diserahkan' });
  }

  /** The day it is for the agency. */
  async today(): Promise<string> {
    const { now } = z.object({ now: z.string() }).parse(await (await this.send('/dev/clock')).json());
    return new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
  }

  clock(move: unknown): Promise<Response> {
    return this.post('/dev/clock', move);
  }

  async inbox() {
    return mailsSchema.parse(await (await this.send('/dev/inbox.json')).json());
  }
}

const mailsSchema = z.array(
  z.strictObject({
    id: z.string(),
    to: z.string(),
    from: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    headers: z.record(z.string(), z.unknown()),
    receivedAt: z.iso.datetime({ precision: 3 }),
  }),
);

export interface OpenedTask {
  readonly official: Official;
  readonly link: string;
  readonly who: string;
  readonly page: Page;
  readonly form: Form;
}

/** The inputs that a page offers beside its hidden ones: name, kind and value. */
export const inputsOf = (html: string): { name: string; type: string; value: string; chosen: boolean }[] =>
  [...html.matchAll(/<(input|textarea|select)\b[^>]*>/g)].flatMap(([tag, element]) => {
    const of = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const type = of('type') || (element ?? '');
    return type === 'hidden' || type === 'submit'
      ? []
      : [{ name: of('name'), type, value: of('value'), chosen: /\schecked\b/.test(tag) }];
  });

/** One form a page, of the given step. */
export const expectStep = (page: Page, step: string): Form => {
  const forms = page.html.match(/<form\b[^>]*data-step=/g) ?? [];
  expect(forms).toHaveLength(1);
  const form = formOf(page);
  expect(form.step).toBe(step);
  return form;
};

/** What a page says a post came to. */
export const resultOf = ({ html }: Page): string | undefined => /data-result="([^"]*)"/.exec(html)?.[1];

/** A port of this machine that nothing listens on just now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
};

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
