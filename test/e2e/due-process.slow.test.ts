import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { formOf } from '../../scripts/people/browser.ts';
import { settle } from '../../scripts/people/official.ts';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { Affair, employeeMail, later } from './due-process-people.ts';
import { description, held, Outside, reason, resultOf } from './world.ts';

let system: RunningSystem;
const running = (): RunningSystem => system;
const outside = new Outside(running);

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const inEnglish = async (affair: Affair): Promise<string> => {
  const { browser, link } = await affair.form();
  return (await browser.get(`${link}?lang=en`)).html;
};

describe('a case from report to effect, with only what the surface promises', () => {
  const reporter = { name: 'Zulaikha Pelaporwati', email: 'zulaikha@pelapor.tertib.test', phone: '+6281211112222' };
  const markers = ['Zulaikha', 'Pelaporwati', 'zulaikha@', '81211112222'];
  let affair: Affair;

  it('is examined, decided, served, and takes effect on the fifteenth working day, not before', async () => {
    affair = await Affair.file(running, { reporter });
    const disclosureHash = await affair.toDecision();
    await affair.act('decision', {
      outcome: 'SANCTION',
      sanctionCode: 'R2',
      provisions: ['3d', '3f'],
      disclosureHash,
    });
    const receivedOn = await outside.today();
    for (const wrong of [later(receivedOn, 1), later(receivedOn, -1), '2026-13-45', '']) {
      const { page } = await affair.post({ outcome: 'SERVED', receivedOn: wrong, method: 'diserahkan' });
      expect([wrong, page.status]).toEqual([wrong, 422]);
    }
    await affair.act('service', { outcome: 'SERVED', receivedOn, method: 'diserahkan' });
    expect((await affair.view()).status).toBe('APPEAL_WINDOW');
    await outside.clock({ advance: 'P14D' });
    expect(await affair.types()).not.toContain('SanctionEffective');
    await outside.clock({ advance: 'P30D' });
    expect((await affair.types()).slice(-2)).toEqual(['SanctionEffective', 'CaseClosed']);
  });

  it('has every letter where the trail says, byte for byte', async () => {
    const { letters } = await affair.view();
    expect(letters.map(({ form }) => form)).toEqual(
      expect.arrayContaining(['SUMMONS', 'EXAMINATION_RECORD', 'EXAMINATION_REPORT', 'DELIVERY_RECEIPT']),
    );
    const trail = JSON.stringify((await affair.trail()).events);
    for (const { artifactId, sha256: expected } of letters.flatMap(({ documents }) => documents)) {
      const path = `/v1/cases/${affair.caseNumber}/evidence/${artifactId}?reason=pemeriksaan`;
      const bytes = new Uint8Array(await (await affair.staff(path)).arrayBuffer());
      expect([artifactId, sha256(bytes)]).toEqual([artifactId, expected]);
      expect(trail).toContain(expected);
    }
  });

  it('goes to the national register as files whose hashes its manifest lists', async () => {
    const answer = await affair.staff(`/v1/cases/${affair.caseNumber}/register`, 'ppk');
    expect(answer.status).toBe(200);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest.files.length).toBeGreaterThan(4);
    for (const { path, sha256: expected } of manifest.files)
      expect([path, sha256(files[path] ?? new Uint8Array())]).toEqual([path, expected]);
  });

  it('names the reporter to nobody: not in events, mails, letters, files of the respondent, or exports', async () => {
    const exported = await (await affair.staff(`/v1/cases/${affair.caseNumber}/export`)).text();
    const others = (await outside.inbox()).filter(({ to }) => to !== reporter.email);
    expect(others.length).toBeGreaterThan(5);
    const texts = [
      JSON.stringify(await affair.trail()),
      JSON.stringify(await affair.view()),
      exported,
      ...others.map(({ subject, text, html }) => `${subject} ${text} ${html}`),
    ];
    for (const text of texts) for (const marker of markers) expect(text).not.toContain(marker);
    for (const { text, html } of others) expect(`${text} ${html}`).not.toContain(description);
  });
});

