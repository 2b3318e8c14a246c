import type { Role } from '../../core/case/actor.ts';
import type { CaseState } from '../../core/case/state.ts';
import { defaultIntakeLimits } from '../../core/report.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { attachFile } from '../../core/use-cases/attach-file.ts';
import { INFECTED_MARK, SLOW_MARK } from '../support/mark-scanner.ts';
import type { Walk } from '../support/memory/walk.ts';
import { plainPng, pngChunk, pngWith } from '../support/pictures.ts';
import { steps } from '../support/sample-report.ts';
import { nips } from '../support/sample-staff.ts';
import { triage } from '../unit/core/use-cases/worlds.ts';
import { atOwnPage, pathOf, prove, signedIn, visitor } from './respondent-pages.harness.ts';
import { type Answer, type Browser, hiddenIn } from './task-pages.harness.ts';

const TRACE = 'Siti Pelapor';
const files = {
  clean: pngWith([pngChunk('tEXt', `Author\0${TRACE}`)]),
  infected: pngWith([pngChunk('tEXt', `Comment\0${INFECTED_MARK}`)]),
  pending: pngWith([pngChunk('tEXt', `Comment\0${SLOW_MARK}`)]),
  broken: plainPng.subarray(0, 40),
  document: new TextEncoder().encode('Catatan rapat biasa.'),
};
type Name = keyof typeof files;
const idOf = (name: Name): string => `file-${sha256Hex(files[name]).slice(0, 24)}`;
const REASON = 'Memeriksa keaslian gambar untuk perkara ini.';

/** A case in triage with one file of every kind. */
const withFiles = async (): Promise<Walk> => {
  const walk = await triage();
  for (const bytes of Object.values(files)) {
    const mediaType = bytes === files.document ? 'text/plain' : 'image/png';
    const sent = { receiptCode: walk.receiptCode, bytes, mediaType, limits: defaultIntakeLimits };
    expect((await attachFile(walk.ports, sent)).kind).toBe('stored');
  }
  return walk;
};

/** The holder of the open task in their proven browser, and the path of their page. */
const atTask = async (walk: Walk): Promise<{ person: Browser; path: string }> => {
  const { taskId } = await walk.openTask();
  const person = visitor(walk);
  const path = await pathOf(walk, taskId);
  await prove(walk, person, path);
  return { person, path };
};

const nameOf = (answer: Answer): string => answer.headers.get('content-disposition') ?? '';
const actions = (walk: Walk, action: string) => walk.store.access.filter((entry) => entry.action === action);

describe('the task page of whoever looks into a case', () => {
  it('opens the working copy of a picture, which says nothing of who made it', async () => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    const answer = await person.get(`${path}/bukti/${idOf('clean')}`);
    expect([answer.status, answer.body.includes(TRACE), nameOf(answer).endsWith('.png"')]).toEqual([200, false, true]);
    expect(answer.headers.get('content-length') ?? `${plainPng.length}`).toBe(`${plainPng.length}`);
  });

  it('says of every file how it was scanned, what it is, and which copy there is', async () => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    const page = (await person.get(path)).body;
    for (const words of [
      'Bebas program berbahaya',
      'Berbahaya',
      'Sedang diperiksa',
      'Buka salinan kerja',
      'Unduh berkas asli',
      'Eicar-Test-Signature',
      'rusak atau terkunci',
      'Salinan kerja hanya dibuat untuk gambar dan PDF',
    ])
      expect([words, page.includes(words)]).toEqual([words, true]);
    // Neither a copy nor the original of what is barred is linked to.
    for (const name of ['infected', 'pending'] as const) expect(page).not.toContain(`/bukti/${idOf(name)}`);
  });

  it.each(['infected', 'pending'] as const)('gives out nothing of a file that is %s, by any address', async (name) => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    const place = `${path}/bukti/${idOf(name)}`;
    const refused = [
      await person.get(place),
      await person.get(`${place}/asli`),
      await person.post(`${place}/asli`, { reason: REASON }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 403]);
    expect(refused.some(({ body }) => body.includes(INFECTED_MARK) || body.includes(SLOW_MARK))).toBe(false);
  });

  it('gives the original to someone who said what for, on record before the first byte', async () => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    const place = `${path}/bukti/${idOf('clean')}/asli`;
    const question = await person.get(place);
    expect([question.status, question.body.includes('menunjukkan siapa pelapornya')]).toEqual([200, true]);
    const again = await person.post(place, { ...hiddenIn(question), reason: 'ya' });
    expect([again.status, actions(walk, 'evidence-downloaded')]).toEqual([422, []]);
    const given = await person.post(place, { ...hiddenIn(again), reason: REASON });
    expect([given.status, given.body.includes(TRACE)]).toEqual([200, true]);
    expect(actions(walk, 'evidence-downloaded')).toMatchObject([{ detail: `${idOf('clean')}: ${REASON}` }]);
  });

  it('gives no original to a form of somebody else', async () => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    const place = `${path}/bukti/${idOf('clean')}/asli`;
    const other = hiddenIn(await person.get(`${path}/bukti/${idOf('document')}/asli`));
    expect((await person.post(place, { ...other, reason: REASON })).status).toBe(403);
    const foreign = await person.post(
      place,
      { ...hiddenIn(await person.get(place)), reason: REASON },
      { origin: 'https://jahat.test' },
    );
    expect(foreign.status).toBe(403);
  });

  it.each(['broken', 'document'] as const)('leads to the original of a %s file, which has no copy', async (name) => {
    const walk = await withFiles();
    const { person, path } = await atTask(walk);
    expect((await person.get(`${path}/bukti/${idOf(name)}`)).status).toBe(404);
    expect((await person.get(path)).body).toContain(`${path}/bukti/${idOf(name)}/asli`);
  });
});

