import { linkSecret } from '../../core/use-cases/task-link.ts';
import { nips } from '../support/sample-staff.ts';
import { inReview } from './link-attacks.harness.ts';
import { signedIn, visitor } from './respondent-pages.harness.ts';

/** A case whose review link a scanner touched three times, had a code mailed and guessed. */
const touched = async () => {
  const walk = await inReview();
  const { taskId } = await walk.openTask();
  const link = `/t/${taskId}.${await linkSecret(walk.ports, taskId)}`;
  const robot = visitor(walk);
  for (const method of ['head', 'get', 'get'] as const) await robot[method](link);
  await robot.post(link, { step: 'request-code' });
  await robot.post(link, { step: 'verify-code', code: '123456' });
  return { walk, taskId, page: `/konsol/perkara/${walk.caseId}/akses` };
};

describe('who looked at a case', () => {
  it.each([
    ['auditor', nips.auditor],
    ['ppk', nips.ppk],
  ] as const)('is told to the %s, robots as robots, and that they asked is on record', async (role, nip) => {
    const { walk, taskId, page } = await touched();
    const person = await signedIn(walk, role, nip);
    const { status, body } = await person.get(page);
    expect([status, body.includes(taskId)]).toEqual([200, true]);
    expect(body).toContain('Tautan dibuka tanpa bukti diri (3 kali)');
    for (const words of ['Kode diminta', 'Kode ditolak', 'Belum terbukti']) {
      expect(body).toContain(words);
    }
    expect((await walk.ports.accessLog.list(walk.caseId)).at(-1)).toMatchObject({ action: 'accesses-read' });
    const again = await person.get(`${page}?lang=en`);
    expect(again.body).toContain('Access log read');
    const name = walk.store.staff.get(nip)?.name ?? 'nobody';
    expect(again.body).toContain(`${name} (${nip})`);
  });

  it.each([
    ['triage', nips.triageOne],
    ['superior', nips.section],
    ['admin', nips.head],
  ] as const)('is not there for the %s', async (role, nip) => {
    const { walk, page } = await touched();
    const before = await walk.ports.accessLog.list(walk.caseId);
    expect((await (await signedIn(walk, role, nip)).get(page)).status).toBe(404);
    expect(await walk.ports.accessLog.list(walk.caseId)).toEqual(before);
  });

  it('is linked from the case for whom it is, and for nobody else', async () => {
    const { walk, page } = await touched();
    const hrefs = async (role: 'auditor' | 'triage', nip: string) =>
      (await (await signedIn(walk, role, nip)).get(`/konsol/perkara/${walk.caseId}`)).body.includes(`href="${page}"`);
    expect([await hrefs('auditor', nips.auditor), await hrefs('triage', nips.triageOne)]).toEqual([true, false]);
  });
});