describe('what the law refuses of a decision', () => {
  let affair: Affair;
  let disclosureHash: string;
  let foreignHash: string;

  beforeAll(async () => {
    const other = await Affair.file(running);
    foreignHash = await other.toDecision();
    affair = await Affair.file(running);
    disclosureHash = await affair.toDecision({ impact: 'AGENCY', recommendedSanction: 'S1' });
  });

  const deviationReason = 'Alasan yang cukup panjang untuk menyimpang dari laporan hasil pemeriksaan.';
  it.each([
    ['a level below that of the impact', { sanctionCode: 'R1', deviationReason }, 422],
    ['a level above it', { sanctionCode: 'B3', deviationReason }, 422],
    ['a heavy sanction without a team', { sanctionCode: 'B1', impact: 'STATE', deviationReason }, 422],
    ['another sanction than the report recommends, without reasons', { sanctionCode: 'S3' }, 422],
    ['what was not disclosed', { sanctionCode: 'S1', provisions: ['3d', '5a'] }, 422],
    ['a moral sanction for a breach of discipline', { sanctionCode: 'M1' }, 422],
    ['a proposal of what is no case of the President', { outcome: 'PROPOSE', sanctionCode: 'S1' }, 422],
  ])('%s: with the article, in both languages, and nothing is written', async (_what, fields, status) => {
    const before = (await affair.trail()).head;
    const { page } = await affair.post({ outcome: 'SANCTION', disclosureHash, ...fields });
    expect(page.status).toBe(status);
    expect(plain(page.html)).toMatch(/\((PP|Peraturan BKN) [^)]*Pasal/);
    const { browser, link } = await affair.form();
    const english = formOf(await browser.get(`${link}?lang=en`));
    const refused = await browser.submit(english, { reason, outcome: 'SANCTION', disclosureHash, ...fields });
    await browser.get(`${link}?lang=id`);
    expect(plain(refused.html)).toMatch(/needs your attention .*\((PP|Peraturan BKN) [^)]*Pasal/);
    expect((await affair.trail()).head).toEqual(before);
  });

  it.each([
    ['of another case', () => foreignHash],
    ['that is none', () => '0'.repeat(64)],
    ['that is missing', () => ''],
    ['that is huge', () => 'a'.repeat(100_000)],
  ])('a disclosure %s', async (_what, hash) => {
    const before = (await affair.trail()).head;
    const { page } = await affair.post({ outcome: 'SANCTION', sanctionCode: 'S1', disclosureHash: hash() });
    expect([409, 422]).toContain(page.status);
    expect((await affair.trail()).head).toEqual(before);
  });

  it('is one of 32 sent at once; whoever decided never decides the remedy, and nothing takes effect meanwhile', async () => {
    const { browser, form, who } = await affair.form();
    const codes = ['S1', 'S2', 'S3'] as const;
    const pages = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        browser.submit(form, {
          reason: `${reason} ${n}`,
          outcome: 'SANCTION',
          sanctionCode: codes[n % 3] ?? '',
          deviationReason,
        }),
      ),
    );
    await settle(system.baseUrl);
    expect(pages.filter((page) => resultOf(page) === 'done')).toHaveLength(1);
    for (const page of pages) expect(['done', 'already-acted']).toContain(resultOf(page));
    expect((await affair.types()).filter((type) => type === 'SanctionDecided')).toHaveLength(1);
    await affair.act('service', {
      outcome: 'REFUSED_TO_SIGN',
      receivedOn: await outside.today(),
      method: 'diserahkan',
    });
    await affair.act('remedy', { outcome: 'FILE', grounds: 'Saya keberatan atas keputusan ini.' }, true);
    const appeal = await affair.form();
    expect(appeal.form.kind).toBe('appeal');
    expect(appeal.who).not.toBe(who);
    await outside.clock({ advance: 'P40D' });
    expect((await affair.view()).status).toBe('APPEAL');
    await affair.act('appeal', { outcome: 'ANNULLED', body: 'Atasan pejabat', decisionNumber: 'KEP/1/2026' });
    const types = await affair.types();
    expect(types).not.toContain('SanctionEffective');
    expect(types.at(-1)).toBe('CaseClosed');
  });
});

