import type { Hono } from 'hono';
import type { Principal } from '../../core/access/principal.ts';
import type { Role } from '../../core/case/actor.ts';
import { append } from '../../core/case/append.ts';
import { requestAnonymity } from '../../core/case/commands/closing.ts';
import { type CaseId, commandIdSchema, nipSchema } from '../../core/ids.ts';
import type { InboundRow } from '../../core/inbound/inbound-row.ts';
import { captureEvidence } from '../../core/use-cases/capture-evidence.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { recordUndelivered } from '../../core/use-cases/inbound/record-undelivered.ts';
import { planCapture } from '../../core/use-cases/plan-capture.ts';
import { suggestPrinciplesStep } from '../../core/use-cases/suggest-principles.ts';
import { sessionCookie } from '../../web/http/console/session.ts';
import { createApp } from '../../web/http/create-app.ts';
import { file, multipart, SENDER, story } from '../support/mails/compose.ts';
import { LAPOR } from '../support/mails/mail-world.ts';
import { agency, nips } from '../support/sample-staff.ts';
import { type Browser, browser, type Desk, hiddenIn, startDesk } from './task-pages.harness.ts';

const WHY = 'Memeriksa%20surel%20asli';
const REASON = 'Memeriksa surel asli.';
/** Who reported, in any form that the mail has it. */
const IDENTITY = /warga\.pelapor|Warga Pelapor|surat\.example/i;

let desk: Desk;
let site: Hono;
const principals = new Map<string, Principal>();
beforeAll(async () => {
  desk = await startDesk();
  site = createApp({
    ports: desk.ports,
    config: desk.config,
    verifyToken: async (token) => principals.get(token),
    readAsset: () => Promise.reject(new Error('no assets here')),
    health: [],
  });
});
afterAll(() => desk.close());

const principal = (role: Role, nip: string): Principal => ({
  subject: `${role}@test`,
  agencyId: agency.agencyId,
  role,
  nip: nipSchema.parse(nip),
});

const callers = [
  ['triage', nips.triageOne],
  ['auditor', nips.auditor],
  ['ppk', nips.ppk],
  ['superior', nips.head],
  ['examiner', nips.head],
  ['admin', nips.auditor],
] as const satisfies readonly (readonly [Role, string])[];

const get = async (role: Role, nip: string, path: string): Promise<{ status: number; body: string }> => {
  principals.set(`${role}.${nip}.token`, principal(role, nip));
  const headers = { authorization: `Bearer ${role}.${nip}.token` };
  const answer = await site.request(`${desk.config.baseUrl}${path}`, { headers });
  return { status: answer.status, body: await answer.text() };
};

const signedIn = async (role: Role, nip: string): Promise<Browser> => {
  const person = browser(desk.app);
  const [pair = ''] = (await sessionCookie(desk.ports, desk.config, principal(role, nip))).split('; ');
  const at = pair.indexOf('=');
  person.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: '/konsol' });
  return person;
};

let counter = 0;
const reported = async (): Promise<{ row: InboundRow; caseId: CaseId; artifact: string }> => {
  counter += 1;
  const raw = multipart([story(), file('a.png', 'image/png', `gambar ${counter}`)]);
  const envelope = { from: SENDER, to: [LAPOR] };
  const [row] = await receiveMail(desk.ports, { raw, envelope, receivedAt: desk.clock.now() });
  if (row?.caseId === undefined) throw new Error('no case');
  return { row, caseId: row.caseId, artifact: `mail-${row.mailId.slice(0, 24)}` };
};
const inTriage = async () => {
  const mail = await reported();
  const { caseId } = mail;
  const place = { caseId, agencyId: agency.agencyId, round: 1 };
  const { captures } = await planCapture(desk.ports, place);
  for (const artifactId of captures) await captureEvidence(desk.ports, { ...place, artifactId });
  await suggestPrinciplesStep(desk.ports, place);
  await desk.openTask(caseId, 'triage');
  return mail;
};
/** A case that nothing is done with, but that it is read. */
let read: Awaited<ReturnType<typeof inTriage>>;
beforeAll(async () => {
  read = await inTriage();
});
const wantsToBeAnonymous = async (caseId: CaseId): Promise<void> => {
  const commandId = commandIdSchema.parse('anonymity');
  await append(desk.ports, { caseId, commandId, actor: { kind: 'reporter' }, command: requestAnonymity });
};

