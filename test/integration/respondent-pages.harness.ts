import { Hono } from 'hono';
import type { Principal } from '../../core/access/principal.ts';
import type { Role } from '../../core/case/actor.ts';
import { agencyIdSchema, nipSchema, taskIdSchema } from '../../core/ids.ts';
import { DAY, plusMs } from '../../core/time.ts';
import { collectUploads } from '../../core/use-cases/collect-uploads.ts';
import { linkOf } from '../../core/use-cases/task-link.ts';
import { type AppConfig, defaultLimits } from '../../web/http/base/config.ts';
import { mountRoutes } from '../../web/http/base/mount.ts';
import { consoleGate } from '../../web/http/console/console-gate.ts';
import { consoleRoutes } from '../../web/http/console/console-routes.ts';
import { sessionCookie } from '../../web/http/console/session.ts';
import { taskRoutes } from '../../web/http/tasks/task-routes.ts';
import { Walk } from '../support/memory/walk.ts';
import { jpegSegment, jpegWith } from '../support/pictures.ts';
import { steps } from '../support/sample-report.ts';
import { agency, nips } from '../support/sample-staff.ts';
import { type Answer, type Browser, browser, hiddenIn, noSignIn } from './task-pages.harness.ts';

export const BASE_URL = 'https://tertib.test';

/** What tells of the reporter, and must reach nobody but those who decide. */
export const MARKER = 'zqxmarkerzqx';

const exif = jpegSegment(0xe1, `Exif\0\0MM\0*\0\0\0\u0008 ${MARKER}`);
export const tracedJpeg = jpegWith(exif, jpegSegment(0xfe, `kiriman ${MARKER}`));
const letterToEditor = new TextEncoder().encode(`Saya, ${MARKER}, menyimpan halaman ini dari akun saya.`);

const page = 'https://media.contoh.test/kiriman/1';

/** A report full of traces of whoever wrote it: in every part of it that is theirs. */
const tracedReport = {
  reporter: { name: `Warga ${MARKER}`, email: `${MARKER}@contoh.test`, phone: '+62 811 999 000 777' },
  incident: {
    description: `Akun pegawai ini menyebarkan berita bohong (hoaks) tentang bantuan sosial. Ditulis oleh ${MARKER}.`,
    occurredAt: '2026-03-01',
    urls: [`${page}?igsh=${MARKER}`],
  },
  attachments: [
    { fileName: `${MARKER}.jpg`, mediaType: 'image/jpeg', size: tracedJpeg.length },
    { fileName: `catatan-${MARKER}.txt`, mediaType: 'text/plain', size: letterToEditor.length },
  ],
};

/** A case whose respondent is called and may answer. */
export const called = async (review: Record<string, unknown> = {}, store?: Walk['store']): Promise<Walk> => {
  const walk = await Walk.file(tracedReport, store);
  walk.store.pages.set(`${page}?igsh=${MARKER}`, '<html><body><p>Bantuan sosial itu bohong.</p></body></html>');
  walk.store.uploads.set(`${walk.caseId}/attachment-1`, tracedJpeg);
  walk.store.uploads.set(`${walk.caseId}/attachment-2`, letterToEditor);
  await collectUploads(walk.ports, await walk.state());
  await walk.go();
  return walk.through(steps.triage, { ...steps.review, ...review });
};

/** What the examiner writes down of an examination. */
export const held = {
  outcome: 'HELD',
  questions: ['Apakah akun itu milik Anda?', 'Mengapa Anda mengunggahnya?'],
  answers: ['Ya, itu akun saya.', 'Saya kira kabar itu benar.'],
  statement: 'Saya menyesal.',
  findings: 'Terlapor mengunggah kabar yang tidak benar pada 1 Maret 2026.',
  charges: ['3d'],
  impact: 'UNIT',
  impactReason: 'Hanya dibaca di unit kerja.',
  aggravating: 'Tidak ada.',
  mitigating: 'Terlapor mengakui.',
  recommendedSanction: 'R1',
};

/** Moves to when the examination is to be held. */
export const onTheDay = async (walk: Walk): Promise<Walk> => {
  const summons = (await walk.state()).summonses.at(-1);
  if (summons === undefined) throw new Error('nobody is summoned');
  return walk.at(plusMs(summons.examinationAt, 60_000));
};

