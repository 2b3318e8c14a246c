import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { bundleManifestSchema } from '../../core/register/bundle.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { samplePeople, someone } from '../../scripts/demo/sample-people.ts';
import { Stage } from '../../scripts/demo/stage.ts';
import { type RunningSystem, startSystem } from '../../scripts/people/system.ts';
import { runScript } from '../support/run-script.ts';
import { aReport, description, Outside, people, problemSchema, reason, trailSchema } from './world.ts';

let system: RunningSystem;
let folder: string;
let decided: { caseNumber: string; receipt: string };
let fresh: string[];
const outside = new Outside(() => system);

const listSchema = z.strictObject({
  items: z.array(z.looseObject({ caseNumber: z.string(), status: z.string(), receivedAt: z.string() })),
  cursor: z.string().nullable(),
});
const list = async (query: string, role = 'auditor') =>
  listSchema.parse(await (await outside.staff(`/v1/cases?${query}`, role)).json());

const findings = {
  findings: 'Terlapor terbukti menyebarkan kabar yang tidak benar.',
  charges: ['3d', '3f'],
  impact: 'UNIT',
  impactReason: 'Unggahan dibaca di unit kerjanya.',
  aggravating: 'Unggahan dibiarkan beredar.',
  mitigating: 'Terlapor mengakui perbuatannya.',
  recommendedSanction: 'R2',
};

