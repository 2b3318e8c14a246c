import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { takeTurns } from '../../local/engines/turns.ts';
import { Browser, type Fields, formOf } from '../../scripts/people/browser.ts';
import { passStepUp } from '../../scripts/people/step-up.ts';
import type { Mailboxes, ReadMail } from './mailboxes.ts';
import { sampleReport } from './sample-report.ts';

const filedSchema = z.object({ caseNumber: z.string(), receiptCode: z.string() });
const statusSchema = z.object({ status: z.string() });

const LOOK_MS = 25;
const PATIENCE_MS = 30_000;
const ACTS = 3;

/** Employees of the sample agency whose superiors and authorities differ, so that cases do not all wait for the same people. */
export const respondents = ['199002282015021007', '198812052012121012', '198607212011012019', '199203252018011017'];

const linkIn = ({ text }: ReadMail): string | undefined => /https?:\/\/\S+\/t\/[\w.-]+/.exec(text)?.[0];
const codeIn = (mail: ReadMail): string | undefined =>
  linkIn(mail) === undefined ? /\b(\d{6})\b/.exec(mail.text)?.[1] : undefined;

const reason = 'Bukti sudah dibaca; unggahan memuat kabar yang tidak benar dan tersebar luas.';

const choiceFor = (kind: string | undefined, nip: string): Fields => {
  switch (kind) {
    case 'triage':
      return { outcome: 'PROCEED', respondentNip: nip, track: 'DISCIPLINE_PNS', reason };
    case 'review':
      return { outcome: 'PROCEED', principles: ['P6', 'P7'], reason };
    case 'decision':
      return { outcome: 'SANCTION', sanctionCode: 'S1', provisions: ['3d', '3f'], impact: 'AGENCY', reason };
    default:
      throw new Error(`nobody was scripted for a ${kind} task`);
  }
};

interface Place {
  readonly baseUrl: string;
  readonly mailboxes: Mailboxes;
}

/** Reporters and officials who walk whole cases by the pages, as people do, without a pause. */
export const scriptedPeople = ({ baseUrl, mailboxes }: Place) => {
  /** An official does one thing at a time, so a code that comes is the one that was asked for. */
  const turns = takeTurns();

  const file = async (nip: string, urls: readonly string[]): Promise<z.infer<typeof filedSchema>> => {
    const response = await fetch(`${baseUrl}/v1/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sampleReport(nip, urls)),
    });
    if (response.status !== 201)
      throw new Error(`the report was not taken: ${response.status} ${await response.text()}`);
    return filedSchema.parse(await response.json());
  };

  const visit = async ({ to }: ReadMail, link: string, nip: string): Promise<void> => {
    const browser = new Browser();
    const entering = formOf(await browser.submit(formOf(await browser.get(link)), {}));
    const mail = await mailboxes.take(
      `a code for ${to}`,
      (candidate) => candidate.to === to && codeIn(candidate) !== undefined,
    );
    const entered = await browser.submit(entering, { code: codeIn(mail) ?? '' });
    const form = formOf(await passStepUp(entered, { baseUrl, browser, mail: to }));
    const done = await browser.submit(form, choiceFor(form.kind, nip));
    if (done.status !== 200)
      throw new Error(`an act was refused: ${done.status} ${done.html.replace(/<[^>]*>/g, ' ')}`);
  };

  const act = async (caseNumber: string, nip: string): Promise<void> => {
    const isTask = (mail: ReadMail): boolean => mail.subject.includes(caseNumber) && linkIn(mail) !== undefined;
    const mail = await mailboxes.take(`a task of ${caseNumber}`, isTask);
    await turns(mail.to, () => visit(mail, linkIn(mail) ?? '', nip));
  };

  const closed = async (receiptCode: string): Promise<void> => {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      await pause(LOOK_MS);
      const headers = { Authorization: `Receipt ${receiptCode}` };
      const response = await fetch(`${baseUrl}/v1/reports/status`, { headers });
      if (statusSchema.parse(await response.json()).status === 'CLOSED') return;
    }
    throw new Error('a case was not closed in time');
  };

  return {
    /** One case from its report to its end: triage, review, a sanction, four notifications. @returns its number */
    wholeCase: async (turn: number, urls: readonly string[] = []): Promise<string> => {
      const nip = respondents[turn % respondents.length] ?? '';
      const { caseNumber, receiptCode } = await file(nip, urls);
      for (let count = 0; count < ACTS; count += 1) await act(caseNumber, nip);
      const isLastNotice = (mail: ReadMail): boolean =>
        mail.subject.includes(caseNumber) && mail.to.startsWith('kepegawaian@');
      await mailboxes.take(`the last notice of ${caseNumber}`, isLastNotice);
      await closed(receiptCode);
      return caseNumber;
    },
  };
};