/** Sanctioned, delivered: the respondent may object. */
export const delivered = async (): Promise<Walk> => {
  const walk = await called();
  await (await onTheDay(walk)).through({ ...held, signing: 'SIGNED' });
  await walk.through({ outcome: 'SANCTION', sanctionCode: 'R1', provisions: ['3d'], impact: 'UNIT' });
  walk.at(plusMs(walk.store.now, DAY));
  return walk.through({ outcome: 'SERVED', method: 'IN_PERSON' });
};

const config: AppConfig = {
  baseUrl: BASE_URL,
  limits: {
    ...defaultLimits,
    intake: { ...defaultLimits.intake, attachmentBytes: 1024 * 1024 },
    fileFormBytes: 2 * 1024 * 1024,
    rates: {
      intake: null,
      messages: null,
      uploads: null,
      status: null,
      wrongCodes: null,
      verify: null,
      links: null,
      staff: null,
    },
  },
  trustProxyHops: 0,
  inboxHref: null,
};

/** The pages behind links, and the console, over the world of a walk. */
export const siteOf = ({ ports }: Walk): Hono => {
  const app = new Hono();
  mountRoutes(app, [...taskRoutes, ...consoleRoutes(noSignIn)], {
    ports,
    config,
    verifyToken: async () => undefined,
    consoleGate: consoleGate(ports, config),
  });
  return app;
};

export const visitor = (walk: Walk): Browser => browser(siteOf(walk), BASE_URL);

/** A browser that is signed in to the console. */
export const signedIn = async (walk: Walk, role: Role, nip: string): Promise<Browser> => {
  const who: Principal = {
    subject: `${role}@test`,
    agencyId: agencyIdSchema.parse(agency.agencyId),
    role,
    nip: nipSchema.parse(nip),
  };
  const person = visitor(walk);
  const [pair = ''] = (await sessionCookie(walk.ports, config, who)).split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};

/** The path of the link to a task. */
export const pathOf = async (walk: Walk, taskId: string): Promise<string> =>
  new URL(await linkOf(walk.ports, taskIdSchema.parse(taskId))).pathname;

/** The respondent's mailbox. */
export const OWN_MAIL = 'pegawai.biasa@uji.tertib.test';

export const mailsTo = ({ store }: Walk, mailbox: string) =>
  [...store.mails.values()].filter(({ to }) => to === mailbox);

/** The path of the link that the respondent was mailed last. */
export const ownLink = async (walk: Walk): Promise<string> => {
  const links = mailsTo(walk, OWN_MAIL).flatMap(({ text }) => /\/t\/[\w.-]+/.exec(text)?.[0] ?? []);
  return links.at(-1) ?? 'no link';
};

export const lastCode = (walk: Walk): string =>
  /\b\d{6}\b/.exec([...walk.store.mails.values()].at(-1)?.text ?? '')?.[0] ?? 'no code';

/** Asks for the code and types it, as whoever has the mailbox would; the page behind the link. */
export const prove = async (walk: Walk, person: Browser, link: string): Promise<Answer> => {
  const asked = await person.post(link, { step: 'request-code' });
  await person.post(link, { ...hiddenIn(asked), code: lastCode(walk) });
  return person.get(link);
};

/** The respondent's browser with their page before it. */
export const atOwnPage = async (walk: Walk) => {
  const link = await ownLink(walk);
  const person = visitor(walk);
  return { walk, link, person, page: await prove(walk, person, link) };
};

/** The paths of everything that a page offers to download. */
export const downloadsOn = ({ body }: Answer): string[] =>
  [...body.matchAll(/href="([^"]+\/bukti\/[^"]+)"/g)].map(([, href = '']) => href);

/** Posts a form with files as a browser would. */
export const postFiles = async (
  person: Browser,
  link: string,
  fields: Readonly<Record<string, string>>,
  files: readonly File[],
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('files', file);
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  return person.postBytes(link, new Uint8Array(await encoded.arrayBuffer()), type);
};

export const respondentNip = nips.employee;