/** The whole way of a case that ends in a light sanction: heard, decided, served, in effect, closed. */
const walked = async (caseNumber: string): Promise<void> => {
  const respondent = someone(await samplePeople(), ({ nip }) => nip === people.employee);
  const stage = Object.assign(new Stage(system.baseUrl, respondent, () => {}), { caseNumber });
  await outside.triage(caseNumber);
  await outside.review(caseNumber);
  await stage.official('examination', { outcome: 'HELD', reason, statement: 'Saya menyesal.', ...findings });
  await stage.official('decision', { outcome: 'SANCTION', sanctionCode: 'R2', reason });
  await stage.official('service', { outcome: 'SERVED', receivedOn: await stage.today(), method: 'IN_PERSON', reason });
  await stage.pass('P40D');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-verify-'));
  system = await startSystem();
  const { url } = z.object({ url: z.string() }).parse(await (await outside.send('/dev/sample')).json());
  const urls = [url, 'http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/'];
  decided = await outside.open(aReport({ incident: { description, urls, occurredAt: '2026-03-02' } }));
  await walked(decided.caseNumber);
  fresh = [];
  for (let n = 0; n < 5; n += 1) fresh.push((await outside.file()).caseNumber);
  await outside.settle();
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

const casePaths = ['', '/trail', '/evidence', '/evidence/report?reason=memeriksa', '/export'];
/** Files for other bodies, of which a case without a sanction has none: 409 for whoever may take them. */
const filePaths = ['/register', '/appeal-package'];

describe('the door of staff', () => {
  const bearer = (token: string) => ({ headers: { Authorization: token } });

  it('opens to nobody without a token that holds', async () => {
    const token = await outside.token('auditor');
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = z.looseObject({}).parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'ppk' })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const wrong = [
      '',
      'Bearer',
      'Bearer ',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${head}.${forged}.${signature}`,
      `Bearer ${none}.${forged}.`,
      `Bearer ${head}.${body}.${signature.slice(0, -6)}AAAAAA`,
      `Bearer ${token} ${token}`,
      `Bearer ${decided.receipt}`,
    ];
    for (const authorization of wrong) {
      for (const path of ['/v1/cases', ...casePaths.map((rest) => `/v1/cases/${decided.caseNumber}${rest}`)]) {
        const answer = await outside.send(path, bearer(authorization));
        expect([path, authorization, answer.status]).toEqual([path, authorization, 401]);
        problemSchema.parse(await answer.json());
      }
    }
  });

  it.each([
    ['triage', 200],
    ['ppk', 200],
    ['auditor', 200],
    ['superior', 404],
    ['examiner', 404],
    ['admin', 404],
  ])('lets a %s see a case as the contract says', async (role, expected) => {
    for (const rest of casePaths) {
      const { status } = await outside.staff(`/v1/cases/${fresh[0]}${rest}`, role);
      expect([rest, expected === 200 ? status : [401, 403, 404].includes(status)]).toEqual([
        rest,
        expected === 200 ? 200 : true,
      ]);
    }
    for (const rest of filePaths) {
      const { status } = await outside.staff(`/v1/cases/${fresh[0]}${rest}`, role);
      expect([rest, status]).toEqual([rest, expected === 200 ? 409 : 404]);
    }
  });

  it('shows a superior the case in which they had a task', async () => {
    const token = await outside.token('superior', `agency=contoh&nip=${people.headOfSection}`);
    const { status } = await outside.send(`/v1/cases/${decided.caseNumber}`, bearer(`Bearer ${token}`));
    expect(status).toBe(200);
  });

  it('shows another agency nothing, as if nothing were there', async () => {
    const token = await outside.token('auditor', 'agency=lain');
    for (const rest of casePaths) {
      const answer = await outside.send(`/v1/cases/${decided.caseNumber}${rest}`, bearer(`Bearer ${token}`));
      const nothing = await outside.send(`/v1/cases/LAIN-2026-00000000${rest}`, bearer(`Bearer ${token}`));
      expect(answer.status).toBe(nothing.status);
      expect([401, 403, 404]).toContain(answer.status);
    }
    const listed = await outside.send('/v1/cases', bearer(`Bearer ${token}`));
    expect(await listed.text()).not.toContain('CONTOH-');
  });

  it('gives its trial tokens as JSON, and as text to whoever asks for text', async () => {
    const path = '/dev/token?role=auditor&agency=contoh';
    const json = z
      .looseObject({ token: z.string(), access_token: z.string() })
      .parse(await (await outside.send(path)).json());
    expect(json.token).toBe(json.access_token);
    const text = await (await outside.send(path, { headers: { Accept: 'text/plain' } })).text();
    expect((await outside.send('/v1/cases', bearer(`Bearer ${text}`))).status).toBe(200);
    for (const query of ['', '?role=auditor', '?role=raja&agency=contoh', '?role=auditor&agency=../x'])
      expect((await outside.send(`/dev/token${query}`)).status).toBe(422);
  });
});

describe('the board and the silence report', () => {
  const itemsSchema = z.looseObject({ items: z.array(z.looseObject({ caseNumber: z.string() })) });

  it('has every open case once, with one who is responsible, and none that is closed', async () => {
    const { items } = itemsSchema.parse(await (await outside.staff('/v1/board?limit=100')).json());
    expect(items.map(({ caseNumber }) => caseNumber).sort()).toEqual([...fresh].sort());
    for (const item of items) {
      expect(item).toMatchObject({ next: 'triage', responsible: { kind: 'official' }, overdue: false });
    }
  });

  it('tells the authority and oversight of silence, and nobody else', async () => {
    const asked = ['triage', 'superior', 'examiner', 'ppk', 'auditor', 'admin'].map(
      async (role) => [role, (await outside.staff('/v1/silence', role)).status] as const,
    );
    expect(Object.fromEntries(await Promise.all(asked))).toEqual({
      triage: 404,
      superior: 404,
      examiner: 404,
      ppk: 200,
      auditor: 200,
      admin: 404,
    });
  });
});

describe('the file for the national register', () => {
  it('is a ZIP with the record, its documents and a manifest whose hashes hold', async () => {
    const answer = await outside.staff(`/v1/cases/${decided.caseNumber}/register`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const manifest = bundleManifestSchema.parse(JSON.parse(new TextDecoder().decode(files['manifest.json'])));
    expect(manifest.missing).toEqual([]);
    for (const { path, sha256 } of manifest.files) expect(sha256Hex(files[path] ?? '')).toBe(sha256);
    const texts = Object.values(files).map((bytes) => new TextDecoder().decode(bytes));
    expect(texts.join('\n')).not.toContain(description);
  });
});

describe('the list of cases', () => {
  it('goes from page to page, newest first, and misses none', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: z.infer<typeof listSchema> = await list(
        `limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      seen.push(...page.items.map(({ caseNumber }) => caseNumber));
      cursor = page.cursor;
    }
    expect(seen).toEqual([...fresh.toReversed(), decided.caseNumber]);
  });

  it('finds by status, number, NIP and part of the name', async () => {
    expect((await list('status=CLOSED')).items.map(({ caseNumber }) => caseNumber)).toEqual([decided.caseNumber]);
    expect((await list(`q=${decided.caseNumber.toLowerCase()}`)).items).toHaveLength(1);
    expect((await list(`q=${people.employee}&limit=100`)).items).toHaveLength(6);
    expect((await list('q=ramadh&limit=100')).items).toHaveLength(6);
    expect((await list('q=tidak-ada-orangnya')).items).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'status=HILANG',
    'cursor=xxxx',
    'q=%00%00%00',
    'nama=x',
    'limit=1&limit=2',
  ])('refuses %s', async (query) => {
    const answer = await outside.staff(`/v1/cases?${query}`);
    expect(answer.status === 422 || query.startsWith('q=')).toBe(true);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('a case', () => {
  it('shows status, respondent, principles, charges and decision', async () => {
    const answer = await (await outside.staff(`/v1/cases/${decided.caseNumber}`)).json();
    expect(answer).toMatchObject({
      status: 'CLOSED',
      respondent: { nip: people.employee },
      principles: { confirmed: ['P6', 'P7'] },
      charges: ['3d', '3f'],
      decision: { outcome: 'SANCTION', sanctionCode: 'R2' },
      chargesFrom: 'DECISION',
      examination: { summonses: [{ ordinal: 1 }], report: { recommendedSanction: 'R2', impact: 'UNIT' } },
      service: { receipt: { outcome: 'SERVED' } },
      remedy: { route: expect.any(String), filedOn: null },
      execution: { sanctionCode: 'R2', endsOn: null },
      next: null,
      openTasks: [],
    });
  });

  it('lists its evidence with the fields of the contract, and what could not be captured', async () => {
    const answer = await outside.staff(`/v1/cases/${decided.caseNumber}/evidence`);
    const artifacts = z
      .array(
        z.looseObject({
          artifactId: z.string(),
          kind: z.string(),
          mediaType: z.string(),
          size: z.int(),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          sourceUrl: z.string().optional(),
          capturedAt: z.iso.datetime({ precision: 3 }),
          method: z.string(),
          quality: z.string().nullable(),
        }),
      )
      .parse(await answer.json());
    expect(artifacts[0]).toMatchObject({ artifactId: 'report', kind: 'REPORT' });
    const captured = artifacts.filter(({ kind }) => kind === 'CAPTURE');
    expect(captured).toHaveLength(1);
    expect(captured[0]?.sourceUrl).toMatch(/^http/);
    expect((await outside.types(decided.caseNumber)).filter((type) => type === 'EvidenceCaptureFailed')).toHaveLength(
      3,
    );
  });

  it('gives evidence for a reason only, never as a page, and counts the look', async () => {
    const path = `/v1/cases/${decided.caseNumber}/evidence/report`;
    for (const query of ['', '?reason=', '?reason=abc', `?reason=${'x'.repeat(501)}`])
      expect((await outside.staff(`${path}${query}`)).status).toBe(422);
    const answer = await outside.staff(`${path}?reason=memeriksa`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await answer.text()).toContain(description);
    for (const wrong of ['..%2f..%2fkeys%2fmac.json', 'tidak-ada', '%00'])
      expect((await outside.staff(`/v1/cases/${decided.caseNumber}/evidence/${wrong}?reason=memeriksa`)).status).toBe(
        404,
      );
  });
});

describe('the offline verifier', () => {
  const exported = async () =>
    z
      .looseObject({ events: z.array(z.looseObject({ seq: z.int() })) })
      .parse(await (await outside.staff(`/v1/cases/${decided.caseNumber}/export`)).json());
  const verify = async (content: unknown, name = 'export.json') => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return runScript('verify', [file]);
  };
  const renumbered = <T extends { seq: number }>(events: readonly T[]): T[] =>
    events.map((event, n) => ({ ...event, seq: n + 1 }));

  it('calls a true export valid, and a trail as the API gives it', async () => {
    expect(await verify(await exported())).toMatchObject({ code: 0, stdout: expect.stringMatching(/VALID/) });
    const trail = trailSchema.parse(await (await outside.staff(`/v1/cases/${decided.caseNumber}/trail`)).json());
    expect((await verify(trail)).code).toBe(0);
  });

  it.each([
    [
      'edit',
      5,
      (events: { seq: number }[]) =>
        events.map((event) => (event.seq === 5 ? { ...event, at: '2026-01-01T00:00:00.000Z' } : event)),
    ],
    ['gap', 4, (events: { seq: number }[]) => events.filter(({ seq }) => seq !== 4)],
    [
      'fork',
      3,
      (events: { seq: number }[]) =>
        events.flatMap((event) => (event.seq === 3 ? [event, { ...event, at: '2026-01-01T00:00:00.000Z' }] : [event])),
    ],
  ] as const)('names a %s at event %i', async (kind, seq, tamper) => {
    const file = await exported();
    const { code, stdout } = await verify({ ...file, events: tamper([...file.events]) });
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`${kind}.*event ${seq}`));
  });

  it('calls a cut-off or renumbered export broken', async () => {
    const file = await exported();
    for (const events of [
      file.events.slice(0, -1),
      file.events.slice(1),
      renumbered(file.events.slice(1)),
      file.events.toReversed().slice(0, 3),
      [],
    ])
      expect((await verify({ ...file, events })).code).toBe(1);
  });

  it('verifies a receipt with the keys of an export', async () => {
    const file = join(folder, 'receipt.jws');
    await writeFile(file, decided.receipt);
    await writeFile(join(folder, 'good.json'), JSON.stringify(await exported()));
    const { code, stdout } = await runScript('verify', [file, join(folder, 'good.json')]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Receipt of case CONTOH/)]);
    await writeFile(file, `${decided.receipt.slice(0, -8)}AAAAAAAA`);
    expect((await runScript('verify', [file, join(folder, 'good.json')])).code).toBe(1);
  });

  it('says that it cannot read what is neither', async () => {
    for (const content of ['', '{', 'bukan ekspor', '{"events":7}', '\u0000'])
      expect((await verify(content, 'other.json')).code).toBe(2);
    expect((await runScript('verify', [])).code).toBe(2);
    expect((await runScript('verify', [join(folder, 'tidak-ada.json')])).code).toBe(2);
    expect((await runScript('verify', ['--apa'])).code).toBe(2);
  });
});
