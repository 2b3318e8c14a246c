import * as z from 'zod';
import { takeTurns } from '../../local/engines/turns.ts';
import { Browser, type Fields, formOf } from '../../scripts/people/browser.ts';
import { programTime } from '../../scripts/people/step-up.ts';
import { codeAppsOf } from './code-apps.ts';
import { type Employees, employeesIn } from './employees.ts';
import { type Mailboxes, mailboxesIn, type ReadMail } from './mailboxes.ts';
import { sampleReport } from './sample-report.ts';

const filedSchema = z.object({ caseNumber: z.string(), receiptCode: z.string() });
export type Filed = z.infer<typeof filedSchema>;
const statusSchema = z.object({ status: z.string() });

/** What officials are asked to do in a case, one after another. */
const ACTS = ['triage', 'review', 'examination', 'decision', 'service'] as const;
type Act = (typeof ACTS)[number];

/** Longer than whoever was punished lightly may ask for another judgment: the case is then closed. */
export const UNTIL_CLOSED = 'P30D';
const ZONE_MS = 7 * 3_600_000;

const linkIn = ({ text }: ReadMail): string | undefined => /https?:\/\/\S+\/t\/[\w.-]+/.exec(text)?.[0];
const codeIn = (mail: ReadMail): string | undefined =>
  linkIn(mail) === undefined ? /\b(\d{6})\b/.exec(mail.text)?.[1] : undefined;

const reason = 'Bukti sudah dibaca; unggahan memuat kabar yang tidak benar dan tersebar luas.';

/** The date that the agency writes at a time in milliseconds since 1970. */
const dateAt = (epochMs: number): string => new Date(epochMs + ZONE_MS).toISOString().slice(0, 10);

interface Known {
  readonly nip: string;
  readonly today: string;
}

const choices: Readonly<Record<Act, (known: Known) => Fields>> = {
  triage: ({ nip }) => ({ outcome: 'PROCEED', respondentNip: nip, track: 'DISCIPLINE_PNS' }),
  review: () => ({ outcome: 'PROCEED', principles: ['P6', 'P7'] }),
  examination: () => ({
    outcome: 'HELD',
    statement: 'Saya mengunggahnya tanpa memeriksa kebenarannya.',
    findings: 'Terlapor terbukti mengunggah kabar yang tidak benar.',
    charges: ['3d', '3f'],
    impact: 'UNIT',
    aggravating: 'Unggahan dibiarkan beredar.',
    mitigating: 'Terlapor mengakui perbuatannya.',
    recommendedSanction: 'R2',
  }),
  decision: () => ({ outcome: 'SANCTION', sanctionCode: 'R2' }),
  service: ({ today }) => ({ outcome: 'SERVED', receivedOn: today, method: 'IN_PERSON' }),
};

const file = async (baseUrl: string, nip: string, urls: readonly string[]): Promise<Filed> => {
  const response = await fetch(`${baseUrl}/v1/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sampleReport(nip, urls)),
  });
  if (response.status !== 201) throw new Error(`the report was not taken: ${response.status} ${await response.text()}`);
  return filedSchema.parse(await response.json());
};

interface Place {
  readonly baseUrl: string;
  readonly mailboxes: Mailboxes;
  readonly employees: Employees;
}

/** Reporters and officials who walk whole cases by the pages, as people do, without a pause. */
const peopleAt = ({ baseUrl, mailboxes, employees }: Place) => {
  /** An official does one thing at a time, so a code that comes is the one that was asked for. */
  const turns = takeTurns();
  const stepUp = codeAppsOf(baseUrl);

  const visit = async ({ to }: ReadMail, link: string, { kind, nip }: { kind: Act; nip: string }): Promise<void> => {
    const browser = new Browser();
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const mail = await mailboxes.take(
      `a code for ${to}`,
      (candidate) => candidate.to === to && codeIn(candidate) !== undefined,
    );
    const entered = await browser.submit(entering, { code: codeIn(mail) ?? '' });
    const form = formOf(await stepUp(entered, { browser, mail: to }));
    if (form.kind !== kind) throw new Error(`the open task is ${form.kind}, not ${kind}`);
    const today = dateAt(await programTime(baseUrl));
    const done = await browser.submit(form, { reason, ...choices[kind]({ nip, today }) });
    if (done.status !== 200)
      throw new Error(`an act was refused: ${done.status} ${done.html.replace(/<[^>]*>/g, ' ')}`);
  };

  return {
    /** One case from its report until the decision was served: five acts of officials. The respondent says nothing. */
    wholeCase: async (urls: readonly string[] = []): Promise<Filed> => {
      const { nip, mail: own } = await employees();
      const filed = await file(baseUrl, nip, urls);
      const isTask = (mail: ReadMail): boolean =>
        mail.subject.includes(filed.caseNumber) && linkIn(mail) !== undefined && mail.to !== own;
      for (const kind of ACTS) {
        const mail = await mailboxes.take(`the ${kind} task of ${filed.caseNumber}`, isTask);
        await turns(mail.to, () => visit(mail, linkIn(mail) ?? '', { kind, nip }));
      }
      return filed;
    },
    /** The reporter looks whether the case has come to its end. @throws Error where it has not */
    expectClosed: async ({ caseNumber, receiptCode }: Filed): Promise<void> => {
      const headers = { Authorization: `Receipt ${receiptCode}` };
      const response = await fetch(`${baseUrl}/v1/reports/status`, { headers });
      const { status } = statusSchema.parse(await response.json());
      if (status !== 'CLOSED') throw new Error(`${caseNumber} is ${status}`);
    },
  };
};

/** People who walk cases of a running local system. */
export const scriptedPeople = async ({ baseUrl, folder }: { readonly baseUrl: string; readonly folder: string }) =>
  peopleAt({ baseUrl, mailboxes: mailboxesIn(folder), employees: await employeesIn(folder) });
