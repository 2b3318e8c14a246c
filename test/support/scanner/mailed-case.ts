import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Fields } from '../../../scripts/people/browser.ts';
import { inbox, linkIn, Official, settle } from '../../../scripts/people/official.ts';

/** An employee of the sample agency whom a report names. */
export interface Accused {
  readonly nip: string;
  readonly name: string;
  readonly mail: string;
}

export interface Place {
  readonly baseUrl: string;
  readonly smtpPort: number;
}

/** A link as it stands in somebody's mailbox. */
export interface MailedLink {
  readonly kind: string;
  readonly link: string;
  readonly to: string;
  readonly caseNumber: string;
}

const REASON = 'Bukti sudah dibaca dan dibandingkan dengan unggahan aslinya.';
const STORY =
  'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial lewat akun media sosialnya dan mengajak warga rusuh.';

/** The day it is for the agency. */
const today = async ({ baseUrl }: Place): Promise<string> => {
  const { now } = z.object({ now: z.string() }).parse(await (await fetch(`${baseUrl}/dev/clock`)).json());
  return new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
};

const held: Fields = {
  outcome: 'HELD',
  statement: 'Saya mengunggahnya tanpa memeriksa kebenarannya.',
  signing: 'SIGNED',
  findings: 'Terlapor terbukti mengunggah kabar yang tidak benar.',
  charges: ['3d', '3f'],
  impact: 'AGENCY',
  impactReason: 'Unggahan dibaca banyak orang.',
  aggravating: 'Unggahan dibiarkan beredar.',
  mitigating: 'Terlapor mengakui perbuatannya.',
  recommendedSanction: 'S1',
  reason: REASON,
};

type Step = readonly [kind: string, fields: Fields];

/** Every kind of mailed task in one case, each with what its person does. Upheld, the sanction is served; annulled, it is nobody's history. */
const stepsOf = async (place: Place, { nip }: Accused, ending: 'UPHELD' | 'ANNULLED'): Promise<readonly Step[]> => {
  const steps: readonly Step[] = [
    ['triage', { outcome: 'PROCEED', respondentNip: nip, track: 'DISCIPLINE_PNS', reason: REASON }],
    ['review', { outcome: 'PROCEED', principles: ['P6', 'P7'], reason: REASON }],
    ['response', { outcome: 'ANSWER', statement: 'Unggahan itu bukan milik saya.' }],
    ['examination', { outcome: 'REQUEST_TEAM', reason: REASON }],
    ['team', { outcome: 'FORM', reason: REASON }],
    ['examination', held],
    ['decision', { outcome: 'SANCTION', sanctionCode: 'S1', reason: REASON }],
    ['service', { outcome: 'SERVED', receivedOn: await today(place), method: 'IN_PERSON', reason: REASON }],
    ['remedy', { outcome: 'FILE', grounds: 'Unggahan itu bukan milik saya.' }],
    ['appeal', { outcome: ending, body: 'Pejabat atasan', decisionNumber: 'KEP/12/2026', reason: REASON }],
  ];
  // The months of the sanction have to pass before somebody can say that it was served: the link is visited, not acted on.
  return ending === 'UPHELD' ? [...steps, ['execution', {}]] : steps;
};

const filedSchema = z.object({ caseNumber: z.string() });
const caseSchema = z.object({ openTasks: z.array(z.object({ taskId: z.string(), kind: z.string() })) });