describe('who reported by mail', () => {
  it.each(callers)('stands in nothing that the API gives: %s', async (role, nip) => {
    const { caseId } = read;
    const place = `/v1/cases/${caseId}`;
    for (const path of [place, `${place}/trail`, `${place}/evidence`, `${place}/export`, '/v1/cases', '/v1/board']) {
      expect((await get(role, nip, path)).body).not.toMatch(IDENTITY);
    }
  });

  it.each(callers)('stands on no page of the console: %s', async (role, nip) => {
    const { caseId, row } = read;
    const person = await signedIn(role, nip);
    const { taskId } = (await desk.state(caseId)).openTask ?? {};
    const place = `/konsol/perkara/${caseId}`;
    const pages = ['/konsol', place, `${place}/ekspor`, '/konsol/tugas', `/konsol/tugas/${taskId}`, '/konsol/papan'];
    for (const path of [...pages, '/konsol/surat?status=FILED', `/konsol/surat/${row.mailId}`]) {
      expect((await person.get(path)).body).not.toMatch(IDENTITY);
    }
  });
});

describe('the raw mail of a case', () => {
  it.each(callers)('comes by the API to triage alone: %s', async (role, nip) => {
    const { caseId, artifact } = read;
    const { status, body } = await get(role, nip, `/v1/cases/${caseId}/evidence/${artifact}?reason=${WHY}`);
    expect([status, IDENTITY.test(body)]).toEqual(role === 'triage' ? [200, true] : [404, false]);
  });

  it('is opened from no page of a task', async () => {
    const { caseId, artifact } = read;
    const { taskId, assignee } = (await desk.state(caseId)).openTask ?? {};
    if (assignee?.kind !== 'official') throw new Error('nobody holds it');
    const person = await signedIn('triage', assignee.nip);
    expect((await person.get(`/konsol/tugas/${taskId}`)).body).not.toContain(`/bukti/${artifact}"`);
    expect((await person.get(`/konsol/tugas/${taskId}/bukti/${artifact}`)).status).toBe(404);
  });

  it('opened from the list of mails stands among the accesses to the case', async () => {
    const { caseId, row } = await reported();
    const person = await signedIn('triage', nips.triageOne);
    const place = `/konsol/surat/${row.mailId}`;
    const form = { ...hiddenIn(await person.get(place)), reason: REASON };
    expect((await person.post(`${place}/baca`, form)).body).toMatch(IDENTITY);
    const accesses = await desk.ports.accessLog.list(caseId);
    expect(accesses.at(-1)).toMatchObject({ action: 'evidence-opened', detail: expect.stringContaining(REASON) });
  });
});

describe('a reporter who asked to be treated as anonymous', () => {
  it('is named to nobody any more, by any way; the bytes stay in the vault', async () => {
    const { caseId, artifact, row } = await inTriage();
    const person = await signedIn('triage', nips.triageOne);
    const place = `/konsol/surat/${row.mailId}`;
    const form = { ...hiddenIn(await person.get(place)), reason: REASON };
    await wantsToBeAnonymous(caseId);
    expect((await get('triage', nips.triageOne, `/v1/cases/${caseId}/evidence/${artifact}?reason=${WHY}`)).status).toBe(
      404,
    );
    expect((await person.get(`/konsol/perkara/${caseId}/bukti/${artifact}`)).status).toBe(404);
    expect((await person.get(`/konsol/perkara/${caseId}`)).body).not.toContain(`/bukti/${artifact}"`);
    expect((await person.get(place)).body).toContain('tidak dibuka lagi');
    for (const step of ['asli', 'baca']) {
      const answer = await person.post(`${place}/${step}`, form);
      expect([answer.status, IDENTITY.test(answer.body)]).toEqual([409, false]);
    }
    expect(await desk.ports.evidence.has(row.sha256)).toBe(true);
    expect((await desk.ports.inbound.get(row.mailId))?.acts).toEqual([]);
  });

  it('is not named by the report that a mail to them did not arrive either', async () => {
    const { caseId, row } = await reported();
    const bytes = new TextEncoder().encode(`{"to":"${SENDER}"}`);
    const source = await desk.ports.evidence.put({ bytes, mediaType: 'application/json' });
    await recordUndelivered(desk.ports, { mailId: `mail-ack:${row.mailId}`, cause: 'BOUNCED', source });
    await wantsToBeAnonymous(caseId);
    const { items } = await desk.ports.inbound.list({ agencyId: agency.agencyId, status: 'QUEUED', limit: 50 });
    const item = items.find((one) => one.caseId === caseId);
    const page = await (await signedIn('triage', nips.triageOne)).get(`/konsol/surat/${item?.mailId}`);
    expect(page.body).not.toContain('data-step="open-raw"');
    expect(page.body).toContain('data-step="end-undelivered"');
  });
});
