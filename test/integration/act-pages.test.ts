import { DAY, plusMs } from '../../core/time.ts';
import type { Walk } from '../support/memory/walk.ts';
import { heavily, lightly, steps } from '../support/sample-report.ts';
import { nips } from '../support/sample-staff.ts';
import {
  called,
  downloadsOn,
  held,
  MARKER,
  onTheDay,
  ownLink,
  pathOf,
  prove,
  signedIn,
  visitor,
} from './respondent-pages.harness.ts';
import { hiddenIn, resultOf, stepOf } from './task-pages.harness.ts';

const reason = 'Bukti sudah dibaca dan cukup beralasan.';

/** The act page of the open task in the browser of whoever holds it. */
const atTask = async (walk: Walk) => {
  const link = await pathOf(walk, (await walk.openTask()).taskId);
  const person = visitor(walk);
  return { walk, link, person, page: await prove(walk, person, link) };
};

const kindOn = ({ body }: { readonly body: string }): string | undefined => /data-task-kind="([a-z]+)"/.exec(body)?.[1];
const checked = ({ body }: { readonly body: string }): string[] =>
  [...body.matchAll(/name="(\w+)" value="([^"]*)" checked/g)].map(([, name, value]) => `${name}=${value}`);

/** Reported, with a sanction that a moderate recommendation asks for. */
const reported = async (): Promise<Walk> =>
  (await onTheDay(await called())).through({ ...held, ...steps.examination, signing: 'SIGNED' });