describe('the page of whoever decides', () => {
  it('opens the copy that the respondent was shown, and never the original', async () => {
    const walk = await withFiles();
    await walk.through(steps.triage, steps.review, steps.examination);
    const { person, path } = await atTask(walk);
    const answer = await person.get(`${path}/bukti/${idOf('clean')}`);
    expect([answer.status, answer.body.includes(TRACE)]).toEqual([200, false]);
    expect((await person.get(`${path}/bukti/${idOf('clean')}/asli`)).status).toBe(404);
    const { assignee } = await walk.openTask();
    const decider = await signedIn(walk, 'ppk', assignee.kind === 'official' ? assignee.nip : '');
    const place = `/konsol/perkara/${walk.caseId}/bukti/${idOf('clean')}`;
    const question = await decider.get(place);
    const asked = await decider.post(place, { ...hiddenIn(question), version: 'original', reason: REASON });
    expect([asked.status, asked.body.includes(TRACE)]).toEqual([200, false]);
  });
});

describe('the console', () => {
  const ask = async (person: Browser, walk: Walk, name: Name, version: string) => {
    const place = `/konsol/perkara/${walk.caseId}/bukti/${idOf(name)}`;
    const question = await person.get(place);
    const given =
      question.status === 200 ? await person.post(place, { ...hiddenIn(question), version, reason: REASON }) : question;
    return { question, given };
  };

  const roles: [Role, string, boolean][] = [
    ['triage', nips.head, true],
    ['auditor', nips.auditor, true],
    ['ppk', nips.ppk, false],
  ];

  it.each(roles)(
    'gives an infected file to %s %s: %p, with a warning, for a reason, under a name that opens nothing',
    async (role, nip, may) => {
      const walk = await withFiles();
      const { question, given } = await ask(await signedIn(walk, role, nip), walk, 'infected', 'original');
      expect([question.status, given.status]).toEqual(may ? [200, 200] : [404, 404]);
      expect(given.body.includes(INFECTED_MARK)).toBe(may);
      if (!may) return;
      expect(question.body).toContain('Peringatan: berkas ini berisi program berbahaya (Eicar-Test-Signature)');
      expect(nameOf(given)).toContain(`${idOf('infected')}.berbahaya"`);
      expect(actions(walk, 'evidence-opened').map(({ detail }) => detail)).toContain(`${idOf('infected')}: ${REASON}`);
    },
  );

  it.each(roles)('gives %s %s the copy unless they ask for the original', async (role, nip) => {
    const walk = await withFiles();
    const person = await signedIn(walk, role, nip);
    const { question, given } = await ask(person, walk, 'clean', 'working');
    expect(question.body).toMatch(/value="working" checked/);
    expect([given.status, given.body.includes(TRACE)]).toEqual([200, false]);
    expect((await ask(person, walk, 'clean', 'original')).given.body).toContain(TRACE);
  });

  it('asks whoever has a task for a reason there, too', async () => {
    const walk = await withFiles();
    const { taskId, assignee } = await walk.openTask();
    const holder = await signedIn(walk, 'triage', assignee.kind === 'official' ? assignee.nip : '');
    const place = `/konsol/tugas/${taskId}/bukti/${idOf('clean')}`;
    expect((await holder.get(place)).body.includes(TRACE)).toBe(false);
    const question = await holder.get(`${place}/asli`);
    expect((await holder.post(`${place}/asli`, { ...hiddenIn(question), reason: '' })).status).toBe(422);
    expect((await holder.post(`${place}/asli`, { ...hiddenIn(question), reason: REASON })).body).toContain(TRACE);
    const other = await signedIn(walk, 'auditor', nips.auditor);
    expect((await other.get(`${place}/asli`)).status).toBe(404);
  });
});

describe('the page of the respondent', () => {
  const answered = async (): Promise<{ walk: Walk; state: CaseState }> => {
    const walk = await withFiles();
    await walk.through(steps.triage, steps.review);
    await walk.own({ outcome: 'ANSWER', statement: 'Bukan saya.', complete: false }, [
      { bytes: files.infected, mediaType: 'image/png' },
    ]);
    return { walk, state: await walk.state() };
  };

  it('shows no file of the reporter that is infected or being scanned, and gives out none', async () => {
    const { walk } = await answered();
    const { person, link: path } = await atOwnPage(walk);
    for (const name of ['infected', 'pending'] as const)
      for (const end of ['', '/asli']) expect((await person.get(`${path}/bukti/${idOf(name)}${end}`)).status).toBe(404);
    expect((await person.get(`${path}/bukti/${idOf('clean')}/asli`)).status).toBe(404);
    expect((await person.get(`${path}/bukti/${idOf('clean')}`)).body.includes(TRACE)).toBe(false);
  });

  it('names their own infected file with a sentence, and does not give it back', async () => {
    const { walk, state } = await answered();
    const own = state.evidence.find(({ kind }) => kind === 'STATEMENT_FILE')?.artifactId ?? '';
    const { person, link: path, page } = await atOwnPage(walk);
    expect(page.body).toContain('Berkas ini berisi program berbahaya');
    expect(page.body).not.toContain(`/bukti/${own}`);
    expect((await person.get(`${path}/bukti/${own}`)).status).toBe(404);
  });
});