/** The report, and what it says that no scanner may ever see. */
export const fileReport = async ({ baseUrl }: Place, { nip, name }: Accused): Promise<string> => {
  const report = {
    agencyId: 'contoh',
    reporter: { name: 'Warga Pelapor Zulkarnaen', email: 'zulkarnaen@warga.test' },
    respondent: { name, nip },
    incident: { description: STORY, urls: [] },
  };
  const answer = await fetch(`${baseUrl}/v1/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(report),
  });
  const { caseNumber } = filedSchema.parse(await answer.json());
  await settle(baseUrl);
  return caseNumber;
};

/** What no byte that a scanner gets may hold: who is accused, who reported, what was said, which case, whose agency. */
export const contentsOf = (caseNumber: string, { nip, name, mail }: Accused): readonly string[] => [
  caseNumber,
  nip,
  name,
  mail,
  'Zulkarnaen',
  'zulkarnaen',
  'bantuan sosial',
  'Kabupaten Contoh',
  'contoh.tertib.test',
  'DISCIPLINE_',
  'RAHASIA',
];

const tokenSchema = z.object({ token: z.string() });

const openTasksOf = async ({ baseUrl }: Place, caseNumber: string) => {
  const asked = await fetch(`${baseUrl}/dev/token?role=auditor&agency=contoh`);
  const { token } = tokenSchema.parse(await asked.json());
  const headers = { Authorization: `Bearer ${token}` };
  return caseSchema.parse(await (await fetch(`${baseUrl}/v1/cases/${caseNumber}`, { headers })).json()).openTasks;
};

/** The link of the open task of a kind, as it was mailed. @throws where there is none */
const mailed = async (place: Place, caseNumber: string, kind: string): Promise<MailedLink> => {
  const task = (await openTasksOf(place, caseNumber)).find((open) => open.kind === kind);
  const mail = (await inbox(place.baseUrl)).find((one) => linkIn(one)?.includes(`/t/${task?.taskId}.`));
  const link = mail && linkIn(mail);
  if (mail === undefined || link === undefined) throw new Error(`no link of a ${kind} was mailed for ${caseNumber}`);
  return { kind, link, to: mail.to, caseNumber };
};

/** Its person comes after all the robots: link, code, act. @throws where any of it fails */
const actOn = async ({ baseUrl }: Place, { link, to, kind }: MailedLink, fields: Fields): Promise<void> => {
  const person = new Official(baseUrl, to);
  const { form } = await person.open(link);
  if (Object.keys(fields).length === 0) return;
  const page = await person.submit(form, fields);
  const [wrong = ''] = /<div class="notice bad summary"[\s\S]*?<\/div>/.exec(page.html) ?? [];
  if (page.status !== 200) throw new Error(`${kind}: ${page.status} ${wrong.replace(/<[^>]*>/g, ' ')}`);
  await settle(baseUrl);
};

export interface CaseWalk {
  readonly accused: Accused;
  readonly ending: 'UPHELD' | 'ANNULLED';
  /** What happens to each link between its mail and its person. */
  readonly between: (mailed: MailedLink) => Promise<void>;
}

/** Walks a case through every kind of mailed task. @returns how many people came and acted after the robots */
export const walkMailedCase = async (place: Place, { accused, ending, between }: CaseWalk): Promise<number> => {
  const caseNumber = await fileReport(place, accused);
  const steps = await stepsOf(place, accused, ending);
  for (const [kind, fields] of steps) {
    const link = await mailed(place, caseNumber, kind);
    await between(link);
    await actOn(place, link, fields);
  }
  return steps.length;
};

/** A report by mail, and the link by which its reporter fetches the receipt code. */
export const mailReport = async ({ baseUrl, smtpPort }: Place, from: string): Promise<MailedLink> => {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ from, to: 'lapor@contoh.tertib.test', subject: 'Laporan Zulkarnaen', text: STORY });
  } finally {
    transport.close();
  }
  await settle(baseUrl);
  const mail = (await inbox(baseUrl)).find((one) => one.to === from);
  const link = /https?:\/\/\S+\/lacak\/surat\/\S+/.exec(mail?.text ?? '')?.[0];
  const caseNumber = /CONTOH-\d{4}-[0-9A-HJKMNP-TV-Z]{8}/.exec(mail?.text ?? '')?.[0];
  if (link === undefined || caseNumber === undefined) throw new Error('the mail was not acknowledged with a link');
  return { kind: 'setup', link, to: from, caseNumber };
};

/** Its reporter fetches the code after all the robots. @throws where that fails */
export const fetchReceiptCode = async ({ link, caseNumber }: MailedLink): Promise<string> => {
  const body = new URLSearchParams({ caseNumber, treatment: 'named' });
  const page = await (await fetch(link, { method: 'POST', body })).text();
  const code = /(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/.exec(page)?.[0];
  if (code === undefined) throw new Error('the reporter was not shown their code');
  return code;
};
