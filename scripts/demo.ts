import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { verifyTrail } from '../core/trail/verify.ts';
import type { Fields } from './people/browser.ts';
import { actOnNewestTask, inbox, settle } from './people/official.ts';
import { type RunningSystem, startSystem } from './people/system.ts';

const filedSchema = z.object({ caseNumber: z.string(), receiptCode: z.string(), receipt: z.string() });
const statusSchema = z.object({ caseNumber: z.string(), status: z.string(), statusText: z.string() });
const caseSchema = z.looseObject({ status: z.string() });
const staffRow = z.object({ nip: z.string(), name: z.string() });

const say = (text: string): void => console.log(text);
const step = (who: string, what: string): void => say(`  ${who.padEnd(34)} ${what}`);

const check = (held: boolean, what: string): void => {
  if (!held) throw new Error(`did not hold: ${what}`);
};

const asJson = async <T>(schema: z.ZodType<T>, response: Response): Promise<T> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
  return schema.parse(JSON.parse(text));
};

/** Whom the report is about: an ordinary employee of the sample agency. */
const respondent = async (): Promise<z.infer<typeof staffRow>> => {
  const csv = await readFile(join(import.meta.dirname, '../local/sample/contoh.csv'), 'utf8');
  const row = csv.split(/\r?\n/).find((line) => line.includes(',PELAKSANA,') && line.includes(',PNS,'));
  const [nip = '', name = ''] = row?.split(',') ?? [];
  return staffRow.parse({ nip, name });
};

const file = async (baseUrl: string, about: z.infer<typeof staffRow>) => {
  const { url } = z.object({ url: z.string() }).parse(await (await fetch(`${baseUrl}/dev/sample`)).json());
  const body = {
    agencyId: 'contoh',
    reporter: { name: 'Warga Contoh', email: 'warga@pelapor.tertib.test' },
    respondent: { name: about.name, nip: about.nip },
    incident: {
      description:
        'Pegawai ini menyebarkan kabar bohong (hoaks) tentang bantuan sosial lewat akun media sosialnya dan mengajak warga rusuh.',
      occurredAt: '2026-03-02',
      urls: [url, 'http://169.254.169.254/latest/meta-data/'],
    },
  };
  const response = await fetch(`${baseUrl}/v1/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'demo-1' },
    body: JSON.stringify(body),
  });
  return asJson(filedSchema, response);
};

const choices =
  (nip: string) =>
  (kind: string): Fields => {
    const reason = 'Bukti sudah dibaca; unggahan memuat kabar yang tidak benar dan tersebar luas.';
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

const walk = async ({ baseUrl, folder }: RunningSystem): Promise<void> => {
  const about = await respondent();
  say('\nPerjalanan perkara / The case');
  const { caseNumber, receiptCode } = await file(baseUrl, about);
  step('Pelapor / reporter', `melapor / files a report: ${caseNumber}`);
  await settle(baseUrl);
  for (let turn = 0; turn < 3; turn += 1) {
    const { kind, who } = await actOnNewestTask(baseUrl, caseNumber, choices(about.nip));
    step(who, `menyelesaikan / completes: ${kind}`);
  }
  const status = await asJson(
    statusSchema,
    await fetch(`${baseUrl}/v1/reports/status`, { headers: { Authorization: `Receipt ${receiptCode}` } }),
  );
  step('Pelapor / reporter', `membaca status / reads: ${status.statusText}`);
  check(status.status === 'CLOSED', 'the case is closed');

  const { token } = z
    .object({ token: z.string() })
    .parse(await (await fetch(`${baseUrl}/dev/token?role=auditor&agency=contoh`)).json());
  const staff = { headers: { Authorization: `Bearer ${token}` } };
  const seen = await asJson(caseSchema, await fetch(`${baseUrl}/v1/cases/${caseNumber}`, staff));
  check(seen.status === 'CLOSED', 'the auditor sees the same status');
  const trail = await asJson(
    z.object({ events: z.array(z.looseObject({ seq: z.int(), type: z.string(), at: z.string(), hash: z.string() })) }),
    await fetch(`${baseUrl}/v1/cases/${caseNumber}/trail`, staff),
  );
  say('\nJejak / The trail');
  for (const { seq, type, at, hash } of trail.events)
    say(`  ${String(seq).padStart(3)}  ${at}  ${type.padEnd(24)} ${hash.slice(0, 16)}`);

  const exported = await (await fetch(`${baseUrl}/v1/cases/${caseNumber}/export`, staff)).text();
  const exportFile = join(folder, `${caseNumber}.json`);
  await writeFile(exportFile, exported);
  const verdict = verifyTrail(z.object({ events: z.array(z.unknown()) }).parse(JSON.parse(exported)).events);
  say(`\nPemeriksaan / Verification: ${verdict.verdict}`);
  check(verdict.verdict === 'valid', 'the exported trail verifies');

  const mails = (await inbox(baseUrl)).filter(({ subject, text }) => `${subject} ${text}`.includes(caseNumber));
  say('\nPemberitahuan / Notifications');
  for (const { to, subject } of mails.toReversed()) step(to, subject);
  const types = trail.events.map(({ type }) => type);
  check(types.filter((type) => type === 'NotificationSent').length === 4, 'four notifications were sent');
  check(
    types.includes('EvidenceStored') && types.includes('EvidenceCaptureFailed'),
    'one capture was stored, one refused',
  );
  check(!mails.some(({ text }) => text.includes('hoaks')), 'no mail carries content of the case');
};

const system = await startSystem();
try {
  say(`Tertib berjalan sementara di / runs for this demonstration at ${system.baseUrl}`);
  await walk(system);
  say('\nSemua terpenuhi. / All held.');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await system.stop();
}