describe('the page of an examination', () => {
  it('shows summons, charges, and which evidence the respondent was not shown', async () => {
    const { page } = await atTask(await called());
    expect([page.status, kindOn(page)]).toEqual([200, 'examination']);
    expect(page.body).toContain('Panggilan I');
    expect(page.body).toContain('PP 94/2021 Pasal 3 huruf d');
    expect(page.body).toContain('Tidak dapat menjadi dasar keputusan');
    expect(page.body).toMatch(/Pasal 3 huruf d dengan dampak pada instansi: hukuman sedang/);
  });

  it('comes back filled after a refusal, but for the outcome', async () => {
    const { link, person, page } = await atTask(await onTheDay(await called()));
    const { mitigating: _left, ...half } = held;
    const again = await person.post(link, { ...hiddenIn(page), ...half, signing: 'REFUSED', reason });
    expect([again.status, stepOf(again)]).toEqual([422, 'act']);
    expect(again.body).toContain('href="#mitigating"');
    expect(again.body).toMatch(/hal yang meringankan.*\(Peraturan BKN 6\/2022/i);
    expect(checked(again)).toEqual(['signing=REFUSED', 'charges=3d', 'impact=UNIT']);
    expect(again.body).toMatch(/id="questions-2"[^>]*>\nMengapa Anda mengunggahnya\?</);
    expect(again.body).toContain('<option value="R1" selected>');
    const done = await person.post(link, { ...hiddenIn(again), ...held, signing: 'REFUSED', reason });
    expect([done.status, resultOf(done)]).toEqual([200, 'done']);
    expect(done.body).toContain('Terlapor hadir dan diperiksa');
  });

  it('takes an absence with its proof, and refuses one without', async () => {
    const { link, person, page } = await atTask(await onTheDay(await called()));
    const absent = { outcome: 'ABSENT', serviceMethod: '', servedOn: '', reason };
    const refused = await person.post(link, { ...hiddenIn(page), ...absent });
    expect([refused.status, refused.body.includes('href="#serviceMethod"')]).toEqual([422, true]);
    const proof = { serviceMethod: 'NOT_SERVED' };
    expect(resultOf(await person.post(link, { ...hiddenIn(refused), ...absent, ...proof }))).toBe('done');
  });
});

describe('the page of a decision', () => {
  it('shows the report and what may carry it, and nothing of the reporter', async () => {
    const walk = await reported();
    const { page } = await atTask(walk);
    expect(kindOn(page)).toBe('decision');
    expect(page.body).toContain(steps.examination.findings);
    expect(hiddenIn(page)).toMatchObject({ disclosureHash: (await walk.state()).disclosures.at(-1)?.hash });
    expect(page.body).toContain('Belum ada yang serupa.');
    expect(page.body).not.toContain(`Ditulis oleh ${MARKER}`);
    expect(page.body).not.toContain('Usulan mesin');
    expect(downloadsOn(page).some((path) => path.endsWith('/report'))).toBe(false);
  });

  it('opens what the respondent was shown, and nothing else, behind a link and in the console', async () => {
    const walk = await reported();
    const { link, person, page } = await atTask(walk);
    for (const path of downloadsOn(page)) expect((await person.get(path)).status).toBe(200);
    const state = await walk.state();
    const hidden = ['report', ...(state.disclosures.at(-1)?.withheld ?? [])];
    for (const artifactId of hidden) expect((await person.get(`${link}/bukti/${artifactId}`)).status).toBe(404);
    const { taskId, assignee } = await walk.openTask();
    const official = await signedIn(walk, 'ppk', assignee.kind === 'official' ? assignee.nip : '');
    const path = `/konsol/tugas/${taskId}`;
    expect((await official.get(path)).status).toBe(200);
    expect((await official.get(`${path}/bukti/report`)).status).toBe(404);
    expect((await official.get(`${path}/bukti/examination-record-1-1`)).status).toBe(200);
    // Nor by way of the case's own page: what is not disclosed is not there for whoever decides.
    const caseFile = (artifactId: string) => `/konsol/perkara/${walk.caseId}/bukti/${artifactId}`;
    expect((await official.get(caseFile('report'))).status).toBe(404);
    expect((await official.get(caseFile('examination-record-1-1'))).status).toBe(200);
    const auditor = await signedIn(walk, 'auditor', nips.auditor);
    expect((await auditor.get(caseFile('report'))).status).toBe(200);
  });

  it('offers the catalogue by level, heavy ones without a team not to be chosen, and only what was charged', async () => {
    const { link, person, page } = await atTask(await reported());
    const codes = [...page.body.matchAll(/name="provisions" value="([^"]+)"/g)].map(([, code]) => code);
    expect(codes.toSorted()).toEqual(['3b', '3d', '3f']);
    expect(page.body).toContain('<optgroup label="Sedang">');
    expect(page.body).toContain('<option value="S1">');
    expect(page.body).toMatch(/<option value="B3" disabled>[^<]*\(perlu tim pemeriksa: PP 94\/2021 Pasal 29\)/);
    const heavy = { outcome: 'SANCTION', sanctionCode: 'B3', impact: 'AGENCY', reason };
    const answer = await person.post(link, { ...hiddenIn(page), ...heavy });
    expect([answer.status, answer.body.includes('href="#sanctionCode"')]).toEqual([422, true]);
  });

  it('names the reason that another sanction than the recommended one lacks, and comes back filled', async () => {
    const { link, person, page } = await atTask(await reported());
    const lighter = { outcome: 'SANCTION', sanctionCode: 'S2', impact: 'AGENCY', deviationReason: '', reason };
    const answer = await person.post(link, { ...hiddenIn(page), ...lighter });
    expect([answer.status, answer.body.includes('href="#deviationReason"')]).toEqual([422, true]);
    expect(answer.body).toContain('<option value="S2" selected>');
    expect(checked(answer)).toEqual(['impact=AGENCY']);
  });

  it('shows the other cases of the agency without who or which', async () => {
    const first = await reported();
    await first.through({ ...steps.decision });
    const walk = await called({}, first.store);
    await (await onTheDay(walk)).through({ ...held, ...steps.examination, signing: 'SIGNED' });
    const { page } = await atTask(walk);
    const part = /id="comparables"[\s\S]*?<\/section>/.exec(page.body)?.[0] ?? '';
    expect(part).toContain('belum berlaku');
    expect(part).not.toContain(first.caseId);
    expect(part).not.toMatch(/Pegawai Biasa|19900101/);
    const earlier = /id="earlier"[\s\S]*?<\/section>/.exec(page.body)?.[0] ?? '';
    expect(earlier).toContain(first.caseId);
  });
});

describe('the page on which a team is formed', () => {
  it('proposes one, lists who else may sit in it, and forms the proposed one without ticks', async () => {
    const walk = await called({ ...heavily.review });
    const { link, person, page } = await atTask(walk);
    expect(kindOn(page)).toBe('team');
    expect(page.body).toMatch(/Inspektur Pembantu \(diusulkan: \w+\)/);
    expect(page.body).not.toContain(`value="${nips.employee}"`);
    expect(downloadsOn(page)).toEqual([]);
    expect(resultOf(await person.post(link, { ...hiddenIn(page), outcome: 'FORM', reason }))).toBe('done');
    expect((await walk.state()).teams).toHaveLength(1);
  });
});

describe('the pages after a decision', () => {
  const decided = async (): Promise<Walk> => {
    const walk = await called();
    await (await onTheDay(walk)).through({ ...held, ...lightly.examination, signing: 'SIGNED' });
    return walk.through({ ...lightly.decision });
  };

  it('say until when the decision is to be delivered, and refuse a receipt from the future', async () => {
    const walk = await decided();
    const { link, person, page } = await atTask(walk);
    expect([kindOn(page), page.body.includes('hari kerja sejak')]).toEqual(['service', true]);
    expect(downloadsOn(page).length).toBeGreaterThan(0);
    const served = { outcome: 'SERVED', receivedOn: '2099-01-01', method: 'Diserahkan langsung', reason };
    const refused = await person.post(link, { ...hiddenIn(page), ...served });
    expect([refused.status, refused.body.includes('value="2099-01-01"')]).toEqual([422, true]);
    const receivedOn = walk.today();
    expect(resultOf(await person.post(link, { ...hiddenIn(refused), ...served, receivedOn }))).toBe('done');
  });

  it('show the grounds of a remedy to whoever records its outcome, and no evidence', async () => {
    const walk = await decided();
    walk.at(plusMs(walk.store.now, DAY));
    await walk.through({ outcome: 'SERVED', method: 'IN_PERSON' });
    await walk.own({ outcome: 'FILE', grounds: 'Saya keberatan atas keputusan ini.' });
    await walk.go();
    expect(await ownLink(walk)).toMatch(/^\/t\//);
    const { link, person, page } = await atTask(walk);
    expect([kindOn(page), page.body.includes('Alasan upaya administratif')]).toEqual(['appeal', true]);
    for (const path of downloadsOn(page)) expect((await person.get(path)).status).toBe(200);
    expect((await person.get(`${link}/bukti/report`)).status).toBe(404);
    const upheld = { outcome: 'UPHELD', body: 'Bupati Uji', decisionNumber: 'K-1/2026', decidedOn: '', reason };
    expect(resultOf(await person.post(link, { ...hiddenIn(page), ...upheld }))).toBe('done');
  });

  it('say until when a sanction is served, and refuse an end before that', async () => {
    const walk = await reported();
    await walk.through({ ...steps.decision });
    walk.at(plusMs(walk.store.now, DAY));
    await walk.through({ ...steps.service });
    await walk.lapse('remedy');
    await walk.go();
    const { link, person, page } = await atTask(walk);
    expect([kindOn(page), page.body.includes('Hukuman yang dijalani')]).toEqual(['execution', true]);
    const early = { outcome: 'COMPLETED', restoredOn: walk.today(), reason };
    const refused = await person.post(link, { ...hiddenIn(page), ...early });
    expect([refused.status, refused.body.includes('href="#restoredOn"')]).toEqual([422, true]);
  });
});