describe('what the law refuses of an examination', () => {
  it('absence before the set time, of a summons that did not arrive, or came after it; twice proven, the case goes on', async () => {
    const affair = await Affair.file(running);
    await affair.toExamination();
    const absent = { outcome: 'ABSENT' };
    const refusal = async (fields: Readonly<Record<string, string>>): Promise<string> => {
      const { page } = await affair.post({ ...absent, ...fields });
      expect(page.status).toBe(422);
      return plain(page.html);
    };
    expect(await refusal({})).toContain('Pasal 26 ayat (3)');
    for (const ordinal of [1, 2]) {
      const issued = await outside.today();
      await outside.clock({ advance: 'P21D' });
      expect(await refusal({})).toContain('Pasal 26 ayat (4)');
      expect(await refusal({ serviceMethod: 'HANDED_OVER', servedOn: await outside.today() })).toContain('Pasal 26');
      expect(await refusal({ serviceMethod: 'HANDED_OVER', servedOn: later(issued, -1) })).toContain('Pasal 26');
      await affair.act('examination', { ...absent, serviceMethod: 'HANDED_OVER', servedOn: issued });
      expect((await affair.view()).status).toBe(ordinal === 1 ? 'EXAMINATION' : 'DECISION');
    }
    expect((await affair.types()).filter((type) => type === 'SummonsIssued')).toHaveLength(2);
  });

  it('charges beyond the disclosure: the respondent is told, and nobody decides before their time to answer is over', async () => {
    const affair = await Affair.file(running);
    await affair.toExamination();
    const [first] = (await affair.view()).disclosures;
    await affair.act('examination', { ...held, charges: ['3d', '3g'] });
    const waiting = await affair.view();
    expect(waiting.openTasks.map(({ kind }) => kind)).toEqual(['response']);
    expect(waiting.disclosures.find(({ current }) => current)?.hash).not.toBe(first?.hash);
    const { html } = (await affair.form(true)).page;
    expect(plain(html)).toContain('Pasal 3 huruf g');
    await affair.act('response', { outcome: 'FINISH', statement: 'Saya membantah sangkaan yang baru.' }, true);
    expect((await affair.form()).form.kind).toBe('decision');
    const { page } = await affair.post({
      outcome: 'SANCTION',
      sanctionCode: 'R3',
      deviationReason: 'Pelanggaran yang sifatnya sama diulangi oleh terlapor.',
      disclosureHash: first?.hash ?? '',
    });
    expect(page.status).toBe(409);
  });

  it('a form that is not complete comes back filled, in both languages, without script', async () => {
    const affair = await Affair.file(running);
    await affair.toExamination();
    const typed = { ...held, statement: 'Tulisan & <b>panjang</b>', impactReason: 'Dibaca banyak orang' };
    const { page } = await affair.post({ ...typed, reason: 'pendek', questions: ['Satu?'], answers: ['Ya.'] });
    expect(page.status).toBe(422);
    for (const text of ['Tulisan &amp; &lt;b&gt;panjang', 'Dibaca banyak orang', 'Satu?', 'Ya.', 'pendek'])
      expect(page.html).toContain(text);
    expect(page.html).toMatch(/value="3d"[^>]*checked/);
    expect(page.html).toMatch(/value="R2" selected/);
    const english = await inEnglish(affair);
    expect(english).toContain('<html lang="en"');
    expect(english).not.toContain('<script');
  });

  it('who signs the record on their own page has signed it for everyone who reads the case', async () => {
    const affair = await Affair.file(running);
    await affair.toDecision();
    expect((await affair.view()).examination.examinations[0]?.signing).toBe('PENDING');
    await affair.act('response', { outcome: 'SIGN_RECORD', corrections: 'Jawaban kedua saya keliru dicatat.' }, true);
    expect((await affair.view()).examination.examinations[0]?.signing).toBe('SIGNED');
    expect((await affair.door(true)).who).toBe(employeeMail);
  });
});
